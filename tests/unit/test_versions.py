"""One event in several versions: the owner's choice between them, whatever happens around it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_store, a_writer, confirmed, event, redone, told, undone, written
from vooraf.model.client import Client
from vooraf.model.events import ALTERED, BY_HAND, CHOSEN, Event
from vooraf.model.fold import fold
from vooraf.model.versions import choice, differing, version_of, versions_in

A, B, C = (event(seq=2, event_id="x", text=text) for text in "abc")


def choosing(
    seq: int, seen: tuple[Event, ...], *counting: Event, event_id: str = "", batch: str = ""
) -> Event:
    return event(CHOSEN, seq, event_id=event_id, batch=batch or f"choice {seq}", **choice(seen, counting))


def notes(*events: Event) -> list[str]:
    return sorted(each.text("text") for each in fold("k7", events).notes)


def asked(*events: Event) -> tuple[str, ...]:
    return fold("k7", events).conflicts


# -- a choice --------------------------------------------------------------------------------------


def test_the_chosen_version_counts_alone_and_both_stay_in_the_diary() -> None:
    client = fold("k7", [A, B, choosing(3, (A, B), B)])
    assert [each.text("text") for each in client.notes] == ["b"]
    assert (client.conflicts, client.overruled) == ((), (A,))
    assert set(map(str, versions_in(client.events, "x"))) == {str(A), str(B)}
    assert [client.counts(each) for each in (A, B)] == [False, True]


def test_both_count_when_the_owner_says_so() -> None:
    client = fold("k7", [A, B, choosing(3, (A, B), A, B)])
    assert (len(client.notes), client.conflicts, client.overruled) == (2, (), ())


def test_the_chosen_one_stands_where_it_stood() -> None:
    """Written anew behind what came later it would take a confirmation back."""
    two, three = (told(2, event_id="x", values={"rounds": rounds}) for rounds in (2, 3))
    events = [two, three, confirmed(3, values={"rounds": 3}), choosing(4, (two, three), two)]
    history = fold("k7", events).items["revisions"]
    assert (history.state, history.told) == ("confirmed", two)


def test_a_talk_keeps_its_answers_whichever_version_of_its_begin_is_chosen() -> None:
    long, short = (event("started", 2, event_id="x", talk="check-in", minutes=each) for each in (20, 10))
    answer = event("answered", 3, talk="x", step="wishes", words="Outside.")
    (held,) = fold("k7", [long, short, answer, choosing(4, (long, short), short)]).talks
    assert (held.minutes, held.answers) == (10, {"wishes": "Outside."})


def test_undone_it_is_asked_again_and_done_again_it_counts_again() -> None:
    events = [A, B, choosing(3, (A, B), A)]
    assert fold("k7", events).undo == "choice 3"
    assert asked(*events, undone("choice 3", 4)) == ("x",)
    assert notes(*events, undone("choice 3", 4), redone("choice 3", 5)) == ["a"]


def test_what_was_set_aside_is_not_offered_to_be_undone() -> None:
    one, other = A._replace(data={**A.data, "batch": "one"}), B._replace(data={**B.data, "batch": "other"})
    choose = choosing(3, (one, other), one)
    assert fold("k7", [one, other, choose, undone("choice 3", 4)]).undo in ("one", "other")
    client = fold("k7", [one, other, choose])
    assert client.undo == "choice 3"
    assert fold("k7", [one, other, choose, undone("one", 4)]).notes == ()
    later = event(seq=9, event_id="x", text="b", batch="other")
    assert fold("k7", [one, later, choosing(3, (one, later), one)]).undo == "choice 3"


def test_a_choice_names_the_seals_that_stand_in_the_file() -> None:
    assert (version_of(A), choice((A, B), (A,))["counts"]) == (A.sum, [A.sum])
    changed = A._replace(data={"text": "changed"}, trust=ALTERED)
    bare = changed._replace(sum="", trust=BY_HAND)
    assert version_of(changed) == version_of(bare) != A.sum


def test_a_choice_between_two_changes_by_hand_holds_until_the_sealed_one_is_there() -> None:
    one, other = (A._replace(data={"text": text}, trust=ALTERED) for text in ("one", "other"))
    events = [one, other, choosing(3, (one, other), other)]
    assert (notes(*events), asked(*events)) == (["other"], ())
    assert (notes(*events, A), asked(*events, A)) == (["a"], ())


# -- two devices -----------------------------------------------------------------------------------


def test_of_two_answers_the_last_one_in_order_wins() -> None:
    here, there = choosing(3, (A, B), A, event_id="h"), choosing(3, (A, B), B, event_id="t")
    for order in permutations([A, B, here, there]):
        assert (notes(*order), asked(*order)) == (["b"], ())


def test_a_version_that_comes_later_is_asked_about_and_what_was_set_aside_stays_so() -> None:
    events = [A, B, C, choosing(3, (A, B), A)]
    assert (notes(*events), asked(*events)) == (["a", "c"], ("x",))
    assert notes(*events, choosing(4, (A, C), C)) == ["c"]


def test_a_choice_of_what_is_not_here_settles_nothing() -> None:
    assert notes(B, choosing(3, (A, B), A)) == ["b"]
    assert (notes(B, C, choosing(3, (A, B), A)), asked(B, C, choosing(3, (A, B), A))) == (["b", "c"], ("x",))


def test_a_choice_in_two_versions_is_chosen_between_too() -> None:
    one, other = choosing(3, (A, B), A, event_id="y"), choosing(3, (A, B), B, event_id="y")
    assert asked(A, B, one, other) == ("y",)
    assert notes(A, B, one, other, choosing(4, (one, other), one)) == ["a"]


def test_what_a_hand_wrote_of_a_choice_is_taken_as_far_as_it_goes() -> None:
    odd = [
        event(CHOSEN, 3),
        event(CHOSEN, 4, target="x", counts="a", aside=5),
        event(CHOSEN, 5, target="x", counts=[1, A.sum], aside=[A.sum, "elsewhere"]),
    ]
    assert (notes(A, B, *odd), asked(A, B, *odd)) == (["a", "b"], ("x",))


few = st.sampled_from([A, B, C])
answers = st.builds(
    lambda seq, seen, chosen: choosing(seq, tuple(seen), *[each for each in seen if each in chosen]),
    st.integers(3, 6),
    st.lists(few, min_size=1, max_size=3, unique_by=version_of),
    st.lists(few, min_size=1, max_size=2),
)
undos = st.builds(
    lambda kind, target, seq: event(kind, seq, target=f"choice {target}"),
    st.sampled_from(["undone", "redone"]),
    st.integers(3, 6),
    st.integers(4, 8),
)


@given(st.lists(few | answers | undos, max_size=10), st.randoms())
def test_any_order_and_any_copies_settle_alike(events: list[Event], random: object) -> None:
    shuffled = [*events, *events[::2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives its own Random
    client = fold("k7", events)
    assert repr(fold("k7", shuffled)) == repr(client)
    assert repr(fold("k7", client.events)) == repr(client)


@given(st.lists(few | answers | undos, max_size=10), few)
def test_whatever_there_is_one_answer_settles_it(events: list[Event], wanted: Event) -> None:
    client = fold("k7", [*events, wanted])
    seen = versions_in(client.events, "x")
    assert any(client.counts(each) for each in seen)
    answer = choosing(client.seq + 1, seen, wanted, batch="the answer")
    answered = fold("k7", [*client.events, answer])
    assert (answered.notes, "x" in answered.conflicts) == ((wanted,), False)
    assert {*map(str, (*client.events, answer))} == {*map(str, answered.events)}


# -- how they differ -------------------------------------------------------------------------------


def test_the_keys_under_which_they_differ() -> None:
    assert differing((A, B, A)) == ("text",)
    assert differing((A, A._replace(kind="told", data={**A.data, "by": "email"}))) == ("kind", "by")
    assert differing((A._replace(data={"n": 1}), A._replace(data={"n": True}))) == ("n",)
    assert differing((A, A)) == ()


# -- in the files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [(0,), (0, 1)])
def test_an_answered_question_is_told_no_more(tmp_path: Path, kept: tuple[int, ...]) -> None:
    store = a_store(tmp_path)
    folder = Path(store.folder.clients)
    folder.mkdir(parents=True)
    opened = event("opened", 1, name="Noor", language="en", checklist="general")
    (folder / "noor-k7q2m9.toml").write_bytes(written(opened, A, B))
    (problem,) = store.load("k7q2m9").problems
    assert "vooraf versions k7q2m9" in problem.sentence()

    def decide(client: Client) -> list[tuple[str, dict[str, object]]]:
        seen = versions_in(client.events, "x")
        return [(CHOSEN, choice(seen, [seen[number] for number in kept]))]

    store.append("k7q2m9", decide, a_writer())
    for reader in (store, a_store(tmp_path, "another device")):
        loaded = reader.load("k7q2m9")
        assert (loaded.problems, len(loaded.client.notes)) == ((), len(kept))
