"""The checklists of a library: built in, and of the owner's own."""

from __future__ import annotations

import os

import pytest

from tests.unit.own_files import checklist, item, talk
from vooraf.errors.checklist import BrokenChecklist, UnknownChecklist
from vooraf.errors.disk import FolderIsFile, FolderUnreadable
from vooraf.model.wording import short_hash
from vooraf.storage.library import Entry, Library


def keys_of(found):
    return [each.key for each in found.items()]


# -- checklists ------------------------------------------------------------------------------------


def test_a_built_in_checklist_is_found_with_its_base_worked_out(folders):
    library = folders.library()

    assert library.keys() == ("baker", "general")
    assert keys_of(library.checklist("baker")) == ["price", "rate", "cake"]
    assert library.faults("baker") == ()
    assert library.checklist("baker") is library.checklist("baker")


def test_the_owner_needs_no_folders(folders):
    library = Library(folders.builtin)

    assert library.keys() == ("baker", "general")
    assert library.problems() == ()
    assert library.talk_keys() == ("note",)


def test_an_own_checklist_stands_beside_the_built_in_ones(folders):
    folders.put("own", "mine", checklist(item("tip", '{ nl = "Fooi." }'), extends="baker"))

    found = folders.library().checklist("mine")

    assert keys_of(found) == ["price", "rate", "cake", "tip"]
    assert (found.builtin, found.extends) == (False, "baker")
    assert found.item("tip").edition == short_hash({"nl": "Fooi."})


def test_an_own_checklist_stands_in_for_the_built_in_of_its_name_as_a_base_too(folders):
    folders.put("own", "general", checklist(item("mine")))
    library = folders.library()

    assert library.keys() == ("baker", "general")
    assert keys_of(library.checklist("general")) == ["mine"]
    assert keys_of(library.checklist("baker")) == ["mine", "cake"]


def test_an_own_checklist_can_adapt_the_built_in_of_its_name(folders):
    folders.put("own", "general", checklist(item("mine"), extends="general"))

    assert keys_of(folders.library().checklist("general")) == ["price", "rate", "mine"]


def test_a_name_that_is_none_is_told_with_those_that_there_are(folders):
    for ask in (folders.library().checklist, folders.library().faults, folders.library().copy):
        with pytest.raises(UnknownChecklist) as raised:
            ask("bakr")

        assert raised.value.hint_line() == "The checklists are: baker, general"


def test_a_broken_checklist_is_told_and_hides_no_other(folders):
    path = folders.put("own", "mine", checklist(item("tip")).replace("moment", "momnt"))
    folders.put("own", "child", checklist(item("x"), extends="mine"))
    library = folders.library()

    for key in ("mine", "child"):
        with pytest.raises(BrokenChecklist) as raised:
            library.checklist(key)
        assert raised.value.sentence() == f"The checklist “{key}” can't be used: “moment” is missing."
        assert raised.value.data["file"] == path
        assert raised.value.data["faults"] == library.faults(key)
    assert [entry.key for entry in library.entries()] == ["baker", "general"]
    assert [problem.file for problem in library.problems()] == [path, path]


def test_the_first_fault_is_said_in_the_language_of_the_screen(folders):
    path = folders.put("own", "mine", checklist(item("tip")).replace("moment", "momnt"))
    dutch = {
        "The checklist “{checklist}” can't be used: {first}": "“{checklist}” is onbruikbaar: {first}",
        "“{key}” is missing.": "“{key}” ontbreekt.",
    }
    library = folders.library()

    with pytest.raises(BrokenChecklist) as raised:
        library.checklist("mine")
    (problem,) = library.problems()

    said = "“mine” is onbruikbaar: “moment” ontbreekt."
    assert raised.value.sentence(dutch.get) == said
    assert problem.sentence(dutch.get) == said
    assert problem.sentence() == "The checklist “mine” can't be used: “moment” is missing."
    assert problem.file == path


def test_the_faults_of_a_checklist_are_its_own_then_those_of_its_bases(folders):
    base = folders.put("own", "mine", checklist(item("tip")).replace("moment", "momnt"))
    child = folders.put("own", "child", "x = 1\n" + checklist(item("y", '"z"'), extends="mine"))

    faults = folders.library().faults("child")

    assert [fault.file for fault in faults] == [child, child, base, base]
    assert len(set(faults)) == 4


def test_what_is_wrong_with_a_base_is_told_together_with_what_is_wrong_inside(folders):
    text = checklist(item("tip", '{ en = "${raet}" }'), extends="baker").replace("why = ", "wy = ")
    folders.put("own", "mine", text)

    sentences = [fault.sentence() for fault in folders.library().faults("mine")]

    assert sentences == [
        "“why” is missing.",
        "No item declares the field “raet”.",
        "“wy” is unknown here.",
    ]


def test_a_checklist_whose_base_can_not_be_read_has_its_faults(folders):
    base = folders.put("own", "mine", "x =")
    folders.put("own", "child", checklist(item("y"), extends="mine"))

    (fault,) = folders.library().faults("child")

    assert (fault.file, fault.sentence()) == (base, "There is no value here.")


def test_the_list_has_the_worked_out_count_of_items(folders):
    folders.put("own", "mine", checklist(item("tip"), extends="baker"))

    assert folders.library().entries() == (
        Entry("baker", {"en": "Title", "nl": "Titel"}, builtin=True, extends="general", items=3),
        Entry("general", {"en": "Title", "nl": "Titel"}, builtin=True, extends=None, items=2),
        Entry("mine", {"en": "Title", "nl": "Titel"}, builtin=False, extends="baker", items=4),
    )


def test_what_is_no_toml_file_is_passed_over(folders, tmp_path):
    folders.put("own", "mine", checklist(item("tip")))
    for name in (".hidden.toml", "notes.txt", "mine.toml~", ".mine.toml.tmp"):
        (tmp_path / "own" / name).write_text("nonsense")
    (tmp_path / "own" / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "own" / "pipe.toml")
    (tmp_path / "own" / "gone.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "own" / "linked.toml").symlink_to(tmp_path / "own" / "mine.toml")

    assert folders.library().keys() == ("baker", "general", "linked", "mine")


@pytest.mark.parametrize("name", ["My List", "con", "a_b"])
def test_a_file_whose_name_is_no_key_is_a_fault(folders, name):
    path = folders.put("own", name, checklist(item("tip")))
    library = folders.library()

    (problem,) = library.problems()

    assert problem.file == path
    assert problem.sentence().endswith(f"“{name}.toml” can't be the name of this file.")
    with pytest.raises(BrokenChecklist):
        library.checklist(name)


def test_a_folder_that_is_a_file_is_told(folders, tmp_path):
    (tmp_path / "own").write_text("")

    with pytest.raises(FolderIsFile):
        folders.library()


def test_a_folder_that_can_not_be_listed_is_told(folders):
    folders.own = "x" * 300

    with pytest.raises(FolderUnreadable) as raised:
        folders.library()

    assert raised.value.sentence().endswith("can't be read: file name too long.")


def test_a_file_is_read_once(folders):
    path = folders.put("own", "mine", checklist(item("tip")))
    library = folders.library()
    library.checklist("mine")
    os.unlink(path)

    assert keys_of(library.checklist("mine")) == ["tip"]


def test_a_file_that_is_gone_when_it_is_read_is_a_fault(folders):
    path = folders.put("own", "mine", checklist(item("tip")))
    library = folders.library()
    os.unlink(path)

    (fault,) = library.faults("mine")

    assert fault.sentence() == "The file can't be read: no such file or directory."


# -- a file anywhere -------------------------------------------------------------------------------


def test_a_file_anywhere_is_checked_against_the_library(folders):
    path = folders.put("elsewhere", "new", checklist(item("tip", '{ en = "${raet}" }'), extends="baker"))

    (fault,) = folders.library().check_file(path)

    assert (fault.file, fault.line) == (path, 11)
    assert fault.sentence() == "No item declares the field “raet”."


def test_a_good_file_anywhere_has_no_faults(folders):
    path = folders.put("elsewhere", "general", checklist(item("tip"), extends="general"))

    assert folders.library().check_file(path) == ()


def test_a_file_of_the_library_is_checked_as_what_it_is_in_it(folders, tmp_path, monkeypatch):
    folders.put("builtin", "short", checklist(item("tip", '{ en = "Tip." }')))
    own = folders.put("own", "short", checklist(item("tip", '{ en = "Tip." }')))
    monkeypatch.chdir(tmp_path)

    built_in = folders.library().check_file("builtin/short.toml")

    assert [fault.at.rpartition(".")[2] for fault in built_in] == ["nl", "nl_formal"]
    assert folders.library().check_file(own) == ()


def test_a_file_in_a_folder_of_talks_is_checked_as_a_talk(folders):
    good = folders.put("elsewhere", "x", "")
    builtin = folders.put("builtin/talks", "short", talk('{ en = "Hi." }'))
    folders.put("talks", "own", talk('{ en = "Hi." }'))
    library = folders.library()

    assert library.check_file(good)
    assert [fault.at for fault in library.check_file(builtin)] == [
        "part.all.step.1.text.nl",
        "part.all.step.1.text.nl_formal",
    ]
    assert library.check_file(os.path.join(os.path.dirname(good), "..", "talks", "own.toml")) == ()


@pytest.mark.parametrize("name", ["gone.toml", "talks/gone.toml"])
def test_a_file_that_is_not_there_is_a_fault(folders, tmp_path, name):
    (fault,) = folders.library().check_file(str(tmp_path / name))

    assert fault.sentence() == "The file can't be read: no such file or directory."


def test_a_file_that_can_not_be_parsed_is_a_fault(folders):
    path = folders.put("elsewhere", "new", "x =")

    assert [fault.sentence() for fault in folders.library().check_file(path)] == ["There is no value here."]
