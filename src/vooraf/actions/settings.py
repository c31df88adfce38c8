"""This device's settings, and the language that the screens and commands speak."""

from __future__ import annotations

from vooraf.errors import reason
from vooraf.errors.disk import CannotWrite
from vooraf.model.faults import Problem
from vooraf.storage import device
from vooraf.storage.settings import SCREEN_LANGUAGES, Settings, read_settings, settings_path, write_settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace  # not at run time: a help asks for the language alone

__all__ = ["SCREEN_LANGUAGES", "Settings", "device_settings", "keep_settings", "settings", "settings_path"]


def settings(workspace: Workspace) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of this device, and what was wrong with them."""
    return read_settings(workspace.config())


def device_settings() -> tuple[Settings, tuple[Problem, ...]]:
    """The same, of the device that this runs on, before there is a workspace."""
    return read_settings(device.config_folder())


def keep_settings(workspace: Workspace, wanted: Settings) -> None:
    """Keep the settings. Raises CannotWrite."""
    config = workspace.config()
    try:
        write_settings(config, wanted)
    except OSError as error:
        raise CannotWrite(file=settings_path(config), why=reason(error)) from error
