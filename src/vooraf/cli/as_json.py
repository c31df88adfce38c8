"""Clients, events, checklists and faults for other programs: stable keys, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time

from vooraf.actions.overview import Row, row_of
from vooraf.actions.view import ClientView
from vooraf.locale import _
from vooraf.model.boundary import Count, counted
from vooraf.model.checklist import Checklist, Field, Item, text_in
from vooraf.model.client import Client
from vooraf.model.events import UNDO_KINDS, Event, as_table
from vooraf.model.faults import Fault, Problem
from vooraf.model.standing import ItemState

SCHEMA = 1
Json = dict[str, object]


def plain(value: object) -> object:
    """A value of TOML as JSON has it: days and times in ISO text, and no figure that JSON lacks."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float) and value - value != 0:  # infinite, or no number
        return str(value)
    return value


def row_json(row: Row) -> Json:
    """A client's line in the list."""
    return {
        "client": row.client,
        "name": row.name,
        "checklist": row.checklist,
        "language": row.language,
        "meeting": row.meeting.isoformat(timespec="minutes") if row.meeting else None,
        "archived": row.archived,
        "standing": dict(row.standing),
        "must_open": row.must_open,
    }


def client_json(seen: ClientView) -> Json:
    """A client with every item; texts in the client's language."""
    client = seen.client
    return {
        "schema": SCHEMA,
        **row_json(row_of(seen)),
        "place": client.place,
        "wishes": list(client.wishes),
        "kind": client.kind,
        "email": client.email,
        "phone": client.phone,
        "salutation": client.salutation,
        "prefers": {"style": client.style, "approach": client.approach, "pace": client.pace},
        "moment": client.moment,
        "boundaries": [_boundary_json(count, client) for count in counted(client)],
        "gone": list(seen.gone),
        "items": [_state_json(state, client.language) for state in seen.states],
    }


def _boundary_json(count: Count, client: Client) -> Json:
    return {
        "item": count.item,
        "applied": count.applied,
        "excepted": count.excepted,
        "events": [
            {"kind": event.kind, "why": event.text("why"), "on": event.on.isoformat()}
            for event in client.boundaries[count.item]
        ],
    }


def _state_json(state: ItemState, language: str) -> Json:
    item, history = state.item, state.history
    return {
        "key": item.key,
        "section": item.section,
        "title": text_in(item.title, language),
        "must": item.must,
        "moment": item.moment,
        "standing": state.standing,
        "ready": state.wording.ready,
        "wording": state.wording.text,
        "told": _happened(history.told, "text"),
        "confirmed": _happened(history.confirmed, "words"),
    }


def _happened(event: Event | None, said: str) -> Json | None:
    if event is None:
        return None
    return {said: event.text(said), "on": event.on.isoformat(), "by": event.text("by")}


def event_json(event: Event, client: Client) -> Json:
    """An event with the fields of its file; ``undone`` or ``overruled`` stands on those that don't count."""
    undone = event.kind not in UNDO_KINDS and event.batch in client.undone
    table = {key: plain(value) for key, value in as_table(event).items()}
    marks = {"undone": undone, "overruled": event in client.overruled}
    return {**table, **{mark: True for mark, holds in marks.items() if holds}}


def problems_json(problems: Iterable[Problem | Fault], translate: Callable[[str], str]) -> list[Json]:
    """What the owner is told about files, each once, in the language of ``translate``."""
    told = dict.fromkeys((problem.file, _message(problem, translate)) for problem in problems)
    return [{"file": file, "message": message} for file, message in told]


def _message(problem: Problem | Fault, translate: Callable[[str], str]) -> str:
    sentence = problem.sentence(translate)
    if isinstance(problem, Fault):
        return _("line {line}: {sentence}").format(line=problem.line, sentence=sentence)
    return sentence


def faults_json(faults: Sequence[Fault]) -> Json:
    """What is wrong with checklists."""
    return {
        "schema": SCHEMA,
        "faults": [
            {
                "file": fault.file,
                "line": fault.line,
                "at": fault.at,
                "message": fault.sentence(_),
                "hint": fault.hint_line(_),
            }
            for fault in faults
        ],
    }


def checklist_json(checklist: Checklist) -> Json:
    """A checklist with ``extends`` worked out, and every text per language."""
    return {
        "schema": SCHEMA,
        "key": checklist.key,
        "title": dict(checklist.title),
        "sections": [
            {
                "key": section.key,
                "title": dict(section.title),
                "items": [_item_json(item, checklist) for item in section.items],
            }
            for section in checklist.sections
        ],
    }


def _item_json(item: Item, checklist: Checklist) -> Json:
    return {
        "key": item.key,
        "must": item.must,
        "moment": item.moment,
        "title": dict(item.title),
        "say": dict(item.say),
        "ask": dict(item.ask),
        "check": dict(item.check),
        "why": dict(item.why),
        "fields": [_field_json(checklist.fields[name]) for name in item.fields if name in checklist.fields],
    }


def _field_json(field: Field) -> Json:
    return {
        "name": field.name,
        "type": field.type,
        "label": dict(field.label),
        "default": plain(field.default),
        "options": plain(field.options),
    }
