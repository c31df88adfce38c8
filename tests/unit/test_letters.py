"""Letters: what each of them tells, and to whom."""

from __future__ import annotations

from datetime import timedelta

from tests.unit.made_scripts import LICENCE, UP_FRONT, keys, lines, part
from tests.unit.script_samples import (
    RULES,
    TODAY,
    checklist,
    client,
    confirmed,
    event,
    facts,
    middle,
    talk,
    told,
)
from vooraf.model.client import Client, TalkHeld
from vooraf.model.script import letter_items, make

RECAP = talk("recap")


# -- letters -----------------------------------------------------------------------------------------


def test_the_letter_tells_all_that_is_ready_by_section() -> None:
    script = make(UP_FRONT, facts())

    assert keys(script) == [
        "greeting", "service", "price", "revisions", "use", "boundaries", "privacy", "needed", "answer",
        "closing",
    ]  # fmt: skip
    assert [part.title for part in script.parts] == [
        "", "Service and result", "Price and payment", "Changes and extra work", "Copyright and use",
        "Boundaries and availability", "Privacy", "Your part", "Your answer", "",
    ]  # fmt: skip
    assert (script.form, script.minutes) == ("letter", 0)


def test_the_letter_leaves_out_what_is_waived_or_not_ready() -> None:
    told_items = {item for item, _ in letter_items(UP_FRONT, facts())}

    assert {item.key for item in checklist().items()} - told_items == {"price", "no-show"}


def test_what_is_recorded_as_told_is_exactly_what_stands_in_the_letter() -> None:
    script = make(UP_FRONT, facts())

    standing = [(line.item, line.text) for part in script.parts for line in part.lines if line.item]
    assert list(letter_items(UP_FRONT, facts())) == standing
    assert standing[-1] == (
        "client-part",
        "Please bring two sets of clothes without stripes, and keep one wall near a window free.",
    )


def test_the_letter_greets_asks_for_an_answer_and_is_signed() -> None:
    script = make(UP_FRONT, facts(client(salutation="Hi Mia,")))

    assert lines(script, "greeting")[0] == ("say", "Hi Mia,")
    assert lines(script, "greeting")[-1][1].startswith("Our appointment is on Wednesday 25 November 2026 at")
    assert lines(script, "answer")[0][1].endswith("If I hear nothing, I don't take that as a yes.")
    assert lines(script, "closing")[-1] == ("say", "Fotografie Zuid")


def test_a_letter_without_an_owner_s_name_has_no_bare_greeting() -> None:
    script = make(UP_FRONT, facts(rules=RULES._replace(name="")))

    assert "Kind regards," not in {text for _kind, text in lines(script, "closing")}
    assert script.heading == "Before we start"


def test_a_letter_holds_everything_however_short_the_meeting() -> None:
    assert letter_items(UP_FRONT, facts(minutes=0)) == letter_items(UP_FRONT, facts(minutes=60))


def test_a_wording_in_two_pieces_is_told_as_one_text() -> None:
    items = {"licence": confirmed("…", "for my wall", TODAY)}

    assert letter_items(RECAP, facts(client(items=items))) == (
        ("licence", f"{LICENCE} In your words: “for my wall”"),
    )


def recapped() -> Client:
    """Today: licence agreed, privacy told; the style was agreed before, and told again today."""
    again = middle("en")["style"]._replace(told=told("…", TODAY, "phone").told)
    today = {
        "licence": confirmed("…", "for my wall", TODAY),
        "privacy": told("…", TODAY, "in-person"),
        "style": again,
    }
    return client(items={**middle("en"), **today})


def test_the_recap_tells_agreed_from_told() -> None:
    script = make(RECAP, facts(recapped()))

    assert keys(script) == ["greeting", "agreed", "told", "changed", "open", "answer", "closing"]
    assert {line.item for line in part(script, "agreed").lines} == {"style", "licence"}
    assert lines(script, "agreed", "licence")[-1] == ("say", "In your words: “for my wall”")
    assert lines(script, "told") == [
        ("say", "I don't have your answer to this yet. What do you think of it?"),
        ("say", "I show a photo of you only after you have said yes to that photo."),
    ]


def test_what_was_told_in_writing_today_is_not_written_again() -> None:
    written = {"privacy": told("…", TODAY, "email"), "licence": confirmed("…", "yes", TODAY, "email")}
    script = make(RECAP, facts(client(items={**middle("en"), **written})))

    assert "told" not in keys(script)
    assert {line.item for line in part(script, "agreed").lines} == {"licence"}


def test_the_recap_holds_what_the_client_said_under_questions_about_no_item() -> None:
    asked = ("wishes", "open:licence", "expectations:success", "closing")
    answers = {"expectations:success": "when grandma smiles", "open:licence": "for my wall", "closing": ""}
    begun = event("started", TODAY, talk="check-in")
    talk_held = TalkHeld("t", "check-in", 10, "en", asked, begun, answers, None)
    before = talk_held._replace(
        started=event("started", TODAY - timedelta(days=1)), answers={"wishes": "earlier"}
    )
    script = make(RECAP, facts(recapped()._replace(talks=(before, talk_held))))

    assert lines(script, "said") == [("say", "“when grandma smiles”")]


def test_the_recap_names_what_is_still_open() -> None:
    script = make(RECAP, facts(recapped()))

    assert lines(script, "changed") == [("note", "Revision rounds")]
    assert lines(script, "open") == [("note", "Price"), ("note", "Clothes and light")]
    assert script.heading == "Our talk on Sunday 22 November 2026 · Fotografie Zuid"


def test_what_was_waived_after_it_was_told_today_is_not_in_the_recap() -> None:
    gone = told("…", TODAY)._replace(state="waived", waived=event("waived", TODAY))

    assert keys(make(RECAP, facts(client(items={"privacy": gone})))) == [
        "greeting", "open", "answer", "closing",
    ]  # fmt: skip
