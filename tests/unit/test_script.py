"""A talk made out for one client."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.unit.script_samples import (
    NAMES,
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
    talk,
    talk_of,
    told,
    waived,
)
from vooraf.model.client import Client, History, TalkHeld
from vooraf.model.questions import questions
from vooraf.model.script import Line, Script, ScriptPart, letter_items, make
from vooraf.model.talk import Talk

CHECK_IN = talk("check-in")
UP_FRONT = talk("up-front")
RECAP = talk("recap")
YESTERDAY = date(2026, 11, 21)
LICENCE = "You may print and share them for yourself. For a website or an advertisement we agree on it first."
NEW = "We have been in touch, and today we meet for the first time. It is good to see you in person."
NEW_CALL = "We have been in touch, and today we talk for the first time. It is good to hear your voice."


def part(script: Script, key: str) -> ScriptPart:
    return next(part for part in script.parts if part.key == key)


def lines(script: Script, key: str, item: str | None = None) -> list[tuple[str, str]]:
    """Kind and text of a part's lines, those of one item where it is named."""
    return [(line.kind, line.text) for line in part(script, key).lines if item in (None, line.item)]


def keys(script: Script) -> list[str]:
    return [part.key for part in script.parts]


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
