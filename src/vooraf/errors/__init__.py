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
    from collections.abc import Callable
    from typing import ClassVar

DONE, REFUSED, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark ``text`` for the catalogue and give it back as it is."""
    return text


class VoorafError(Exception):
    """A fault that the owner can do something about.

    Class attributes: ``message`` and ``hint`` (English, with ``{names}`` of the data; ``hint`` may be
    empty) and ``exit_code``. The data of one fault come in as keywords.
    """

    message: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    exit_code: ClassVar[int] = REFUSED

    def __init__(self, **data: object) -> None:
        self.data = data
        super().__init__(self.sentence())

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The fault in one sentence, in the language of ``translate``."""
        return translate(self.message).format_map(self.data)

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """What to do next, or an empty text."""
        return translate(self.hint).format_map(self.data) if self.hint else ""


class WrongUse(VoorafError):
    """The command line can't be carried out as it stands."""

    exit_code = WRONG_USE
