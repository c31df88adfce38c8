"""Tell, confirm, waive, reopen."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import TODAY
from vooraf.actions.clients import edit_client
from vooraf.actions.items import confirm, reopen, reopen_all, tell, tell_all, waive
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.errors.checklist import BrokenChecklist
from vooraf.errors.client import NotReady, UnknownItem, UnknownItemNear, UnknownSection
from vooraf.errors.values import BadChoice, FutureDate, TooLong, Unstorable

if TYPE_CHECKING:
    from collections.abc import Callable

    from vooraf.actions.items import Ticked
    from vooraf.actions.workspace import Workspace
    from vooraf.model.events import Event


def last(ticked: Ticked) -> Event:
    return ticked.view.client.events[-1]


def standings(workspace: Workspace, client_id: str) -> dict[str, str]:
    return {state.item.key: state.standing for state in view(workspace, client_id).states}


def keys(ticked: Ticked) -> tuple[list[str], list[str]]:
    return [state.item.key for state in ticked.done], [state.item.key for state in ticked.left]


def test_what_is_told_is_kept_word_for_word_with_what_it_was_made_of(shop: Workspace, noor: str) -> None:
    ticked = tell(shop, noor, ("revisions",), "email", date(2026, 11, 20))
    assert (last(ticked).kind, keys(ticked)) == ("told", (["revisions"], []))
    assert {key: value for key, value in last(ticked).data.items() if key != "batch"} == {
        "item": "revisions",
        "text": "2 rounds.",
        "language": "en",
        "values": {"rounds": 2},
        "edition": last(ticked).text("edition"),
        "on": date(2026, 11, 20),
        "by": "email",
    }
    assert list(last(ticked).data) == ["item", "text", "language", "values", "edition", "on", "by", "batch"]
    assert ticked.view.state("revisions").standing == "told"  # type: ignore[union-attr]  # it is there
    assert standings(shop, noor) == {"price": "open", "revisions": "told", "style": "open"}


def test_it_is_told_in_the_language_of_the_client(shop: Workspace, noor: str) -> None:
    edit_client(shop, noor, {"language": "nl"})
    ticked = tell(shop, noor, ("revisions",))
    assert (last(ticked).text("text"), last(ticked).text("language")) == ("NL: 2 rounds.", "nl")
    edit_client(shop, noor, {"language": "en"})
    assert standings(shop, noor)["revisions"] == "told"


def test_it_happened_today_and_in_person_unless_it_is_said(shop: Workspace, noor: str) -> None:
    told = last(tell(shop, noor, ("style",)))
    assert (told.on, told.text("by")) == (TODAY, "in-person")


def test_a_confirmation_keeps_the_words_of_the_client_and_needs_no_telling(
    shop: Workspace, noor: str
) -> None:
    ticked = confirm(shop, noor, ("revisions",), "  two,\nand then it costs ", "phone", date(2026, 11, 1))
    confirmed = last(ticked)
    assert (confirmed.kind, confirmed.text("words")) == ("confirmed", "two,\nand then it costs")
    assert (confirmed.text("text"), confirmed.on, confirmed.text("by")) == (
        "2 rounds.",
        date(2026, 11, 1),
        "phone",
    )
    assert "words" not in last(confirm(shop, noor, ("style",))).data
    assert standings(shop, noor) == {"price": "open", "revisions": "confirmed", "style": "confirmed"}


def test_telling_never_becomes_a_confirmation_by_itself(shop: Workspace, noor: str) -> None:
    tell_all(shop, noor)
    set_values(shop, noor, {"price": "100"})
    tell_all(shop, noor)
    assert set(standings(shop, noor).values()) == {"told"}


@pytest.mark.parametrize("act", [tell, confirm])
def test_what_is_not_ready_says_which_value_is_missing_and_nothing_is_recorded(
    shop: Workspace, noor: str, act: Callable[..., Ticked]
) -> None:
    before = view(shop, noor).client
    with pytest.raises(NotReady) as refused:
        act(shop, noor, ("style", "price"))
    assert refused.value.sentence() == "“Price” can't be told yet: no value for Price."
    assert refused.value.hint_line() == f"Fill it in with: vooraf set {noor} price=VALUE"
    assert (refused.value.data["missing"], refused.value.data["key"]) == (("price",), "price")
    assert view(shop, noor).client == before


ACTS: dict[str, Callable[..., Ticked]] = {"tell": tell, "confirm": confirm, "waive": waive, "reopen": reopen}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_an_unknown_item_is_told_with_the_nearest_and_nothing_is_recorded(
    shop: Workspace, noor: str, act: Callable[..., Ticked]
) -> None:
    before = view(shop, noor).client
    with pytest.raises(UnknownItemNear, match="no item “revision”"):
        act(shop, noor, ("style", "revision"))
    with pytest.raises(UnknownItem) as refused:
        act(shop, noor, ("zzz",))
    assert type(refused.value) is UnknownItem
    assert view(shop, noor).client == before


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_several_items_are_one_undo_and_each_counts_once(
    shop: Workspace, noor: str, act: Callable[..., Ticked]
) -> None:
    waive(shop, noor, ("style", "revisions"))
    ticked = act(shop, noor, ("style", "revisions", "style"))
    assert keys(ticked)[0] == ["style", "revisions"]
    assert len({event.batch for event in ticked.view.client.events[-2:]}) == 1


@pytest.mark.parametrize("act", [tell, tell_all, confirm])
def test_the_day_and_the_way_must_be_possible(shop: Workspace, noor: str, act: Callable[..., Ticked]) -> None:
    before = view(shop, noor).client
    what = () if act is tell_all else (("style",),)
    with pytest.raises(FutureDate, match="2026-11-23 lies in the future"):
        act(shop, noor, *what, on=TODAY + timedelta(days=1))
    with pytest.raises(BadChoice, match="“smoke”"):
        act(shop, noor, *what, how="smoke")
    assert view(shop, noor).client == before
    act(shop, noor, *what, how="other", on=TODAY)


def test_all_takes_what_is_open_or_changed_and_ready_and_names_the_rest(shop: Workspace, noor: str) -> None:
    confirm(shop, noor, ("style",))
    tell(shop, noor, ("revisions",))
    assert keys(tell_all(shop, noor)) == ([], ["price"])
    set_values(shop, noor, {"rounds": "3"})
    ticked = tell_all(shop, noor, how="quote")
    assert keys(ticked) == (["revisions"], ["price"])
    assert last(ticked).text("by") == "quote"
    waive(shop, noor, ("revisions",))
    set_values(shop, noor, {"price": "100", "rounds": "4"})
    assert keys(tell_all(shop, noor)) == (["price"], [])


def test_a_section_takes_its_own_items(shop: Workspace, noor: str) -> None:
    assert keys(tell_all(shop, noor, "money")) == ([], ["price"])
    assert keys(tell_all(shop, noor, "work")) == (["revisions", "style"], [])
    with pytest.raises(UnknownSection) as refused:
        tell_all(shop, noor, "play")
    assert refused.value.hint_line() == "Its sections are: money, work"


def test_a_waived_item_has_its_reason_and_needs_no_value(shop: Workspace, noor: str) -> None:
    waived = last(waive(shop, noor, ("price",), " paid already "))
    assert (waived.text("why"), waived.on) == ("paid already", TODAY)
    assert "why" not in last(waive(shop, noor, ("style",))).data
    assert standings(shop, noor)["price"] == "waived"
    set_values(shop, noor, {"price": "5"})
    assert standings(shop, noor)["price"] == "waived"
    tell(shop, noor, ("price",))
    assert standings(shop, noor)["price"] == "told"


def test_reopening_opens_what_is_not_open(shop: Workspace, noor: str) -> None:
    confirm(shop, noor, ("style",))
    assert keys(reopen(shop, noor, ("style", "price"))) == (["style"], [])
    assert standings(shop, noor)["style"] == "open"
    before = view(shop, noor).client
    assert keys(reopen(shop, noor, ("style",))) == ([], [])
    assert view(shop, noor).client == before


def test_the_same_client_a_next_job(shop: Workspace, noor: str) -> None:
    tell_all(shop, noor)
    waive(shop, noor, ("price",))
    ticked = reopen_all(shop, noor)
    assert keys(ticked)[0] == ["price", "revisions", "style"]
    assert ticked.view.counts() == {"open": 3, "told": 0, "confirmed": 0, "changed": 0, "waived": 0}
    assert ticked.view.must_open() == 2


@pytest.mark.parametrize(
    ("text", "fault"), [("a" * 32_001, TooLong), ("\udce9", Unstorable), ("€" * 32_000, TooLong)]
)
def test_a_text_that_cannot_be_kept_is_refused(
    shop: Workspace, noor: str, text: str, fault: type[Exception]
) -> None:
    before = view(shop, noor).client
    with pytest.raises(fault):
        confirm(shop, noor, ("style",), text)
    with pytest.raises(fault):
        waive(shop, noor, ("style",), text)
    assert view(shop, noor).client == before


def test_a_wording_that_grew_too_long_is_refused(shop: Workspace, noor: str) -> None:
    path = Path(shop.folder.checklists) / "studio.toml"
    path.write_text(
        path.read_text().replace('type = "money"', 'type = "text"').replace("costs", "costs " + "a" * 100)
    )
    set_values(shop, noor, {"price": "a" * 31_950})
    with pytest.raises(TooLong, match="32061 characters"):
        tell(shop, noor, ("price",))


@pytest.mark.parametrize("act", [*ACTS.values(), tell_all, reopen_all])
def test_without_its_checklist_nothing_is_ticked(
    shop: Workspace, noor: str, act: Callable[..., Ticked]
) -> None:
    (Path(shop.folder.checklists) / "studio.toml").write_text("broken")
    with pytest.raises(BrokenChecklist):
        act(shop, noor, *(() if act in (tell_all, reopen_all) else (("style",),)))
