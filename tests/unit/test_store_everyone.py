"""Who is there: the diaries of all clients, and several files of one."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.factories import Refusing, a_store, a_writer, event, written
from tests.unit.notes import ID, new, note, sentences, texts
from vooraf.errors.diary import DiaryFull, DiaryUnreadable, EventsMissing
from vooraf.errors.disk import FolderIsFile, FolderUnreadable
from vooraf.model.events import BY_HAND
from vooraf.storage import diary_files
from vooraf.storage.diary_files import identity
from vooraf.storage.diary_reader import MOST_IN_A_FILE
from vooraf.storage.reading import Reading
from vooraf.storage.store import Store
from vooraf.storage.toml_text import event_text

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
        ("empty-cccccc.toml", "There is no event in this file, so it belongs to no client."),
        ("folder.toml", "This isn't an ordinary file, so it isn't read."),
        ("link.toml", "This isn't an ordinary file, so it isn't read."),
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
    assert (everyone, [problem.data["count"] for problem in problems]) == ((), [1])


def test_a_diary_that_cannot_be_read_is_told_with_the_reason(store: Store, tmp_path: Path) -> None:
    new(store)
    fresh = a_store(tmp_path, "another device")  # whose index doesn't know it
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
    with pytest.raises(EventsMissing):  # nobody can read them there any more
        note(store, "more")
    store.accept(ID, store.gone_from(ID).missing, a_writer(7))
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
    assert sentence.startswith("The diary of Noor has something in two versions (events: 1); both are kept.")
    assert ": vooraf versions k7q2m9 " in sentence


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
