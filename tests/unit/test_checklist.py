"""A checklist as data."""

from __future__ import annotations

import pytest

from tests.factories import checklist, item
from vooraf.model.checklist import text_in


@pytest.mark.parametrize(
    ("texts", "language", "text"),
    [
        ({"en": "e", "nl": "n", "nl_formal": "f"}, "nl_formal", "f"),
        ({"en": "e", "nl": "n"}, "nl_formal", "n"),
        ({"en": "e", "nl": "n", "nl_formal": "f"}, "nl", "n"),
        ({"en": "e", "nl_formal": "f"}, "nl", "f"),
        ({"en": "e"}, "nl_formal", "e"),
        ({"nl": "n"}, "en", "n"),
        ({"nl_formal": "f"}, "en", "f"),
        ({"en": "e"}, "fr", "e"),
        ({"fr": "r"}, "en", "r"),
        ({}, "en", ""),
    ],
)
def test_a_text_falls_back_to_the_nearest_language(texts: dict[str, str], language: str, text: str) -> None:
    assert text_in(texts, language) == text


def test_an_item_is_found_by_its_key() -> None:
    made = checklist(item("a"), item("b"))
    assert [each.key for each in made.items()] == ["a", "b"]
    assert made.item("b") == item("b")
    assert made.item("c") is None
