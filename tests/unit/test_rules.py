from __future__ import annotations

import datetime as dt
import os
import stat
import tomllib

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from vooraf.errors import BrokenRules, FolderIsFile, RulesNotSaved, TooLong, Unstorable
from vooraf.model.checklist import Checklist, Field, HouseRules, Item, Section
from vooraf.storage.rules import read_rules, rule_faults, write_rules
from vooraf.storage.rules_text import changed_text
from vooraf.storage.toml_document import LINE_LIMIT

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


def text_of(path):
    return bytes_of(path).decode()


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


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
    assert read("") == (HouseRules(), ())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("schema = 1", "schema = 0", (1, "schema", "“0” is no schema.",
         "Write schema = 1 on the first line.")),
        ("[value]", "[values]", (7, "values", "“values” is unknown here.", "Did you mean “value”?")),
        ("language =", "langauge =", (5, "owner.langauge", "“langauge” is unknown here.",
         "Did you mean “language”?")),
        ('"nl"', '"de"', (5, "owner.language", "“de” is no language.", "Write one of: en, nl, nl_formal.")),
        ('"photographer"', '"My Trade"', (4, "owner.trade", "“My Trade” is no key.",
         "Use small letters, digits and hyphens: no-show.")),
        ('"Fotografie Zuid"', "3", (3, "owner.name", "“3” is no text in quotes.",
         'Write it in quotes: name = "…"')),
        ("rounds = 2", "Rounds = 2", (8, "value.Rounds", "“Rounds” is no name of a field.",
         "Use small letters, digits and underscores: payment_days.")),
        ("rounds = 2", "rounds = true", (8, "value.rounds", "“true” is no value of a field.",
         "Write a number, a date, a time, or a text in quotes.")),
        ("rounds = 2", "rounds = [2]", (8, "value.rounds", "“[…]” is no value of a field.",
         "Write a number, a date, a time, or a text in quotes.")),
        ('rate = "75"', 'rate = "\\u001b[1m"', (9, "value.rate",
         "There is a character here that can't be seen: U+001B.", "Take it out.")),
        ("say.revisions", "say.Revisions", (12, "say.Revisions", "“Revisions” is no key.",
         "Use small letters, digits and hyphens: no-show.")),
        ("nl = ", "de = 'x'\nnl = ", (13, "say.revisions.de", "“de” is unknown here.",
         "What can stand here: en, nl, nl_formal.")),
        ("nl = ", "en = 3\nnl = ", (13, "say.revisions.en", "“3” is no text in quotes.",
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


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (GOOD + "x =", 14, "There is no value here."),
        ("schema = 2\n[owner]\nname = 1", 1, "The file has schema 2; this Vooraf reads schema 1."),
        (b"a = 1\n\xff", 2, "The byte 0xFF is no text in UTF-8."),
    ],
)
def test_what_stops_the_reading_stands_alone(read, text, line, sentence):
    rules, (fault,) = read(text)

    assert rules == HouseRules()
    assert (fault.line, fault.sentence()) == (line, sentence)


def test_a_folder_in_the_place_of_the_file_is_a_fault(path):
    os.mkdir(path)

    rules, (fault,) = read_rules(path)

    assert rules == HouseRules()
    assert fault.sentence() == "This is no file that holds a text."


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
        ("rounds = 2", 'rounds = "two"', (8, "value.rounds", "“two” is no number for “rounds”.",
         "Write digits, for instance 2 or 1.5.")),
        ('rate = "75"', 'rate = "1.250"', (9, "value.rate", "“1.250” can be read as 1250 and as 1.25.",
         "Write 1250 or 1.25.")),
        ("start = 2026-12-01", 'start = "2026-02-30"', (10, "value.start",
         "“2026-02-30” is not a date that exists.", "Write it as 2026-11-24.")),
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


# -- writing ---------------------------------------------------------------------------------------


def test_the_first_rules_make_the_file_and_its_folder_for_the_owner_alone(tmp_path):
    path = str(tmp_path / "new" / "data" / "house-rules.toml")
    before = os.umask(0)
    try:
        write_rules(path, {"owner": {"name": "Zuid", "language": "nl"}, "value": {"rounds": 2}})
    finally:
        os.umask(before)

    assert text_of(path) == 'schema = 1\n\n[owner]\nname = "Zuid"\nlanguage = "nl"\n\n[value]\nrounds = 2\n'
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    assert os.listdir(os.path.dirname(path)) == ["house-rules.toml"]


def test_what_the_owner_wrote_by_hand_stays(path):
    write(path, "# mine\n" + GOOD + "[other]\nkept = true # unknown\n")

    write_rules(path, {"owner": {"name": "Zuid", "trade": None}, "value": {"rounds": 3, "hours": "1.5"}})

    assert text_of(path) == (
        "# mine\n" + GOOD + "[other]\nkept = true # unknown\n"
    ).replace("Fotografie Zuid", "Zuid").replace('trade = "photographer"   # most of them\n', "").replace(
        "rounds = 2", "rounds = 3"
    ).replace("start = 2026-12-01\n", 'start = 2026-12-01\nhours = "1.5"\n')  # fmt: skip


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ("[value]\n# none yet\n\n[say.a]\nen = 'A'", {"value": {"x": 1}},
         "schema = 1\n[value]\nx = 1\n# none yet\n\n[say.a]\nen = 'A'"),
        ("schema = 1\n[value] # mine", {"value": {"x": 1}}, "schema = 1\n[value] # mine\nx = 1\n"),
        ("schema = 1 # one", {"value": {"x": 1}}, "schema = 1 # one\n\n[value]\nx = 1\n"),
        ("schema = 1\n[value]\nx = '''\na\n''' # b\ny = 2\n", {"value": {"x": "c"}},
         'schema = 1\n[value]\nx = "c" # b\ny = 2\n'),
        ("schema = 1\nvalue.x = 1 # dotted\n", {"value": {"x": 2}}, "schema = 1\nvalue.x = 2 # dotted\n"),
        ("schema = 1\nvalue = { x = 1, y = 2 } # inline\n", {"value": {"y": dt.date(2026, 12, 1)}},
         "schema = 1\nvalue = { x = 1, y = 2026-12-01 } # inline\n"),
        ("schema = 1\n[value]\nx = 0x10 # as I like it\n", {"value": {"x": 16, "none": None}},
         "schema = 1\n[value]\nx = 0x10 # as I like it\n"),
        ("schema = 1\n[value]\nx = 1\n", {"value": {"x": None}}, "schema = 1\n[value]\n"),
        ("schema = 1\n[owner] # me\n", {"value": {}, "owner": {}}, "schema = 1\n[owner] # me\n"),
        ("schema = 1\r\n[value] # dos\r\nx = 1\r\n", {"value": {"y": 2}},
         "schema = 1\r\n[value] # dos\r\nx = 1\r\ny = 2\r\n"),
    ],
)  # fmt: skip
def test_only_the_line_of_what_changes_changes(path, before, changes, after):
    write(path, before)

    write_rules(path, changes)

    assert text_of(path) == after


@pytest.mark.parametrize(
    ("before", "changes", "wanted"),
    [
        ("value = { x = 1 } # inline", {"value": {"y": 2}}, {"value": {"x": 1, "y": 2}}),
        ("value = { x = 1 }", {"value": {"x": None}}, {"value": {}}),
        ("value = { a = [\n1], x = 2 }", {"value": {"x": None, "y": 1}}, {"value": {"a": [1], "y": 1}}),
        ("value.x = 1", {"value": {"y": 2}}, {"value": {"x": 1, "y": 2}}),
        ("owner = 3", {"owner": {"name": "Z"}}, {"owner": {"name": "Z"}}),
        ("[value.x]\na = 1", {"value": {"y": 2}}, {"value": {"x": {"a": 1}, "y": 2}}),
        ("[value.x]\na = 1", {"value": {"x": 2}}, {"value": {"x": 2}}),
    ],
)
def test_where_no_line_can_be_changed_the_file_is_written_anew_with_everything_in_it(
    path, before, changes, wanted
):
    write(path, before)

    write_rules(path, changes)

    assert tomllib.loads(text_of(path)) == {"schema": 1, **wanted}


def test_a_link_of_the_owner_stays_a_link(tmp_path, path):
    elsewhere = str(tmp_path / "elsewhere.toml")
    write(elsewhere, GOOD)
    os.symlink(elsewhere, path)

    write_rules(path, {"owner": {"name": "Z"}})

    assert os.path.islink(path)
    assert 'name = "Z"' in text_of(elsewhere)


@pytest.mark.parametrize("text", [GOOD + "x =", b"\xff", "schema = 2"])
def test_a_file_that_can_not_be_read_is_never_written(path, text):
    write(path, text)
    before = bytes_of(path)

    with pytest.raises(BrokenRules) as raised:
        write_rules(path, {"owner": {"name": "Z"}})

    assert bytes_of(path) == before
    assert f"line {raised.value.data['line']} of {path}: " in raised.value.sentence()


def test_the_reason_is_said_in_the_language_of_the_screen(path):
    write(path, "x =")
    dutch = {"There is no value here.": "Hier staat geen waarde."}

    with pytest.raises(BrokenRules) as raised:
        write_rules(path, {"owner": {"name": "Z"}})

    assert raised.value.sentence(lambda text: dutch.get(text, text)).endswith("Hier staat geen waarde.")


def test_a_text_that_no_line_can_hold_is_refused(path):
    with pytest.raises(TooLong):
        write_rules(path, {"owner": {"name": "x" * 10_001}})
    with pytest.raises(Unstorable):
        write_rules(path, {"owner": {"name": "\udcff"}})

    assert not os.path.exists(path)


def test_the_longest_text_can_be_read_back(path):
    name = "\x1f" * 10_000
    write_rules(path, {"owner": {"name": name}})

    assert max(map(len, bytes_of(path).split(b"\n"))) < LINE_LIMIT
    assert read_rules(path)[0].name == name


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path):
    write(str(tmp_path / "data"), "")

    with pytest.raises(FolderIsFile):
        write_rules(str(tmp_path / "data" / "house-rules.toml"), {"owner": {"name": "Z"}})


def test_what_the_disk_refuses_is_told_and_leaves_nothing_behind(tmp_path):
    path = str(tmp_path / ("x" * 300))

    with pytest.raises(RulesNotSaved) as raised:
        write_rules(path, {"owner": {"name": "Z"}})

    assert raised.value.sentence().startswith("Not saved: ")
    assert os.listdir(tmp_path) == []


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = words | st.integers(0, 99) | st.dates() | st.times() | st.booleans()
inner = st.dictionaries(words, values, max_size=3)
tables = st.fixed_dictionaries({}, optional={"owner": inner, "value": inner, "other": inner})
changes = st.fixed_dictionaries({}, optional={
    "owner": st.dictionaries(words, values | st.none(), max_size=3),
    "value": st.dictionaries(words, values | st.none(), max_size=3),
})  # fmt: skip


@given(tables, changes, st.booleans())
def test_any_change_of_any_file_gives_what_is_wanted(table, changed, commented):
    text = tomli_w.dumps(table)
    if commented:
        text = "# begin\n" + text.replace("]\n", "] # header\n") + "# end"
    after = tomllib.loads(changed_text(text, tomllib.loads(text), changed))

    wanted = {name: {**table.get(name, {}), **changed.get(name, {})} for name in {*table, *changed}}
    for name, each in wanted.items():
        assert after.get(name, {}) == {key: value for key, value in each.items() if value is not None}
