"""The words and glyphs that screens and commands share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from vooraf import locale
from vooraf.locale import day_words, event_words, words
from vooraf.model.checklist import MOMENTS, Checklist, Field, Item, Section
from vooraf.model.client import PROFILE, STANDINGS, Client
from vooraf.model.events import HOWS, Event
from vooraf.model.fold import fold

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    locale.choose("en")
    yield
    locale.choose("en")


def item(key: str, title: str) -> Item:
    return Item(key, "s", {"en": title}, False, "start", {}, {}, {}, {}, {}, (), "1", ())


FIELD = Field("price", "money", {"en": "Total"}, None, {})
CHECKLIST = Checklist(
    "small", {"en": "Small"}, (Section("s", {"en": "S"}, (item("price", "Price"), item("scope", "Scope"))),),
    {"price": FIELD}, True, None,
)  # fmt: skip


def event(kind: str, number: int = 1, **data: object) -> Event:
    return Event(number, f"id{number}", datetime(2026, 11, 22, tzinfo=UTC), kind, data)


def said(kind: str, client: Client | None = None, **data: object) -> str:
    return event_words.event_words(event(kind, **data), client or fold("k", ()), CHECKLIST)


# -- single words ----------------------------------------------------------------------------------


def test_every_standing_has_a_sign_a_plain_sign_and_a_word() -> None:
    assert [words.glyph(each) for each in STANDINGS] == ["○", "◐", "●", "≠", "–"]
    assert [words.glyph(each, ascii_only=True) for each in STANDINGS] == ["[ ]", "[~]", "[x]", "[#]", "[-]"]
    assert [words.standing_word(each) for each in STANDINGS] == [
        "open",
        "told",
        "confirmed",
        "changed",
        "n/a",
    ]


def test_every_how_moment_and_field_of_the_profile_has_a_word() -> None:
    assert words.how_word("email") == "by e-mail"
    assert len({words.how_word(each) for each in HOWS} - set(HOWS)) == len(HOWS)
    assert len({words.moment_word(each) for each in MOMENTS} - set(MOMENTS)) == len(MOMENTS)
    assert all(words.profile_word(each) for each in PROFILE)


def test_what_vooraf_does_not_know_stays_as_it_is_made_visible() -> None:
    assert words.how_word("fax\x1b") == "fax␛"
    assert event_words.kind_word("paid") == "paid"
    assert words.profile_word("colour") == "colour"
    assert words.language_word("de") == "de"
    assert words.client_kind_word("") == ""


def test_where_a_value_comes_from() -> None:
    assert words.source_word("client") == "for this client"
    assert words.source_word("rules") == "house rules"


# -- days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 23), "tomorrow"),
        (date(2026, 11, 24), "Tue 24 Nov"),
        (date(2026, 11, 20), "Fri 20 Nov"),
        (date(2027, 1, 4), "Mon 4 Jan 2027"),
    ],
)
def test_a_day(day: date, word: str) -> None:
    assert day_words.day_word(day, TODAY) == word


@pytest.mark.parametrize(
    ("meeting", "word"),
    [
        (None, "no date"),
        (datetime(2026, 11, 22, 14, 0), "today 14:00"),
        (datetime(2026, 11, 23, 14, 0), "tomorrow"),
        (datetime(2026, 11, 24, 14, 0), "Tue 24 Nov"),
    ],
)
def test_a_meeting(meeting: datetime | None, word: str) -> None:
    assert day_words.meeting_word(meeting, NOW) == word


@pytest.mark.parametrize(
    ("meeting", "word"),
    [
        (datetime(2026, 11, 21, 23, 59), ""),
        (datetime(2026, 11, 22, 8, 59), "now"),
        (datetime(2026, 11, 22, 9, 1), "in 1 minute"),
        (datetime(2026, 11, 22, 9, 40), "in 40 minutes"),
        (datetime(2026, 11, 22, 14, 0), "in 5 hours"),
        (datetime(2026, 11, 23, 0, 5), "in 1 day"),
        (datetime(2026, 11, 25, 10, 0), "in 3 days"),
    ],
)
def test_how_long_until_a_meeting(meeting: datetime, word: str) -> None:
    assert day_words.until_word(meeting, NOW) == word


def test_a_meeting_just_after_midnight_is_told_in_minutes() -> None:
    late = NOW.replace(hour=23, minute=30)

    assert day_words.until_word(datetime(2026, 11, 23, 0, 5), late) == "in 35 minutes"


# -- figures ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standing", "musts", "line"),
    [
        (
            {"confirmed": 9, "open": 14, "changed": 1, "waived": 2},
            2,
            "9 of 24 confirmed · 2 musts open · 1 changed",
        ),
        ({"confirmed": 1}, 1, "1 of 1 confirmed · 1 must open"),
        ({}, 0, "0 of 0 confirmed"),
    ],
)
def test_how_far_a_client_is(standing: Mapping[str, int], musts: int, line: str) -> None:
    counts = {**dict.fromkeys(STANDINGS, 0), **standing}

    assert words.progress_line(counts, musts) == line


# -- events ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "data", "line"),
    [
        ("opened", {"name": "Noor", "checklist": "small", "language": "nl"}, "Noor · Small · Dutch (je)"),
        ("profile", {"place": "here", "client_kind": "business"}, "place: here · kind: business"),
        ("profile", {"meeting": datetime(2026, 11, 24, 10, 0)}, "meeting: Tue 24 Nov 2026 10:00"),
        ("profile", {"meeting": "", "archived": True}, "meeting: – · archived: yes"),
        ("profile", {"wishes": ["one", "two"]}, "wishes: one · two"),
        ("profile", {"wishes": [], "language": "nl_formal"}, "wishes: – · language: Dutch (u)"),
        ("value", {"field": "price", "value": "75"}, "Total: €75.00"),
        ("value", {"field": "price", "value": ""}, "Total: taken back"),
        ("value", {"field": "rate", "value": 3}, "rate: 3"),
        ("told", {"item": "price", "by": "email"}, "Price · by e-mail"),
        ("told", {"item": "gone"}, "gone"),
        ("confirmed", {"item": "price", "by": "phone", "words": "fine"}, "Price · by phone · “fine”"),
        ("waived", {"item": "scope", "why": "a fixed package"}, "Scope · a fixed package"),
        ("reopened", {"item": "scope"}, "Scope"),
        ("note", {"text": "one\ntwo"}, "one two"),
        ("note", {"text": "one", "item": "price"}, "Price · one"),
        (
            "started",
            {"talk": "check-in", "minutes": 10, "questions": ["a", "b"]},
            "check-in · 10 minutes · 2 questions",
        ),
        ("started", {"talk": "check-in"}, "check-in · 0 questions"),
        ("answered", {"step": "open:price", "words": "two"}, "Price · “two”"),
        ("answered", {"step": "open:price", "words": "two", "passed": True}, "Price · asked"),
        ("answered", {"step": "opening"}, "before we begin · asked"),
        ("ended", {"talk": "nobody"}, ""),
        ("paid", {"amount": "75", "batch": "b"}, "amount: 75"),
    ],
)
def test_what_an_event_says(kind: str, data: dict[str, object], line: str) -> None:
    assert said(kind, **data) == line


def test_an_event_on_one_line() -> None:
    client = fold("k", ())

    assert (
        event_words.event_line(event("told", item="price", by="email"), client, CHECKLIST)
        == "told: Price · by e-mail"
    )
    assert event_words.event_line(event("ended", talk="x"), client, CHECKLIST) == "talk ended"


def test_the_end_of_a_talk_names_the_talk() -> None:
    client = fold("k", [event("started", 1, talk="check-in")])

    assert said("ended", client, talk="id1") == "check-in"


def test_an_undo_is_told_by_what_it_takes_back() -> None:
    client = fold(
        "k",
        [
            event("told", 1, item="price", by="email", batch="b"),
            event("told", 2, item="scope", by="email", batch="b"),
        ],
    )

    assert said("undone", client, target="b") == "told: Price; Scope · by e-mail"


def test_an_undo_of_itself_ends() -> None:
    loop = event("undone", 1, target="b", batch="b")

    assert event_words.event_words(loop, fold("k", [loop]), CHECKLIST) == ""


def test_what_one_command_did_is_told_in_short() -> None:
    client = fold("k", ())
    many = [event("told", number, item=f"item-{number}", by="paper") for number in range(5)]
    values = [event("value", 1, field="price", value="75"), event("value", 2, field="rate", value=3)]

    assert event_words.batch_line(many, client, CHECKLIST) == "told: 5 items · on paper"
    assert event_words.batch_line(values, client, CHECKLIST) == "value: Total: €75.00 · value: rate: 3"
    reopened = [event("reopened", 1, item="price"), event("reopened", 2, item="scope")]
    assert event_words.batch_line(reopened, client, None) == "open again: price; scope"


def test_nothing_of_a_diary_comes_back_as_a_control_character() -> None:
    line = said("note", text="a\x1b[31m\u202eb\nc")

    assert line == "a␛[31m<U+202E>b c"
