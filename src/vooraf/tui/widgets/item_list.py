"""A client's checklist, a line an item, with the cursor on one of them."""

from __future__ import annotations

from vooraf.tui.widgets.item_rows import HEADING, ItemRow, first_unsettled, row_line
from vooraf.tui.widgets.paint import Line
from vooraf.tui.widgets.section_list import SectionList


class ItemList(SectionList[ItemRow]):
    """Sections and their items."""

    def show(self, rows: tuple[ItemRow, ...], key: str = "") -> None:
        """Show these rows, with the cursor on ``key``, else on the first item that isn't settled."""
        self.rows = rows
        places = [index for index, row in enumerate(rows) if not self.is_heading(row) and row.key == key]
        self.rows_changed(places[0] if places else first_unsettled(rows))

    @staticmethod
    def is_heading(row: ItemRow) -> bool:
        """The title of a section."""
        return row.kind == HEADING

    def row(self, index: int, width: int) -> Line:
        """How a row looks."""
        return row_line(self.rows[index], width, here=index == self.cursor)
