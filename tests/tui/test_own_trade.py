"""docs/own-trade.md, followed as it stands: every command run, every line typed, then every screen and script."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Runner
from tests.tui.test_home import read as read_all
from vooraf.actions.settings import Settings
from vooraf.model.checklist import LANGUAGES
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.diary import DiaryScreen
from vooraf.tui.screens.due import DueScreen
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.house_rules import HouseRulesScreen
from vooraf.tui.screens.meeting import MeetingScreen
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.rule_list import RuleList

NARROW, WIDE = (80, 24), (140, 40)
PAGE = Path(__file__).parents[2] / "docs" / "own-trade.md"


class Block(NamedTuple):
    language: str
    text: str


def blocks() -> list[Block]:
    """The blocks of code of the page, in order."""
    found = re.finditer(r"(?ms)^```(\w+)\n(.*?)\n```$", PAGE.read_text(encoding="utf-8"))
    return [Block(each[1], each[2]) for each in found]


class Reader:
    """Somebody who does what the page says, and nothing else."""

    def __init__(self, runner: Runner) -> None:
        self.vooraf = runner
        self.said: dict[str, str] = {}
        self._cleared = False

    @property
    def file(self) -> Path:
        return self.vooraf.data / "checklists" / "piano-tuner.toml"

    def app(self) -> VoorafApp:
        """The screen that the page opens at its end."""
        return VoorafApp(self.vooraf.screens[0], Settings())

    def follow(self, block: Block) -> None:
        """Run its commands, or type its lines into the checklist."""
        if block.language == "toml":
            self._type(block.text)
            return
        for line in block.text.splitlines():
            program, *arguments = shlex.split(line)
            assert program == "vooraf"
            self.vooraf.terminal = not arguments  # the screen wants one
            self.said[line] = self.vooraf(*arguments).out

    def _type(self, text: str) -> None:
        """The line that begins with drop is changed; the rest takes the place of what is below the title."""
        lines = self.file.read_text(encoding="utf-8").splitlines()
        if text.startswith("drop = "):
            assert lines.count("drop = []") == 1
            lines[lines.index("drop = []")] = text
        elif not self._cleared:
            title = next(number for number, line in enumerate(lines) if line.startswith("title"))
            lines, self._cleared = [*lines[: title + 1], text], True
        else:
            lines.append(text)
        self.file.write_text("\n".join([*lines, ""]), encoding="utf-8")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The page, followed to its end in an empty folder: once, for these tests only read what came of it."""
    folder = tmp_path_factory.mktemp("tuner")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        patch.chdir(folder)
        reader = Reader(Runner(folder / "notes"))
        for block in blocks():
            reader.follow(block)
        reader.vooraf.terminal = False
        yield reader


def test_the_page_makes_a_checklist_without_faults(reader: Reader) -> None:
    assert reader.said["vooraf checklists check piano-tuner"] == "No faults found.\n"
    assert reader.said["vooraf checklists check piano-tuner --words"].startswith("0 hints.")
    answer = reader.vooraf("checklists", "show", "piano-tuner", "--json").json
    items = {item["key"]: item for section in answer["sections"] for item in section["items"]}
    assert "pitch" in items["scope"]["say"]["en"]
    assert "broken-string" in items
    assert "licence" not in items
    assert items["availability"]["say"].keys() == {"en", "nl", "nl_formal"}


def test_the_letter_the_check_in_and_the_recap_are_whole(reader: Reader) -> None:
    letter = (reader.vooraf.data.parent / "letter-ada.html").read_text(encoding="utf-8")
    check_in = " ".join(reader.said["vooraf script ada"].split())
    recap = " ".join(reader.said["vooraf script ada recap"].split())
    formal = " ".join(reader.said["vooraf script ada up-front --language nl_formal"].split())

    assert "A tuning covers every string of your upright piano, to 440 Hz" in letter
    assert "I come on Tuesday 1 December 2026, between 09:00 and 12:00." in letter
    assert "A new one costs €35.00, including VAT" in letter
    assert "in tune for the party" in check_in
    assert "I close the lid and put my tools away. What have I done by then?" in check_in
    assert "95 euros, and that is with VAT" in recap
    assert "Bij een stembeurt stem ik elke snaar van uw piano op 440 Hz; dat duurt anderhalf uur." in formal
    assert "A string from before 1960 can break" in formal
    assert "A new one costs €35.00, including VAT" in formal
    for text in (letter, check_in, recap, formal):
        assert "${" not in text
    states = reader.vooraf("show", "ada", "--json").json["items"]
    assert {state["key"]: state["standing"] for state in states}.pop("price") == "confirmed"
    assert {state["standing"] for state in states} == {"told", "confirmed"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_script_in_every_form(reader: Reader, language: str) -> None:
    for talk, form in product(("up-front", "check-in", "recap"), ("text", "md", "html", "json")):
        out = reader.vooraf("script", "ada", talk, "--format", form, "--language", language).out

        assert ("Ada" if form != "json" else f'"talk": "{talk}"') in out, (talk, form)
        assert "${" not in out, (talk, form)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_works_on_every_screen_of_the_client(reader: Reader, size: tuple[int, int]) -> None:
    app = reader.app()
    async with app.run_test(size=size) as pilot:
        await read_all(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, ClientScreen)
        shown = app.screen.query_one("#beside" if size == WIDE else "#brief", Pane)
        read = set()
        await pilot.press("home")
        for _ in range(40):
            read.add(" ".join(shown.text.split()))
            await pilot.press("down")
        for key, screen in (("s", ScriptScreen), ("d", DiaryScreen), ("m", MeetingScreen)):
            await pilot.press(key)
            assert isinstance(app.screen, screen)
            await pilot.press("escape")
            await pilot.pause()
        for key in ("e", "p", "w"):
            await pilot.press(key)
            await pilot.press("escape")
        assert isinstance(app.screen, ClientScreen)
    assert any("A clear piano in a quiet room" in text for text in read)
    if size == WIDE:  # the whole of it stands beside the list
        assert any("you tune the dishwasher" in text for text in read)
        assert any("bring the strings up to pitch first" in text for text in read)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_works_on_every_screen_for_all_clients(reader: Reader, size: tuple[int, int]) -> None:
    app = reader.app()
    async with app.run_test(size=size) as pilot:
        await read_all(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("d")
        assert isinstance(app.screen, DueScreen)
        await pilot.press("escape", "H")
        assert isinstance(app.screen, HouseRulesScreen)
        await app.workers.wait_for_complete()
        await pilot.pause()
        rules = app.screen.query_one(RuleList)  # of what clients use, as no trade was chosen
        assert {"scope", "broken-string"} <= {row.key for row in rules.rows}


async def test_a_meeting_goes_to_its_end(reader: Reader) -> None:
    app = reader.app()
    async with app.run_test(size=WIDE) as pilot:
        await read_all(pilot)
        await pilot.press("m")
        assert isinstance(app.screen, MeetingScreen)
        seen = ""
        for _ in range(40):
            seen += "\n".join(pane.text for pane in app.screen.query(Pane))
            await pilot.press("enter")
            if not isinstance(app.screen, MeetingScreen):
                break
        assert not isinstance(app.screen, MeetingScreen)
    assert "What have I done by then?" in " ".join(seen.split())
