"""The report of a fault of ours: what somebody needs who mends it."""

from __future__ import annotations

import os
from datetime import datetime

from vooraf.storage import device
from vooraf.storage.folder import make_private


def save_report(text: str, at: datetime) -> str:
    """Keep ``text`` among this device's reports, for its owner alone; gives the file's path.

    Raises:
        FolderIsFile, FolderUnwritable, OSError: there is no place for it.
    """
    folder = os.path.join(device.state_folder(), "reports")
    make_private(folder)
    path = os.path.join(folder, f"{at:%Y%m%d-%H%M%S}-{os.getpid()}.txt")
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
    return path
