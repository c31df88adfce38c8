"""A store; a small checklist of the owner's own, and a client who is served by it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import a_store
from tests.unit.own_files import Folders
from vooraf.actions.clients import new_client
from vooraf.storage.store import Store

if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace

ITEM = """
[[section.item]]
key = "{key}"
must = {must}
moment = "agreement"
title = {{ en = "{title}", nl = "{title} (nl)" }}
say = {{ en = "{say}", nl = "NL: {say}", nl_formal = "NL: {say}" }}
ask = {{ en = "Which {key}?", nl = "Welke {key}?", nl_formal = "Welke {key}?" }}
check = {{ en = "What {key}?", nl = "Wat {key}?", nl_formal = "Wat {key}?" }}
why = {{ en = "For {key}.", nl = "Om {key}." }}
"""
SECTION = '\n[[section]]\nkey = "{key}"\ntitle = {{ en = "{key}", nl = "{key}" }}\n'
FIELD = '[section.item.field]\n{name} = {{ type = "{kind}"{default}, label = {{ en = "{label}", nl = "{label}" }} }}\n'

MONEY = "".join(
    [
        'schema = 1\ntitle = { en = "Money", nl = "Geld" }\n',
        SECTION.format(key="money"),
        ITEM.format(key="price", must="true", title="Price", say="It costs ${price}."),
        FIELD.format(name="price", kind="money", default="", label="Price"),
    ]
)
STUDIO = "".join(
    [
        MONEY,
        SECTION.format(key="work"),
        ITEM.format(key="revisions", must="true", title="Rounds", say="${rounds} rounds."),
        FIELD.format(name="rounds", kind="number", default=", default = 2", label="Rounds"),
        ITEM.format(key="style", must="false", title="Style", say="I keep it plain."),
    ]
)


@pytest.fixture
def shop(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A data folder with the checklist ``studio``: price (not ready without its value), revisions and style.

    The one built-in, ``general``, has the price alone: the real ones take a fifth of a second to read.
    """
    for folder, name, content in (
        (tmp_path / "builtin", "general", MONEY),
        (Path(workspace.folder.checklists), "studio", STUDIO),
    ):
        folder.mkdir(parents=True)
        (folder / f"{name}.toml").write_text(content)
    monkeypatch.setattr("vooraf.actions.workspace.builtin_folder", lambda: str(tmp_path / "builtin"))
    return workspace


@pytest.fixture
def noor(shop: Workspace) -> str:
    """The id of a client of that checklist."""
    return new_client(shop, "Noor Veldman", {"checklist": "studio", "language": "en"}).client


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """All diaries of a data folder."""
    return a_store(tmp_path)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    """Where they lie."""
    return tmp_path / "data" / "clients"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A library's folders, each with a file."""
    return Folders(tmp_path)
