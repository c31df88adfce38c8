"""One of the versions of an event that goes from the file, while another one stays under the same id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import a_store, a_workspace, a_writer, event
from tests.unit.notes import ID, accept, new, note, sentences, texts
from vooraf.actions.doctor import look
from vooraf.actions.overview import everyone
from vooraf.errors.diary import EventsMissing, NotSaved
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from pathlib import Path

    from vooraf.model.events import Event
    from vooraf.storage.store import Store

A, B, C = (event("note", 2, event_id="one-id", text=text) for text in "ABC")
OTHER = "noor-k7q2m9.sync-conflict-20261122-101112-ABCDEFG.toml"


@pytest.fixture
def diary(store: Store) -> Path:
    """A diary with nothing but its begin."""
    return new(store)


def put(store: Store, diary: Path, *versions: Event) -> None:
    """Let these be the versions that stand in the diary, and read it."""
    head = diary.read_bytes().partition(b"\n[[event]]\nseq = 2\n")[0]
    diary.write_bytes(head + b"".join(b"\n" + event_text(each).encode() for each in versions))
    store.everyone()


def gone(store: Store) -> list[str]:
    """What is missing."""
    return [each.text("text") for each in store.gone_from(ID).events]


def test_the_owner_is_asked_about_the_one_that_went(store: Store, diary: Path, tmp_path: Path) -> None:
    put(store, diary, A, B)
    put(store, diary, A)
    for reader in (store, a_store(tmp_path)):
        loaded = reader.load(ID)
        assert (texts(loaded), gone(reader)) == (["A"], ["B"])
        (sentence,) = sentences(loaded)
        assert sentence.startswith("Something has gone from the diary of Noor (events: 1). Put ")
    with pytest.raises(EventsMissing):
        note(store, "behind", seed=3)


def test_the_list_and_the_doctor_say_so_too(diary: Path, tmp_path: Path) -> None:
    store = a_workspace(tmp_path).store
    put(store, diary, A, B)
    put(store, diary, B)
    (told,) = everyone(a_workspace(tmp_path))[1]
    assert told.sentence().startswith("Something has gone from the diary of Noor (events: 1).")
    (check,) = [each for each in look(a_workspace(tmp_path)) if each.kind == "missing"]
    assert check.state == "needs"


def test_put_back_it_stands_there_as_it_was_and_the_owner_is_asked_which_counts(
    store: Store, diary: Path
) -> None:
    put(store, diary, A, B)
    put(store, diary, B)
    before = diary.read_bytes()
    assert store.put_back(ID, a_writer(7)) == 1
    assert diary.read_bytes() == before + b"\n" + event_text(A).encode()
    loaded = store.load(ID)
    assert (sorted(texts(loaded)), loaded.client.conflicts, loaded.missing) == (["A", "B"], ("one-id",), ())
    assert store.put_back(ID, a_writer(8)) == 0


def test_accepted_it_is_quiet_and_the_other_one_is_guarded_all_the_same(
    store: Store, diary: Path, tmp_path: Path
) -> None:
    put(store, diary, A, B)
    put(store, diary, A)
    assert accept(store, 7) == 1
    for reader in (store, a_store(tmp_path)):
        assert (texts(reader.load(ID)), sentences(reader.load(ID))) == (["A"], [])
    put(store, diary)
    assert gone(store) == ["A"]
    assert store.put_back(ID, a_writer(8)) == 1
    assert (texts(store.load(ID)), store.load(ID).missing) == (["A"], ())


def test_accepted_and_back_it_is_missed_when_it_goes_again(store: Store, diary: Path) -> None:
    put(store, diary, A, B)
    put(store, diary, A)
    assert accept(store, 7) == 1
    put(store, diary, A, B)
    put(store, diary, A)
    assert gone(store) == ["B"]


def test_a_version_that_takes_the_place_of_another_lets_none_go_unseen(store: Store, diary: Path) -> None:
    put(store, diary, A)
    put(store, diary, B)
    put(store, diary, C)
    assert gone(store) == ["A", "B"]
    assert store.put_back(ID, a_writer(7)) == 2
    assert sorted(texts(store.load(ID))) == ["A", "B", "C"]


def test_what_the_owner_changed_by_hand_is_no_version_that_went(store: Store, diary: Path) -> None:
    put(store, diary, A)
    diary.write_bytes(diary.read_bytes().replace(b'"A"', b'"mended"'))
    assert (texts(store.load(ID)), store.load(ID).missing) == (["mended"], ())
    store.everyone()
    put(store, diary)
    assert gone(store) == ["A", "mended"]


def test_a_version_in_a_copy_that_goes_before_it_was_taken_in_is_missed(store: Store, diary: Path) -> None:
    put(store, diary, A)
    copy = diary.with_name(OTHER)
    copy.write_bytes(diary.read_bytes().replace(event_text(A).encode(), event_text(B).encode()))
    store.everyone()
    assert store.load(ID).client.conflicts == ("one-id",)
    copy.unlink()
    assert gone(store) == ["B"]


def test_of_two_written_by_hand_the_one_that_the_other_begins_with_comes_back_too(
    store: Store, diary: Path
) -> None:
    short = (
        '\n[[event]]\nseq = 2\nid = "mine"\nat = 2026-11-22T18:40:00+00:00\nkind = "note"\ntext = "typed"\n'
    )
    diary.write_text(diary.read_text() + short + "on = 2026-11-20\n" + short)
    assert store.load(ID).client.conflicts == ("mine",)
    diary.unlink()
    assert store.put_back(ID, a_writer(7)) == 3
    assert (texts(store.load(ID)), store.load(ID).client.conflicts) == (["typed", "typed"], ("mine",))


def test_one_that_is_damaged_in_the_safety_copy_can_be_accepted_but_not_put_back(
    store: Store, diary: Path
) -> None:
    put(store, diary, A, B)
    put(store, diary)
    index = store._safety()._index()
    assert index.tell([("UPDATE safe SET text = substr(text, 1, 40) WHERE id = ?", [("one-id",)])])
    assert (len(store.load(ID).missing), gone(store)) == (1, [])
    with pytest.raises(NotSaved):
        store.put_back(ID, a_writer(7))
    assert accept(store, 8) == 1
    assert texts(note(store, "behind", seed=3)) == ["behind"]
