"""A change in a file that people write: what it reads as afterwards, and that nothing else changed."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping

import pytest
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from vooraf.storage.toml_edit import InTheWay, edited

X, Y = ("value", "x"), ("value", "y")
A, B = ("say", "a", "en"), ("say", "b", "en")


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        # a value in the place of the old one
        ("[value]\nx = '''\na\n''' # b\ny = 2\n", {X: "c"}, '[value]\nx = "c" # b\ny = 2\n'),
        ("value.x = 1 # dotted\n", {X: 2}, "value.x = 2 # dotted\n"),
        ("value = { x = 1, y = 2 } # inline\n", {Y: dt.date(2026, 12, 1)},
         "value = { x = 1, y = 2026-12-01 } # inline\n"),
        ("[value]\nx = 0x10 # as I like it\n", {X: 16, Y: None}, "[value]\nx = 0x10 # as I like it\n"),
        # a new key behind the last of its table
        ("[value]\n# none yet\n\n[say.a]\nen = 'A'", {X: 1}, "[value]\nx = 1\n# none yet\n\n[say.a]\nen = 'A'"),
        ("[value] # mine", {X: 1}, "[value] # mine\nx = 1\n"),
        ("[value]\ny = [\n  2, # two\n] # list\n\n# end", {X: 1},
         "[value]\ny = [\n  2, # two\n] # list\nx = 1\n\n# end"),
        ("  value.y = 1 # dotted\nz = 1\n", {X: 2}, "  value.y = 1 # dotted\n  value.x = 2\nz = 1\n"),
        ("[say]\na.nl = 'A' # a\n[z]\n", {A: "B"}, "[say]\na.nl = 'A' # a\na.en = \"B\"\n[z]\n"),
        ("value = { y = 1 } # inline\n", {X: 2}, "value = { y = 1, x = 2 } # inline\n"),
        ("value = {} # inline\n", {X: 2}, "value = { x = 2 } # inline\n"),
        ("say = { a = { nl = 'A' } } # inline\n", {A: "B"}, "say = { a = { nl = 'A', en = \"B\" } } # inline\n"),
        ("say = { a = { nl = 'A' } } # inline\n", {B: "B"}, "say = { a = { nl = 'A' }, b.en = \"B\" } # inline\n"),
        # a new table: behind its kin, else at the end
        ("schema = 1 # one", {X: 1}, "schema = 1 # one\n\n[value]\nx = 1\n"),
        ("[say.a]\nen = 'A' # a\n\n# on value\n[value]\n", {B: "B"},
         "[say.a]\nen = 'A' # a\n\n[say.b]\nen = \"B\"\n\n# on value\n[value]\n"),
        ("[value.x]\na = 1\n", {Y: 2}, "[value.x]\na = 1\n\n[value]\ny = 2\n"),
        ("# mine\n", {("schema",): 1}, "schema = 1\n# mine\n"),
        ("[change]\n", {("change", "no-show", "from"): dt.date(2027, 1, 1), ("change", "no-show", "because"): "It's"},
         "[change]\n\n[change.no-show]\nfrom = 2027-01-01\nbecause = \"It's\"\n"),
        # taken out with its line, and nothing else
        ("[value]\nx = 1 # one\n# two\ny = 2\n", {X: None}, "[value]\n# two\ny = 2\n"),
        ("[value]\nx = 1\n", {X: None}, "[value]\n"),
        ("value = { x = 1, y = 2 } # inline\n", {X: None}, "value = { y = 2 } # inline\n"),
        ("value = { x = 1, y = 2 } # inline\n", {Y: None}, "value = { x = 1 } # inline\n"),
        ("value = { x = 1 } # inline\n", {X: None}, "value = {} # inline\n"),
        ("[z]\n\n[say.a] # gone\n# why\nen = 'A'\nnl = '''\nA'''\n\n[say.b]\nen = 'B'\n", {A[:2]: None},
         "[z]\n\n# why\n\n[say.b]\nen = 'B'\n"),
        ("[z]\n\n[say.a]\nen = 'A'\n\n[say.b]\nen = 'B'\n", {A[:2]: None}, "[z]\n\n[say.b]\nen = 'B'\n"),
        ("say.a.en = 'A'\nsay.b.en = 'B'\n", {A[:2]: None}, "say.b.en = 'B'\n"),
        ("say = { a = { en = 'A' }, b = { en = 'B' } } # x\n", {A[:2]: None}, "say = { b = { en = 'B' } } # x\n"),
        ("[say.a]\nen = { x = 1 }\n[[z]]\ny = { x = 1 }\n", {A: None}, "[say.a]\n[[z]]\ny = { x = 1 }\n"),
        # nothing to do
        ("[value] # me\n", {}, "[value] # me\n"),
        ("[value] # me\n", {X: None, ("other", "x"): None}, "[value] # me\n"),
    ],
)  # fmt: skip
def test_only_what_changes_changes(before, edits, after):
    assert edited(before, edits) == after


@pytest.mark.parametrize(
    ("before", "path", "at"),
    [
        ("value = 3", X, ("value",)),
        ("value = []", X, ("value",)),
        ("[[value]]\nx = 1", X, ("value",)),
        ("[value.x]\na = 1", X, X),
        ("say.a = 'A'", A, A[:2]),
    ],
)
def test_what_is_of_another_kind_is_never_replaced(before, path, at):
    with pytest.raises(InTheWay) as raised:
        edited(before, {path: 2})

    assert raised.value.path == at


def test_a_text_that_is_no_toml_is_refused():
    with pytest.raises(ValueError, match="Invalid"):
        edited("x =", {X: 2})


times = st.times().map(lambda time: time.replace(fold=0))  # which no file can hold
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = words | st.integers(0, 99) | st.dates() | times | st.booleans()
tables = st.dictionaries(
    st.sampled_from(["owner", "value", "say", "x"]),
    st.dictionaries(words, values | st.dictionaries(words, values, max_size=2), max_size=3),
)
paths = st.tuples(st.sampled_from(["owner", "value", "say"]), words) | st.tuples(
    st.sampled_from(["owner", "value", "say"]), words, words
)


COMMENTS = ("# begin", "# end", "] # header", " # here", " # dotted")


def reads_with(table: Mapping[str, object], path: tuple[str, ...], value: object) -> object:
    """What the table is with the change in it; tables without a key left out."""
    inner = dict(table)
    if len(path) > 1:
        inner[path[0]] = reads_with(inner.get(path[0], {}), path[1:], value)
    else:
        inner[path[0]] = value
    return bare(inner)


def bare(value):
    if not isinstance(value, dict):
        return value
    inner = {key: bare(each) for key, each in value.items() if each is not None}
    return {key: each for key, each in inner.items() if each != {}}


def inline(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key(each)} = {inline(value[each])}" for each in value) + " }"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip("\n")


def key(name: str) -> str:
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")


def spelled(table: dict, way: str) -> str:
    """A table in one of the ways in which people write it."""
    if way == "headers":
        return "# begin\n" + tomli_w.dumps(table).replace("]\n", "] # header\n") + "# end"
    if way == "inline":
        return "".join(f"{key(name)} = {inline(inner)} # here\n" for name, inner in table.items())
    return "".join(
        f"{key(name)}.{key(each)} = {inline(value)} # dotted\n"
        for name, inner in table.items()
        for each, value in inner.items()
    )


@given(
    tables,
    st.dictionaries(paths, values | st.none(), max_size=4),
    st.sampled_from(["headers", "inline", "dotted"]),
)
@example({"owner": {"0": {"": ""}}}, {("owner", ""): ""}, "dotted")
def test_any_change_of_any_file_gives_what_is_wanted_and_keeps_every_comment(table, edits, way):
    text, wanted = spelled(table, way), bare(table)
    for path, value in edits.items():
        try:
            after = edited(text, {path: value})
        except InTheWay as error:
            in_the_way = error.path
        else:
            in_the_way = ()
        if in_the_way:
            there = functools.reduce(lambda table, part: table[part], in_the_way, tomllib.loads(text))
            assert isinstance(there, dict) == (in_the_way == path)
            continue
        wanted = reads_with(wanted, path, value)
        assert bare(tomllib.loads(after)) == wanted
        assert value is None or all(after.count(each) == text.count(each) for each in COMMENTS)
        text = after
