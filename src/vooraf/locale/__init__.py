"""What the screens and the commands say, in the user's language: English in the code, Dutch in the catalogue.

The script is another matter: it is in the client's language, and its texts are data.

==================  ===============================================================================
words.py            the words and glyphs that the screens and the commands share
day_words.py        those for days and for how long until one
event_words.py      those for what is in a diary
event_parts.py      an event part by part, and what tells its versions apart
boundary_words.py   those for rules that came up
sheet_words.py      those for a script before it goes out
due_words.py        those for what is due; hint_words.py the kinds of word hints
catalogue.py        the translations, looked up in the ``.mo`` file
==================  ===============================================================================
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = ("en", "nl")


class _Chosen:
    """The language of this run. Chosen once at the start, and again when the settings change it."""

    language = "en"
    translate: Callable[[str], str] = staticmethod(str)
    translate_plural: Callable[[str, str, int], str] = staticmethod(
        lambda one, many, count: one if count == 1 else many
    )
    decide: Callable[[], str] | None = None
    last: Callable[[str], str] | None = None
    """What each sentence goes through at last."""


def choose_when_spoken(decide: Callable[[], str]) -> None:
    """Speak what ``decide`` gives (``en`` or ``nl``), asked at the first word.

    A script in the client's language needs no word of ours: its settings needn't be looked for.
    """
    _Chosen.decide = staticmethod(decide)


def _settled() -> type[_Chosen]:
    """The language of this run, decided on by now."""
    if _Chosen.decide is not None:
        choose(_Chosen.decide())
    return _Chosen


def choose(language: str) -> None:
    """Speak ``language`` (``en`` or ``nl``) from now on."""
    _Chosen.decide = None
    _Chosen.language = language
    if language == "en":
        _Chosen.translate = staticmethod(str)
        _Chosen.translate_plural = staticmethod(lambda one, many, count: one if count == 1 else many)
        return
    from vooraf.locale.catalogue import Catalogue  # noqa: PLC0415 - English needs none

    path = os.path.join(os.path.dirname(__file__), language, "LC_MESSAGES", "vooraf.mo")
    with open(path, "rb") as file:
        catalogue = Catalogue(file.read())
    _Chosen.translate = catalogue.one
    _Chosen.translate_plural = catalogue.plural


def say_through(last: Callable[[str], str] | None) -> None:
    """Give each sentence through ``last`` from now on, before it is filled in; as it stands with ``None``."""
    _Chosen.last = staticmethod(last) if last else None


def spoken() -> str:
    """The language that is spoken now."""
    return _settled().language


def wanted(option: str | None, setting: str, environ: Mapping[str, str]) -> str:
    """The screen's language: ``--lang``, else the setting, else the system's, else English."""
    if option or setting:
        return option or setting
    system = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "nl" if system.startswith("nl") else "en"


def _(text: str) -> str:
    """``text`` in the chosen language."""
    if not text:
        return ""
    said = _settled().translate(text)
    return _Chosen.last(said) if _Chosen.last else said


def ngettext(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` in the chosen language, by ``count``."""
    said = _settled().translate_plural(one, many, count)
    return _Chosen.last(said) if _Chosen.last else said
