from __future__ import annotations

import datetime as dt
import os

import pytest

from vooraf.model.checklist import Checklist, Field, HouseRules, Item, Section
from vooraf.storage.rules import read_rules, rule_faults

GOOD = """schema = 1
[owner]
name = "Fotografie Zuid"
trade = "photographer"   # most of them
language = "nl"

[value]                  # for every client
rounds = 2
rate = "75"
start = 2026-12-01

[say.revisions]
nl = "Twee rondes, dan ${rate}."
"""


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "house-rules.toml")


@pytest.fixture
def read(path):
    def read(text):
        write(path, text)
        return read_rules(path)

    return read


def write(path, text):
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def told(faults):
    return [(fault.line, fault.at, fault.sentence(), fault.hint_line()) for fault in faults]


# -- reading ---------------------------------------------------------------------------------------


def test_without_a_file_the_rules_are_the_usual_ones_and_none_is_made(path):
    assert read_rules(path) == (HouseRules(), ())
    assert not os.path.exists(path)


def test_a_good_file_is_read_as_it_stands(read):
    rules, faults = read(GOOD)

    assert faults == ()
    assert rules == HouseRules(
        name="Fotografie Zuid",
        trade="photographer",
        language="nl",
        values={"rounds": 2, "rate": "75", "start": dt.date(2026, 12, 1)},
        say={"revisions": {"nl": "Twee rondes, dan ${rate}."}},
    )


def test_a_file_that_says_little_is_a_good_one(read):
    assert read("[owner]\nlanguage = 'nl'\n") == (HouseRules(language="nl"), ())
    assert read("schema = 1\n") == (HouseRules(), ())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("schema = 1", "schema = 0", (1, "schema", "“0” isn't a schema.",
         "Write schema = 1 on the first line.")),
        ("[value]", "[values]", (7, "values", "“values” is unknown here.", "Did you mean “value”?")),
        ("language =", "langauge =", (5, "owner.langauge", "“langauge” is unknown here.",
         "Did you mean “language”?")),
        ('"nl"', '"de"', (5, "owner.language", "“de” isn't a language.", "Write one of: en, nl, nl_formal.")),
        ('"photographer"', '"My Trade"', (4, "owner.trade", "“My Trade” isn't a key.",
         "Use small letters, digits and hyphens: no-show.")),
        ('"Fotografie Zuid"', "3", (3, "owner.name", "“3” isn't a text in quotes.",
         'Write it in quotes: name = "…"')),
        ("rounds = 2", "Rounds = 2", (8, "value.Rounds", "“Rounds” isn't a name of a field.",
         "Use small letters, digits and underscores: payment_days.")),
        ("rounds = 2", "rounds = true", (8, "value.rounds", "“true” isn't a value of a field.",
         "Write a number, a date, a time, or a text in quotes.")),
        ("rounds = 2", "rounds = [2]", (8, "value.rounds", "“[…]” isn't a value of a field.",
         "Write a number, a date, a time, or a text in quotes.")),
        ('rate = "75"', 'rate = "\\u001b[1m"', (9, "value.rate",
         "There is a character here that can't be seen: U+001B.", "Take it out.")),
        ("say.revisions", "say.Revisions", (12, "say.Revisions", "“Revisions” isn't a key.",
         "Use small letters, digits and hyphens: no-show.")),
        ("nl = ", "de = 'x'\nnl = ", (13, "say.revisions.de", "“de” is unknown here.",
         "What can stand here: en, nl, nl_formal.")),
        ("nl = ", "en = 3\nnl = ", (13, "say.revisions.en", "“3” isn't a text in quotes.",
         'Write it in quotes: en = "…"')),
        ("${rate}", "${rate", (13, "say.revisions.nl", "A field is begun with “${” and not closed.",
         "Write it as ${rounds}; where the text means a dollar sign and a brace, as $${.")),
        ("Twee rondes, dan ${rate}.", " ", (13, "say.revisions.nl", "This text is empty.",
         "Write the text, or take the line out.")),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_is_what_was_found_and_what_to_write(read, old, new, fault):
    assert old in GOOD
    rules, faults = read(GOOD.replace(old, new, 1))

    assert told(faults) == [fault]
    assert rules.values or "values" in new
    assert rules != HouseRules()


@pytest.mark.parametrize("key", ["owner", "value", "say"])
def test_a_part_that_is_no_table_hides_nothing_else(read, key):
    parts = {"owner": "[owner]\nname = 'Zuid'\n", "value": "[value]\nx = 1\n", "say": "[say.a]\nen = 'A'\n"}
    rules, faults = read(f"{key} = 3\n" + "".join(text for name, text in parts.items() if name != key))

    assert told(faults) == [
        (1, key, "“3” can't stand here: a table is needed.", f"Give it a header of its own: [{key}]")
    ]
    assert [rules.name == "Zuid", bool(rules.values), bool(rules.say)].count(True) == 2


def test_every_fault_is_told_at_once_and_what_is_good_is_kept(read):
    rules, faults = read(
        "x = 1\n[owner]\nname = 1\nlanguage = 'nl'\n[value]\na = []\nb = 2\n[say]\nc = 1\nd.en = 'D'\n"
    )

    assert [fault.line for fault in faults] == [1, 3, 6, 9]
    assert rules == HouseRules(language="nl", values={"b": 2}, say={"d": {"en": "D"}})


NONE_COUNTS = "Until this is mended none of the house rules counts."


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (GOOD + "x =", 14, "There is no value here."),
        ("schema = 2\n[owner]\nname = 1", 1, "The file has schema 2; this Vooraf reads schema 1."),
        (" \n", 1, "The file is empty."),
        (b"a = 1\n\xff", 2, "The byte 0xFF isn't text in UTF-8."),
    ],
)
def test_what_stops_the_reading_stands_alone(read, text, line, sentence):
    rules, (fault,) = read(text)

    assert rules == HouseRules()
    assert (fault.line, fault.sentence()) == (line, f"{NONE_COUNTS} {sentence}")


def test_a_folder_in_the_place_of_the_file_is_a_fault(path):
    os.mkdir(path)

    rules, (fault,) = read_rules(path)

    assert rules == HouseRules()
    assert fault.sentence() == f"{NONE_COUNTS} This isn't a file that holds a text."


# -- against the checklists ------------------------------------------------------------------------


def checklist(key, *, fields=(), items=()):
    made = [Item(each, "s", {}, False, "start", {}, {}, {}, {}, {}, (), "1", ()) for each in items]
    named = {name: Field(name, kind, {"en": name}, None, {}) for name, kind in fields}
    return Checklist(key, {}, (Section("s", {}, tuple(made)),), named, True, None)


GENERAL = checklist("general", fields=[("rounds", "number"), ("rate", "money")], items=["revisions", "price"])
BAKER = checklist("baker", fields=[("start", "date"), ("rounds", "number")], items=["cake"])


def test_rules_that_fit_some_checklist_have_no_fault(read, path):
    rules, _ = read(GOOD.replace("${rate}", "${rate} $$"))

    assert rule_faults(path, rules, [GENERAL, BAKER]) == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("rounds = 2", "ronds = 2", (8, "value.ronds", "No checklist has a field “ronds”.",
         "Did you mean “rounds”?")),
        ("rounds = 2", "xyz = 2", (8, "value.xyz", "No checklist has a field “xyz”.",
         "Take it out, or give it the name that the checklist has.")),
        ("rounds = 2", 'rounds = "two"', (8, "value.rounds", "“two” isn't a number for “rounds”.",
         "Write digits, for instance 2 or 1.5.")),
        ('rate = "75"', 'rate = "1.250"', (9, "value.rate", "“1.250” can be read as 1250 and as 1.25.",
         "Write 1250 or 1.25.")),
        ("start = 2026-12-01", 'start = "2026-02-30"', (10, "value.start",
         "“2026-02-30” can't be read as a date.", "Write a day that exists, the year first, then month and day: 2026-11-24.")),
        ("say.revisions", "say.revision", (12, "say.revision", "No checklist has an item “revision”.",
         "Did you mean “revisions”?")),
        ("${rate}", "${start}", (13, "say.revisions.nl", "No checklist has a field “start”.",
         "Take it out, or give it the name that the checklist has.")),
    ],
)  # fmt: skip
def test_a_rule_that_fits_no_checklist_is_a_fault(read, path, old, new, fault):
    rules, faults = read(GOOD.replace(old, new, 1))

    assert faults == ()
    assert told(rule_faults(path, rules, [GENERAL, BAKER])) == [fault]


def test_an_empty_value_is_none_and_no_fault(read, path):
    rules, _ = read("[value]\nrounds = ''\n")

    assert rule_faults(path, rules, [GENERAL]) == ()


def test_a_file_that_can_not_be_read_has_no_rules_to_fit(path):
    assert rule_faults(path, HouseRules(values={"x": 1}), [GENERAL]) == ()
