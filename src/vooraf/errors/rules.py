"""Faults of a change of the house rules."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError
from vooraf.errors.diary import NotSaved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Told(Protocol):
        """A fault of a file, as the model has them."""

        def sentence(self, translate: Callable[[str], str]) -> str:
            """What was found."""

        def hint_line(self, translate: Callable[[str], str]) -> str:
            """What to write."""


class RuleInTheWay(VoorafError):
    """Something at ``at``, in ``line`` of ``file``, isn't what must stand there."""

    message = N_(
        "Not saved: in the house rules, line {line} of {file}, “{at}” isn't what should stand there."
    )
    hint = N_("What to write there: vooraf doctor. Nothing was changed.")


class RulesChanged(VoorafError):
    """``file`` was changed by hand or by another program since it was shown."""

    message = N_("Not saved: the house rules were changed in the meantime, by hand or by another program.")
    hint = N_("Look at {file} first, then try again. Nothing was changed.")


class UnknownRuleField(VoorafError):
    """No checklist has the field ``found``."""

    message = N_("No checklist has a field “{found}”.")
    hint = N_("See the fields and their values with: vooraf rules")


class UnknownRuleFieldNear(UnknownRuleField):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”?")


class UnknownRuleItem(VoorafError):
    """No checklist has the item ``found``."""

    message = N_("No checklist has an item “{found}”.")
    hint = N_("See the items with: vooraf rules --json")


class UnknownRuleItemNear(UnknownRuleItem):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”?")


class UnknownBlank(VoorafError):
    """The own wording of ``item`` names a ``field`` that its checklist hasn't got."""

    message = N_("The checklist with “{item}” has no field “${{{field}}}”.")
    hint = N_("Its fields are: {fields}")


class UnknownBlankNear(UnknownBlank):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean ${{{nearest}}}?")


class BadWording(VoorafError):
    """A text that can't be a wording; ``first`` is a fault, which says so and what to write."""

    def __init__(self, first: Told) -> None:
        self._first = first
        super().__init__(first=first)

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The fault's own."""
        return self._first.sentence(translate)

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """The fault's own."""
        return self._first.hint_line(translate)


class NothingToReset(VoorafError):
    """The house rules say nothing of ``name``."""

    message = N_("The house rules have nothing of their own for “{name}”.")
    hint = N_("See what is in them with: vooraf rules")


class NothingToResetNear(NothingToReset):
    """The same, with the ``nearest`` that they have."""

    hint = N_("Did you mean “{nearest}”?")


class RulesNotSaved(NotSaved):
    """The disk refused the house rules; they are as they were."""

    message = N_("Not saved: {why}. The house rules are as they were.")


class RulesBusy(RulesNotSaved):
    """Another window or program holds the lock of the house rules."""

    message = N_("Not saved: another window or program is writing the house rules. They are as they were.")
    hint = N_("Do it again in a moment.")
