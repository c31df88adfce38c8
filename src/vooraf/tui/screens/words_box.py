"""A box for a text: the client's own words, a note, a reason, a message. In it every key is text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static, TextArea

from vooraf.errors import N_
from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.widgets.hint_pane import HintPane
from vooraf.tui.widgets.marked_area import Look, MarkedArea
from vooraf.tui.widgets.paint import safe

if TYPE_CHECKING:
    from vooraf.tui.app import VoorafApp

KEPT = N_("Your text isn't saved; it is kept until you leave Vooraf, and the same key opens it again.")
"""What is told behind a fault, when the text of a box is a draft again."""


class WordsBox(Dialog[str]):
    """Gives the text that was saved; it may be empty. ``drafts`` keeps it under ``draft`` when it's left.

    A text that is meant for a client is given ``hints``, which finds what could be said better in it, such as
    ``partial(word_hints, workspace, language="nl", role=SAY, allow=item.allow)``. The places are then underlined,
    and the reasons and better patterns stand under the text, those nearest to the cursor first, while one
    types. Saving is never refused for them. What the client said or wrote themselves has none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("save"), key_display="^s", id="words.save"),
    ]

    def __init__(
        self,
        title: str,
        hint: str,
        drafts: dict[str, str],
        draft: str,
        text: str = "",
        *,
        hints: Look | None = None,
    ) -> None:
        super().__init__(title)
        self._hint = hint
        self._drafts = drafts
        self._draft = draft
        self._text = text
        self._hints = hints

    def body(self) -> Iterable[Widget]:
        """The hint, the box, and what could be said better in it."""
        if self._hint:
            yield Static(safe(self._hint), classes="dialog--hint")
        text = self._drafts.get(self._draft, self._text)
        if self._hints is None:
            yield TextArea(text, soft_wrap=True)
        else:
            yield MarkedArea(text, self._hints)
            yield HintPane()

    def on_mount(self) -> None:
        """Write on where the text ends."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        cast("VoorafApp", self.app).name_draft(self._draft, self._title)

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def look_again(self) -> None:
        """Show the hints of what stands there now."""
        if self._hints is not None:
            self.query_one(HintPane).look_at(self.query_one(MarkedArea))

    def action_save(self) -> None:
        """Give the text."""
        self._drafts.pop(self._draft, None)
        self.dismiss(self.query_one(TextArea).text)

    def action_leave(self) -> None:
        """Leave, and keep the draft."""
        self.hold(self.query_one(TextArea).text)
        self.dismiss(None)

    def hold(self, text: str) -> None:
        """Keep this text as a draft, unless it is what was there before."""
        self._drafts.pop(self._draft, None)
        self._drafts.update(self.changed(text))

    def changed(self, text: str | None = None) -> dict[str, str]:
        """The text, or the one in the box, by its draft's name; empty when it is what was there before."""
        now = self.query_one(TextArea).text if text is None else text
        return {} if now == self._text else {self._draft: now}
