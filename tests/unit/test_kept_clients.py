"""A client with a long diary, folded before: the same as folded now, and nothing old is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import a_workspace, confirmed, event, local, told, undone, waived, written
from tests.faults.indexes import later
from vooraf.actions.items import tell
from vooraf.actions.notes import note
from vooraf.actions.undoing import undo
from vooraf.actions.view import view
from vooraf.model.events import CHOSEN
from vooraf.model.versions import choice
from vooraf.storage import kept_clients
from vooraf.storage.kept_clients import LONG, LaterEvents
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from vooraf.model.client import Client

CLIENT = "k7q2m9"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """The file of a client of whom everything is known, and much of it."""
    opening = event("opened", 1, name="Noor", language="en", checklist="photographer")
    profile = event(
        "profile", 2, meeting=local(2026, 12, 1, 9), wishes=["\x01s", "no posing"], moment="start"
    )
    talk = event("started", 3, talk="check-in", minutes=10, language="en", questions=["a", "b"])
    twins = tuple(event("note", 15, event_id="twin", text=text) for text in "ab")
    events = [
        *(opening, profile, talk, event("answered", 4, talk=talk.id, step="a", words="fine")),
        *(event("ended", 5, talk=talk.id), event("value", 6, field="rounds", value=3, batch="b")),
        *(told(7, announced="price", **{"from": date(2027, 1, 1)}), confirmed(8, words="yes")),
        *(waived(9, "scope"), told(10, item="late"), undone("b", 11), event("applied", 12, item="revisions")),
        *(event("excepted", 13, item="late"), event("announced", 14, item="late", text="x")),
        *(*twins, event(CHOSEN, 16, **choice(twins, twins[:1]))),
        *(event("note", seq, text=f"{seq} " * 200) for seq in range(17, 122)),
    ]
    path = Path(a_workspace(tmp_path).folder.clients) / f"noor-{CLIENT}.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(written(*events))
    assert path.stat().st_size > LONG
    return path


def loaded(folder: Path) -> Client:
    """The client in a run of its own."""
    run = later(folder)
    found = view(run, CLIENT).client
    assert list(found.events) == sorted(found.events, key=lambda each: each.seq)
    run.close()
    return found


def as_folded(folder: Path) -> Client:
    """The client in a run without an index."""
    return view(a_workspace(folder, device="another"), CLIENT).client


def test_the_second_run_has_what_the_first_folded(tmp_path: Path, long: Path) -> None:
    first, second = loaded(tmp_path), loaded(tmp_path)
    assert isinstance(first.events, tuple)
    assert isinstance(second.events, LaterEvents)
    assert second == first == as_folded(tmp_path)
    assert [second.counts(each) for each in second.events if each.id == "twin"].count(True) == 1
    assert [type(value) for value in second if value is not second.events] == [
        type(value) for value in first if value is not first.events
    ]
    assert (len(second.events), second.events[0], second.events[-2:]) == (
        len(first.events),
        first.events[0],
        first.events[-2:],
    )
    assert long.exists()


def test_what_changed_since_is_seen(tmp_path: Path, long: Path) -> None:
    loaded(tmp_path)
    with long.open("a", encoding="utf-8") as file:
        file.write("\n" + event_text(event("profile", 500, name="Zoë")))
    assert [loaded(tmp_path).name for _ in range(3)] == ["Zoë"] * 3
    assert loaded(tmp_path) == as_folded(tmp_path)


def test_what_is_done_with_it_counts(tmp_path: Path, long: Path) -> None:
    loaded(tmp_path)
    run = later(tmp_path)
    note(run, CLIENT, "called")
    assert view(run, CLIENT).client.notes[-1].text("text") == "called"
    tell(run, CLIENT, ("scope",))
    undo(run, CLIENT)
    run.close()
    assert loaded(tmp_path) == as_folded(tmp_path) == loaded(tmp_path)
    assert long.read_text(encoding="utf-8").count("[[event]]") == len(loaded(tmp_path).events)


def test_what_is_missing_is_told_all_the_same(tmp_path: Path, long: Path) -> None:
    loaded(tmp_path)
    content = long.read_bytes()
    long.write_bytes(content[: content.rindex(b"[[event]]")])
    for _ in range(3):
        run = later(tmp_path)
        assert [each.data["count"] for each in view(run, CLIENT).problems] == [1]
        run.close()


def test_a_copy_beside_it_is_read_too(tmp_path: Path, long: Path) -> None:
    loaded(tmp_path)
    copy = written(event("profile", 600, name="Zoë"))
    (long.parent / f"noor-{CLIENT} (conflicted copy).toml").write_bytes(copy)
    assert [loaded(tmp_path).name for _ in range(3)] == ["Zoë"] * 3


@pytest.mark.parametrize(
    "body", ["", "7", "[[], []]", "[[[1]], [1]]", '[[], [["e", 3]]]', '[[], ["a", "b"]]']
)
@pytest.mark.usefixtures("long")
def test_one_that_is_not_as_it_was_packed_is_folded_again(tmp_path: Path, body: str) -> None:
    expected = loaded(tmp_path)
    run = later(tmp_path)
    run.index.tell([("UPDATE document SET body = ? WHERE name LIKE 'client:%'", [(body,)])])
    run.close()
    assert loaded(tmp_path) == expected


@pytest.mark.usefixtures("long")
def test_another_version_folds_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(tmp_path)
    monkeypatch.setattr(kept_clients, "__version__", "another")
    assert isinstance(loaded(tmp_path).events, tuple)
