"""What a change of the house rules would do, keeping it, and taking it back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.factories import a_workspace
from vooraf import __version__
from vooraf.actions import told
from vooraf.actions.changes import changes
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.house_rules import Saved, effects, house, save, take_back, would_change
from vooraf.actions.items import confirm, tell, waive
from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.rule_edits import Edits, to_reset, values_to_set, with_edits, wording_to_say
from vooraf.actions.values import set_values
from vooraf.actions.workspace import Workspace
from vooraf.errors.rules import RulesBusy, RulesChanged, UnknownBlankNear, UnknownRuleField
from vooraf.errors.values import BadWholeNumber
from vooraf.model.checklist import HouseRules
from vooraf.storage import locks
from vooraf.storage.rules import read_rules

ROUNDS = ("value", "rounds")
SAY_EN, SAY_NL = ("say", "style", "en"), ("say", "style", "nl")


@pytest.fixture
def clients(shop: Workspace) -> dict[str, str]:
    """One of each kind, told about the rounds when there were two."""
    keep_rules(shop, {("owner", "trade"): "studio", ROUNDS: 2})
    names = ("told", "confirmed", "waived", "archived", "own", "untold", "english")
    made = {
        name: new_client(
            shop, name, {"checklist": "studio", "language": "en" if name == "english" else "nl"}
        ).client
        for name in names
    }
    set_values(shop, made["own"], {"rounds": "5"})
    for name in ("told", "confirmed", "archived", "own", "english"):
        tell(shop, made[name], ("revisions",), "email")
    confirm(shop, made["confirmed"], ("revisions",), "fine")
    waive(shop, made["waived"], ("revisions",), "no")
    edit_client(shop, made["archived"], {"archived": True})
    return made


def text_of(workspace: Workspace) -> str:
    return Path(workspace.folder.rules).read_text(encoding="utf-8")


def test_it_is_known_before_it_is_saved_who_would_be_told_otherwise_and_that_is_who_is(
    shop: Workspace, clients: dict[str, str]
) -> None:
    seen = house(shop)
    edits = values_to_set(shop, seen.checklists, {"rounds": "3"})
    expected = {clients[name] for name in ("told", "confirmed", "english")}

    (effect,) = effects(seen, with_edits(seen.rules, edits))

    assert (effect.item.key, effect.before, set(effect.after)) == ("revisions", frozenset(), expected)
    assert set(would_change([effect])) == expected

    save(shop, edits, seen.rules)
    assert house(shop).rules == with_edits(seen.rules, edits)
    assert set(changes(shop).clients("revisions")) == expected
    after = house(shop)
    assert set(after.told.otherwise(after.checklists[0], effect.item, after.rules)) == expected


def test_what_was_told_is_counted_by_item_and_by_field(shop: Workspace, clients: dict[str, str]) -> None:
    assert clients
    seen = house(shop)
    studio = seen.checklists[0]
    revisions, style = (studio.item(key) for key in ("revisions", "style"))
    assert revisions
    assert style
    assert (seen.told.told(studio, revisions), seen.told.told(studio, style)) == (4, 0)
    assert seen.told.with_own(studio, "rounds") == 1
    assert seen.told.checklists == {"studio": 6}


def test_the_count_is_the_same_from_the_index_without_it_and_from_one_that_is_broken(
    shop: Workspace, clients: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_rules(shop, {ROUNDS: 3})

    def counted() -> int:
        run = a_workspace(tmp_path)  # the next run, when the files are old enough to be trusted
        run.remembered._clock = lambda: os.stat(shop.folder.clients).st_ctime_ns + 60 * 10**9
        seen = house(run)
        items = seen.checklists[0].items()
        return sum(len(seen.told.otherwise(seen.checklists[0], item, seen.rules)) for item in items)

    assert counted() == 3
    with monkeypatch.context() as patch:
        patch.setattr(told, "told_of", lambda client: pytest.fail(f"{client.name} is unchanged"))
        assert counted() == 3
    for broken in ("rubbish", "[[],{}]", '[["x"],{"a":["s","studio",false,[],{"revisions":0}]}]', "[1]"):
        assert shop.index.keep_document("what everybody was told", __version__, broken)
        assert counted() == 3
    tell(shop, clients["told"], ("revisions",), "email")
    assert counted() == 2


def test_looking_tells_how_far_it_is(shop: Workspace, clients: dict[str, str]) -> None:
    seen: list[tuple[int, int]] = []
    told.tally(shop, lambda done, of: seen.append((done, of)))
    assert seen == [(done, len(clients)) for done in range(len(clients))]


@pytest.mark.parametrize(
    ("before", "edits"),
    [
        ("[value]\nrounds = 2 # mine\n", {ROUNDS: 3}),
        ("[value]\nrounds = 2\n", {ROUNDS: None}),
        ("", {ROUNDS: 3}),
        ("", {SAY_EN: "Plain."}),
        ("[say.style]\nnl = 'Sober.'\n", {SAY_EN: "Plain."}),
        ("[say.style]\nnl = 'Sober.'\n", {SAY_NL: "Kaal."}),
        ("[say.style]\nen = 'Plain.'\nnl = 'Sober.'\n", {SAY_NL: None}),
        ("[say.style]\nen = 'Plain.'\nnl = 'Sober.'\n", {("say", "style"): None}),
        ("[owner]\nname = 'Zuid'\n", {("owner", "name"): "Noord", ("owner", "language"): "nl"}),
    ],
)  # fmt: skip
def test_what_was_saved_can_be_taken_back(shop: Workspace, before: str, edits: Edits) -> None:
    Path(shop.folder.rules).parent.mkdir(exist_ok=True)
    Path(shop.folder.rules).write_text(f"schema = 1\n{before}", encoding="utf-8")
    was = shop.rules

    saved = save(shop, edits, was)

    assert shop.rules == with_edits(was, edits) or ("owner", "name") in edits
    assert shop.rules != was
    take_back(shop, saved)
    assert shop.rules == was
    assert read_rules(shop.folder.rules)[1] == ()


def test_what_was_changed_since_is_not_taken_back(shop: Workspace) -> None:
    saved = save(shop, {ROUNDS: 3}, HouseRules())
    keep_rules(shop, {ROUNDS: 4})

    with pytest.raises(RulesChanged):
        take_back(shop, saved)

    assert shop.rules.values == {"rounds": 4}


def test_two_windows_never_write_them_at_the_same_time(
    shop: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.01)
    keep_rules(shop, {ROUNDS: 2})
    before = text_of(shop)

    with locks.locked(shop.state(), shop.folder.root, "house-rules"), pytest.raises(RulesBusy):
        keep_rules(shop, {ROUNDS: 3})

    assert text_of(shop) == before


@pytest.mark.parametrize("meanwhile", [{ROUNDS: 4}, {ROUNDS: None}])
def test_what_is_no_longer_as_it_was_seen_is_not_changed(shop: Workspace, meanwhile: Edits) -> None:
    keep_rules(shop, {ROUNDS: 2, ("value", "price"): "450"})
    seen = shop.rules
    keep_rules(shop, meanwhile)
    before = text_of(shop)

    with pytest.raises(RulesChanged):
        save(shop, {ROUNDS: 3}, seen)

    assert text_of(shop) == before
    assert save(shop, {("value", "price"): "500"}, seen) == Saved(
        {("value", "price"): "500"}, {("value", "price"): "450"}
    )


def test_a_field_and_an_item_of_a_checklist_that_nobody_uses_yet_can_be_given_too(shop: Workspace) -> None:
    lists = house(shop).checklists
    assert [each.key for each in lists] == ["general"]
    assert values_to_set(shop, lists, {"rounds": "3", "price": " "}) == {ROUNDS: 3, ("value", "price"): None}
    assert wording_to_say(shop, lists, "revisions", "en", " ${rounds}. ") == {
        ("say", "revisions", "en"): "${rounds}."
    }
    with pytest.raises(UnknownRuleField):
        values_to_set(shop, lists, {"xyzzy": "3"})
    with pytest.raises(UnknownBlankNear):
        wording_to_say(shop, lists, "revisions", "en", "${round}")


def test_a_value_must_fit_every_checklist_that_is_used(shop: Workspace) -> None:
    days = Path(shop.folder.checklists) / "days.toml"
    studio = (days.parent / "studio.toml").read_text(encoding="utf-8")
    days.write_text(studio.replace('type = "number"', 'type = "days"'), encoding="utf-8")
    for key in ("studio", "days"):
        new_client(shop, key, {"checklist": key})

    lists = house(shop).checklists

    assert values_to_set(shop, lists, {"rounds": "2"}) == {ROUNDS: 2}
    with pytest.raises(BadWholeNumber):
        values_to_set(shop, lists, {"rounds": "2,5"})


def test_the_words_of_the_checklist_itself_are_no_own_wording(shop: Workspace) -> None:
    keep_rules(shop, {("owner", "trade"): "studio", SAY_NL: "Sober.", SAY_EN: "Plain."})
    lists = house(shop).checklists

    def said(language: str, text: str) -> Edits:
        return wording_to_say(shop, lists, "style", language, text)

    assert said("en", "I keep it plain.") == {SAY_EN: None}
    assert said("nl_formal", "NL: I keep it plain.") == {
        ("say", "style", "nl_formal"): "NL: I keep it plain."
    }
    keep_rules(shop, {SAY_NL: None})
    assert said("en", "I keep it plain.") == {("say", "style"): None}
    assert to_reset(shop, ("say", "style")) == {("say", "style"): None}
