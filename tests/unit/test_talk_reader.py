from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from tests.unit.script_samples import client, facts, talk
from vooraf.model import talk as words
from vooraf.model.checklist import FIELD_TYPES, MOMENTS
from vooraf.model.repeated import repeated
from vooraf.model.selection import Choice
from vooraf.model.subjects import meeting
from vooraf.model.talk import Part, Step
from vooraf.storage.checklist_form import FieldForm, ItemForm
from vooraf.storage.talk_form import StepForm
from vooraf.storage.talk_reader import ITEM_NAMES, NAMES, read_talk

TALKS = Path(__file__).parents[2] / "checklists" / "talks"

GOOD = """schema = 1
title = { en = "Pulse", nl = "Hoe gaat het" }
form = "meeting"
minutes = 10
fixed = 3
outcome = "recap"
calls = ["phone", "zoom"]
heading = [{ en = "Pulse", nl = "Hoe gaat het" }, { en = "${name}", nl = "${name}" }]

[[part]]
key = "opening"
title = { en = "Opening", nl = "Opening" }
[[part.step]]
kind = "ask"
when = ["first", "call"]
question = "how"
text = { en = "How are you, ${salutation}?", nl = "Hoe gaat het, ${name}?", nl_formal = "Hoe gaat het?" }
[[part.step]]
kind = "write"

[[part]]
key = "open"
each = "open"
sections = ["price"]
skip = ["privacy"]
[[part.step]]
kind = "say"
when = "ready"
text = { en = "${say}", nl = "${say}" }
"""


def read(text, *, builtin=True):
    return read_talk(text.encode(), "pulse.toml", "pulse", builtin=builtin)


def only_fault(text, *, builtin=True):
    found, (fault,) = read(text, builtin=builtin)
    assert found is None
    return fault


def test_a_good_file_is_read_as_it_stands():
    found, faults = read(GOOD)

    assert faults == ()
    assert (found.key, found.title["nl"], found.form, found.outcome) == (
        "pulse",
        "Hoe gaat het",
        "meeting",
        "recap",
    )
    assert (found.minutes, found.fixed, found.calls) == (10, 3, ("phone", "zoom"))
    assert [texts["en"] for texts in found.heading] == ["Pulse", "${name}"]
    first, second = found.parts
    assert first.steps[0] == Step(
        kind="ask",
        text={
            "en": "How are you, ${salutation}?",
            "nl": "Hoe gaat het, ${name}?",
            "nl_formal": "Hoe gaat het?",
        },
        when=("first", "call"),
        question="how",
    )
    assert first.steps[1] == Step("write", {}, (), "")
    assert second == Part(
        key="open",
        title={},
        each="open",
        sections=("price",),
        skip=("privacy",),
        steps=(Step("say", {"en": "${say}", "nl": "${say}"}, ("ready",), ""),),
    )


def test_a_letter_takes_no_time_and_needs_little():
    text = """schema = 1
title = { en = "Note" }
form = "letter"
[[part]]
key = "all"
[[part.step]]
kind = "say"
text = { en = "Hello." }
"""

    found, faults = read(text, builtin=False)

    assert faults == ()
    assert (found.minutes, found.fixed, found.heading, found.outcome, found.calls) == (0, 0, (), "", ())


OPENING, OPEN = "part.opening", "part.open"


@pytest.mark.parametrize(
    ("old", "new", "line", "at", "sentence", "hint"),
    [
        ('form = "meeting"', 'form = "letters"', 3, "form", "“letters” is unknown here.",
         "Did you mean “letter”?"),
        ('form = "meeting"\n', "", 1, "form", "“form” is missing.", 'Add it: form = "meeting"'),
        ("minutes = 10", "minutes = 0", 4, "minutes", "A meeting takes at least a minute.",
         "Write how long it usually takes: minutes = 10"),
        ("minutes = 10", "minutes = -1", 4, "minutes", "“-1” is too small; the least is 0.",
         "Write minutes = 0, or more."),
        ("minutes = 10", 'minutes = "ten"', 4, "minutes", "“ten” isn't a whole number.",
         "Write digits without quotes: minutes = 1"),
        ("fixed = 3", "fixed = 11", 5, "fixed", "The parts without items can't take 11 of 10 minutes.",
         "Write a smaller number under “fixed”, or a larger one under “minutes”."),
        ('outcome = "recap"', 'outcome = "The Recap"', 6, "outcome", "“The Recap” isn't a key.",
         "Use small letters, digits and hyphens: no-show."),
        ('"zoom"', '"zo\\u202eom"', 7, "calls.2", "There is a character here that can't be seen: U+202E.",
         "Take it out."),
        ('"phone", "zoom"', '"phone", 3', 7, "calls.2", "“3” isn't a text in quotes.",
         'Write it in quotes: calls = "…"'),
        ('en = "${name}"', 'en = "${words}"', 8, "heading.2.en",
         "“words” is nothing that can be named here, so this line would be left out.",
         f"What can be named here: {', '.join(NAMES)}."),
        ('key = "opening"', 'key = "open"', 22, f"{OPEN}.key",
         "The key “open” is used twice; it stands in line 11 too.",
         "Give one of the two another key."),
        ('kind = "ask"', 'kind = "aks"', 14, f"{OPENING}.step.1.kind", "“aks” is unknown here.",
         "Did you mean “ask”?"),
        ('["first", "call"]', '["first", "cal"]', 15, f"{OPENING}.step.1.when.2", "“cal” is unknown here.",
         "Did you mean “call”?"),
        ('["first", "call"]', "3", 15, f"{OPENING}.step.1.when",
         "“3” is neither a condition nor a list of them.",
         'Write when = "first", or when = ["first", "call"].'),
        ('question = "how"', 'question = "How?"', 16, f"{OPENING}.step.1.question", "“How?” isn't a key.",
         "Use small letters, digits and hyphens: no-show."),
        (', nl_formal = "Hoe gaat het?" }', " }", 17, f"{OPENING}.step.1.text.nl_formal",
         "The text in “nl_formal” is missing.", 'Add it: nl_formal = "…"'),
        ("you, ${salutation}", "you, ${salutations}", 17, f"{OPENING}.step.1.text.en",
         "“salutations” is nothing that can be named here, so this line would be left out.",
         "Did you mean “salutation”?"),
        ("you, ${salutation}", "you, ${name.upper()}", 17, f"{OPENING}.step.1.text.en",
         "“${name.upper()}” isn't a field: between the braces stands a bare name and nothing else.",
         "Write it as ${rounds}; where the text means a dollar sign and a brace, as $${."),
        ('kind = "write"', 'kind = "listen"', 18, f"{OPENING}.step.2.text", "This step has no text.",
         'Add it: text = { en = "…", nl = "…" }; only a step of kind “write” may do without.'),
        ('each = "open"', 'each = "opened"', 23, f"{OPEN}.each", "“opened” is unknown here.",
         "Did you mean “open”?"),
        ('skip = ["privacy"]', "skip = 1", 25, f"{OPEN}.skip", "“1” isn't a list.",
         'Write it in square brackets: skip = ["…"]'),
        ('text = { en = "${say}", nl = "${say}" }', "text = 1", 29, f"{OPEN}.step.1.text",
         "“1” can't stand here: a table is needed.", 'Write it as: text = { en = "…", nl = "…" }'),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_is_what_was_found_and_what_to_write(old, new, line, at, sentence, hint):
    assert old in GOOD
    fault = only_fault(GOOD.replace(old, new, 1))

    assert (fault.line, fault.at) == (line, at)
    assert (fault.sentence(), fault.hint_line()) == (sentence, hint)


def test_every_fault_is_told_at_once():
    text = GOOD.replace('"ask"', '"aks"').replace('"ready"', '"redy"').replace("minutes", "minuts")

    _, faults = read(text)

    assert [fault.at for fault in faults] == [
        "minutes",
        "minuts",
        "part.opening.step.1.kind",
        "part.open.step.1.when",
    ]


def test_minutes_of_a_letter_are_a_fault():
    _, faults = read(GOOD.replace('"meeting"', '"letter"'))

    assert [(fault.at, fault.sentence()) for fault in faults] == [
        ("minutes", "A letter takes no minutes."),
        ("fixed", "A letter takes no minutes."),
    ]


def test_a_talk_without_parts_is_a_fault():
    fault = only_fault(GOOD[: GOOD.index("[[part]]")])

    assert (fault.line, fault.sentence()) == (1, "The talk has no parts.")


def test_two_questions_of_a_part_have_keys_of_their_own():
    again = GOOD.replace('kind = "write"', 'kind = "write"\nquestion = "how"')

    assert only_fault(again).sentence() == "The key “how” is used twice; it stands in line 16 too."


def test_an_owners_talk_may_be_in_one_language():
    text = GOOD.replace(', nl_formal = "Hoe gaat het?"', "")

    found, faults = read(text, builtin=False)

    assert faults == ()
    assert found


def test_a_fault_of_syntax_stands_alone():
    assert only_fault(GOOD + "x =").sentence() == "There is no value here."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "part = 1",
        "part = [1]\nheading = 2",
        "[[part]]\nstep = 1\ntitle = 2",
        "[[part]]\n[[part.step]]\nwhen = [[]]",
    ],
)
def test_no_shape_of_a_file_stops_the_check(text):
    found, faults = read(text)

    assert found is None
    assert all(fault.sentence() and fault.hint_line() for fault in faults)


@pytest.mark.parametrize("file", [*TALKS.glob("*.toml")], ids=lambda file: file.stem)
def test_a_built_in_talk_has_no_fault(file):
    found, faults = read_talk(file.read_bytes(), file.name, file.stem, builtin=True)

    assert [(fault.line, fault.sentence()) for fault in faults] == []
    assert found


def test_what_a_talk_can_name_is_what_a_script_knows():
    someone = facts(client("en"))
    whole = meeting(talk("check-in"), someone)
    choice = Choice(("revisions",), (), (), (), ())
    (wish, *_) = repeated(Part("w", {}, "wish", (), (), ()), choice, someone, whole)
    (item, *_) = repeated(Part("c", {}, "changed", (), (), ()), choice, someone, whole)

    assert set(NAMES) == set(whole.names)
    assert set(wish.names) == {*NAMES, "wish"}
    assert set(item.names) == {*NAMES, *ITEM_NAMES}


@pytest.mark.parametrize(
    ("form", "key", "known"),
    [
        (ItemForm, "moment", MOMENTS),
        (FieldForm, "type", FIELD_TYPES),
        (StepForm, "kind", words.KINDS),
    ],
)
def test_the_forms_know_the_words_of_the_model(form, key, known):
    assert get_args(form.model_fields[key].annotation) == known


# -- a message about one item ----------------------------------------------------------------------

MESSAGE = """schema = 1
title = { en = "No-show", nl = "Niet gekomen" }
form = "letter"
about = ["no-show"]
record = "applied"
[[part]]
key = "message"
each = "about"
[[part.step]]
kind = "say"
when = ["known", "brief", "charges"]
text = { en = "On ${day}: ${was} (${told_when}, ${times})", nl = "Op ${day}", nl_formal = "Op ${day}" }
"""


def test_a_message_says_which_items_it_suits_and_what_it_goes_with() -> None:
    found, faults = read(MESSAGE)

    assert faults == ()
    assert found is not None
    assert (found.about, found.record, found.needs_item) == (("no-show",), "applied", True)


@pytest.mark.parametrize("line", ['about = ["price"]', 'record = "excepted"'])
def test_only_a_letter_about_one_item_says_which(line: str) -> None:
    fault = only_fault(GOOD.replace("fixed = 3", f"fixed = 3\n{line}"))

    assert "belongs in a letter about one item" in fault.sentence()
    assert fault.line == GOOD[: GOOD.index("fixed = 3")].count("\n") + 2


def test_what_only_a_message_can_name_is_a_fault_elsewhere() -> None:
    assert "“told_when”" in only_fault(GOOD.replace("${say}", "${told_when}", 1)).sentence()


def test_a_message_goes_with_applied_or_excepted() -> None:
    assert read(MESSAGE.replace('"applied"', '"broken"'))[0] is None
