"""What the screens about one client's diary share: it is read, looked at again, undone and done again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from vooraf.actions.undoing import Undone, redo, undo
from vooraf.actions.view import ClientView, view
from vooraf.errors import N_
from vooraf.locale import _, ngettext
from vooraf.locale.event_words import batch_line
from vooraf.tui.screens.client_boxes import short_name
from vooraf.tui.screens.split import SplitScreen
from vooraf.tui.widgets.paint import Line, paragraph
from vooraf.tui.widgets.pane import Pane

MOST_PROBLEMS = 3


class OfClientScreen(SplitScreen):
    """A screen on one client's diary. ``seen`` is what it shows: the state that was read last."""

    def __init__(self, client_id: str) -> None:
        super().__init__()
        self.client_id = client_id
        self.seen: ClientView | None = None
        self._marks: object = None

    @property
    def whom(self) -> str:
        """The client's name."""
        return short_name(self.seen) if self.seen else ""

    # -- for subclasses --------------------------------------------------------------------------

    def paint(self, seen: ClientView) -> None:
        """Show this state, all of it, with the cursor where it was."""
        raise NotImplementedError

    def problems_pane(self) -> Pane:
        """Where the problems of the diary are told; out of sight while there are none."""
        return Pane(id="problems")

    # -- reading ---------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the client again; when that fails, say so and keep what is shown."""
        self._marks = self._look()
        seen = self.attempt(lambda: view(self.workspace, self.client_id))
        if seen is not None and seen != self.seen:
            self.take(seen)

    def take(self, seen: ClientView) -> None:
        """Show the state that an action of our own gave back."""
        self.seen = seen
        self._marks = self._look()
        self._tell_problems(seen)
        self.paint(seen)

    def look_again(self) -> None:
        """Read again what another window or program, or the next day, has changed."""
        if self.seen is None:
            return  # not drawn yet, or not readable when it was opened, which was told
        if self._marks != self._look():
            self.reload()

    def _look(self) -> object:
        """What changes when something else changed what is shown here."""
        workspace = self.workspace
        signature = workspace.store.signature(self.client_id)
        return signature, workspace.library, workspace.rules, workspace.today

    def _tell_problems(self, seen: ClientView) -> None:
        told = [problem.sentence(_) for problem in seen.problems]
        told += [
            f"{os.path.basename(fault.file)}:{fault.line}: {fault.sentence(_)}"
            for fault in self.workspace.rule_faults
        ]
        if seen.broken is not None:
            told.insert(0, f"{seen.broken.sentence(_)} {seen.broken.hint_line(_)}")
        pane = self.query_one("#problems", Pane)
        pane.set_class(bool(told), "-some")
        pane.show(lambda width: problem_lines(told, width))

    def speak_again(self) -> None:
        """Say everything anew in another language."""
        super().speak_again()
        if self.seen is not None:
            self.take(self.seen)

    # -- undo ------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back what was done last."""
        self._undone(lambda: undo(self.workspace, self.client_id), N_("Undone: {what}"))

    def action_redo(self) -> None:
        """Let what was taken back last count again."""
        self._undone(lambda: redo(self.workspace, self.client_id), N_("Done again: {what}"))

    def _undone(self, action: Callable[[], Undone], said: str) -> None:
        done = self.attempt(action)
        if done is not None:
            self.take(done.view)
            what = batch_line(done.events, done.view.client, done.view.checklist)
            self.tell(_(said).format(what=what))

    def on_screen_resume(self) -> None:
        """See what a screen above has changed."""
        self.look_again()


def problem_lines(told: list[str], width: int) -> Iterable[Line]:
    """The first few problems, each with a mark before it, and how many more there are."""
    for sentence in told[:MOST_PROBLEMS]:
        yield from paragraph(f"! {sentence}", width, "must")
    if (more := len(told) - MOST_PROBLEMS) > 0:
        line = ngettext("and {count} more problem", "and {count} more problems", more)
        yield from paragraph(line.format(count=more), width, "dim")
