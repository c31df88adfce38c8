"""Work that takes longer than a moment, beside the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def beside(work: Callable[[], Result]) -> Result:
    """What ``work`` gives or raises, from a thread of its own.

    Unlike ``asyncio.to_thread``, leaving the program doesn't wait for it: so it must be work that only reads.
    """
    loop = asyncio.get_running_loop()
    promised: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: BaseException | None) -> None:
        if promised.cancelled():
            return
        if error is not None:
            promised.set_exception(error)
        else:
            promised.set_result(result)  # type: ignore[arg-type]  # without an error there is a result

    def run() -> None:
        result, fault = None, None
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
            fault = error
        with suppress(RuntimeError):  # the program was left meanwhile, and nobody waits any more
            loop.call_soon_threadsafe(settle, result, fault)

    Thread(target=run, daemon=True).start()
    return await promised
