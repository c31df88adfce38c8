"""The texts of scripts: in which language, and what may stand in them."""

from __future__ import annotations

import pytest

from tests.unit.made_scripts import CHECK_IN, UP_FRONT, lines, part
from tests.unit.script_samples import NAMES, checklist, client, facts, talk_of
from vooraf.model.script import Line, Script, letter_items, make
from vooraf.model.talk import Talk

# -- texts and languages -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "nl", "nl_formal"])
def test_a_script_in_another_language_than_the_client_s_is_worked_out_in_it(language: str) -> None:
    script = make(UP_FRONT, facts(client("en"), language))

    expected = {
        "en": "I answer on weekdays between 09:00 and 17:00.",
        "nl": "Ik antwoord op werkdagen tussen 09.00 en 17.00 uur.",
        "nl_formal": "Ik antwoord op werkdagen tussen 09.00 en 17.00 uur.",
    }
    assert lines(script, "boundaries") == [("say", expected[language])]
    assert script.language == language


def test_the_same_item_counts_as_ready_in_every_language() -> None:
    told_in = {language: letter_items(UP_FRONT, facts(client("nl"), language)) for language in NAMES}

    assert len({tuple(item for item, _ in told) for told in told_in.values()}) == 1


@pytest.mark.parametrize("name", ["${owner}", "$5 $$ ${", "${name}"])
def test_client_text_is_never_filled_in_again(name: str) -> None:
    script = make(UP_FRONT, facts(client(name=name)))

    assert lines(script, "greeting")[0] == ("say", f"Dear {name},")


def test_a_dollar_sign_in_a_talk_is_written_twice() -> None:
    assert make(simple("$$5 for ${name}"), facts()).parts[0].lines[0].text == "$5 for Mia Brown"


@pytest.mark.parametrize("text", ["Dear ${nobody}", "From ${place}", "Price ${title}"])
def test_a_step_that_names_what_is_not_known_is_left_out(text: str) -> None:
    assert make(simple(text), facts()).parts == ()


def test_a_name_of_nothing_but_spaces_is_no_name() -> None:
    assert make(simple("${place}"), facts(client(place="  "))).parts == ()


def test_a_checklist_s_question_never_shows_a_blank_s_name_in_its_braces() -> None:
    asked = checklist()
    section = asked.sections[0]
    odd = section.items[0]._replace(ask={"en": "How about ${rounds} for $$5?"})
    listed = asked._replace(sections=(section._replace(items=(odd,)),))

    script = make(CHECK_IN, facts(client(items={}), checklist=listed))

    assert lines(script, "open", "style")[1] == ("ask", "How about [rounds] for $5?")


def simple(text: str, each: str = "", **step: object) -> Talk:
    frame = {"kind": "say", "text": {"en": text}, **step}
    return talk_of(
        "simple",
        {
            "title": {"en": "Simple"},
            "form": "meeting",
            "part": [{"key": "only", "title": {"en": "Only"}, "each": each, "step": [frame]}],
        },
    )


def texts(made: Script) -> list[str]:
    return [line.text for part in made.parts for line in part.lines]


def test_what_is_not_ready_can_be_listed() -> None:
    assert texts(make(simple("${title}: ${blanks}", "unready"), facts())) == ["Price: Price"]


def test_an_item_s_names() -> None:
    everything = "${section} / ${standing} / ${told_on} / ${told_by} / ${was}"

    assert texts(make(simple(everything, "check"), facts())) == [
        "Price and payment / told / 12 November / by e-mail / …",
        "Boundaries and availability / told / Wednesday 3 December 2025 / by phone / …",
    ]
    assert texts(make(simple("${confirmed_on} ${confirmed_by} ${words}", "agreed"), facts())) == [
        "14 November by phone you say where I look, I do as I am told",
    ]


@pytest.mark.parametrize(("when", "items"), [
    (["must"], ["revisions", "price", "licence"]),
    (["ready"], ["revisions", "licence", "client-part", "privacy", "deposit", "availability"]),
    (["unready"], ["price"]),
    (["told"], ["deposit", "availability"]),
    (["must", "ready"], ["revisions", "licence"]),
    (["must", "told"], []),
])  # fmt: skip
def test_a_step_stands_where_all_its_conditions_hold(when: list[str], items: list[str]) -> None:
    made = [make(simple("${title}", each, when=when), facts()) for each in ("changed", "open", "check")]

    assert [line.item for script in made for part in script.parts for line in part.lines] == items


def test_the_sections_can_be_named_and_skipped() -> None:
    table = {
        "key": "only",
        "title": {"en": "Only"},
        "each": "section",
        "step": [{"kind": "say", "text": {"en": "${title}"}}],
    }
    frame = {"title": {"en": "x"}, "form": "letter"}

    named = make(talk_of("x", {**frame, "part": [{**table, "sections": ["use", "privacy"]}]}), facts())
    skipped = make(talk_of("x", {**frame, "part": [{**table, "skip": ["use", "privacy", "price"]}]}), facts())

    assert texts(named) == ["What may be done with the photos", "Showing photos"]
    assert texts(skipped) == [
        "Posed portraits",
        "Revision rounds",
        "Evenings and weekends",
        "Clothes and light",
    ]


def test_a_step_that_stands_once_needs_something_to_stand_with() -> None:
    assert make(simple("Hear, hear.", "open", when=["once"]), facts()).parts == ()


def test_a_line_is_known_by_its_kind_item_text_and_question() -> None:
    assert part(make(CHECK_IN, facts()), "open").lines[1] == Line(
        "ask", "price", "What amount did you have in mind?", "open:price"
    )
