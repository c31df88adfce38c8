"""Wrong use: exit code 2, a sentence and what to do, never a word of argparse."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Runner

STORED = (Path(__file__).parent / "wrong-use.txt").read_text(encoding="utf-8")
"""A command line behind ``$``, and what it tells; a line between two."""


@pytest.mark.parametrize("example", STORED.split("\n\n"), ids=lambda example: example.partition("\n")[0])
def test_wrong_use_is_told_with_what_to_do(vooraf: Runner, example: str) -> None:
    command, told = example.removeprefix("$ vooraf").split("\n", 1)

    assert vooraf.bare(*shlex.split(command)) == (2, "", told.rstrip("\n") + "\n")


def test_wrong_use_makes_nothing(vooraf: Runner) -> None:
    vooraf("tell", ok=False)

    assert not vooraf.data.exists()


def test_options_may_stand_anywhere_between_the_arguments(small: Runner) -> None:
    noor = small.client()

    small("tell", "--by", "email", noor, "scope", "--on", "2026-11-20", "payment-term")

    assert small.state(noor, "payment-term")["told"]["by"] == "email"
    assert small.state(noor, "scope")["told"]["on"] == "2026-11-20"


@pytest.mark.parametrize("given", [("--", "-5 is too little"), ("-5 is too little",), ("--", "--all")])
def test_a_text_may_begin_with_a_hyphen(small: Runner, given: tuple[str, ...]) -> None:
    noor = small.client()

    small("note", noor, *given)

    assert small("diary", noor, "--json").json["events"][-1]["text"] == given[-1]


def test_the_value_of_an_option_may_begin_with_a_hyphen(small: Runner) -> None:
    noor = small.client()

    small("confirm", noor, "scope", "--words=-x")

    assert small.state(noor, "scope")["confirmed"]["words"] == "-x"


def test_a_single_hyphen_is_a_text(small: Runner) -> None:
    noor = small.client()

    small("note", noor, "-")

    assert small("diary", noor, "--json").json["events"][-1]["text"] == "-"


def test_the_version(vooraf: Runner) -> None:
    code, out, err = vooraf.bare("--version")

    assert (code, err) == (0, "")
    assert out.startswith("vooraf 0.")


def test_vooraf_alone_opens_the_screen_on_the_data_folder(vooraf: Runner) -> None:
    vooraf.terminal = True

    vooraf()

    assert [screen.folder.root for screen in vooraf.screens] == [str(vooraf.data)]


def test_the_screens_exit_code_is_the_programs(vooraf: Runner) -> None:
    vooraf.terminal = True
    vooraf.screen = lambda _workspace: 7

    assert vooraf("--demo", ok=False).code == 2
    assert vooraf.bare("--demo").code == 7
