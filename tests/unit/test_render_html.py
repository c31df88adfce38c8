"""A script as one page of HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.render_samples import FORBIDDEN, NASTY, nasty, said, with_text, written
from tests.unit.script_samples import client, facts, talk
from vooraf.model.script import ScriptPart, make
from vooraf.render.html import escaped, html

Tag = tuple[str, tuple[tuple[str, str | None], ...]]
VOID = ("meta", "input")


class Reader(HTMLParser):
    """The tags of a page in their order with their attributes, what encloses what, and its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.enclosing: list[str] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.others: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))
        if tag not in VOID:
            classes = dict(attrs).get("class")
            self.enclosing.append(f"{tag}.{classes}" if classes else tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))
        assert self.enclosing.pop().split(".")[0] == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.enclosing), data))

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def outline(page: str) -> tuple[list[Tag], list[str]]:
    reader = Reader(page)
    assert reader.enclosing == []
    return reader.tags, reader.others


@pytest.mark.parametrize(("language", "said_as"), [("en", "en"), ("nl", "nl"), ("nl_formal", "nl")])
def test_the_page_says_its_language(language: str, said_as: str) -> None:
    page = html(make(talk("check-in"), facts(client(language))))

    assert page.startswith(f'<!DOCTYPE html>\n<html lang="{said_as}">\n<head>\n<meta charset="utf-8">\n')


@pytest.mark.parametrize("key", ["check-in", "up-front", "recap"])
def test_the_page_needs_nothing_else_and_runs_nothing(key: str) -> None:
    page = html(make(talk(key), facts()))

    tags = {tag for tag, _ in outline(page)[0]}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "a", "base"}
    assert not any(word in page for word in ("http:", "https:", "url(", "@import", "//"))
    assert "default-src 'none'" in page


def test_a_page_break_never_parts_a_question_from_its_lines() -> None:
    page = html(make(talk("check-in"), facts()))

    lines = [where for where, _ in Reader(page).texts if where and where[-1] in {"b", "p", "p.note"}]
    assert len(lines) > 60
    assert all(any(box.startswith("div.question") for box in where) for where in lines)
    assert ".together, .question { break-inside: avoid; }" in page


def test_a_title_is_kept_with_its_first_lines() -> None:
    page = html(make(talk("check-in"), facts()))

    titles = [where for where, _ in Reader(page).texts if where and where[-1] == "h2"]
    assert len(titles) == 8
    assert all("div.together" in where for where in titles)


def test_boxes_to_tick_and_room_to_write() -> None:
    script = make(talk("check-in"), facts())
    lines = [line for part in script.parts for line in part.lines]

    tags = [tag for tag, _ in outline(html(script))[0]]
    assert tags.count("input") == tags.count("h3") == 8
    assert tags.count("i") == 2 * sum(1 for line in lines if line.kind == "write")


def test_a_letter_has_titles_and_paragraphs_alone() -> None:
    tags = {tag for tag, _ in outline(html(make(talk("up-front"), facts())))[0]}

    assert {tag for tag in tags if not tag.startswith("/")} == {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "section", "h2", "p",
    }  # fmt: skip


def test_a_part_without_a_title_has_no_heading() -> None:
    script = said(["x"])

    untitled = script._replace(parts=(ScriptPart("opening", "", script.parts[0].lines),))
    assert "<h2>" not in html(untitled)


def test_what_could_be_markup_is_escaped() -> None:
    assert escaped("<b class=\"x\" id='y'>&amp;") == ("&lt;b class=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;")


def test_a_line_break_stays_and_is_shown() -> None:
    page = html(said(["one\ntwo"]))

    assert "<p>one\ntwo</p>" in page
    assert "white-space: pre-line" in page


@pytest.mark.parametrize("text", NASTY)
def test_no_known_trick_adds_a_tag(text: str) -> None:
    assert outline(html(said([text]))) == outline(html(said(["harmless"])))
    assert outline(html(written([text]))) == outline(html(written(["harmless"])))


@given(st.lists(nasty, min_size=1, max_size=3))
def test_no_text_adds_a_tag(texts: list[str]) -> None:
    harmless = ["harmless"] * len(texts)

    assert outline(html(said(texts))) == outline(html(said(harmless)))
    assert outline(html(written(texts))) == outline(html(written(harmless)))


@given(nasty, st.sampled_from(["check-in", "up-front", "recap"]))
def test_no_text_of_a_client_or_a_checklist_changes_a_page(word: str, key: str) -> None:
    page = html(with_text(word, key))

    assert outline(page) == outline(html(with_text("harmless", key)))
    assert not FORBIDDEN.intersection(page)
