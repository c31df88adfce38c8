"""A client's diary, a line an event, the newest at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.locale import _
from vooraf.locale.day_words import day_word
from vooraf.locale.event_words import event_line
from vooraf.model.events import ALTERED, BY_HAND, Event
from vooraf.tui.widgets.line_list import Follow, LineList
from vooraf.tui.widgets.paint import Line, fitted
from vooraf.tui.widgets.signs import pointer

_DAY = 12
_DAY_OF_A_YEAR = 17


class EventList(LineList):
    """Every event of a diary, those that were taken back too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open"), key_display="enter", id="list.choose"),
    ]

    def __init__(self, follow: Follow | None = None) -> None:
        super().__init__(follow)
        self._seen: ClientView | None = None
        self._today = date.min
        self._column = _DAY

    @property
    def events(self) -> Sequence[Event]:
        """What it shows, oldest first."""
        return self._seen.client.events if self._seen else ()

    @property
    def here(self) -> Event | None:
        """The event on which the cursor stands."""
        return self.events[self.cursor] if self.can_be_chosen(self.cursor) else None

    def show(self, seen: ClientView, today: date) -> None:
        """Show this diary: at its end, or where the cursor was when it didn't stand at the end."""
        at_end = self.cursor >= self.row_count() - 1
        here = self.here
        self._seen, self._today = seen, today
        same_year = all(event.on.year == today.year for event in self.events)
        self._column = _DAY if same_year else _DAY_OF_A_YEAR
        ids = [event.id for event in self.events]
        known = here is not None and not at_end and here.id in ids
        self.rows_changed(ids.index(here.id) if here and known else len(ids) - 1)

    def row_count(self) -> int:
        """How many events there are."""
        return len(self.events)

    def row(self, index: int, width: int) -> Line:
        """The day, what happened, and what is odd about it."""
        assert self._seen is not None  # noqa: S101 - there are no rows before there is a view
        event = self.events[index]
        marks = marks_of(event, self._seen)
        tail = f" {marks} " if marks else ""
        head = f"{pointer() if index == self.cursor else ' '} "
        day = fitted(day_word(event.on, self._today), self._column)
        room = width - len(head) - self._column - cell_len(tail)
        gone = not self._seen.client.counts(event)
        style = "dim" if gone else ""
        said = fitted(event_line(event, self._seen.client, self._seen.checklist), room)
        return ((head, ""), (day, "dim"), (said, style), (tail, "dim" if gone else "changed"))


def marks_of(event: Event, seen: ClientView) -> str:
    """What is odd about an event, in words: taken back, written or changed by hand, in two versions."""
    overruled = event in seen.client.overruled
    marks = (
        (event.batch in seen.client.undone, _("undone")),
        (event.trust == BY_HAND, _("by hand")),
        (event.trust == ALTERED, _("changed by hand")),
        (overruled, _("not chosen")),
        (event.id in seen.client.conflicts and not overruled, _("two versions")),
    )
    return ", ".join(word for holds, word in marks if holds)
