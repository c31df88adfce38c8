"""The sentences of the built-in talks: what they may never do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.unit.script_samples import TALKS, talk
from vooraf.model.checklist import LANGUAGES, text_in
from vooraf.model.talk import CONDITIONS, KINDS
from vooraf.storage.talk_reader import read_talk

KEYS = sorted(path.stem for path in TALKS.glob("*.toml"))
INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie|jezelf)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
OPENERS = {
    "en": ("what", "how", "which", "when", "where", "who"),
    "nl": ("wat", "hoe", "welke", "wanneer", "waar", "wie"),
    "nl_formal": ("wat", "hoe", "welke", "wanneer", "waar", "wie"),
}
LEAVE = ("Is it all right", "Vind je het goed", "Vindt u het goed")


def texts(language: str, kinds: tuple[str, ...] = KINDS) -> Iterator[str]:
    for key in KEYS:
        for part in talk(key).parts:
            yield text_in(part.title, language)
            for step in part.steps:
                if step.kind in kinds:
                    yield text_in(step.text, language)


def questions(language: str) -> list[str]:
    """The questions that a talk itself asks; those of an item stand in its checklist."""
    return [
        text_in(step.text, language)
        for key in KEYS
        for part in talk(key).parts
        for step in part.steps
        if step.kind == "ask" and "${" not in text_in(step.text, language)
    ]


@pytest.mark.parametrize("key", KEYS)
def test_a_built_in_talk_has_no_fault(key: str) -> None:
    file = f"talks/{key}.toml"

    found, faults = read_talk((TALKS / f"{key}.toml").read_bytes(), file, key, builtin=True)

    assert faults == ()
    assert found == talk(key)
    assert {name for part in found.parts for step in part.steps for name in step.when} <= set(CONDITIONS)


def test_je_and_u_are_never_mixed() -> None:
    assert [text for text in texts("nl_formal") if INFORMAL.search(text)] == []
    assert [text for text in texts("nl") if FORMAL.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ask_line_asks_one_thing(language: str) -> None:
    assert [text for text in questions(language) if text.count("?") != 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_open_but_for_asking_leave(language: str) -> None:
    """Its question word opens it, or stands behind a lead that ends in a comma or a full stop."""
    for text in questions(language):
        asked = re.split(r"[.,;] ?(?:and |en )?", text.split("?")[0])
        opened = [piece.strip().lower().removeprefix("and ").removeprefix("en ") for piece in asked]
        leave = any(words in text for words in LEAVE)
        assert leave or any(piece.startswith(OPENERS[language]) for piece in opened), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_examined_blamed_or_promised_anything(language: str) -> None:
    never = re.compile(
        r"\b(why|waarom|clear\?|duidelijk\?|understand|begrepen|snap\w*|sorry|unfortunately|helaas|guarantee"
        r"|promise|always|never|altijd|nooit|garantie|beloof|of course|natuurlijk|soon|gewoon)",
        re.IGNORECASE,
    )

    assert [text for text in texts(language) if never.search(text)] == []


def test_the_outcome_of_the_check_in_is_a_letter_that_exists() -> None:
    assert talk(talk("check-in").outcome).form == "letter"
