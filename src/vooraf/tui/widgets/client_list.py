"""The clients: name, next meeting, how far they are, what must still be said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size

from vooraf.actions.everybody import Shown
from vooraf.actions.overview import Row, is_to_come
from vooraf.errors import N_
from vooraf.locale import _
from vooraf.locale.day_words import meeting_word
from vooraf.locale.words import MUST
from vooraf.model.client import CHANGED
from vooraf.tui.widgets.line_list import Follow, LineList
from vooraf.tui.widgets.paint import Line, fitted, one_line, paragraph
from vooraf.tui.widgets.progress_bar import figures, progress_bar
from vooraf.tui.widgets.signs import pointer, rule, short_sign

Lines = Callable[[str, Sequence[str], int], Row | None]
"""The line of a client, who stands in such a list at such a place; ``None`` when the client is gone."""

WITH_BAR, WITH_DATE, WITH_MARKS = 56, 42, 24
"""From so many cells on there is room for the bar, for the date, for what must be said or was changed."""

_RULE = ""
"""In the place of a client: the rule."""

_POINTER, _WHEN, _BAR, _FIGURES, _MARK = 3, 15, 10, 6, 4


class ClientList(LineList):
    """A line a client, and a rule between those with a meeting to come and the others.

    ``empty`` is said in its place when there is no line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open"), key_display="enter", id="list.choose"),
    ]

    def __init__(self, follow: Follow | None = None) -> None:
        super().__init__(follow)
        self.empty = ""
        self._clients: Sequence[str] = ()
        self._lines: Lines = lambda _client, _near, _at: None
        self._now = datetime.min  # noqa: DTZ901 - no row is drawn before ``show``

    @property
    def chosen(self) -> Row | None:
        """The client under the cursor."""
        return self._line(self.cursor) if self.cursor < len(self._clients) else None

    def show(self, shown: Shown, lines: Lines, now: datetime, client: str = "") -> None:
        """Show other clients; the cursor goes to ``client`` if it is among them."""
        between = [_RULE] if shown.coming and shown.others else []
        self._clients, self._lines, self._now = (*shown.coming, *between, *shown.others), lines, now
        self.rows_changed(self.place_of(client))

    def _line(self, index: int) -> Row | None:
        client = self._clients[index]
        return self._lines(client, self._clients, index) if client != _RULE else None

    def place_of(self, client: str) -> int | None:
        """The place of a client's row, or ``None``."""
        return self._clients.index(client) if client != _RULE and client in self._clients else None

    def row_count(self) -> int:
        """How many lines there are, with the rule."""
        return len(self._clients)

    def can_be_chosen(self, index: int) -> bool:
        """Every line but the rule."""
        return 0 <= index < len(self._clients) and self._clients[index] != _RULE

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be opened in an empty list."""
        return bool(self._clients) if action == "choose" else super().check_action(action, parameters)

    def row(self, index: int, width: int) -> Line:
        """One client, as much as fits."""
        if self._clients[index] == _RULE:
            return (("   ", ""), (rule(width - 4), "rule"))
        row = self._line(index)
        if row is None:
            return (("   ", ""), (fitted("…", max(width - 4, 1)), "dim"))
        return client_line(row, width, self._now, under_cursor=index == self.cursor)

    def line(self, y: int, seen: Size) -> tuple[Line, Style]:
        """What stands at this place of what is ``seen``, from above; and the style of the whole line."""
        if self._clients:
            return super().line(y, seen)
        lines: list[Line] = [(), *paragraph(self.empty, seen.width - 2, "", "   ")]
        return lines[y] if y < len(lines) else (), self.base_style


def client_line(row: Row, width: int, now: datetime, *, under_cursor: bool) -> Line:
    """A client's line in ``width`` cells: the name, and what there is room for."""
    right: Line = (*_marks(row), (" ", "")) if width >= WITH_MARKS else ()
    if width >= WITH_DATE:
        coming = is_to_come(row.meeting, now)
        when = (fitted(meeting_word(row.meeting, now), _WHEN), "" if coming else "dim")
        right = (when, *_progress(row, with_bar=width >= WITH_BAR), *right)
    taken = sum(len(text) for text, _style in right)
    room = max(width - _POINTER - taken - 1, 1)
    begin = pointer() if under_cursor else " "
    return ((f" {begin} ", "key"), *_name(row, room), (" ", ""), *right)


def _name(row: Row, room: int) -> Line:
    if not row.archived:
        return ((fitted(row.name, room), "strong"),)
    word = _("archived")
    note = f" ({word})"
    name = fitted(row.name, max(min(room - cell_len(note), cell_len(one_line(row.name))), 1))
    return ((fitted(name + note, room), "dim"),)


def _progress(row: Row, *, with_bar: bool) -> Line:
    if not sum(row.standing.values()):
        return ((fitted(_("no checklist"), _FIGURES + (_BAR + 1 if with_bar else 0)), "dim"),)
    bar: Line = (*progress_bar(row.standing, _BAR), (" ", "")) if with_bar else ()
    return (*bar, (f"{figures(row.standing):<{_FIGURES}}", "dim"))


def _marks(row: Row) -> Line:
    must = f"{row.must_open}{MUST}" if row.must_open else ""
    changed = f"{row.standing[CHANGED]}{short_sign(CHANGED)}" if row.standing[CHANGED] else ""
    return ((f"{must:<{_MARK}}", "must"), (f"{changed:<{_MARK}}", "changed"))
