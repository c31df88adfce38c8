"""A script as Markdown: headings, lists, boxes to tick; a letter as paragraphs."""

from __future__ import annotations

from vooraf.model.script import NOTE
from vooraf.model.talk import LETTER
from vooraf.model.visible import visible_line
from vooraf.render.blocks import blocks, paragraphs
from vooraf.render.labels import label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.model.script import Line, Script, ScriptPart

_MARKUP = frozenset("\\`*_[]<>|~$@")
_AT_THE_START = frozenset("#+-=:")
_LONGEST_NUMBER = 9
"""A list's number has no more digits than this."""


def markdown(script: Script) -> str:
    """The script as Markdown (CommonMark, with the task lists of GitHub); ends with a line break."""
    part_of = _letter_part if script.form == LETTER else _meeting_part
    lines = [f"# {plain(script.heading)}"]
    for part in script.parts:
        lines += ["", f"## {plain(part.title)}", ""] if part.title else [""]
        lines += part_of(part, script.language)
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """``text`` on one line, in such a way that nothing in it is markup."""
    line = visible_line(text).strip()
    return "".join(f"\\{char}" if _means(line, index) else char for index, char in enumerate(line))


def _means(line: str, index: int) -> bool:
    """Whether the character there could be markup: only those are escaped, the rest reads as it is."""
    char = line[index]
    if char in _MARKUP or (index == 0 and char in _AT_THE_START):
        return True
    if char == "&":  # an entity; one between spaces is none
        return line[index + 1 : index + 2].isalnum() or line.startswith("#", index + 1)
    if char == ":":  # an address becomes a link by itself
        return line.startswith("//", index + 1)
    if char == "." and line[max(0, index - 3) : index].lower() == "www":
        return True
    return char in ".)" and index <= _LONGEST_NUMBER and line[:index].isdigit()


def _letter_part(part: ScriptPart, _language: str) -> list[str]:
    lines: list[str] = []
    before = ""
    for kind, text in paragraphs(part):
        lines += [""] if before and (kind, before) != (NOTE, NOTE) else []
        lines.append(f"- {plain(text)}" if kind == NOTE else plain(text))
        before = kind
    return lines


def _meeting_part(part: ScriptPart, language: str) -> list[str]:
    lines = []
    for block in blocks(part):
        margin = ""
        if block.heading is not None:
            lines.append(f"- [ ] **{plain(block.heading.text)}**")
            margin = "  "
        lines += [f"{margin}- {_line(line, language)}" for line in block.lines]
    return lines


def _line(line: Line, language: str) -> str:
    name = label(line.kind, language)
    return f"**{name}:** {plain(line.text)}" if name else plain(line.text)
