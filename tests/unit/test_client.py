"""The fold: a client as the diary tells it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import (
    NOW,
    TODAY,
    confirmed,
    event,
    local,
    machine_id,
    moments,
    redone,
    reopened,
    texts,
    told,
    toml_values,
    undone,
    waived,
)
from vooraf.model.checklist import LANGUAGES, MOMENTS
from vooraf.model.client import CONFIRMED, NOTHING, OPEN, PROFILE, TOLD, WAIVED, as_profile, talked_before
from vooraf.model.events import ALTERED, BOUNDARY_KINDS, BY_HAND, ITEM_KINDS, SEALED, UNDO_KINDS, Event
from vooraf.model.fold import fold

if TYPE_CHECKING:
    from vooraf.model.client import History


def history(*events: Event) -> History:
    """What these events, in this order, make of ``revisions``."""
    placed = [each._replace(seq=seq, id=f"e{seq}") for seq, each in enumerate(events, 1)]
    return fold("k7", placed).items.get("revisions", NOTHING)


# -- profile ---------------------------------------------------------------------------------------


def test_nothing_makes_a_client_all_the_same() -> None:
    nobody = fold("k7", ())
    assert (nobody.name, nobody.language, nobody.checklist) == ("k7", "en", "general")
    assert (nobody.meeting, nobody.wishes, nobody.archived, nobody.seq) == (None, (), False, 0)
    assert (nobody.events, nobody.items, nobody.undo, nobody.redo) == ((), {}, "", "")
    assert nobody.under_way() is None


def test_the_profile_is_the_last_that_each_field_was_set_to() -> None:
    opened = event("opened", 1, name="Noor", language="nl", checklist="photographer")
    more = event("profile", 2, place="thuis", wishes=["a", "b"], meeting=local(2026, 11, 25, 10))
    last = event("profile", 3, place="studio", archived=True)
    client = fold("k7", [opened, more, last])
    assert (client.name, client.language, client.checklist) == ("Noor", "nl", "photographer")
    assert (client.place, client.wishes, client.archived) == ("studio", ("a", "b"), True)
    assert client.meeting == local(2026, 11, 25, 10)
    assert client.seq == 3


def test_every_field_of_the_profile_comes_back_as_it_was_written() -> None:
    fields: dict[str, Any] = {key: f"my {key}" for key in PROFILE}
    fields |= {"language": "nl_formal", "archived": True, "wishes": ["a"], "meeting": local(2026, 1, 1, 9)}
    fields["moment"] = "delivery"
    kept: dict[str, Any] = as_profile(fields)
    client = fold("k7", [event("profile", **kept)])
    assert {key: getattr(client, key) for key in PROFILE} == {**fields, "wishes": ("a",)}


def test_an_empty_text_takes_a_field_away() -> None:
    full = event("profile", 1, place="here", meeting=local(2026, 1, 1), wishes=["a"], name="Noor")
    client = fold("k7", [full, event("profile", 2, place="", meeting="", wishes=[], name="")])
    assert (client.place, client.meeting, client.wishes, client.name) == ("", None, (), "k7")


@pytest.mark.parametrize("odd", [5, True, "a", "klingon", 1.5, date(2026, 1, 2), time(1), ["x"], {"en": "x"}])
def test_what_is_of_another_type_leaves_a_field_as_it_was(odd: object) -> None:
    good: dict[str, Any] = {
        "language": "nl",
        "archived": True,
        "wishes": ["a"],
        "meeting": local(2026, 1, 1),
        "place": "here",
    }
    fitting = {"archived": bool, "wishes": list, "meeting": date, "place": str}
    before = fold("k7", [event("profile", 1, **good)])
    for key in good:
        if key not in fitting or not isinstance(odd, fitting[key]):
            other: dict[str, Any] = {key: odd}
            after = fold("k7", [event("profile", 1, **good), event("profile", 2, **other)])
            assert getattr(after, key) == getattr(before, key)


def test_a_meeting_is_local_time_and_may_be_a_day_alone() -> None:
    zoned = fold("k7", [event("profile", meeting=datetime(2026, 11, 25, 10, tzinfo=UTC))])
    assert zoned.meeting == local(2026, 11, 25, 10)
    assert fold("k7", [event("profile", meeting=date(2026, 11, 25))]).meeting == local(2026, 11, 25)


def test_a_list_of_wishes_keeps_its_texts() -> None:
    assert fold("k7", [event("profile", wishes=["a", 5, ["b"], "c"])]).wishes == ("a", "c")


# -- values, notes, talks --------------------------------------------------------------------------


def test_a_value_is_the_last_one_and_an_empty_text_takes_it_back() -> None:
    values = [
        event("value", 1, field="rate", value="75"),
        event("value", 2, field="rounds", value=3),
        event("value", 3, field="rate", value=""),
        event("value", 4, field="date"),
        event("value", 5, value=1),
    ]
    assert fold("k7", values).values == {"rounds": 3, "": 1}


def test_notes_are_kept_in_order() -> None:
    notes = [event(seq=seq, text=text) for seq, text in ((2, "b"), (1, "a"))]
    assert [note.text("text") for note in fold("k7", notes).notes] == ["a", "b"]


def test_a_talk_goes_on_until_it_is_ended() -> None:
    started = event("started", 1, talk="check-in", minutes=10, language="nl", questions=["opening", "open:a"])
    answered = event("answered", 2, talk=machine_id(1), step="opening", words="yes")
    passed = event("answered", 3, talk=machine_id(1), step="open:a")
    held = fold("k7", [started, answered, passed]).under_way()
    assert held is not None
    assert (held.talk, held.minutes, held.language) == ("check-in", 10, "nl")
    assert held.questions == ("opening", "open:a")
    assert held.answers == {"opening": "yes", "open:a": ""}
    ended = fold("k7", [started, answered, passed, event("ended", 4, talk=machine_id(1))])
    assert ended.under_way() is None
    assert ended.talks[0].ended is not None


def test_the_talk_under_way_is_the_one_that_was_started_last() -> None:
    talks = [event("started", seq, talk=f"t{seq}") for seq in (1, 2, 3)]
    client = fold("k7", [*talks, event("ended", 4, talk=machine_id(3))])
    assert client.under_way() == client.talks[1]


def test_an_answer_to_no_talk_and_odd_data_of_a_talk_do_no_harm() -> None:
    odd = event("started", 1, minutes=True, questions="opening")
    client = fold("k7", [odd, event("answered", 2, talk="other", step="x"), event("ended", 3, talk="other")])
    assert (client.talks[0].minutes, client.talks[0].questions, client.talks[0].answers) == (0, (), {})


def test_whether_there_was_a_talk_before_a_day() -> None:
    started, ended = event("started", 1), event("ended", 2, talk=machine_id(1))
    assert not talked_before(fold("k7", [started]), date(2027, 1, 1))
    assert talked_before(fold("k7", [started, ended]), date(2026, 11, 23))
    assert not talked_before(fold("k7", [started, ended]), TODAY)


# -- items -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([], OPEN),
        ([told()], TOLD),
        ([told(), confirmed()], CONFIRMED),
        ([confirmed()], CONFIRMED),
        ([told(), waived()], WAIVED),
        ([waived(), told()], TOLD),
        ([waived(), confirmed()], CONFIRMED),
        ([confirmed(), waived()], WAIVED),
        ([told(), reopened()], OPEN),
        ([confirmed(), reopened()], OPEN),
        ([waived(), reopened()], OPEN),
        ([reopened(), told()], TOLD),
        ([waived(), event("value", field="rounds", value=3)], WAIVED),
        ([told(), event("answered", item="revisions"), event("note", item="revisions")], TOLD),
    ],
)
def test_the_last_live_event_decides(events: list[Event], state: str) -> None:
    assert history(*events).state == state


def test_silence_is_not_a_yes() -> None:
    others = [
        event(kind, item="revisions", text="yes", words="yes")
        for kind in ("note", "started", "answered", "ended", "agreed")
    ]
    assert history(told(), *others).state == TOLD


def test_telling_the_same_again_keeps_a_confirmation() -> None:
    again = history(confirmed(words="two, then"), told(text="Better prose.", language="nl", by="email"))
    assert again.state == CONFIRMED
    assert again.confirmed is not None
    assert again.confirmed.text("words") == "two, then"
    assert again.told is not None
    assert again.told.text("by") == "email"


@pytest.mark.parametrize(
    "other", [{"values": {"rounds": 3}}, {"edition": "2"}, {"values": {}}, {"values": None}]
)
def test_telling_something_else_asks_for_a_new_one(other: dict[str, Any]) -> None:
    retold = history(confirmed(), told(**other))
    assert (retold.state, retold.confirmed) == (TOLD, None)
    assert history(confirmed(), told(**other), told()).state == TOLD
    assert history(confirmed(), told(**other), confirmed()).state == CONFIRMED


def test_telling_a_waived_item_takes_it_up_without_what_was_confirmed_before() -> None:
    taken_up = history(confirmed(), waived(), told())
    assert (taken_up.state, taken_up.confirmed, taken_up.waived) == (TOLD, None, None)


def test_waiving_keeps_what_happened_in_sight_and_reopening_clears_it() -> None:
    left = history(told(), confirmed(), waived())
    assert left.told is not None
    assert left.confirmed is not None
    assert left.waived is not None
    assert history(told(), confirmed(), waived(), reopened()) == NOTHING


def test_a_confirmation_keeps_the_telling_before_it() -> None:
    both = history(told(by="email"), confirmed(by="phone"))
    assert (both.told and both.told.text("by"), both.confirmed and both.confirmed.text("by")) == (
        "email",
        "phone",
    )


def test_what_is_undone_never_happened() -> None:
    events = [told(1, batch="a"), confirmed(2, batch="b"), undone("b", 3)]
    assert fold("k7", events).items["revisions"].state == TOLD
    assert fold("k7", [*events, redone("b", 4)]).items["revisions"].state == CONFIRMED
    assert fold("k7", [told(1, batch="a"), undone("a", 2)]).items == {}


def test_an_undone_event_stays_in_the_diary() -> None:
    client = fold("k7", [told(1, batch="a"), undone("a", 2)])
    assert [each.kind for each in client.events] == ["told", "undone"]
    assert (client.undone, client.redo) == (frozenset("a"), "a")


def test_an_event_without_an_item_and_an_unknown_kind_are_kept_and_change_nothing() -> None:
    odd = [event("told", 1), event("told", 2, item=5), event("foretold", 3, item="revisions", when="soon")]
    client = fold("k7", odd)
    assert client.items == {}
    assert client.events == tuple(odd)


def test_of_two_versions_the_owner_is_asked() -> None:
    client = fold("k7", [event(event_id="x", text="a"), event(event_id="x", text="b")])
    assert client.conflicts == ("x",)
    assert len(client.notes) == 2


# -- whatever there is -----------------------------------------------------------------------------

TALK_KINDS = ("started", "answered", "ended")
KINDS = (
    *ITEM_KINDS,
    *TALK_KINDS,
    *UNDO_KINDS,
    "opened",
    "profile",
    "value",
    "note",
    "chosen",
    "foretold",
    "",
)
KEYS = (
    *PROFILE, "item", "field", "value", "values", "edition", "text", "words", "on", "by", "batch", "target",
    "talk", "step", "minutes", "questions", "client_kind", "from", "was", "counts", "aside",
)  # fmt: skip
few_names = st.sampled_from(["a", "b", "revisions", "e1", ""])
any_event = st.builds(
    Event,
    st.integers(-2, 6) | st.integers(),
    few_names | texts,
    moments,
    st.sampled_from(KINDS),
    st.dictionaries(st.sampled_from(KEYS) | texts, few_names | toml_values, max_size=6),
    few_names | texts,
    st.sampled_from([SEALED, BY_HAND, ALTERED]),
)
diaries = st.lists(any_event, max_size=10)


@given(diaries, st.randoms())
def test_any_events_in_any_order_from_any_copies_fold_to_the_same_client(
    events: list[Event], random: object
) -> None:
    # repr, because a figure that is not a number differs from itself.
    shuffled, before = [*events, *events[::2]], repr(events)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives its own Random
    client = fold("k7", events)
    assert repr(events) == before
    assert repr(fold("k7", shuffled)) == repr(client)
    assert repr(fold("k7", client.events)) == repr(client)


@given(diaries)
def test_a_fold_gives_every_part_in_its_own_type(events: list[Event]) -> None:
    client = fold("k7", events)
    assert client.language in LANGUAGES
    assert client.meeting is None or client.meeting.tzinfo is None
    assert all(isinstance(wish, str) for wish in client.wishes)
    assert client.moment in MOMENTS
    assert all(each.kind in BOUNDARY_KINDS for kept in client.boundaries.values() for each in kept)
    assert all(isinstance(question, str) for held in client.talks for question in held.questions)
    assert all(found.state in (OPEN, TOLD, CONFIRMED, WAIVED) for found in client.items.values())
    assert client.undo not in client.undone
    assert client.redo in {"", *client.undone}


def test_the_clock_of_an_event_has_no_say_over_its_place() -> None:
    wrong = NOW.replace(year=2001)
    assert history(told(), confirmed(at=wrong)).state == CONFIRMED
