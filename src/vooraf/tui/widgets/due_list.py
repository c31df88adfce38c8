"""Everything that is due, a line for what one client waits for, under a heading for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.errors import N_
from vooraf.locale import _
from vooraf.locale.due_words import due_heading
from vooraf.model.due import Due
from vooraf.tui.widgets.due_lines import due_line
from vooraf.tui.widgets.line_list import Follow, LineList
from vooraf.tui.widgets.paint import Line, fitted


class DueList(LineList):
    """The cursor never stands on a heading. A row is drawn when it is seen: there may be many."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open"), key_display="enter", id="list.choose"),
    ]

    def __init__(self, follow: Follow | None = None) -> None:
        super().__init__(follow)
        self._rows: list[Due | str] = []
        self._empty = ""
        self._now = datetime.min  # noqa: DTZ901 - no row is drawn before ``show``

    @property
    def here(self) -> Due | None:
        """What the cursor stands on."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        return row if isinstance(row, Due) else None

    def show(self, due: Sequence[Due] | None, now: datetime) -> None:
        """Show these, ``None`` while they are read.

        The cursor stays with the same client and kind, or else where it was.
        """
        here, self._now = self.here, now
        self._empty = _("Reading the diaries…") if due is None else _("Nothing waits for you.")
        self._rows = []
        at, kind = None, ""
        for each in due or ():
            if each.kind != kind:
                kind = each.kind
                self._rows.append(kind)
            if here is not None and (each.client, each.kind, each.since) == (
                here.client,
                here.kind,
                here.since,
            ):
                at = len(self._rows)
            self._rows.append(each)
        self.rows_changed(at)

    def row_count(self) -> int:
        """How many lines there are, with the headings."""
        return max(len(self._rows), 1)

    def can_be_chosen(self, index: int) -> bool:
        """Every line but a heading."""
        return 0 <= index < len(self._rows) and isinstance(self._rows[index], Due)

    def row(self, index: int, width: int) -> Line:
        """A heading, or what one client waits for."""
        if not self._rows:
            return (("  ", ""), (fitted(self._empty, width - 2), "dim"))
        row = self._rows[index]
        if isinstance(row, str):
            return (("  ", ""), (fitted(due_heading(row), width - 2), "title"))
        return due_line(row, self._now, width, here=index == self.cursor)
