from __future__ import annotations

import pytest

from vooraf.model.checklist import Field, Item, Section
from vooraf.model.extend import FileId, RawChecklist, bases, work_out
from vooraf.model.wording import short_hash

LINES = {
    "extends": 2,
    "drop.1": 3,
    "drop": 3,
    "section.price.item.rate.say.en": 12,
    "section.price.item.rate.field.rate": 14,
    "section.price.item.rate.field.rate.type": 15,
}


def item(key, say="", edition="1", section="price"):
    return Item(
        key=key,
        section=section,
        title={"en": key},
        must=False,
        moment="agreement",
        say={"en": say or f"About {key}."},
        ask={"en": "?"},
        check={"en": "?"},
        why={"en": "!"},
        hint={},
        allow=(),
        edition=edition,
        fields=(),
    )


def field(name, kind="number", label="", default=None):
    return Field(name, kind, {"en": label} if label else {}, default, {})


def raw(key, sections=(), *, extends=None, drop=(), fields=(), builtin=True, title=""):
    """``sections``: pairs of a key and its items, each an item or the key of one."""
    made = [
        Section(name, {"en": f"{key} {name}"}, tuple(_item(each, name) for each in items))
        for name, items in sections
    ]
    return RawChecklist(
        key=key,
        file=f"{'built-in' if builtin else 'own'}/{key}.toml",
        builtin=builtin,
        extends=extends,
        drop=tuple(drop),
        title={"en": title or key},
        sections=tuple(made),
        fields={each.name: each for each in fields},
        lines=LINES,
    )


def _item(each, section):
    return each._replace(section=section) if isinstance(each, Item) else item(each, section=section)


def sources(*raws):
    return {FileId(each.builtin, each.key): each for each in raws}


def worked_out(child, *others):
    checklist, faults = work_out(child, sources(child, *others))
    assert [(fault.at, fault.sentence()) for fault in faults] == []
    return checklist


def only_fault(child, *others):
    (fault,) = work_out(child, sources(child, *others))[1]
    return fault


def outline(checklist):
    return [(section.key, [each.key for each in section.items]) for section in checklist.sections]


BASE = raw(
    "general",
    [("price", ["price", "deposit", "term"]), ("time", ["start"])],
    fields=[field("rate", label="Rate")],
)


def test_without_a_base_a_checklist_is_what_its_file_says():
    found = worked_out(BASE)

    assert outline(found) == [("price", ["price", "deposit", "term"]), ("time", ["start"])]
    assert (found.key, found.builtin, found.extends, found.title) == (
        "general",
        True,
        None,
        {"en": "general"},
    )


def test_the_items_of_the_base_come_along_and_new_ones_stand_behind_them():
    found = worked_out(raw("baker", [("price", ["tip"]), ("cake", ["cream"])], extends="general"), BASE)

    assert outline(found) == [
        ("price", ["price", "deposit", "term", "tip"]),
        ("time", ["start"]),
        ("cake", ["cream"]),
    ]
    assert (found.key, found.extends, found.title) == ("baker", "general", {"en": "baker"})


def test_an_item_with_the_same_key_stands_in_for_the_bases_where_that_stood():
    child = raw("baker", [("price", ["tip", item("deposit", "Half.")])], extends="general")

    found = worked_out(child, BASE)

    assert outline(found)[0] == ("price", ["price", "deposit", "term", "tip"])
    assert found.item("deposit").say == {"en": "Half."}


def test_an_item_with_the_same_key_in_another_section_moves_there():
    found = worked_out(raw("baker", [("time", ["deposit"]), ("new", ["term"])], extends="general"), BASE)

    assert outline(found) == [("price", ["price"]), ("time", ["start", "deposit"]), ("new", ["term"])]
    assert found.item("deposit").section == "time"


def test_what_is_dropped_is_gone_and_a_section_without_items_vanishes():
    found = worked_out(raw("baker", [("empty", [])], extends="general", drop=["deposit", "start"]), BASE)

    assert outline(found) == [("price", ["price", "term"])]


def test_an_item_that_is_dropped_and_written_anew_stands_behind_the_others():
    found = worked_out(raw("baker", [("price", ["price"])], extends="general", drop=["price"]), BASE)

    assert outline(found)[0] == ("price", ["deposit", "term", "price"])


def test_the_title_of_a_section_is_the_childs_where_it_gives_one():
    child = raw("baker", [("price", ["tip"]), ("time", ["oven"])], extends="general")
    untitled = child._replace(sections=(child.sections[0], child.sections[1]._replace(title={})))

    found = worked_out(untitled, BASE)

    assert [section.title["en"] for section in found.sections] == ["baker price", "general time"]


def test_a_chain_of_bases_is_worked_out_from_its_end():
    middle = raw("baker", [("price", [item("deposit", "Half.")])], extends="general", drop=["term"])
    child = raw("cake-baker", [("price", ["tip"])], extends="baker", drop=["start"])

    found = worked_out(child, middle, BASE)

    assert outline(found) == [("price", ["price", "deposit", "tip"])]
    assert found.item("deposit").say == {"en": "Half."}
    assert found.extends == "baker"
    assert bases(child, sources(child, middle, BASE)) == (FileId(True, "baker"), FileId(True, "general"))


# -- fields ----------------------------------------------------------------------------------------


def test_the_fields_are_those_of_all_files_also_of_items_that_are_dropped():
    child = raw(
        "baker", [("price", ["tip"])], extends="general", drop=["price"], fields=[field("tips", label="T")]
    )

    assert list(worked_out(child, BASE).fields) == ["rate", "tips"]


def test_a_field_that_is_declared_again_stands_in_and_keeps_the_label_it_is_not_given():
    base = raw(
        "general", [("price", ["price"])], fields=[field("a", label="A", default=1), field("b", label="B")]
    )
    child = raw("baker", extends="general", fields=[field("a", default=2), field("b", label="Bee")])

    found = worked_out(child, base).fields

    assert (found["a"].label, found["a"].default) == ({"en": "A"}, 2)
    assert found["b"].label == {"en": "Bee"}


def test_a_field_without_a_label_is_called_by_its_name():
    own = raw("baker", [("price", ["tip"])], fields=[field("payment_days")], builtin=False)

    assert worked_out(own).fields["payment_days"].label == {"en": "payment days"}


def test_a_built_in_gives_every_field_a_label():
    child = raw("baker", [("price", ["rate"])], extends="general", fields=[field("tip"), field("rate")])
    base = raw("general", [("price", ["price"])], fields=[field("rate", label="Rate")])

    fault = only_fault(child, base)

    assert fault.sentence() == "The field “tip” has no label."
    assert fault.hint_line() == 'Add it: label = { en = "…", nl = "…" }'


def test_a_field_has_one_type_in_all_files():
    child = raw(
        "baker", [("price", ["rate"])], extends="general", fields=[field("rate", "money")], builtin=False
    )

    fault = only_fault(child, BASE)

    assert (fault.file, fault.line) == ("own/baker.toml", 15)
    assert fault.at == "section.price.item.rate.field.rate.type"
    assert fault.sentence() == "The field “rate” is of type money here, and of type number in “general”."
    assert fault.hint_line() == "A name means one thing: give it the same type, or another name."


def test_a_type_that_is_none_is_left_to_who_reads_the_file():
    worked_out(
        raw("baker", [("price", ["rate"])], extends="general", fields=[field("rate", "moeny", "R")]),
        BASE,
    )


def test_a_wording_may_use_a_field_of_any_base():
    child = raw("baker", [("price", [item("rate", "It is ${rate}.")])], extends="general", builtin=False)

    assert worked_out(child, BASE).item("rate")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("raet", "Did you mean “rate”?"),
        ("xyz", 'Declare it with the item: [section.item.field] xyz = { type = "text" }'),
    ],
)
def test_a_field_that_nobody_declares_is_a_fault(name, hint):
    child = raw("baker", [("price", [item("rate", f"It is ${{{name}}} or ${{1+1}}.")])], extends="general")

    fault = only_fault(child, BASE)

    assert (fault.line, fault.at) == (12, "section.price.item.rate.say.en")
    assert fault.sentence() == f"No item declares the field “{name}”."
    assert fault.hint_line() == hint


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
