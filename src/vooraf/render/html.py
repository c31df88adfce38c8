"""A script as one page of HTML that needs nothing else: made for A4, and pleasant on a screen."""

from __future__ import annotations

from vooraf.model.formats import is_dutch
from vooraf.model.script import NOTE, WRITE
from vooraf.model.talk import LETTER
from vooraf.model.visible import visible, visible_line
from vooraf.render.blocks import Block, blocks, paragraphs
from vooraf.render.labels import label
from vooraf.render.style import STYLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.model.script import Line, Script, ScriptPart

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_RULES = 2
"""Lines of paper under what is to be written down: the first begins behind the text."""


def html(script: Script) -> str:
    """The script as a whole HTML document, without a script and without anything from the network."""
    heading = escaped(visible_line(script.heading))
    part_of = _letter_part if script.form == LETTER else _meeting_part
    body = "".join(part_of(part, script.language) for part in script.parts)
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{"nl" if is_dutch(script.language) else "en"}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n"
        f"<style>\n{STYLE}</style>\n"
        "</head>\n"
        f'<body class="{script.form}">\n'
        "<main>\n"
        f"<h1>{heading}</h1>\n"
        f"{body}"
        "</main>\n"
        "</body>\n"
        "</html>\n"
    )


def escaped(text: str) -> str:
    """``text`` in such a way that no character of it is markup, in an element or in an attribute."""
    return text.translate(_ESCAPES)


def _letter_part(part: ScriptPart, _language: str) -> str:
    lines = (_paragraph(text, "listed" if kind == NOTE else "said") for kind, text in paragraphs(part))
    return f"<section>\n{_title(part)}{''.join(lines)}</section>\n"


def _meeting_part(part: ScriptPart, language: str) -> str:
    """The title stays with the first question in one box, so that no page ends in a title."""
    first, *others = (_block(block, language) for block in blocks(part))
    kept = f'<div class="together">\n{_title(part)}{first}</div>\n'
    return f"<section>\n{kept}{''.join(others)}</section>\n"


def _title(part: ScriptPart) -> str:
    return f"<h2>{escaped(visible_line(part.title))}</h2>\n" if part.title else ""


def _block(block: Block, language: str) -> str:
    lines = "".join(_line(line, language) for line in block.lines)
    if block.heading is None:
        return f'<div class="question">\n{lines}</div>\n'
    title = escaped(visible_line(block.heading.text))
    head = f'<h3><label><input type="checkbox"> <span>{title}</span></label></h3>\n'
    return f'<div class="question item">\n{head}{lines}</div>\n'


def _line(line: Line, language: str) -> str:
    if line.kind == NOTE:
        return _paragraph(line.text, "note")
    text = escaped(visible(line.text))
    room = "<i></i>" * _RULES if line.kind == WRITE else ""
    name = escaped(label(line.kind, language))
    return f'<div class="line {line.kind}"><b>{name}</b><p>{text}{room}</p></div>\n'


def _paragraph(text: str, name: str) -> str:
    return f'<p class="{name}">{escaped(visible(text))}</p>\n'
