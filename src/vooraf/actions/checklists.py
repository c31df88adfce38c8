"""The checklists: listed, shown, copied, checked."""

from __future__ import annotations

import os

from vooraf.actions.workspace import Workspace
from vooraf.errors.checklist import UnknownChecklist
from vooraf.model.checklist import Checklist
from vooraf.model.faults import Fault, Problem
from vooraf.storage.library import Entry

__all__ = ["Entry", "check", "checklist", "copy", "listed", "start"]


def listed(workspace: Workspace) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Every checklist that can be used, and why the others can't."""
    return workspace.library.whole.entries(), workspace.library.problems()


def checklist(workspace: Workspace, key: str) -> Checklist:
    """One checklist with ``extends`` worked out. Raises UnknownChecklist, BrokenChecklist."""
    return workspace.library.checklist(key)


def copy(workspace: Workspace, key: str, as_key: str = "") -> str:
    """Copy a checklist into the data folder, to adapt it; gives the new file's path.

    Raises:
        UnknownChecklist, ChecklistExists, BadKey, NotSaved.
    """
    return workspace.library.whole.copy(key, as_key or key)


def start(workspace: Workspace, key: str, extends: str, title: str, language: str) -> str:
    """Begin an own checklist in the data folder that extends another; gives the new file's path.

    Its comments are in ``language`` (``en`` or ``nl``); an empty ``title`` is made of ``key``.

    Raises:
        BadKey, BuiltinKey, UnknownChecklist, BrokenChecklist, ChecklistExists, UnfitTitle, NotSaved.
    """
    return workspace.library.whole.start(key, extends, title, language)


def check(workspace: Workspace, names: tuple[str, ...]) -> tuple[Fault, ...]:
    """Every fault of these checklists (keys or files); of all, all talks and all word lists when none is named.

    Raises:
        UnknownChecklist: a name is neither a key nor a file.
    """
    library = workspace.library.whole
    found: list[Fault] = []
    for name in names or library.keys():
        if name in library.keys():  # noqa: SIM118 - a method of the library, not a mapping's keys
            found += library.faults(name)
        elif os.path.isfile(name):
            found += library.check_file(name)
        else:
            raise UnknownChecklist(checklist=name, checklists=", ".join(library.keys()))
    if not names:
        found += library.talk_faults()
        found += workspace.words.faults()
    return tuple(dict.fromkeys(found))
