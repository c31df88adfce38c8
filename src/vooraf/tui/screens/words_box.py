"""A box for a text: the client's own words, a note, a reason. In it every key is text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static, TextArea

from vooraf.errors import N_
from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.widgets.paint import safe


class WordsBox(Dialog[str]):
    """Gives the text that was saved; it may be empty. ``drafts`` keeps it under ``draft`` when it's left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save"), key_display="^s", id="words.save"),
    ]

    def __init__(self, title: str, hint: str, drafts: dict[str, str], draft: str, text: str = "") -> None:
        super().__init__(title)
        self._hint = hint
        self._drafts = drafts
        self._draft = draft
        self._text = text

    def body(self) -> Iterable[Widget]:
        """The hint and the box."""
        if self._hint:
            yield Static(safe(self._hint), classes="dialog--hint")
        yield TextArea(self._drafts.get(self._draft, self._text), soft_wrap=True)

    def on_mount(self) -> None:
        """Write on where the text ends."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def action_save(self) -> None:
        """Give the text."""
        self._drafts.pop(self._draft, None)
        self.dismiss(self.query_one(TextArea).text)

    def action_leave(self) -> None:
        """Leave, and keep the draft."""
        self._drafts[self._draft] = self.query_one(TextArea).text
        self.dismiss(None)
