"""Whole scripts as they are printed, in every format and language, held against what is stored.

They are read as prose when they change. To store them anew: ``VOORAF_STORE=1 pytest tests/unit``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.script_samples import TODAY, client, confirmed, facts, middle, talk, told
from vooraf.model.checklist import LANGUAGES
from vooraf.model.client import Client
from vooraf.model.script import Script, make
from vooraf.render.as_json import as_json
from vooraf.render.html import html
from vooraf.render.markdown import markdown
from vooraf.render.text import text

STORED = Path(__file__).parent / "scripts"
FORMATS: dict[str, Callable[[Script], str]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "json": lambda script: json.dumps(as_json(script), ensure_ascii=False, indent=2) + "\n",
}
WORDS = {
    "en": "for my own wall, and the rest we talk about",
    "nl": "voor aan de muur, en over de rest hebben we het nog",
    "nl_formal": "voor aan de muur, en de rest bespreken we",
}


def someone(key: str, language: str) -> Client:
    if key != "recap":
        return client(language, style={"en": "short and direct"}.get(language, "kort en direct"))
    today = {"licence": confirmed("…", WORDS[language], TODAY), "privacy": told("…", TODAY, "in-person")}
    return client(language, items={**middle(language), **today})


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["check-in", "up-front", "recap"])
def test_a_script_is_printed_as_it_is_stored(key: str, language: str, ending: str) -> None:
    file = STORED / f"{key}-{language}.{ending}"

    made = FORMATS[ending](make(talk(key), facts(someone(key, language), minutes=9)))

    if os.environ.get("VOORAF_STORE"):
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")
