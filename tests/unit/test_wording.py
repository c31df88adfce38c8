"""The wording of an item: looked up, filled in, ready or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NO_RULES, checklist, field, item
from vooraf.model.checklist import HouseRules, Item
from vooraf.model.wording import (
    BY_DEFAULT,
    IN_RULES,
    WITH_CLIENT,
    Found,
    Wording,
    edition_of,
    fill,
    look_up,
    names_in,
    pieces,
    short_hash,
    texts_of,
    wording,
)

FIELDS = (field(), field("rate", "money", None), field("terms", "text", {"en": "by mail", "nl": "per mail"}))


def today(
    say: str | dict[str, str],
    language: str = "en",
    own: dict[str, object] | None = None,
    rules: HouseRules = NO_RULES,
) -> Wording:
    """What an item with this wording says today."""
    made = checklist(item(say={"en": say} if isinstance(say, str) else say), fields=FIELDS)
    return wording(made.items()[0], made, language, own or {}, rules)


# -- substitution ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names", "filled"),
    [
        ("", (), ""),
        ("no field", (), "no field"),
        ("${a}", ("a",), "<a>"),
        ("${a} and ${b}, ${a}.", ("a", "b"), "<a> and <b>, <a>."),
        ("$5 or $ or $a", (), "$5 or $ or $a"),
        ("$$ and $${a}", (), "$ and ${a}"),
        ("$$${a}", ("a",), "$<a>"),
        ("${a", (), "${a"),
        ("${}x", (), "x"),
        ("a}b", (), "a}b"),
    ],
)
def test_bare_names_are_filled_in(text: str, names: tuple[str, ...], filled: str) -> None:
    assert names_in(text) == names
    assert fill(text, "<{}>".format) == filled


@pytest.mark.parametrize("text", ["${a.b}", "${a[0]}", "${a!r}", "${__import__('os')}", "${ a }"])
def test_an_expression_is_only_a_name_that_no_field_has(text: str) -> None:
    found = today(text)
    assert not found.ready
    assert found.missing == (text[2:-1],)
    assert "${" not in found.text


@given(st.text(st.sampled_from("ab ${}"), max_size=20))
def test_a_text_without_dollars_is_itself_and_none_is_lost(text: str) -> None:
    cut = list(pieces(text))
    assert cut[-1][1] == ""
    if "$" not in text:
        assert cut == [(text, "")]
    assert fill(text.replace("$", "$$"), str) == text


# -- looking up ------------------------------------------------------------------------------------


def test_a_value_is_looked_up_with_the_client_then_in_the_rules_then_in_the_default() -> None:
    rules = HouseRules(values={"rounds": 3})
    assert look_up(field(), {"rounds": 4}, rules) == Found(4, WITH_CLIENT)
    assert look_up(field(), {"other": 4}, rules) == Found(3, IN_RULES)
    assert look_up(field(), {}, NO_RULES) == Found(2, BY_DEFAULT)
    assert look_up(field(default=None), {}, NO_RULES) is None


def test_an_empty_value_is_none() -> None:
    assert look_up(field(), {"rounds": ""}, HouseRules(values={"rounds": ""})) == Found(2, BY_DEFAULT)


@pytest.mark.parametrize("odd", ["two", [2], {"en": 2}, True, 1.234])
def test_a_value_of_another_type_counts_as_missing(odd: object) -> None:
    assert look_up(field(default=None), {"rounds": odd}, NO_RULES) is None
    assert look_up(field(), {"rounds": odd}, HouseRules(values={"rounds": odd})) == Found(2, BY_DEFAULT)


def test_a_text_may_be_given_per_language() -> None:
    rules = HouseRules(values={"terms": {"en": "by post", "nl": "per post"}})
    assert look_up(FIELDS[2], {}, rules) == Found({"en": "by post", "nl": "per post"}, IN_RULES)
    assert today({"en": "${terms}", "nl": "${terms}"}, "nl", rules=rules).text == "per post"
    assert look_up(FIELDS[2], {"terms": {}}, NO_RULES) == Found(FIELDS[2].default, BY_DEFAULT)


def test_a_wording_is_looked_up_in_the_rules_then_in_the_checklist() -> None:
    rules = HouseRules(say={"revisions": {"en": "My own ${rounds}."}, "other": {"en": "No."}})
    assert today("Theirs.", rules=rules).text == "My own 2."
    assert today("Theirs.").text == "Theirs."
    assert today("Theirs.", rules=HouseRules(say={"revisions": {}})).text == "Theirs."


def test_an_own_wording_stands_in_for_the_formal_one_too() -> None:
    made = item(say={"en": "e", "nl": "je", "nl_formal": "u"})
    assert texts_of(made, HouseRules(say={"revisions": {"nl": "mijn"}})) == {"en": "e", "nl": "mijn"}
    assert texts_of(made, HouseRules(say={"revisions": {"en": "my"}})) == {
        "en": "my",
        "nl": "je",
        "nl_formal": "u",
    }
    assert texts_of(made, NO_RULES) == made.say


# -- ready -----------------------------------------------------------------------------------------


def test_a_wording_with_every_value_is_ready() -> None:
    found = today("${rounds} rounds, then ${rate}, ${terms}.", own={"rate": "75"})
    assert (found.text, found.ready, found.missing, found.blanks) == (
        "2 rounds, then €75.00, by mail.",
        True,
        (),
        (),
    )
    assert found.values == {"rounds": 2, "rate": "75"}


def test_a_wording_with_an_empty_field_says_which_and_never_shows_its_code() -> None:
    found = today({"en": "${rate} and ${rounds} and ${nowhere} and ${rate}", "nl": "${rate}"}, "en")
    assert (found.ready, found.missing, found.blanks) == (False, ("rate", "nowhere"), ("Rate", "nowhere"))
    assert found.text == "[Rate] and 2 and [nowhere] and [Rate]"
    assert today({"nl": "${rate}"}, "nl").text == "[Rate (nl)]"


def test_only_the_fields_of_the_language_that_is_told_must_be_filled() -> None:
    texts = {"en": "${rounds}", "nl": "${rounds} ${rate}"}
    assert today(texts, "en").ready
    assert not today(texts, "nl").ready


def test_the_values_are_the_same_in_every_language() -> None:
    texts = {"en": "${rounds}", "nl": "${rate} ${rounds}", "nl_formal": "${terms}"}
    found = [today(texts, language, {"rate": "1250,50", "terms": "x"}) for language in texts]
    assert {frozenset(each.values.items()) for each in found} == {
        frozenset({"rounds": 2, "rate": "1250.50", "terms": "x"}.items())
    }
    assert len({each.edition for each in found}) == 1


def test_a_wording_falls_back_to_the_language_there_is() -> None:
    found = today({"nl": "${rounds} rondes"}, "en")
    assert (found.text, found.language) == ("2 rondes", "en")


def test_a_wording_of_another_language_is_filled_in_as_that_language_asks() -> None:
    made = today("${rate}, ${terms}", "nl_formal", {"rate": "1250"})

    assert made.text == "€1,250.00, by mail"
    assert made.language == "nl_formal"


# -- edition ---------------------------------------------------------------------------------------


def edition(made: Item, **own: str) -> str:
    return edition_of(made, HouseRules(say={made.key: own} if own else {}))


def test_the_edition_is_the_items_or_a_short_hash_of_an_own_wording() -> None:
    made = item(edition="3")
    assert edition(made) == "3"
    assert edition(made, en="My own.") == short_hash({"en": "My own."})
    assert edition(made, en="My own.") != edition(made, en="My other.")


def test_the_hash_is_the_same_whatever_the_order_and_is_written_in_stone() -> None:
    assert short_hash({"en": "a", "nl": "b"}) == short_hash({"nl": "b", "en": "a"}) == "ff4eb38089"
