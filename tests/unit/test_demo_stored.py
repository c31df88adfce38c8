"""The scripts of the sample clients, whole, in every format and each in the client's own language.

They are read as prose when they change. To store them anew: ``VOORAF_STORE=1 pytest tests/unit``.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from vooraf.actions import items, meetings
from vooraf.actions.demo import make_samples
from vooraf.actions.overview import overview
from vooraf.actions.scripts import RECAP, script
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace, in_one_folder
from vooraf.model.naming import slug_of
from vooraf.model.script import Script
from vooraf.render.as_json import as_json
from vooraf.render.html import html
from vooraf.render.markdown import markdown
from vooraf.render.text import text

NOW = datetime(2026, 11, 22, 9, 4, tzinfo=timezone(timedelta(hours=1)))
STORED = Path(__file__).parent / "scripts" / "demo"
FORMATS: dict[str, Callable[[Script], str]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "json": lambda script: json.dumps(as_json(script), ensure_ascii=False, indent=2) + "\n",
}
CLIENTS = (
    "anna-de-wit",
    "bakkerij-smit",
    "coop-de-linde",
    "grace-okafor",
    "jeroen-bos",
    "noor-veldman",
    "priya-raman",
)
WORDS = {
    "nl": ("dat is goed, dat had ik zo begrepen", "mag mijn zus er ook bij zijn?"),
    "nl_formal": ("akkoord, zo had ik het ook begrepen", "kan mijn compagnon meelezen?"),
    "en": ("fine, that is how I read it", "may my sister come along?"),
}


def workspace_in(folder: Path) -> Workspace:
    return in_one_folder(str(folder), lambda: NOW, Random(7).randbytes)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample clients, made once."""
    folder = tmp_path_factory.mktemp("samples")
    make_samples(workspace_in(folder))
    return folder


@pytest.fixture
def workspace(samples: Path, tmp_path: Path) -> Workspace:
    """The sample clients, for this test alone."""
    return workspace_in(Path(shutil.copytree(samples, tmp_path / "samples")))


def identity(workspace: Workspace, name: str) -> str:
    """The short id of a sample client."""
    rows = overview(workspace, archived=True).rows
    return next(row.client for row in rows if slug_of(row.name) == name)


def meet(workspace: Workspace, client: str) -> None:
    """Hold the check-in: a question of theirs is written down, one point is confirmed, another told."""
    seen = view(workspace, client)
    agreed, asked = WORDS[seen.client.language]
    held = meetings.start(workspace, client)
    meetings.answer(workspace, client, held.questions[0].id, asked)
    ready = {state.item.key for state in seen.states if state.wording.ready}
    points = [question.item for question in held.questions if question.item in ready]
    for point in points[:1]:
        items.confirm(workspace, client, (point,), agreed)
    for point in points[1:2]:
        items.tell(workspace, client, (point,))
    meetings.end(workspace, client)


@pytest.mark.parametrize("talk", ["check-in", "up-front", "recap"])
@pytest.mark.parametrize("name", CLIENTS)
def test_a_script_of_a_sample_client_is_as_it_is_stored(workspace: Workspace, name: str, talk: str) -> None:
    client = identity(workspace, name)
    if talk == RECAP:
        meet(workspace, client)
    made = script(workspace, view(workspace, client), talk)._replace(client="client")  # its id is chance

    for ending, rendered in FORMATS.items():
        file = STORED / f"{name}-{talk}.{ending}"
        if os.environ.get("VOORAF_STORE"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(rendered(made), encoding="utf-8")
        assert rendered(made) == file.read_text(encoding="utf-8")


def test_there_are_no_other_sample_clients(workspace: Workspace) -> None:
    names = {slug_of(row.name) for row in overview(workspace, archived=True).rows}
    assert names == set(CLIENTS)
    assert {file.name.rpartition(".")[0] for file in STORED.iterdir()} == {
        f"{name}-{talk}" for name in CLIENTS for talk in ("check-in", "up-front", "recap")
    }
