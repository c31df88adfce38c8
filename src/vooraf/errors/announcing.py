"""Faults of announcing a change of the house rules to those who were told otherwise."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError


class NoSuchItem(VoorafError):
    """``item`` isn't in the checklist of any client."""

    message = N_("No client has an item “{item}” in their checklist.")
    hint = N_("See what has changed with: vooraf changes")


class NoSuchItemNear(NoSuchItem):
    """The same, with the ``nearest`` key that exists."""

    hint = N_("Did you mean “{nearest}”?")


class AnnouncedInPast(VoorafError):
    """A change of ``item`` that would hold from a day before ``today``, the day it is told."""

    message = N_("{date} is past: a change is announced beforehand.")
    hint = N_("Choose a day from {today} on: vooraf announce {item} --from DATE")


class NothingAnnounced(VoorafError):
    """Nobody said yet from when the new words of ``item`` hold."""

    message = N_("The day on which “{item}” changes is missing.")
    hint = N_("Say it with: vooraf announce {item} --from DATE --because TEXT")


class NoReason(VoorafError):
    """A change of ``item`` without a reason."""

    message = N_("The reason why “{item}” changes is missing; one line is enough.")
    hint = N_("Say it with: vooraf announce {item} --because TEXT")


class NobodyTold(VoorafError):
    """Nobody was told anything else about ``item``."""

    message = N_("Nobody was told anything else about “{item}”: there is nothing to announce.")
    hint = N_("See what has changed with: vooraf changes")


class ClientArchived(VoorafError):
    """The client is archived."""

    message = N_("This client is archived, so nothing is announced.")


class NeverTold(VoorafError):
    """``item`` was never told to this client: ``key`` is its key."""

    message = N_("“{item}” was never told to this client, so nothing changes for them.")
    hint = N_("Tell it with: vooraf tell {client} {key}")


class WaivedHere(VoorafError):
    """``item`` doesn't apply to this client."""

    message = N_("“{item}” doesn't apply to this client.")


class ToldAlready(VoorafError):
    """This client was told ``item`` in today's words."""

    message = N_("“{item}” was already told to this client in these words.")


class WordsChanged(VoorafError):
    """The wording of ``item`` isn't what the message says any more."""

    message = N_("The wording of “{item}” was changed after this message was made; nothing was recorded.")
    hint = N_("Look at the new message first.")
