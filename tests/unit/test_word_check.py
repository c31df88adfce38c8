"""The word check: what it flags, what it lets be, and how it says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.unit.weak_words import FINE_EN, FINE_NL, NEGATED, WEAK_EN, WEAK_NL
from vooraf.model.word_check import Hint, hints
from vooraf.model.word_lists import Compiled, compiled
from vooraf.storage.words_reader import read_words

WORDS = Path(__file__).parents[2] / "checklists" / "words"


@pytest.fixture(scope="module")
def lists() -> Mapping[str, Compiled]:
    found = {}
    for name in ("en", "nl"):
        words, faults = read_words((WORDS / f"{name}.toml").read_bytes(), f"{name}.toml")
        assert faults == ()
        assert words is not None
        found[name] = compiled(words)
    return found


def kinds(found: tuple[Hint, ...]) -> set[str]:
    return {hint.kind for hint in found}


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [(language, kind, text) for language, weak in (("nl", WEAK_NL), ("en", WEAK_EN)) for kind, texts in weak.items() for text in texts],
)  # fmt: skip
def test_a_weak_phrase_is_flagged(lists, language: str, kind: str, text: str) -> None:
    found = hints(text, language, lists)
    assert kind in kinds(found), found
    assert kind in kinds(hints(text.upper(), language, lists))
    for hint in found:
        assert text[hint.start : hint.end] == hint.match
        assert set(hint.why) == set(hint.instead) == {"en", "nl"}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, fine in (("nl", FINE_NL), ("en", FINE_EN)) for text in fine],
)
def test_a_sound_text_is_let_be(lists, language: str, text: str) -> None:
    assert hints(text, language, lists) == ()


@pytest.mark.parametrize(("language", "text"), [(each, text) for each in NEGATED for text in NEGATED[each]])
def test_a_denied_promise_is_flagged_and_the_hint_says_that_it_is_denied(
    lists, language: str, text: str
) -> None:
    (hint,) = hints(text, language, lists)
    (plain,) = hints(hint.match, language, lists)

    assert hint.negated
    assert hint.why == lists[language].words.negated
    assert hint.instead == plain.instead != {}
