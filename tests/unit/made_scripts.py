"""Scripts of the built-in talks, and what stands in them."""

from __future__ import annotations

from tests.unit.script_samples import talk
from vooraf.model.script import Script, ScriptPart

CHECK_IN = talk("check-in")
UP_FRONT = talk("up-front")
LICENCE = "You may print and share them for yourself. For a website or an advertisement we agree on it first."


def part(script: Script, key: str) -> ScriptPart:
    return next(part for part in script.parts if part.key == key)


def lines(script: Script, key: str, item: str | None = None) -> list[tuple[str, str]]:
    """Kind and text of a part's lines, those of one item where it is named."""
    return [(line.kind, line.text) for line in part(script, key).lines if item in (None, line.item)]


def keys(script: Script) -> list[str]:
    return [part.key for part in script.parts]
