"""Whatever stands in a checklist's file, reading it ends with a checklist or with sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.checklist_text import GOOD, changed, read
from vooraf.model.extend import FileId, work_out
from vooraf.storage.checklist_reader import read_checklist
from vooraf.storage.toml_document import FILE_LIMIT, LINE_LIMIT

CHECKLISTS = Path(__file__).parents[2] / "checklists"


@pytest.mark.parametrize(
    "text",
    [
        "section = 1",
        "section = [1]",
        "[section]\nkey = 'x'",
        "[[section]]\nitem = 1",
        "[[section]]\nitem = [[]]",
        "[[section]]\n[section.item]\nfield = 1",
        "[[section]]\n[[section.item]]\nfield = 1\nsay = [1]\nkey = 2\nedition = 1979-05-27",
        "[[section]]\n[[section.item]]\nfield = { x = 1 }\nallow = 'x'",
        "[[section]]\n[[section.item]]\n[section.item.field.x]\ntype = 1\noptions = 2\nlabel = 3",
        "[[section]]\n[[section.item]]\nfield.x = { type = 'choice', options = { a = 1 }, default = 'a' }",
        "title = 1\nextends = 2\ndrop = 3\nschema = []",
        "",
    ],
)
def test_no_shape_of_a_file_stops_the_check(text):
    raw, faults = read(text)

    assert raw is not None
    assert all(fault.sentence() and fault.hint_line() for fault in faults)
    assert len(faults) >= 2


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("schema = 1\ntitle =\n", 2, "There is no value here."),
        ("schema = 1\ntitle = Baker\n", 2, "There is no value here."),
        ('a = 1\nb = "x\nc = 2\n', 2, "A text isn't closed on its line."),
        ("a = '''x\n\n", 1, "A text isn't closed."),
        ('a = """x\n\n', 1, "A text isn't closed."),
        ("a = 'x\n'\n", 1, "A text isn't closed on its line."),
        ('a = "\\ud800"\n', 1, "A backslash in a text has a meaning of its own."),
        ('a = "\\uZ"\n', 1, "A backslash in a text has a meaning of its own."),
        ("a = [1]\n[[a]]\n", 2, "This key or header stands in the file twice."),
        ("a = 1\nb\n", 2, "There is no equals sign behind the key."),
        ("a = 1\na = 2\n", 2, "This key or header stands in the file twice."),
        ("[a]\n[a]\n", 2, "This key or header stands in the file twice."),
        ("a = { b = 1, b = 2 }", 1, "This key or header stands in the file twice."),
        ("a = [1\n\n\n", 1, "A bracket isn't closed, or a comma is missing."),
        ("[a\n", 1, "The header isn't closed."),
        ("a = 1 2\n", 1, "Something stands behind the value."),
        ("a = 'x' # \x00\n", 1, "There is a character here that can't be seen."),
        ("a = 'x\x00'\n", 1, "There is a character here that can't be seen."),
        ('a = "c:\\path"\n', 1, "A backslash in a text has a meaning of its own."),
        ("a = 2026-02-30\n", 1, "There is no such day or time."),
        ("é = 1\n", 1, "This isn't a line of TOML."),
        ("a.é = 1\n", 1, "No key can begin like this."),
        (f"a = {'9' * 5000}\n", 1, "There is a number in the file that is far too long."),
        (f"a = {'[' * 5000}\n", 1, "Tables are nested too deeply."),
        (f"a{'.a' * 1000} = 1\n", 1, "Tables are nested too deeply."),
        ("schema = 2\ntitle = 7\n", 1, "The file has schema 2; this Vooraf reads schema 1."),
        (
            f"\n\nschema = 0x{'f' * 6000}\n",
            3,
            f"The file has schema 0x{'f' * 58}…; this Vooraf reads schema 1.",
        ),
        (b"a = 1\n\xff", 2, "The byte 0xFF isn't text in UTF-8."),
        (b"a = 1\n# caf\xe9\n", 2, "The byte 0xE9 isn't text in UTF-8."),
        (
            f"a = 1\nb = '{'x' * LINE_LIMIT}'\n",
            2,
            f"The line has {LINE_LIMIT + 6} bytes; the most is {LINE_LIMIT}.",
        ),
        (b"\n" * (FILE_LIMIT + 1), 1, "The file has more than 16 MiB."),
    ],
)
def test_what_stops_the_reading_stands_alone(text, line, sentence):
    raw, (fault,) = read(text)

    assert raw is None
    assert (fault.line, fault.sentence()) == (line, sentence)
    assert fault.hint_line()


def test_a_file_from_another_system_is_the_same_file():
    raw, faults = read(b"\xef\xbb\xbf" + changed("edition = 2", "edition = 0").replace("\n", "\r\n").encode())

    assert [fault.line for fault in faults] == [15]
    assert raw.title == {"en": "Baker", "nl": "Bakker"}


PARTS = re.split(r'([\n\[\]{}="$. ]+)', GOOD)


@given(st.data())
def test_no_file_whatever_stops_the_reading(data):
    parts = list(PARTS)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(parts) - 1))
        parts[place] = data.draw(st.sampled_from(PARTS) | st.text(max_size=3) | st.just("1"))
    content = "".join(parts).encode()

    raw, faults = read_checklist(content, "baker.toml", "baker", builtin=data.draw(st.booleans()))

    assert raw or len(faults) == 1
    for fault in faults:
        assert 1 <= fault.line <= content.count(b"\n") + 1
        assert fault.sentence()
        assert fault.hint_line()
    if raw:
        work_out(raw, {FileId(True, "general"): raw._replace(key="general", extends=None)})


@pytest.mark.parametrize("file", [*CHECKLISTS.glob("*.toml")], ids=lambda file: file.stem)
def test_a_built_in_checklist_has_no_fault(file):
    raw, faults = read_checklist(file.read_bytes(), file.name, file.stem, builtin=True)

    assert [(fault.line, fault.sentence()) for fault in faults] == []
    assert raw.title
