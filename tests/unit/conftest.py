"""A small checklist of the owner's own, and a client who is served by it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vooraf.actions.clients import new_client

if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace

ITEM = """
[[section.item]]
key = "{key}"
must = {must}
moment = "agreement"
title = {{ en = "{title}", nl = "{title} (nl)" }}
say = {{ en = "{say}", nl = "NL: {say}" }}
ask = {{ en = "Which {key}?" }}
check = {{ en = "What {key}?" }}
why = {{ en = "Because of {key}." }}
"""
SECTION = '\n[[section]]\nkey = "{key}"\ntitle = {{ en = "{key}" }}\n'
FIELD = '[section.item.field]\n{name} = {{ type = "{kind}"{default}, label = {{ en = "{label}" }} }}\n'

STUDIO = "".join(
    [
        'schema = 1\ntitle = { en = "Studio" }\n',
        SECTION.format(key="money"),
        ITEM.format(key="price", must="true", title="Price", say="It costs ${price}."),
        FIELD.format(name="price", kind="money", default="", label="Price"),
        SECTION.format(key="work"),
        ITEM.format(key="revisions", must="true", title="Rounds", say="${rounds} rounds."),
        FIELD.format(name="rounds", kind="number", default=", default = 2", label="Rounds"),
        ITEM.format(key="style", must="false", title="Style", say="I keep it plain."),
    ]
)


@pytest.fixture
def shop(workspace: Workspace) -> Workspace:
    """A data folder with the checklist ``studio``: price (not ready without its value), revisions and style."""
    folder = Path(workspace.folder.checklists)
    folder.mkdir(parents=True)
    (folder / "studio.toml").write_text(STUDIO)
    return workspace


@pytest.fixture
def noor(shop: Workspace) -> str:
    """The id of a client of that checklist."""
    return new_client(shop, "Noor Veldman", {"checklist": "studio", "language": "en"}).client
