"""From when a change of the house rules holds, and why: what is to be announced, and what the rules keep of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.workspace import Workspace
from vooraf.errors.announcing import AnnouncedInPast, NoReason, NothingAnnounced
from vooraf.errors.rules import BadWording
from vooraf.model.checklist import Change, HouseRules, Texts
from vooraf.model.values import storable


def reasons(because: str, own: Texts, language: str) -> Texts:
    """The reason per language, from one for all and those for a language alone; ``language`` is the owner's.

    What is given for all is for the owner's language, or for the other one when that has its own.
    """
    clean = {each: storable(" ".join(text.split())) for each, text in {**own, "": because}.items()}
    general = clean.pop("")
    found = {each: text for each, text in clean.items() if text}
    mine = "en" if language == "en" else "nl"
    free = [each for each in (mine, "nl" if mine == "en" else "en") if each not in found]
    return {**found, free[0]: general} if general and free else found


def change_with(
    workspace: Workspace,
    item: str,
    from_day: date | None,
    because: str,
    own: Texts | None = None,
    *,
    anew: bool = False,
) -> Change:
    """What is to be announced: what is given, completed by what the house rules say already.

    ``because`` is the reason for everybody, and takes the place of the one that was kept; ``own`` are those
    for a language alone. ``anew``: no reason that was kept counts.

    Raises:
        NothingAnnounced: neither says from when.
        AnnouncedInPast: the day is past.
        NoReason: neither says why.
        TooLong, Unstorable, BadWording: a reason that can't be kept.
    """
    kept = workspace.rules.changes.get(item, Change(None, {}))
    day = _not_past(from_day or kept.from_day, workspace.today, item)
    before = {} if anew or because.strip() else kept.because
    texts = {**before, **reasons(because, own or {}, workspace.rules.language)}
    if not texts:
        raise NoReason(item=item)
    _check_reasons(texts)
    return Change(day, texts)


def _check_reasons(texts: Texts) -> None:
    """Make sure that the house rules can be read with these reasons in them."""
    from vooraf.storage.report import text_faults  # noqa: PLC0415 - for who writes one

    for text in texts.values():
        for fault in text_faults(text, fields=False):
            raise BadWording(first=fault)


def keep_change(workspace: Workspace, item: str, change: Change) -> HouseRules:
    """Keep the day and the reason in the house rules, where they aren't there already.

    Raises:
        RulesBusy, BrokenRules, RuleInTheWay, RulesNotSaved, TooLong: and then nothing was kept.
    """
    kept = workspace.rules.changes.get(item, Change(None, {}))
    if kept == change:
        return workspace.rules
    texts = {each: change.because.get(each) for each in {*kept.because, *change.because}}
    edits: dict[tuple[str, ...], object] = {("change", item, "from"): change.from_day}
    edits |= {("change", item, "because", each): texts[each] for each in sorted(texts)}
    return keep_rules(workspace, edits)


def other_language(change: Change, languages: Iterable[str]) -> tuple[str, ...]:
    """The languages, of these, in which the reason isn't written: it stands in another one in their messages."""
    written = {each[:2] for each in change.because}
    return tuple(dict.fromkeys(each[:2] for each in languages if each[:2] not in written))


def kept_change(workspace: Workspace, item: str, sent: date) -> Change:
    """What the house rules announce about an item, for a message of the day ``sent``.

    Raises:
        NothingAnnounced, AnnouncedInPast.
    """
    change = workspace.rules.changes.get(item, Change(None, {}))
    _not_past(change.from_day, sent, item)
    return change


def _not_past(day: date | None, today: date, item: str) -> date:
    """The day from which a change holds, if there is one that isn't past on the day when it is told."""
    if day is None:
        raise NothingAnnounced(item=item)
    if day < today:
        raise AnnouncedInPast(date=day.isoformat(), today=today.isoformat(), item=item)
    return day
