"""The union of a diary's copies, and what is undone."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, event, redone, undone
from vooraf.model.diary import Undoing, undoing, union
from vooraf.model.events import ALTERED, BY_HAND, HAND

if TYPE_CHECKING:
    from vooraf.model.events import Event


def altered(made: Event, **data: object) -> Event:
    """``made`` as somebody changed it by hand, under its old seal."""
    return made._replace(data={**made.data, **data}, trust=ALTERED)


def by_hand(seq: int, text: str, event_id: str = "mine") -> Event:
    return event(seq=seq, event_id=event_id, text=text)._replace(sum="", trust=BY_HAND)


# -- union -----------------------------------------------------------------------------------------


def test_an_event_in_two_copies_is_one_event() -> None:
    one, other = event(seq=1), event(seq=2)
    assert union([other, one, other, one]) == ((one, other), ())


def test_of_two_with_one_id_the_one_with_a_valid_seal_is_taken() -> None:
    whole = event(text="as it was")
    for copies in permutations([whole, altered(whole, text="changed"), by_hand(1, "mine", whole.id)]):
        assert union(copies) == ((whole,), ())


def test_two_valid_ones_with_one_id_are_both_kept_and_asked_about() -> None:
    one, other = event(event_id="x", text="a"), event(event_id="x", text="b")
    merged = union([one, other, one])
    assert set(map(str, merged.events)) == {str(one), str(other)}
    assert merged.conflicts == ("x",)


def test_two_that_were_both_changed_by_hand_are_both_kept_too() -> None:
    whole = event(event_id="x", text="a")
    changes = [altered(whole, text="b"), altered(whole, text="c")]
    assert union(changes) == union(reversed(changes))
    assert len(union(changes).events) == 2
    assert union(changes).conflicts == ("x",)


def test_the_same_change_under_two_seals_is_one_event() -> None:
    changed = altered(event(event_id="x", text="a"), text="b")
    copies = [changed, changed._replace(sum="0" * 12), changed._replace(sum="", trust=BY_HAND)]
    assert {len(union(each).events) for each in permutations(copies)} == {1}
    assert len({str(union(each)) for each in permutations(copies)}) == 1


def test_a_day_and_the_text_like_it_are_one_event_whichever_comes_first() -> None:
    day = event(event_id="x", on=NOW.date())
    text = event(event_id="x", on=NOW.date().isoformat())
    assert day.sum == text.sum
    assert str(union([day, text])) == str(union([text, day]))
    assert len(union([day, text]).events) == 1


def test_one_written_by_hand_without_a_place_is_the_same_behind_another_event() -> None:
    written = by_hand(9, "called", f"{HAND}0123456789ab")
    assert union([written._replace(seq=10), written]) == ((written,), ())
    assert union([by_hand(4, "called"), by_hand(7, "called")]).conflicts == ("mine",)


few = st.builds(
    lambda seq, number, text, trust: event(seq=seq, event_id=f"id{number}", text=text)._replace(trust=trust),
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from("ab"),
    st.sampled_from(["sealed", ALTERED, BY_HAND]),
)


@given(st.lists(few, max_size=8), st.lists(st.integers(0, 2), min_size=8, max_size=8), st.randoms())
def test_any_split_into_copies_gives_the_same_union(
    events: list[Event], split: list[int], random: object
) -> None:
    copies = [
        [each for each, part in zip(events, split, strict=False) if part >= number] for number in range(3)
    ]
    together = [each for copy in copies for each in copy]
    random.shuffle(together)  # type: ignore[attr-defined]  # Hypothesis gives its own Random
    assert str(union(together)) == str(union(events))
    assert union(union(events).events).events == union(events).events


# -- undo and redo ---------------------------------------------------------------------------------


def story(*steps: str) -> Undoing:
    """What is undone after steps such as ``a`` (a batch), ``-a`` (its undo) and ``+a`` (its redo)."""
    made = {"-": undone, "+": redone}
    return undoing(
        made[step[0]](step[1:], seq) if step[0] in made else event(seq=seq, batch=step)
        for seq, step in enumerate(steps, 1)
    )


@pytest.mark.parametrize(
    ("steps", "gone", "undo", "redo"),
    [
        ("", "", "", ""),
        ("a b", "", "b", ""),
        ("a a a b b", "", "b", ""),
        ("a b -b", "b", "a", "b"),
        ("a b -b -a", "a b", "", "a"),
        ("a b -b -a +a", "b", "a", "b"),
        ("a b -b -a +a +b", "", "b", ""),
        ("a b -b +b -b", "b", "a", "b"),
        ("a b -b c", "b", "c", ""),
        ("a b -b c -c", "b c", "a", "c"),
        ("a b -b c -c -a", "a b c", "", "a"),
        ("a b -a", "a", "b", "a"),
        ("a b -a +a", "", "a", ""),
        ("a -a -a", "a", "", "a"),
        ("a -a +a +a", "", "a", ""),
    ],
)
def test_undo_and_redo_go_back_and_forth(steps: str, gone: str, undo: str, redo: str) -> None:
    assert story(*steps.split()) == (frozenset(gone.split()), undo, redo)


def test_the_last_of_undone_and_redone_wins_for_each_batch() -> None:
    assert story("a", "b", "-a", "-b", "+a", "-a", "+b").undone == {"a"}


def test_the_opening_is_never_undone_nor_offered() -> None:
    opening = [event("opened", 1, batch="o"), event("profile", 2, batch="o")]
    assert undoing(opening) == (frozenset(), "", "")
    assert undoing([*opening, undone("o", 3)]) == (frozenset(), "", "")
    assert undoing(reversed([*opening, undone("o", 3)])) == (frozenset(), "", "")


def test_an_undo_is_never_undone() -> None:
    events = [event(seq=1, batch="a"), event("undone", 2, target="a", batch="u"), undone("u", 3)]
    assert undoing(events) == (frozenset("a"), "", "a")


def test_an_undo_of_what_is_not_here_does_nothing() -> None:
    assert story("a", "-elsewhere", "-") == (frozenset(), "a", "")


def test_an_undo_that_stands_before_its_batch_counts_all_the_same() -> None:
    assert story("-a", "a") == (frozenset("a"), "", "a")
    assert story("-a", "b", "a") == (frozenset("a"), "b", "")
    assert story("-a", "+a", "a") == (frozenset(), "a", "")


def test_an_unknown_kind_can_be_undone_and_closes_the_way_to_redo() -> None:
    events = [event(seq=1, batch="a"), undone("a", 2), event("telegraphed", 3, batch="t")]
    assert undoing(events) == (frozenset("a"), "t", "")


def test_two_devices_that_undid_different_things_agree_after_the_merge() -> None:
    common = [event("opened", 1, batch="o"), event(seq=2, batch="a"), event(seq=3, batch="b")]
    here = [*common, event("undone", 4, event_id="h4", target="b"), event(seq=5, event_id="h5", batch="c")]
    there = [
        *common,
        event("undone", 4, event_id="t4", target="b"),
        event("redone", 5, event_id="t5", target="b"),
    ]
    for merged in (union([*here, *there]), union([*there, *here])):
        assert undoing(merged.events) == (frozenset(), "b", "")


batches = st.sampled_from("abc")
any_steps = st.lists(st.one_of(batches, batches.map("-{}".format), batches.map("+{}".format)), max_size=12)


@given(any_steps)
def test_what_is_offered_is_what_it_says(steps: list[str]) -> None:
    found = story(*steps)
    known = {step for step in steps if step[0] not in "-+"}
    assert found.undone <= known
    assert found.undo in {"", *(known - found.undone)}
    assert found.redo in {"", *found.undone}


@given(any_steps)
def test_an_undo_and_its_redo_lead_back(steps: list[str]) -> None:
    before = story(*steps)
    if before.undo:
        gone = story(*steps, f"-{before.undo}")
        assert gone.undone == before.undone | {before.undo}
        assert gone.redo == before.undo
        assert story(*steps, f"-{before.undo}", f"+{before.undo}").undone == before.undone
