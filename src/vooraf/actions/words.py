"""Words that over-promise or say nothing: looked for in any text to a client, and in the checklists."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Field
from vooraf.model.record import NamedTuple
from vooraf.model.word_check import Hint, hints
from vooraf.model.word_lists import MESSAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vooraf.storage.library import Library


def word_hints(
    workspace: Workspace,
    text: str,
    language: str,
    *,
    role: str = MESSAGE,
    allow: Sequence[str] = (),
    fields: Mapping[str, Field] | None = None,
) -> tuple[Hint, ...]:
    """What could be said better in a text to a client, in the order of the text; empty when nothing could.

    ``language`` is the text's: en, nl or nl_formal. ``role`` is what it is: SAY, ASK or CHECK of an item, its
    TITLE, or a MESSAGE. ``allow`` is what the item lets pass (``item.allow``); ``fields`` are its checklist's
    (``checklist.fields``), for a text in which ``${names}`` are filled in later.

    Each hint has its place (``start``, ``end`` in ``text``), its ``kind``, and ``why`` and ``instead`` per
    language of the owner: ``text_in(hint.why, spoken())``. A hint is no fault: nothing may be refused for it.
    It is quick enough to be asked at every key: a few milliseconds, and 20 the first time in a run.

    On the screen a ``WordsBox`` shows them while one types, when it is given them::

        look = partial(word_hints, workspace, language="nl", role=SAY, allow=item.allow)
        WordsBox(title, hint, drafts, draft, text, hints=look)

    Raises:
        BrokenWords: the owner's own list can't be used.
    """
    types = {name: field.type for name, field in (fields or {}).items()}
    lists = workspace.words.lists(language)
    return hints(text, language, lists, role=role, allow=allow, fields=types)


def hints_in(workspace: Workspace, text: str, language: str) -> tuple[FoundHint, ...]:
    """The hints in a text that isn't in a file, with their lines. Raises BrokenWords."""
    found = word_hints(workspace, text, language)
    return tuple(FoundHint("", _lines(text, hint) + 1, "", language, text, hint) for hint in found)


class FoundHint(NamedTuple):
    """A hint in ``text``, on ``line`` (counted from 1) of a file; ``file`` is empty for a text without one.

    ``item`` is the key of the item, or of the part of a talk; empty in the title of a file.
    """

    file: str
    line: int
    item: str
    language: str
    text: str
    hint: Hint


def checklist_hints(workspace: Workspace, names: Sequence[str] = ()) -> tuple[FoundHint, ...]:
    """The hints in the texts of these checklists (keys or files); in all checklists and talks if none is named.

    Each file is looked at by itself, without what it extends. A file with a fault gives none.

    Raises:
        BrokenWords: the owner's own list can't be used.
        UnknownChecklist: a name is neither a key nor a file.
    """
    from vooraf.storage.client_texts import client_texts  # noqa: PLC0415 - 60 ms with what checks the files

    library = workspace.library.whole
    paths = [_path(library, name) for name in names or library.keys()]
    if not names:
        paths += [library.talk_path(key) for key in library.talk_keys()]
    return tuple(
        FoundHint(text.file, text.line + _lines(text.text, hint), text.item, text.language, text.text, hint)
        for path in paths
        for text in client_texts(library, path)
        for hint in word_hints(
            workspace, text.text, text.language, role=text.role, allow=text.allow, fields=text.fields
        )
    )


def _lines(text: str, hint: Hint) -> int:
    return text.count("\n", 0, hint.start)


def _path(library: Library, name: str) -> str:
    known = name in library.keys()  # noqa: SIM118 - a method of the library, not a mapping's keys
    return library.path(name) if known or not os.path.isfile(name) else name
