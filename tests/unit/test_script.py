"""A talk made out for one client."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.unit.made_scripts import CHECK_IN, LICENCE, UP_FRONT, keys, lines, part
from tests.unit.script_samples import (
    RULES,
    TODAY,
    WAS,
    checklist,
    client,
    confirmed,
    event,
    facts,
    held,
    middle,
    waived,
)
from vooraf.model.client import History
from vooraf.model.questions import questions
from vooraf.model.script import make

YESTERDAY = date(2026, 11, 21)
NEW = "We have been in touch, and today we meet for the first time. It is good to see you in person."
NEW_CALL = "We have been in touch, and today we talk for the first time. It is good to hear your voice."


# -- the check-in ------------------------------------------------------------------------------------


def test_the_parts_stand_in_the_order_of_the_design() -> None:
    assert keys(make(CHECK_IN, facts(minutes=5))) == [
        "opening", "wishes", "changed", "open", "expectations", "agreed", "closing", "later",
    ]  # fmt: skip
    assert "check" in keys(make(CHECK_IN, facts()))


def test_what_is_empty_is_left_out() -> None:
    everything = {item.key: waived() for item in checklist().items()}

    script = make(CHECK_IN, facts(client(wishes=(), items=everything)))

    assert keys(script) == ["opening", "expectations", "closing"]


def test_the_heading_says_who_when_where_and_how_long() -> None:
    script = make(CHECK_IN, facts(client(place="her house")))

    assert script.heading == (
        "Check-in · Mia Brown · Wednesday 25 November 2026 at 10:00 · her house · 10\u00a0minutes"
    )
    assert (script.client, script.name, script.talk, script.title) == (
        "k7q2m9", "Mia Brown", "check-in", "Check-in",
    )  # fmt: skip
    assert (script.form, script.language, script.minutes) == ("meeting", "en", 10)


@pytest.mark.parametrize("meeting", [None, datetime(2026, 11, 21, 10)])
def test_a_meeting_that_is_unknown_or_past_isn_t_named(meeting: datetime | None) -> None:
    assert make(CHECK_IN, facts(client(meeting=meeting))).heading == "Check-in · Mia Brown · 10\u00a0minutes"


def test_a_meeting_of_this_morning_is_still_today_s() -> None:
    assert "22 November" in make(CHECK_IN, facts(client(meeting=datetime(2026, 11, 22, 8)))).heading


@pytest.mark.parametrize(("talks", "place", "said"), [
    ((), "at the studio", NEW),
    ((), "Zoom", NEW_CALL),
    ((held(YESTERDAY),), "", "It is good to see you again."),
    ((held(YESTERDAY),), "by phone", "It is good to talk to you again."),
    ((held(TODAY),), "", NEW),
    ((held(YESTERDAY, ended=False),), "", NEW),
])  # fmt: skip
def test_the_opening_knows_whether_they_met_and_how(talks: tuple[object, ...], place: str, said: str) -> None:
    script = make(CHECK_IN, facts(client(talks=talks, place=place)))

    assert [text for kind, text in lines(script, "opening") if kind == "say"] == [said]


@pytest.mark.parametrize(("place", "call"), [
    ("https://example.org/room", True), ("www.example.org", True), ("ZOOM", True), ("per telefoon", True),
    ("video-call", True), ("", False), ("Callstreet 4", False), ("Meeting room 2", False),
])  # fmt: skip
def test_a_call_is_a_word_or_an_address_in_the_place(place: str, call: bool) -> None:
    opening = lines(make(CHECK_IN, facts(client(place=place))), "opening")

    assert ("hear your voice" in opening[0][1]) is call


def test_the_opening_asks_first_and_then_asks_leave() -> None:
    asked = [text for kind, text in lines(make(CHECK_IN, facts()), "opening") if kind == "ask"]

    assert asked == [
        "What would you still like to know about me, or about how I work, before we begin?",
        "I have made a short list for today. Is it all right with you if we go through it together?",
    ]


def test_how_a_client_puts_things_stands_on_top_when_it_is_known() -> None:
    script = make(CHECK_IN, facts(client(style="direct", approach="by phone first", pace="slow")))

    assert lines(script, "opening")[:3] == [
        ("note", "How they put things: direct"),
        ("note", "How to approach them: by phone first"),
        ("note", "Their pace: slow"),
    ]
    assert lines(make(CHECK_IN, facts(client(pace="slow"))), "opening")[0] == ("note", "Their pace: slow")


def test_a_talk_that_does_not_say_it_itself_has_it_on_top_and_a_letter_has_not() -> None:
    opening, *others = CHECK_IN.parts
    bare = opening._replace(steps=tuple(step for step in opening.steps if step.kind != "note"))
    seen = facts(client("nl", style="veel grapjes", pace="rustig\naan"))

    script = make(CHECK_IN._replace(parts=(bare, *others)), seen)

    assert lines(script, "opening")[:2] == [
        ("note", "Manier van praten: veel grapjes"),
        ("note", "Tempo: rustig aan"),
    ]
    assert questions(script)[0].lines[0].text == "Manier van praten: veel grapjes"
    letter = make(UP_FRONT, seen)
    assert not any("grapjes" in line.text for part in letter.parts for line in part.lines)


def test_the_wishes_are_run_through_together() -> None:
    assert lines(make(CHECK_IN, facts(client(wishes=("a swallow", "", "no flowers")))), "wishes") == [
        ("say", "This is what you would like, as I wrote it down."),
        ("note", "a swallow"),
        ("note", "no flowers"),
        ("ask", "What is missing?"),
        ("ask", "What has changed since then?"),
        ("write", "Missing or changed"),
    ]


def test_a_changed_item_says_what_it_was_when_it_was_told_and_what_it_is() -> None:
    assert lines(make(CHECK_IN, facts()), "changed") == [
        ("note", "Revision rounds (by e-mail, 12 November) · don't leave without it"),
        ("note", f"It was: “{WAS['en']}”"),
        ("say", "Something has changed here since I told you. This is how it is now."),
        ("say", "There are 2 rounds of changes in the price. After that I charge €75.00 per hour."),
        ("ask", "Suppose you want a third round. What happens then?"),
        ("write", "In their own words"),
    ]


def test_a_changed_item_that_was_confirmed_untold_says_how_and_when_that_was() -> None:
    items = {"revisions": confirmed(WAS["en"], "two, and then it costs", rounds=2, rate="65")}

    found = lines(make(CHECK_IN, facts(client(items=items))), "changed", "revisions")

    assert found[:2] == [
        ("note", "Revision rounds (by phone, 14 November) · don't leave without it"),
        ("note", f"It was: “{WAS['en']}”"),
    ]


def test_a_changed_item_that_isn_t_ready_says_what_is_missing() -> None:
    found = lines(make(CHECK_IN, facts(rules=RULES._replace(values={}))), "changed")

    assert [kind for kind, _ in found] == ["note", "note", "note", "ask", "write"]
    assert found[2] == ("note", "Still empty: Hourly rate. Fill it in first, then tell it.")


def test_an_open_item_has_its_question_the_line_to_say_and_room() -> None:
    assert lines(make(CHECK_IN, facts()), "open", "licence") == [
        ("note", "What may be done with the photos · don't leave without it"),
        ("ask", "Where would you like to use them later on?"),
        ("say", LICENCE),
        ("write", "Their answer"),
    ]


def test_an_open_item_that_isn_t_ready_names_what_is_missing_and_is_not_said() -> None:
    assert lines(make(CHECK_IN, facts()), "open", "price") == [
        ("note", "Price · don't leave without it"),
        ("ask", "What amount did you have in mind?"),
        ("note", "Still empty: Price. Fill it in first, then tell it."),
        ("write", "Their answer"),
    ]


def test_a_told_item_says_when_and_how_and_asks_how_it_landed() -> None:
    script = make(CHECK_IN, facts())

    assert lines(script, "check", "deposit") == [
        ("note", "Deposit (by e-mail, 12 November)"),
        ("ask", "From which moment is the day yours?"),
        ("write", "In their own words"),
    ]
    assert lines(script, "check", "availability")[0] == (
        "note", "Evenings and weekends (by phone, Wednesday 3 December 2025)",
    )  # fmt: skip


def test_a_telling_written_by_hand_without_how_says_when() -> None:
    by_hand = event("told", date(2026, 11, 12), text="…", values={"deposit": 30})
    items = {"deposit": History("told", by_hand, None, None, by_hand)}

    assert lines(make(CHECK_IN, facts(client(items=items), minutes=60)), "check", "deposit")[0] == (
        "note", "Deposit (12 November)",
    )  # fmt: skip


def test_the_expectations_are_four_questions() -> None:
    asked = [text for kind, text in lines(make(CHECK_IN, facts(minutes=3)), "expectations") if kind == "ask"]

    assert asked == [
        "When would you call this a success?",
        "Who else is counting on the date?",
        "If I ever have bad news for you, how would you like to hear it?",
        "What would you do if you were not happy with something?",
    ]


def test_what_is_agreed_stands_with_wording_words_and_day() -> None:
    assert lines(make(CHECK_IN, facts()), "agreed") == [
        ("note", "Posed portraits (14 November)"),
        ("note", "I make posed portraits: I tell you where to stand and where to look."),
        ("note", "In their words: “you say where I look, I do as I am told”"),
    ]


def test_agreed_without_words_has_no_line_for_them() -> None:
    items = {"style": confirmed("…", "")}

    assert [kind for kind, _ in lines(make(CHECK_IN, facts(client(items=items))), "agreed")] == ["note"] * 2


def test_what_did_not_fit_is_named_and_no_more() -> None:
    assert lines(make(CHECK_IN, facts(minutes=3)), "later") == [
        ("note", "Revision rounds"),
        ("note", "Price"),
        ("note", "What may be done with the photos"),
        ("note", "Clothes and light"),
        ("note", "Showing photos"),
        ("note", "Deposit"),
        ("note", "Evenings and weekends"),
    ]


def test_a_waived_item_stands_nowhere() -> None:
    found = make(CHECK_IN, facts())

    assert "no-show" not in {line.item for part in found.parts for line in part.lines}


def test_a_meeting_that_goes_on_keeps_its_questions() -> None:
    someone = client(items={**middle("en"), "licence": confirmed("…", "for my wall")})

    script = make(CHECK_IN, facts(someone, chosen={"open": ("licence", "price"), "check": ("deposit",)}))

    assert [line.item for line in part(script, "open").lines if line.kind == "ask"] == ["licence", "price"]
    assert "changed" not in keys(script)
    assert {line.item for line in part(script, "agreed").lines} == {"style"}
    assert [line.item for line in part(script, "later").lines] == [
        "revisions", "client-part", "privacy", "availability",
    ]  # fmt: skip
