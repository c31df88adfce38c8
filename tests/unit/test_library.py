from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from vooraf.errors.checklist import (
    BadKey,
    BrokenChecklist,
    BrokenTalk,
    ChecklistExists,
    CopyNotSaved,
    UnknownChecklist,
)
from vooraf.errors.disk import FolderIsFile, FolderUnreadable
from vooraf.errors.talk import NoTalk
from vooraf.model.wording import short_hash
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.library import Entry, Library

TEXTS = '{ en = "Text.", nl = "Tekst.", nl_formal = "Tekst." }'
TITLE = '{ en = "Title", nl = "Titel" }'


def item(key, say=TEXTS):
    return (
        f'[[section.item]]\nkey = "{key}"\nmoment = "start"\ntitle = {TITLE}\nsay = {say}\nask = {TEXTS}\n'
        f"check = {TEXTS}\nwhy = {TITLE}\n"
    )


def checklist(*items, extends=""):
    head = f'schema = 1\nextends = "{extends}"\n' if extends else "schema = 1\n"
    return f'{head}title = {TITLE}\n[[section]]\nkey = "section"\ntitle = {TITLE}\n' + "".join(items)


def talk(text=TEXTS):
    step = f'[[part]]\nkey = "all"\n[[part.step]]\nkind = "say"\ntext = {text}\n'
    return f'schema = 1\ntitle = {TITLE}\nform = "letter"\n{step}'


class Folders:
    """The folders of a library below a temporary one, with files to put in them."""

    def __init__(self, root):
        self.builtin, self.own, self.talks = (str(root / name) for name in ("builtin", "own", "own-talks"))
        self.put("builtin", "general", checklist(item("price"), item("rate")))
        self.put("builtin", "baker", checklist(item("cake"), extends="general"))
        self.put("builtin/talks", "note", talk())

    def put(self, folder, name, text):
        path = Path(self.builtin).parent / folder
        path.mkdir(exist_ok=True)
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
        return str(path / f"{name}.toml")

    def library(self):
        return Library(self.builtin, self.own, self.talks)


@pytest.fixture
def folders(tmp_path):
    return Folders(tmp_path)


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

    assert raised.value.sentence().endswith("can't be read: File name too long.")


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

    assert fault.sentence() == "The file can't be read: No such file or directory."


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

    assert fault.sentence() == "The file can't be read: No such file or directory."


def test_a_file_that_can_not_be_parsed_is_a_fault(folders):
    path = folders.put("elsewhere", "new", "x =")

    assert [fault.sentence() for fault in folders.library().check_file(path)] == ["There is no value here."]


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
