"""What is read without ``tomllib`` is what ``tomllib`` reads."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vooraf.storage.plain_toml import read_plain

RULES = """\
# Mine
schema = 1
[owner]
name = "Fotografie Zuid ✓ €"
on = true

[value]
rounds = 2
less = -5
[say.revisions]
nl = "Twee rondes, ${rounds}. # geen opmerking"
[say.no-show]
nl = ""
"""
LINES = [
    "", "# a comment", "schema = 1", "a = 1", 'a = "x"', "a = -0", "a = 01", "a = +1", "a = 1_000", "a = 1.5", "a = ",
    "a=1", " a = 1", "a = 1 ", 'a = "x" # more', 'a = "x"y"', 'a = "\\n"', 'a = "', "a = 'x'", 'a = """x"""', "[a]",
    "[b]", "[a.b]", "[a.b.c]", "[]", "[a", "[ a ]", "[[a]]", '["a"]', "[a] # x", "b = 2", "b.c = 3", '"b" = 2', '"a" = 1', '"b.c" = 3', '"" = 1', '" = 1', '"." = 1', '"b c" = 1',
    "é = 1", "a = 2026-11-22", "a = 10:00:00", "a = 10:00", "a = 2026-13-01", "a = 24:00:00", "a = 1:1:111", "a = -26-11-22", "a = 202-6-11-2", "a = 1:000:00", "a = 2026-11-2²", "a = true", "a = True", "a = []", "a = {}", "x = 99999999999999999999", "\ta = 1",
    'a = "tab\there"', "a = 1\r", "a", "= 1", " = 1", "a = ١", 'a = ""', 'c = "\N{NO-BREAK SPACE}"', "[a.]",
]  # fmt: skip


def test_house_rules_are_plain():
    assert read_plain(RULES) == tomllib.loads(RULES)


@given(st.lists(st.sampled_from(LINES), max_size=6))
def test_what_it_reads_is_what_tomllib_reads(lines):
    text = "\n".join(lines)
    found = read_plain(text)
    if found is not None:
        assert repr(found) == repr(tomllib.loads(text))


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("before", ["", "[a]\n", "[a.b]\n[a]\n", "[a.b]\n", "a = 1\n", "b = 1\n[b]\n"])
def test_each_kind_of_line_behind_others(before, line):
    found = read_plain(before + line)
    if found is not None:
        assert repr(found) == repr(tomllib.loads(before + line))


@pytest.mark.parametrize(
    "line", ["a = 1.5", "a=1", "[[a]]", 'a = "\\n"', "a = 2026-11-22T10:00:00", "a = 1\na = 2", "x"]
)
def test_what_is_not_plain_is_left_to_tomllib(line):
    assert read_plain(line) is None
