"""What stands beside the diary: the whole event under the cursor. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from vooraf.actions.view import ClientView
from vooraf.locale import _
from vooraf.locale.event_parts import parts, version_line
from vooraf.locale.event_words import kind_word
from vooraf.model.events import Event
from vooraf.tui.widgets.event_list import marks_of
from vooraf.tui.widgets.labelled import column_of, labelled
from vooraf.tui.widgets.paint import Line, fitted, paragraph, spread


def event_lines(seen: ClientView, event: Event, width: int, recorded: Event | None = None) -> Iterator[Line]:
    """Everything that the diary holds of an event, each part behind its label.

    ``recorded`` is the event as Vooraf recorded it, when it was changed by hand since: what differs is told.
    """
    marks = marks_of(event, seen)
    title = fitted(kind_word(event.kind), width - cell_len(marks) - 1).rstrip()
    yield spread(((title, "title"),), ((marks, "strong"),), width)
    yield ()
    shown = [(label, text) for _key, label, text in parts(event, seen.client, seen.checklist)]
    column = column_of((label for label, _text in shown), width)
    for label, text in shown:
        yield from labelled(label, text, width, column)
    if recorded is not None:
        yield ()
        yield from paragraph(_("As Vooraf recorded it"), width, "title")
        said = version_line(recorded, (event, recorded), seen.client, seen.checklist)
        yield from paragraph(said, width, "", "  ")
