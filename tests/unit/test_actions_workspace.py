"""A data folder with its checklists, rules and clock; one client as it is shown."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.factories import NOW, TODAY
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.items import tell
from vooraf.actions.view import picked, usable_states, view
from vooraf.actions.workspace import at_home, in_one_folder
from vooraf.errors.checklist import BrokenChecklist, UnknownChecklist
from vooraf.errors.diary import DiaryUnreadable
from vooraf.errors.disk import FolderIsFile, FolderUnwritable
from vooraf.model.checklist import HouseRules

if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace


def test_at_home_is_where_the_option_the_environment_or_the_system_says(tmp_path: Path) -> None:
    environ = {"VOORAF_DATA": str(tmp_path / "environ")}
    random = Random(1).randbytes
    assert at_home(str(tmp_path / "option"), environ, lambda: NOW, random).folder.root == str(
        tmp_path / "option"
    )
    assert at_home(None, environ, lambda: NOW, random).folder.root == str(tmp_path / "environ")
    assert list(tmp_path.iterdir()) == []


def test_samples_keep_everything_in_one_folder(tmp_path: Path) -> None:
    workspace = in_one_folder(str(tmp_path / "demo"), lambda: NOW, Random(1).randbytes)
    new_client(workspace, "Noor", {})
    assert [each.name for each in tmp_path.iterdir()] == ["demo"]
    assert workspace.config() == str(tmp_path / "demo" / "config")


def test_a_folder_that_cannot_be_read_or_written_is_told(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.check_readable()
    workspace.check_writable()
    (tmp_path / "data").touch()
    with pytest.raises(FolderIsFile):
        workspace.check_readable()
    (tmp_path / "data").unlink()
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FolderUnwritable):
        workspace.check_writable()


def test_today_is_the_day_on_the_clock(workspace: Workspace) -> None:
    assert workspace.today == TODAY
    workspace.now = lambda: datetime(2027, 1, 1, tzinfo=UTC)
    assert workspace.today.isoformat() == "2027-01-01"


def test_a_writer_has_this_moment_to_the_second_and_the_name_of_the_device(workspace: Workspace) -> None:
    workspace.now = lambda: NOW.replace(microsecond=5)
    writer = workspace.writer()
    name = (Path(workspace.state()) / "device").read_text().strip()
    assert writer.at == NOW
    assert writer.new_id().endswith(f"-{name}")
    assert writer.new_id() != writer.new_id()


def test_the_house_rules_are_those_of_the_file_as_it_is_now(workspace: Workspace) -> None:
    assert (workspace.rules, workspace.rule_faults) == (HouseRules(), ())
    path = Path(workspace.folder.rules)
    path.parent.mkdir()
    path.write_text('schema = 1\n[owner]\nname = "Zuid"\n')
    assert workspace.rules.name == "Zuid"
    assert workspace.rules is workspace.rules
    path.write_text('schema = 1\n[owner]\nname = "Zuidplas"\nx = 1\n')
    assert workspace.rules.name == "Zuidplas"
    assert len(workspace.rule_faults) == 1
    path.unlink()
    assert workspace.rules == HouseRules()


def test_a_checklist_is_read_again_when_it_was_changed(shop: Workspace, noor: str) -> None:
    library = shop.library
    assert shop.library is library
    path = Path(shop.folder.checklists) / "studio.toml"
    path.write_text(path.read_text().replace("I keep it plain.", "I keep it simple."))
    assert shop.library is not library
    assert view(shop, noor).state("style").wording.text == "I keep it simple."  # type: ignore[union-attr]  # it is there


def test_an_own_wording_that_changes_makes_what_was_told_changed(shop: Workspace, noor: str) -> None:
    tell(shop, noor, ("style",))
    Path(shop.folder.rules).write_text('schema = 1\n[say.style]\nen = "My own way."\n')
    state = view(shop, noor).state("style")
    assert state is not None
    assert (state.standing, state.wording.text) == ("changed", "My own way.")


def test_one_client_is_shown_with_every_item(shop: Workspace, noor: str) -> None:
    seen = view(shop, noor)
    assert [state.item.key for state in seen.states] == ["price", "revisions", "style"]
    assert (seen.broken, seen.gone, seen.problems) == (None, (), ())
    assert seen.state("nothing") is None
    assert (seen.counts()["open"], seen.must_open()) == (3, 2)
    assert seen.rules == HouseRules()
    assert Path(seen.file).name == f"noor-veldman-{noor}.toml"


def test_nobody_can_be_shown(shop: Workspace) -> None:
    with pytest.raises(DiaryUnreadable):
        view(shop, "nobody")


def test_a_client_of_a_checklist_that_is_gone_is_shown_with_the_reason(shop: Workspace, noor: str) -> None:
    (Path(shop.folder.checklists) / "studio.toml").unlink()
    seen = view(shop, noor)
    assert isinstance(seen.broken, UnknownChecklist)
    assert (seen.client.name, seen.states) == ("Noor Veldman", ())
    with pytest.raises(UnknownChecklist):
        usable_states(seen)
    edit_client(shop, noor, {"checklist": "general"})
    assert view(shop, noor).broken is None


def test_the_items_of_a_broken_checklist_cannot_be_picked(shop: Workspace, noor: str) -> None:
    assert [state.item.key for state in picked(view(shop, noor), ("style", "price", "style"))] == [
        "style",
        "price",
    ]
    (Path(shop.folder.checklists) / "studio.toml").write_text("broken")
    with pytest.raises(BrokenChecklist):
        picked(view(shop, noor), ("style",))
