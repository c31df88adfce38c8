"""Scripts of every form, and texts that try to be more than text."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.unit.script_samples import (
    TODAY,
    checklist,
    client,
    confirmed,
    facts,
    middle,
    talk,
    told,
)
from vooraf.model.checklist import Checklist, Item
from vooraf.model.script import Line, Script, ScriptPart, make

NASTY = (
    "[/]", "[@click=app.quit]x[/]", "<script>alert(1)</script>", "</p></section>", "<!--", "]]>", "&lt;b&gt;",
    '" onload="x', "' x='", "=1+1", "1. one", "12) twelve", "- [ ] box", "[ ] box", "# title", "> quote",
    "***", "---", "===", "+ plus", "```", "~~~", "`code`", "*bold*", "_em_", "[a](http://b.example)",
    "![a](b.png)", "<http://a.example>", "http://a.example/x?y=1&z=2", "WWW.a.example", "me@a.example",
    "a | b", "|---|", "&amp; &#60; & x", "\\", "\\n", "$x$", "${owner} $$", "[^1]", "a\nb", "\n\n  [ ] x",
    "a\r\nb", "a\tb", "\x1b[31mred\x1b[0m", "\x9b31m", "\u202egnp.exe", "\u2066x\u2069", "\u200fرجل",
    "日本語" * 30, "e\u0301" * 40, "👩\u200d🎨", "x" * 300, "\u2028", "\x85", "\x00", "\x7f", "    code",
    ":::", "{% x %}", "\ufeff",
)  # fmt: skip

nasty = (
    st.one_of(
        st.sampled_from(NASTY),
        st.text(min_size=1),
        st.lists(st.sampled_from(NASTY), min_size=2, max_size=4).map(" ".join),
        st.tuples(st.sampled_from(NASTY), st.text()).map("".join),
    )
    .filter(str.strip)
    .map(str)
)

FORBIDDEN = frozenset(
    map(
        chr,
        (
            *(code for code in range(0x20) if code != 0x0A),
            *range(0x7F, 0xA0),
            0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029,
        ),
    )
)  # fmt: skip
"""What a terminal or a reader's eye would obey, the line break left out."""


def said(texts: list[str]) -> Script:
    """A script of every kind of line with these texts, a meeting."""
    one, two, three = (texts * 3)[:3]
    listed = tuple(Line("note", f"later-{number}", text) for number, text in enumerate(texts))
    return Script(
        client="k7q2m9", name=one, talk="check-in", title="Check-in", form="meeting", language="nl",
        minutes=10,
        heading=f"Check-in · {one}",
        parts=(
            ScriptPart("opening", two, (
                Line("note", None, one, "opening"), Line("say", None, two, "opening"),
                Line("ask", None, three, "opening"), Line("write", None, one, "opening"),
                Line("dont", None, two, "opening"), Line("listen", None, three, "opening"),
            )),
            ScriptPart("open", three, (
                Line("note", "price", one, "open:price"), Line("ask", "price", two, "open:price"),
                Line("note", "price", two, "open:price"), Line("write", "price", three, "open:price"),
            )),
            ScriptPart("later", one, listed),
        ),
    )  # fmt: skip


def written(texts: list[str]) -> Script:
    """A letter with these texts."""
    one, two, three = (texts * 3)[:3]
    return said(texts)._replace(
        form="letter",
        minutes=0,
        parts=(
            ScriptPart("greeting", "", (Line("say", None, one), Line("say", None, two))),
            ScriptPart("use", three, (Line("say", "licence", one), Line("say", "licence", two))),
            ScriptPart(
                "open", two, (Line("note", "a", three), Line("note", "b", one), Line("ask", None, two))
            ),
        ),
    )


def with_text(text: str, key: str) -> Script:
    """A built-in talk for a client and a checklist in which everything that can be a text is ``text``."""
    items = {
        **middle("en"),
        "style": confirmed(text, text),
        "revisions": told(text, rounds=1),
        "licence": confirmed(text, text, TODAY),
    }
    someone = client(
        name=text,
        salutation=text,
        place=text,
        style=text,
        approach=text,
        pace=text,
        wishes=(text,),
        items=items,
    )
    return make(talk(key), facts(someone, checklist=_checklist(text)))


def _checklist(text: str) -> Checklist:
    base = checklist()

    def changed(item: Item) -> Item:
        doubled = text.replace("$", "$$")  # a dollar sign of a checklist is written twice
        return item._replace(
            title={"en": text}, say={"en": doubled}, ask={"en": doubled}, check={"en": doubled}
        )

    sections = tuple(
        section._replace(title={"en": text}, items=tuple(changed(item) for item in section.items))
        for section in base.sections
    )
    return base._replace(sections=sections)
