"""What is read without ``json`` is read as ``json`` reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vooraf.model.quick_json import loads, writer

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(VALUES, st.booleans(), st.sampled_from((None, 2)))
def test_every_value_comes_back(value, ascii_only, indent):
    assert loads(json.dumps(value, ensure_ascii=ascii_only, indent=indent)) == value


@given(VALUES, st.booleans())
def test_every_value_is_written_as_json_writes_it(value, in_order):
    theirs = json.dumps(value, sort_keys=in_order, ensure_ascii=False, separators=(",", ":"))
    assert writer(str, in_order=in_order)(value) == theirs


def test_what_json_does_not_know_is_left_to_the_caller():
    assert writer(lambda value: f"day {value.day}")([date(2026, 11, 22)]) == '["day 22"]'


@pytest.mark.parametrize("text", ["", "x", "[1,", '"\x01"', '{"a":}', "[1] x", '"open', '"\\x"'])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        loads(text)


@pytest.mark.parametrize("text", [" [1, 2] ", "NaN", "-Infinity", "1e400"])
def test_what_json_takes_is_taken(text):
    assert repr(loads(text)) == repr(json.loads(text))


def test_a_fresh_interpreter_reads_it_without_json_and_refuses_it_all_the_same():
    code = (
        "import sys; from vooraf.model.quick_json import loads\n"
        "assert loads('[1, \"é\"]') == [1, 'é']; assert 'json' not in sys.modules\n"
        "try: loads('\"\\x01\"')\n"
        "except ValueError: print('refused')"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "refused\n"
