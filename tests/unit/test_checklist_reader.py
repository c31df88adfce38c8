from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vooraf.model.checklist import FIELD_TYPES
from vooraf.model.extend import FileId, work_out
from vooraf.storage.checklist_reader import read_checklist
from vooraf.storage.toml_document import FILE_LIMIT, LINE_LIMIT

CHECKLISTS = Path(__file__).parents[2] / "checklists"

GOOD = """schema = 1
extends = "general"
drop = ["delivery-date"]
title = { en = "Baker", nl = "Bakker" }

[[section]]
key = "revisions"
title = { en = "Changes", nl = "Wijzigingen" }

[[section.item]]
key = "revisions"
must = true
moment = "agreement"
title = { en = "Rounds", nl = "Rondes" }
edition = 2
allow = ["guarantee"]
[section.item.say]
en = "${rounds} rounds, then ${rate}; $$ and $5 are dollars."
nl = "${rounds} rondes, dan ${rate}."
nl_formal = "${rounds} rondes, daarna ${rate}."
[section.item.ask]
en = "How many rounds would you like?"
nl = "Hoeveel rondes wil je?"
nl_formal = "Hoeveel rondes wilt u?"
[section.item.check]
en = "What happens after the second round?"
nl = "Wat doe je na de tweede ronde?"
nl_formal = "Wat doet u na de tweede ronde?"
[section.item.why]
en = "Rounds without end are never paid."
nl = "Rondes zonder einde betaalt niemand."
[section.item.field]
rounds = { type = "number", default = 2, label = { en = "Rounds", nl = "Rondes" } }
rate = { type = "money", label = { en = "Rate", nl = "Tarief" } }
"""


def read(text, *, builtin=False):
    content = text if isinstance(text, bytes) else text.encode()
    return read_checklist(content, "baker.toml", "baker", builtin=builtin)


def faults_of(text, *, builtin=False):
    return read(text, builtin=builtin)[1]


def only_fault(text, *, builtin=False):
    (fault,) = faults_of(text, builtin=builtin)
    return fault


def told(fault):
    return fault.line, fault.at, fault.sentence(), fault.hint_line()


def changed(old, new, count=1):
    assert old in GOOD
    return GOOD.replace(old, new, count)


ITEM = "section.revisions.item.revisions"


def test_a_good_file_is_read_as_it_stands():
    raw, faults = read(GOOD, builtin=True)

    assert faults == ()
    assert (raw.key, raw.file, raw.builtin, raw.extends) == ("baker", "baker.toml", True, "general")
    assert raw.drop == ("delivery-date",)
    assert raw.title == {"en": "Baker", "nl": "Bakker"}
    (section,) = raw.sections
    (item,) = section.items
    assert (item.key, item.section, item.must, item.moment) == ("revisions", "revisions", True, "agreement")
    assert (item.edition, item.allow, item.fields) == ("2", ("guarantee",), ("rounds", "rate"))
    assert item.hint == {}
    assert raw.fields["rounds"].default == 2
    assert raw.fields["rate"].default is None
    assert raw.lines[f"{ITEM}.say.nl"] == 19
    assert len(raw.lines) == len(dict(raw.lines)) > 30


def test_without_an_edition_it_is_the_first_and_without_must_it_is_none():
    raw, faults = read(changed("edition = 2\n", "").replace("must = true\n", ""))

    assert faults == ()
    assert raw.sections[0].items[0].edition == "1"
    assert raw.sections[0].items[0].must is False


def test_an_item_needs_a_field_that_another_one_declares_too():
    raw, faults = read(changed("${rounds} rounds", "Until ${until}"))

    assert faults == ()
    assert raw.sections[0].items[0].fields == ("until", "rate", "rounds")


def test_an_owners_text_may_be_in_one_language_and_a_built_ins_may_not():
    text = changed(', nl = "Rondes" }', " }")

    assert faults_of(text) == ()
    fault = only_fault(text, builtin=True)
    assert told(fault) == (14, f"{ITEM}.title.nl", "The text in “nl” is missing.", 'Add it: nl = "…"')


@pytest.mark.parametrize("name", ["say", "ask", "check"])
def test_a_built_in_says_u_in_everything_that_addresses_the_client(name):
    lines = GOOD.splitlines(keepends=True)
    start = lines.index(f"[section.item.{name}]\n")
    del lines[start + 3]

    assert only_fault("".join(lines), builtin=True).at == f"{ITEM}.{name}.nl_formal"


def test_a_text_in_no_language_at_all_is_missing():
    fault = only_fault(changed('title = { en = "Rounds", nl = "Rondes" }', "title = {}"))

    assert fault.sentence() == "The text is missing."
    assert fault.hint_line() == 'Write it in at least one language: en = "…"'


@pytest.mark.parametrize(
    ("old", "new", "line", "at", "sentence", "hint"),
    [
        ("schema = 1\n", "", 1, "schema", "“schema” is missing.", "Add it: schema = 1"),
        ("schema = 1", "schema = 0", 1, "schema",
         "“0” is too small; the least is 1.", "Write schema = 1, or more."),
        ("schema = 1", 'schema = "1"', 1, "schema", "“1” is no whole number.",
         "Write digits without quotes: schema = 1"),
        ("drop = [", "dropp = [", 3, "dropp", "“dropp” is unknown here.", "Did you mean “drop”?"),
        ("drop = [", "zzz = [", 3, "zzz", "“zzz” is unknown here.",
         "What can stand here: schema, extends, drop, title, section."),
        ('drop = ["delivery-date"]', 'drop = "delivery-date"', 3, "drop", "“delivery-date” is no list.",
         'Write it in square brackets: drop = ["…"]'),
        ('drop = ["delivery-date"]', "drop = [\n1]", 4, "drop.1", "“1” is no text in quotes.",
         'Write it in quotes: drop = "…"'),
        ('extends = "general"', 'extends = "The General"', 2, "extends", "“The General” is no key.",
         "Use small letters, digits and hyphens: no-show."),
        ("must = true", 'must = "yes"', 12, f"{ITEM}.must", "“yes” is neither true nor false.",
         "Write must = true, or leave the line out."),
        ('moment = "agreement"\n', "", 10, f"{ITEM}.moment", "“moment” is missing.",
         'Add it: moment = "agreement"'),
        ('moment = "agreement"', 'moment = "agrement"', 13, f"{ITEM}.moment", "“agrement” is unknown here.",
         "Did you mean “agreement”?"),
        ('moment = "agreement"', 'moment = "x"', 13, f"{ITEM}.moment", "“x” is unknown here.",
         "What can stand here: enquiry, introduction, agreement, start, progress, delivery, aftercare."),
        ('title = { en = "Rounds", nl = "Rondes" }', 'title = "Rounds"', 14, f"{ITEM}.title",
         "“Rounds” can't stand here: a table is needed.", 'Write it as: title = { en = "…", nl = "…" }'),
        ('title = { en = "Rounds", nl = "Rondes" }\n', "", 10, f"{ITEM}.title", "“title” is missing.",
         'Add it: title = { en = "…", nl = "…" }'),
        ('title = { en = "Rounds"', 'title = { fr = "Tours", en = "Rounds"', 14, f"{ITEM}.title.fr",
         "“fr” is unknown here.", "What can stand here: en, nl, nl_formal."),
        ('title = { en = "Rounds"', "title = { en = 3", 14, f"{ITEM}.title.en", "“3” is no text in quotes.",
         'Write it in quotes: en = "…"'),
        ('title = { en = "Rounds"', 'title = { en = "  "', 14, f"{ITEM}.title.en", "This text is empty.",
         "Write the text, or take the line out."),
        ("edition = 2", "edition = 0", 15, f"{ITEM}.edition", "“0” is too small; the least is 1.",
         "Write edition = 1, or more."),
        ("edition = 2", "edition = 2.5", 15, f"{ITEM}.edition", "“2.5” is no whole number.",
         "Write digits without quotes: edition = 1"),
        ("edition = 2", "edition = true", 15, f"{ITEM}.edition", "“true” is no whole number.",
         "Write digits without quotes: edition = 1"),
        ('type = "money"', 'type = "moeny"', 34, f"{ITEM}.field.rate.type", "“moeny” is unknown here.",
         "Did you mean “money”?"),
        ('type = "money", ', "", 34, f"{ITEM}.field.rate.type", "“type” is missing.",
         'Add it: type = "number"'),
        ("rate = {", "Rate = {", 34, f"{ITEM}.field.Rate", "“Rate” is no name of a field.",
         "Use small letters, digits and underscores: payment_days."),
        ("rate = {", "hourly-rate = {", 34, f"{ITEM}.field.hourly-rate",
         "“hourly-rate” is no name of a field.",
         "Use small letters, digits and underscores: payment_days."),
        ("default = 2", 'default = "two"', 33, f"{ITEM}.field.rounds.default",
         "“two” is no number for “Rounds”.",
         "Write digits, for instance 2 or 1.5."),
        ("default = 2", "default = [2]", 33, f"{ITEM}.field.rounds.default",
         "“[…]” is no default for a field of type number.", "Write a single value."),
        ("default = 2", "default = { en = 2 }", 33, f"{ITEM}.field.rounds.default",
         "“{…}” is no default for a field of type number.", "Write a single value."),
        ('type = "money"', 'type = "choice"', 34, f"{ITEM}.field.rate",
         "A field of type choice needs options.",
         'Add them: options = { first = { en = "…" }, second = { en = "…" } }'),
        ('type = "money"', 'type = "money", options = {}', 34, f"{ITEM}.field.rate.options",
         "Options belong to a field of type choice, and this is one of type money.",
         'Write type = "choice", or take the options out.'),
        ('type = "money"', 'type = "money", default = "1.250"', 34, f"{ITEM}.field.rate.default",
         "“1.250” can be read as 1250 and as 1.25.", "Write 1250 or 1.25."),
        ('type = "money"', 'type = "money", default = 0.35', 34, f"{ITEM}.field.rate.default",
         "“0.35” is no amount.", "Write it as 1250, 1250.50 or 1250,50; another currency as 1250 USD."),
        ("${rounds} rounds", "${rounds + 1} rounds", 18, f"{ITEM}.say.en",
         "“${rounds + 1}” is no field: between the braces stands a bare name and nothing else.",
         "Write it as ${rounds}; where the text means a dollar sign and a brace, as $${."),
        ("${rounds} rounds", "${} rounds", 18, f"{ITEM}.say.en",
         "“${}” is no field: between the braces stands a bare name and nothing else.",
         "Write it as ${rounds}; where the text means a dollar sign and a brace, as $${."),
        ("then ${rate};", "then ${rate;", 18, f"{ITEM}.say.en", "A field is begun with “${” and not closed.",
         "Write it as ${rounds}; where the text means a dollar sign and a brace, as $${."),
        ("How many rounds", "How many ${rounds} rounds", 22, f"{ITEM}.ask.en",
         "“${rounds}” can't stand here: in this text nothing is filled in.", "Write this text without it."),
        ("the second round?", "round ${rounds}?", 26, f"{ITEM}.check.en",
         "“${rounds}” can't stand here: in this text nothing is filled in.", "Write this text without it."),
        ("Rounds without end", "\\u001b[31mRounds\\u202e", 30, f"{ITEM}.why.en",
         "There is a character here that can't be seen: U+001B, U+202E.", "Take it out."),
        ('[[section]]\nkey = "revisions"', '[[section]]\nkey = "My Section"', 7, "section.My Section.key",
         "“My Section” is no key.", "Use small letters, digits and hyphens: no-show."),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_is_what_was_found_and_what_to_write(old, new, line, at, sentence, hint):
    assert told(only_fault(changed(old, new))) == (line, at, sentence, hint)


def test_every_fault_is_told_at_once_in_the_order_of_the_file():
    text = (
        GOOD.replace("drop", "dropp")
        .replace("must = true", "must = 1")
        .replace('en = "How many rounds would you like?"\n', 'en = ""\nfr = ""\n')
        .replace("default = 2", 'default = "x"')
        .replace("[section.item.why]", "[section.item.wy]")
    )

    assert [(fault.line, fault.at) for fault in faults_of(text)] == [
        (3, "dropp"),
        (10, f"{ITEM}.why"),
        (12, f"{ITEM}.must"),
        (22, f"{ITEM}.ask.en"),
        (23, f"{ITEM}.ask.fr"),
        (30, f"{ITEM}.wy"),
        (34, f"{ITEM}.field.rounds.default"),
    ]


def test_what_is_good_in_a_file_with_faults_is_read_all_the_same():
    raw, faults = read(changed("edition = 2", 'edition = "two"').replace("must = true", "must = 1"))

    assert len(faults) == 2
    assert raw.sections[0].items[0].say["nl"] == "${rounds} rondes, dan ${rate}."


def test_a_key_is_used_once_in_a_file_even_in_another_section():
    again = GOOD[GOOD.index("[[section]]") : GOOD.index("[section.item.field]")]

    faults = faults_of(GOOD + again.replace('key = "revisions"\ntitle', 'key = "more"\ntitle'))
    both = faults_of(GOOD + again)

    assert [fault.sentence() for fault in faults] == [
        "The key “revisions” is used twice; it stands in line 11 too."
    ]
    assert faults[0].line == GOOD.count("\n") + 6
    assert len(both) == 2


def test_a_field_means_one_thing_in_a_file():
    spec = 'rate = { type = "money", label = { en = "Rate", nl = "Tarief" } }\n'
    again = GOOD[GOOD.index("[[section.item]]") :].replace('key = "revisions"', 'key = "extra"')
    other = again.replace(spec, spec.replace("money", "number"))

    assert faults_of(GOOD + again) == ()
    fault = only_fault(GOOD + other)
    assert fault.at == "section.revisions.item.extra.field.rate"
    assert (
        fault.sentence() == "The field “rate” is declared in line 34 in another way; a name means one thing."
    )


@pytest.mark.parametrize(
    ("kind", "default", "canonical"),
    [
        ("text", '"by e-mail"', "by e-mail"),
        ("text", '{ nl = "per mail", en = "by e-mail" }', {"en": "by e-mail", "nl": "per mail"}),
        ("number", "2", 2),
        ("money", '"0,35"', "0.35"),
        ("percent", "30", 30),
        ("date", "2026-11-24", dt.date(2026, 11, 24)),
        ("date", '"2026-11-24"', dt.date(2026, 11, 24)),
        ("time", '"9:00"', dt.time(9)),
        ("days", "14", 14),
        ("hours", "1.5", "1.5"),
        ("choice", '"incl", options = { incl = { en = "with VAT" }, excl = { en = "without" } }', "incl"),
    ],
)
def test_a_default_is_kept_in_its_canonical_form(kind, default, canonical):
    raw, faults = read(changed('rate = { type = "money"', f'rate = {{ type = "{kind}", default = {default}'))

    assert faults == ()
    assert raw.fields["rate"].default == canonical


@pytest.mark.parametrize("kind", FIELD_TYPES)
@pytest.mark.parametrize("default", ["true", "-1", '""', "[]", "1979-05-27T07:32:00Z"])
def test_a_default_that_fits_no_type_is_a_fault_of_every_type(kind, default):
    options = ', options = { a = { en = "A" } }' if kind == "choice" else ""
    text = changed('rate = { type = "money"', f'rate = {{ type = "{kind}", default = {default}{options}')

    assert only_fault(text).at == f"{ITEM}.field.rate.default"


@pytest.mark.parametrize(
    ("default", "at"),
    [('{ fr = "x" }', ".fr"), ("{ en = 1 }", ".en"), ('{ en = "" }', ".en"), ('{ en = "${rate}" }', ".en")],
)
def test_a_default_per_language_is_a_text_like_any_other(default, at):
    text = changed('rate = { type = "money"', f'rate = {{ type = "text", default = {default}')

    assert f"{ITEM}.field.rate.default{at}" in [fault.at for fault in faults_of(text)]


def test_a_default_that_is_none_of_the_options_is_a_fault():
    choice = 'type = "choice", default = "both", options = { a = { en = "A" }, b = { en = "" } }'
    faults = faults_of(changed('type = "money"', choice))

    assert [fault.sentence() for fault in faults] == [
        "This text is empty.",
        "“both” is no choice for “Rate”.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "section = 1",
        "section = [1]",
        "[section]\nkey = 'x'",
        "[[section]]\nitem = 1",
        "[[section]]\nitem = [[]]",
        "[[section]]\n[section.item]\nfield = 1",
        "[[section]]\n[[section.item]]\nfield = 1\nsay = [1]\nkey = 2\nedition = 1979-05-27",
        "[[section]]\n[[section.item]]\nfield = { x = 1 }\nallow = 'x'",
        "[[section]]\n[[section.item]]\n[section.item.field.x]\ntype = 1\noptions = 2\nlabel = 3",
        "[[section]]\n[[section.item]]\nfield.x = { type = 'choice', options = { a = 1 }, default = 'a' }",
        "title = 1\nextends = 2\ndrop = 3\nschema = []",
        "",
    ],
)
def test_no_shape_of_a_file_stops_the_check(text):
    raw, faults = read(text)

    assert raw is not None
    assert all(fault.sentence() and fault.hint_line() for fault in faults)
    assert len(faults) >= 2


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("schema = 1\ntitle =\n", 2, "There is no value here."),
        ("schema = 1\ntitle = Baker\n", 2, "There is no value here."),
        ('a = 1\nb = "x\nc = 2\n', 2, "A text isn't closed on its line."),
        ("a = '''x\n\n", 1, "A text isn't closed."),
        ('a = """x\n\n', 1, "A text isn't closed."),
        ("a = 'x\n'\n", 1, "A text isn't closed on its line."),
        ('a = "\\ud800"\n', 1, "A backslash in a text has a meaning of its own."),
        ('a = "\\uZ"\n', 1, "A backslash in a text has a meaning of its own."),
        ("a = [1]\n[[a]]\n", 2, "This key or header stands in the file twice."),
        ("a = 1\nb\n", 2, "There is no equals sign behind the key."),
        ("a = 1\na = 2\n", 2, "This key or header stands in the file twice."),
        ("[a]\n[a]\n", 2, "This key or header stands in the file twice."),
        ("a = { b = 1, b = 2 }", 1, "This key or header stands in the file twice."),
        ("a = [1\n\n\n", 1, "A bracket isn't closed, or a comma is missing."),
        ("[a\n", 1, "The header isn't closed."),
        ("a = 1 2\n", 1, "Something stands behind the value."),
        ("a = 'x' # \x00\n", 1, "There is a character here that can't be seen."),
        ("a = 'x\x00'\n", 1, "There is a character here that can't be seen."),
        ('a = "c:\\path"\n', 1, "A backslash in a text has a meaning of its own."),
        ("a = 2026-02-30\n", 1, "There is no such day or time."),
        ("é = 1\n", 1, "This is no line of TOML."),
        ("a.é = 1\n", 1, "No key can begin like this."),
        (f"a = {'9' * 5000}\n", 1, "There is a number in the file that is far too long."),
        (f"a = {'[' * 5000}\n", 1, "Tables are nested too deeply."),
        (f"a{'.a' * 1000} = 1\n", 1, "Tables are nested too deeply."),
        ("schema = 2\ntitle = 7\n", 1, "The file has schema 2; this Vooraf reads schema 1."),
        (
            f"\n\nschema = 0x{'f' * 6000}\n",
            3,
            f"The file has schema 0x{'f' * 58}…; this Vooraf reads schema 1.",
        ),
        (b"a = 1\n\xff", 2, "The byte 0xFF is no text in UTF-8."),
        (b"a = 1\n# caf\xe9\n", 2, "The byte 0xE9 is no text in UTF-8."),
        (
            f"a = 1\nb = '{'x' * LINE_LIMIT}'\n",
            2,
            f"The line has {LINE_LIMIT + 6} bytes; the most is {LINE_LIMIT}.",
        ),
        (b"\n" * (FILE_LIMIT + 1), 1, "The file has more than 16 MiB."),
    ],
)
def test_what_stops_the_reading_stands_alone(text, line, sentence):
    raw, (fault,) = read(text)

    assert raw is None
    assert (fault.line, fault.sentence()) == (line, sentence)
    assert fault.hint_line()


def test_a_file_from_another_system_is_the_same_file():
    raw, faults = read(b"\xef\xbb\xbf" + changed("edition = 2", "edition = 0").replace("\n", "\r\n").encode())

    assert [fault.line for fault in faults] == [15]
    assert raw.title == {"en": "Baker", "nl": "Bakker"}


PARTS = re.split(r'([\n\[\]{}="$. ]+)', GOOD)


@given(st.data())
def test_no_file_whatever_stops_the_reading(data):
    parts = list(PARTS)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(parts) - 1))
        parts[place] = data.draw(st.sampled_from(PARTS) | st.text(max_size=3) | st.just("1"))
    content = "".join(parts).encode()

    raw, faults = read_checklist(content, "baker.toml", "baker", builtin=data.draw(st.booleans()))

    assert raw or len(faults) == 1
    for fault in faults:
        assert 1 <= fault.line <= content.count(b"\n") + 1
        assert fault.sentence()
        assert fault.hint_line()
    if raw:
        work_out(raw, {FileId(True, "general"): raw._replace(key="general", extends=None)})


@pytest.mark.parametrize("file", [*CHECKLISTS.glob("*.toml")], ids=lambda file: file.stem)
def test_a_built_in_checklist_has_no_fault(file):
    raw, faults = read_checklist(file.read_bytes(), file.name, file.stem, builtin=True)

    assert [(fault.line, fault.sentence()) for fault in faults] == []
    assert raw.title
