"""Faults about a client, the items of their checklist and what is in their diary."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError


class UnknownClient(VoorafError):
    """``name`` fits no client."""

    message = N_("No client fits “{name}”.")
    hint = N_("See all clients with: vooraf list")


class ClientGone(UnknownClient):
    """``name`` is the client ``client``, whose diary is gone."""

    message = N_("The diary of {name} is gone; this device still knows what stood in it.")
    hint = N_("Look at it, and choose whether to put it back: vooraf missing {client}")


class AmbiguousClient(VoorafError):
    """``name`` fits several: ``matches``, a line each."""

    message = N_("“{name}” fits several clients:\n{matches}")
    hint = N_("Name one by its id, the first word of its line.")


class NoName(VoorafError):
    """A client without a name."""

    message = N_("A client needs a name.")
    hint = N_('For instance: vooraf new "Noor Veldman"')


class NameTaken(VoorafError):
    """A new client would have the ``name`` of another; nothing was written yet."""

    message = N_("There is already a client called {name}.")
    hint = N_("Is this somebody else? Save again, and both will be in the list.")


class UnknownItem(VoorafError):
    """``item`` isn't in ``checklist``."""

    message = N_("The checklist “{checklist}” has no item “{item}”.")
    hint = N_("See its items with: vooraf checklists show {checklist}")


class UnknownItemNear(UnknownItem):
    """The same, with the ``nearest`` key that exists."""

    hint = N_("Did you mean “{nearest}”? All items: vooraf checklists show {checklist}")


class UnknownSection(VoorafError):
    """``section`` isn't in ``checklist``."""

    message = N_("The checklist “{checklist}” has no section “{section}”.")
    hint = N_("Its sections are: {sections}")


class NotReady(VoorafError):
    """The wording of ``item`` still has empty ``fields``."""

    message = N_("“{item}” can't be told yet: no value for {fields}.")
    hint = N_("Fill it in with: vooraf set {client} {example}=VALUE")


class WaivedItem(VoorafError):
    """A rule that doesn't apply to this client; ``item`` is its title, ``key`` its key."""

    message = N_("“{item}” doesn't apply to {name}: there is no rule to apply or to make an exception to.")
    hint = N_("Does it apply after all? Open it again first: vooraf reopen {client} {key}")


class NoWhy(VoorafError):
    """A rule that is applied, or excepted, without a reason."""

    message = N_("Say why you applied the rule, or made an exception.")
    hint = N_("For instance: --why \"didn't come, and didn't call\"")


class NothingToUndo(VoorafError):
    """The diary has nothing that can be taken back."""

    message = N_("There is nothing to undo.")


class NothingToRedo(VoorafError):
    """The diary has nothing that was taken back last."""

    message = N_("There is nothing to redo.")


class EmptyText(VoorafError):
    """A note without words."""

    message = N_("A note needs words.")
    hint = N_('Write what happened, for instance: vooraf note noor "Called: the date is fine."')
