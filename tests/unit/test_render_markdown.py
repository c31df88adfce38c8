"""A script as Markdown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.unit.render_samples import FORBIDDEN, NASTY, nasty, said, with_text, written
from tests.unit.script_samples import client, facts, talk
from vooraf.model.script import ScriptPart, make
from vooraf.model.visible import visible_line
from vooraf.render.markdown import markdown, plain

READER: Any = MarkdownIt("gfm-like", {"html": True})


def structure(source: str) -> list[str]:
    """What a reader of Markdown makes of it, but for the words."""
    found = []
    for token in READER.parse(source):
        found.append(token.type)
        inside = [child.type for child in token.children or () if child.type != "text"]
        found += inside
    return found


def shown(source: str) -> str:
    return "".join(child.content for token in READER.parse(source) for child in token.children or ())


def test_a_meeting_has_boxes_labels_and_titles() -> None:
    made = markdown(make(talk("check-in"), facts(client("nl", items={}, wishes=()), minutes=4)))

    assert made.startswith("# Check-in · Noor Veldman · ")
    assert (
        "\n\n## Nog niet verteld\n\n"
        "- [ ] **Geposeerde portretten · niet weg zonder dit**\n"
        "  - **Vraag:** Welke foto van jezelf vind je mooi, en wat is er goed aan?\n"
        "  - **Zeg:** Ik maak geposeerde portretten: ik zeg waar je staat en waar je kijkt.\n"
        "  - **Noteer:** Het antwoord\n"
    ) in made


def test_a_letter_has_paragraphs_and_lists() -> None:
    assert markdown(written(["One.", "Two.", "Three."])) == (
        "# Check-in · One.\n\nOne.\n\nTwo.\n\n## Three.\n\nOne. Two.\n\n## Two.\n\n- Three.\n- One.\n\nTwo.\n"
    )


def test_a_part_without_a_title_is_a_list() -> None:
    script = said(["x"])

    untitled = script._replace(parts=(ScriptPart("opening", "", script.parts[2].lines),))
    assert markdown(untitled) == "# Check-in · x\n\n- [ ] **x**\n"


@pytest.mark.parametrize(("text", "escaped"), [
    ("Smit & Zn", "Smit & Zn"),
    ("&amp; &#60;", "\\&amp; \\&#60;"),
    ("2026. A year", "2026\\. A year"),
    ("1) one", "1\\) one"),
    ("about 1. and 2)", "about 1. and 2)"),
    ("- no list, - here", "\\- no list, - here"),
    ("#1", "\\#1"),
    ("No. #1", "No. #1"),
    ("see https://a.example or www.a.example", "see https\\://a.example or www\\.a.example"),
    ("me@a.example", "me\\@a.example"),
    ("[x](y) <b> *z* _q_", "\\[x\\](y) \\<b\\> \\*z\\* \\_q\\_"),
    ("€\u00a01.250,00 in 2 weeks: 50%", "€\u00a01.250,00 in 2 weeks: 50%"),
    ("one\ntwo", "one two"),
    ("\x1b[0m", "␛\\[0m"),
])  # fmt: skip
def test_only_what_could_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert plain(text) == escaped


@given(nasty)
def test_a_reader_sees_the_text_as_it_was(text: str) -> None:
    for source in (plain(text), f"- **Zeg:** {plain(text)}", f"# {plain(text)}"):
        assert shown(source).removeprefix("Zeg: ") == visible_line(text).strip()


@pytest.mark.parametrize("text", NASTY)
def test_no_known_trick_changes_the_structure(text: str) -> None:
    assert structure(markdown(said([text]))) == structure(markdown(said(["harmless"])))
    assert structure(markdown(written([text]))) == structure(markdown(written(["harmless"])))


@given(st.lists(nasty, min_size=1, max_size=3))
def test_no_text_changes_the_structure(texts: list[str]) -> None:
    harmless = ["harmless"] * len(texts)

    assert structure(markdown(said(texts))) == structure(markdown(said(harmless)))
    assert structure(markdown(written(texts))) == structure(markdown(written(harmless)))


@given(nasty, st.sampled_from(["check-in", "up-front", "recap"]))
def test_no_text_of_a_client_or_a_checklist_changes_a_script(word: str, key: str) -> None:
    made = markdown(with_text(word, key))

    assert structure(made) == structure(markdown(with_text("harmless", key)))
    assert not FORBIDDEN.intersection(made)
