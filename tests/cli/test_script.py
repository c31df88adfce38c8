"""``script``: printed, written to a file, sent to a printer, recorded as told."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Runner


@pytest.fixture
def noor(small: Runner) -> str:
    return small.client("Noor", "--meeting", "2026-11-24T10:00")


def lp(small: Runner, folder: Path, script: str) -> None:
    """Put a printing program of this test's own on the way."""
    folder.mkdir()
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    small.environ["PATH"] = f"{folder}:/usr/bin:/bin"


# -- printed ---------------------------------------------------------------------------------------


def test_the_check_in_is_printed_at_72_when_piped(small: Runner, noor: str) -> None:
    result = small("script", noor)

    assert result.out.startswith("Check-in · Noor")
    assert max(map(len, result.out.splitlines())) == 72


def test_a_script_is_wrapped_at_the_terminals_width(small: Runner, noor: str) -> None:
    small.terminal = True
    small.environ["COLUMNS"] = "50"

    assert max(map(len, small("script", noor).out.splitlines())) == 50


def test_a_script_in_json(small: Runner, noor: str) -> None:
    answer = small("script", noor, "--format", "json", "--minutes", "5").json

    assert list(answer) == ["schema", "client", "talk", "language", "minutes", "parts"]
    assert (answer["client"], answer["talk"], answer["minutes"]) == (noor, "check-in", 5)
    assert list(answer["parts"][0]) == ["key", "title", "lines"]
    assert list(answer["parts"][0]["lines"][0]) == ["kind", "item", "text"]


def test_ten_minutes_when_none_are_given(small: Runner, noor: str) -> None:
    assert small("script", noor, "--format", "json").json["minutes"] == 10


@pytest.mark.parametrize(
    ("form", "begin"),
    [("text", "Check-in · Noor"), ("md", "# Check-in"), ("html", "<!DOCTYPE html>"), ("json", "{")],
)
def test_each_format(small: Runner, noor: str, form: str, begin: str) -> None:
    assert small("script", noor, "--format", form).out.startswith(begin)


def test_another_language_than_the_clients(small: Runner, noor: str) -> None:
    assert "De omvang" not in small("script", noor).out
    assert small("script", noor, "--language", "nl", "--format", "json").json["language"] == "nl"


def test_items_whose_values_are_missing_are_named_on_stderr(small: Runner, noor: str) -> None:
    err = small("script", noor).err

    assert err == f"vooraf: Price: no value for Total (vooraf --data {small.data} set {noor} price=…)\n"
    small("set", noor, "price=450")
    assert small("script", noor).err == ""


def test_an_unknown_talk_names_those_that_there_are(small: Runner, noor: str) -> None:
    result = small("script", noor, "chek-in", ok=False)

    assert result.code == 1
    assert result.err.startswith("vooraf: There is no talk “chek-in”.\nThe talks are: ")
    assert "check-in, evening-message, no-show, recap" in result.err


# -- into a file -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.txt", "Check-in"), ("a", "Check-in"), ("a.md", "# "), ("a.HTML", "<!DOCTYPE"), ("a.json", "{")],
)
def test_the_ending_of_the_name_is_the_format(
    small: Runner, noor: str, tmp_path: Path, name: str, begin: str
) -> None:
    file = tmp_path / name

    result = small("script", noor, "-o", str(file))

    assert result.out == f"Written to {file}\n"
    assert file.read_text().startswith(begin)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_format_that_is_named_goes_before_the_ending(small: Runner, noor: str, tmp_path: Path) -> None:
    small("script", noor, "-o", str(tmp_path / "a.txt"), "--format", "json")

    assert json.loads((tmp_path / "a.txt").read_text())["client"] == noor


def test_a_file_is_never_overwritten_without_force(small: Runner, noor: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("mine")

    result = small("script", noor, "-o", str(file), ok=False)

    told = (
        f"vooraf: {file} exists already; it was left as it is.\n"
        "Choose another name, or overwrite it with --force.\n"
    )
    assert result == (1, "", told)
    assert file.read_text() == "mine"
    small("script", noor, "-o", str(file), "--force")
    assert file.read_text().startswith("Check-in")


def test_a_folder_that_is_not_there(small: Runner, noor: str, tmp_path: Path) -> None:
    result = small("script", noor, "-o", str(tmp_path / "no" / "a.txt"), ok=False)

    assert result.code == 1
    assert result.err.startswith(
        f"vooraf: {tmp_path}/no/a.txt can't be written: no such file or directory.\n"
    )


# -- to the printer --------------------------------------------------------------------------------


def test_the_printer_gets_the_text(small: Runner, noor: str, tmp_path: Path) -> None:
    lp(small, tmp_path / "bin", f"cat > {tmp_path}/paper")

    assert small("script", noor, "--print").out == "Sent to the printer.\n"
    assert (tmp_path / "paper").read_text() == small("script", noor).out


def test_a_printer_that_refuses_leaves_the_text_in_a_file(small: Runner, noor: str, tmp_path: Path) -> None:
    lp(small, tmp_path / "bin", "echo 'lp: no default destination' >&2; exit 1")

    result = small("script", noor, "--print", ok=False)

    sentence, hint = result.err.splitlines()
    assert (result.code, result.out) == (1, "")
    assert sentence.startswith(
        "vooraf: No printer took it (lp: no default destination). The script stands in "
    )
    assert hint == "Open that file and print it from there."
    file = Path(sentence.partition("stands in ")[2].rstrip("."))
    assert file.read_text() == small("script", noor).out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.unlink()


def test_a_system_without_lp_leaves_the_text_in_a_file(small: Runner, noor: str) -> None:
    result = small("script", noor, "--print", ok=False)

    assert result.code == 1
    sentence = result.err.splitlines()[0]
    assert sentence.startswith("vooraf: This system has no program lp to print with. The script stands in ")
    file = Path(sentence.partition("stands in ")[2].rstrip("."))
    assert file.read_text().startswith("Check-in")
    file.unlink()


# -- recorded as told ------------------------------------------------------------------------------


def test_the_letter_is_recorded_in_exactly_its_words(small: Runner, noor: str) -> None:
    result = small("script", noor, "up-front", "--tell", "--by", "email", "--on", "2026-11-20")

    told = {key: small.state(noor, key)["told"] for key in ("payment-term", "scope", "price")}
    assert told["payment-term"] == {"text": "You pay within 14 days.", "on": "2026-11-20", "by": "email"}
    assert told["payment-term"]["text"] in result.out
    assert told["scope"]["text"] in result.out
    assert told["price"] is None
    assert "vooraf: 2 items were recorded as told.\n" in result.err
    assert small("undo", noor).out == "Undone: told: Payment term; Scope · by e-mail\n"


def test_a_letter_in_another_language_is_recorded_in_it(small: Runner, noor: str) -> None:
    small("script", noor, "up-front", "--tell", "--by", "paper", "--language", "nl")

    assert small.state(noor, "scope")["told"]["text"] == "Ik doe wat we afspraken."


def test_a_letter_into_a_file_is_recorded_too(small: Runner, noor: str, tmp_path: Path) -> None:
    small("script", noor, "up-front", "--tell", "--by", "email", "-o", str(tmp_path / "letter.html"))

    assert small.state(noor, "scope")["told"]["text"] in (tmp_path / "letter.html").read_text()


def nothing_was_told(small: Runner, noor: str) -> bool:
    return [event["kind"] for event in small("diary", noor, "--json").json["events"]] == ["opened", "profile"]


def test_only_a_letter_can_be_recorded(small: Runner, noor: str) -> None:
    result = small("script", noor, "--tell", "--by", "email", ok=False)

    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(
        "vooraf: “check-in” isn't a letter, so its words can't be recorded as told.\n"
    )
    assert nothing_was_told(small, noor)


def test_a_letter_that_could_not_be_written_is_not_recorded(small: Runner, noor: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("mine")

    assert small("script", noor, "up-front", "--tell", "--by", "email", "-o", str(file), ok=False).code == 1
    assert nothing_was_told(small, noor)


def test_a_letter_that_could_not_be_printed_is_not_recorded(small: Runner, noor: str) -> None:
    result = small("script", noor, "up-front", "--tell", "--by", "paper", "--print", ok=False)

    Path(result.err.partition("stands in ")[2].partition(".txt")[0] + ".txt").unlink()
    assert result.code == 1
    assert nothing_was_told(small, noor)


def test_a_letter_of_tomorrow_is_not_even_printed(small: Runner, noor: str) -> None:
    result = small("script", noor, "up-front", "--tell", "--by", "email", "--on", "2026-11-23", ok=False)

    assert (result.code, result.out) == (1, "")
    assert nothing_was_told(small, noor)


# -- before it goes out ----------------------------------------------------------------------------

WITH_VAT = (
    'schema = 1\ntitle = { en = "Design" }\n[[section]]\nkey = "price"\ntitle = { en = "Price" }\n[[section.item]]\n'
    'key = "price"\nmoment = "agreement"\ntitle = { en = "Price" }\nsay = { en = "It is ${price}, ${vat}." }\nask = { en = "What?" }\n'
    'check = { en = "What?" }\nwhy = { en = "Money." }\n[section.item.field]\n'
    'price = { type = "money", default = 80, label = { en = "Price" } }\n'
    'vat = { type = "choice", options = { incl = { en = "including VAT" }, excl = { en = "excluding VAT" } }, '
    'default = "excl", label = { en = "VAT" } }\n'
)


def test_a_letter_without_the_owners_name_has_no_bare_greeting_and_says_where_to_give_it(
    small: Runner, noor: str
) -> None:
    small("set", noor, "price=450")
    signed = small("script", noor, "up-front")
    assert signed.out.endswith("Kind regards,\n\nStudio Zuid\n")
    assert signed.err == ""
    small.rules('[owner]\ntrade = "small"\nlanguage = "en"\n')
    bare = small("script", noor, "up-front")
    assert bare.out.endswith("I look forward to hearing from you.\n")
    assert "Your name isn't under it yet." in bare.err


@pytest.mark.parametrize(("kind", "told"), [("consumer", True), ("business", False)])
def test_a_private_clients_price_without_vat_is_told_to_the_owner(
    small: Runner, kind: str, *, told: bool
) -> None:
    small.checklist("design", WITH_VAT)
    client = small.client("Noor", "--checklist", "design", "--kind", kind)
    result = small("script", client, "up-front")
    assert "excluding VAT" in result.out
    assert ("For a private client prices should include VAT" in result.err) is told
    assert (f"set {client} vat=incl" in result.err) is told
    small("set", client, "vat=incl")
    assert small("script", client, "up-front").err == ""
