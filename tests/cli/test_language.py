"""The language of the screen: ``--lang``, else the setting, else the system's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from vooraf import locale
from vooraf.actions.workspace import Workspace
from vooraf.errors.client import UnknownClient


def keep(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "config" / "vooraf"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(text)


@pytest.mark.parametrize(
    ("option", "setting", "environ", "spoken"),
    [
        ("nl", "en", {"LANG": "en_GB.UTF-8"}, "nl"),
        ("en", "nl", {"LANG": "nl_NL.UTF-8"}, "en"),
        ("", "nl", {"LANG": "en_GB.UTF-8"}, "nl"),
        ("", "", {"LANG": "nl_BE.UTF-8"}, "nl"),
        ("", "", {"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ("", "", {}, "en"),
    ],
)
def test_who_decides(
    vooraf: Runner, tmp_path: Path, option: str, setting: str, environ: dict[str, str], spoken: str
) -> None:
    keep(tmp_path, f'language = "{setting}"')
    vooraf.environ |= environ

    result = vooraf.bare(*(("--lang", option) if option else ()), "--data", str(vooraf.data), "list")

    assert (result.code, result.err) == (0, "")
    assert locale.spoken() == spoken


def test_wrong_use_is_told_in_the_language_that_was_asked_for(vooraf: Runner) -> None:
    assert vooraf.bare("--lang", "nl", "shwo").code == 2
    assert locale.spoken() == "nl"


def test_the_language_is_decided_at_the_first_word_and_once() -> None:
    asked = []

    def decide() -> str:
        asked.append(1)
        return "en"

    locale.choose_when_spoken(decide)
    assert asked == []

    assert [locale._("told"), locale.ngettext("one", "many", 2), locale.spoken()] == ["told", "many", "en"]
    assert asked == [1]


def test_a_script_that_says_no_word_of_ours_looks_for_no_settings(small: Runner, tmp_path: Path) -> None:
    noor = small.client()
    small("set", noor, "price=450")
    keep(tmp_path, "this is no settings file")

    assert small("script", noor).err == ""
    assert "settings.toml" in small("show", noor).err


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "See all clients with: vooraf --data '{}' list"), ("nl", "vooraf --data '{}' list")],
)
def test_a_command_that_the_screen_names_is_one_on_its_data(
    tmp_path: Path, vooraf: Runner, language: str, said: str
) -> None:
    vooraf.terminal = True
    vooraf.data = tmp_path / "my {data}"
    hints = []

    def screen(_workspace: Workspace) -> int:
        hints.append(UnknownClient(name="noor").hint_line(locale._))
        return 0

    vooraf.screen = screen
    vooraf("--lang", language)
    assert hints[0].endswith(said.format(vooraf.data))
    vooraf.bare("--lang", language)
    assert hints[1].endswith("vooraf list")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "a number for “Rounds”"), ("nl", "getal voor “Rondes”")]
)
def test_a_field_is_called_what_it_is_in_the_language_of_the_screen(
    vooraf: Runner, language: str, said: str
) -> None:
    client = vooraf.client()
    assert said in vooraf("--lang", language, "set", client, "rounds=two", ok=False).err
