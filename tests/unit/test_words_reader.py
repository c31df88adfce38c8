"""The file of a word list: what it holds, and every fault with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vooraf.actions.words import checklist_hints, word_hints
from vooraf.actions.workspace import Workspace
from vooraf.errors.checklist import BrokenWords
from vooraf.model.phrases import BadPhrase, parse_phrase
from vooraf.storage.packed_words import packed_words, unpacked_words
from vooraf.storage.words_reader import read_words

BUILTIN = Path(__file__).parents[2] / "checklists" / "words"
MORE = 'schema = 1\nextends = "nl"\n'
HINT = """
[[hint]]
phrase = ["{phrase}"]
kind = "over-promise"
why = {{ nl = "Te veel." }}
instead = {{ nl = "Minder." }}
"""


@pytest.fixture
def own(workspace: Workspace) -> Callable[[str], Path]:
    """Writes the owner's own list for Dutch texts."""
    file = Path(workspace.folder.checklists) / "words" / "nl.toml"
    file.parent.mkdir(parents=True)

    def write(text: str) -> Path:
        file.write_text(text, encoding="utf-8")
        return file

    return write


def matches(workspace: Workspace, text: str) -> list[str]:
    return [hint.match for hint in word_hints(workspace, text, "nl")]


@pytest.mark.parametrize("name", ["en", "nl"])
def test_a_built_in_list_says_all_in_both_languages_of_the_owner(name: str) -> None:
    words, faults = read_words((BUILTIN / f"{name}.toml").read_bytes(), f"{name}.toml")

    assert faults == ()
    assert words is not None
    advice = [entry.advice for entry in words.entries] + [words.questions.closed, words.questions.several]
    assert all(texts.keys() == {"en", "nl"} for each in advice for texts in each)
    assert words.negated.keys() == {"en", "nl"}
    phrases = [phrase for entry in words.entries for phrase in entry.phrases]
    assert len(phrases) == len(set(phrases))
    assert unpacked_words(packed_words(words)) == words


def test_an_own_list_can_add_to_the_built_in_one_and_let_words_pass(
    workspace: Workspace, own: Callable[[str], Path]
) -> None:
    text = "Het is gewoon altijd toppie."
    assert matches(workspace, text) == ["gewoon", "altijd"]

    own(MORE + 'allow = ["gewoon"]\n' + HINT.format(phrase="toppie"))

    assert matches(workspace, text) == ["altijd", "toppie"]
    assert workspace.words.faults() == ()


def test_a_list_is_read_again_when_its_file_changed_and_kept_when_not(
    workspace: Workspace, own: Callable[[str], Path]
) -> None:
    file = own(MORE + HINT.format(phrase="toppie"))
    assert matches(workspace, "Toppie, altijd.") == ["Toppie", "altijd"]
    own(MORE + HINT.format(phrase="tof"))
    assert matches(workspace, "Toppie, tof, altijd.") == ["tof", "altijd"]
    file.unlink()
    assert matches(workspace, "Toppie, tof, altijd.") == ["altijd"]

    again = Workspace(
        workspace.folder, workspace.now, workspace.random, config=workspace.config, state=workspace.state
    )
    kept = again.index.document("words:nl", again.words.signature("nl"))
    assert kept
    assert matches(again, "Altijd.") == ["Altijd"]


@pytest.mark.parametrize(
    ("text", "line", "told", "hint"),
    [
        (
            'schema = 1\nextends = "en"\n',
            2,
            "This list can't begin with “en”.",
            'extends = "nl"',
        ),
        (MORE + "allow = 3\n", 3, "“3” isn't a list.", "allow = ["),
        (MORE + 'drop = ["a"]\n', 3, "“drop” is unknown here.", "allow"),
        ("schema = 1\n", 1, "“hint” is missing.", "Add it"),
        (MORE + HINT.format(phrase=""), 5, "has no word in it", "guarantee*"),
        (MORE + HINT.format(phrase="… a"), 5, "in the wrong place", "between two words"),
        (MORE + HINT.format(phrase="a {end} b"), 5, "in the wrong place", "{end} behind the last"),
        (MORE + HINT.format(phrase="a … b … c … d"), 5, "more than 2 gaps", "really stand"),
        (MORE + HINT.format(phrase="a " * 13), 5, "has 13 words; the most is 12", "…"),
        (MORE + HINT.format(phrase="a *"), 5, "a * stands alone", "guarantee*"),
        (MORE + HINT.format(phrase="(a+)+b"), 5, "a regular expression", "plain words"),
        (MORE + HINT.format(phrase="from {price}"), 5, "“{price}” isn't a kind of word", "{money}"),
        (MORE + HINT.format(phrase="a||b"), 5, "there is nothing on one side of a |", "minor|small"),
        (MORE + HINT.format(phrase="a").replace('["a"]', "[]"), 5, "There is no phrase here", "asap"),
        (MORE + HINT.format(phrase="a").replace('nl = "Te veel."', ""), 7, "The text is missing", "en ="),
        (MORE + HINT.format(phrase="a") + 'role = ["tell"]\n', 9, "“tell” is unknown here.", "say"),
        (
            MORE + HINT.format(phrase="a").replace("over-promise", "promise"),
            6,
            "“promise” is unknown here.",
            "over-promise",
        ),
        (
            MORE + '[negation]\nword = ["not a"]\nwhy = { nl = "x" }\n',
            4,
            "“not a” isn't a single word.",
            "one word",
        ),
    ],
)
def test_a_fault_says_where_what_was_found_and_what_to_write(
    own: Callable[[str], Path], workspace: Workspace, text: str, line: int, told: str, hint: str
) -> None:
    file = own(text)

    faults = [fault for fault in workspace.words.faults() if fault.file == str(file)]

    fault = next(fault for fault in faults if told in fault.sentence())
    assert fault.line == line
    assert hint.casefold() in fault.hint_line().casefold()
    with pytest.raises(BrokenWords):
        matches(workspace, "altijd")


@pytest.mark.parametrize("phrase", ["", "a|", "[a]", "a{2,}", "^a", "a$", "\\w", "{start}", "…"])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        parse_phrase(phrase)


def test_a_checklist_lets_pass_phrases_and_nothing_else(workspace: Workspace) -> None:
    file = Path(workspace.folder.checklists) / "shop.toml"
    file.parent.mkdir(parents=True)
    text = (BUILTIN.parent / "general.toml").read_text(encoding="utf-8")
    file.write_text(
        text.replace('key = "scope"\n', 'key = "scope"\nallow = ["(always", "soon"]\n', 1), encoding="utf-8"
    )

    (fault,) = workspace.library.whole.faults("shop")

    assert (
        fault.sentence() == "In the phrase “(always” there is a “(”, and a phrase isn't a regular expression."
    )
    assert fault.at == "section.service.item.scope.allow.1"
    assert checklist_hints(workspace, ["shop"]) == ()
