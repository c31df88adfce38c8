"""Copies of checklists, talks of the owner's own, and what comes with Vooraf."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.unit.own_files import checklist, item, talk
from vooraf.errors.checklist import BadKey, BrokenChecklist, BrokenTalk, ChecklistExists, CopyNotSaved
from vooraf.errors.talk import NoTalk
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.library import Library

# -- copying ---------------------------------------------------------------------------------------


def test_a_copy_is_the_built_ins_file_for_the_owner_alone(folders):
    before = os.umask(0)
    try:
        path = folders.library().copy("baker", "my-baker")
    finally:
        os.umask(before)

    assert path == os.path.join(folders.own, "my-baker.toml")
    assert Path(path).read_bytes() == Path(folders.builtin, "baker.toml").read_bytes()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(folders.own).st_mode) == 0o700
    assert os.listdir(folders.own) == ["my-baker.toml"]


@pytest.mark.parametrize("as_key", ["", "baker", "my-baker"])
def test_to_copy_a_checklist_changes_nothing_for_anybody(folders, as_key):
    before = folders.library().checklist("baker")

    folders.library().copy("baker", as_key)
    after = folders.library().checklist(as_key or "baker")

    assert after._replace(key="baker", builtin=True) == before


def test_a_copy_is_of_the_built_in_also_when_an_own_one_stands_in_for_it(folders):
    folders.put("own", "baker", checklist(item("mine")))

    path = folders.library().copy("baker", "as-it-was")

    assert Path(path).read_bytes() == Path(folders.builtin, "baker.toml").read_bytes()


def test_an_own_checklist_can_be_copied_under_another_name(folders):
    own = folders.put("own", "mine", checklist(item("tip")))

    assert Path(folders.library().copy("mine", "more")).read_bytes() == Path(own).read_bytes()


@pytest.mark.parametrize("key", ["baker", "mine"])
def test_a_copy_never_takes_the_place_of_a_file(folders, key):
    own = folders.put("own", key, "mine\n")

    with pytest.raises(ChecklistExists) as raised:
        folders.library().copy("baker", key)

    assert raised.value.data["file"] == own
    assert Path(own).read_text() == "mine\n"
    assert os.listdir(folders.own) == [f"{key}.toml"]


@pytest.mark.parametrize("key", ["../x", "a/b", "My Baker", "con", "lpt1", ".x", "-a", "a--b", "x" * 81, "é"])
def test_a_copy_needs_a_name_that_can_be_a_key_and_a_file(folders, key):
    with pytest.raises(BadKey):
        folders.library().copy("baker", key)

    assert not os.path.exists(folders.own)


def test_a_copy_that_the_disk_refuses_leaves_nothing_behind(folders, tmp_path):
    deep = tmp_path / "own"
    (deep / f".my-baker.toml.{os.getpid()}.tmp").mkdir(parents=True)

    with pytest.raises(CopyNotSaved) as raised:
        folders.library().copy("baker", "my-baker")

    assert raised.value.sentence().startswith("Not saved: ")
    assert not (deep / "my-baker.toml").exists()


@pytest.mark.parametrize("taken", [True, False])
def test_a_disk_without_second_names_gets_a_copy_too(folders, monkeypatch, taken):
    def refused(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    if taken:
        own = folders.put("own", "my-baker", "mine\n")
        with pytest.raises(ChecklistExists):
            folders.library().copy("baker", "my-baker")
        assert Path(own).read_text() == "mine\n"
    else:
        path = folders.library().copy("baker", "my-baker")
        assert Path(path).read_bytes() == Path(folders.builtin, "baker.toml").read_bytes()
    assert os.listdir(folders.own) == ["my-baker.toml"]


def test_a_checklist_that_can_not_be_read_can_not_be_copied(folders):
    library = folders.library()
    os.unlink(os.path.join(folders.builtin, "baker.toml"))

    with pytest.raises(BrokenChecklist):
        library.copy("baker", "mine")


# -- talks -----------------------------------------------------------------------------------------


def test_an_own_talk_stands_beside_the_built_in_ones_or_in_for_one(folders):
    folders.put("own-talks", "note", talk('{ en = "Mine." }'))
    folders.put("own-talks", "more", talk('{ en = "More." }'))
    library = folders.library()

    assert library.talk_keys() == ("more", "note")
    assert library.talk("note").parts[0].steps[0].text == {"en": "Mine."}
    assert list(library.talks()) == ["more", "note"]
    assert library.talk_faults() == ()


def test_a_talk_that_is_none_is_told_with_those_that_there_are(folders):
    with pytest.raises(NoTalk) as raised:
        folders.library().talk("nte")

    assert raised.value.hint_line() == "The talks are: note"


def test_a_broken_talk_is_told_and_hides_no_other(folders):
    path = folders.put("own-talks", "mine", talk("3"))
    named = folders.put("own-talks", "My Talk", talk())
    library = folders.library()

    with pytest.raises(BrokenTalk) as raised:
        library.talk("mine")

    assert (
        raised.value.sentence() == "The talk “mine” can't be used: “3” can't stand here: a table is needed."
    )
    assert raised.value.hint_line() == f"See every fault with: vooraf checklists check {path}"
    assert list(library.talks()) == ["note"]
    assert [fault.file for fault in library.talk_faults()] == [named, path]
    assert [problem.file for problem in library.problems()] == [named, path]


# -- what comes with Vooraf ------------------------------------------------------------------------


def test_everything_that_comes_with_vooraf_can_be_used():
    library = Library(builtin_folder())

    assert {"general", "photographer", "salon", "web-developer"} <= set(library.keys())
    assert [library.faults(entry.key) for entry in library.entries()] == [()] * len(library.keys())
    assert {"check-in", "up-front", "recap"} <= set(library.talk_keys())
    assert library.talk_faults() == ()


def test_the_built_in_folder_is_the_packages_own_before_one_above_it(tmp_path):
    package = tmp_path / "src" / "vooraf"
    for folder in (tmp_path, package):
        (folder / "checklists").mkdir(parents=True)
    (tmp_path / "checklists" / "general.toml").write_text("")

    assert builtin_folder(str(package)) == str(tmp_path / "checklists")
    (package / "checklists" / "general.toml").write_text("")
    assert builtin_folder(str(package)) == str(package / "checklists")


def test_without_its_checklists_vooraf_is_not_whole(tmp_path):
    with pytest.raises(FileNotFoundError):
        builtin_folder(str(tmp_path))
