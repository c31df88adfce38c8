"""What every box over a screen has: a frame, a title, and escape to leave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from vooraf.errors import N_
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.paint import safe

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box that gives an ``Answer``, or ``None`` when it was left with escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+left", "leave", N_("leave"), key_display="esc", id="dialog.leave"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The frame with its title, the body, and the keys of the box."""
        with Vertical(classes="dialog") as frame:
            frame.border_title = safe(self._title)
            yield from self.body()
            yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """The widgets in the frame."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
