"""The settings of this device: screen language, theme, keys. Never in the data folder."""

from __future__ import annotations

import os
from collections.abc import Mapping

from vooraf.errors import N_
from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple
from vooraf.storage.files import replace_file
from vooraf.storage.folder import make_private
from vooraf.storage.plain_toml import read_plain

SCREEN_LANGUAGES = ("en", "nl")
BROKEN = N_("The settings can't be read ({why}); the usual ones are used.")
WRONG = N_("The setting “{key}” was left out: “{value}” isn't a value for it.")


class Settings(NamedTuple):
    """``language`` is empty for the system's; ``keys`` maps the id of a key to the keys it has instead."""

    language: str = ""
    theme: str = ""
    keys: Mapping[str, str] = {}


def settings_path(config: str) -> str:
    """The settings' file in the device's ``config`` folder."""
    return os.path.join(config, "settings.toml")


def read_settings(config: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings and what was wrong with them: a bad one is left out, the others hold."""
    path = settings_path(config)
    try:
        with open(path, "rb") as file:
            text = file.read().decode()
        table = read_plain(text)
        if table is None:
            import tomllib  # noqa: PLC0415 - 15 ms, for what people write in their own way

            table = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError) as error:
        return Settings(), (Problem(path, BROKEN, {"why": str(error)}),)
    problems: list[Problem] = []

    def wrong(key: str, value: object) -> None:
        from vooraf.storage.toml_document import shown  # noqa: PLC0415 - as above

        problems.append(Problem(path, WRONG, {"key": key, "value": shown(value)}))

    language, theme, keys = table.get("language", ""), table.get("theme", ""), table.get("keys", {})
    if language not in ("", *SCREEN_LANGUAGES):
        wrong("language", language)
        language = ""
    if not isinstance(theme, str):
        wrong("theme", theme)
        theme = ""
    if not isinstance(keys, dict):
        wrong("keys", keys)
        keys = {}
    for key in [key for key, value in keys.items() if not isinstance(value, str) or not value]:
        wrong(f"keys.{key}", keys.pop(key))
    return Settings(language, theme, keys), tuple(problems)


def write_settings(config: str, settings: Settings) -> None:
    """Keep the settings. Raises OSError when they can't be written."""
    import tomli_w  # noqa: PLC0415 - only who writes needs it

    make_private(config)
    table = {key: value for key, value in settings._asdict().items() if value}
    replace_file(settings_path(config), tomli_w.dumps(table).encode())
