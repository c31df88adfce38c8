"""``vooraf missing``: what a diary no longer holds, and the owner's choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runner


@pytest.fixture
def rolled_back(small: Runner) -> tuple[str, Path]:
    """A client in whose diary two notes are missing; the short id and the file."""
    noor = small.client()
    small("note", noor, "One.")
    file = small.diary(noor)
    old = file.read_bytes()
    small("note", noor, "Two.")
    small("note", noor, "[/] Three \x1b[31m.")
    file.write_bytes(old)
    return noor, file


def test_what_is_missing_is_listed_with_the_commands_for_both_choices(
    small: Runner, rolled_back: tuple[str, Path]
) -> None:
    noor, file = rolled_back
    result = small("missing")
    assert "Two." in result.out
    assert "One." not in result.out
    assert "\x1b" not in result.out
    assert "2 events are missing." in result.out
    assert f"missing {noor} --put-back" in result.out
    (found,) = small("missing", noor, "--json").json["missing"]
    assert (found["client"], found["file"], len(found["events"])) == (noor, str(file), 2)


def test_every_command_tells_it_and_none_writes_before_the_choice(
    small: Runner, rolled_back: tuple[str, Path]
) -> None:
    noor, file = rolled_back
    before = file.read_bytes()
    assert "No client fits" in small("list", "--filter", "xyzzy").out
    told = f"vooraf: {file}: Something has gone from the diary of Noor Veldman (events: 2)."
    for command in (("show", noor), ("list",), ("diary", noor), ("script", noor)):
        assert told in small(*command).err
    refused = small("note", noor, "Four.", ok=False)
    assert refused.code == 1
    assert "has gone from the diary" in refused.err
    for choice in ("--put-back", "--accept"):
        assert f"vooraf --data {small.data} missing {noor} {choice}" in refused.err
    assert file.read_bytes() == before
    doctor = small("doctor", "--json", ok=False)
    assert [each["state"] for each in doctor.json["checks"] if each["kind"] == "missing"] == ["needs"]


def test_of_many_that_are_missing_few_are_told_and_json_has_them_all(small: Runner) -> None:
    for number in range(12):
        small.diary(small.client(f"Client {number}")).unlink()
    listed = small("list")
    assert listed.out == ""  # and not that there are no clients yet
    told = listed.err.splitlines()
    assert len(told) == 4
    assert all(f": vooraf --data {small.data} missing " in line for line in told[:3])
    assert told[3] == f"vooraf: and 9 more like this: vooraf --data {small.data} doctor"
    assert len(small("list", "--json").json["problems"]) == 12


def test_a_command_in_a_client_name_stays_as_it_was_typed(small: Runner) -> None:
    small.data = small.data.rename(small.data.with_name("a {folder}"))
    client = small.client("vooraf list")
    small.diary(client).unlink()
    told = small("list").err
    assert "from the diary of vooraf list (events: 1)" in told
    assert f"vooraf --data '{small.data}' missing {client}\n" in told


@pytest.mark.parametrize("who", ["noor", "--all"])
def test_put_back_they_are_there_again(small: Runner, rolled_back: tuple[str, Path], who: str) -> None:
    noor, _file = rolled_back
    assert "2 events put back." in small("missing", who, "--put-back").out
    result = small("diary", noor)
    assert ("Two." in result.out, "Three" in result.out, result.err) == (True, True, "")
    assert small("missing").out.startswith("Nothing is missing")
    assert small("list").err == ""


def test_accepted_nothing_is_told_again(small: Runner, rolled_back: tuple[str, Path]) -> None:
    noor, file = rolled_back
    before = file.read_bytes()
    assert small("missing", noor, "--accept", "--json").json["done"] == "accept"
    assert (file.read_bytes(), small("list").err, small("show", noor).err) == (before, "", "")
    small("note", noor, "Four.")
    assert "Two." not in small("diary", noor).out


def test_a_client_whose_file_is_gone_is_found_by_name(small: Runner, rolled_back: tuple[str, Path]) -> None:
    noor, file = rolled_back
    file.unlink()
    assert "Noor Veldman" in small("list").err
    for command in (("show", noor), ("note", "veldman", "Four.")):
        refused = small(*command, ok=False).err
        assert "The diary of Noor Veldman is gone" in refused
        assert refused.endswith(f": vooraf --data {small.data} missing {noor}\n")
    small("missing", "veldman", "--put-back")
    assert "One." in small("diary", "noor").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--put-back",), "CLIENT or --all"),
        (("--all", "--put-back", "--accept"), "--put-back"),
        (("noor", "--all", "--accept"), "--all"),
    ],
)
def test_half_a_question_is_refused(
    small: Runner, rolled_back: tuple[str, Path], words: tuple[str, ...], sentence: str
) -> None:
    before = rolled_back[1].read_bytes()
    result = small("missing", *words, ok=False)
    assert (result.code, sentence in result.err) == (2, True)
    assert rolled_back[1].read_bytes() == before


def test_an_item_is_called_by_its_title(small: Runner) -> None:
    noor = small.client()
    small("set", noor, "price=450")
    file = small.diary(noor)
    before = file.read_bytes()
    small("tell", noor, "price")
    file.write_bytes(before)
    assert "told: Price · in person" in small("missing").out


def test_of_a_folder_that_is_not_there_one_thing_is_told(small: Runner) -> None:
    for number in range(3):
        small.client(f"Client {number}")
    small.data.rename(small.data.with_name("moved"))

    listed = small("list")
    assert (listed.out, listed.err.count("\n")) == ("", 1)
    assert (
        f"The folder {small.data} isn't there, and this device knows what was in it (clients: 3)."
        in listed.err
    )
    assert f"The folder {small.data} isn't there" in small("show", "client 2", ok=False).err
    doctor = small("doctor", ok=False).out
    assert f"! The folder {small.data} isn't there" in doctor
    assert "isn't there yet" not in doctor
    assert "no clients yet" not in doctor
    assert "Every event that this device knows is there" not in doctor

    assert f"The folder {small.data} isn't there" in small("new", "Somebody else", ok=False).err
    assert not small.data.exists()

    small.data.mkdir()
    assert f"The folder {small.data / 'clients'} isn't there" in small("list").err
    small.data.rmdir()
    assert small("missing").out.count(": Client ") == 3
    assert "3 events put back." in small("missing", "--all", "--put-back").out
    assert small("list").out.count("Client ") == 3


def test_one_that_cannot_be_put_back_stops_no_other(small: Runner, rolled_back: tuple[str, Path]) -> None:
    noor, file = rolled_back
    bas = small.client("Bas")
    small("note", bas, "A note.")
    small("list")
    other = small.diary(bas)
    other.unlink()
    file.unlink()
    file.mkdir()  # nothing can be written there
    result = small("missing", "--all", "--put-back", ok=False)
    assert result.code == 1
    assert other.exists()
    assert "A note." in small("diary", bas).out
    file.rmdir()
    assert "events put back" in small("missing", noor, "--put-back").out
