import sys

import pytest
from platformdirs import PlatformDirs

from vooraf.storage.places import user_folder

VARIABLES = {"data": "XDG_DATA_HOME", "config": "XDG_CONFIG_HOME", "state": "XDG_STATE_HOME"}


@pytest.mark.parametrize("kind", ["data", "config", "state"])
@pytest.mark.parametrize("value", [None, "", "  ", "/some/where", "not/absolute", " /spaced "])
def test_the_folders_are_those_of_platformdirs(monkeypatch, kind, value):
    for variable in VARIABLES.values():
        monkeypatch.delenv(variable, raising=False)
    if value is not None:
        monkeypatch.setenv(VARIABLES[kind], value)

    assert user_folder(kind) == getattr(PlatformDirs("vooraf", appauthor=False), f"user_{kind}_dir")


@pytest.mark.parametrize("kind", ["data", "config", "state"])
def test_other_systems_ask_platformdirs(monkeypatch, kind):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert user_folder(kind) == getattr(PlatformDirs("vooraf", appauthor=False), f"user_{kind}_dir")
