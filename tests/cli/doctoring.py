"""What the doctor finds, as the tests compare it."""

from __future__ import annotations

from typing import Any

from tests.cli.conftest import Runner


def checks(vooraf: Runner, kind: str = "", *arguments: str) -> list[dict[str, Any]]:
    """What the doctor finds, of one kind."""
    found = vooraf("doctor", "--json", *arguments, ok=False).json
    assert found["schema"] == 1
    return [each for each in found["checks"] if kind in ("", each["kind"])]


def bad(vooraf: Runner, *arguments: str) -> list[tuple[str, str]]:
    """The kind and the state of what isn't good."""
    return [
        (each["kind"], each["state"]) for each in checks(vooraf, "", *arguments) if each["state"] != "good"
    ]
