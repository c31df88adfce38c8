"""Faults of the files that people write (house rules too): which there are, and what can't be used."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError
from vooraf.errors.diary import NotSaved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class UnknownChecklist(VoorafError):
    """There is no checklist ``checklist``."""

    message = N_("There is no checklist “{checklist}”.")
    hint = N_("The checklists are: {checklists}")


class BrokenFile(VoorafError):
    """A file that people write has faults: ``first`` is one of them, ``file`` where it is, ``faults`` are all."""

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The same; the first fault has a sentence of its own, in the same language."""
        first = self.data["first"]
        told = getattr(first, "sentence", lambda _: str(first))(translate)
        return translate(self.message).format_map({**self.data, "first": told})


class BrokenChecklist(BrokenFile):
    """The checklist ``checklist`` can't be used."""

    message = N_("The checklist “{checklist}” can't be used: {first}")
    hint = N_("See every fault with: vooraf checklists check {checklist}")


class BrokenTalk(BrokenFile):
    """The talk ``talk`` can't be used."""

    message = N_("The talk “{talk}” can't be used: {first}")
    hint = N_("See every fault with: vooraf checklists check {file}")


class BrokenWords(BrokenFile):
    """The word list ``list`` can't be used."""

    message = N_("The word list “{list}” can't be used: {first}")
    hint = N_("See every fault with: vooraf checklists check {file}")


class ChecklistExists(VoorafError):
    """A copy, or a new one, would stand on an own checklist."""

    message = N_("There is already a checklist of your own at {file}.")
    hint = N_("Choose another name, or move that file away first.")


class BadKey(VoorafError):
    """A key that can't name a file."""

    message = N_("“{key}” can't be the key of a checklist.")
    hint = N_("Use small letters, digits and hyphens, for instance wedding-photographer.")


class BuiltinKey(VoorafError):
    """A new checklist would hide the built-in ``checklist``, whose items its clients have."""

    message = N_("“{checklist}” is a checklist that comes with Vooraf; a new one of that name would hide it.")
    hint = N_("Choose another name; or begin with its items: --extends {checklist}")


class UnfitTitle(BrokenFile):
    """``title`` can't stand in a checklist."""

    message = N_("“{title}” can't be the title of a checklist: {first}")
    hint = N_("Write a few plain words, or leave --title out.")


class BrokenRules(BrokenFile):
    """``house-rules.toml`` can't be parsed beyond ``line``."""

    message = N_("The house rules can't be read, line {line} of {file}: {first}")
    hint = N_("Mend that line, or move the file away; nothing was changed.")


class CopyNotSaved(NotSaved):
    """The disk refused a copy of a checklist; there is none."""

    message = N_("Not saved: {why}. There is no copy.")
