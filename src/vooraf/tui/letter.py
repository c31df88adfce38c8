"""One client's message, as it was made or as the owner edited it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from vooraf.actions.announcing import Message
from vooraf.model.client import Client
from vooraf.model.script import Script
from vooraf.tui.message import edited
from vooraf.tui.sheet import pasted


@dataclass
class Letter:
    """One client's message; ``text`` is the owner's own where they wrote in it, ``batch`` set once it is ticked."""

    made: Message
    text: str = ""
    batch: str = ""

    @property
    def client(self) -> str:
        """The short id."""
        return self.made.seen.client.id

    @property
    def script(self) -> Script:
        """The message as it goes out."""
        return edited(self.made.script, self.text) if self.text else self.made.script

    @property
    def words(self) -> str:
        """The message as it is copied and edited."""
        return self.text or pasted(self.made.script).strip()

    def ticked(self, client: Client, item: str) -> str:
        """The batch in which the client has it as announced since the message was made; empty when not."""
        since = self.made.seen.client.seq
        for event in reversed(client.events):
            counts = event.seq > since and client.counts(event)
            if counts and event.kind == "announced" and event.text("item") == item:
                return event.batch
        return ""
