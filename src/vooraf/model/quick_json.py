"""JSON without ``json``: that brings along re and enum, and the three take 6 ms of every start.

What is in C beneath it needs none of them.
"""

from __future__ import annotations

from _json import encode_basestring, make_encoder, make_scanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class _How:
    """What the scanner asks: as ``json.loads`` does it."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float


_scan = make_scanner(_How())  # type: ignore[arg-type] # any object with these will do


def loads(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What ``json.loads`` gives. Raises ValueError: it is no JSON."""
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except (StopIteration, SystemError):
        pass  # no JSON; without json the scanner can't say why
    import json  # noqa: PLC0415 - to raise what it raises, and for blanks before and behind the text

    return json.loads(text)


def writer(default: Callable[[object], object], *, in_order: bool = False) -> Callable[[object], str]:
    """What writes a value as ``json.dumps`` does without escapes and blanks; ``in_order`` sorts the keys.

    ``default`` gives something that JSON knows for what it doesn't.
    """
    encode = make_encoder(None, default, encode_basestring, None, ":", ",", in_order, False, True)
    return lambda value: "".join(encode(value, 0))
