"""A script made out for one client; a letter recorded as told, in exactly its words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vooraf.actions.items import Ticked, check_rules, checked_day, checked_how, words_of
from vooraf.actions.messages import item_of
from vooraf.actions.view import ClientView, usable_states, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.talk import AnnounceInstead, MessageTellsNothing, NotALetter, NothingToAnnounce
from vooraf.errors.values import BadChoice
from vooraf.model.checklist import LANGUAGES
from vooraf.model.script import Facts, Script, letter_items, make
from vooraf.model.standing import ItemState, Wordings, states
from vooraf.model.talk import LETTER, Talk

CHECK_IN, UP_FRONT, RECAP, ANNOUNCE = "check-in", "up-front", "recap", "announce"


def talk(workspace: Workspace, key: str) -> Talk:
    """A talk by its key. Raises NoTalk."""
    return workspace.library.talk(key)


def talks(workspace: Workspace) -> tuple[Talk, ...]:
    """Every talk that can be used, by key; those that come with Vooraf first."""
    found = workspace.library.whole.talks()
    return tuple(found[key] for key in sorted(found, key=lambda key: (_place(key), key)))


def _place(key: str) -> int:
    known = (CHECK_IN, UP_FRONT, RECAP, ANNOUNCE)
    return known.index(key) if key in known else len(known)


def facts_for(
    workspace: Workspace,
    seen: ClientView,
    led: Talk,
    minutes: int | None = None,
    language: str = "",
    chosen: Mapping[str, tuple[str, ...]] | None = None,
    about: str = "",
) -> Facts:
    """What a script is made from: the client's standing today, in the client's language or another one.

    Raises:
        BrokenChecklist, UnknownChecklist: the client's checklist can't be used.
        BadChoice: no such language.
    """
    usable_states(seen)
    if language and language not in LANGUAGES:
        raise BadChoice(value=language, field="--language", options=", ".join(LANGUAGES))
    assert seen.checklist is not None  # noqa: S101 - usable_states has raised when it is
    return Facts(
        client=seen.client,
        states=seen.states,
        checklist=seen.checklist,
        rules=seen.rules,
        language=language or seen.client.language,
        minutes=led.minutes if minutes is None else minutes,
        today=workspace.today,
        chosen=chosen,
        about=about,
    )


def script(
    workspace: Workspace,
    seen: ClientView,
    talk_key: str = CHECK_IN,
    minutes: int | None = None,
    language: str = "",
    item: str = "",
) -> Script:
    """The script of a talk for a client, in the client's language unless another one is asked for.

    ``item`` is the one that a message is about, see ``messages.item_of``.

    Raises:
        NoTalk, BadChoice, BrokenChecklist, UnknownChecklist, UnknownItem, WaivedItem, WhichItem, NotAboutItem.
        NothingToAnnounce: the talk announces changes, and there are none for this client.
    """
    led = talk(workspace, talk_key)
    about = item_of(workspace, seen, led, item)
    made = make(led, facts_for(workspace, seen, led, minutes, language, about=about))
    if _announces(led) and not any(line.item for part in made.parts for line in part.lines):
        raise NothingToAnnounce(client=seen.client.id)
    return made


def _announces(led: Talk) -> bool:
    return any(part.each == "announce" for part in led.parts)


def check_tells(led: Talk, client_id: str) -> None:
    """Make sure that the words of this talk can be recorded as told.

    Raises:
        NotALetter, AnnounceInstead, MessageTellsNothing.
    """
    if led.form != LETTER:
        raise NotALetter(talk=led.key)
    if _announces(led):
        raise AnnounceInstead(client=client_id)
    if led.needs_item:
        raise MessageTellsNothing(talk=led.key)


def tell_letter(
    workspace: Workspace,
    seen: ClientView,
    talk_key: str,
    how: str,
    on: date | None = None,
    language: str = "",
) -> Ticked:
    """Record what stands in a letter as told, word for word.

    Raises:
        NoTalk, NotALetter, AnnounceInstead, MessageTellsNothing, BadChoice, FutureDate, BrokenRules, NotSaved:
            and then nothing was recorded.
    """
    led = talk(workspace, talk_key)
    check_tells(led, seen.client.id)
    check_rules(workspace)
    how, day = checked_how(how), checked_day(workspace, on)
    facts = facts_for(workspace, seen, led, language=language)
    written = dict(letter_items(led, facts))
    client = seen.client._replace(language=facts.language)
    now = states(client, facts.checklist, Wordings(facts.rules))
    told = [state for state in now if state.item.key in written]
    drafts = [("told", {**words_of(state, how, day), "text": written[state.item.key]}) for state in told]
    loaded = workspace.store.append(seen.client.id, lambda _: drafts, workspace.writer())
    left = [state for state in seen.states if state.item.key not in written]
    return Ticked(viewed(workspace, loaded), tuple(told), tuple(left))


def left_out(seen: ClientView, language: str = "") -> tuple[ItemState, ...]:
    """The items that no letter can hold yet, because a value is missing."""
    client = seen.client._replace(language=language or seen.client.language)
    found = states(client, seen.checklist, Wordings(seen.rules)) if seen.checklist else ()
    return tuple(state for state in found if not state.wording.ready and state.standing != "waived")
