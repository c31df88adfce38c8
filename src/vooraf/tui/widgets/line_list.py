"""A list that draws only the lines that are seen: as quick with ten thousand rows as with ten."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from vooraf.errors import N_
from vooraf.tui.widgets.paint import Line
from vooraf.tui.widgets.painted import Painted

Follow = Callable[[int], None]


class LineList(Painted, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. A subclass says how many there are, how one looks and which can be chosen.

    ``follow`` is called with the cursor's row in the key's own action, so that what stands beside the list
    is painted in the same frame.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", N_("up"), show=False, id="list.up"),
        Binding("down,j", "move(1)", N_("down"), show=False, id="list.down"),
        Binding("pageup", "page(-1)", N_("page up"), show=False, id="list.page-up"),
        Binding("pagedown", "page(1)", N_("page down"), show=False, id="list.page-down"),
        Binding("home", "edge(0)", N_("first"), show=False, id="list.first"),
        Binding("end", "edge(1)", N_("last"), show=False, id="list.last"),
        Binding("enter", "choose", N_("open"), show=False, id="list.choose"),
    ]
    COMPONENT_CLASSES = {"line--cursor", "line--cursor-away"}  # noqa: RUF012 - as Textual declares it

    class Chosen(Message):
        """The row under the cursor was chosen, by key or by mouse."""

        def __init__(self, lines: LineList, index: int) -> None:
            super().__init__()
            self.lines = lines
            self.index = index

        @property
        def control(self) -> LineList:
            """The list it was chosen in."""
            return self.lines

    def __init__(self, follow: Follow | None = None, *, id: str | None = None) -> None:  # noqa: A002 - as Widget
        super().__init__(id=id)
        self.follow = follow
        self.cursor = 0

    # -- for subclasses --------------------------------------------------------------------------

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Line:
        """How a row looks in ``width`` cells."""
        raise NotImplementedError

    def can_be_chosen(self, index: int) -> bool:
        """Whether the cursor may stand on this row: never on a heading."""
        return 0 <= index < self.row_count()

    # -- for screens -----------------------------------------------------------------------------

    def rows_changed(self, cursor: int | None = None) -> None:
        """Draw anew after the rows changed; ``cursor`` moves it there, else it stays where it can."""
        size = Size(self.size.width, self.row_count())
        has_bar = self.show_vertical_scrollbar
        if self.styles.auto_dimensions or has_bar != (size.height > self.container_size.height):
            self.virtual_size = size  # a layout pass, which other rows alone don't need
        else:
            self.set_reactive(Widget.virtual_size, size)
            if has_bar:
                self.vertical_scrollbar.window_virtual_size = size.height
            if self.scroll_offset.y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        self.move_to(self.cursor if cursor is None else cursor)
        self.paint_changes()

    def move_to(self, index: int) -> None:
        """Put the cursor on the row, or on the nearest that can be chosen."""
        found = self._nearest(index)
        if found is None:
            self.cursor = 0
            return
        old, self.cursor = self.cursor, found
        top, height = self.scroll_offset.y, self.size.height
        if top <= found < top + height:
            for changed in {old, found}:
                self.refresh(Region(0, changed - top, self.size.width, 1))
        elif height:
            goal = found - 1 if found < top else found - height + 1
            self.scroll_to(y=max(goal, 0), animate=False, force=True)
        if self.follow is not None:
            self.follow(found)

    def _nearest(self, index: int) -> int | None:
        count = self.row_count()
        index = max(0, min(count - 1, index))
        for distance in range(count):
            for candidate in (index + distance, index - distance):
                if 0 <= candidate < count and self.can_be_chosen(candidate):
                    return candidate
        return None

    # -- keys and mouse --------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move over the rows that can't be chosen."""
        index = self.cursor + by
        while 0 <= index < self.row_count() and not self.can_be_chosen(index):
            index += by
        if 0 <= index < self.row_count():
            self.move_to(index)

    def action_page(self, by: int) -> None:
        """Move by the height of the list."""
        self.move_to(self.cursor + by * max(self.size.height - 1, 1))

    def action_edge(self, end: int) -> None:
        """Go to the first or the last row."""
        self.move_to(end * (self.row_count() - 1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.can_be_chosen(self.cursor):
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """One click moves the cursor; a click where it stands, or a double one, chooses."""
        index = event.y + self.scroll_offset.y
        if self.can_be_chosen(index):
            again = index == self.cursor or event.chain > 1
            self.move_to(index)
            if again:
                self.action_choose()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.rows_changed()

    def on_focus(self) -> None:
        """Show where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    # -- painting --------------------------------------------------------------------------------

    def line(self, y: int, seen: Size) -> tuple[Line, Style]:
        """What stands at this place of what is ``seen``, from above; and the style of the whole line."""
        index, base = y + self.scroll_offset.y, self.base_style
        if index >= self.row_count():
            return (), base
        if index == self.cursor and self.can_be_chosen(index):
            base += self._cursor_style()
        return self.row(index, seen.width), base

    def _cursor_style(self) -> Style:
        return self.get_component_rich_style("line--cursor" if self.has_focus else "line--cursor-away")
