"""Keys in the order in which they were typed, each to what is on the screen when it is its turn.

Textual hands a key on at once. What is typed in one burst is then handed on to what has the focus before the first
of these keys opened a box or another screen: it is lost, or does something on the screen below.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import Worker, WorkerState

if TYPE_CHECKING:
    from textual.app import App

_FEWEST_ROUNDS = 2
"""In the first round the key gets to the action that it is bound to; in the second what the action sent gets there."""
_MOST_ROUNDS = 8
_LONGEST = 2.0
"""Seconds after which keys are handed on whatever is under way: no fault may make the keyboard dead."""

Place = tuple[Screen[object], DOMNode | None]
"""The screen that is shown, and what has the focus on it."""


class Typed:
    """Hands a key on when all that came of the one before was done; at once when nothing is under way.

    ``hand_on`` is given the key then.
    """

    def __init__(self, app: App[int], hand_on: Callable[[events.Key], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._keys: deque[events.Key] = deque()
        self._since = 0.0

    async def take(self, key: events.Key) -> None:
        """Hand ``key`` on, now or when it is its turn."""
        if not self._keys and self._at_rest():
            await self._hand_on(key)
            return
        self._keys.append(key)
        if len(self._keys) == 1:
            self._wait()
        elif time.monotonic() - self._since > _LONGEST:
            while self._keys:
                await self._hand_on(self._keys.popleft())

    def _at_rest(self) -> bool:
        """Whether nothing waits that can change what is shown: no message, and no worker that didn't begin yet."""
        last = self._app.focused or self._app.screen
        return not any(map(_has_to_do, last.ancestors_with_self)) and not any(
            map(_to_begin, self._app.workers)
        )

    def _wait(self) -> None:
        self._since = time.monotonic()
        self._round(1, None)

    def _round(self, number: int, before: Place | None) -> None:
        """Wait until what is under way between the focus and the program is done, and again until nothing changes."""
        here = (self._app.screen, self._app.focused)
        if number > _MOST_ROUNDS or (number > _FEWEST_ROUNDS and here == before):
            self._app.call_later(self._turn)
        else:
            self._up(here[1] or here[0], partial(self._round, number + 1, here))

    def _up(self, node: MessagePump, then: Callable[[], None]) -> None:
        """Call ``then`` behind what ``node`` and all around it have to do: what they send, they send upwards."""
        app = self._app
        while node is not app:
            around = node._parent or app  # noqa: SLF001 - ``parent`` is that of a widget alone, and not of a screen
            if node.call_later(self._up, around, then):
                return
            node = around  # closed in the meantime
        app.call_later(then)

    async def _turn(self) -> None:
        if self._keys:
            await self._hand_on(self._keys.popleft())
        if self._keys:
            self._wait()


def _has_to_do(node: MessagePump) -> bool:
    peeked = node._pending_message  # noqa: SLF001 - one that was looked at is no longer in the queue
    return peeked is not None or node.message_queue_size > 0


def _to_begin(worker: Worker[object]) -> bool:
    return worker.state is WorkerState.PENDING
