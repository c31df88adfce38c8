"""A box for a text in which the places that could be said better are underlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.style import Style
from rich.text import Text
from textual.widgets import TextArea

from vooraf.errors import VoorafError
from vooraf.model.word_check import Hint

Look = Callable[[str], Sequence[Hint]]
"""The hints in a text, such as ``partial(word_hints, workspace, language="nl", role=SAY)``."""

_MARK = Style(underline=True, bold=True)


class MarkedArea(TextArea):
    """A box for a text that is looked at with ``look`` whenever it is drawn; nothing is ever refused for it."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text, soft_wrap=True)
        self._look = look
        self._seen: tuple[str, Sequence[Hint]] | None = None
        self.fault: VoorafError | None = None

    @property
    def hints(self) -> Sequence[Hint]:
        """The hints in what stands here now; none, and ``fault``, when the list of words can't be used."""
        text = self.text
        if self._seen is None or self._seen[0] != text:
            self.fault = None
            try:
                found = self._look(text)
            except VoorafError as error:
                self.fault, found = error, ()
            self._seen = (text, found)
        return self._seen[1]

    @property
    def cursor_index(self) -> int:
        """How many characters stand before the cursor."""
        return self.offset_of(*self.cursor_location)

    def offset_of(self, row: int, column: int) -> int:
        """How many characters stand before a place."""
        lines = self.document.lines
        return sum(len(line) + len(self.document.newline) for line in lines[:row]) + column

    def get_line(self, line_index: int) -> Text:
        """A line with its marks."""
        line = super().get_line(line_index)
        begins = self.offset_of(line_index, 0)
        for hint in self.hints:
            if hint.end > begins and hint.start < begins + len(line.plain):
                line.stylize(_MARK, max(hint.start - begins, 0), min(hint.end - begins, len(line.plain)))
        return line
