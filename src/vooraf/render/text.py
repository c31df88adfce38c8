"""A script for the terminal and the printer."""

from __future__ import annotations

from vooraf.model.record import NamedTuple
from vooraf.model.script import NOTE, WRITE
from vooraf.model.talk import LETTER
from vooraf.model.visible import visible, visible_line
from vooraf.render.blocks import Block, blocks, paragraphs
from vooraf.render.labels import label, label_width
from vooraf.render.wrap import cells, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.model.script import Line, Script, ScriptPart

BOX = "[ ] "
_BULLET = "- "
_NARROW = 40
_SHORTEST_RULE = 10


class _Page(NamedTuple):
    """``margin`` before a line, ``column`` the width of the labels: 0 when there is no room for them."""

    width: int
    margin: int
    column: int
    language: str


def text(script: Script, width: int = 72) -> str:
    """The script as plain text in lines of at most ``width`` (from 20) cells; ends with a line break."""
    page = _page(width, script.language)
    part_of = _letter_part if script.form == LETTER else _meeting_part
    lines = wrap(visible_line(script.heading), width)
    for part in script.parts:
        lines += ["", *wrap(visible_line(part.title), width)] if part.title else [""]
        lines += part_of(part, page)
    return "\n".join(lines) + "\n"


def _page(width: int, language: str) -> _Page:
    if width < _NARROW:
        return _Page(width, 0, 0, language)
    return _Page(width, 2, label_width(language) + 2, language)


def _letter_part(part: ScriptPart, page: _Page) -> list[str]:
    lines: list[str] = []
    before = ""
    for kind, said in paragraphs(part):
        bullet = _BULLET if kind == NOTE else ""
        lines += [""] if before and (kind, before) != (NOTE, NOTE) else []
        lines += wrap(visible(said), page.width, bullet, " " * len(bullet))
        before = kind
    return lines


def _meeting_part(part: ScriptPart, page: _Page) -> list[str]:
    lines: list[str] = []
    before: Block | None = None
    for block in blocks(part):
        listed = before is not None and not before.lines and not block.lines
        lines += [] if before is None or listed else [""]  # titles make a list; anything longer gets air
        lines += _block(block, page)
        before = block
    return lines


def _block(block: Block, page: _Page) -> list[str]:
    margin = " " * page.margin
    title = []
    if block.heading is not None:
        inside = margin + " " * len(BOX)
        title = wrap(visible_line(block.heading.text), page.width, margin + BOX, inside)
        margin = inside
    labelled = any(line.kind != NOTE for line in block.lines)
    noted = margin + " " * (page.column if labelled else 0)  # a note stands among the texts
    lines = (
        _note(line, noted, page) if line.kind == NOTE else _line(line, margin, page) for line in block.lines
    )
    return [*title, *(shown for line in lines for shown in line)]


def _note(line: Line, margin: str, page: _Page) -> list[str]:
    return wrap(visible(line.text), page.width, margin + _BULLET, margin + " " * len(_BULLET))


def _line(line: Line, margin: str, page: _Page) -> list[str]:
    name = label(line.kind, page.language)
    first = margin + (name.ljust(page.column) if page.column else f"{name}: ")
    rest = margin + " " * (page.column or len(_BULLET))
    shown = wrap(visible(line.text), page.width, first, rest)
    return _with_room(shown, rest, page.width) if line.kind == WRITE else shown


def _with_room(shown: list[str], rest: str, width: int) -> list[str]:
    """Room to write: what is left of the last line, and a line of its own."""
    left = width - cells(shown[-1]) - 1
    rule = f" {'_' * left}" if left >= _SHORTEST_RULE else ""
    return [*shown[:-1], shown[-1] + rule, rest + "_" * (width - cells(rest))]
