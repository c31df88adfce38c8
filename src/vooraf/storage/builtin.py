"""Where the checklists that come with Vooraf are."""

from __future__ import annotations

import os

CHECKLISTS = "checklists"


def builtin_folder(package: str = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))) -> str:
    """The folder of the built-in checklists; its ``talks`` are in a folder of that name in it.

    In an installed wheel it stands in the package itself, in a checkout two folders above it.
    Raises ``FileNotFoundError`` when there is neither: Vooraf isn't whole.
    """
    above = os.path.dirname(os.path.dirname(package))
    for folder in (os.path.join(package, CHECKLISTS), os.path.join(above, CHECKLISTS)):
        if os.path.isfile(os.path.join(folder, "general.toml")):
            return folder
    raise FileNotFoundError(os.path.join(package, CHECKLISTS, "general.toml"))
