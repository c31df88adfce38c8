"""Every text of the built-in checklists and talks that a client reads or hears holds up in the word check."""

from __future__ import annotations

from pathlib import Path

from vooraf.actions.words import checklist_hints
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import LANGUAGES
from vooraf.model.word_lists import ASK, CHECK, ROLES, SAY, TITLE
from vooraf.storage.client_texts import client_texts

BUILTIN = Path(__file__).parents[2] / "checklists"


def test_nothing_is_flagged_in_a_built_in_text(workspace: Workspace) -> None:
    found = [
        f"{Path(each.file).name}:{each.line} {each.hint.kind} “{each.hint.match}” in “{each.text}”"
        for each in checklist_hints(workspace)
    ]

    assert found == []


def test_every_text_that_a_client_reads_is_looked_at(workspace: Workspace) -> None:
    library = workspace.library.whole
    found = client_texts(library, str(BUILTIN / "salon.toml"))
    item = [text for text in found if text.item == "scope"]

    assert {text.role for text in found} == set(ROLES) - {"message"}
    assert {text.language for text in found} == set(LANGUAGES)
    assert [text.role for text in item if text.language == "nl"] == [TITLE, SAY, ASK, CHECK, SAY]
    assert item[-2].text == "a talk in the chair, the treatment itself, and advice on care at home"
    lines = (BUILTIN / "salon.toml").read_text(encoding="utf-8").splitlines()
    assert all(text.text in lines[text.line - 1] for text in found)
    assert client_texts(library, str(BUILTIN / "talks" / "check-in.toml"))


def test_an_item_lets_its_own_words_pass_and_no_others(workspace: Workspace) -> None:
    file = Path(workspace.folder.checklists) / "shop.toml"
    file.parent.mkdir(parents=True)
    item = """
[[section]]
key = "service"
title = { en = "Service" }
[[section.item]]
key = "bugs"
moment = "agreement"
allow = ["guarantee*"]  # the name of the scheme
title = { en = "Bugs" }
say = { en = "Always under the Builders' scheme: I guarantee it." }
ask = { en = "What do you expect of it?" }
check = { en = "Do you know what it covers?" }
why = { en = "Bugs." }
"""
    file.write_text('schema = 1\ntitle = { en = "Shop" }\n' + item, encoding="utf-8")

    found = [
        (each.line, each.item, each.hint.kind, each.hint.match)
        for each in checklist_hints(workspace, ["shop"])
    ]

    assert found == [
        (12, "bugs", "absolute", "Always"),
        (14, "bugs", "closed-question", "Do you know what it covers?"),
    ]
    file.write_text(file.read_text().replace('"guarantee*"', '"guarantee*", "always", "do you know"'))
    assert checklist_hints(workspace, ["shop"]) == ()
