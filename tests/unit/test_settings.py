"""The settings of this device."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from vooraf.errors.disk import FolderIsFile
from vooraf.storage.settings import Settings, read_settings, settings_path, write_settings

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, content: str | bytes) -> tuple[Settings, list[str]]:
    (folder / "settings.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    settings, problems = read_settings(str(folder))
    return settings, [problem.sentence() for problem in problems]


@pytest.mark.parametrize("settings", [Settings(), Settings("nl", "dark", {"tell": "t", "undo": "ctrl+z"})])
def test_settings_come_back_as_they_were_kept(tmp_path: Path, settings: Settings) -> None:
    config = tmp_path / "config"
    write_settings(str(config), settings)
    assert read_settings(str(config)) == (settings, ())
    assert stat.S_IMODE(config.stat().st_mode) == 0o700
    assert stat.S_IMODE((config / "settings.toml").stat().st_mode) == 0o600
    assert settings_path(str(config)) == str(config / "settings.toml")


def test_without_a_file_the_usual_ones_are_used_and_nothing_is_made(tmp_path: Path) -> None:
    assert read_settings(str(tmp_path / "config")) == (Settings(), ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "settings", "told"),
    [
        ('language = "nl"\ntheme = 5', Settings("nl"), "“theme” was left out: “5”"),
        ('language = "fr"\ntheme = "dark"', Settings("", "dark"), "“language” was left out: “fr”"),
        ('language = []\ntheme = "dark"', Settings("", "dark"), "“language” was left out: “[…]”"),
        ("keys = 1\nlanguage = 'en'", Settings("en"), "“keys” was left out: “1”"),
        ("[keys]\ntell = 't'\nundo = 3", Settings(keys={"tell": "t"}), "“keys.undo” was left out: “3”"),
        ("[keys]\ntell = 't'\nundo = ''", Settings(keys={"tell": "t"}), "“keys.undo” was left out: “”"),
        ("theme = 0x" + "f" * 5000, Settings(), "“theme” was left out: “0xfff"),
        ("theme = ", Settings(), "The settings can't be read (Invalid value"),
        (b"theme = '\xff'", Settings(), "The settings can't be read ('utf-8'"),
        ("theme = " + "[" * 5000, Settings(), "The settings can't be read ("),
    ],
)
def test_what_is_wrong_is_left_out_and_told(
    tmp_path: Path, content: str, settings: Settings, told: str
) -> None:
    found, sentences = read(tmp_path, content)
    assert found == settings
    assert len(sentences) == 1
    assert told in sentences[0]


def test_every_wrong_setting_is_told(tmp_path: Path) -> None:
    assert len(read(tmp_path, "language = 1\ntheme = 2\n[keys]\na = 1\nb = 2")[1]) == 4


def test_unknown_settings_of_a_newer_vooraf_do_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, 'theme = "dark"\nsound = true') == (Settings("", "dark"), [])


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    settings, problems = read_settings(str(tmp_path))
    assert settings == Settings()
    assert len(problems) == 1


def test_settings_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    with pytest.raises(FolderIsFile):
        write_settings(str(tmp_path / "config"), Settings("nl"))
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(OSError, match="irectory"):
        write_settings(str(tmp_path), Settings("nl"))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["config", "settings.toml"]
