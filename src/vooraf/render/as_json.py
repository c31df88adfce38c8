"""A script for other programs."""

from __future__ import annotations

from vooraf.model.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.model.script import Script

SCHEMA = 1


def as_json(script: Script) -> dict[str, object]:
    """The script as plain data, with the keys that other programs rely on."""
    return {
        "schema": SCHEMA,
        "client": visible(script.client),
        "talk": visible(script.talk),
        "language": script.language,
        "minutes": script.minutes,
        "parts": [
            {
                "key": part.key,
                "title": visible(part.title),
                "lines": [
                    {"kind": line.kind, "item": line.item, "text": visible(line.text)} for line in part.lines
                ],
            }
            for part in script.parts
        ],
    }
