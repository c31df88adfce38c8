"""How a client's diary grows, and what happens when it can't."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from tests.factories import NOW, Refusing, a_store, a_writer, held_elsewhere, local
from tests.unit.notes import ID, new, note, noting, sentences, texts
from vooraf.errors import VoorafError
from vooraf.errors.diary import DiaryBusy, DiaryUnreadable, NotSaved
from vooraf.errors.disk import StateUnwritable
from vooraf.errors.values import TooManyBytes
from vooraf.model.client import Client
from vooraf.model.events import SEALED, sealed
from vooraf.storage import locks
from vooraf.storage.device import new_id
from vooraf.storage.store import Draft, Store, Writer

# -- appending and reading -------------------------------------------------------------------------


def test_a_new_client_is_written_and_read_back(store: Store, clients: Path) -> None:
    path = new(store)
    loaded = store.load(ID)
    assert (loaded.client.name, loaded.file, loaded.problems) == ("Noor", str(path), ())
    assert path.read_text().startswith(f'schema = 1\nclient = "{ID}"\n\n[[event]]\nseq = 1\nid = "01')
    assert a_store(clients.parents[1]).load(ID) == loaded


def test_the_state_that_is_given_back_has_what_was_appended(store: Store) -> None:
    new(store)
    assert texts(note(store, "a")) == ["a"]
    assert texts(note(store, "b", seed=3)) == ["a", "b"]
    assert [each.seq for each in store.load(ID).client.events] == [1, 2, 3]


def test_the_events_of_one_command_share_a_batch_and_have_each_a_place(store: Store) -> None:
    new(store)
    drafts: list[Draft] = [("note", {"text": str(number)}) for number in range(3)]
    events = store.append(ID, lambda _: drafts, a_writer(2)).client.events[1:]
    assert [each.seq for each in events] == [2, 3, 4]
    assert len({each.batch for each in events}) == 1
    assert len({each.id for each in events} | {events[0].batch}) == 4


def test_what_was_written_is_never_written_again(store: Store) -> None:
    path = new(store)
    before = path.read_bytes()
    inode = path.stat().st_ino
    for number in range(3):
        note(store, str(number), seed=number + 2)
        assert path.read_bytes().startswith(before + b"\n[[event]]\n")
        before = path.read_bytes()
    assert path.stat().st_ino == inode


def test_the_decision_is_made_on_what_the_files_tell_under_the_lock(store: Store, tmp_path: Path) -> None:
    new(store)
    store.load(ID)
    note(a_store(tmp_path), "from another window")
    seen: list[Client] = []

    def decide(client: Client) -> list[Draft]:
        seen.append(client)
        return []

    store.append(ID, decide, a_writer(3))
    assert [each.text("text") for each in seen[0].notes] == ["from another window"]


def test_nothing_to_write_writes_nothing(store: Store) -> None:
    path = new(store)
    before = path.stat().st_mtime_ns
    store.append(ID, lambda _: [], a_writer(2))
    assert path.stat().st_mtime_ns == before


def test_a_decision_that_raises_writes_nothing_and_lets_go_of_the_lock(store: Store) -> None:
    path = new(store)
    before = path.read_bytes()

    def refuse(_: Client) -> list[Draft]:
        raise TooManyBytes(bytes=1, most=0)

    with pytest.raises(TooManyBytes):
        store.append(ID, refuse, a_writer(2))
    assert path.read_bytes() == before
    assert texts(note(store, "a")) == ["a"]


def test_one_text_that_is_too_long_keeps_the_whole_command_out(store: Store) -> None:
    path = new(store)
    before = path.read_bytes()
    with pytest.raises(TooManyBytes):
        store.append(ID, lambda _: [("note", {"text": "a"}), ("note", {"text": "€" * 32_000})], a_writer(2))
    assert path.read_bytes() == before


def test_a_clock_that_is_wrong_leaves_the_order(store: Store) -> None:
    new(store)
    store.append(ID, noting("a"), a_writer(2, datetime(2040, 1, 1, tzinfo=UTC)))
    assert texts(store.append(ID, noting("b"), a_writer(3, NOW))) == ["a", "b"]


def test_behind_the_highest_place_that_can_be_written_by_hand_everything_has_its_seal(store: Store) -> None:
    path = new(store)
    path.write_bytes(
        path.read_bytes() + b'\n[[event]]\nseq = 9007199254740991\nkind = "note"\ntext = "by hand"\n'
    )
    for number in range(3):
        loaded = note(store, str(number), seed=number + 2)
    assert sorted(texts(loaded)) == ["0", "1", "2", "by hand"]
    assert [
        event.sum for event in loaded.client.events if event.trust == SEALED and event.kind == "note"
    ] == [
        sealed(event.seq, event.id, event.at, event.kind, event.data).sum
        for event in loaded.client.events
        if event.trust == SEALED and event.kind == "note"
    ]


def test_folders_and_files_are_for_their_owner_alone_whatever_the_umask(store: Store, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = new(store)
        path.write_bytes(path.read_bytes() + b"\n[[event]]\nbroken\n")
        note(store, "a")
    finally:
        os.umask(before)
    for each in tmp_path.rglob("*"):
        wanted = 0o700 if each.is_dir() else 0o600
        assert stat.S_IMODE(each.stat().st_mode) == wanted, each
    assert {each.name for each in (tmp_path / "state").iterdir()} >= {"locks", "quarantine"}


def test_readers_create_nothing(store: Store, tmp_path: Path) -> None:
    assert store.everyone() == ((), ())
    with pytest.raises(DiaryUnreadable):
        store.load(ID)
    assert store.signature(ID) == ()
    assert list(tmp_path.iterdir()) == []
    new(store)
    shutil.rmtree(tmp_path / "state")
    before = sorted((tmp_path / "data").rglob("*"))
    other = a_store(tmp_path)
    other.everyone()
    other.load(ID)
    other.signature(ID)
    assert sorted((tmp_path / "data").rglob("*")) == before


def test_an_id_that_is_taken_is_no_new_diary(store: Store) -> None:
    path = new(store)
    before = path.read_bytes()
    with pytest.raises(NotSaved, match="file exists"):
        new(store, seed=5)
    assert path.read_bytes() == before


def test_nobody_can_be_appended_to(store: Store, clients: Path) -> None:
    with pytest.raises(DiaryUnreadable, match="no such file"):
        note(store, "a")
    assert not clients.exists()


# -- setting aside ---------------------------------------------------------------------------------

TORN = b'\n[[event]]\nseq = 2\nid = "01m81htw38'


def test_what_is_torn_is_set_aside_by_the_next_writer_and_told(store: Store, tmp_path: Path) -> None:
    path = new(store)
    good = path.read_bytes()
    path.write_bytes(good + TORN)
    assert path.read_bytes() == good + TORN
    assert "can't be read (from line" in sentences(store.load(ID))[0]
    loaded = note(store, "a")
    (kept,) = (tmp_path / "state" / "quarantine").iterdir()
    assert kept.read_bytes() == TORN.lstrip()
    assert sentences(loaded) == [f"Bytes that can't be read were set aside in {kept}."]
    assert sentences(note(store, "b", seed=3)) == sentences(store.load(ID)) == sentences(loaded)
    assert texts(store.load(ID)) == ["a", "b"]
    assert sentences(a_store(tmp_path).load(ID)) == []


def test_scraps_of_others_are_left_to_their_own_writers(store: Store, tmp_path: Path) -> None:
    new(store)
    other = new(store, "bbbbbb", "Bo", seed=9)
    other.write_bytes(other.read_bytes() + TORN)
    note(store, "a")
    assert other.read_bytes().endswith(TORN)
    assert not (tmp_path / "state" / "quarantine").exists()


def test_without_a_place_for_the_scraps_nothing_is_written(store: Store, tmp_path: Path) -> None:
    path = new(store)
    path.write_bytes(path.read_bytes() + TORN)
    before = path.read_bytes()
    (tmp_path / "state" / "quarantine").touch()
    with pytest.raises(StateUnwritable):
        note(store, "a")
    assert path.read_bytes() == before


def test_what_is_nowhere_after_the_write_is_not_called_saved(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # An old file is put back the moment after the append.
    path = new(store)
    old = path.read_bytes()
    real = os.close

    def close(descriptor: int) -> None:
        real(descriptor)
        path.write_bytes(old)

    monkeypatch.setattr(os, "close", close)
    with pytest.raises(NotSaved, match="stale"):
        note(store, "lost")


# -- faults ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_says_so_and_the_old_state_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    path = new(store)
    before, content = store.load(ID), path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, call, Refusing(getattr(os, call), number))
        with pytest.raises(VoorafError, match="Not saved"):
            note(store, "a")
    assert path.read_bytes() == content
    assert store.load(ID) == before
    assert texts(note(store, "b")) == ["b"]


def test_a_full_disk_leaves_no_half_client(
    store: Store, clients: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", Refusing(os.write, errno.ENOSPC))
        with pytest.raises(VoorafError, match="Not saved"):
            new(store)
    assert list(clients.iterdir()) == []
    new(store)


def test_a_lock_that_cannot_be_made_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with pytest.raises(StateUnwritable):
        new(store)
    (tmp_path / "state").unlink()
    new(store)
    for lock in (tmp_path / "state" / "locks").iterdir():
        lock.unlink()
        lock.mkdir()
    with pytest.raises(StateUnwritable):
        note(store, "a")


def test_a_writer_that_never_ends_is_not_waited_for_for_ever(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new(store)
    before = path.read_bytes()
    monkeypatch.setattr(locks, "PATIENCE", 0)
    (lock,) = (tmp_path / "state" / "locks").iterdir()
    with held_elsewhere(lock), pytest.raises(DiaryBusy, match="another window or program"):
        note(store, "a")
    assert path.read_bytes() == before
    assert texts(note(store, "a")) == ["a"]


# -- several writers -------------------------------------------------------------------------------


def _write_many(folder: str, seed: int, count: int) -> None:
    store, random = a_store(Path(folder)), Random(seed).randbytes
    writer = Writer(NOW, lambda: new_id(NOW, "ab12", random))
    for number in range(count):
        store.append(ID, noting(f"{seed}-{number}"), writer)


def test_two_processes_that_write_at_once_lose_nothing(store: Store, tmp_path: Path) -> None:
    new(store)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_write_many, args=(str(tmp_path), seed, 12)) for seed in (8, 9)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    loaded = store.load(ID)
    assert [process.exitcode for process in processes] == [0, 0]
    assert sorted(texts(loaded)) == sorted(f"{seed}-{number}" for seed in (8, 9) for number in range(12))
    assert [each.seq for each in loaded.client.events] == list(range(1, 26))
    assert loaded.problems == ()


def test_two_laptops_that_wrote_apart_agree_when_their_files_meet(tmp_path: Path) -> None:
    here, there = a_store(tmp_path / "here"), a_store(tmp_path / "there")
    path = new(here)
    note(here, "both")
    shutil.copytree(tmp_path / "here" / "data", tmp_path / "there" / "data")
    note(here, "here", seed=3)
    note(there, "there", seed=4)
    conflict = "noor-k7q2m9 (conflicted copy).toml"
    shutil.copy(tmp_path / "there" / "data" / "clients" / path.name, path.with_name(conflict))
    shutil.copy(path, tmp_path / "there" / "data" / "clients" / conflict)
    assert here.load(ID).client == there.load(ID).client
    assert sorted(texts(here.load(ID))) == ["both", "here", "there"]


def test_a_meeting_and_values_come_back_in_their_types(store: Store) -> None:
    new(store)
    data = {"meeting": local(2026, 11, 24, 10), "wishes": ["a", "b"]}
    loaded = store.append(ID, lambda _: [("profile", data)], a_writer(2))
    assert (loaded.client.meeting, loaded.client.wishes) == (local(2026, 11, 24, 10), ("a", "b"))
