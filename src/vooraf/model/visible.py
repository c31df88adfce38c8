"""Text from a client or a file is text: control and bidi characters are made visible."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_SEPARATORS = (0x0085, 0x2028, 0x2029)


def visible(text: str) -> str:
    """``text`` with nothing in it that a terminal or a reader's eye would obey; line breaks stay."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_table("\n", "    "))


def visible_line(text: str) -> str:
    """The same on one line: a line break becomes a space."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_table(" ", " "))


@cache
def _table(line_break: str, tab: str) -> Mapping[int, str]:
    """What is shown for each of these characters; ``str.isprintable`` is false of all of them.

    Made when the first one is met: most texts have none, and it takes 1 ms.
    """
    return {
        **{code: chr(0x2400 + code) for code in range(0x20)},
        0x7F: "␡",
        **{code: f"<U+{code:04X}>" for code in (*range(0x80, 0xA0), *_BIDI, *_SEPARATORS)},
        **{code: f"<U+{code:04X}>" for code in range(0xD800, 0xE000)},
        0xFEFF: "<U+FEFF>",
        0x0A: line_break,
        0x09: tab,
    }
