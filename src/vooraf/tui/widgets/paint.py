"""Lines as the widgets draw them: the one place where text becomes something on the screen.

A line is a tuple of spans, each a text and the name of a style (see ``styled.INKS``). Text is text: it never goes
to a widget as markup, and control and bidi characters are made visible here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.strip import Strip

from vooraf.model.visible import visible, visible_line
from vooraf.render.wrap import wrap

Span = tuple[str, str]
Line = tuple[Span, ...]
Styles = Callable[[str], Style]


def safe(text: str) -> Content:
    """A text of a client or a file, for a stock widget: no markup in it, nothing hidden."""
    return Content(visible(text))


def findable(text: str) -> Text:
    """The same for a choice that drops down: of what is no markup, typing finds this alone there."""
    return Text(visible(text))


def one_line(text: str) -> str:
    """A text of a client or a file, for a line that we draw."""
    return visible_line(text)


def width_of(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def fitted(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells: padded, or cut with an ellipsis."""
    plain = visible_line(text)
    if cell_len(plain) > width > 0:
        return set_cell_size(plain, width - 1) + "…"
    return set_cell_size(plain, max(width, 0))


def paragraph(text: str, width: int, style: str = "", indent: str = "") -> Iterator[Line]:
    """``text`` wrapped to ``width`` cells; its own line breaks stay."""
    room = max(width - len(indent), 1)
    for own in visible(text).split("\n"):
        for piece in wrap(own, room) or [""]:
            yield ((indent, ""), (piece, style))


def strip(line: Line, width: int, styles: Styles, base: Style) -> Strip:
    """A line as Textual paints it: cut or filled up to ``width`` cells over ``base``."""
    segments = [Segment(text, base + styles(name) if name else base) for text, name in line if text]
    return Strip(segments).adjust_cell_length(width, base)


def cut(line: Line, width: int) -> Line:
    """As much of a line as goes in ``width`` cells."""
    found: Line = ()
    for text, style in line:
        room = max(width - width_of(found), 0)
        found = (*found, (set_cell_size(text, min(cell_len(text), room)), style))
    return found


def spread(left: Line, right: Line, width: int) -> Line:
    """``left`` at the left and ``right`` at the right end of a line of ``width`` cells."""
    gap = width - width_of(left) - width_of(right)
    return (*left, (" " * max(gap, 1), ""), *right)


def as_text(lines: Iterable[Line]) -> str:
    """Drawn lines as plain text."""
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)
