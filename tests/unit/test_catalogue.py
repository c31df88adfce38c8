"""A translation is looked up as gettext looks it up."""

from __future__ import annotations

import io
import os
import struct
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import vooraf.locale
from vooraf.locale.catalogue import Catalogue

TEXTS = {
    "b": "bee",
    "a": "aa",
    "ä €": "umlaut",
    "abc": "x\ny",
    ("one", "many {count}"): ("één", "veel {count}"),
}


def made(texts):
    catalogue = Catalog("nl")
    for text, translation in texts.items():
        catalogue.add(text, translation)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


@pytest.mark.parametrize("text", ["a", "b", "abc", "ä €", "one", "ab", "zzz", "many {count}"])
def test_one_text(text):
    content = made(TEXTS)
    assert Catalogue(content).one(text) == GNUTranslations(io.BytesIO(content)).gettext(text)


@pytest.mark.parametrize("count", [0, 1, 2, 100])
@pytest.mark.parametrize("one", ["one", "none"])
def test_a_plural(one, count):
    content = made(TEXTS)
    theirs = GNUTranslations(io.BytesIO(content)).ngettext(one, "many {count}", count)
    assert Catalogue(content).plural(one, "many {count}", count) == theirs


def test_made_on_a_machine_that_begins_numbers_at_the_other_end():
    content = made(TEXTS)
    words = struct.unpack("<7I", content[:28])
    tables = struct.unpack(f"<{words[2] * 4}I", content[28 : 28 + words[2] * 16])
    turned = (
        struct.pack(">7I", *words) + struct.pack(f">{len(tables)}I", *tables) + content[28 + words[2] * 16 :]
    )
    assert Catalogue(turned).one("ä €") == "umlaut"


def test_every_text_of_the_dutch_catalogue():
    path = os.path.join(os.path.dirname(vooraf.locale.__file__), "nl", "LC_MESSAGES", "vooraf.mo")
    with open(path, "rb") as file:
        content = file.read()
    theirs, ours = GNUTranslations(io.BytesIO(content)), Catalogue(content)

    assert theirs.info()["plural-forms"] == "nplurals=2; plural=(n != 1);"
    for key, translation in theirs._catalog.items():
        text, form = key if isinstance(key, tuple) else (key, 0)
        assert (ours.one(text) if form == 0 else ours.plural(text, "", 2)) == translation
