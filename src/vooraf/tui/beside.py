"""Work that takes longer than a moment, beside the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

AT_ONCE = 0.05
"""Seconds for which a first paint may wait for what it shows: a frame without it takes nearly as long."""


async def beside(work: Callable[[], Result], patience: float = 0.0) -> Result:
    """What ``work`` gives or raises, from a thread of its own.

    Unlike ``asyncio.to_thread``, leaving the program doesn't wait for it: so it must be work that only reads.
    The screen stands still for at most ``patience`` seconds: what is there by then needs no frame before it.
    """
    loop = asyncio.get_running_loop()
    promised: asyncio.Future[Result] = loop.create_future()

    outcome: list[tuple[Result | None, BaseException | None]] = []

    def settle() -> None:
        if promised.done():
            return
        result, error = outcome[0]
        if error is not None:
            promised.set_exception(error)
        else:
            promised.set_result(result)  # type: ignore[arg-type]  # without an error there is a result

    def run() -> None:
        try:
            outcome.append((work(), None))
        except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
            outcome.append((None, error))
        with suppress(RuntimeError):  # the program was left meanwhile, and nobody waits any more
            loop.call_soon_threadsafe(settle)

    thread = Thread(target=run, daemon=True)
    thread.start()
    if patience:
        thread.join(patience)
        if outcome:
            settle()
    return await promised
