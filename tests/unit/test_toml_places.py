from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from vooraf.storage.toml_places import DEEPEST, line_of, places

CHECKLISTS = Path(__file__).parents[2] / "checklists"

SPELLINGS = r'''# a comment with [brackets], "quotes" and = signs
title = "x"   # behind a value
"quoted key" = 'it is'
"esc\"aped \u00e9" = 1
'lit"eral' = """
[not.a.header]
key = "no key"
two quotes at the end""""" # and a comment
bare-key_1.'dotted' . "key" = 2026-11-22 10:15:04
literal = '''

MORE = """'''
a = 'b' \\
'''
numbers = [ 1, # one
  2.5,
  [ "]", '}' ], { x = "#", y.z = [] },
]   # behind the list
empty = []
table = { a = 1, b = { c = "}" }, "d e" = [ 1 ] }

 [ head . "er" ]  # a header with a comment
key = true
[[section]]
key = "one"
  [[section.item]]
  key = "a"
  [section.item.say]
  en = "text with \\"quotes\\" and ${rounds}"
  [[section.item]]
  key = "b"
  say = { en = "x",
  nl = "y" }
[[section]]
key = "two"
[[section.item]]
key = "c"
[section.item.field]
rounds.type = "number"
"""


def walk(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*path, key), each
        yield from walk(each, (*path, key))


def assert_places_are_those_of(text):
    table = dict(walk(tomllib.loads(text)))
    found = places(text)
    assert set(found) == {path for path in table if len(path) <= DEEPEST}
    for path, place in found.items():
        if place.start < place.end:
            assert repr(tomllib.loads(f"x = {text[place.start : place.end]}")["x"]) == repr(table[path])
        else:
            assert isinstance(table[path], dict | list)


def test_every_spelling_of_toml_is_found_with_its_value():
    # a table within braces in several lines is TOML 1.1, which this parser may not read yet
    text = (SPELLINGS + MORE).replace('"x",\n  nl', '"x", nl')

    assert_places_are_those_of(text)


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (("title",), "title ="),
        (("quoted key",), '"quoted key"'),
        (('esc"aped é',), '"esc'),
        (("bare-key_1", "dotted", "key"), "bare-key_1"),
        (("numbers", 0), "numbers"),
        (("numbers", 1), "  2.5"),
        (("numbers", 3, "y", "z"), "  [ "),
        (("head", "er"), " [ head"),
        (("head", "er", "key"), "key = true"),
        (("section", 0, "item", 0, "say", "en"), "  en ="),
        (("section", 0, "item", 1, "say", "en"), "  say ="),
        (("section", 0, "item", 1, "say", "nl"), "  nl ="),
        (("section", 1, "item", 0), "[[section.item]]"),
        (("section", 1, "item", 0, "field", "rounds", "type"), "rounds.type"),
    ],
)
def test_the_line_is_that_of_the_key(path, start):
    text = SPELLINGS + MORE

    line = line_of(places(text), path)

    assert text.splitlines()[line - 1].startswith(start)


def test_what_is_missing_has_the_line_of_the_nearest_table_around_it():
    found = places("a = 1\n\n[[section]]\nkey = 'x'\n[[section]]\n")

    assert line_of(found, ("section", 1, "item", 0, "say")) == 5
    assert line_of(found, ("section", 7)) == 3
    assert line_of(found, ("title", "en")) == 1


def test_what_is_nested_too_deeply_to_matter_has_the_place_of_what_holds_it():
    dotted = ".".join("a" * 3000)
    nested = "[" * 40 + '"]", # ]\n' + "]" * 40
    text = f"x = {nested}\n{dotted} = 1\n[{dotted}.b]\ny = 2\n[[z.{dotted}]]\nend = 3\n"

    found = places(text)

    assert max(map(len, found)) == DEEPEST
    assert line_of(found, ("x", *[0] * 30)) == 1
    assert found["z",].line == 6


@pytest.mark.parametrize("file", [*CHECKLISTS.glob("**/*.toml")], ids=lambda file: file.stem)
def test_the_places_of_a_built_in_file_are_those_of_its_values(file):
    assert_places_are_those_of(file.read_text(encoding="utf-8"))


scalars = (
    st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.datetimes()
    | st.dates()
    | st.times()
)
keys = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
tables = st.recursive(
    st.dictionaries(keys, scalars, max_size=4),
    lambda inner: st.dictionaries(keys, scalars | inner | st.lists(inner | scalars, max_size=3), max_size=4),
    max_leaves=20,
)


@given(tables, st.booleans())
def test_the_places_of_any_table_are_those_of_its_values(table, multiline):
    assert_places_are_those_of(tomli_w.dumps(table, multiline_strings=multiline))
