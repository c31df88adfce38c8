"""A new client, an edited profile, archiving."""

from __future__ import annotations

import os
from collections.abc import Mapping

from vooraf.actions.rows import ALL_NAMES
from vooraf.actions.view import ClientView, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.client import NoName
from vooraf.errors.disk import FolderGone
from vooraf.errors.values import BadChoice
from vooraf.model.checklist import LANGUAGES, MOMENTS
from vooraf.model.client import KINDS, Client, as_profile
from vooraf.model.naming import slug_of
from vooraf.model.record import NamedTuple
from vooraf.model.values import parse_moment, storable
from vooraf.storage.device import SHORT_LENGTH, letters
from vooraf.storage.store import Draft

Given = Mapping[str, object]
"""Fields of the profile as they were typed: texts, a list of wishes, and ``archived`` as a boolean."""

MOST_QUOTED = 60
_OPENING = ("name", "language", "checklist")


class Opened(NamedTuple):
    """A new client: the short id and the diary's path."""

    client: str
    file: str


def profile_data(workspace: Workspace, given: Given) -> dict[str, object]:
    """The given fields as the diary keeps them, checked. An empty text takes a field away, ``None`` leaves it.

    Raises:
        NoName, BadChoice, BadMoment, TooLong, Unstorable: a field that can't be kept.
        UnknownChecklist, BrokenChecklist: a checklist that can't be used.
    """
    kept: dict[str, object] = {}
    for key, value in given.items():
        if isinstance(value, str):
            kept[key] = storable(value.strip())
        elif isinstance(value, bool):
            kept[key] = value
        elif isinstance(value, list | tuple):
            kept[key] = [text for each in value if (text := storable(str(each).strip()))]
    if kept.get("name") == "":
        raise NoName
    for key, options in (("language", LANGUAGES), ("kind", ("", *KINDS)), ("moment", MOMENTS)):
        if key in kept and kept[key] not in options:
            raise BadChoice(
                value=str(kept[key])[:MOST_QUOTED], field=key, options=", ".join(filter(None, options))
            )
    if kept.get("meeting"):
        kept["meeting"] = parse_moment(str(kept["meeting"]))
    if "checklist" in kept:
        workspace.library.checklist(str(kept["checklist"]))
    return kept


def new_client(workspace: Workspace, name: str, given: Given) -> Opened:
    """Open a diary. Checklist and language are the house rules' where they aren't given.

    Raises what ``profile_data`` raises, and what writing raises.

    Raises:
        FolderGone: the folder isn't there, and was. Begun anew, maybe where a drive belongs, it would lack
            everybody else who was in it.
    """
    for told in () if os.path.lexists(workspace.folder.clients) else workspace.store.vanished(()):
        raise FolderGone(**told.data)
    rules = workspace.rules
    usual = {"language": rules.language, "checklist": rules.trade}
    data = profile_data(workspace, {**usual, **given, "name": name})
    more = {key: value for key, value in data.items() if key not in _OPENING and value not in ("", [])}
    drafts: list[Draft] = [("opened", {key: data[key] for key in _OPENING})]
    drafts += [("profile", as_profile(more))] if more else []
    taken = workspace.store.known_ids()
    client_id = letters(workspace.random, SHORT_LENGTH)
    while client_id in taken:
        client_id = letters(workspace.random, SHORT_LENGTH)
    file = os.path.join(workspace.folder.clients, f"{slug_of(str(data['name']))}-{client_id}.toml")
    workspace.store.append(client_id, lambda _: drafts, workspace.writer(), file)
    return Opened(client_id, file)


def edit_client(workspace: Workspace, client_id: str, given: Given) -> tuple[ClientView, tuple[str, ...]]:
    """Change the profile; gives the new state and the names of the fields that really changed.

    Raises what ``profile_data`` raises, and what writing raises.
    """
    data = profile_data(workspace, given)
    changed: list[str] = []

    def decide(client: Client) -> list[Draft]:
        now = client._asdict()
        different = {key: value for key, value in data.items() if _comparable(now[key]) != _comparable(value)}
        changed.extend(different)
        return [("profile", as_profile(different))] if different else []

    loaded = workspace.store.append(client_id, decide, workspace.writer())
    if "name" in changed:
        workspace.index.keep_document(ALL_NAMES, "", "")
    return viewed(workspace, loaded), tuple(changed)


def _comparable(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else (value or "")
