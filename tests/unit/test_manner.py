"""Who likes it short, by what the owner wrote down."""

from __future__ import annotations

import pytest

from vooraf.model.client import Client
from vooraf.model.fold import fold
from vooraf.model.manner import is_brief


def noted(key: str, text: str) -> Client:
    return fold("k7", ())._replace(**{key: text})


@pytest.mark.parametrize("key", ["style", "approach", "pace"])
@pytest.mark.parametrize(
    "text", ["short", "Kort en zakelijk", "snel.", "to the point", "heeft weinig tijd", "BRIEF"]
)
def test_a_word_for_short_in_any_of_them_is_enough(key: str, text: str) -> None:
    assert is_brief(noted(key, text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "calm",
        "not too fast",
        "niet te snel",
        "geen korte mails",
        "shorthand",
        "eerst luisteren, dan voorstellen",
    ],
)
def test_no_word_or_one_that_is_denied_is_not(text: str) -> None:
    assert not is_brief(noted("pace", text))


def test_other_fields_say_nothing_about_it() -> None:
    assert not is_brief(noted("name", "Kort"))
