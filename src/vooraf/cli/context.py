"""What a command works with."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.finding import find
from vooraf.actions.rules_that_fit import unfitting
from vooraf.actions.view import ClientView, view
from vooraf.actions.workspace import Workspace
from vooraf.cli.streams import Streams
from vooraf.locale import _
from vooraf.model.faults import Fault, Problem

MOST_ALIKE, FEW = 10, 3
"""So many problems of one kind are all told; of more, so few."""


class Context:
    """The data, the way out, and what must still be told when the output is out.

    ``data`` is what was given as ``--data``; ``problems`` are those found on the way here.
    """

    def __init__(
        self,
        workspace: Workspace,
        out: Streams,
        environ: Mapping[str, str],
        data: str | None,
        problems: list[Problem | Fault],
    ) -> None:
        self.workspace = workspace
        self.out = out
        self.environ = environ
        self._data = data
        self._problems = problems
        self._remarks: list[tuple[str, str]] = []

    def find(self, name: str) -> str:
        """The short id of the client that ``name`` means. Raises UnknownClient, AmbiguousClient."""
        return find(self.workspace, name)

    def see(self, name: str) -> ClientView:
        """The client that ``name`` means. Raises UnknownClient, AmbiguousClient."""
        seen = view(self.workspace, self.find(name))
        self.tell_problems(seen)
        return seen

    def tell_problems(self, seen: ClientView) -> None:
        """Have what is wrong with a client's files, and with the house rules for them, told after the output."""
        unfit = unfitting(self.workspace, (seen.client.checklist,))
        self.add_problems(*seen.problems, *self.workspace.rule_faults, *unfit)

    def add_problems(self, *problems: Problem | Fault) -> None:
        """Have these told after the output."""
        self._problems += problems

    def add_remark(self, sentence: str, hint: str = "") -> None:
        """Have this told after the output, with what to do about it on the next line."""
        self._remarks.append((sentence, hint))

    def command(self, words: str) -> str:
        """A command as it can be typed, on the same data: ``vooraf --data notes show k7q2m9``."""
        if self._data is None:
            return f"vooraf {words}"
        from shlex import quote  # noqa: PLC0415 - a command that suggests none goes without

        return f"vooraf --data {quote(self._data)} {words}"

    def tell_the_rest(self) -> None:
        """Tell what must still be told. A problem that two readers found is told once, a few of many alike."""
        for sentence, hint in self._remarks:
            self.out.remark(sentence, hint)
        alike: dict[str, dict[str, None]] = {}
        for problem in tuple(self._problems):  # telling may find another one: the settings' own
            alike.setdefault(problem.message, {})[self._placed(problem)] = None
        for told in alike.values():
            few = tuple(told)[: FEW if len(told) > MOST_ALIKE else None]
            for sentence in few:
                self.out.remark(sentence)
            if more := len(told) - len(few):
                said = _("and {count} more like this: {command}")
                self.out.remark(said.format(count=more, command=self.command("doctor")))

    def _placed(self, problem: Problem | Fault) -> str:
        sentence = problem.sentence(self.out.translate)
        return sentence if problem.file in sentence else f"{where(problem)}: {sentence}"


def where(problem: Problem | Fault) -> str:
    """The file, and the line where one is known."""
    return f"{problem.file}:{problem.line}" if isinstance(problem, Fault) else problem.file
