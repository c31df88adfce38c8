"""The sentences around the list of clients: how many there are, what is wrong, what to press."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from vooraf.actions.everybody import Shown
from vooraf.actions.missing import folder_gone
from vooraf.errors import VoorafError
from vooraf.locale import _, ngettext
from vooraf.model.faults import Fault, Problem
from vooraf.model.visible import visible_line
from vooraf.tui.widgets.paint import Line, fitted, paragraph, width_of

Told = tuple[Problem | Fault, ...]

Problems = Told | VoorafError
"""What was told about files; or that the data folder couldn't be read at all."""


def state_line(everybody: int, resting: int, shown: Shown, wanted: str, *, archived: bool) -> str:
    """``5 clients · 4 with something open``, and whether archived ones are among them.

    ``everybody`` is the number of all clients, ``resting`` of the archived ones among them.
    """
    count = everybody if archived else everybody - resting
    clients = ngettext("{count} client", "{count} clients", count).format(count=count)
    if wanted:
        found = len(shown.coming) + len(shown.others)
        clients = _("{shown} of {clients}").format(shown=found, clients=clients)
    busy = shown.unsettled
    working = ngettext("{count} with something open", "{count} with something open", busy)
    parts = [clients, working.format(count=busy) if busy else ""]
    if resting:
        with_them = ngettext("with {count} archived", "with {count} archived", resting)
        without = ngettext("{count} archived, not shown", "{count} archived, not shown", resting)
        parts.append((with_them if archived else without).format(count=resting))
    return " · ".join(filter(None, parts))


def empty_text(problems: Problems, wanted: str, new: str, settings: str, *, anybody: bool) -> str:
    """What stands in the place of the list when it is empty. ``new`` and ``settings`` are keys."""
    if isinstance(problems, VoorafError):
        return f"{problems.sentence(_)}\n{problems.hint_line(_)}"
    if wanted and anybody:
        return _("Nobody has “{text}” in their name, wishes or notes. esc shows everyone.").format(
            text=wanted
        )
    if anybody:
        return _("Every client is archived. a shows them; {new} opens a new client.").format(new=new)
    if gone := folder_gone(problems):
        return visible_line(gone.sentence(_))
    said = (
        _("No clients yet."),
        "",
        _("{key}  a new client: a name is enough").format(key=new),
        _("{key}  settings: your trade and your usual values").format(key=settings),
    )
    return "\n".join(said)


def problem_sentences(problems: Problems) -> tuple[tuple[str, str, str], ...]:
    """The file with the line, what is wrong there and what to do, of each problem."""
    if isinstance(problems, VoorafError):
        return (("", problems.sentence(_), problems.hint_line(_)),)
    return tuple(
        (f"{problem.file}:{problem.line}", problem.sentence(_), problem.hint_line(_))
        if isinstance(problem, Fault)
        else (problem.file, problem.sentence(_), "")
        for problem in problems
    )


def first_problem(problems: Problems, key: str, width: int) -> Line:
    """The number of problems and the first of them, on one line; ``key`` shows all.

    Where there is no room for both, what is wrong stands there and not in which file.
    """
    told = problem_sentences(problems)
    if not told:
        return ()
    count = ngettext("{count} problem", "{count} problems", len(told)).format(count=len(told))
    head: Line = ((f"! {count}", "must"), (f" ({key}) ", "key"))
    file, sentence, _hint = told[0]
    room = width - width_of(head)
    said = sentence if file in sentence else f"{os.path.basename(file)}: {sentence}"
    if cell_len(visible_line(said)) > room:
        said = fitted(sentence, room)
    return (*head, (visible_line(said).rstrip(), ""))


def problem_lines(told: Sequence[tuple[str, str, str]], width: int) -> Iterator[Line]:
    """All of them: the sentence, the file, what to do."""
    for file, sentence, hint in told:
        yield from paragraph(sentence, width, "strong")
        for text, style in ((file, "dim"), (hint, "")):
            if text:
                yield from paragraph(text, width, style, "  ")
        yield ()
