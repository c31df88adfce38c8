"""What ``vooraf doctor`` says of diaries, their copies and what people write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Runner
from tests.cli.doctoring import bad, checks
from tests.factories import event, told, written

TORN = b'\n[[event]]\nseq = 9\nid = "01m81htw380000000000000009-ab12"\ntext = "cut o'


# -- diaries ---------------------------------------------------------------------------------------


def test_torn_bytes_need_the_owner_and_are_set_aside_by_repair(
    small: Runner, noor: str, tmp_path: Path
) -> None:
    diary = small.diary(noor)
    whole = diary.read_bytes()
    diary.write_bytes(whole + TORN)

    found = small("doctor", ok=False)

    assert found.code == 1
    assert f"  ! clients/{diary.name}: Part of this diary can't be read (from line " in found.out
    assert f"    Mend it with: vooraf --data {small.data} doctor --repair\n" in found.out
    assert found.out.endswith("\n1 thing needs you.\n")
    assert diary.read_bytes() == whole + TORN

    mended = small("doctor", "--repair")

    assert mended.code == 0
    assert "Bytes that can't be read were set aside in " in mended.out
    assert diary.read_bytes().rstrip() == whole.rstrip()
    (kept,) = (tmp_path / "state" / "vooraf" / "quarantine").iterdir()
    assert kept.read_bytes().strip() == TORN.strip()
    assert small("doctor").out.endswith("\nAll is well.\n")


@pytest.mark.usefixtures("noor")
@pytest.mark.parametrize(
    "content", [b"rubbish", written(told(1)) + b"\n<<<<<<< HEAD\nrubbish\n=======\n>>>>>>> x\n"]
)
def test_what_repair_cannot_take_out_is_left_to_the_owner(small: Runner, content: bytes) -> None:
    file = small.data / "clients" / "other-p3n8x1.toml"
    file.write_bytes(content)

    found = [each for each in checks(small, "", "--repair") if each["state"] == "needs"]

    assert [(each["kind"], each["file"]) for each in found] == [("diary", str(file))]
    assert found[0]["hint"].startswith("Mend it in an editor")
    assert file.read_bytes() == content


def test_repair_writes_no_event_and_leaves_good_diaries_alone(demo: Runner) -> None:
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (demo.data / "clients").iterdir()
    }

    demo("doctor", "--repair")

    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (demo.data / "clients").iterdir()
    }


def test_torn_bytes_that_a_writer_cannot_set_aside_are_told(small: Runner, noor: str, tmp_path: Path) -> None:
    small.diary(noor).write_bytes(small.diary(noor).read_bytes() + TORN)
    (tmp_path / "state" / "vooraf" / "quarantine").write_text("in the way")

    assert [each for each in bad(small, "--repair") if each[1] == "needs"] == [
        ("repair", "needs"),
        ("diary", "needs"),
    ]


def test_a_seal_that_was_broken_by_hand_is_told(small: Runner, noor: str) -> None:
    diary = small.diary(noor)
    diary.write_bytes(diary.read_bytes().replace(b"Noor", b"Nora"))

    (seal,) = checks(small, "seal")

    assert seal["state"] == "told"
    assert "was changed by hand after Vooraf wrote it" in seal["message"]
    assert small("doctor").out.endswith("\nNothing needs you; 1 thing to know.\n")


CONFLICT = b"<<<<<<< HEAD\n[[event]]\nkind = 'note'\n=======\n[[event]]\nkind = 'told'\n>>>>>>> other\n"


@pytest.mark.usefixtures("noor")
@pytest.mark.parametrize(
    ("content", "state", "message"),
    [
        (b"", "told", "There is no event in this file"),
        (written(told(1), client="k7q2m9") + b"\n" + CONFLICT, "told", "git's conflict marks"),
        (b'[[event]]\nkind = "note"\n', "needs", "doesn't say whose it is"),
        (b"\xff\xfe\0", "needs", "Part of this diary can't be read"),
    ],
)
def test_each_file_says_what_is_wrong_with_it(
    small: Runner, content: bytes, state: str, message: str
) -> None:
    file = small.data / "clients" / "other-k7q2m9.toml"
    file.write_bytes(content)

    (found,) = (each for each in checks(small, "diary") if each["file"] == str(file))

    assert found["state"] == state
    assert message in found["message"]
    assert found["hint"]


@pytest.mark.usefixtures("noor")
def test_what_is_no_file_and_what_is_too_large_are_told(small: Runner) -> None:
    (small.data / "clients" / "folder.toml").mkdir()
    with (small.data / "clients" / "large-k7q2m9.toml").open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)

    states = [each["state"] for each in checks(small, "diary")]

    assert sorted(states) == ["good", "needs", "told"]


def test_two_events_under_one_id_need_the_owner(small: Runner, noor: str) -> None:
    for text in ("one", "other"):
        file = small.data / "clients" / f"{text}-{noor}.toml"
        file.write_bytes(written(event("note", 9, text=text), client=noor))

    assert ("diary", "needs") in bad(small)


def test_events_that_are_missing_need_the_owner(small: Runner, noor: str) -> None:
    diary = small.diary(noor)
    old = diary.read_bytes()
    small("note", noor, "kept")
    diary.write_bytes(old)

    (missing,) = checks(small, "missing")

    assert missing["state"] == "needs"
    assert "(events: 1)" in missing["message"]


# -- conflict copies -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("{stem}.sync-conflict-20261122-101504-ABCDEFG.toml", "as Syncthing makes one"),
        ("{stem} (Jan's conflicted copy 2026-11-22).toml", "as Dropbox makes one"),
        ("{stem} - Copy.toml", "a copy of {stem}.toml that somebody made"),
        ("renamed.toml", "the same client as {stem}.toml: both are read"),
    ],
)
def test_a_second_file_of_a_client_is_told_with_what_made_it(
    small: Runner, noor: str, name: str, maker: str
) -> None:
    diary = small.diary(noor)
    copy = diary.with_name(name.format(stem=diary.stem))
    shutil.copy(diary, copy)

    (found,) = checks(small, "copy")

    assert (found["file"], found["state"]) == (str(copy), "told")
    assert maker.format(stem=diary.stem) in found["message"]


# -- what people write -----------------------------------------------------------------------------


@pytest.mark.usefixtures("noor")
def test_every_fault_of_a_checklist_needs_the_owner(small: Runner) -> None:
    small.checklist(
        "broken", SMALL.replace("schema = 1", "schema = 1\ncolour = 1").replace('key = "work"', "")
    )

    found = [each for each in checks(small, "checklist") if each["state"] == "needs"]

    assert len(found) == 2
    assert found[0]["message"] == "Line 2: “colour” is unknown here."
    assert all(each["hint"] and each["file"].endswith("broken.toml") for each in found)


@pytest.mark.usefixtures("noor")
def test_an_own_word_list_with_a_fault_needs_the_owner(small: Runner) -> None:
    assert [each["state"] for each in checks(small, "words")] == ["good", "good"]
    own = small.data / "checklists" / "words" / "nl.toml"
    own.parent.mkdir(parents=True)
    own.write_text('schema = 1\nextends = "nl"\nallow = ["(a"]\n')

    (found,) = [each for each in checks(small, "words") if each["file"] == str(own)]

    assert found["state"] == "needs"
    assert "Word lists: 1 file is good.\n" in small("doctor", ok=False).out


@pytest.mark.usefixtures("noor")
def test_a_talk_with_a_fault_needs_the_owner(small: Runner) -> None:
    (small.data / "talks").mkdir()
    (small.data / "talks" / "mine.toml").write_text("schema = 1\n")

    assert {"needs"} == {
        each["state"] for each in checks(small, "talk") if each["file"].endswith("mine.toml")
    }


@pytest.mark.usefixtures("noor")
def test_a_checklist_that_clients_have_and_that_is_gone_needs_the_owner(small: Runner) -> None:
    (small.data / "checklists" / "small.toml").unlink()
    (small.data / "house-rules.toml").unlink()

    (found,) = (each for each in checks(small) if each["state"] == "needs")

    assert found["kind"] == "checklist"
    assert found["message"].startswith("The checklist “small” isn't there; clients that have it: 1.")


@pytest.mark.usefixtures("noor")
@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ('[owner]\ntrade = "florist"\n', "There is no checklist “florist”."),
        ("[value]\nprise = 12\n", "Line 3: No checklist has a field “prise”."),
        ('[value]\nprice = "a lot"\n', "Line 3: “a lot” isn't an amount."),
        ('[say.scop]\nen = "x"\n', "Line 2: No checklist has an item “scop”."),
        ("[value\n", "Line 2: "),
    ],
)
def test_the_house_rules_are_held_against_the_checklists_that_are_used(
    small: Runner, rules: str, message: str
) -> None:
    small.rules(rules)

    (found,) = checks(small, "rules")

    assert found["state"] == "needs"
    assert found["message"].startswith(message)


@pytest.mark.usefixtures("noor")
def test_a_name_that_only_another_checklist_has_is_held_against_that_one(small: Runner) -> None:
    other = SMALL.replace("payment-term", "transport").replace("{days}", "{kilometres}")
    small.checklist("other", other.replace("\ndays =", "\nkilometres ="))
    small.rules('[value]\nkilometres = 20\nprice = 100\n[say.transport]\nen = "I come by train."\n')

    assert [each["state"] for each in checks(small, "rules")] == ["good"]


@pytest.mark.usefixtures("noor")
def test_a_copy_of_the_house_rules_is_told(small: Runner) -> None:
    small.rules("[value]\nprice = 100\n")
    rules = small.data / "house-rules.toml"
    copy = rules.with_name("house-rules.sync-conflict-20261122-120000-ABCDEFG.toml")
    copy.write_bytes(rules.read_bytes())

    first, _itself = checks(small, "rules")

    assert (first["state"], Path(first["file"]).name) == ("told", copy.name)
