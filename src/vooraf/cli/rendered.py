"""A script in the format that was asked for."""

from __future__ import annotations

from vooraf.cli.streams import json_text
from vooraf.model.script import Script

FORMATS = ("text", "md", "html", "json")


def rendered(made: Script, form: str, width: int) -> str:
    """The script in a format; each is imported when it is asked for."""
    match form:
        case "md":
            from vooraf.render.markdown import markdown  # noqa: PLC0415

            return markdown(made)
        case "html":
            from vooraf.render.html import html  # noqa: PLC0415

            return html(made)
        case "json":
            from vooraf.render.as_json import as_json  # noqa: PLC0415

            return json_text(as_json(made))
        case _:
            from vooraf.render.text import text  # noqa: PLC0415

            return text(made, width)
