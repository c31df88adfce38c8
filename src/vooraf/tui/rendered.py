"""A script in the form that a file's name asks for."""

from __future__ import annotations

from vooraf.model.script import Script
from vooraf.render.text import text


def rendered(script: Script, form: str) -> str:
    """``script`` as ``text``, ``md``, ``html`` or ``json``. The last three cost some time to import."""
    if form == "md":
        from vooraf.render.markdown import markdown  # noqa: PLC0415

        return markdown(script)
    if form == "html":
        from vooraf.render.html import html  # noqa: PLC0415

        return html(script)
    if form == "json":
        import json  # noqa: PLC0415

        from vooraf.render.as_json import as_json  # noqa: PLC0415

        return json.dumps(as_json(script), ensure_ascii=False, indent=2) + "\n"
    return text(script)
