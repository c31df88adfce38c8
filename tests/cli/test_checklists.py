"""``checklists``: list, show, copy, check."""

from __future__ import annotations

from tests.cli.conftest import SMALL, Runner

BROKEN = SMALL.replace("must = true", 'must = "yes"').replace('moment = "start"', 'moment = "someday"')


def test_list_in_json(small: Runner) -> None:
    answer = small("checklists", "--json").json

    assert list(answer) == ["schema", "checklists", "problems"]
    entries = {entry["key"]: entry for entry in answer["checklists"]}
    assert list(entries) == sorted(entries)
    assert {"general", "photographer", "salon", "small", "web-developer"} <= entries.keys()
    assert entries["small"] == {
        "key": "small", "title": "Small", "builtin": False, "extends": None, "items": 3,
    }  # fmt: skip
    assert (entries["salon"]["extends"], entries["salon"]["builtin"]) == ("general", True)
    assert answer == small("checklists", "list", "--json").json


def test_list_in_words(small: Runner) -> None:
    lines = small("checklists").out.splitlines()

    assert "small          Small · 3 items · your own" in lines
    assert "general        General (any service) · 25 items" in lines
    assert any(line.startswith("salon ") and line.endswith("extends general") for line in lines)


def test_show_in_json_has_every_text_per_language(small: Runner) -> None:
    answer = small("checklists", "show", "small", "--json").json

    assert list(answer) == ["schema", "key", "title", "sections"]
    assert answer["title"] == {"en": "Small", "nl": "Klein"}
    assert list(answer["sections"][0]) == ["key", "title", "items"]
    assert answer["sections"][0]["items"][0] == {
        "key": "price",
        "must": True,
        "moment": "agreement",
        "title": {"en": "Price", "nl": "Prijs"},
        "say": {"en": "The price is ${price}.", "nl": "De prijs is ${price}."},
        "ask": {"en": "What did you count on?", "nl": "Waar rekende je op?"},
        "check": {"en": "What will the invoice say?", "nl": "Wat staat er op de rekening?"},
        "why": {"en": "Money.", "nl": "Geld."},
        "fields": [
            {
                "name": "price", "type": "money", "label": {"en": "Total", "nl": "Totaal"}, "default": None,
                "options": {},
            }
        ],
    }  # fmt: skip


def test_show_works_extends_out(vooraf: Runner) -> None:
    shown = vooraf("checklists", "show", "salon", "--json").json
    listed = vooraf("checklists", "--json").json["checklists"]

    count = sum(len(section["items"]) for section in shown["sections"])
    assert count == next(entry["items"] for entry in listed if entry["key"] == "salon")


def test_show_in_words(small: Runner) -> None:
    assert small("checklists", "show", "small").out.splitlines()[:5] == [
        "small · Small",
        "",
        "Price and payment · price",
        "! price         Price · at the agreement",
        "      The price is ${price}.",
    ]


def test_copy_makes_an_own_checklist(vooraf: Runner) -> None:
    out = vooraf("checklists", "copy", "general", "--as", "my-own").out

    file = vooraf.data / "checklists" / "my-own.toml"
    assert file.exists()
    assert out.splitlines() == [
        f"Copied to {file}",
        f"Change it there, then: vooraf --data {vooraf.data} checklists check my-own",
    ]
    assert vooraf("checklists", "check", "my-own").out == "No faults found.\n"


def test_copy_under_its_own_name_stands_in_for_the_builtin(vooraf: Runner) -> None:
    vooraf("checklists", "copy", "salon")

    listed = {entry["key"]: entry["builtin"] for entry in vooraf("checklists", "--json").json["checklists"]}
    assert (listed["salon"], listed["general"]) == (False, True)


def test_copy_never_overwrites(small: Runner) -> None:
    result = small("checklists", "copy", "general", "--as", "small", ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: There is already a checklist of your own at ")


def test_a_name_that_no_file_can_have(vooraf: Runner) -> None:
    for key in ("../x", "CON", "con", "Ä", ""):
        assert vooraf("checklists", "copy", "general", f"--as={key}", ok=key == "").code == (key != "")
    assert not (vooraf.data.parent / "x.toml").exists()


def test_everything_that_comes_with_vooraf_is_without_faults(vooraf: Runner) -> None:
    assert vooraf("checklists", "check").out == "No faults found.\n"
    assert vooraf("checklists", "check", "--json").json == {"schema": 1, "faults": []}


def test_check_tells_every_fault_at_once(small: Runner) -> None:
    file = small.checklist("broken", BROKEN)

    result = small("checklists", "check", "broken", ok=False)

    assert (result.code, result.err) == (1, "")
    lines = result.out.splitlines()
    assert lines[0] == f"{file}:8: section.price.item.price.must"
    assert [line[:2] for line in lines[1:3]] == ["  ", "  "]
    assert any("section.work.item.scope.moment" in line for line in lines)
    assert lines[-1] == "2 faults."


def test_check_in_json(small: Runner) -> None:
    file = small.checklist("broken", BROKEN)

    answer = small("checklists", "check", "--json", ok=False).json

    assert [list(fault) for fault in answer["faults"]] == [["file", "line", "at", "message", "hint"]] * 2
    assert {fault["file"] for fault in answer["faults"]} == {str(file)}
    assert answer["faults"][0]["line"] == 8


def test_check_takes_a_file(small: Runner) -> None:
    file = small.data / "elsewhere.toml"
    file.write_text(BROKEN)

    assert small("checklists", "check", str(file), ok=False).code == 1
    assert small("checklists", "check", "small").code == 0


def test_check_looks_at_the_owners_talks_too(small: Runner) -> None:
    (small.data / "talks").mkdir()
    (small.data / "talks" / "mine.toml").write_text("schema = 1\nwhat = 2\n")

    assert "mine.toml:2" in small("checklists", "check", ok=False).out


def test_a_name_that_is_neither_a_key_nor_a_file(small: Runner) -> None:
    result = small("checklists", "check", "nothing", ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: There is no checklist “nothing”.\nThe checklists are: ")


def test_a_reader_makes_no_data_folder(vooraf: Runner) -> None:
    for command in (("checklists",), ("checklists", "show", "salon"), ("checklists", "check"), ("list",)):
        vooraf(*command)

    assert not vooraf.data.exists()


def test_new_begins_an_own_checklist(vooraf: Runner) -> None:
    out = vooraf("checklists", "new", "piano-tuner").out

    file = vooraf.data / "checklists" / "piano-tuner.toml"
    assert out.splitlines() == [
        f"A new checklist: {file}",
        f"Change it there, then: vooraf --data {vooraf.data} checklists check piano-tuner",
    ]
    assert "# What your client is told." in file.read_text()
    assert vooraf("checklists", "check", "piano-tuner").out == "No faults found.\n"
    entries = {entry["key"]: entry for entry in vooraf("checklists", "--json").json["checklists"]}
    assert entries["piano-tuner"] == {
        "key": "piano-tuner", "title": "Piano tuner", "builtin": False, "extends": "general",
        "items": entries["general"]["items"],
    }  # fmt: skip


def test_a_client_of_a_new_checklist_can_be_made_at_once(vooraf: Runner) -> None:
    vooraf("checklists", "new", "piano-tuner")
    client = vooraf.client("Noor Veldman", "--checklist", "piano-tuner", "--language", "nl_formal")

    assert "U kunt 2 keer wijzigingen doorgeven" in vooraf("script", client, "up-front").out.replace(
        "\n", " "
    )


def test_new_explains_in_the_language_of_the_screen(vooraf: Runner) -> None:
    vooraf("--lang", "nl", "checklists", "new", "dog-groomer", "--extends", "salon", "--title", "Hondensalon")

    text = (vooraf.data / "checklists" / "dog-groomer.toml").read_text()
    assert "# Wat je klant te horen krijgt" in text
    assert 'title = { nl = "Hondensalon" }' in text
    assert 'extends = "salon"' in text
    assert vooraf("checklists", "check").out == "No faults found.\n"


def test_the_example_in_a_new_checklist_holds_when_its_signs_are_taken_away(vooraf: Runner) -> None:
    for language in ("en", "nl"):
        vooraf("--lang", language, "checklists", "new", f"own-{language}")
        file = vooraf.data / "checklists" / f"own-{language}.toml"
        told, example = file.read_text().split("#\n# [[section.item]]\n")
        bare = "\n".join(line.removeprefix("# ") for line in example.splitlines())
        file.write_text(f"{told}[[section.item]]\n{bare}\n")

        assert vooraf("checklists", "check", f"own-{language}").out == "No faults found.\n"
        assert vooraf("checklists", "check", "--words", f"own-{language}").out.startswith("0 hints.")
        assert "first-own-item" in vooraf("checklists", "show", f"own-{language}").out


def test_new_never_overwrites_and_hides_no_builtin(small: Runner) -> None:
    before = (small.data / "checklists" / "small.toml").read_bytes()

    taken = small("checklists", "new", "small", "--extends", "general", ok=False)
    hidden = small("checklists", "new", "salon", "--extends", "general", ok=False)

    assert (taken.code, hidden.code) == (1, 1)
    assert taken.err.startswith("vooraf: There is already a checklist of your own at ")
    assert hidden.err.startswith("vooraf: “salon” is a checklist that comes with Vooraf;")
    assert (small.data / "checklists" / "small.toml").read_bytes() == before
    assert small("checklists", "new", "salon", "--extends", "salon").code == 0
    assert small("checklists", "check").out == "No faults found.\n"


def test_new_refuses_what_makes_no_checklist(vooraf: Runner) -> None:
    for arguments, sentence in (
        (("../x",), "“../x” can't be the key of a checklist."),
        (("con",), "“con” can't be the key of a checklist."),
        (("own", "--extends", "nothing"), "There is no checklist “nothing”."),
        (("own", "--title", "  "), "“  ” can't be the title of a checklist: This text is empty."),
        (("own", "--title", "${price}"), "“${price}” can't be the title of a checklist: "),
        (("own", "--title", "\x1b[31mred"), "“␛[31mred” can't be the title of a checklist: "),
    ):
        result = vooraf("checklists", "new", *arguments, ok=False)
        assert result.code == 1, arguments
        assert result.err.startswith(f"vooraf: {sentence}"), result.err
    assert not vooraf.data.exists()


def test_a_new_checklist_takes_over_every_type_of_blank(small: Runner) -> None:
    types = {
        "number": "2", "money": '"75.50"', "percent": "30", "date": '"2026-12-01"', "time": '"09:30"',
        "days": "14", "hours": "2", "text": '{ en = "by \\"post\\"", nl = "per post" }',
    }  # fmt: skip
    fields = "".join(f'{kind} = {{ type = "{kind}", default = {value} }}\n' for kind, value in types.items())
    choice = 'vat = { type = "choice", options = { a = { en = "A", nl = "a" } }, default = "a" }\n'
    say = " ".join(f"${{{name}}}" for name in (*types, "vat"))
    head = SMALL.split("[[section.item]]")[0]
    item = (
        '[[section.item]]\nkey = "all"\nmoment = "start"\ntitle = { en = "All" }\n'
        f'say = {{ en = "{say}" }}\nask = {{ en = "What?" }}\ncheck = {{ en = "How?" }}\nwhy = {{ en = "So." }}\n'
    )
    small.checklist("base", f"{head}{item}[section.item.field]\n{fields}{choice}")
    small("checklists", "new", "child", "--extends", "base")

    assert small("checklists", "check").out == "No faults found.\n"
    told = [
        small("show", small.client(name, "--checklist", name), "--json").json["items"][0]["wording"]
        for name in ("base", "child")
    ]
    assert told[0] == told[1]
    assert "09:30" in told[0]
