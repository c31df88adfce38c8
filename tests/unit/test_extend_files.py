"""Checklists that extend others: faults between files, and the owner's files upon built-in ones."""

from __future__ import annotations

import pytest

from tests.unit.raw_checklists import BASE, item, only_fault, outline, raw, sources, worked_out
from vooraf.model.extend import FileId, bases, work_out
from vooraf.model.wording import short_hash

# -- faults between files --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extends", "hint"),
    [("genral", "Did you mean “general”?"), ("xyz", "What can stand here: baker, general.")],
)
def test_a_base_that_is_not_there_is_a_fault(extends, hint):
    child = raw("cake-baker", [("price", ["tip"])], extends=extends)
    others = (BASE, raw("baker", [("price", ["tip"])], extends="general"))

    checklist, (fault,) = work_out(child, sources(child, *others))

    assert checklist is None
    assert (fault.file, fault.line, fault.at) == ("built-in/cake-baker.toml", 2, "extends")
    assert fault.sentence() == f"There is no checklist “{extends}” to extend."
    assert fault.hint_line() == hint


def test_a_base_that_can_not_be_read_leaves_nothing_to_work_out_and_is_no_fault_of_the_child():
    child = raw("baker", [("price", ["tip"])], extends="general")

    assert work_out(child, {FileId(True, "general"): None}) == (None, ())


def test_a_circle_is_told_at_the_file_where_it_begins():
    first, second, third = (raw(key, extends=base) for key, base in [("a", "b"), ("b", "c"), ("c", "b")])

    checklist, (fault,) = work_out(first, sources(first, second, third))

    assert checklist is None
    assert (fault.file, fault.line) == ("built-in/b.toml", 2)
    assert fault.sentence() == "The checklists extend each other in a circle: b → c → b."
    assert fault.hint_line() == "Take “extends” out of one of them."
    assert bases(first, sources(first, second, third)) == (FileId(True, "b"), FileId(True, "c"))


def test_a_built_in_that_extends_itself_is_a_circle_too():
    assert "a → a" in only_fault(raw("a", extends="a")).sentence()


def test_an_own_checklist_that_extends_its_own_name_needs_a_built_in_of_that_name():
    assert "no checklist “mine”" in only_fault(raw("mine", extends="mine", builtin=False)).sentence()


def test_a_key_in_drop_that_the_base_does_not_have_is_a_fault():
    child = raw("baker", [("price", ["tip"])], extends="general", drop=["depositt", "price", "xyz"])

    _, (near, far) = work_out(child, sources(child, BASE))

    assert (near.line, near.at, far.at) == (3, "drop.1", "drop.3")
    assert near.sentence() == "“depositt” can't be left out: the base has no such item."
    assert near.hint_line() == "Did you mean “deposit”?"
    assert far.hint_line() == "Take it out of “drop”."


def test_without_a_base_there_is_nothing_to_drop():
    fault = only_fault(raw("baker", [("price", ["tip"])], drop=["tip"]))

    assert fault.sentence() == "“tip” can't be left out: this checklist extends no other."


def test_a_checklist_without_items_is_a_fault():
    fault = only_fault(raw("baker", [("price", [])]))

    assert (fault.line, fault.at, fault.sentence()) == (1, "", "The checklist has no items.")


def test_a_fault_of_the_base_is_told_at_the_base():
    base = BASE._replace(drop=("xyz",))
    child = raw("baker", [("price", ["tip"])], extends="general", drop=["abc"])

    _, faults = work_out(child, sources(child, base))

    assert [(fault.file, fault.data["found"]) for fault in faults] == [
        ("built-in/general.toml", "xyz"),
        ("built-in/baker.toml", "abc"),
    ]


# -- the owner's files -----------------------------------------------------------------------------


def test_an_owners_file_stands_in_for_the_built_in_as_a_base_too():
    own = raw("general", [("price", ["mine"])], builtin=False)
    trade = raw("baker", [("price", ["tip"])], extends="general")

    assert outline(worked_out(trade, BASE, own)) == [("price", ["mine", "tip"])]


def test_an_owners_file_that_extends_its_own_name_means_the_built_in():
    own = raw("general", [("price", ["mine"])], extends="general", builtin=False)

    found = worked_out(own, BASE)

    assert outline(found)[0] == ("price", ["price", "deposit", "term", "mine"])
    assert (found.builtin, found.extends) == (False, "general")


def test_the_edition_of_a_built_in_item_is_its_number_and_of_an_own_one_a_hash_of_what_is_told():
    own = raw("mine", [("price", [item("deposit", "Half.", "3"), "tip"])], extends="general", builtin=False)

    found = worked_out(own, BASE)

    assert found.item("price").edition == "1"
    assert found.item("deposit").edition == short_hash({"en": "Half."})
    assert found.item("tip").edition == short_hash({"en": "About tip."})


@pytest.mark.parametrize("key", ["general", "mine"])
def test_a_copy_of_a_built_in_keeps_its_editions_under_any_name(key):
    base = raw("general", [("price", [item("price", "P", "4"), item("deposit", "D", "2")])])
    copy = raw(key, [("price", [item("price", "P", "4"), item("deposit", "mine", "2")])], builtin=False)

    found = worked_out(copy, base)

    assert found.item("price").edition == "4"
    assert found.item("deposit").edition == short_hash({"en": "mine"})


def test_of_two_built_ins_that_say_the_same_the_one_it_stands_in_for_goes_first_then_its_base():
    files = (
        raw("general", [("price", [item("price", "P", "1")])]),
        raw("baker", [("price", [item("price", "P", "2")])], extends="general"),
        raw("actor", [("price", [item("price", "P", "3")])]),
    )

    def edition(key, extends):
        own = raw(key, [("price", [item("price", "P")])], extends=extends, builtin=False)
        return worked_out(own, *files).item("price").edition

    assert edition("baker", "general") == "2"
    assert edition("mine", "general") == "1"
    assert edition("mine", "baker") == "2"
    assert edition("mine", None) == "3"


def test_an_item_that_comes_from_an_own_base_has_the_edition_it_has_there():
    own = raw("mine", [("price", [item("tip", "T")])], builtin=False)
    child = raw("more", [("price", ["x"])], extends="mine", builtin=False)

    assert worked_out(child, own).item("tip").edition == short_hash({"en": "T"})
