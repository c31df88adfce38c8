"""A letter as the owner edits it: its text and back, so that it can be saved in every format. Pure."""

from __future__ import annotations

from vooraf.model.script import NOTE, SAY, Line, Script, ScriptPart
from vooraf.model.visible import visible_line

_BULLET = "- "


def edited(script: Script, text: str) -> Script:
    """The letter with ``text`` in the place of its words: a paragraph a line, as ``sheet.pasted`` gives it.

    The first paragraph is the heading; a line that is one of the letter's titles stays one.
    """
    titles = {visible_line(part.title) for part in script.parts if part.title}
    heading, *rest = [block.strip("\n") for block in text.replace("\r\n", "\n").strip().split("\n\n")]
    parts = []
    for block in rest:
        first, _end, below = block.partition("\n")
        title, said = (first, below) if first.strip() in titles else ("", block)
        if said.strip() or title:
            parts.append(ScriptPart("", title.strip(), (_line(said),) if said.strip() else ()))
    return script._replace(heading=" ".join(heading.split()), parts=tuple(parts))


def _line(said: str) -> Line:
    noted = said.startswith(_BULLET)
    return Line(NOTE if noted else SAY, None, said.removeprefix(_BULLET) if noted else said)
