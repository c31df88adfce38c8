"""Texts behind labels, in two columns: what the panes of a client and of a diary are made of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from vooraf.tui.widgets.paint import Line, Span, fitted, one_line, paragraph, width_of

_NARROW = 34
MOST_SHOWN = 2_000
"""Characters of one text beside a list: nobody reads more there, and wrapping more would hold up the key."""


def column_of(labels: Iterable[str], width: int) -> int:
    """The width of the column that these labels need; 2 where they stand above their texts instead."""
    return max((cell_len(label) for label in labels), default=0) + 2 if width >= _NARROW else 2


def labelled(label: str, text: str, width: int, column: int, style: str = "") -> Iterator[Line]:
    """``text`` behind ``label``, all its lines indented; below it where the column has no room for it."""
    beside = cell_len(label) < column
    if not beside:
        yield ((fitted(label, width), "dim"),)
    for number, line in enumerate(paragraph(cut(text), width - column, style)):
        head = fitted(label if beside and not number else "", column)
        yield ((head, "dim"), *line)


def with_tail(lines: Iterable[Line], tail: str, width: int, column: int) -> Iterator[Line]:
    """``lines`` with a remark behind the last of them; on a line of its own where it doesn't fit."""
    kept = list(lines)
    remark: Span = (f"  {one_line(tail)}", "dim")
    if not tail:
        yield from kept
    elif kept and width_of((*kept[-1], remark)) <= width:
        yield from kept[:-1]
        yield (*kept[-1], remark)
    else:
        yield from kept
        yield from paragraph(tail, width, "dim", " " * column)


def cut(text: str, most: int = MOST_SHOWN) -> str:
    """``text``, or its beginning when it is very long."""
    return text if len(text) <= most else text[:most].rstrip() + " …"
