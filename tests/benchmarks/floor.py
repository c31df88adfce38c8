"""The smallest Textual app to measure against: a header, a footer, N rows and a pane beside them.

    python -m tests.benchmarks.floor 10000

It draws its own lines, and fills the pane in the key's own action: what is possible, and no more.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Footer, Header


class Rows(ScrollView, can_focus=True):
    """Draws the rows that are seen."""

    BINDINGS: ClassVar = [
        ("down", "move(1)", "down"),
        ("up", "move(-1)", "up"),
        ("pagedown", "page(1)", "page down"),
        ("pageup", "page(-1)", "page up"),
    ]

    def __init__(self, count: int) -> None:
        super().__init__(id="rows")
        self.names = [f"Client number {number:05d}" for number in range(count)]
        self.cursor = 0
        self.virtual_size = Size(30, count)

    def render_line(self, y: int) -> Strip:
        index, width = y + self.scroll_offset.y, self.size.width
        if index >= len(self.names):
            return Strip.blank(width, self.rich_style)
        style = self.rich_style + Style(reverse=index == self.cursor)
        return Strip([Segment(self.names[index][:width].ljust(width), style)], width)

    def action_move(self, by: int) -> None:
        old, self.cursor = self.cursor, max(0, min(len(self.names) - 1, self.cursor + by))
        top, height = self.scroll_offset.y, self.size.height
        if top <= self.cursor < top + height:
            for index in (old, self.cursor):
                self.refresh(Region(0, index - top, self.size.width, 1))
        else:
            goal = self.cursor if by < 0 else self.cursor - height + 1
            self.scroll_to(y=goal, animate=False, force=True)
        self.app.query_one(Beside).update(self.cursor, self.names[self.cursor])

    def action_page(self, by: int) -> None:
        self.action_move(by * self.size.height)


class Beside(Widget):
    """Paints its own lines."""

    lines: tuple[str, ...] = ()

    def render_line(self, y: int) -> Strip:
        text = self.lines[y] if y < len(self.lines) else ""
        return Strip([Segment(text.ljust(self.size.width), self.rich_style)], self.size.width)

    def update(self, index: int, name: str) -> None:
        self.lines = (f"Detail of row {index:05d}", "", f"Name: {name}", "E-mail: a@b.example")
        self.refresh()


class Floor(App[None]):
    """Header, rows, pane, footer."""

    CSS = "#rows {width: 40} Beside {width: 1fr; height: 1fr; padding: 1}"
    BINDINGS: ClassVar = [("q", "quit", "Quit"), ("n", "new", "New"), ("slash", "find", "Find")]

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            yield Rows(self.count)
            yield Beside()
        yield Footer()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.focus()
        rows.action_move(0)


if __name__ == "__main__":
    Floor(int(sys.argv[1])).run()
