"""Announcing while another device writes: decided on the client as they are then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.factories import a_workspace
from vooraf.actions.announcing import announced, announced_as, message
from vooraf.actions.changes import changes
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.items import confirm, tell, waive
from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.reasons import change_with, keep_change, reasons
from vooraf.actions.setting_up import set_up
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.errors.announcing import ClientArchived, ToldAlready, WaivedHere, WordsChanged

DAY = date(2027, 1, 1)


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """A photographer whose price is 440 now."""
    workspace = a_workspace(tmp_path)
    set_up(workspace, {"name": "Zuid", "trade": "photographer", "language": "en"}, {"price": "400"})
    return workspace


@pytest.fixture
def noor(here: Workspace) -> str:
    """Who was told 400."""
    client = new_client(here, "Noor", {"language": "en"}).client
    tell(here, client, ("price",), "email")
    keep_rules(here, {("value", "price"): "440"})
    keep_change(here, "price", change_with(here, "price", DAY, "The rent."))
    return client


def test_what_another_device_did_meanwhile_is_seen(tmp_path: Path, here: Workspace, noor: str) -> None:
    there = a_workspace(tmp_path, "laptop", 8)
    change = here.rules.changes["price"]
    made = message(here, view(here, noor), "price", change)
    confirm(there, noor, ("price",), "Fine.", "phone")

    with pytest.raises(ToldAlready):
        announced_as(here, made, "price", change, "email")
    sent = announced(here, "price", [noor])
    assert (sent.done, [type(left.why) for left in sent.left]) == ((), [ToldAlready])
    assert view(here, noor).client.events[-1].kind == "confirmed"


def test_ticked_on_two_devices_it_is_announced_once(tmp_path: Path, here: Workspace, noor: str) -> None:
    there = a_workspace(tmp_path, "laptop", 8)
    assert len(announced(here, "price", [noor]).done) == 1
    assert [type(left.why) for left in announced(there, "price", [noor]).left] == [ToldAlready]
    kinds = [event.kind for event in view(here, noor).client.events]
    assert kinds.count("announced") == 1


def test_a_message_whose_words_are_old_by_now_is_not_ticked(here: Workspace, noor: str) -> None:
    change = here.rules.changes["price"]
    made = message(here, view(here, noor), "price", change)
    keep_rules(here, {("value", "price"): "460"})
    with pytest.raises(WordsChanged):
        announced_as(here, made, "price", change, "email")


def test_one_who_can_not_be_ticked_keeps_nobody_else_from_it(here: Workspace, noor: str) -> None:
    others = [new_client(here, name, {"language": "en"}).client for name in ("A", "B")]
    keep_rules(here, {("value", "price"): "400"})
    for client in others:
        tell(here, client, ("price",))
    keep_rules(here, {("value", "price"): "440"})
    waive(here, others[0], ("price",))
    edit_client(here, others[1], {"archived": True})
    sent = announced(here, "price", [*others, "zzzzzz", noor])
    assert [seen.client.id for seen in sent.done] == [noor]
    assert [type(left.why) for left in sent.left][:2] == [WaivedHere, ClientArchived]
    assert len(sent.left) == 3


def test_what_is_announced_makes_no_line_of_the_list_anew(here: Workspace, noor: str) -> None:
    from vooraf.actions.rows import context  # noqa: PLC0415 - beside what it shows

    before = context(here)
    keep_change(here, "price", change_with(here, "price", date(2027, 3, 1), "Something else."))
    assert context(here) == before
    assert changes(here).clients("price") == (noor,)


@pytest.mark.parametrize(
    ("because", "own", "language", "expected"),
    [
        ("A", {}, "nl", {"nl": "A"}),
        ("A", {}, "en", {"en": "A"}),
        ("A", {}, "nl_formal", {"nl": "A"}),
        ("A", {"en": "B"}, "nl", {"en": "B", "nl": "A"}),
        ("A", {"nl": "B"}, "nl", {"nl": "B", "en": "A"}),
        ("A", {"nl": "B", "en": "C"}, "nl", {"nl": "B", "en": "C"}),
        ("", {"en": " two\n lines "}, "nl", {"en": "two lines"}),
        (" ", {"nl": ""}, "nl", {}),
    ],
)
def test_a_reason_for_all_goes_where_no_language_has_its_own(
    because: str, own: dict[str, str], language: str, expected: dict[str, str]
) -> None:
    assert reasons(because, own, language) == expected
