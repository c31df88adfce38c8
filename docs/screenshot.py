"""Make the README's pictures from the demo: ``python docs/screenshot.py``.

The clock is fixed, so that the same program gives the same pictures.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from vooraf.actions.demo import make_samples
from vooraf.actions.settings import Settings
from vooraf.actions.workspace import Workspace
from vooraf.locale import choose
from vooraf.storage.folder import locate
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.home import HomeScreen

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 22, 9, 4, tzinfo=timezone(timedelta(hours=1)))
SIZE = (110, 30)


async def pictures(folder: str) -> None:
    """Home and the first client, as SVG."""
    workspace = Workspace(
        locate(f"{folder}/data", {}),
        lambda: NOW,
        random.Random(7).randbytes,  # noqa: S311 - the same ids for the same pictures
        config=lambda: f"{folder}/config",
        state=lambda: f"{folder}/state",
    )
    make_samples(workspace)
    app = VoorafApp(workspace, Settings(language="en"))
    async with app.run_test(size=SIZE) as pilot:
        home = app.screen
        assert isinstance(home, HomeScreen)  # noqa: S101 - the demo has clients, so nothing comes before it
        while home.looking is None or not home.looking.is_finished:
            await pilot.pause()
        await pilot.pause()
        (HERE / "home.svg").write_text(app.export_screenshot(title="Vooraf"), encoding="utf-8")
        await pilot.press("enter")
        await pilot.pause()
        (HERE / "client.svg").write_text(app.export_screenshot(title="Vooraf"), encoding="utf-8")


if __name__ == "__main__":
    choose("en")
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(pictures(made))
