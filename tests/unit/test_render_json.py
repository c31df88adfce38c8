"""A script for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.render_samples import FORBIDDEN, nasty, with_text
from tests.unit.script_samples import WAS, client, facts, talk
from vooraf.model.script import make
from vooraf.render.as_json import as_json


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def test_the_keys_are_those_that_are_promised() -> None:
    data = as_json(make(talk("check-in"), facts(client("nl"), minutes=5)))

    assert list(data) == ["schema", "client", "talk", "language", "minutes", "parts"]
    assert {key: data[key] for key in list(data)[:-1]} == {
        "schema": 1, "client": "k7q2m9", "talk": "check-in", "language": "nl", "minutes": 5,
    }  # fmt: skip
    assert json.loads(json.dumps(data))["parts"][2] == {
        "key": "changed",
        "title": "Gewijzigd sinds het verteld is",
        "lines": [
            {
                "kind": "note",
                "item": "revisions",
                "text": "Correctierondes (per e-mail, 12 november) · niet weg zonder dit",
            },
            {
                "kind": "note",
                "item": "revisions",
                "text": f"Het was: “{WAS['nl']}”",
            },
            {
                "kind": "say",
                "item": "revisions",
                "text": "Hier is iets veranderd sinds ik het je vertelde. Zo is het nu.",
            },
            {
                "kind": "say",
                "item": "revisions",
                "text": "In de prijs zitten 2 correctierondes. Daarna reken ik €\u00a075,00 per uur.",
            },
            {
                "kind": "ask",
                "item": "revisions",
                "text": "Stel dat je een derde ronde wilt. Wat gebeurt er dan?",
            },
            {"kind": "write", "item": "revisions", "text": "In eigen woorden"},
        ],
    }


def test_the_same_parts_and_the_same_choice_as_on_paper() -> None:
    script = make(talk("check-in"), facts())

    parts = as_json(script)["parts"]
    assert isinstance(parts, list)
    assert [part["key"] for part in parts] == [part.key for part in script.parts]
    assert [len(part["lines"]) for part in parts] == [len(part.lines) for part in script.parts]


@given(nasty, st.sampled_from(["check-in", "up-front", "recap"]))
def test_what_a_terminal_would_obey_is_made_visible(word: str, key: str) -> None:
    assert not FORBIDDEN.intersection("".join(strings(as_json(with_text(word, key)))))
