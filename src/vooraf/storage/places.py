"""Where this system keeps a program's data, settings and state.

platformdirs knows; but importing it costs more than a bare Python's whole start, on the way to every
printed script. On Linux, where it comes down to one variable and one default, that is written out here, and
a test holds the two together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

_LINUX = {
    "data": ("XDG_DATA_HOME", "~/.local/share"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}


def user_folder(kind: str, environ: Mapping[str, str] = os.environ) -> str:
    """Vooraf's folder for ``kind``: data, config or state."""
    if sys.platform == "linux" and "ANDROID_DATA" not in environ:
        variable, default = _LINUX[kind]
        chosen = environ.get(variable, "")
        return os.path.join(chosen if os.path.isabs(chosen) else os.path.expanduser(default), "vooraf")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 20 ms, as said above

    folders = PlatformDirs("vooraf", appauthor=False)
    return {
        "data": folders.user_data_dir,
        "config": folders.user_config_dir,
        "state": folders.user_state_dir,
    }[kind]
