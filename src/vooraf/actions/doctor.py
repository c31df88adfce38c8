"""Every file looked at, and what the data depend on; and what can be mended without asking."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from vooraf.actions.overview import overview
from vooraf.actions.workspace import Workspace
from vooraf.errors import N_, MergeUnion, UnknownChecklist, VoorafError
from vooraf.model.checklist import Checklist
from vooraf.model.events import SEALED
from vooraf.model.faults import Fault, Problem
from vooraf.storage import diary_files, diary_reader, store
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.copies import maker_of
from vooraf.storage.git import NAME, UNION, is_in_git, merging
from vooraf.storage.health import (
    GOOD,
    MEND,
    NEEDS,
    TOLD,
    Check,
    file_system_checks,
    folder_check,
    index_check,
    lock_checks,
    mounted,
    of_error,
    space_checks,
    throw_away,
)
from vooraf.storage.permissions import mend_permissions, permission_checks
from vooraf.storage.rules import rule_faults

__all__ = ["GOOD", "KINDS", "NEEDS", "TOLD", "Check", "look", "repair"]

KINDS = (
    "repair",
    "folder",
    "diary",
    "seal",
    "missing",
    "copy",
    "checklist",
    "talk",
    "rules",
    "permission",
    "lock",
    "index",
    "space",
    "filesystem",
    "git",
)
"""The kinds of checks, in the order in which they are told."""
