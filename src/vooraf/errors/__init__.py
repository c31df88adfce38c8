"""One class per fault: its sentence, its hint, its exit code.

==============  =================================================================================
client.py       a client, the items of their checklist, what is in their diary
talk.py         talks, what is recorded of them, and the meeting that is under way
values.py       what people give: the value of a field, a date, a text
announcing.py   a change of the house rules, told to those who know it otherwise
checklist.py    the files that people write: which there are, and what can't be used
rules.py        a change of the house rules
disk.py         folders and files
diary.py        reading, appending to and merging diaries
git.py          diaries in git
output.py       what goes out: to a printer, and into which kind of file
command.py      the command line
==============  =================================================================================

Who raises passes data and no prose: ``raise UnknownClient(name="Noor")``.
``sentence`` and ``hint_line`` take the translation of the screen's language, so a
sentence exists once, in English, and its Dutch stands in the catalogue.
Nothing else of ours is imported here, so every layer can raise; and who raises imports the one file that
the class stands in, so that a start makes few of these classes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import ClassVar

DONE, REFUSED, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark ``text`` for the catalogue and give it back as it is."""
    return text


FULL, QUOTA = N_("no space left on device"), N_("disk quota exceeded")
READ_ONLY = N_("read-only file system")
DENIED, NOT_PERMITTED = N_("permission denied"), N_("operation not permitted")
DISK_FAILS = N_("input/output error")
REASONS = (
    FULL,
    QUOTA,
    READ_ONLY,
    DENIED,
    NOT_PERMITTED,
    DISK_FAILS,
    N_("no such file or directory"),
    N_("not a directory"),
    N_("is a directory"),
    N_("file exists"),
    N_("file too large"),
    N_("file name too long"),
    N_("invalid argument"),
    N_("too many open files"),
    N_("device or resource busy"),
    N_("resource temporarily unavailable"),
    N_("stale file handle"),
    N_("no such device"),
    N_("no locks available"),
    N_("operation not supported"),
    N_("connection timed out"),
    N_("transport endpoint is not connected"),
)
"""Why the system refuses, as far as there is Dutch for it."""


def reason(error: OSError) -> str:
    """Why the system refused, in English as the middle of a sentence; what ``why`` is in the data of a fault."""
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


_LANGUAGE = N_("en")
"""Each catalogue has the name of its own language for it."""


def said(data: Mapping[str, object], translate: Callable[[str], str]) -> Mapping[str, object]:
    """``data`` with the system's reason, and what a field is called, in the language of ``translate``."""
    why, field = data.get("why"), data.get("field")
    more: dict[str, object] = {}
    if isinstance(why, str) and why in REASONS:
        more["why"] = translate(why)
    if isinstance(field, dict):
        more["field"] = field.get(translate(_LANGUAGE)) or field["en"]
    return {**data, **more}


class VoorafError(Exception):
    """A fault that the owner can do something about.

    Class attributes: ``message`` and ``hint`` (English, with ``{names}`` of the data; ``hint`` may be
    empty) and ``exit_code``; ``hints`` are those for some of the system's reasons, which ``hint`` doesn't fit.
    The data of one fault come in as keywords.
    """

    message: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    hints: ClassVar[Mapping[str, str]] = {}
    exit_code: ClassVar[int] = REFUSED

    def __init__(self, **data: object) -> None:
        self.data = data
        super().__init__(self.sentence())

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The fault in one sentence, in the language of ``translate``."""
        return translate(self.message).format_map(said(self.data, translate))

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """What to do next, or an empty text."""
        return translate(self.advice).format_map(self.data) if self.advice else ""

    @property
    def advice(self) -> str:
        """The template of the hint that fits the reason, or an empty text."""
        return self.hints.get(str(self.data.get("why")), self.hint)


class WrongUse(VoorafError):
    """The command line can't be carried out as it stands."""

    exit_code = WRONG_USE
