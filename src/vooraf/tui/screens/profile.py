"""The blanks of a client's profile: of a new client, and of one that is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vooraf.actions.checklists import Entry, listed
from vooraf.actions.clients import new_client
from vooraf.actions.finding import namesakes
from vooraf.actions.workspace import Workspace
from vooraf.errors.client import NameTaken
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.words import client_kind_word, client_moment_word, language_word, profile_word
from vooraf.model.checklist import LANGUAGES, MOMENTS, HouseRules, text_in
from vooraf.model.client import KINDS, Client
from vooraf.model.how import salutation
from vooraf.model.visible import visible_line
from vooraf.tui.screens.form_box import Blank, Given

WISHES = "wishes"
_MOST_OF_NAME = 80

_TEXTS = ("email", "phone", "style", "approach", "pace")


def client_blanks(workspace: Workspace, client: Client | None = None) -> tuple[Blank, ...]:
    """The blanks of a profile: the client's own, or those of a new one with the house rules' usual choices.

    What was typed in them goes through ``profile_from`` before it goes to an action.
    """
    known: Mapping[str, object] = client._asdict() if client else {}
    rules = workspace.rules
    usual = (
        rules.language if rules != HouseRules() else spoken()
    )  # nothing is chosen yet: who skips the first step
    checklist, language = (client.checklist, client.language) if client else (rules.trade, usual)
    moment = client.meeting.strftime("%Y-%m-%d %H:%M") if client and client.meeting else ""
    wishes = "\n".join(client.wishes) if client else ""
    return (
        _text("name", known),
        Blank(
            "meeting",
            _label("meeting"),
            moment,
            _("for instance {moment}").format(moment=_example(workspace)),
        ),
        _text("place", known),
        Blank(WISHES, _("Wishes, one a line"), wishes, lines=3),
        Blank("checklist", _label("checklist"), checklist, choices=_checklists(workspace, checklist)),
        Blank(
            "language",
            _label("language"),
            language,
            choices=[(each, language_word(each)) for each in LANGUAGES],
        ),
        Blank("kind", _label("kind"), str(known.get("kind", "")), choices=_kinds()),
        _text("salutation", known)._replace(hint=_salutation(client, language)),
        *(_text(name, known)._replace(hint=_hint(name)) for name in _TEXTS),
        Blank(
            "moment",
            _label("moment"),
            client.moment if client else MOMENTS[0],
            choices=[(each, client_moment_word(each)) for each in MOMENTS],
        ),
    )


def profile_from(given: Given) -> dict[str, object]:
    """What was typed, as the actions take it: a wish is a line."""
    wishes = [line.strip() for line in given.get(WISHES, "").splitlines() if line.strip()]
    return {**given, **({WISHES: wishes} if WISHES in given else {})}


def opening(workspace: Workspace, opened: list[str]) -> Callable[[Given], None]:
    """Opens the client who was typed in these blanks, and puts the short id in ``opened``.

    Raises:
        NameTaken: somebody is called that already, and the owner hasn't been told of that name yet.
        What opening a client raises.
    """
    told: set[str] = set()

    def keep(given: Given) -> None:
        name = given["name"].strip()
        if name and name not in told and namesakes(workspace, name):
            told.add(name)
            raise NameTaken(name=visible_line(name[:_MOST_OF_NAME]))
        opened.append(new_client(workspace, name, profile_from(given)).client)

    return keep


def checklist_choices(workspace: Workspace) -> list[tuple[str, str]]:
    """The checklists that can be used, by title, each with how many items it has."""
    entries, _faults = listed(workspace)
    return sorted(((entry.key, _title(entry)) for entry in entries), key=lambda choice: choice[1].casefold())


def _title(entry: Entry) -> str:
    items = ngettext("{count} item", "{count} items", entry.items).format(count=entry.items)
    return f"{text_in(entry.title, spoken())} ({items})"


def _checklists(workspace: Workspace, own: str) -> list[tuple[str, str]]:
    choices = checklist_choices(workspace)
    return choices if own in dict(choices) else [(own, own), *choices]


def _kinds() -> list[tuple[str, str]]:
    return [("", _("not said")), *((kind, client_kind_word(kind)) for kind in KINDS)]


def _text(name: str, known: Mapping[str, object]) -> Blank:
    return Blank(name, _label(name), str(known.get(name, "")))


def _hint(name: str) -> str:
    """What may stand there, and what follows from it."""
    if name == "style":
        return _("for instance: short, to the point")
    if name == "pace":
        return _("“short” or “quick” keeps messages short")
    return ""


def _salutation(client: Client | None, language: str) -> str:
    """How a letter begins while the salutation is empty; of a new client, how one looks."""
    if client:
        return salutation("", client.name, client.language)
    return _("for instance {example}").format(example=salutation("", "Noor", language))


def _label(name: str) -> str:
    word = profile_word(name)
    return word[:1].upper() + word[1:]


def _example(workspace: Workspace) -> str:
    return f"{workspace.today.isoformat()} 14:00"
