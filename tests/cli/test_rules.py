"""``vooraf rules``: shown, set, said, taken back; and who was told something else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Runner

RULES = """[owner]
name = "Studio Zuid"   # me
trade = "small"
language = "en"

[value]
days = 30   # since May
"""


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four clients who were told everything at 30 days: one with days of her own, one who is archived."""
    folder = tmp_path_factory.mktemp("four")
    vooraf = Runner(folder / "notes")
    vooraf.checklist("small", SMALL)
    vooraf.rules(RULES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        for name, more in (("Noor", ()), ("Own", ("days=7",)), ("Away", ()), ("Tom", ())):
            client = vooraf.client(name)
            vooraf("set", client, "price=450", *more)
            vooraf("tell", client, "--all", "--by", "email")
        vooraf("edit", "away", "--archive")
        vooraf("confirm", "tom", "payment-term")
    return vooraf.data


@pytest.fixture
def told(four: Path, tmp_path: Path) -> Runner:
    """Those four, in a folder of this test's own."""
    shutil.copytree(four, tmp_path / "notes")
    return Runner(tmp_path / "notes")


def file_of(vooraf: Runner) -> str:
    return (vooraf.data / "house-rules.toml").read_text(encoding="utf-8")


def otherwise(vooraf: Runner, item: str) -> int:
    items = vooraf("rules", "--json").json["items"]
    found: int = next(each["otherwise"] for each in items if each["item"] == item)
    return found


def test_they_are_shown_with_label_type_and_source_and_who_was_told_otherwise(told: Runner) -> None:
    told("rules", "set", "days=14")
    told("rules", "say", "scope", "--language", "en", "I do what the list says.")

    assert told("rules").out == (
        "Studio Zuid · small · English\n"
        "\nYour own values\n"
        "  days   Days: 14 days · days · 1 client has one of their own\n"
        "\nValues from “small”\n"
        "  price  Total: no value · amount · 3 clients have one of their own\n"
        "\nYour own wordings\n"
        "  Scope (scope)\n"
        "    en         I do what the list says.\n"
        "\nTold something else\n"
        "  Payment term (payment-term): 2 clients were told something else\n"
        "  Scope (scope): 3 clients were told something else\n"
    )


def test_the_same_as_json(told: Runner) -> None:
    told("rules", "say", "scope", "--language", "nl", "Ik doe wat op de lijst staat.")

    found = told("rules", "--json").json

    assert found["schema"] == 1
    assert found["owner"] == {"name": "Studio Zuid", "trade": "small", "language": "en"}
    assert found["values"] == [
        {
            "field": "price", "label": "Total", "type": "money", "checklists": ["small"],
            "value": None, "source": None, "clients_with_own": 3,
        },
        {
            "field": "days", "label": "Days", "type": "days", "checklists": ["small"],
            "value": 30, "source": "rules", "clients_with_own": 1,
        },
    ]  # fmt: skip
    assert found["say"] == {"scope": {"nl": "Ik doe wat op de lijst staat."}}
    assert found["items"][2] == {
        "checklist": "small", "item": "scope", "title": "Scope", "own": True, "told": 3, "otherwise": 3,
    }  # fmt: skip
    assert found["faults"] == []


def test_a_value_is_set_for_everyone_but_who_has_their_own_and_the_rest_of_the_file_stays(
    told: Runner,
) -> None:
    result = told("rules", "set", "days=14")

    assert result.out == (
        "Days (days): 30 days → 14 days\n  Payment term (payment-term): 2 clients were told something else\n"
    )
    assert file_of(told) == "schema = 1\n" + RULES.replace("30", "14")
    assert told.state("noor", "payment-term")["standing"] == "changed"
    assert told.state("own", "payment-term")["standing"] == "told"


def test_setting_what_stands_there_says_so(told: Runner) -> None:
    assert told("rules", "set", "days=30").out == "Days (days): 30 days, as it was\n"
    assert file_of(told) == "schema = 1\n" + RULES


def test_an_empty_value_and_reset_take_it_back(told: Runner) -> None:
    assert told("rules", "set", "days=").out.startswith(
        "Days (days): 30 days → 14 days (as the checklist has it)"
    )
    told("rules", "set", "days=21")
    told("rules", "reset", "--field", "days")
    assert file_of(told) == "schema = 1\n" + RULES.replace("days = 30   # since May\n", "")


def test_a_wording_is_said_in_a_language_and_shown_as_it_reads_in_each(told: Runner) -> None:
    result = told("rules", "say", "payment-term", "--language", "nl", "Betaal binnen ${days}.")

    assert result.out == (
        "Payment term (payment-term)\n"
        "  en         You pay within 30 days. (as the checklist has it)\n"
        "  nl         Betaal binnen 30 dagen.\n"
        "  nl_formal  Betaal binnen 30 dagen.\n"
        "  Payment term (payment-term): 2 clients were told something else\n"
    )
    assert file_of(told) == "schema = 1\n" + RULES + '\n[say.payment-term]\nnl = "Betaal binnen ${days}."\n'


def test_word_hints_are_printed_and_refuse_nothing(told: Runner) -> None:
    result = told("rules", "say", "scope", "I send it as soon as possible.")

    assert f"{told.data / 'house-rules.toml'}:11 · scope · en: when?\n" in result.out
    assert "  I send it [as soon as possible].\n" in result.out
    assert "[as soon as possible]" in told("rules").out
    (hint,) = told("rules", "--json").json["hints"]
    assert (hint["item"], hint["language"], hint["match"], hint["line"]) == (
        "scope",
        "en",
        "as soon as possible",
        11,
    )


def test_without_a_language_it_is_the_one_of_the_house(told: Runner) -> None:
    told("rules", "say", "scope", "I do what the list says.")
    assert told("rules", "--json").json["say"] == {"scope": {"en": "I do what the list says."}}


def test_reset_takes_all_wordings_of_an_item_back_and_everybody_was_told_right_again(told: Runner) -> None:
    told("rules", "say", "scope", "I do what the list says.")
    told("rules", "say", "scope", "--language", "nl", "Ik doe wat op de lijst staat.")
    assert otherwise(told, "scope") == 3

    told("rules", "reset", "--item", "scope")

    assert otherwise(told, "scope") == 0
    assert file_of(told) == "schema = 1\n" + RULES


def test_an_empty_wording_takes_one_language_back(told: Runner) -> None:
    told("rules", "say", "scope", "I do what the list says.")
    told("rules", "say", "scope", "--language", "nl", "Ik doe wat op de lijst staat.")
    told("rules", "say", "scope", "--language", "en", "")
    assert told("rules", "--json").json["say"] == {"scope": {"nl": "Ik doe wat op de lijst staat."}}
    told("rules", "say", "scope", "--language", "nl", "")
    assert file_of(told) == "schema = 1\n" + RULES


def test_a_wording_with_a_field_that_one_of_the_checklists_lacks_is_kept_and_that_is_said(
    told: Runner,
) -> None:
    told.checklist("other", SMALL.replace("${days}", "${term}").replace("days = {", "term = {"))
    told.client("Other", "--checklist", "other")

    result = told("rules", "say", "payment-term", "Within ${days}.")

    assert result.err == (
        "vooraf: The checklist “other” has no field “days”: its clients can't be told this.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("set", "dayz=3"), 1, "No checklist has a field “dayz”.\nDid you mean “days”?"),
        (("set", "xyzzy=3"), 1, "No checklist has a field “xyzzy”.\nSee the fields and their values with: vooraf"),
        (("set", "days=soon"), 1, "“soon” isn't a whole number for “Days”.\nWrite digits, for instance 14."),
        (("set", "price=1.250"), 1, "“1.250” can be read as 1250 and as 1.25.\nWrite 1250 or 1.25."),
        (("set", "days"), 2, "“days” doesn't say which field gets which value."),
        (("set",), 2, "“vooraf rules set” needs FIELD=VALUE."),
        (("say", "scoop", "x"), 1, "No checklist has an item “scoop”.\nDid you mean “scope”?"),
        (("say", "scope", "${dayz}"), 1, "The checklist with “scope” has no field “${dayz}”.\nDid you mean ${days}?"),
        (("say", "scope", "${xyzzy}"), 1, "The checklist with “scope” has no field “${xyzzy}”.\nIts fields are: days, price"),
        (("say", "scope", "${days"), 1, "A field is begun with “${” and not closed.\nWrite it as ${rounds}; where"),
        (("say", "scope", "\x1b[1mnow"), 1, "There is a character here that can't be seen: U+001B.\nTake it out."),
        (("say", "scope", "x" * 10_001), 1, "This text has 10001 characters; the most is 10000."),
        (("say", "scope", "--language", "de", "x"), 2, "“de” isn't a choice for --language."),
        (("say", "scope"), 2, "“vooraf rules say” needs TEXT."),
        (("say", "scope", "two", "texts"), 2, "“texts” is one too many."),
        (("reset", "--field", "dais"), 1, "The house rules have nothing of their own for “dais”.\nDid you mean “days”?"),
        (("reset", "--item", "scope"), 1, "The house rules have nothing of their own for “scope”.\nSee what is in them with: v"),
        (("reset",), 2, "“vooraf rules reset” needs --item."),
        (("reset", "--item", "scope", "--field", "days"), 2, "--item and --field don't go together."),
        (("set", "days=3", "--item", "scope"), 2, "“vooraf rules set” has no option --item."),
        (("put", "days=3"), 2, "“put” isn't a choice for vooraf rules."),
    ],
)  # fmt: skip
def test_what_can_not_be_is_refused_in_a_sentence_and_nothing_is_changed(
    told: Runner, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = file_of(told)

    result = told("rules", *arguments, ok=False)

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"vooraf: {said}")
    assert file_of(told) == before


def test_a_file_with_a_fault_is_shown_with_it_and_only_what_can_not_be_parsed_is_left_alone(
    told: Runner,
) -> None:
    told.rules(RULES.replace("days = 30 ", 'days = "soon" ') + "[say.scoop]\nen = 'x'\n")

    shown = told("rules")
    assert "house-rules.toml:8: “soon” isn't a whole number for “Days”." in shown.err
    assert "house-rules.toml:9: No checklist has an item “scoop”." in shown.err
    assert [fault["at"] for fault in told("rules", "--json").json["faults"]] == ["value.days", "say.scoop"]
    for command in (
        ("list",),
        ("show", "noor"),
        ("script", "noor"),
    ):  # where the checklist's value stands in for it
        assert "“soon” isn't a whole number" in told(*command).err

    told("rules", "set", "days=14")
    told("rules", "reset", "--item", "scoop")
    assert told("rules").err == ""
    assert told("list").err == ""

    told.rules(RULES + "x =")
    result = told("rules", "set", "days=3", ok=False)
    assert (result.code, "can't be read, line 9" in result.err) == (1, True)
    assert file_of(told) == "schema = 1\n" + RULES + "x ="


def test_a_value_that_is_no_value_can_be_taken_out(told: Runner) -> None:
    told.rules(RULES.replace("30", "[30]"))
    told("rules", "reset", "--field", "days")
    assert "days" not in file_of(told)


def test_what_was_told_is_counted_from_the_index_and_the_same_without(told: Runner, tmp_path: Path) -> None:
    told("rules", "set", "days=14")
    counted = told("rules").out
    for file in (tmp_path / "state").rglob("*.sqlite"):
        file.write_bytes(b"rubbish")
    assert told("rules").out == counted
    told("tell", "noor", "payment-term")
    assert otherwise(told, "payment-term") == 1
    assert json.loads(told("rules", "--json").out)["items"][1]["told"] == 3


@pytest.mark.parametrize(
    "words",
    [
        ("tell", "noor", "price"),
        ("confirm", "noor", "price"),
        ("script", "noor", "up-front", "--tell", "--by", "email"),
    ],
)
def test_while_the_house_rules_cannot_be_read_nothing_is_told_in_other_words(
    vooraf: Runner, words: tuple[str, ...]
) -> None:
    noor = vooraf.client()
    rules = vooraf.data / "house-rules.toml"
    rules.write_text('schema = 1\n[value]\nprice = "60\n')
    before = vooraf.diary(noor).read_bytes()

    refused = vooraf(*words, ok=False)

    assert refused.code == 1
    assert refused.err.startswith(f"vooraf: The house rules can't be read, line 3 of {rules}:")
    assert vooraf.diary(noor).read_bytes() == before


def test_without_a_trade_the_clients_checklist_comes_first(vooraf: Runner) -> None:
    vooraf("new", "Anna", "--checklist", "salon", "--language", "en")
    said = vooraf("rules").out
    assert said.index("Values from “salon”") < said.index("Values from “general”")
