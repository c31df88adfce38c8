"""A question with a few answers. What destroys is never the first of them, nor the key that asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.widgets.choices import Choices
from vooraf.tui.widgets.paint import safe

Choice = tuple[str, str]
"""What is given back, and how it reads."""


class ChoiceBox(Dialog[str]):
    """Gives the key of the answer that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "down", ""),
        ("k", "up", ""),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], hint: str = "", chosen: str = "") -> None:
        super().__init__(title)
        self._choices = choices
        self._hint = hint
        self._chosen = chosen

    def body(self) -> Iterable[Widget]:
        """The hint and the answers."""
        if self._hint:
            yield Static(safe(self._hint), classes="dialog--hint")
        yield Choices(*(Option(safe(text), id=None) for _, text in self._choices))

    def on_mount(self) -> None:
        """Stand on the answer that holds now, else on the first."""
        options = self.query_one(Choices)
        keys = [key for key, _ in self._choices]
        options.highlighted = keys.index(self._chosen) if self._chosen in keys else 0
        options.focus()

    def action_down(self) -> None:
        """To the next answer."""
        self.query_one(Choices).action_cursor_down()

    def action_up(self) -> None:
        """To the answer before."""
        self.query_one(Choices).action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the answer."""
        self.dismiss(self._choices[event.option_index][0])
