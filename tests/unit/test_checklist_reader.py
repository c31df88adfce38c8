from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.checklist_text import GOOD, changed, read
from vooraf.model.checklist import FIELD_TYPES


def faults_of(text, *, builtin=False):
    return read(text, builtin=builtin)[1]


def only_fault(text, *, builtin=False):
    (fault,) = faults_of(text, builtin=builtin)
    return fault


def told(fault):
    return fault.line, fault.at, fault.sentence(), fault.hint_line()


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
        ("schema = 1", 'schema = "1"', 1, "schema", "“1” isn't a whole number.",
         "Write digits without quotes: schema = 1"),
        ("drop = [", "dropp = [", 3, "dropp", "“dropp” is unknown here.", "Did you mean “drop”?"),
        ("drop = [", "zzz = [", 3, "zzz", "“zzz” is unknown here.",
         "What can stand here: schema, extends, drop, title, section."),
        ('drop = ["delivery-date"]', 'drop = "delivery-date"', 3, "drop", "“delivery-date” isn't a list.",
         'Write it in square brackets: drop = ["…"]'),
        ('drop = ["delivery-date"]', "drop = [\n1]", 4, "drop.1", "“1” isn't a text in quotes.",
         'Write it in quotes: drop = "…"'),
        ('extends = "general"', 'extends = "The General"', 2, "extends", "“The General” isn't a key.",
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
        ('title = { en = "Rounds"', "title = { en = 3", 14, f"{ITEM}.title.en", "“3” isn't a text in quotes.",
         'Write it in quotes: en = "…"'),
        ('title = { en = "Rounds"', 'title = { en = "  "', 14, f"{ITEM}.title.en", "This text is empty.",
         "Write the text, or take the line out."),
        ("edition = 2", "edition = 0", 15, f"{ITEM}.edition", "“0” is too small; the least is 1.",
         "Write edition = 1, or more."),
        ("edition = 2", "edition = 2.5", 15, f"{ITEM}.edition", "“2.5” isn't a whole number.",
         "Write digits without quotes: edition = 1"),
        ("edition = 2", "edition = true", 15, f"{ITEM}.edition", "“true” isn't a whole number.",
         "Write digits without quotes: edition = 1"),
        ('type = "money"', 'type = "moeny"', 34, f"{ITEM}.field.rate.type", "“moeny” is unknown here.",
         "Did you mean “money”?"),
        ('type = "money", ', "", 34, f"{ITEM}.field.rate.type", "“type” is missing.",
         'Add it: type = "number"'),
        ("rate = {", "Rate = {", 34, f"{ITEM}.field.Rate", "“Rate” isn't a name of a field.",
         "Use small letters, digits and underscores: payment_days."),
        ("rate = {", "hourly-rate = {", 34, f"{ITEM}.field.hourly-rate",
         "“hourly-rate” isn't a name of a field.",
         "Use small letters, digits and underscores: payment_days."),
        ("default = 2", 'default = "two"', 33, f"{ITEM}.field.rounds.default",
         "“two” isn't a number for “Rounds”.",
         "Write digits, for instance 2 or 1.5."),
        ("default = 2", "default = [2]", 33, f"{ITEM}.field.rounds.default",
         "“[…]” isn't a default for a field of type number.", "Write a single value."),
        ("default = 2", "default = { en = 2 }", 33, f"{ITEM}.field.rounds.default",
         "“{…}” isn't a default for a field of type number.", "Write a single value."),
        ('type = "money"', 'type = "choice"', 34, f"{ITEM}.field.rate",
         "A field of type choice needs options.",
         'Add them: options = { first = { en = "…" }, second = { en = "…" } }'),
        ('type = "money"', 'type = "money", options = {}', 34, f"{ITEM}.field.rate.options",
         "Options belong to a field of type choice, and this is one of type money.",
         'Write type = "choice", or take the options out.'),
        ('type = "money"', 'type = "money", default = "1.250"', 34, f"{ITEM}.field.rate.default",
         "“1.250” can be read as 1250 and as 1.25.", "Write 1250 or 1.25."),
        ('type = "money"', 'type = "money", default = 0.35', 34, f"{ITEM}.field.rate.default",
         "“0.35” isn't an amount.", "Write it as 1250, 1250.50 or 1250,50; another currency as 1250 USD."),
        ("${rounds} rounds", "${rounds + 1} rounds", 18, f"{ITEM}.say.en",
         "“${rounds + 1}” isn't a field: between the braces stands a bare name and nothing else.",
         "Write it as ${rounds}; where the text means a dollar sign and a brace, as $${."),
        ("${rounds} rounds", "${} rounds", 18, f"{ITEM}.say.en",
         "“${}” isn't a field: between the braces stands a bare name and nothing else.",
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
         "“My Section” isn't a key.", "Use small letters, digits and hyphens: no-show."),
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
        "“both” isn't a choice for “Rate”.",
    ]
