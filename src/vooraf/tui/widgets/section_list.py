"""A list with headings among its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType

from vooraf.errors import N_
from vooraf.tui.widgets.line_list import Follow, LineList

Row = TypeVar("Row")


class SectionList(LineList, Generic[Row]):
    """The rows of sections. The cursor never stands on a heading; a subclass says which rows those are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("in full"), key_display="enter", id="list.choose"),
    ]

    def __init__(self, follow: Follow | None = None) -> None:
        super().__init__(follow)
        self.rows: Sequence[Row] = ()

    @staticmethod
    def is_heading(row: Row) -> bool:
        """Whether it is the heading of a section."""
        raise NotImplementedError

    @property
    def here(self) -> Row | None:
        """The row on which the cursor stands."""
        return self.rows[self.cursor] if self.can_be_chosen(self.cursor) else None

    def row_count(self) -> int:
        """How many rows there are, with the headings."""
        return len(self.rows)

    def can_be_chosen(self, index: int) -> bool:
        """Every row but a heading."""
        return 0 <= index < len(self.rows) and not self.is_heading(self.rows[index])
