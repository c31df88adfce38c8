"""What is wrong with a file, as data that becomes a sentence when it is shown."""

from __future__ import annotations

from vooraf.model.faults import Fault, Problem

FAULT = Fault("a.toml", 3, "title.nl", "No text for {language}.", 'Add {language} = "…"', {"language": "nl"})


def dutch(text: str) -> str:
    return {"No text for {language}.": "Geen tekst voor {language}."}.get(text, text)


def test_a_fault_is_said_in_the_language_of_the_screen() -> None:
    assert FAULT.sentence() == "No text for nl."
    assert FAULT.sentence(dutch) == "Geen tekst voor nl."
    assert FAULT.hint_line() == 'Add nl = "…"'


def test_a_fault_without_a_hint_has_an_empty_one() -> None:
    assert FAULT._replace(hint="").hint_line() == ""


def test_the_same_fault_found_twice_is_told_once() -> None:
    assert list(dict.fromkeys([FAULT, FAULT._replace(), FAULT._replace(line=4)])) == [
        FAULT,
        FAULT._replace(line=4),
    ]


def test_what_stands_in_the_data_is_never_a_template() -> None:
    assert (
        Problem("a.toml", "Found {value}.", {"value": "{0.__class__}"}).sentence() == "Found {0.__class__}."
    )


def test_a_problem_tells_its_fault_in_the_same_language() -> None:
    problem = Problem("a.toml", "Can't be used: {first}", {"first": FAULT})
    assert problem.sentence() == "Can't be used: No text for nl."
    assert problem.sentence(dutch) == "Can't be used: Geen tekst voor nl."
