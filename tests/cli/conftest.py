"""The command line, run in this process: fixed clock, seeded chance, folders of its own."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from tests.factories import NOW
from vooraf import locale
from vooraf.actions.demo import make_samples
from vooraf.actions.workspace import Workspace, in_one_folder
from vooraf.cli.main import Edges, main


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Terminal(io.StringIO):
    """A terminal as far as a program can ask."""

    def isatty(self) -> bool:
        return True


class Runner:
    """``vooraf`` on one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.environ: dict[str, str] = {"PATH": ""}
        self.now = NOW
        self.screens: list[Workspace] = []
        self.terminal = False
        self.screen: Callable[[Workspace], int] = self._open
        self._random = Random(7)

    def _open(self, workspace: Workspace) -> int:
        self.screens.append(workspace)
        return 0

    def __call__(self, *arguments: str, ok: bool = True) -> Result:
        """Run a command on the data folder; it must succeed unless ``ok`` is false."""
        result = self.bare("--data", str(self.data), *arguments)
        assert not ok or result.code == 0, result
        return result

    def bare(self, *arguments: str) -> Result:
        """Run exactly this."""
        out, err = Terminal() if self.terminal else io.StringIO(), io.StringIO()
        edges = Edges(self.environ, out, err, lambda: self.now, self._random.randbytes, self.screen)
        code = main(arguments, edges)
        return Result(code, out.getvalue(), err.getvalue())

    def client(self, name: str = "Noor Veldman", *arguments: str) -> str:
        """Open a client; gives the short id."""
        short: str = self("new", name, *arguments, "--json").json["client"]
        return short

    def state(self, client: str, item: str) -> dict[str, Any]:
        """How an item stands, as ``show`` tells it."""
        items = self("show", client, "--json").json["items"]
        found: dict[str, Any] = next(each for each in items if each["key"] == item)
        return found

    def rules(self, text: str) -> None:
        """Write the house rules."""
        self.data.mkdir(exist_ok=True)
        (self.data / "house-rules.toml").write_text("schema = 1\n" + text, encoding="utf-8")

    def checklist(self, key: str, text: str) -> Path:
        """Write a checklist of the owner's own."""
        file = self.data / "checklists" / f"{key}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def diary(self, client: str) -> Path:
        """The client's file."""
        return next((self.data / "clients").glob(f"*-{client}.toml"))


@pytest.fixture(autouse=True)
def _own_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees or touches the settings of the machine that it runs on, nor the language of another."""
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    yield
    locale.choose("en")


@pytest.fixture
def vooraf(tmp_path: Path) -> Runner:
    """An empty data folder on 22 November 2026, nine o'clock."""
    return Runner(tmp_path / "notes")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the sample clients, made once."""
    folder = tmp_path_factory.mktemp("samples")
    make_samples(in_one_folder(str(folder), lambda: NOW, Random(3).randbytes))
    return folder / "data"


@pytest.fixture
def demo(samples: Path, tmp_path: Path) -> Runner:
    """The sample clients, in a folder of this test's own."""
    shutil.copytree(samples, tmp_path / "notes")
    return Runner(tmp_path / "notes")


SMALL = """\
schema = 1
title = { en = "Small", nl = "Klein" }
[[section]]
key = "price"
title = { en = "Price and payment", nl = "Prijs en betaling" }
[[section.item]]
key = "price"
must = true
moment = "agreement"
title = { en = "Price", nl = "Prijs" }
say = { en = "The price is ${price}.", nl = "De prijs is ${price}." }
ask = { en = "What did you count on?", nl = "Waar rekende je op?" }
check = { en = "What will the invoice say?", nl = "Wat staat er op de rekening?" }
why = { en = "Money.", nl = "Geld." }
[section.item.field]
price = { type = "money", label = { en = "Total", nl = "Totaal" } }
[[section.item]]
key = "payment-term"
moment = "agreement"
title = { en = "Payment term", nl = "Betaaltermijn" }
say = { en = "You pay within ${days}.", nl = "Je betaalt binnen ${days}." }
ask = { en = "When do you pay?", nl = "Wanneer betaal je?" }
check = { en = "When is it due?", nl = "Wanneer moet het er zijn?" }
why = { en = "Cash.", nl = "Kas." }
[section.item.field]
days = { type = "days", default = 14, label = { en = "Days", nl = "Dagen" } }
[[section]]
key = "work"
title = { en = "The work", nl = "Het werk" }
[[section.item]]
key = "scope"
moment = "start"
title = { en = "Scope", nl = "Omvang" }
say = { en = "I do what we agreed.", nl = "Ik doe wat we afspraken." }
ask = { en = "What do you need?", nl = "Wat heb je nodig?" }
check = { en = "What do you get?", nl = "Wat krijg je?" }
why = { en = "Edges.", nl = "Grenzen." }
"""


@pytest.fixture
def small(vooraf: Runner) -> Runner:
    """A checklist of three items, of which one misses its price, and a house that uses it."""
    vooraf.checklist("small", SMALL)
    vooraf.rules('[owner]\nname = "Studio Zuid"\ntrade = "small"\nlanguage = "en"\n')
    return vooraf


@pytest.fixture
def noor(small: Runner) -> str:
    """A client of the small checklist; everything is for its owner alone."""
    client = small.client()
    for path in (small.data, *small.data.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return client
