"""``vooraf changes`` and ``vooraf announce``: what they print, what they refuse, what they never do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runner
from tests.factories import NASTY

DAY = "2027-01-01"
HOUSE = '[owner]\nname = "Studio Zuid"\ntrade = "photographer"\nlanguage = "{language}"\n'
RULES = HOUSE.format(language="nl") + '# mine\n[value]\nprice = "{price}"\n'


@pytest.fixture
def noor(vooraf: Runner) -> str:
    """A client who was told €400 by e-mail; it is €440 now."""
    vooraf.rules(RULES.format(price="400"))
    client = vooraf.client("Noor Veldman", "--language", "nl")
    vooraf("tell", client, "price", "--by", "email", "--on", "2026-11-12")
    vooraf.rules(RULES.format(price="440"))
    return client


def announce(vooraf: Runner, *more: str) -> str:
    return vooraf("announce", "price", "--from", DAY, "--because", "De huur is gestegen.", *more).out


def test_changes_says_what_was_told_and_what_it_is_now(vooraf: Runner, noor: str) -> None:
    said = vooraf("changes").out
    assert "Price of the shoot · photographer: price · 1 client" in said
    assert said.index("Was: De prijs is €\u00a0400,00") < said.index("Now: De prijs is €\u00a0440,00")
    assert f"    {noor}  Noor Veldman  by e-mail, Thu 12 Nov" in said
    assert "vooraf --data" in said.splitlines()[-1]


def test_where_nothing_changed_it_says_so(vooraf: Runner) -> None:
    vooraf.client()
    assert vooraf("changes").out == "What you told your clients still holds: nothing has changed.\n"
    assert vooraf("changes", "--json").json == {"schema": 1, "changes": []}
    assert vooraf("announce", "price", "--from", DAY, "--because", "x", ok=False).err.startswith(
        "vooraf: Nobody was told anything else about “price”: there is nothing to announce."
    )


def test_a_value_of_their_own_leaves_a_client_out_and_says_so(vooraf: Runner, noor: str) -> None:
    vooraf("set", noor, "price=390")
    result = vooraf("changes")
    assert result.out.startswith("What you told your clients still holds")
    assert (
        result.err == "vooraf: With a value of their own, so not listed: Noor Veldman (Price of the shoot).\n"
    )


def test_a_value_of_their_own_for_another_item_does_not(vooraf: Runner, noor: str) -> None:
    vooraf("set", noor, "photo_price=20")
    assert noor in vooraf("changes").out


def test_the_day_and_the_reason_are_kept_beside_what_the_owner_wrote(vooraf: Runner, noor: str) -> None:
    announce(vooraf)
    text = (vooraf.data / "house-rules.toml").read_text(encoding="utf-8")
    assert text.startswith("schema = 1\n" + RULES.format(price="440"))
    assert f"[change.price]\nfrom = {DAY}\n" in text
    assert vooraf("changes", "--json").json["changes"][0]["clients"][0]["client"] == noor
    assert "De huur is gestegen." in vooraf("announce", "price", noor).out  # and needn't be said again


@pytest.mark.usefixtures("noor")
def test_a_message_without_the_owners_name_says_where_to_give_it(vooraf: Runner) -> None:
    arguments = ("announce", "price", "--from", DAY, "--because-nl", "Huur.", "--because-en", "Rent.")
    assert vooraf(*arguments).err == ""
    vooraf.rules(RULES.format(price="440").replace('name = "Studio Zuid"\n', ""))
    result = vooraf(*arguments)
    assert "Your name isn't under it yet." in result.err
    assert "groet" not in result.out


@pytest.mark.usefixtures("noor")
@pytest.mark.parametrize("typed", ["de huur stijgt", "De huur stijgt."])
def test_the_reason_is_a_sentence_however_it_was_typed(vooraf: Runner, typed: str) -> None:
    said = " ".join(vooraf("announce", "price", "--from", DAY, "--because", typed).out.split())
    assert "Dit is de reden. De huur stijgt." in said


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_each_format_has_both_prices_and_the_day(vooraf: Runner, noor: str, form: str) -> None:
    said = announce(vooraf, "--format", form, noor).replace("\\u00a0", "\u00a0")
    for part in ("€\u00a0400,00", "€\u00a0440,00", "vrijdag 1 januari 2027", "Noor Veldman"):
        assert part in said


def test_nothing_is_overwritten_unasked_and_then_nothing_is_kept(
    vooraf: Runner, noor: str, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    mine = folder / f"price-noor-veldman-{noor}.txt"
    mine.write_text("mine")
    said = ("announce", "price", "--from", DAY, "--because", "x", "-o", str(folder))

    refused = vooraf(*said, ok=False)

    assert (refused.code, mine.read_text()) == (1, "mine")
    assert str(mine) in refused.err
    assert "change" not in (vooraf.data / "house-rules.toml").read_text(encoding="utf-8")
    vooraf(*said, "--force")
    assert "440,00" in mine.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("price", "--from", "2026-11-21", "--because", "x"), 1, "2026-11-21 is past"),
        (("price", "--from", "2026-02-30", "--because", "x"), 1, "“2026-02-30”"),
        (("price", "--because", "x"), 1, "The day on which “price” changes is missing."),
        (("price", "--from", DAY), 1, "The reason why “price” changes is missing"),
        (("price", "--from", DAY, "--because", "  "), 1, "The reason why “price” changes is missing"),
        (
            ("price", "--from", DAY, "--because", "\x1b[31m"),
            1,
            "There is a character here that can't be seen",
        ),
        (("price", "--from", DAY, "--because", "${rate}"), 1, "“${rate}” can't stand here"),
        (("pirce", "--from", DAY, "--because", "x"), 1, "No client has an item “pirce”"),
        (("zzz",), 1, "No client has an item “zzz”"),  # before what else is missing
        (("zzz", "noor"), 1, "No client has an item “zzz”"),
        (("zzz", "--sent", "noor"), 1, "No client has an item “zzz”"),
        (("price", "--from", DAY, "--because", "x", "nobody"), 1, "No client fits “nobody”."),
        (("price", "--sent", "--all"), 1, "The day on which “price” changes is missing."),
        (("price", "--sent"), 2, "CLIENT… or --all"),
        (("price", "--sent", "--all", "noor"), 2, "--all and CLIENT… don't go together."),
        (("price", "--sent", "--all", "--from", DAY), 2, "--sent and --from don't go together."),
        (("price", "--all"), 2, "--all belongs to --sent"),
        (("price", "--by", "email"), 2, "--by belongs to --sent"),
        ((), 2, "ITEM"),
    ],
)
def test_what_can_not_be_announced_is_told_in_one_sentence(
    vooraf: Runner, noor: str, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = vooraf.diary(noor).read_bytes()
    refused = vooraf("announce", *arguments, ok=False)
    assert (refused.code, refused.out) == (code, "")
    assert sentence in refused.err.splitlines()[0]
    assert vooraf.diary(noor).read_bytes() == before
    assert "change" not in (vooraf.data / "house-rules.toml").read_text(encoding="utf-8")


def test_what_was_sent_before_the_day_can_be_ticked_after_it(vooraf: Runner, noor: str) -> None:
    announce(vooraf)
    vooraf.now = vooraf.now.replace(year=2027, month=1, day=5)
    refused = vooraf("announce", "price", "--sent", noor, ok=False)
    assert (refused.code, refused.err.splitlines()[0]) == (
        1,
        "vooraf: 2027-01-01 is past: a change is announced beforehand.",
    )
    assert noor in vooraf("announce", "price", "--sent", noor, "--on", "2026-12-20").out
    assert vooraf.state(noor, "price")["told"]["on"] == "2026-12-20"


def test_a_second_announcement_takes_the_place_of_the_first_until_whose_day_the_oldest_words_hold(
    vooraf: Runner, noor: str
) -> None:
    announce(vooraf)
    vooraf("announce", "price", "--sent", noor)
    vooraf.rules(RULES.format(price="460"))

    message = announce(vooraf)

    assert "€\u00a0400,00" in message
    assert "€\u00a0460,00" in message
    assert "€\u00a0440,00" not in message
    assert "Dit vervangt mijn eerdere aankondiging hierover." in message.replace("\n", " ")
    vooraf("announce", "price", "--sent", noor)
    event = vooraf("diary", noor, "--json").json["events"][-1]
    assert "400,00" in event["was"]
    assert "460,00" in event["text"]


def test_undo_takes_an_announcement_back(vooraf: Runner, noor: str) -> None:
    announce(vooraf)
    vooraf("announce", "price", "--sent", noor)
    assert "announced: Price of the shoot · by e-mail · from Fri 1 Jan 2027" in vooraf("undo", noor).out
    assert vooraf.state(noor, "price")["standing"] == "changed"
    vooraf("redo", noor)
    assert vooraf.state(noor, "price")["standing"] == "told"


def test_show_and_the_diary_say_what_was_announced(vooraf: Runner, noor: str) -> None:
    announce(vooraf)
    vooraf("announce", "price", "--sent", noor, "--by", "chat")
    shown = vooraf("show", noor).out
    assert "Until then:          De prijs is €\u00a0400,00" in shown
    assert "From Fri 1 Jan 2027: De prijs is €\u00a0440,00" in shown
    assert "announced" in vooraf("diary", noor).out
    vooraf.now = vooraf.now.replace(year=2027, month=2)
    assert "Until then" not in vooraf("show", noor).out


def test_the_letter_says_until_when_the_old_words_hold_and_is_told_in_the_new(
    vooraf: Runner, noor: str
) -> None:
    announce(vooraf)
    vooraf("announce", "price", "--sent", noor)
    letter = vooraf("script", noor, "up-front", "--tell", "--by", "email").out
    assert "Tot die dag: “De prijs is €\u00a0400,00" in letter.replace("\n  ", " ")
    assert "400" not in vooraf.state(noor, "price")["told"]["text"]
    assert "Until then" in vooraf("show", noor).out


def test_who_likes_it_short_gets_it_short_and_a_business_hears_about_work(vooraf: Runner, noor: str) -> None:
    full = announce(vooraf, noor)
    vooraf("edit", noor, "--kind", "business")
    business = announce(vooraf, noor)
    vooraf("edit", noor, "--pace", "snel")
    brief = announce(vooraf, noor)
    assert len(brief) < len(full) * 2 / 3
    assert "Voor werk van vóór die dag" in business
    assert "Voor werk" not in full
    for message in (full, business, brief):
        for part in ("400,00", "440,00", "De huur is gestegen.", "Wat wil je hierover weten"):
            assert part in message


def test_the_reason_in_another_language_is_told_about(vooraf: Runner) -> None:
    vooraf.rules(RULES.format(price="400"))
    grace = vooraf.client("Grace Okafor", "--language", "en")
    vooraf("tell", grace, "price")
    vooraf.rules(RULES.format(price="440"))
    result = vooraf("announce", "price", "--from", DAY, "--because", "De huur.")
    assert "There is no reason in English" in result.err
    assert "--because-en" in result.err
    assert vooraf("announce", "price", "--because-en", "The rent.").err == ""


def test_a_letter_of_changes_is_refused_where_there_are_none_and_never_told_as_a_letter(
    vooraf: Runner, noor: str
) -> None:
    assert "nothing to announce" in vooraf("script", noor, "announce", ok=False).err
    announce(vooraf)
    assert "440,00" in vooraf("script", noor, "announce").out
    refused = vooraf("script", noor, "announce", "--tell", "--by", "email", ok=False)
    assert (refused.code, " announce ITEM --sent" in refused.err) == (1, True)
    assert vooraf.state(noor, "price")["standing"] == "changed"


def test_texts_that_have_stopped_a_program_are_text(vooraf: Runner, tmp_path: Path) -> None:
    vooraf.rules(RULES.format(price="400"))
    clients = [vooraf.client(name) for name in NASTY if name.strip()]
    for client in clients:
        vooraf("tell", client, "price")
    vooraf.rules(RULES.format(price="440"))
    done = vooraf(
        "announce",
        "price",
        "--from",
        DAY,
        "--because",
        "[@click=app.quit]x[/] <b>=1+1",
        "-o",
        str(tmp_path / "o"),
    )
    assert "\x1b" not in done.out + done.err
    files = list((tmp_path / "o").iterdir())
    assert len(files) == len(clients)
    assert not any("\x1b" in file.read_text(encoding="utf-8") for file in files)
    assert "\x1b" not in vooraf("changes").out
    ticked = vooraf("announce", "price", "--sent", "--all")
    assert "\x1b" not in ticked.out + ticked.err


OPENED = """
import sys
import time

now = time.time_ns
time.time_ns = lambda: now() + 10_000_000_000  # what was written just now isn't kept yet

from vooraf.__main__ import main

opened = set()
sys.addaudithook(lambda event, found: event == "open" and opened.add(str(found[0])))
main(sys.argv[1:])
print(*sorted(each for each in opened if "/clients/" in each), file=sys.stderr, sep="\\n")
"""


def test_when_nothing_changed_no_diary_is_read(vooraf: Runner, noor: str, tmp_path: Path) -> None:
    for name in ("Anna", "Grace"):
        vooraf("tell", vooraf.client(name, "--language", "en"), "price")
    environ = {
        **os.environ,
        **{f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE")},
    }

    def opened() -> list[str]:
        command = [sys.executable, "-c", OPENED, "--data", str(vooraf.data), "changes"]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
        return [line for line in done.stderr.splitlines() if line.endswith(".toml")]

    vooraf("tell", noor, "price")
    assert opened()
    assert opened() == []
