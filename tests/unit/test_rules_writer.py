from __future__ import annotations

import datetime as dt
import os
import stat

import pytest

from vooraf.errors.checklist import BrokenRules
from vooraf.errors.disk import FolderIsFile
from vooraf.errors.rules import RuleInTheWay, RulesChanged, RulesNotSaved
from vooraf.errors.values import TooLong, Unstorable
from vooraf.storage import files, rules_writer
from vooraf.storage.rules import read_rules
from vooraf.storage.rules_writer import write_rules
from vooraf.storage.toml_document import LINE_LIMIT

GOOD = """# mine
schema = 1
[owner]
name = "Fotografie Zuid"
trade = "photographer"   # most of them

[value]                  # for every client
rounds = 2
start = 2026-12-01

[say.revisions]
nl = "Twee rondes, dan ${rate}."
[other]
kept = true # unknown
"""
NAME = ("owner", "name")


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "house-rules.toml")


def write(path, text):
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def test_the_first_rules_make_the_file_and_its_folder_for_the_owner_alone(tmp_path):
    path = str(tmp_path / "new" / "data" / "house-rules.toml")
    before = os.umask(0)
    try:
        write_rules(path, {NAME: "Zuid", ("owner", "language"): "nl", ("value", "rounds"): 2})
    finally:
        os.umask(before)

    assert bytes_of(path) == b'schema = 1\n\n[owner]\nname = "Zuid"\nlanguage = "nl"\n\n[value]\nrounds = 2\n'
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    assert os.listdir(os.path.dirname(path)) == ["house-rules.toml"]


def test_what_the_owner_wrote_by_hand_stays(path):
    write(path, GOOD)

    write_rules(
        path,
        {
            NAME: "Zuid",
            ("owner", "trade"): None,
            ("value", "rounds"): 3,
            ("value", "hours"): "1.5",
            ("say", "revisions"): None,
            ("change", "price", "from"): dt.date(2027, 1, 1),
        },
    )

    assert bytes_of(path).decode() == (
        GOOD.replace("Fotografie Zuid", "Zuid")
        .replace('trade = "photographer"   # most of them\n', "")
        .replace("rounds = 2", "rounds = 3")
        .replace("start = 2026-12-01\n", 'start = 2026-12-01\nhours = "1.5"\n')
        .replace('[say.revisions]\nnl = "Twee rondes, dan ${rate}."\n', "")
        + "\n[change.price]\nfrom = 2027-01-01\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"schema = 1\r\n[owner] # dos\r\nname = 'A'\r\n", b'schema = 1\r\n[owner] # dos\r\nname = "Z"\r\n'),
        (b"\xef\xbb\xbfschema = 1\nowner.name = 'A'\n", b'\xef\xbb\xbfschema = 1\nowner.name = "Z"\n'),
        (b"# mine", b'schema = 1\n# mine\n\n[owner]\nname = "Z"\n'),
    ],
)
def test_the_bytes_around_it_stay_as_the_editor_made_them(path, before, after):
    write(path, before)

    write_rules(path, {NAME: "Z"})

    assert bytes_of(path) == after


def test_a_link_of_the_owner_stays_a_link(tmp_path, path):
    elsewhere = str(tmp_path / "elsewhere.toml")
    write(elsewhere, GOOD)
    os.symlink(elsewhere, path)

    write_rules(path, {NAME: "Z"})

    assert os.path.islink(path)
    assert b'name = "Z"' in bytes_of(elsewhere)


@pytest.mark.parametrize("text", [GOOD + "x =", b"\xff", "schema = 2"])
def test_a_file_that_can_not_be_read_is_never_written(path, text):
    write(path, text)
    before = bytes_of(path)

    with pytest.raises(BrokenRules) as raised:
        write_rules(path, {NAME: "Z"})

    assert bytes_of(path) == before
    assert f"line {raised.value.data['line']} of {path}: " in raised.value.sentence()


def test_the_reason_is_said_in_the_language_of_the_screen(path):
    write(path, "x =")
    dutch = {"There is no value here.": "Hier staat geen waarde."}

    with pytest.raises(BrokenRules) as raised:
        write_rules(path, {NAME: "Z"})

    assert raised.value.sentence(lambda text: dutch.get(text, text)).endswith("Hier staat geen waarde.")


def test_what_is_no_table_is_not_made_one(path):
    write(path, "schema = 1\n\nvalue = 3 # mine\n")

    with pytest.raises(RuleInTheWay) as raised:
        write_rules(path, {("value", "rounds"): 2})

    assert raised.value.data == {"file": path, "line": 3, "at": "value"}
    assert bytes_of(path) == b"schema = 1\n\nvalue = 3 # mine\n"


def test_a_rule_that_is_no_longer_what_the_owner_saw_is_not_overwritten(path):
    write(path, GOOD)
    rounds, hours = ("value", "rounds"), ("value", "hours")

    with pytest.raises(RulesChanged):
        write_rules(path, {rounds: 3}, {rounds: 1})
    with pytest.raises(RulesChanged):
        write_rules(path, {hours: 3}, {hours: 1})
    assert bytes_of(path).decode() == GOOD

    write_rules(path, {rounds: 3, hours: 1}, {rounds: 2, hours: None})
    assert read_rules(path)[0].values["rounds"] == 3


@pytest.mark.parametrize(("module", "name"), [(rules_writer, "make_private"), (files, "to_platter")])
def test_a_file_that_is_saved_by_another_during_the_writing_is_not_overwritten(
    path, monkeypatch, module, name
):
    write(path, GOOD)
    real = getattr(module, name)

    def meanwhile(given):
        real(given)
        write(path, GOOD + "# and this\n")

    monkeypatch.setattr(module, name, meanwhile)
    with pytest.raises(RulesChanged):
        write_rules(path, {NAME: "Z"})

    assert bytes_of(path).decode() == GOOD + "# and this\n"


def test_a_text_that_no_line_can_hold_is_refused(path):
    with pytest.raises(TooLong):
        write_rules(path, {NAME: "x" * 10_001})
    with pytest.raises(Unstorable):
        write_rules(path, {NAME: "\udcff"})

    assert not os.path.exists(path)


def test_the_longest_text_can_be_read_back(path):
    name = "\x1f" * 10_000
    write_rules(path, {NAME: name})

    assert max(map(len, bytes_of(path).split(b"\n"))) < LINE_LIMIT
    assert b"\\u001f" in bytes_of(path)


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path):
    write(str(tmp_path / "data"), "")

    with pytest.raises(FolderIsFile):
        write_rules(str(tmp_path / "data" / "house-rules.toml"), {NAME: "Z"})


def test_what_the_disk_refuses_is_told_and_leaves_nothing_behind(tmp_path):
    path = str(tmp_path / ("x" * 300))

    with pytest.raises(RulesNotSaved) as raised:
        write_rules(path, {NAME: "Z"})

    assert raised.value.sentence().startswith("Not saved: ")
    assert os.listdir(tmp_path) == []
