"""A box for a whole message: as tall as the screen lets it be."""

from __future__ import annotations

from textual.widgets import TextArea

from vooraf.tui.screens.words_box import WordsBox


class MessageBox(WordsBox):
    """Gives the message that was saved."""

    CSS_PATH = "message_box.tcss"

    def on_mount(self) -> None:
        """Begin where the message does, once the box has put the cursor where other texts go on."""
        self.call_after_refresh(self.query_one(TextArea).move_cursor, (0, 0))
