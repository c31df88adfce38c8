"""Events that stood in a diary and don't any more: the owner is told, and the owner decides."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import a_store, a_workspace, a_writer, event, written
from tests.unit.notes import ID, accept, new, note, noting, sentences, texts
from vooraf.actions.doctor import repair
from vooraf.errors.diary import DiaryUnreadable, EventsMissing, NotSaved
from vooraf.storage import mending
from vooraf.storage.store import Store
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def rolled_back(store: Store) -> Path:
    """A diary in whose place an old file was put: the notes b and c are missing from it."""
    path = new(store)
    note(store, "a")
    old = path.read_bytes()
    note(store, "b", seed=3)
    note(store, "c", seed=4)
    path.write_bytes(old)
    return path


# -- telling ---------------------------------------------------------------------------------------


def test_what_is_missing_is_told_and_not_shown_as_if_it_were_there(
    store: Store, rolled_back: Path, tmp_path: Path
) -> None:
    before = rolled_back.read_bytes()
    for reader in (store, a_store(tmp_path)):
        loaded = reader.load(ID)
        assert (texts(loaded), len(loaded.missing)) == (["a"], 2)
        (sentence,) = sentences(loaded)
        assert sentence.startswith("Something has gone from the diary of Noor (events: 2). Put ")
        assert reader.everyone()[0] == (loaded,)
    assert rolled_back.read_bytes() == before


def test_a_diary_that_lacks_events_is_not_written_before_the_owner_chose(
    store: Store, rolled_back: Path
) -> None:
    before = rolled_back.read_bytes()
    with pytest.raises(EventsMissing, match=r"gone from the diary of Noor \(events: 2\)"):
        note(store, "d", seed=5)
    assert rolled_back.read_bytes() == before


@pytest.mark.parametrize("left", [b"", b"\0" * 500, b"\n\n", b"schema = 1\n", b"schema = 1\nclient = "])
def test_nor_is_one_that_is_empty_or_zeroed(store: Store, left: bytes) -> None:
    path = new(store)
    note(store, "a")
    whole = path.read_bytes()
    path.write_bytes(left)
    everyone, problems = store.everyone()
    assert everyone == ()
    assert [problem.data.get("count") for problem in problems if "name" in problem.data] == [2]
    with pytest.raises(DiaryUnreadable):
        note(store, "b", seed=3)
    assert path.read_bytes() == left
    assert store.put_back(ID, a_writer(7)) == 2
    assert texts(store.load(ID)) == ["a"]
    assert path.read_bytes().endswith(whole.partition(b"\n\n")[2])
    assert texts(note(store, "b", seed=3)) == ["a", "b"]


def test_of_an_event_in_two_versions_both_come_back(store: Store) -> None:
    path = new(store)
    for text in ("this", "that", "this"):
        version = event("note", 2, event_id="one-id", text=text)
        path.write_bytes(path.read_bytes() + b"\n" + event_text(version).encode())
    before = store.load(ID)
    assert (texts(before), before.client.conflicts) == (["this", "that"], ("one-id",))
    note(store, "a", seed=3)
    path.unlink()
    assert store.put_back(ID, a_writer(7)) == 4  # with the first, and both versions
    after = store.load(ID)
    assert (texts(after), after.client.conflicts) == (["this", "that", "a"], ("one-id",))


def test_an_empty_diary_with_a_conflict_copy_beside_it_waits_for_the_owner(
    store: Store, tmp_path: Path
) -> None:
    path = new(store)
    note(store, "a")
    shutil.copy(path, path.with_name("noor-k7q2m9.sync-conflict-20261122-101112-ABCDEFG.toml"))
    path.write_bytes(b"\0" * 100)
    assert texts(store.load(ID)) == ["a"]
    with pytest.raises(EventsMissing):
        note(store, "b", seed=3)
    assert path.read_bytes() == b"\0" * 100
    assert store.put_back(ID, a_writer(7)) == 0
    assert texts(note(store, "b", seed=3)) == ["a", "b"]
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    (zeros,) = (tmp_path / "state" / "quarantine").iterdir()
    assert zeros.read_bytes() == b"\0" * 100


def test_a_client_whose_diary_was_taken_away_is_told_by_name(store: Store) -> None:
    path = new(store)
    note(store, "a")
    path.unlink()
    everyone, (problem,) = store.everyone()
    assert (everyone, problem.file) == ((), str(path))
    assert problem.sentence().startswith("Something has gone from the diary of Noor (events: 2).")
    assert store.put_back(ID, a_writer(7)) == 2
    assert texts(store.load(ID)) == ["a"]


def test_a_diary_that_cannot_be_read_now_lacks_nothing(store: Store) -> None:
    path = new(store)
    path.unlink()
    path.mkdir()
    path.rmdir()
    path.write_bytes(b"\0" * (16 * 1024 * 1024 + 1))
    _everyone, problems = store.everyone()
    assert ["name" in problem.data for problem in problems] == [False]


def test_a_copy_that_is_too_large_to_be_read_lets_nothing_go_unseen(store: Store, rolled_back: Path) -> None:
    with rolled_back.with_name("Copy of noor-k7q2m9.toml").open("wb") as copy:
        copy.truncate(16 * 1024 * 1024 + 1)
    assert len(store.load(ID).missing) == 2
    with pytest.raises(EventsMissing):
        note(store, "d", seed=5)
    assert store.put_back(ID, a_writer(7)) == 2
    assert texts(note(store, "d", seed=5)) == ["a", "b", "c", "d"]


def test_what_another_device_wrote_and_this_one_read_is_missed_too(store: Store, tmp_path: Path) -> None:
    path = new(store)
    old = path.read_bytes()
    note(a_store(tmp_path, "another device"), "from there", device="cd34")
    assert texts(store.load(ID)) == ["from there"]
    store.everyone()
    path.write_bytes(old)
    for reader in (store, a_store(tmp_path)):
        assert (texts(reader.load(ID)), len(reader.load(ID).missing)) == ([], 1)
    store.put_back(ID, a_writer(7))
    assert texts(store.load(ID)) == ["from there"]


def test_what_was_written_by_hand_is_the_owners_to_take_out(store: Store) -> None:
    path = new(store)
    old = path.read_bytes()
    path.write_bytes(old + b'\n[[event]]\nkind = "note"\ntext = "by hand"\n')
    assert texts(store.load(ID)) == ["by hand"]
    store.everyone()
    path.write_bytes(old)
    assert store.load(ID).missing == ()
    assert texts(note(store, "a")) == ["a"]


def test_what_the_owner_changed_by_hand_stays_changed(store: Store) -> None:
    path = new(store)
    note(store, "before")
    path.write_bytes(path.read_bytes().replace(b"before", b"after!"))
    assert (texts(store.load(ID)), store.load(ID).missing) == (["after!"], ())
    assert texts(note(store, "b", seed=3)) == ["after!", "b"]


def test_a_diary_under_another_name_lacks_nothing(store: Store) -> None:
    path = new(store)
    note(store, "a")
    store.everyone()
    path.rename(path.with_name("My favourite.toml"))
    assert (texts(store.load(ID)), store.load(ID).missing) == (["a"], ())
    assert store.everyone()[1] == ()


def test_the_doctor_makes_the_index_anew_after_what_it_alone_knows_was_noted(tmp_path: Path) -> None:
    """What another device wrote is nowhere else on this one."""
    store = a_workspace(tmp_path).store
    path = new(store)
    old = path.read_bytes()
    note(a_store(tmp_path, "another device"), "from there", device="cd34")
    store.everyone()
    path.write_bytes(old)
    repair(a_workspace(tmp_path))
    assert [each.text("text") for each in a_workspace(tmp_path).store.gone_from(ID).events] == ["from there"]


def test_what_a_window_writes_that_was_open_when_the_doctor_repaired_is_missed_when_it_goes(
    tmp_path: Path,
) -> None:
    window = a_workspace(tmp_path)
    path = new(window.store)
    old = path.read_bytes()
    note(window.store, "a")
    repair(a_workspace(tmp_path))
    note(window.store, "b", seed=3)
    window.close()
    path.write_bytes(old)
    assert [each.text("text") for each in a_workspace(tmp_path).store.gone_from(ID).events] == ["a", "b"]


@pytest.mark.parametrize("client", ["a\0b", "vd/berg", "../../out", "n" * 300, "é" * 60, "-"], ids=repr)
def test_whoever_it_is_of_a_diary_comes_back_in_the_folder_of_the_diaries(
    store: Store, clients: Path, client: str
) -> None:
    clients.mkdir(parents=True)
    path = clients / "written elsewhere.toml"
    path.write_bytes(written(event("opened", name="Noor", language="en", checklist="general"), client=client))
    store.append(client, noting("a"), a_writer(3))
    store.everyone()
    path.unlink()
    assert store.put_back(client, a_writer(7)) == 2
    (back,) = clients.iterdir()
    assert back.name.startswith("noor-")
    assert texts(store.append(client, noting("b"), a_writer(8))) == ["a", "b"]
    assert list(clients.iterdir()) == [back]


# -- the owner's choice ----------------------------------------------------------------------------


@pytest.mark.usefixtures("rolled_back")
def test_put_back_they_stand_there_as_they_were_sealed(store: Store, tmp_path: Path) -> None:
    assert store.put_back(ID, a_writer(7)) == 2
    loaded = store.load(ID)
    assert (texts(loaded), sentences(loaded)) == (["a", "b", "c"], [])
    assert {each.trust for each in loaded.client.events} == {"sealed"}
    assert texts(note(store, "d", seed=5)) == ["a", "b", "c", "d"]
    assert texts(a_store(tmp_path, "another device").load(ID)) == ["a", "b", "c", "d"]
    assert store.put_back(ID, a_writer(8)) == 0


def test_what_goes_again_while_it_is_put_back_is_not_called_saved(
    store: Store, rolled_back: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, real = rolled_back.read_bytes(), os.close

    def close(descriptor: int) -> None:
        real(descriptor)
        rolled_back.write_bytes(old)

    monkeypatch.setattr(os, "close", close)
    with pytest.raises(NotSaved, match="stale"):
        store.put_back(ID, a_writer(7))
    monkeypatch.undo()
    assert store.put_back(ID, a_writer(8)) == 2
    assert texts(store.load(ID)) == ["a", "b", "c"]


def test_accepted_they_are_gone_and_never_come_back_by_themselves(
    store: Store, rolled_back: Path, tmp_path: Path
) -> None:
    before = rolled_back.read_bytes()
    assert accept(store, 7) == 2
    assert rolled_back.read_bytes() == before
    for reader in (store, a_store(tmp_path)):
        assert (texts(reader.load(ID)), sentences(reader.load(ID))) == (["a"], [])
    assert texts(note(store, "d", seed=5)) == ["a", "d"]
    assert store.put_back(ID, a_writer(8)) == accept(store, 9) == 0


def test_what_was_accepted_and_came_back_is_missed_when_it_goes_again(
    store: Store, rolled_back: Path, tmp_path: Path
) -> None:
    old = rolled_back.read_bytes()
    assert store.put_back(ID, a_writer(7)) == 2
    whole = rolled_back.read_bytes()
    rolled_back.write_bytes(old)
    assert accept(store, 8) == 2
    rolled_back.write_bytes(whole)  # a branch of git, or a drive that is there again
    assert texts(a_store(tmp_path).load(ID)) == ["a", "b", "c"]
    rolled_back.write_bytes(old)
    assert len(a_store(tmp_path).load(ID).missing) == 2
    assert store.put_back(ID, a_writer(9)) == 2
    assert texts(store.load(ID)) == ["a", "b", "c"]


BY_HAND = """
[[event]]
seq = 3
id = "written-by-hand"
at = 2026-11-22T18:40:00+00:00
kind = "note"
text = "typed"
"""


@pytest.mark.parametrize("left", ["old", "empty", "gone"])
def test_what_was_written_or_changed_by_hand_comes_back_with_the_rest(store: Store, left: str) -> None:
    path = new(store)
    old = path.read_bytes()
    note(store, "first")
    path.write_text(path.read_text().replace('"first"', '"changed"') + BY_HAND)
    note(store, "behind", seed=3)
    before = store.load(ID)
    assert texts(before) == ["changed", "typed", "behind"]
    if left == "gone":
        path.unlink()
    else:
        path.write_bytes(old if left == "old" else b"")
    assert store.put_back(ID, a_writer(7)) >= 3
    after = store.load(ID)
    assert set(texts(after)) >= {"typed", "behind"}
    assert not after.missing
    assert texts(note(store, "z", seed=8))[-1] == "z"


def test_what_was_written_by_hand_and_taken_out_again_is_asked_about_and_accepted(store: Store) -> None:
    path = new(store)
    note(store, "a")
    old = path.read_bytes()
    path.write_bytes(old + BY_HAND.encode())
    assert texts(store.load(ID)) == ["a", "typed"]
    path.write_bytes(old)
    with pytest.raises(EventsMissing):
        note(store, "b", seed=3)
    assert [event.id for event in store.gone_from(ID).events] == ["written-by-hand"]
    assert accept(store, 7) == 1
    assert texts(note(store, "b", seed=3)) == ["a", "b"]


def test_what_is_too_long_for_a_line_of_vooraf_stops_nobody_when_it_goes(
    store: Store, tmp_path: Path
) -> None:
    path = new(store)
    old = path.read_bytes()
    lines = ",\n".join(f'"{number:060}"' for number in range(1500))
    path.write_bytes(old + BY_HAND.encode() + f"list = [\n{lines}\n]\n".encode())
    assert texts(store.load(ID)) == ["typed"]
    store.everyone()
    path.write_bytes(old)
    for reader in (store, a_store(tmp_path)):
        ((loaded,), problems) = reader.everyone()
        assert (texts(loaded), loaded.missing, problems) == ([], (), ())
    assert texts(note(store, "a")) == ["a"]


def test_what_went_since_the_owner_looked_is_not_accepted_with_the_rest(store: Store) -> None:
    path = new(store)
    old = path.read_bytes()
    note(store, "a")
    later = path.read_bytes()
    note(store, "b", seed=3)
    path.write_bytes(later)
    seen = store.gone_from(ID).missing
    path.write_bytes(old)
    assert store.accept(ID, seen, a_writer(7)) == 1
    assert [each.text("text") for each in store.gone_from(ID).events] == ["a"]


def test_nor_is_a_file_moved_away_that_was_emptied_since(store: Store) -> None:
    path = new(store)
    old = path.read_bytes()
    note(store, "a")
    path.write_bytes(old)
    seen = store.gone_from(ID).missing
    path.write_bytes(b"")
    assert store.accept(ID, seen, a_writer(7)) == 1
    assert path.read_bytes() == b""
    assert len(store.gone_from(ID).missing) == 1


@pytest.mark.parametrize("quotes", ["'''", '"""'])
def test_a_torn_text_at_the_end_takes_in_nothing_that_is_put_back(store: Store, quotes: str) -> None:
    path = new(store)
    old = path.read_bytes()
    note(store, f"{quotes} # what the client said")
    note(store, "b", seed=3)
    torn = f'\n[[event]]\nkind = "note"\ntext = {quotes}torn'
    path.write_bytes(old + torn.encode())
    assert store.put_back(ID, a_writer(7)) == 2
    loaded = store.load(ID)
    assert (texts(loaded), loaded.missing) == ([f"{quotes} # what the client said", "b"], ())
    (said,) = sentences(loaded)
    assert Path(said.removesuffix(".").rpartition(" ")[2]).read_text() == torn.lstrip("\n")


def test_a_client_who_is_accepted_to_be_gone_is_told_no_more(store: Store) -> None:
    new(store).unlink()
    assert accept(store, 7) == 1
    assert store.everyone() == ((), ())


@pytest.mark.usefixtures("rolled_back")
def test_while_this_device_cannot_keep_the_choice_nothing_is_chosen(store: Store, tmp_path: Path) -> None:
    assert len(store.gone_from(ID).missing) == 2
    other = sqlite3.connect(tmp_path / "state" / "index.sqlite")
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM safe_client")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vooraf.storage.safety.PATIENCE", 0.01)
        with pytest.raises(NotSaved):
            accept(store, 7)
    other.rollback()
    other.close()
    assert len(store.load(ID).missing) == 2


def test_while_another_process_writes_in_the_index_what_goes_is_missed_all_the_same(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new(store)
    old = path.read_bytes()
    note(a_store(tmp_path, "another device"), "from there", device="cd34")
    store.everyone()
    path.write_bytes(old)
    other = sqlite3.connect(tmp_path / "state" / "index.sqlite")
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM safe_client")
    for module in ("safety", "store"):
        monkeypatch.setattr(f"vooraf.storage.{module}.PATIENCE", 0.01)
    later = a_store(tmp_path)
    for refused in (
        lambda: note(later, "behind", seed=3),
        lambda: later.put_back(ID, a_writer(7)),
        lambda: accept(later, 7),
    ):
        with pytest.raises(NotSaved):
            refused()
    assert path.read_bytes() == old
    assert len(later.load(ID).missing) == 1
    other.rollback()
    other.close()
    assert later.put_back(ID, a_writer(8)) == 1
    assert texts(later.load(ID)) == ["from there"]


def test_what_is_torn_in_the_safety_copy_is_not_put_back_by_half(
    store: Store, rolled_back: Path, tmp_path: Path
) -> None:
    before = rolled_back.read_bytes()
    assert len(store.load(ID).missing) == 2  # what was read last is in the safety copy from here on
    with sqlite3.connect(tmp_path / "state" / "index.sqlite") as index:
        index.execute("UPDATE safe SET text = substr(text, 1, 40) WHERE text LIKE '%\"c\"%'")
    with pytest.raises(NotSaved):
        store.put_back(ID, a_writer(7))
    assert rolled_back.read_bytes() == before


# -- the safety copy -------------------------------------------------------------------------------


def test_what_a_kill_kept_out_of_the_safety_copy_comes_in_with_the_next_event(
    store: Store, tmp_path: Path
) -> None:
    path = new(store)
    note(store, "a")
    with sqlite3.connect(tmp_path / "state" / "index.sqlite") as index:
        index.execute("DELETE FROM safe")
    note(store, "b", seed=3)
    path.unlink()
    store.put_back(ID, a_writer(7))
    assert texts(store.load(ID)) == ["a", "b"]


def test_an_event_counts_as_saved_without_a_safety_copy_and_that_is_told(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new(store)
    monkeypatch.setattr("vooraf.storage.safety.PATIENCE", 0.01)
    other = sqlite3.connect(tmp_path / "state" / "index.sqlite")
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM safe_client")
    for number in (1, 2):
        loaded = note(store, str(number), seed=number + 1)
    assert texts(loaded) == ["1", "2"]
    (said,) = sentences(loaded)
    assert said.startswith("The diary was saved, but its safety copy can't be written now; the next save")
    assert "run: vooraf doctor" in said
    other.rollback()
    other.close()


def test_each_data_folder_has_a_safety_copy_of_its_own(tmp_path: Path) -> None:
    one, other = a_store(tmp_path / "one"), a_store(tmp_path / "other")
    for each in (one, other):
        new(each)
    note(one, "a")
    assert (texts(one.load(ID)), texts(other.load(ID))) == (["a"], [])
    assert other.load(ID).missing == ()


# -- conflict copies -------------------------------------------------------------------------------

NAMES = [
    "noor-k7q2m9.sync-conflict-20261122-101504-ABCDEFG.toml",
    "noor-k7q2m9 (conflicted copy 2026-11-22 101504).toml",
    "noor-k7q2m9 (Noor's conflicted copy 2026-11-22).toml",
    "noor-k7q2m9 (SFConflict noor@example.com 2026-11-22-10-15-04).toml",
    "noor-k7q2m9-DESKTOP.toml",
    "noor-k7q2m9 2.toml",
    "Copy of noor-k7q2m9.toml",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_next_writer_takes_a_copy_in_verbatim_and_moves_it_away(
    store: Store, tmp_path: Path, name: str
) -> None:
    path = new(store)
    before = path.read_bytes()
    note(store, "here", seed=3)
    here = path.read_bytes()
    block = event_text(event(seq=2, text="there")).replace(" = ", "  =  ").encode()
    copy = path.with_name(name)
    copy.write_bytes(before + b"\n" + block)
    written_there = copy.read_bytes()
    loaded = note(store, "after", seed=4)
    assert sorted(texts(loaded)) == ["after", "here", "there"]
    assert path.read_bytes().startswith(here + b"\n" + block)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    (kept,) = (tmp_path / "state" / "absorbed").iterdir()
    assert kept.read_bytes() == written_there
    assert sentences(loaded) == [
        f"The copy {name} was taken into this diary (events that only it had: 1) and moved to {kept}."
    ]
    assert store.load(ID).missing == ()


def test_a_copy_with_nothing_new_in_it_only_moves(store: Store, tmp_path: Path) -> None:
    path = new(store)
    shutil.copy(path, path.with_name("Copy of noor.toml"))
    before = path.read_bytes()
    store.mend(ID, a_writer(3))
    assert path.read_bytes() == before
    assert len(list((tmp_path / "state" / "absorbed").iterdir())) == 1


def test_what_is_torn_in_a_copy_goes_with_it(store: Store, tmp_path: Path) -> None:
    path = new(store)
    copy = path.with_name("copy of noor.toml")
    torn = path.read_bytes() + b'\n[[event]]\nseq = 2\nid = "01m81htw38'
    copy.write_bytes(torn)
    assert texts(note(store, "a")) == ["a"]
    (kept,) = (tmp_path / "state" / "absorbed").iterdir()
    assert kept.read_bytes() == torn
    assert store.load(ID).client.conflicts == ()


def test_two_events_under_one_id_stay_both(store: Store) -> None:
    path = new(store)
    before = path.read_bytes()
    for name, text in ((path, "one"), (path.with_name("other.toml"), "other")):
        name.write_bytes(before + b"\n" + event_text(event(seq=2, event_id="twin-ab12", text=text)).encode())
    loaded = note(store, "after", seed=4)
    assert sorted(texts(loaded)) == ["after", "one", "other"]
    assert loaded.client.conflicts == ("twin-ab12",)


@pytest.mark.parametrize(
    "name",
    [
        "noor-veldman-k7q2m9.sync-conflict-20261122-101504-ABCDEFG.toml",
        "noor-veldman-k7q2m9 (Case Conflict 1) (conflicted copy of Noor's laptop 2026-11-22).toml",
        f"{'é' * 100}-k7q2m9.sync-conflict-20261122-101504-ABCDEFG.toml",
    ],
)
def test_a_copy_that_was_taken_in_still_says_whose_it_was(store: Store, tmp_path: Path, name: str) -> None:
    path = new(store)
    shutil.copy(path, path.with_name(name))
    store.mend(ID, a_writer(3))
    (kept,) = (tmp_path / "state" / "absorbed").iterdir()
    whole, _, stamp = kept.name.rpartition(".")
    assert stamp
    assert "k7q2m9" in whole
    assert name.endswith(whole)
    assert whole == name or len(os.fsencode(kept.name)) in (254, 255)


def test_a_copy_alone_is_never_written_into(store: Store, tmp_path: Path) -> None:
    path = new(store)
    copy = path.with_name("noor-k7q2m9.sync-conflict-20261122-101504-ABCDEFG.toml")
    path.rename(copy)
    before = copy.read_bytes()
    assert texts(note(store, "a")) == ["a"]
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    (kept,) = (tmp_path / "state" / "absorbed").iterdir()
    assert kept.read_bytes() == before


def test_a_copy_that_is_too_large_stays_where_it_is(store: Store) -> None:
    path = new(store)
    path.write_bytes(path.read_bytes() + b"\n" * (16 * 1024 * 1024 - 500))
    copy = path.with_name("other.toml")
    copy.write_bytes(written(event("note", 5, text="there " * 500)))
    before = path.read_bytes()
    assert len(texts(store.mend(ID, a_writer(3)))) == 1
    assert (copy.exists(), path.read_bytes() == before) == (True, True)


def on_another_disk(*_paths: str) -> None:
    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))


def test_a_copy_moves_to_a_state_on_another_disk(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new(store)
    copy = path.with_name(NAMES[0])
    shutil.copy(path, copy)
    monkeypatch.setattr(os, "rename", on_another_disk)
    store.mend(ID, a_writer(3))
    (kept,) = (tmp_path / "state" / "absorbed").iterdir()
    assert (copy.exists(), kept.read_bytes()) == (False, path.read_bytes())


@pytest.mark.parametrize("moving", [os.rename, on_another_disk])
def test_a_copy_that_is_written_to_while_it_is_moved_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moving: Callable[..., None]
) -> None:
    path = new(store)
    copy = path.with_name(NAMES[0])
    shutil.copy(path, copy)
    more = b"\n" + event_text(event(seq=5, text="written late")).encode()
    real = mending.sync_folder if moving is os.rename else mending.replace_file
    times = []

    def written_to(*arguments: Any) -> None:
        real(*arguments)
        times.append(1)
        if len(times) == 1:
            there = copy if copy.exists() else next((tmp_path / "state" / "absorbed").iterdir())
            there.write_bytes(there.read_bytes() + more)

    monkeypatch.setattr(mending, real.__name__, written_to)
    monkeypatch.setattr(os, "rename", moving)
    with suppress(NotSaved):
        store.mend(ID, a_writer(3))
    assert copy.read_bytes().endswith(more)
    monkeypatch.undo()
    assert texts(store.mend(ID, a_writer(4))) == ["written late"]
    assert not copy.exists()
