"""What all tests share: a workspace on a temporary folder, and how hard Hypothesis tries."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.factories import a_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from vooraf.actions.workspace import Workspace

# A loaded machine is no fault of the code, so neither an example nor the making of it has a deadline.
# CI asks for many more examples.
for name, count in (("quick", 60), ("thorough", 1000)):
    settings.register_profile(
        name, deadline=None, max_examples=count, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty data folder on 22 November 2026, nine o'clock."""
    return a_workspace(tmp_path)
