"""A small checklist, the talks and a client in the middle of things, for the tests of scripts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from vooraf.model.checklist import Checklist, Field, HouseRules, Item, Section
from vooraf.model.client import Client, History, TalkHeld
from vooraf.model.events import Event
from vooraf.model.script import Facts
from vooraf.model.standing import ItemState, Wordings, states
from vooraf.model.talk import Part, Step, Talk

HERE = Path(__file__).parent
TALKS = HERE.parents[1] / "checklists" / "talks"
TODAY = date(2026, 11, 22)
MEETING = datetime(2026, 11, 25, 10, 0)
RULES = HouseRules(name="Fotografie Zuid", language="nl", values={"rate": "75"})
NAMES = {"en": "Mia Brown", "nl": "Noor Veldman", "nl_formal": "mevrouw De Linde"}
WISHES = {
    "en": ("A swallow in the picture", "No posing with flowers"),
    "nl": ("Een zwaluw op de foto", "Niet poseren met bloemen"),
    "nl_formal": ("Een zwaluw op de foto", "Niet poseren met bloemen"),
}
WORDS = {
    "en": "you say where I look, I do as I am told",
    "nl": "jij zegt waar ik kijk, ik doe wat je zegt",
    "nl_formal": "u zegt waar ik kijk, dat vind ik prettig",
}
WAS = {
    "en": "There are 2 rounds of changes in the price. After that I charge €65.00 per hour.",
    "nl": "In de prijs zitten 2 correctierondes. Daarna reken ik €\u00a065,00 per uur.",
    "nl_formal": "In de prijs zitten 2 correctierondes. Daarna reken ik €\u00a065,00 per uur.",
}
OPEN_ITEM = History("open", None, None, None, None)


def talk(key: str) -> Talk:
    """A built-in talk, as its file has it."""
    table = tomllib.loads((TALKS / f"{key}.toml").read_text(encoding="utf-8"))
    return talk_of(key, table)


def talk_of(key: str, table: Mapping[str, Any]) -> Talk:
    return Talk(
        key=key,
        title=table["title"],
        form=table["form"],
        minutes=table.get("minutes", 0),
        fixed=table.get("fixed", 0),
        heading=tuple(table.get("heading", ())),
        outcome=table.get("outcome", ""),
        calls=tuple(table.get("calls", ())),
        parts=tuple(
            Part(
                key=part["key"],
                title=part.get("title", {}),
                each=part.get("each", ""),
                sections=tuple(part.get("sections", ())),
                skip=tuple(part.get("skip", ())),
                steps=tuple(step_of(step) for step in part["step"]),
            )
            for part in table["part"]
        ),
        about=tuple(table.get("about", ())),
        record=table.get("record", ""),
    )


def step_of(step: Mapping[str, Any]) -> Step:
    return Step(step["kind"], step.get("text", {}), tuple(step.get("when", ())), step.get("question", ""))


def checklist() -> Checklist:
    table = tomllib.loads((HERE / "scripts" / "checklist.toml").read_text(encoding="utf-8"))
    fields = {
        name: Field(name, field["type"], field["label"], field.get("default"), {})
        for section in table["section"]
        for item in section["item"]
        for name, field in item.get("field", {}).items()
    }
    sections = tuple(
        Section(
            section["key"], section["title"], tuple(item_of(section["key"], item) for item in section["item"])
        )
        for section in table["section"]
    )
    return Checklist("portraits", table["title"], sections, fields, builtin=False, extends=None)


def item_of(section: str, item: Mapping[str, Any]) -> Item:
    return Item(
        key=item["key"],
        section=section,
        title=item["title"],
        must=item.get("must", False),
        moment="agreement",
        say=item["say"],
        ask=item["ask"],
        check=item["check"],
        why={},
        hint={},
        allow=(),
        edition="1",
        fields=tuple(item.get("field", ())),
    )


def event(kind: str, day: date, **data: object) -> Event:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return Event(1, "01k8-ab12", at, kind, {"on": day, "edition": "1", **data})


def told(text: str, day: date = date(2026, 11, 12), by: str = "email", **values: object) -> History:
    happened = event("told", day, text=text, by=by, values=values)
    return History("told", happened, None, None, happened)


def confirmed(
    text: str, words: str, day: date = date(2026, 11, 14), by: str = "phone", **values: object
) -> History:
    """Confirmed, and never told before."""
    happened = event("confirmed", day, text=text, by=by, words=words, values=values)
    return History("confirmed", None, happened, None, happened)


def waived() -> History:
    return History("waived", None, None, event("waived", TODAY), None)


def middle(language: str) -> dict[str, History]:
    """Something of everything: confirmed, told, changed, waived, and the rest open."""
    return {
        "style": confirmed("…", WORDS[language]),
        "deposit": told("…", deposit=30),
        "revisions": told(WAS[language], rounds=2, rate="65"),
        "availability": told("…", date(2025, 12, 3), "phone", work_from="09:00", work_until="17:00"),
        "no-show": waived(),
    }


def client(language: str = "en", **changed: Any) -> Client:
    made = Client(
        id="k7q2m9",
        name=NAMES[language],
        language=language,
        checklist="portraits",
        meeting=MEETING,
        place="",
        wishes=WISHES[language],
        kind="consumer",
        email="",
        phone="",
        salutation="",
        style="",
        approach="",
        pace="",
        archived=False,
        values={},
        items=middle(language),
        talks=(),
        notes=(),
        events=(),
        undone=frozenset(),
        undo="",
        redo="",
        conflicts=(),
    )
    return made._replace(**changed)


def held(day: date, *, ended: bool = True) -> TalkHeld:
    """A talk of that day."""
    started = event("started", day)
    return TalkHeld("t1", "check-in", 10, "en", (), started, {}, event("ended", day) if ended else None)


def states_of(someone: Client) -> tuple[ItemState, ...]:
    return states(someone, checklist(), Wordings(RULES))


def facts(someone: Client | None = None, language: str = "", **changed: Any) -> Facts:
    """What a script is made from; ``language`` is the script's, the client's when left out."""
    someone = someone or client()
    rules = changed.pop("rules", RULES)
    listed = changed.pop("checklist", checklist())
    made = Facts(
        client=someone,
        states=states(someone, listed, Wordings(rules)),
        checklist=listed,
        rules=rules,
        language=language or someone.language,
        minutes=10,
        today=TODAY,
    )
    return made._replace(**changed)
