from __future__ import annotations

import pytest

from tests.unit.raw_checklists import BASE, field, item, only_fault, outline, raw, sources, worked_out
from vooraf.model.extend import FileId, bases


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
