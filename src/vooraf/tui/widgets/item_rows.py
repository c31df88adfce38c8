"""The rows of a client's checklist: sections, items, and what the checklist no longer has. Pure."""

from __future__ import annotations

from rich.cells import cell_len

from vooraf.actions.view import ClientView
from vooraf.locale import _, spoken
from vooraf.locale.words import MUST, field_label, standing_word
from vooraf.model.checklist import text_in
from vooraf.model.client import CONFIRMED, OPEN, STANDINGS, WAIVED
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState
from vooraf.tui.widgets.paint import Line, fitted, width_of
from vooraf.tui.widgets.signs import pointer, sign

HEADING, ITEM, GONE = "heading", "item", "gone"
_ROOM_FOR_WORDS = 30
_ROOM_FOR_MISSING = 14


class ItemRow(NamedTuple):
    """One row. ``kind`` is HEADING, ITEM or GONE; ``missing`` the labels of fields without a value."""

    kind: str
    key: str
    title: str
    standing: str = ""
    must: bool = False
    missing: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing needs to be done about it."""
        return self.kind != ITEM or self.standing in (CONFIRMED, WAIVED)


def item_rows(seen: ClientView) -> tuple[ItemRow, ...]:
    """All rows of a client, in the checklist's own order; what it no longer has stands at the end."""
    titles = {section.key: section.title for section in seen.checklist.sections} if seen.checklist else {}
    rows: list[ItemRow] = []
    section = None
    for state in seen.states:
        if state.item.section != section:
            section = state.item.section
            rows.append(ItemRow(HEADING, section, text_in(titles.get(section, {}), spoken()) or section))
        rows.append(_item_row(state, seen))
    if seen.gone:
        rows.append(ItemRow(HEADING, "", _("No longer in the checklist")))
        rows += (ItemRow(GONE, key, key) for key in seen.gone)
    return tuple(rows)


def _item_row(state: ItemState, seen: ClientView) -> ItemRow:
    labels = ", ".join(field_label(name, seen.checklist) for name in state.wording.missing)
    item = state.item
    missing = "" if state.settled else labels
    return ItemRow(ITEM, item.key, text_in(item.title, spoken()), state.standing, item.must, missing)


def first_unsettled(rows: tuple[ItemRow, ...]) -> int:
    """Where the owner begins: the first item that isn't settled, else the first item."""
    items = [index for index, row in enumerate(rows) if row.kind == ITEM]
    return next((index for index in items if not rows[index].settled), items[0] if items else 0)


def row_line(row: ItemRow, width: int, *, here: bool) -> Line:
    """How a row looks in ``width`` cells; ``here`` when the cursor stands on it."""
    if row.kind == HEADING:
        return (("  ", ""), (fitted(row.title, width - 2), "title"))
    mark = pointer() if here else " "
    if row.kind == GONE:
        return ((f"{mark}     ", ""), (fitted(row.title, width - 6), "dim"))
    must = (MUST if row.must else " ", "must" if row.standing == OPEN else "dim")
    style = ink(row.standing, must=row.must)
    head: Line = ((f"{mark} ", ""), must, (" ", ""), (f"{sign(row.standing)} ", style))
    words = _words(row, width)
    room = width - width_of(head) - width_of(words)
    return (*head, *_title(row, room), *words)


def ink(standing: str, *, must: bool) -> str:
    """The style of a standing: what is open stands out, a must most of all."""
    if standing == OPEN:
        return "must" if must else ""
    return standing


def _title(row: ItemRow, room: int) -> Line:
    """The title; behind it which value is missing, where there is room for that."""
    style = "dim" if row.settled else "strong" if row.must and row.standing == OPEN else ""
    left = room - cell_len(row.title) - 2
    if not row.missing or left < _ROOM_FOR_MISSING:
        return ((fitted(row.title, room), style),)
    needs = fitted(_("needs {values}").format(values=row.missing), left)
    return ((fitted(row.title, room - left), style), (needs, "dim"))


def _words(row: ItemRow, width: int) -> Line:
    """The standing in a word, in a column of its own; a very narrow list leaves it to the lines below."""
    if width < _ROOM_FOR_WORDS:
        return ()
    column = max(cell_len(standing_word(each)) for each in STANDINGS)
    word = fitted(standing_word(row.standing), column)
    return ((" ", ""), (word, ink(row.standing, must=row.must)), (" ", ""))
