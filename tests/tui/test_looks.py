"""How the screens look, as pictures: at 80×24 and 140×40, dark and light, in English and in Dutch.

What they say is asserted first, so that a failure names a sentence. To store them anew:
``pytest tests/tui/test_looks.py --snapshot-update``, and look at each of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from tests.tui.waiting import drawn, until
from vooraf import locale
from vooraf.actions.demo import make_samples
from vooraf.actions.settings import Settings
from vooraf.actions.workspace import Workspace, in_one_folder
from vooraf.tui.app import VoorafApp

NOW = datetime(2026, 11, 22, 9, 4, tzinfo=timezone(timedelta(hours=1)))
SMALL, LARGE = (80, 24), (140, 40)
DARK, LIGHT = "vooraf-dark", "vooraf-light"
NOTHING, SAMPLES = "nothing", "samples"


class Look(NamedTuple):
    """A picture: what is pressed, each key with what is waited for, and what can be read then."""

    size: tuple[int, int]
    theme: str
    language: str
    pressed: tuple[tuple[str, str], ...]
    read: tuple[str, ...]
    data: str = SAMPLES


LOOKS = {
    "home-small": Look(
        SMALL, DARK, "en", (), ("Next  Noor Veldman · today 10:00", "2 musts open", "Anna de Wit")
    ),
    "home-large": Look(
        LARGE, LIGHT, "nl", (), ("Noor Veldman · vandaag 10:00", "Verplicht, en nog niet verteld")
    ),
    "client-small": Look(
        SMALL,
        LIGHT,
        "nl",
        (("enter", "c bevestigd"),),
        ("▸ ! ◐ Aantal foto's", "verteld per e-mail", "esc terug"),
    ),
    "client-large": Look(
        LARGE,
        DARK,
        "en",
        (("enter", "esc back"), ("down", "▸ ! ◐ Not included")),
        ("Why it matters", "What happened", "3 of 31 confirmed"),
    ),
    "script-small": Look(SMALL, DARK, "nl", (("s", "y kopiëren"),), ("Voordat we beginnen", "10 minuten")),
    "letter-large": Look(
        LARGE,
        LIGHT,
        "en",
        (("s", "y copy"), ("t", "Which talk"), ("down", "Which talk"), ("enter", "Beste Noor,")),
        ("Letter up front", "Dutch (je)"),
    ),
    "meeting-small": Look(
        SMALL,
        LIGHT,
        "en",
        (("m", "enter begin"), ("enter", " 1 of "), ("enter", " 2 of "), ("enter", " 3 of ")),
        ("niet weg zonder dit", "00:00 of 10:00", "○ open"),
    ),
    "meeting-large": Look(
        LARGE,
        DARK,
        "nl",
        (("m", "enter beginnen"), ("enter", " 1 van "), ("enter", " 2 van ")),
        ("De wensen", "een portret met de zwaluw"),
    ),
    "diary-small": Look(
        SMALL,
        DARK,
        "nl",
        (("enter", "c bevestigd"), ("d", "· dagboek"), ("home", "▸ vr 6 nov")),
        ("Noor Veldman",),
    ),
    "diary-large": Look(
        LARGE,
        LIGHT,
        "en",
        (("enter", "c confirmed"), ("d", "· diary"), ("u", "▌ Undone: ")),
        ("open again: Style", "Written"),
    ),
    "house-rules-small": Look(
        SMALL,
        LIGHT,
        "nl",
        (
            ("H", "Aan 2 klanten verteld."),
            *((("down", " verteld."),) * 6),
            ("e", "Uurtarief"),
            ("8", "klanten kregen iets anders te horen"),
        ),
        ("Waarden voor elke klant: Nabewerking", "komen hierdoor"),
    ),
    "first-start": Look(SMALL, DARK, "en", (), ("Step 1 of 3: language and trade",), NOTHING),
    "help-small": Look(
        SMALL,
        LIGHT,
        "nl",
        (("enter", "c bevestigd"), ("question_mark", "Toetsen")),
        ("geldt niet voor deze klant",),
    ),
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample clients, made once."""
    folder = tmp_path_factory.mktemp("samples")
    make_samples(workspace_in(folder))
    return folder


def workspace_in(folder: Path) -> Workspace:
    return in_one_folder(str(folder), lambda: NOW, Random(7).randbytes)


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_it_is_stored(
    name: str,
    samples: Path,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    look = LOOKS[name]
    folder = tmp_path / "data"
    if look.data == SAMPLES:
        shutil.copytree(samples, folder)
    locale.choose(look.language)
    app = VoorafApp(workspace_in(folder), Settings(language=look.language, theme=look.theme))
    seen = []

    async def go_there(pilot: Pilot[int]) -> None:
        first = "Noor Veldman" if look.data == SAMPLES else look.read[0]
        await until(pilot, lambda: first in drawn(pilot))
        for key, text in look.pressed:
            await pilot.press(key)
            await until(pilot, lambda text=text: text in drawn(pilot))
        seen.append(drawn(pilot))

    same = snap_compare(app, terminal_size=look.size, run_before=go_there)

    for text in look.read:
        assert text in seen[0]
    assert same
