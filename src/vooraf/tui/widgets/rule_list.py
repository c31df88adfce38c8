"""The items of a checklist as the house rules have them: whose words they are, and who was told otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from vooraf.errors import N_
from vooraf.locale import _, ngettext
from vooraf.locale.words import MUST
from vooraf.model.record import NamedTuple
from vooraf.tui.widgets.paint import Line, fitted, width_of
from vooraf.tui.widgets.section_list import SectionList
from vooraf.tui.widgets.signs import pointer

_ROOM_FOR_OWN = 52
_OWN = {"say": N_("your words"), "value": N_("your values"), "both": N_("your words and values"), "": ""}


class RuleRow(NamedTuple):
    """One row: a section's heading (without a ``key``), or an item.

    ``own`` is what the house rules have of it: ``say``, ``value``, ``both`` or nothing; ``hints`` how many
    hints on its words there are; ``otherwise`` how many clients were told something else.
    """

    key: str
    title: str
    must: bool = False
    own: str = ""
    hints: int = 0
    otherwise: int = 0


class RuleList(SectionList[RuleRow]):
    """Sections and their items."""

    def show(self, rows: Sequence[RuleRow], key: str) -> None:
        """Show these rows, with the cursor on the item ``key``, else on the first."""
        self.rows = rows
        self.rows_changed(next((index for index, row in enumerate(rows) if row.key == key and key), 0))

    @staticmethod
    def is_heading(row: RuleRow) -> bool:
        """The title of a section, which has no key."""
        return not row.key

    def row(self, index: int, width: int) -> Line:
        """How a row looks."""
        return row_line(self.rows[index], width, here=index == self.cursor)


def row_line(row: RuleRow, width: int, *, here: bool) -> Line:
    """How a row looks in ``width`` cells; ``here`` when the cursor stands on it."""
    if not row.key:
        return (("  ", ""), (fitted(row.title, width - 2), "title"))
    head: Line = ((f"{pointer() if here else ' '} ", ""), (MUST if row.must else " ", "dim"), (" ", ""))
    words = _words(row, width)
    room = width - width_of(head) - width_of(words)
    return (*head, (fitted(row.title, room), ""), *words)


def _words(row: RuleRow, width: int) -> Line:
    """What is to say of it behind its title, the most important last, where every list has room for it."""
    said: list[tuple[str, str]] = []
    if row.own and width >= _ROOM_FOR_OWN:
        said.append((_(_OWN[row.own]), "confirmed"))
    elif row.own:
        said.append(("*", "confirmed"))
    if row.hints:
        count = ngettext("{count} hint", "{count} hints", row.hints)
        said.append((count.format(count=row.hints), "told"))
    if row.otherwise:
        said.append((_("{count} told something else").format(count=row.otherwise), "changed"))
    spans = (span for text, style in said for span in (("  ", ""), (text, style)))
    return (*spans, (" ", ""))
