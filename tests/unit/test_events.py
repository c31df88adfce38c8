"""An event's parts, its seal, and the order it stands in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, event, local, texts, toml_values
from vooraf.model.events import Event, as_table, canonical, order, seal, sealed, spelled

tables = st.dictionaries(texts, toml_values, max_size=5)


def test_the_day_it_happened_is_the_one_it_names() -> None:
    assert event(on=date(2026, 11, 1)).on == date(2026, 11, 1)


def test_the_day_it_happened_may_be_written_with_a_time() -> None:
    assert event(on=datetime(2026, 11, 1, 8, 0, tzinfo=UTC)).on == date(2026, 11, 1)


@pytest.mark.parametrize("on", [None, "yesterday", 5])
def test_without_a_day_it_happened_when_it_was_written_down(on: object) -> None:
    assert event(on=on).on == NOW.date()


def test_an_event_without_a_batch_is_undone_alone() -> None:
    assert event(batch="b").batch == "b"
    assert event(event_id="own").batch == "own"
    assert event(event_id="own", batch=3).batch == "own"


def test_what_is_missing_or_of_another_type_reads_as_empty() -> None:
    odd = event(text=5, values="none")
    assert (odd.text("text"), odd.text("by"), odd.table("values"), odd.table("more")) == ("", "", {}, {})
    assert event(text="words", values={"a": 1}).table("values") == {"a": 1}


def test_the_table_has_the_seal_last_and_none_without_one() -> None:
    made = event("told", item="revisions")
    assert list(as_table(made)) == ["seq", "id", "at", "kind", "item", "sum"]
    assert list(as_table(made._replace(sum=""))) == ["seq", "id", "at", "kind", "item"]


def test_what_is_none_is_left_out_of_a_new_event() -> None:
    assert dict(sealed(1, "x", NOW, "note", {"item": None, "text": ""}).data) == {"text": ""}


@pytest.mark.parametrize("key", ["seq", "id", "at", "kind", "sum"])
def test_no_data_stand_in_for_a_key_of_the_event_itself(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        sealed(1, "x", NOW, "note", {key: "5"})


def test_the_seal_is_twelve_digits_of_sha256_over_sorted_json() -> None:
    # Written out by hand, so that every later version seals the same way: old diaries stay valid for ever.
    table = {"seq": 4, "kind": "told", "on": date(2026, 11, 22), "values": {"rounds": 2, "rate": "75"}}
    assert canonical(table) == '{"kind":"told","on":"2026-11-22","seq":4,"values":{"rate":"75","rounds":2}}'
    assert seal(table) == "32191d350cd7"
    assert seal({**table, "sum": "anything"}) == seal(table)


@given(tables, st.randoms(use_true_random=False))
def test_the_seal_is_the_same_whatever_the_order_of_the_keys(
    table: dict[str, object], random: object
) -> None:
    keys = list(table)
    random.shuffle(keys)  # type: ignore[attr-defined]  # Hypothesis gives its own Random
    assert seal({key: table[key] for key in keys}) == seal(table)


def test_the_seal_changes_with_any_value() -> None:
    seals = {
        event(text=text, values=values).sum for text in ("a", "b", "") for values in ({}, {"a": 1}, None)
    }
    assert len(seals) == 9


def test_only_what_toml_knows_can_be_sealed() -> None:
    with pytest.raises(TypeError):
        seal({"text": object()})


@given(toml_values)
def test_whatever_toml_can_hold_can_be_sealed(value: object) -> None:
    assert len(event(data=value).sum) == 12


def test_events_stand_in_the_order_of_seq_then_time_then_id() -> None:
    earlier, later = NOW, NOW + timedelta(seconds=1)
    in_order = [
        event(seq=1, event_id="z", at=later),
        event(seq=2, event_id="y", at=earlier),
        event(seq=2, event_id="a", at=later),
        event(seq=2, event_id="b", at=later),
    ]
    shuffled = [in_order[place] for place in (3, 1, 0, 2)]
    assert sorted(shuffled, key=order) == in_order


def test_times_are_compared_as_moments_and_one_without_a_zone_counts_as_utc() -> None:
    amsterdam = event(event_id="a", at=NOW)
    utc = event(event_id="b", at=NOW.astimezone(UTC))
    bare = event(event_id="c", at=NOW.astimezone(UTC).replace(tzinfo=None))
    assert order(amsterdam)[:2] == order(utc)[:2] == order(bare)[:2]


def test_the_first_and_the_last_moments_there_are_can_be_compared() -> None:
    zones = [timezone(timedelta(hours=hours)) for hours in (-23, 0, 23)]
    moments = [moment.replace(tzinfo=zone) for moment in (datetime.min, datetime.max) for zone in zones]  # noqa: DTZ901
    assert len(sorted((event(at=moment) for moment in moments), key=order)) == 6


def test_a_day_is_spelled_otherwise_than_the_text_that_looks_like_it() -> None:
    values = [date(2026, 11, 22), "2026-11-22", local(2026, 11, 22), time(10), "10:00:00"]
    assert len({spelled(event(data=value)) for value in values}) == 5


def test_an_event_says_whether_it_can_be_trusted() -> None:
    assert Event(1, "x", NOW, "note", {}).trust == "sealed"
