"""``--demo``: sample clients in a folder that is thrown away."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import Runner


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_demo_has_clients_and_leaves_nothing_behind(
    vooraf: Runner, temporary: Path, tmp_path: Path
) -> None:
    result = vooraf.bare("--demo", "list", "--archived", "--json")

    assert len(result.json["clients"]) == 7
    assert result.json["problems"] == []
    assert list(temporary.iterdir()) == []
    assert list(tmp_path.iterdir()) == [temporary]


def test_the_demo_opens_the_screen_on_the_samples(vooraf: Runner, temporary: Path) -> None:
    vooraf.terminal = True

    assert vooraf.bare("--demo").code == 0
    assert vooraf.screens[0].folder.root.startswith(str(temporary))
    assert vooraf.screens[0].state().startswith(str(temporary))


def test_the_demo_is_gone_when_the_command_fails(vooraf: Runner, temporary: Path) -> None:
    assert vooraf.bare("--demo", "show", "nobody").code == 1
    assert list(temporary.iterdir()) == []


@pytest.mark.usefixtures("temporary")
def test_the_demo_takes_no_notice_of_the_owners_data(vooraf: Runner) -> None:
    vooraf.client("Somebody else")
    vooraf.environ["VOORAF_DATA"] = str(vooraf.data)

    assert "Somebody" not in vooraf.bare("--demo", "list", "--archived").out
