"""Faults about talks: which there are, what can be recorded of them, and the meeting that is under way."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError


class NoTalk(VoorafError):
    """There is no talk ``talk``."""

    message = N_("There is no talk “{talk}”.")
    hint = N_("The talks are: {talks}")


class NotALetter(VoorafError):
    """Only a letter can be recorded as told; ``talk`` is none."""

    message = N_("“{talk}” isn't a letter, so its words can't be recorded as told.")
    hint = N_("Record the letter instead: vooraf script CLIENT up-front --tell --by email")


class WhichItem(VoorafError):
    """The message ``talk`` is about one item, and none is named."""

    message = N_("“{talk}” is about one item, and none is named.")
    hint = N_(
        "Name it: vooraf script {client} {talk} --item ITEM. The items: vooraf checklists show {checklist}"
    )


class NotAboutItem(VoorafError):
    """``--item`` for a talk that isn't about one item."""

    message = N_("“{talk}” isn't about one item, so --item does nothing here.")
    hint = N_("Leave --item out. About one item are: {talks}")


class MessageTellsNothing(VoorafError):
    """The words of a message about one item can't be recorded as told."""

    message = N_("“{talk}” is a message about a rule that was told, so its words can't be recorded as told.")
    hint = N_("Tell the rule itself: vooraf tell CLIENT ITEM --by email")


class NoMeeting(VoorafError):
    """No talk is under way with this client."""

    message = N_("No meeting with this client is under way.")
    hint = N_("Start one on the client's screen with the key m.")


class NothingToAnnounce(VoorafError):
    """The house rules announce nothing that ``client`` was told otherwise."""

    message = N_("There is nothing to announce to this client.")
    hint = N_("See what has changed with: vooraf changes")


class AnnounceInstead(VoorafError):
    """An announcement isn't recorded as told, but as announced."""

    message = N_("An announcement is recorded as announced, with the day on which it starts.")
    hint = N_("Record it with: vooraf announce ITEM --sent {client}")
