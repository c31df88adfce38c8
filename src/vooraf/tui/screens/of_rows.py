"""A list of rows, with the one under the cursor in full beside or below it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from vooraf.tui.screens.split import SplitScreen
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.row_list import RowList


class OfRowsScreen(SplitScreen):
    """A subclass fills the list, and in ``follow`` ``#beside`` and ``#brief``. ``#aside`` shows with ``-some``."""

    CSS_PATH = "of_rows.tcss"
    AUTO_FOCUS = "RowList"

    def body(self) -> Iterable[Widget]:
        """The rows, and the one under the cursor beside or below them; a line for what stands apart."""
        with Horizontal(id="both"):
            with Vertical(id="left"):
                yield RowList(lambda _: self.follow())
                yield Pane(id="brief")
            yield Pane(id="beside")
        yield Pane(id="aside")

    def follow(self) -> None:
        """Show the row under the cursor, in the action of the key that moved it."""
        raise NotImplementedError
