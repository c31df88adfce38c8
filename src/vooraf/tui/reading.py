"""How far many diaries are read that changed: heard beside the screen, and said on it."""

from __future__ import annotations

from decimal import Decimal

from vooraf.locale import _, spoken
from vooraf.model.formats import number


class Reading:
    """``done`` of ``count`` diaries are read; ``stopped`` when the owner didn't want to wait for the others."""

    def __init__(self) -> None:
        self.done = 0
        self.count = 0
        self.stopped = False

    def hear(self, done: int, count: int) -> bool:
        """Called by who reads, in a thread of its own; gives whether to go on."""
        self.done, self.count = done, count
        return not self.stopped

    @property
    def goes_on(self) -> bool:
        """Whether it takes long enough to be said."""
        return self.count > self.done and not self.stopped

    def end(self) -> None:
        """Everything is read."""
        self.done = self.count = 0

    def text(self) -> str:
        """Where it stands and what can be done, on one line; an empty text when there is nothing to say."""
        if self.stopped:
            told = _("{done} of {count} diaries read; the others at the next start")
        elif self.goes_on:
            told = _("reading {done} of {count} · esc stops")
        else:
            return ""
        shown = {"done": self.done, "count": self.count}
        return told.format(**{name: number(Decimal(value), spoken()) for name, value in shown.items()})
