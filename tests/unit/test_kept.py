"""Checklists and talks by way of the index: the same as from their files, until one of these changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.conftest import MONEY
from vooraf.errors.checklist import UnknownChecklist
from vooraf.errors.talk import NoTalk
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.index import Index
from vooraf.storage.kept import KeptLibrary

if TYPE_CHECKING:
    from collections.abc import Callable

    from vooraf.model.checklist import Checklist
    from vooraf.model.talk import Talk

BUILTIN = builtin_folder()


@pytest.fixture
def library(tmp_path: Path) -> Callable[[], KeptLibrary]:
    """Makes the library of the next run."""
    index = Index(str(tmp_path / "index.sqlite"))
    return lambda: KeptLibrary(BUILTIN, str(tmp_path / "checklists"), str(tmp_path / "talks"), index)


def asked(library: KeptLibrary) -> tuple[Checklist, Talk]:
    return library.checklist("photographer"), library.talk("check-in")


def test_what_the_index_has_is_what_the_files_have(library: Callable[[], KeptLibrary]) -> None:
    whole = library().whole
    expected = (whole.checklist("photographer"), whole.talk("check-in"))
    assert asked(library()) == expected
    again = library()
    assert asked(again) == asked(again) == expected
    assert again._whole is None


@pytest.mark.parametrize("body", ["", "7", "[]", '["a", {}, 1, [], true, null]', "null"])
def test_what_is_not_as_it_was_packed_is_read_again(library: Callable[[], KeptLibrary], body: str) -> None:
    first = library()
    expected = asked(first)
    for name in ("checklist:photographer", "talk:check-in"):
        assert first._index.keep_document(name, first.signature, body)
    assert asked(library()) == expected


def test_a_changed_file_is_read_again(library: Callable[[], KeptLibrary], tmp_path: Path) -> None:
    own = tmp_path / "checklists" / "mine.toml"
    own.parent.mkdir()
    own.write_text(MONEY)
    assert library().checklist("mine").title["en"] == "Money"
    own.write_text(MONEY.replace('"Money"', '"Price"'))
    assert library().checklist("mine").title["en"] == "Price"
    assert library().problems() == ()
    own.write_text("no TOML")
    assert len(library().problems()) == 1
    own.unlink()
    with pytest.raises(UnknownChecklist):
        library().checklist("mine")
    assert library().problems() == ()


def test_a_talk_that_is_not_there_is_not_in_the_index_either(library: Callable[[], KeptLibrary]) -> None:
    with pytest.raises(NoTalk):
        library().talk("none")
