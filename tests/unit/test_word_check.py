"""The word check: what it flags, what it lets be, and how it says so."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.weak_words import FINE_EN, FINE_NL, NEGATED, WEAK_EN, WEAK_NL
from vooraf.model.checklist import LANGUAGES
from vooraf.model.word_check import Hint, hints
from vooraf.model.word_lists import ASK, CHECK, CLOSED, REGISTER, ROLES, SAY, SEVERAL, Compiled, compiled
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


# -- how it is looked at ---------------------------------------------------------------------------


def places(found: tuple[Hint, ...]) -> list[tuple[str, str]]:
    return [(hint.kind, hint.match) for hint in found]


def test_a_longer_place_stands_for_those_within_it(lists) -> None:
    assert places(hints("Ik ben altijd bereikbaar, zo snel mogelijk.", "nl", lists)) == [
        ("absolute", "altijd bereikbaar"),
        ("vague-time", "zo snel mogelijk"),
    ]


def test_a_phrase_goes_over_a_line_break_but_not_over_an_empty_line_or_a_bullet(lists) -> None:
    assert places(hints("I send it as soon\r\nas possible.", "en", lists)) == [
        ("vague-time", "as soon\r\nas possible")
    ]
    assert hints("I send it as\n\nsoon as you like it", "en", lists) == ()
    assert hints("- no response\n- approved", "en", lists) == ()


def test_words_of_the_client_are_theirs_and_a_quotation_that_is_not_closed_is_none(lists) -> None:
    for quoted in ("“always”", "„always”", "‘always’", "'always'", '"always"', "«always»"):
        assert hints(f"You said {quoted} to me.", "en", lists) == ()
    assert places(hints("You said “always to me.", "en", lists)) == [("absolute", "always")]
    assert places(hints("'s Avonds lees ik altijd de foto's.", "nl", lists)) == [("absolute", "altijd")]
    assert places(hints("You said “a\n\nalways” b", "en", lists)) == [("absolute", "always")]


def test_a_capital_within_a_sentence_is_a_name_and_shouting_is_none(lists) -> None:
    assert hints("I print at Always Print. Perfect Day is the album.", "en", lists) == ()
    assert places(hints("I deliver ALWAYS. Never late.", "en", lists)) == [
        ("absolute", "ALWAYS"),
        ("absolute", "Never"),
    ]


def test_je_in_a_text_with_u_and_u_in_a_text_with_je(lists) -> None:
    def mixed(text: str, language: str) -> list[str]:
        return [hint.match for hint in hints(text, language, lists) if hint.kind == REGISTER]

    assert mixed("U krijgt je foto's; Jullie kiezen zelf.", "nl_formal") == ["je", "Jullie"]
    assert mixed("Je krijgt Uw foto's om 9 u. u kiest.", "nl") == ["Uw", "u"]
    assert (
        mixed("U krijgt uw foto's.", "nl_formal")
        == mixed("Je kiest jouw foto's a.u.b. om 24 uur.", "nl")
        == []
    )
    assert mixed("U schreef: “kun je later?”", "nl_formal") == []


@pytest.mark.parametrize(
    ("language", "question", "closed"),
    [
        ("nl", "Weet je hoe annuleren werkt?", True),
        ("nl", "Klopt de prijs?", True),
        ("nl", "Je weet de prijs?", True),
        ("nl", "Weet je wat het kost, en wanneer?", True),
        ("nl", "Je wilt verzetten: wat doe je dan, en tot wanneer kan dat?", False),
        ("nl", "Wil je een afspraak verzetten, wat doe je dan?", False),
        ("nl", "Stel dat je partner het vraagt. Wat zeg je dan?", False),
        ("nl", "Tot wanneer kun je verzetten?", False),
        ("nl_formal", "In welke week hebt u de foto's nodig?", False),
        ("en", "Do you know what it costs?", True),
        ("en", "Do you know what it costs, and when?", True),
        ("en", "You know the price?", True),
        ("en", "You need to move it: what do you do, and until when?", False),
        ("en", "Should you be late, what do you do?", False),
        ("en", "By when can you move it?", False),
        ("en", "And what else?", False),
    ],
)
def test_a_check_that_yes_or_no_would_answer(lists, language: str, question: str, closed: bool) -> None:
    assert (CLOSED in kinds(hints(question, language, lists, role=CHECK))) == closed


def test_permission_may_be_asked_outside_a_check(lists) -> None:
    assert hints("Is it all right if we go through the list together?", "en", lists) == ()
    assert hints("Vind je het goed als we ze samen langslopen?", "nl", lists) == ()


def test_two_questions_in_one(lists) -> None:
    both = "What will it be for? When do you need it?"
    assert places(hints(both, "en", lists, role=ASK)) == [(SEVERAL, "When do you need it?")]
    assert hints(both, "en", lists) == ()
    assert (
        places(hints("Welke stijl zoek je, of heb je liever kleur?", "nl", lists, role=CHECK))[0][0]
        == SEVERAL
    )
    assert hints("A friend asks “when?”. What do you say?", "en", lists, role=CHECK) == ()


def test_what_weakens_a_statement_does_no_harm_in_a_question_to_a_client(lists) -> None:
    assert hints("What do you usually do with some of the photos?", "en", lists, role=ASK) == ()
    assert places(hints("I usually begin at 9:00. When do you get up?", "en", lists, role=ASK)) == [
        ("hedge", "usually")
    ]


def test_fields_count_as_what_will_stand_there(lists) -> None:
    fields = {"price": "money", "rounds": "number", "days": "days"}

    def found(text: str) -> list[tuple[str, str]]:
        return places(hints(text, "en", lists, role=SAY, fields=fields))

    assert found("It costs ${price}.") == [("no-vat", "${price}")]
    assert found("It costs ${price}, ${vat}.") == found("It costs ${price} with VAT.") == []
    assert found("You get ${rounds}.") == [("no-unit", "get ${rounds}")]
    assert found("You get ${rounds} rounds within ${days}.") == []
    assert found("It takes about ${days}.") == [("vague-amount", "about ${days}")]


def test_of_prices_without_vat_only_the_first_is_flagged(lists) -> None:
    assert places(hints("It costs £40 or £50.", "en", lists)) == [("no-vat", "£40")]


def test_what_is_allowed_passes_with_all_of_its_place(lists) -> None:
    text = "We guarantee it as soon as possible."
    assert places(hints(text, "en", lists, allow=("guarantee",))) == [("vague-time", "as soon as possible")]
    assert places(hints(text, "en", lists, allow=("soon", "(broken"))) == [("over-promise", "guarantee")]


PIECES = (*"ab.,?!'\"“”’\n -%€5/$", "altijd ", "je ", "always ", "${", "price}", "niet goed ", "wat ")


@given(text=st.lists(st.sampled_from(PIECES)).map("".join))
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_has_its_hints_in_its_own_places(lists, language: str, text: str) -> None:
    for role in ROLES:
        found = hints(text, language, lists, role=role)
        assert [hint.start for hint in found] == sorted(hint.start for hint in found)
        assert all(hint.match and text[hint.start : hint.end] == hint.match for hint in found)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        ".",
        "${",
        "€ ",
        '"',
        "'a",
        "\n",
        "je ",
        "as many ",
        "altijd ",
        "no response ",
        "ik begrijp ",
        "is mogelijk ",
        "€ 5 ",
        "binnen 5. ",
        "a-",
        "heb je nog ",
        "x/",
    ],
)
def test_no_text_takes_for_ever(lists, piece: str) -> None:
    """Four times the text takes not much more than four times as long, where a square would take sixteen."""

    def seconds(text: str) -> float:
        began = time.process_time()
        hints(text, "nl", lists)
        return time.process_time() - began

    short, long = piece * (6000 // len(piece)), piece * (24000 // len(piece))
    # Once is enough: what else the processor does makes one of the two take longer now and then.
    assert any(seconds(long) < 9 * seconds(short) + 0.02 for _ in range(5))


@pytest.mark.parametrize("text", ["Dat kost 45 euro, inclusief btw.", "Ik begin om 9.30, tot 17.00 dus."])
def test_amounts_in_words_and_times_are_no_figures_without_a_unit(
    lists: Mapping[str, Compiled], text: str
) -> None:
    assert kinds(hints(text, "nl", lists, role=SAY)) == set()


def test_a_question_of_small_words_alone_is_no_open_one(lists: Mapping[str, Compiled]) -> None:
    assert CLOSED in kinds(hints("And then?", "en", lists, role=CHECK))
