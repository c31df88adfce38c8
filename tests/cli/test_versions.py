"""``vooraf versions``: which of two versions of an event counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from tests.factories import event
from vooraf.storage.toml_text import event_text

THREE, TWO = "Three rounds. [/] \x1b[31m", "Two rounds."


def twofold(runner: Runner, client: str, event_id: str = "x", seq: int = 2) -> Path:
    """Have an event stand in two versions in the client's diary; gives the file."""
    file = runner.diary(client)
    for text in (THREE, TWO):
        made = event("told", seq, event_id=event_id, item="payment-term", text=text, by="email")
        file.write_bytes(file.read_bytes() + b"\n" + event_text(made).encode())
    return file


@pytest.fixture
def noor(small: Runner) -> str:
    client = small.client()
    twofold(small, client)
    return client


def test_both_versions_are_shown_with_what_differs_and_the_commands(small: Runner, noor: str) -> None:
    out = small("versions").out
    assert out.count("told: Payment term · by e-mail") == 2
    assert f"Text: “{TWO}”" in out
    assert "Number:" not in out
    assert "\x1b" not in out
    assert "1 event has two versions." in out
    assert f"versions {noor} --keep N" in out
    found = small("versions", "noor", "--json").json
    (each,) = found["events"]
    assert (each["client"], [version["number"] for version in each["versions"]]) == (noor, [1, 2])
    assert {version["text"] for version in each["versions"]} == {THREE, TWO}
    assert all(version["version"] == version["sum"] for version in each["versions"])


def test_every_command_names_this_one_and_so_does_the_doctor(small: Runner, noor: str) -> None:
    assert f" versions {noor}" in small("list").err
    assert f" versions {noor}" in small("show", noor).err
    doctor = small("doctor", ok=False)
    assert (doctor.code, f" versions {noor}" in doctor.out) == (1, True)


@pytest.mark.parametrize("number", [1, 2])
def test_the_chosen_one_counts_and_the_other_stays_in_the_diary(
    small: Runner, noor: str, number: int
) -> None:
    before = small.diary(noor).read_bytes()
    versions = small("versions", noor, "--json").json["events"][0]["versions"]
    kept = versions[number - 1]["text"]
    result = small("versions", noor, "--keep", str(number))
    assert result.out.startswith("version chosen: ")
    assert "Two" in result.out if kept == TWO else "Three" in result.out
    assert small.diary(noor).read_bytes().startswith(before)
    assert small.state(noor, "payment-term")["told"]["text"] == kept
    diary = small("diary", noor)
    assert (diary.err, diary.out.count("not chosen"), diary.out.count("version chosen")) == ("", 1, 1)
    events = small("diary", noor, "--json").json["events"]
    assert [
        each["text"] == kept for each in events if each["kind"] == "told" and "overruled" not in each
    ] == [True]
    assert (
        small("versions").out.startswith("Nothing to choose"),
        "versions" in small("doctor", ok=False).out,
    ) == (
        True,
        False,
    )


def test_undone_it_is_asked_again(small: Runner, noor: str) -> None:
    small("versions", noor, "--keep", "1")
    assert small("undo", noor).out.startswith("Undone: version chosen: ")
    assert len(small("versions", noor, "--json").json["events"]) == 1


def test_several_are_chosen_and_undone_together_and_both_may_count(small: Runner, noor: str) -> None:
    twofold(small, noor, "y", 3)
    twofold(small, noor, "z", 4)
    result = small("versions", noor, "--keep", "1", "--keep", "3", "--keep", "4", "--json").json
    assert (len(result["done"]), len(result["events"])) == (2, 1)
    assert "both count" in small("diary", noor).out
    small("undo", noor)
    assert len(small("versions", noor, "--json").json["events"]) == 3


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--keep", "1"), 2, "CLIENT"),
        (("noor", "--keep", "one"), 2, "“one” isn't the number of a version."),
        (("noor", "--keep", "3"), 1, "There is no version 3 to choose."),
        (("noor", "--keep", "0"), 1, "There is no version 0 to choose."),
        (("nobody",), 1, "nobody"),
    ],
)
def test_what_does_not_fit_is_refused(
    small: Runner, noor: str, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = small.diary(noor).read_bytes()
    result = small("versions", *words, ok=False)
    assert (result.code, sentence in result.err) == (code, True)
    assert small.diary(noor).read_bytes() == before
