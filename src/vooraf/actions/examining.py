"""The owner's files for the doctor: diaries and their copies, checklists, talks, the house rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from vooraf.actions.rules_that_fit import unfitting
from vooraf.actions.workspace import Workspace
from vooraf.errors import N_
from vooraf.errors.checklist import UnknownChecklist
from vooraf.model.events import SEALED
from vooraf.model.faults import Fault, Problem
from vooraf.storage import diaries, diary_files, diary_reader, store
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.copies import maker_of
from vooraf.storage.health import GOOD, MEND, NEEDS, TOLD, Check, of_error
from vooraf.storage.library import TALKS, Library
from vooraf.storage.reading import Reading
from vooraf.storage.store import Loaded
from vooraf.storage.toml_document import SUFFIX

EVENTS = N_("All of it can be read; events in it: {count}.")
NOBODY = N_("There are no clients yet.")
SEALS = N_("Every seal is valid ({count}).")
NONE_MISSING = N_("Every event that this device knows is there.")
NO_COPIES = N_("Every client has one file.")
COPY = N_("It is of the same client as {main}: both are read as one, and nothing is lost by it.")
COPY_OF = N_(
    "It is of the same client as {main}, as {maker} makes one when two devices wrote at the same time: both are "
    "read as one, and nothing is lost by it."
)
COPY_BY_HAND = N_(
    "It is a copy of {main} that somebody made: both are read as one, and nothing is lost by it."
)
TAKE_IN = N_("The next change takes it in and moves it away; to do it now: vooraf doctor --repair")
ITEMS = N_("No faults found; items in it: {count}.")
NO_FAULTS = N_("No faults found.")
NOT_THERE = N_(
    "The checklist “{checklist}” isn't there; clients that have it: {count}. Their items aren't shown."
)
RULES_COPY = N_("This seems to be a copy of the house rules; house-rules.toml alone counts.")
COMPARE = N_("Copy what you want to keep from it, then move it away.")
NO_RULES = N_("There are none yet.")
FAULT = N_("Line {line}: {first}")

WRITE_HEADER = N_("Write [[event]] on that line.")
LEAVE_MARKS = N_(
    "Leave them, and commit the file as it is. Taken out by hand they break events: what both sides share stands "
    "there once."
)
BY_YOURSELF = N_("Mend it in an editor, or put a copy from a backup in its place.")
SEAL_HINT = N_(
    "It counts as it stands. Wasn't it you who changed it? The diary shows what was recorded, if that was on this "
    "device."
)
NAME_CLIENT = N_('Write client = "…" among its first lines, as the other files have it.')
MOVE_AWAY = N_("Move it away if it belongs to something else.")
MOVE_LARGE = N_("Move it away; Vooraf writes no file of that size.")
GIVE_ACCESS = N_("Give yourself access to it: vooraf doctor --repair")
CHOOSE = N_("Choose: vooraf versions {client} --keep N")
LOOK_THERE = N_("Check whether something of yours is in it.")
PUT_CHECKLIST = N_("Put it back, or give them another one: vooraf edit CLIENT --checklist KEY")
MISSING_HINT = N_("Choose: vooraf missing {client} --put-back, or vooraf missing {client} --accept")

ADVICE = {
    diary_reader.TORN: ("diary", NEEDS, MEND),
    diary_reader.MISNAMED: ("diary", NEEDS, WRITE_HEADER),
    diary_reader.TWO_SIDES: ("diary", TOLD, LEAVE_MARKS),
    diary_reader.NO_CLIENT: ("diary", NEEDS, NAME_CLIENT),
    diary_reader.NO_EVENT: ("diary", TOLD, MOVE_AWAY),
    diary_reader.LARGE: ("diary", NEEDS, MOVE_LARGE),
    diary_reader.ALTERED_BY_HAND: ("seal", TOLD, SEAL_HINT),
    diary_files.NO_FILE: ("diary", TOLD, MOVE_AWAY),
    diary_files.UNREADABLE: ("diary", NEEDS, GIVE_ACCESS),
    diaries.TWO_VERSIONS: ("diary", NEEDS, CHOOSE),
    diaries.FOLDER_GONE: ("folder", NEEDS, ""),
    diaries.MISSING: ("missing", NEEDS, MISSING_HINT),
    store.TAKEN_IN: ("repair", TOLD, ""),
    store.NO_COPY: ("index", TOLD, MEND),
    store.SET_ASIDE: ("repair", TOLD, LOOK_THERE),
}
"""Of each problem: the kind of its check, its state, what to do about it."""


def advised(problem: Problem) -> Check:
    """A problem of a diary as a check; one that isn't known here needs the owner all the same."""
    kind, state, hint = ADVICE.get(problem.message, ("diary", NEEDS, ""))
    return Check(kind, problem.file, state, problem.message, hint, problem.data)


# -- diaries ---------------------------------------------------------------------------------------


def diary_checks(workspace: Workspace, everyone: Sequence[Loaded]) -> Iterator[Check]:
    """Every file among the diaries, every seal, what is missing, and conflict copies.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    by_client, problems = workspace.store.by_client()
    problems = (*problems, *workspace.store.vanished({each.client.id for each in everyone}))
    readings = {path: reading for files in by_client.values() for path, reading in files.items()}
    found = [advised(problem) for problem in problems]
    for path, reading in readings.items():
        found += _file_checks(path, reading)
    known = {problem for reading in readings.values() for problem in map(_plain, reading.problems)}
    found += [
        advised(problem) for each in everyone for problem in each.problems if _plain(problem) not in known
    ]
    yield from found
    folder = workspace.folder.clients
    if any(check.message == diaries.FOLDER_GONE for check in found):
        return
    if not readings:
        yield Check("diary", folder, GOOD, NOBODY)
    if not any(check.kind == "seal" for check in found):
        yield Check("seal", folder, GOOD, SEALS, "", {"count": _seals(readings.values())})
    if not any(check.kind == "missing" for check in found):
        yield Check("missing", folder, GOOD, NONE_MISSING)
    copies = [
        check for each in everyone for check in _copy_checks(each, list(by_client.get(each.client.id, ())))
    ]
    yield from copies or [Check("copy", folder, GOOD, NO_COPIES)]


def _plain(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.message, repr(problem.data)


def _file_checks(path: str, reading: Reading) -> list[Check]:
    """What is wrong with a diary's file, or that it is good."""
    found = [advised(problem) for problem in reading.problems]
    if not can_be_set_aside(reading):
        found = [
            each._replace(hint=BY_YOURSELF) if each.message == diary_reader.TORN else each for each in found
        ]
    if not any(check.kind == "diary" for check in found):
        found.insert(0, Check("diary", path, GOOD, EVENTS, "", {"count": len(reading.events)}))
    return found


def can_be_set_aside(reading: Reading) -> bool:
    """Whether a writer can take out of a file what can't be read, and leaves a diary behind."""
    return bool(reading.scraps and reading.events)


def _seals(readings: Iterable[Reading]) -> int:
    return sum(event.trust == SEALED for reading in readings for event in reading.events)


def _copy_checks(loaded: Loaded, paths: Sequence[str]) -> Iterator[Check]:
    """The files of a client but the one that is written."""
    main = os.path.basename(loaded.file)
    for path in paths:
        if path != loaded.file:
            maker = maker_of(path, loaded.file)
            message = COPY_BY_HAND if maker == "copy" else COPY_OF if maker else COPY
            yield Check("copy", path, TOLD, message, TAKE_IN, {"main": main, "maker": maker})


# -- checklists and talks --------------------------------------------------------------------------


def checklist_checks(workspace: Workspace, everyone: Iterable[Loaded]) -> Iterator[Check]:
    """Every checklist, those that clients have and that aren't there, every talk and word list.

    Raises:
        FolderIsFile, FolderUnreadable: a folder can't be listed.
    """
    library = workspace.library.whole
    folder, builtin, keys = workspace.folder, builtin_folder(), library.keys()
    told = dict.fromkeys(fault for key in keys for fault in library.faults(key))
    yield from (of_fault("checklist", fault) for fault in told)
    for entry in library.entries():
        path = _path_of(entry.key, folder.checklists, builtin)
        yield Check("checklist", path, GOOD, ITEMS, "", {"count": entry.items})
    used = [loaded.client.checklist for loaded in everyone]
    for key in sorted(set(used) - {"", *keys}):
        path = os.path.join(folder.checklists, key + SUFFIX)
        data = {"checklist": key, "count": used.count(key)}
        yield Check("checklist", path, NEEDS, NOT_THERE, PUT_CHECKLIST, data)
    yield from _talk_checks(library, folder.talks, os.path.join(builtin, TALKS))
    faults = workspace.words.faults()
    yield from (of_fault("words", fault) for fault in faults)
    faulty = {fault.file for fault in faults}
    for path in workspace.words.paths():
        if path not in faulty:
            yield Check("words", path, GOOD, NO_FAULTS)


def _talk_checks(library: Library, own: str, builtin: str) -> Iterator[Check]:
    yield from (of_fault("talk", fault) for fault in library.talk_faults())
    faulty = {fault.file for fault in library.talk_faults()}
    for key in library.talk_keys():
        path = _path_of(key, own, builtin)
        if path not in faulty:
            yield Check("talk", path, GOOD, NO_FAULTS)


def _path_of(key: str, own: str, builtin: str) -> str:
    """The file of this name that is used: the owner's before the built-in."""
    path = os.path.join(own, key + SUFFIX)
    known = os.path.join(builtin, key + SUFFIX)
    return path if os.path.lexists(path) or not os.path.lexists(known) else known


def of_fault(kind: str, fault: Fault) -> Check:
    """A fault of a file that people write, as what was found."""
    data = {**fault.data, "line": fault.line, "first": fault}
    return Check(kind, fault.file, NEEDS, FAULT, fault.hint, data)


# -- the house rules -------------------------------------------------------------------------------


def rules_checks(workspace: Workspace, everyone: Iterable[Loaded]) -> Iterator[Check]:
    """The house rules by themselves, and against the checklists that are used.

    Raises:
        FolderIsFile, FolderUnreadable: a folder of checklists can't be listed.
    """
    path = workspace.folder.rules
    yield from _copies_of_rules(path)
    if not os.path.lexists(path):
        yield Check("rules", path, GOOD, NO_RULES)
        return
    library, rules = workspace.library.whole, workspace.rules
    used = {loaded.client.checklist for loaded in everyone}
    faults = (*workspace.rule_faults, *unfitting(workspace, used))
    found = [of_fault("rules", fault) for fault in faults]
    if rules.trade and rules.trade not in library.keys():  # noqa: SIM118 - a method of the library, not a mapping's
        missing = UnknownChecklist(checklist=rules.trade, checklists=", ".join(library.keys()))
        found.append(of_error("rules", path, missing))
    yield from found or [Check("rules", path, GOOD, NO_FAULTS)]


def _copies_of_rules(path: str) -> Iterator[Check]:
    """Files beside the house rules that a synchroniser, or somebody by hand, made of them."""
    folder, name = os.path.split(path)
    begin, end = os.path.splitext(name)
    try:
        with os.scandir(folder) as entries:
            beside = sorted(
                each.path for each in entries if each.name.startswith(begin) and each.name != name
            )
    except OSError:
        return  # no folder, or not to be listed: that is told where the folder is looked at
    for each in beside:
        if each.endswith(end):
            yield Check("rules", each, TOLD, RULES_COPY, COMPARE)
