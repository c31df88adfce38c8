"""This device: its folders, its name in ids, and new ids."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

from vooraf.errors import reason
from vooraf.errors.disk import StateUnwritable
from vooraf.storage.files import replace_file
from vooraf.storage.folder import make_state
from vooraf.storage.places import user_folder

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o or u, so an id that is read out is written down right."""

DEVICE_LENGTH, SHORT_LENGTH, TIME_LENGTH, RANDOM_LENGTH = 4, 6, 10, 16
Random = Callable[[int], bytes]


def config_folder() -> str:
    """Where this device keeps its settings."""
    return user_folder("config")


def state_folder() -> str:
    """Where this device keeps locks, what was set aside, and its name."""
    return user_folder("state")


def letters(random: Random, count: int) -> str:
    """``count`` letters of the alphabet from ``random``, which gives that many random bytes."""
    return "".join(ALPHABET[byte % 32] for byte in random(count))


def device_name(state: str, random: Random) -> str:
    """The four letters that this device's ids end with; chosen once, kept in ``state``.

    Raises:
        StateUnwritable: it can't be kept.
    """
    path = os.path.join(state, "device")
    try:
        name = _kept(path)
        if not name:
            make_state(state)
            name = letters(random, DEVICE_LENGTH)
            replace_file(path, f"{name}\n".encode())
    except OSError as error:
        raise StateUnwritable(folder=state, why=reason(error)) from error
    return name


def _kept(path: str) -> str:
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            name = file.read(DEVICE_LENGTH + 1).strip()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return name if len(name) == DEVICE_LENGTH and set(name) <= set(ALPHABET) else ""


def new_id(at: datetime, device: str, random: Random) -> str:
    """An id that is unique for ever: a ULID (milliseconds, then chance) in small letters, and the device."""
    milliseconds = int(at.timestamp() * 1000)
    stamp = "".join(ALPHABET[milliseconds >> shift & 31] for shift in range(45, -1, -5))
    return f"{stamp}{letters(random, RANDOM_LENGTH)}-{device}"


def made_by_vooraf(event_id: str) -> bool:
    """Whether an id has the shape of ``new_id``: an event with one was written with a seal."""
    ulid, hyphen, device = event_id.partition("-")
    return (
        bool(hyphen)
        and len(ulid) == TIME_LENGTH + RANDOM_LENGTH
        and len(device) == DEVICE_LENGTH
        and set(ulid + device) <= set(ALPHABET)
    )
