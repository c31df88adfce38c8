"""``vooraf boundary``, and the messages that go with it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Runner

WHY = "didn't come, and didn't call"


@pytest.fixture
def anna(demo: Runner) -> str:
    """A salon's client who was told about the no-show, and confirmed it."""
    return next(each["client"] for each in demo("list", "--json").json["clients"] if "Anna" in each["name"])


def head(text: str) -> str:
    return " ".join(text.split())


def test_applied_and_excepted_stand_in_the_header(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--applied", "--why", WHY, "--on", "2026-11-20")
    second = demo("boundary", anna, "no-show", "--excepted", "--why", "her train was cancelled")

    assert second.out.startswith("No-show 2×, applied 1×, exception 1×\nWhat you let pass once, your client")
    assert f"vooraf --data {demo.data} script {anna} this-once --item no-show" in second.out
    assert "No-show 2×, applied 1×, exception 1×" in demo("show", anna).out
    assert demo("show", anna, "--json").json["boundaries"] == [
        {
            "item": "no-show",
            "applied": 1,
            "excepted": 1,
            "events": [
                {"kind": "applied", "why": WHY, "on": "2026-11-20"},
                {"kind": "excepted", "why": "her train was cancelled", "on": "2026-11-22"},
            ],
        }
    ]


def test_it_is_taken_back_and_done_again(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--applied", "--why", WHY)
    demo("undo", anna)
    assert demo("show", anna, "--json").json["boundaries"] == []
    demo("redo", anna)
    assert "No-show 1×, applied 1×" in demo("show", anna).out


def test_a_rule_that_was_never_told_is_said_first_and_recorded(demo: Runner, anna: str) -> None:
    result = demo("boundary", anna, "guests", "--applied", "--why", "three children")

    assert result.err.startswith("vooraf: “Children, pets and company” was never told to Anna de Wit")
    assert demo("show", anna, "--json").json["boundaries"][0]["item"] == "guests"


def test_a_rule_that_was_told_afterwards_was_not_told_by_that_day(demo: Runner, anna: str) -> None:
    told_late = demo("boundary", anna, "no-show", "--applied", "--why", WHY, "--on", "2026-11-16")

    assert "was never told to Anna de Wit" in told_late.err
    assert demo("boundary", anna, "no-show", "--applied", "--why", WHY, "--on", "2026-11-17").err == ""


def test_a_waived_item_is_refused_with_a_sentence(demo: Runner, anna: str) -> None:
    demo("waive", anna, "no-show")
    for kind in ("--applied", "--excepted"):
        result = demo("boundary", anna, "no-show", kind, "--why", WHY, ok=False)
        assert result.code == 1
        assert "doesn't apply to Anna de Wit: there is no rule to apply" in result.err
        assert f" reopen {anna} no-show" in result.err
    assert demo("script", anna, "this-once", "--item", "no-show", ok=False).code == 1
    assert demo("show", anna, "--json").json["boundaries"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--why", WHY), 2, "--applied or --excepted, one of the two."),
        (("--applied", "--excepted", "--why", WHY), 2, "--applied or --excepted, one of the two."),
        (("--applied",), 2, "Say why, with --why TEXT."),
        (("--applied", "--why", " \t"), 1, "Say why you applied the rule"),
        (("--applied", "--why", WHY, "--on", "2026-11-23"), 1, "lies in the future"),
        (("--applied", "--why", WHY, "--on", "2026-02-30"), 1, "can't be read as a date"),
    ],
)
def test_what_can_not_be_recorded_says_why(
    demo: Runner, anna: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = demo("boundary", anna, "no-show", *arguments, ok=False)

    assert (result.code, said in result.err) == (code, True), result.err
    assert demo("show", anna, "--json").json["boundaries"] == []


def test_an_unknown_item_names_the_nearest(demo: Runner, anna: str) -> None:
    result = demo("boundary", anna, "noshow", "--applied", "--why", WHY, ok=False)

    assert (result.code, "Did you mean “no-show”?" in result.err) == (1, True)


def test_hostile_words_stay_words(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--excepted", "--why", "\x1b[31mred\x1b[0m [/] \u202etfel\n")

    shown = demo("script", anna, "--minutes", "60").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[/]" in shown


# -- the words -------------------------------------------------------------------------------------


def test_the_no_show_message_cites_what_was_told_when_and_how(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--applied", "--why", WHY, "--on", "2026-11-20")

    said = head(demo("script", anna, "no-show").out)

    assert "Op 20 november had ik tijd voor je vrijgehouden" in said
    assert "Ik heb je op 17 november op de website verteld hoe het dan gaat: “Kom je niet" in said
    assert "Op 17 november heb je dat bevestigd." in said
    assert "Je krijgt van mij een betaalverzoek." in said


def test_what_was_never_told_is_not_said_to_have_been(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--applied", "--why", WHY, "--on", "2026-11-16")

    result = demo("script", anna, "no-show")

    said = head(result.out)
    assert "verteld hoe het dan gaat: “" not in said
    assert "betaalverzoek. " not in said.partition("Zo gaat het bij mij")[0]
    assert "Ik had je vooraf niet verteld hoe het dan gaat." in said
    assert "never told to Anna de Wit; the message doesn't say it was" in result.err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I told you on 16 November by e-mail when you can expect to hear from me"),
        ("nl", "Ik heb je op 16 november per e-mail verteld wanneer je van me hoort"),
        ("nl_formal", "Ik heb u op 16 november per e-mail verteld wanneer u van mij hoort"),
    ],
)
def test_a_message_is_in_the_clients_language_or_another_one(demo: Runner, language: str, said: str) -> None:
    assert said in head(demo("script", "smit", "evening-message", "--language", language).out)


def test_who_likes_it_short_gets_it_short(demo: Runner) -> None:
    short = demo("script", "smit", "evening-message").out
    demo("edit", "smit", "--style", "neemt de tijd")
    full = demo("script", "smit", "evening-message").out

    assert len(short.splitlines()) < len(full.splitlines())
    assert "Schrijft u gerust 's avonds" in head(full)


def test_the_fifth_time_sounds_like_the_second(demo: Runner, anna: str) -> None:
    demo("set", anna, "booking_link=https://salon.example")
    demo("tell", anna, "channels", "--by", "chat")
    first = demo("script", anna, "booking-page").out
    said = []
    for time in range(2, 6):
        demo("boundary", anna, "channels", "--applied", "--why", "a message on Sunday night")
        said.append(demo("script", anna, "booking-page"))
        assert f"Booking online {time - 1}×, applied {time - 1}×" in said[-1].err

    assert said[1].out == said[2].out == said[3].out
    assert "https://salon.example" in head(said[3].out)
    assert "zit iets je daarbij in de weg" in head(said[3].out)
    assert said[0].out == first


def test_a_payment_is_asked_only_where_the_words_have_one(demo: Runner, anna: str) -> None:
    assert "betaalverzoek" in demo("script", anna, "no-show").out
    assert "betaalverzoek" not in demo("script", "smit", "no-show").out


def test_the_reason_stays_in_the_diary(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--excepted", "--why", "her mother is ill")

    said = demo("script", anna, "this-once").out

    assert "her mother is ill" not in said
    assert "De volgende keer gaat het weer zo." in head(said)
    assert "her mother is ill" in demo("diary", anna).out


def test_the_check_in_brings_up_again_what_was_excepted(demo: Runner, anna: str) -> None:
    demo("boundary", anna, "no-show", "--excepted", "--why", "her train was cancelled")

    parts = demo("script", anna, "--minutes", "60", "--format", "json").json["parts"]

    lines = {part["key"]: [line for line in part["lines"] if line["item"] == "no-show"] for part in parts}
    assert [line["kind"] for line in lines["check"]] == ["note", "note", "say", "ask", "write"]
    assert lines["check"][1]["text"].endswith("een uitzondering gemaakt: her train was cancelled")
    assert lines["agreed"] == []
    demo("confirm", anna, "no-show", "--words", "snap ik")
    again = demo("script", anna, "--minutes", "60", "--format", "json").json["parts"]
    assert [
        line
        for part in again
        if part["key"] == "check"
        for line in part["lines"]
        if line["item"] == "no-show"
    ] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("this-once",), 1, "“this-once” is about one item, and none is named."),
        (("check-in", "--item", "no-show"), 1, "“check-in” isn't about one item"),
        (("this-once", "--item", "noshow"), 1, "Did you mean “no-show”?"),
        (("no-show", "--tell", "--by", "email"), 1, "can't be recorded as told"),
    ],
)
def test_a_message_that_can_not_be_made_says_why(
    demo: Runner, anna: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = demo("script", anna, *arguments, ok=False)

    assert (result.code, said in result.err) == (code, True), result.err
    assert result.out == ""


# -- how a client likes it -------------------------------------------------------------------------


def test_how_a_client_likes_it_stands_on_top_of_a_script_and_in_no_letter(demo: Runner, anna: str) -> None:
    demo("edit", anna, "--style", "veel grapjes", "--approach", "eerst bellen", "--pace", "rustig aan")

    first = demo("script", anna, "--format", "json").json["parts"][0]["lines"]

    assert [(line["kind"], line["text"]) for line in first[:3]] == [
        ("note", "Manier van praten: veel grapjes"),
        ("note", "Zo te benaderen: eerst bellen"),
        ("note", "Tempo: rustig aan"),
    ]
    assert demo("script", anna).out.index("veel grapjes") < demo("script", anna).out.index("Fijn je te")
    for letter in ("up-front", "recap", "no-show"):
        assert "grapjes" not in demo("script", anna, letter).out
