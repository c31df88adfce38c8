"""Who opens a layer's ``__init__.py`` reads there what each of its files is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "vooraf"
LAYERS = ("errors", "model", "storage", "actions", "render", "tui", "locale")


@pytest.mark.parametrize("layer", LAYERS)
def test_every_file_stands_in_the_table_of_its_layer(layer: str) -> None:
    text = (SOURCE / layer / "__init__.py").read_text(encoding="utf-8").split('"""')[1]
    named = set(re.findall(r"\w+", text))
    assert {path.stem for path in (SOURCE / layer).glob("*.py")} - {"__init__"} <= named


@pytest.mark.parametrize("layer", LAYERS)
def test_every_file_in_a_table_is_there(layer: str) -> None:
    text = (SOURCE / layer / "__init__.py").read_text(encoding="utf-8").split('"""')[1]
    named = {name for name in re.findall(r"(\w+)\.py\b", text) if name != "__init__"}
    assert named <= {path.stem for path in (SOURCE / layer).glob("*.py")}
