"""Where an item stands: the design's paragraph, sentence by sentence."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NO_RULES, WORDS, checklist, confirmed, event, field, item, reopened, told, waived
from vooraf.model import standing
from vooraf.model.checklist import HouseRules
from vooraf.model.client import CHANGED, CONFIRMED, NOTHING, OPEN, TOLD, WAIVED
from vooraf.model.fold import fold
from vooraf.model.standing import (
    ItemState,
    Wordings,
    counts,
    differs,
    gone,
    must_open,
    standing_of,
    states,
    waiting,
)
from vooraf.model.wording import wording
from vooraf.storage.toml_text import event_text

if TYPE_CHECKING:
    from vooraf.model.checklist import Checklist
    from vooraf.model.events import Event

SAME: dict[str, Any] = {"values": {"rounds": 2}, "edition": "1"}


def state(*events: Event, made: Checklist | None = None, rules: HouseRules = NO_RULES) -> ItemState:
    """Where ``revisions`` stands after these events, in this order."""
    placed = [each._replace(seq=seq, id=f"e{seq}") for seq, each in enumerate(events, 1)]
    return states(fold("k7", placed), made or checklist(), Wordings(rules))[0]


def value(rounds: object) -> Event:
    return event("value", field="rounds", value=rounds)


@pytest.mark.parametrize(
    ("events", "standing"),
    [
        ([], OPEN),
        ([told()], TOLD),
        ([confirmed()], CONFIRMED),
        ([waived()], WAIVED),
        ([told(), reopened()], OPEN),
        ([told(), value(3)], CHANGED),
        ([confirmed(), value(3)], CHANGED),
        ([waived(), value(3)], WAIVED),
        ([value(3)], OPEN),
        ([told(), value(3), value(2)], TOLD),
        ([told(), value(3), value("")], TOLD),
        ([told(edition="0")], CHANGED),
        ([confirmed(edition="0")], CHANGED),
        ([confirmed(), value(3), told(values={"rounds": 3})], TOLD),
        ([confirmed(), value(3), told(values={"rounds": 3}), value(2)], CHANGED),
        ([confirmed(), value(3), confirmed(values={"rounds": 3})], CONFIRMED),
        ([confirmed(), value(3), waived()], WAIVED),
        ([confirmed(), value(3), reopened()], OPEN),
    ],
)
def test_the_standing_of_an_item(events: list[Event], standing: str) -> None:
    assert state(*events).standing == standing


def test_another_language_for_the_client_changes_nothing() -> None:
    assert state(confirmed(), event("profile", language="nl")).standing == CONFIRMED


def test_better_prose_in_a_newer_vooraf_changes_nothing() -> None:
    better = checklist(
        item(say={"en": "You get ${rounds} rounds of changes.", "nl": "Je krijgt er ${rounds}."})
    )
    assert state(confirmed(), made=better).standing == CONFIRMED


def test_a_better_default_text_in_a_newer_vooraf_changes_nothing() -> None:
    terms = [field("terms", "text", {"en": text, "nl": text}) for text in ("old prose", "new prose")]
    old, new = (checklist(item(say={"en": "${terms}"}), fields=(each,)) for each in terms)
    then = wording(old.items()[0], old, "en", {}, NO_RULES)
    assert state(told(values=dict(then.values)), made=new).standing == TOLD


@pytest.mark.parametrize(
    "made",
    [
        checklist(item(edition="2")),
        checklist(fields=(field(default=3),)),
        checklist(fields=(field(default=None),)),
        checklist(item(say={"en": "None."})),
    ],
    ids=["edition", "default", "no value", "no field"],
)
def test_another_meaning_in_a_newer_checklist_does(made: Checklist) -> None:
    assert state(confirmed(), made=made).standing == CHANGED


@pytest.mark.parametrize(
    "rules",
    [
        HouseRules(values={"rounds": 3}),
        HouseRules(say={"revisions": {"en": "${rounds} rounds, in my own words."}}),
    ],
    ids=["value", "wording"],
)
def test_other_house_rules_do_too(rules: HouseRules) -> None:
    assert state(confirmed(), rules=rules).standing == CHANGED


def test_a_value_for_this_client_alone_hides_the_house_rules() -> None:
    assert state(value(2), confirmed(), rules=HouseRules(values={"rounds": 3})).standing == CONFIRMED


@pytest.mark.parametrize("missing", [("values", "edition"), ("values",), ("edition",)])
def test_what_a_hand_written_event_does_not_say_is_not_changed(missing: tuple[str, ...]) -> None:
    said: dict[str, Any] = {key: None if key in missing else SAME[key] for key in SAME}
    other: dict[str, Any] = {key: None if key in missing else "other" for key in SAME}
    assert state(told(**said)).standing == TOLD
    assert state(told(**other)).standing == (TOLD if len(missing) == 2 else CHANGED)


def test_today_is_compared_with_what_the_file_holds() -> None:
    # Dates, times, amounts and texts per language come back from the file as they went in.
    kinds = {"day": "date", "at": "time", "fee": "money", "hours": "hours", "terms": "text"}
    fields = tuple(field(name, kind, None) for name, kind in kinds.items())
    made = checklist(item(say={"en": " ".join(f"${{{name}}}" for name in kinds)}), fields=fields)
    own: dict[str, object] = {
        "day": "2026-12-01",
        "at": "9:00",
        "fee": "75,50",
        "hours": "1.5",
        "terms": "é\n",
    }
    today = wording(made.items()[0], made, "en", own, NO_RULES)
    written = event_text(told(values=dict(today.values), edition=today.edition))
    read = tomllib.loads(written)["event"][0]
    values = [event("value", field=name, value=each) for name, each in own.items()]
    assert today.ready
    assert state(*values, told(values=read["values"]), made=made).standing == TOLD


def test_without_events_nothing_differs() -> None:
    today = state().wording
    assert not differs(NOTHING, today)
    assert standing_of(NOTHING, today) == OPEN


def test_an_item_that_the_checklist_no_longer_has_counts_nowhere() -> None:
    client = fold("k7", [told(), told(2, item="zebra"), waived(3, "apple")])
    found = states(client, checklist(item(), item("other")), Wordings(NO_RULES))
    assert [each.item.key for each in found] == ["revisions", "other"]
    assert counts(found) == {OPEN: 1, TOLD: 1, CONFIRMED: 0, CHANGED: 0, WAIVED: 0}
    assert gone(client, checklist()) == ("apple", "zebra")


def test_only_open_musts_keep_the_meeting_going() -> None:
    client = fold("k7", [told(1, item="a"), waived(2, "b")])
    made = checklist(*(item(key, must=must) for key, must in zip("abcd", (1, 1, 1, 0), strict=True)))
    assert must_open(states(client, made, Wordings(NO_RULES))) == 1


def test_open_and_changed_items_wait_and_confirmed_and_waived_ones_are_settled() -> None:
    by_standing = {
        OPEN: state(),
        TOLD: state(told()),
        CONFIRMED: state(confirmed()),
        CHANGED: state(told(), value(3)),
        WAIVED: state(waived()),
    }
    assert {key for key, each in by_standing.items() if waiting(each)} == {OPEN, CHANGED}
    assert {key for key, each in by_standing.items() if each.settled} == {CONFIRMED, WAIVED}
    assert all(each.standing == key for key, each in by_standing.items())


def test_what_is_told_here_is_what_the_factory_tells() -> None:
    today = state().wording
    assert (today.text, dict(today.values), today.edition) == (
        WORDS["text"],
        WORDS["values"],
        WORDS["edition"],
    )


_ROUNDS = st.sampled_from([None, 2, 3, "many"])
_PRICES = st.sampled_from([None, "75", {"en": "as agreed"}, {"en": "as agreed", "nl": "zoals afgesproken"}])


@given(st.lists(st.tuples(_ROUNDS, _PRICES, st.sampled_from(["en", "nl"])), min_size=2, max_size=6))
def test_wordings_that_are_kept_are_those_that_are_made_anew(
    clients: list[tuple[object, object, str]],
) -> None:
    items = (
        item(),
        item("other", say={"en": "${rounds} for ${price}", "nl": "${price}"}),
        item("plain", say={"en": "-"}),
    )
    made = checklist(*items, fields=(field("rounds"), field("price", "text", None)))
    rules = HouseRules(values={"price": "60"})
    kept = Wordings(rules)
    for rounds, price, language in clients:
        own = {name: each for name, each in (("rounds", rounds), ("price", price)) if each is not None}
        client = fold("k7", [])._replace(language=language, values=own)
        for each in items:
            assert kept.of(each, made, client) == wording(each, made, language, own, rules)


def test_of_too_many_wordings_the_first_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "_MOST_WORDINGS", 1)
    made, kept = checklist(), Wordings(NO_RULES)
    (each,) = made.items()
    two, three = (fold("k7", [value(rounds)]) for rounds in (2, 3))
    assert kept.of(each, made, two) is kept.of(each, made, two)
    assert kept.of(each, made, three) == kept.of(each, made, three)
    assert kept.of(each, made, three) is not kept.of(each, made, three)
