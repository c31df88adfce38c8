"""All diaries of a data folder: who is there, and how a client's diary grows."""

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

from tests.factories import NOW, Refusing, a_store, a_writer, event, held_elsewhere, local, written
from tests.unit.notes import ID, new, note, noting, sentences, texts
from vooraf.errors import VoorafError
from vooraf.errors.diary import DiaryBusy, DiaryFull, DiaryUnreadable, NotSaved
from vooraf.errors.disk import FolderIsFile, FolderUnreadable, StateUnwritable
from vooraf.errors.values import TooManyBytes
from vooraf.model.client import Client
from vooraf.model.events import BY_HAND
from vooraf.storage import diary_files, locks
from vooraf.storage.device import new_id
from vooraf.storage.diary_files import identity
from vooraf.storage.diary_reader import MOST_IN_A_FILE
from vooraf.storage.reading import Reading
from vooraf.storage.store import Draft, Store, Writer
from vooraf.storage.toml_text import event_text


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    return tmp_path / "data" / "clients"


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


# -- who is there ----------------------------------------------------------------------------------


def test_everyone_is_listed_with_what_is_no_diary(store: Store, clients: Path) -> None:
    new(store, "bbbbbb", "Bo")
    new(store, "aaaaaa", "Al")
    (clients / "empty-cccccc.toml").touch()
    (clients / "folder.toml").mkdir()
    (clients / "link.toml").symlink_to(clients / "bo-bbbbbb.toml")
    for ignored in (".hidden.toml", "~lock.toml", "notes.txt", "al-aaaaaa.toml.tmp"):
        (clients / ignored).write_text("x")
    everyone, problems = store.everyone()
    assert [loaded.client.name for loaded in everyone] == ["Al", "Bo"]
    assert sorted((Path(problem.file).name, problem.sentence()) for problem in problems) == [
        ("empty-cccccc.toml", "There is no event in this file, so it is no client's."),
        ("folder.toml", "This is no ordinary file, so it isn't read."),
        ("link.toml", "This is no ordinary file, so it isn't read."),
    ]


def test_a_broken_diary_shows_its_good_events_and_hides_nobody(store: Store) -> None:
    path = new(store, "aaaaaa", "Al")
    new(store, "bbbbbb", "Bo")
    path.write_bytes(path.read_bytes() + b"\n[[event]]\nbroken")
    everyone, problems = store.everyone()
    assert [(loaded.client.name, len(loaded.problems)) for loaded in everyone] == [("Al", 1), ("Bo", 0)]
    assert problems == ()


@pytest.mark.parametrize("where", ["data", "data/clients"])
def test_a_file_in_the_place_of_a_folder_is_told(store: Store, tmp_path: Path, where: str) -> None:
    (tmp_path / where).parent.mkdir(exist_ok=True)
    (tmp_path / where).touch()
    for read in (store.everyone, lambda: store.load(ID)):
        with pytest.raises(FolderIsFile):
            read()
    with pytest.raises(FolderIsFile):
        new(store)


def test_a_folder_that_cannot_be_listed_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    new(store)
    real = os.scandir
    for failing in range(3):
        calls: list[object] = []

        def fails(path: str, calls: list[object] = calls, failing: int = failing) -> object:
            calls.append(path)
            if len(calls) > failing:
                raise OSError(errno.EACCES, "refused")
            return real(path)

        monkeypatch.setattr(os, "scandir", fails)
        with pytest.raises(FolderUnreadable, match="refused"):
            store.everyone()


def test_a_folder_that_is_gone_between_two_looks_is_empty(
    store: Store, clients: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new(store)
    monkeypatch.setattr(diary_files, "check_readable", lambda _: shutil.rmtree(clients, ignore_errors=True))
    everyone, problems = store.everyone()
    assert (everyone, [problem.data["name"] for problem in problems]) == ((), ["Noor"])


def test_a_diary_that_cannot_be_read_is_told_with_the_reason(store: Store, tmp_path: Path) -> None:
    new(store)
    fresh = a_store(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builtins.open", Refusing(open, errno.EACCES, times=9))
        everyone, problems = fresh.everyone()
        assert (everyone, [problem.sentence() for problem in problems]) == (
            (),
            ["This diary can't be read: refused."],
        )
        with pytest.raises(DiaryUnreadable, match=r"noor-k7q2m9\.toml can't be read: refused"):
            fresh.load(ID)
    assert fresh.load(ID).client.name == "Noor"


def test_a_diary_over_the_limit_is_told_and_not_read(store: Store, clients: Path) -> None:
    path = new(store)
    with path.open("ab") as file:
        file.truncate(MOST_IN_A_FILE + 1)
    (clients / "copy.toml").write_bytes(written(event("note", 5, text="in a copy")))
    loaded = store.load(ID)
    assert texts(loaded) == ["in a copy"]
    assert f"{MOST_IN_A_FILE + 1} bytes" in sentences(loaded)[0]
    with pytest.raises(DiaryFull):
        note(store, "more")
    assert path.stat().st_size == MOST_IN_A_FILE + 1


def test_a_file_is_read_again_only_when_it_was_changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path = new(store)
    before = store.load(ID)
    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", Refusing(open, errno.EIO, times=9))
        assert store.load(ID).client is before.client
    with path.open("ab") as file:
        file.write(b"\n" + event_text(event(seq=9, text="by another program")).encode())
    assert texts(store.load(ID)) == ["by another program"]


def test_a_file_that_goes_while_it_is_looked_at_is_not_there(store: Store, clients: Path) -> None:
    path = new(store)
    assert store.reading(str(path)).events
    path.unlink()
    assert store.reading(str(path)) == Reading("", (), (), ())
    (clients / "noor-k7q2m9.toml").mkdir()
    assert store.reading(str(path)) == Reading("", (), (), ())


def test_the_signature_tells_that_somebody_changed_something(store: Store, clients: Path) -> None:
    path = new(store)
    store.load(ID)
    seen = [store.signature(ID)]
    note(store, "a")
    seen.append(store.signature(ID))
    os.utime(path, ns=(5, 5))
    seen.append(store.signature(ID))
    os.utime(clients, ns=(6, 6))
    seen.append(store.signature(ID))
    assert store.signature("another") != seen[-1]
    path.unlink()
    seen.append(store.signature(ID))
    assert len(set(seen)) == 5
    assert store.signature(ID) == seen[-1]


# -- several files of one client -------------------------------------------------------------------


def test_conflict_copies_are_read_as_one(store: Store, clients: Path) -> None:
    path = new(store)
    note(store, "before")
    before = path.read_bytes()
    note(store, "here", seed=3)
    copy = clients / "noor-k7q2m9.sync-conflict-20261122-101504-ABCDEFG.toml"
    copy.write_bytes(before)
    with copy.open("ab") as file:
        file.write(b"\n" + event_text(event(seq=3, event_id="zz", text="there")).encode())
    loaded = store.load(ID)
    assert texts(loaded) == ["before", "here", "there"]
    assert loaded.file == str(path)
    assert len(store.everyone()[0]) == 1
    after = note(store, "after", seed=4)
    assert texts(after) == ["before", "here", "there", "after"]
    assert after.client.seq == 4
    assert not copy.exists()


def test_two_events_under_one_id_are_told(store: Store, clients: Path) -> None:
    new(store)
    for name, text in (("a", "one"), ("b", "other")):
        (clients / f"{name}.toml").write_bytes(written(event(seq=2, event_id="twin", text=text)))
    loaded = store.load(ID)
    assert sorted(texts(loaded)) == ["one", "other"]
    (sentence,) = sentences(loaded)
    assert sentence.startswith("In the diary of Noor events stand in two versions (1); both are kept.")
    assert sentence.endswith(": vooraf versions k7q2m9")


@pytest.mark.parametrize(
    ("files", "main"),
    [
        (["noor-k7q2m9.toml", "noor-k7q2m9 (copy).toml"], "noor-k7q2m9.toml"),
        (["noor-k7q2m9.toml", "a-k7q2m9.toml"], "a-k7q2m9.toml"),
        (["b-k7q2m9.toml", "a-k7q2m9.toml"], "a-k7q2m9.toml"),
        (["diary.toml", "d.toml"], "d.toml"),
        (["My favourite.toml"], "My favourite.toml"),
        (["noor-k7q2m9.sync-conflict-20261122-101112-ABCDEFG.toml"], "noor-k7q2m9.toml"),
        (["noor-k7q2m9 2.toml", "noor-k7q2m9 (1).toml"], "noor-k7q2m9.toml"),
    ],
)
def test_the_file_that_is_written_is_the_one_that_ends_with_the_id(
    store: Store, clients: Path, files: list[str], main: str
) -> None:
    content = new(store).read_bytes()
    (clients / "noor-k7q2m9.toml").unlink()
    for name in files:
        (clients / name).write_bytes(content)
    assert store.load(ID).file == str(clients / main)
    assert [each.file for each in store.everyone()[0]] == [str(clients / main)]


def test_a_file_is_whose_it_says_and_failing_that_whose_its_name_says() -> None:
    assert identity("/c/noor-abc.toml", Reading("k7q2m9", (), (), ())) == "k7q2m9"
    assert identity("/c/noor-van-k7q2m9.toml", Reading("", (), (), ())) == "k7q2m9"
    assert identity("/c/noor.toml", Reading("", (), (), ())) == "noor"


def test_a_renamed_diary_is_still_its_clients(store: Store, clients: Path) -> None:
    path = new(store)
    path.rename(clients / "My favourite.toml")
    loaded = note(store, "a")
    assert (texts(loaded), Path(loaded.file).name) == (["a"], "My favourite.toml")
    assert sorted(each.name for each in clients.iterdir()) == ["My favourite.toml"]


def test_an_event_written_by_hand_is_taken_and_the_next_one_stands_behind_it(store: Store) -> None:
    path = new(store)
    with path.open("a") as file:
        file.write('\n[[event]]\nkind = "note"\ntext = "by hand"\n')
    loaded = note(store, "after")
    assert texts(loaded) == ["by hand", "after"]
    assert [each.trust for each in loaded.client.events].count(BY_HAND) == 1
    assert loaded.problems == ()


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
