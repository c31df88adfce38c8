"""A letter that was edited as text, and comes back as a letter."""

from __future__ import annotations

from datetime import date

from tests.unit.script_samples import RULES, client, facts, talk
from vooraf.model.checklist import Change
from vooraf.model.script import Script, make
from vooraf.render.text import text
from vooraf.tui.message import edited
from vooraf.tui.sheet import pasted

CHANGES = {"revisions": Change(date(2027, 2, 1), {"en": "Costs rose."})}


def letter() -> Script:
    return make(talk("announce"), facts(client(), rules=RULES._replace(changes=CHANGES)))


def test_a_letter_that_was_only_looked_at_reads_the_same() -> None:
    made = letter()
    assert "What changes" in text(made)
    assert text(edited(made, pasted(made))) == text(made)


def test_what_the_owner_wrote_stands_in_it_and_titles_stay_titles() -> None:
    made = letter()
    parts = edited(made, "My subject\n\nDear Mia,\n\nWhat changes\nAll of it.\n\n- one\n").parts
    assert edited(made, "My  subject\n\nx").heading == "My subject"
    assert [(part.title, [(line.kind, line.text) for line in part.lines]) for part in parts] == [
        ("", [("say", "Dear Mia,")]),
        ("What changes", [("say", "All of it.")]),
        ("", [("note", "one")]),
    ]


def test_an_empty_text_gives_a_letter_with_nothing_in_it() -> None:
    assert edited(letter(), " \n").parts == ()
