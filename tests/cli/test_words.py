"""``words``, and ``checklists check --words``."""

from __future__ import annotations

import io

import pytest

from tests.cli.conftest import SMALL, Runner

WEAK = SMALL.replace("I do what we agreed.", "I always do what we agreed,\\nas soon as possible.")


def test_the_hints_in_a_text_as_json(vooraf: Runner) -> None:
    answer = vooraf("words", "--language", "nl", "--json", "Beste Noor,\nIk stuur het zo snel mogelijk.").json

    assert answer == {
        "schema": 1,
        "hints": [
            {
                "file": None,
                "line": 2,
                "item": None,
                "language": "nl",
                "match": "zo snel mogelijk",
                "kind": "vague-time",
                "why": "There is no day in it: you think of Friday, they of tonight.",
                "instead": "“uiterlijk dinsdag 12 mei”",
            }
        ],
    }


def test_the_hints_in_a_text_in_words_mark_the_place(vooraf: Runner) -> None:
    result = vooraf(
        "words",
        "--language",
        "en",
        "You will have the photos ASAP; that is as far as I can see now, on a Monday.",
    )

    assert result.out.splitlines() == [
        "line 1: when?",
        "  You will have the photos [ASAP]; that is as far as I can see…",
        "  There is no day in it: you think of Friday, they of tonight.",
        "  Better: “by Tuesday 12 May, 12:00”",
        "1 hint.",
    ]


def test_a_text_without_hints_says_how_it_was_read(small: Runner) -> None:
    assert small("words", "The photos come on Tuesday 12 May.").out == "No hints, read as en.\n"
    small.rules('[owner]\nlanguage = "nl_formal"\n')
    assert small("words", "Je foto's komen op 12 mei.", "--json").json["hints"][0]["kind"] == "register"


@pytest.mark.parametrize("argument", [("-",), ()])
def test_a_text_can_come_from_the_input(
    vooraf: Runner, monkeypatch: pytest.MonkeyPatch, argument: tuple[str, ...]
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO("Je hoort snel, z.s.m.\xff".encode("latin-1")))
    )

    answer = vooraf("words", "--language", "nl", "--json", *argument).json

    assert [hint["match"] for hint in answer["hints"]] == ["z.s.m"]


def test_nobody_is_waited_for(vooraf: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard = io.StringIO()
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)

    assert vooraf("words", ok=False).code == 2


def test_hints_in_a_checklist_are_no_failure(vooraf: Runner) -> None:
    file = vooraf.checklist("small", WEAK)

    answer = vooraf("checklists", "check", "small", "--words", "--json").json

    line = WEAK.splitlines().index(next(line for line in WEAK.splitlines() if "always" in line)) + 1
    assert answer["faults"] == []
    found = [(hint["file"], hint["line"], hint["item"], hint["match"]) for hint in answer["hints"]]
    assert found[-2:] == [
        (str(file), line, "scope", "always"),
        (str(file), line + 1, "scope", "as soon as possible"),
    ]
    assert vooraf("checklists", "check", "small", "--words").out.endswith("hints.\nNo faults found.\n")
    assert "hints" not in vooraf("checklists", "check", "small", "--json").json


def test_words_belong_to_check_alone(vooraf: Runner) -> None:
    assert vooraf("checklists", "list", "--words", ok=False).code == 2


def test_an_own_list_stands_in_for_the_built_in_one(vooraf: Runner) -> None:
    own = vooraf.data / "checklists" / "words" / "en.toml"
    own.parent.mkdir(parents=True)
    own.write_text(OWN, encoding="utf-8")

    answer = vooraf("words", "--language", "en", "--json", "I always send moonbeams.").json

    assert [(hint["match"], hint["why"]) for hint in answer["hints"]] == [
        ("moonbeams", "Nobody has seen one.")
    ]
    own.write_text(OWN.replace("moon*", "always"), encoding="utf-8")
    assert (
        vooraf("words", "--language", "en", "--json", "I always send moonbeams.").json["hints"][0]["match"]
        == "always"
    )


def test_every_fault_of_an_own_list_is_told_at_once_with_its_line(vooraf: Runner) -> None:
    own = vooraf.data / "checklists" / "words" / "en.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        OWN.replace('"moon*"', '"(moon)", "sun||star"').replace('"hedge"', '"hedg"'), encoding="utf-8"
    )
    (own.parent / "fr.toml").write_text(OWN, encoding="utf-8")

    refused = vooraf("words", "--language", "en", "moon", ok=False)
    checked = vooraf("checklists", "check", "--json", ok=False)

    assert refused.code == checked.code == 1
    assert refused.err.splitlines()[0].startswith(
        "vooraf: The word list “en” can't be used: In the phrase “(moon)”"
    )
    faults = [
        (fault["file"].rpartition("/")[2], fault["line"], fault["message"])
        for fault in checked.json["faults"]
    ]
    assert faults == [
        ("en.toml", 12, "In the phrase “(moon)” there is a “(”, and a phrase isn't a regular expression."),
        ("en.toml", 12, "In the phrase “sun||star” there is nothing on one side of a |."),
        ("en.toml", 13, "“hedg” is unknown here."),
        ("fr.toml", 1, "Vooraf uses no word list named “fr.toml”."),
    ]
    assert checked.json["faults"][2]["hint"] == "Did you mean “hedge”?"
    assert (
        vooraf("checklists", "check", str(own), "--json", ok=False).json["faults"]
        == checked.json["faults"][:3]
    )


OWN = """\
schema = 1
[question]
word = ["what"]
[question.closed]
why = { en = "Closed." }
instead = { en = "Open it." }
[question.several]
why = { en = "Two." }
instead = { en = "One." }

[[hint]]
phrase = ["moon*"]
kind = "hedge"
why = { en = "Nobody has seen one." }
instead = { en = "Leave it." }

[negation]
word = ["no"]
why = { en = "Denied." }
"""
