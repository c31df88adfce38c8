"""An event part by part, and what one of its versions says that another doesn't."""

from __future__ import annotations

import pytest

from tests.factories import checklist, event, told, undone
from vooraf import locale
from vooraf.locale.event_parts import dated_line, own_line, own_parts, parts, version_line
from vooraf.locale.event_words import event_line, event_words, not_counted_word
from vooraf.model.client import Client
from vooraf.model.events import CHOSEN, Event
from vooraf.model.fold import fold
from vooraf.model.versions import choice

LIST = checklist()


@pytest.fixture(autouse=True)
def _english() -> None:
    locale.choose("en")


def client(*events: Event) -> Client:
    return fold("k7", events)


def pair(kind: str = "note", **differing: tuple[object, object]) -> tuple[Event, Event]:
    """Two versions that differ in these keys."""
    one, other = (
        event(kind, 2, event_id="x", **{key: values[place] for key, values in differing.items()})
        for place in (0, 1)
    )
    return one, other


def test_what_its_line_says_already_is_not_said_again() -> None:
    versions = pair("told", item=("revisions",) * 2, by=("email", "phone"), text=("two", "three"))
    seen = client(*versions)
    assert own_parts(versions[1], versions, seen, LIST) == (("Text", "“three”"),)
    assert version_line(versions[1], versions, seen, LIST) == (
        "Sun 22 Nov 2026, told: Revisions · by phone · Text: “three”"
    )
    notes = pair(text=("two", "three"))
    assert version_line(notes[0], notes, client(*notes), LIST) == "Sun 22 Nov 2026, note: two"


def test_values_stand_there_with_their_labels() -> None:
    versions = tuple(told(2, event_id="x", values={"rounds": rounds}) for rounds in (2, 3))
    assert [own_line(each, versions, client(*versions), LIST) for each in versions] == [
        "Values: Rounds: 2",
        "Values: Rounds: 3",
    ]


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    same = "the same words again and again " * 100
    versions = pair("told", text=(f"{same}one {same}", f"{same}other {same}"))
    shown = own_line(versions[0], versions, client(*versions), LIST)
    assert shown.startswith("Text: … ")
    assert " one the same" in shown
    assert len(shown) < 160
    notes = pair(text=(f"{same}one {same}", f"{same}other {same}"))
    lines = [version_line(each, notes, client(*notes), LIST) for each in notes]
    assert ["… " in line and len(line) < 200 for line in lines] == [True, True]
    assert lines[0] != lines[1]
    assert len(dated_line(notes[0], client(*notes), LIST)) < 200


def test_where_nothing_that_is_shown_differs_it_is_the_seal() -> None:
    versions = pair(text=("a", "a"), batch=("b", "c"))
    assert own_parts(versions[0], versions, client(*versions), LIST) == (("Seal", versions[0].sum),)


def test_a_choice_says_which_version_counts() -> None:
    versions = pair(text=("one", "two"))
    one = event(CHOSEN, 3, **choice(versions, versions[1:]))
    seen = client(*versions, one)
    assert event_line(one, seen, LIST) == "version chosen: Sun 22 Nov 2026, note: two"
    assert [not_counted_word(each, seen) for each in versions] == ["not chosen", ""]
    labels = [label for _key, label, _text in parts(one, seen, LIST)]
    assert labels == ["Version chosen", "Happened", "Written", "Number"]
    both = event(CHOSEN, 3, **choice(versions, versions))
    assert event_words(both, client(*versions, both), LIST).startswith("both count · ")
    three = (*versions, event(seq=2, event_id="x", text="three"))
    every = event(CHOSEN, 3, **choice(three, three))
    assert event_words(every, client(*three, every), LIST).startswith("all 3 count · ")
    assert event_words(event(CHOSEN, 3, target="elsewhere"), seen, LIST) == "elsewhere"
    of_more = event(CHOSEN, 3, **choice(three, three[1:2]))
    assert event_words(of_more, client(*versions, of_more), LIST) == "Sun 22 Nov 2026, note: two"
    assert event_words(of_more, client(*three[1:2], of_more), LIST) == "Sun 22 Nov 2026, note: two"


def test_events_about_each_other_are_said_all_the_same() -> None:
    """An undo in two versions, one of them of the choice between them."""
    undos = (undone("b", 2), undone("c", 2))
    chosen = event(CHOSEN, 3, batch="b", **choice(undos, undos[:1]))
    itself = event(CHOSEN, 4, event_id="y", target="y", counts=["0" * 12])
    seen = client(*undos, chosen, itself)
    assert event_words(chosen, seen, LIST) == "undone"
    assert event_words(undos[0], seen, LIST) == "version chosen: undone"
    assert event_words(itself, seen, LIST) == "y"
    assert version_line(undos[1], undos, seen, LIST).startswith("Sun 22 Nov 2026, undone")
