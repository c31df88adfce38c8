"""A script as the questions of a meeting."""

from __future__ import annotations

from tests.unit.script_samples import client, facts, talk, talk_of
from vooraf.model.questions import chosen_from, questions
from vooraf.model.script import make

EXPECTED = [
    "opening", "wishes", "changed:revisions",
    "open:price", "open:licence", "open:client-part", "open:privacy", "check:deposit", "check:availability",
    "expectations:success", "expectations:date", "expectations:bad-news", "expectations:unhappy", "closing",
]  # fmt: skip


def test_the_check_in_is_a_row_of_questions_with_stable_ids() -> None:
    assert [question.id for question in questions(make(talk("check-in"), facts()))] == EXPECTED


def test_a_question_knows_the_title_of_its_part_and_its_item() -> None:
    found = {question.id: question for question in questions(make(talk("check-in"), facts()))}

    licence = found["open:licence"]
    assert (licence.title, licence.item) == ("Not said yet", "licence")
    assert [line.kind for line in licence.lines] == ["note", "ask", "say", "write"]
    assert found["opening"].item is None


def test_every_question_asks_something() -> None:
    for question in questions(make(talk("check-in"), facts())):
        assert any(line.kind == "ask" for line in question.lines), question.id


def test_what_leads_up_to_the_first_item_belongs_to_its_question() -> None:
    found = {question.id: question for question in questions(make(talk("check-in"), facts()))}

    first, second = found["check:deposit"], found["check:availability"]
    assert first.lines[0].text.startswith("I have told you about this before.")
    assert first.item == "deposit"
    assert [line.kind for line in second.lines] == ["note", "ask", "write"]


def test_a_part_that_asks_nothing_is_no_question() -> None:
    script = make(talk("check-in"), facts(minutes=3))

    assert {"agreed", "later"} <= {part.key for part in script.parts}
    assert not {"agreed", "later"} & {question.id.partition(":")[0] for question in questions(script)}


def test_a_letter_has_no_questions() -> None:
    script = make(talk("up-front"), facts())

    assert any(line.kind == "ask" for part in script.parts for line in part.lines)
    assert questions(script) == ()


def test_the_ids_give_the_same_questions_again_after_everything_was_answered() -> None:
    someone = client()
    before = questions(make(talk("check-in"), facts(someone)))
    settled = dict.fromkeys(("revisions", "price", "licence", "deposit"), someone.items["style"])

    after = make(
        talk("check-in"),
        facts(
            someone._replace(items={**someone.items, **settled}),
            chosen=chosen_from([question.id for question in before]),
        ),
    )

    assert [question.id for question in questions(after)] == [question.id for question in before]


def test_the_items_are_named_per_part_each_once() -> None:
    ids = ["opening", "open:a", "open:b", "open:a:more", "check:c", "expectations:success"]

    assert chosen_from(ids) == {"open": ("a", "b"), "check": ("c",), "expectations": ("success",)}


def test_lines_of_one_question_that_stand_apart_are_one_question() -> None:
    step = {"kind": "ask", "text": {"en": "And you?"}, "when": ["once"]}
    frame = talk_of(
        "frame",
        {
            "title": {"en": "Frame"},
            "form": "meeting",
            "part": [
                {
                    "key": "open",
                    "title": {"en": "Open"},
                    "each": "open",
                    "step": [
                        step,
                        {"kind": "ask", "text": {"en": "${ask}"}},
                        {"kind": "ask", "text": {"en": "More of ${title}?"}, "question": "more"},
                        step,
                    ],
                }
            ],
        },
    )

    found = questions(make(frame, facts(minutes=2)))

    assert [question.id for question in found] == ["open", "open:price", "open:price:more"]
    assert len(found[0].lines) == 2
