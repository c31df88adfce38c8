"""One class per fault: its sentence, its hint, its exit code.

Who raises passes data and no prose: ``raise UnknownClient(name="Noor")``.
``sentence`` and ``hint_line`` take the translation of the screen's language, so a
sentence exists once, in English, and its Dutch stands in the catalogue.
This module imports nothing of ours, so every layer can raise.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar

DONE, REFUSED, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark ``text`` for the catalogue and give it back as it is."""
    return text


class VoorafError(Exception):
    """A fault that the owner can do something about.

    Class attributes: ``message`` and ``hint`` (English, with ``{names}`` of the data; ``hint`` may be
    empty) and ``exit_code``. The data of one fault come in as keywords.
    """

    message: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    exit_code: ClassVar[int] = REFUSED

    def __init__(self, **data: object) -> None:
        self.data = data
        super().__init__(self.sentence())

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The fault in one sentence, in the language of ``translate``."""
        return translate(self.message).format_map(self.data)

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """What to do next, or an empty text."""
        return translate(self.hint).format_map(self.data) if self.hint else ""


class WrongUse(VoorafError):
    """The command line can't be carried out as it stands."""

    exit_code = WRONG_USE


# -- clients and items ---------------------------------------------------------------------------


class UnknownClient(VoorafError):
    """``name`` fits no client."""

    message = N_("No client fits “{name}”.")
    hint = N_("See all clients with: vooraf list")


class AmbiguousClient(VoorafError):
    """``name`` fits several: ``matches``, a line each."""

    message = N_("“{name}” fits several clients:\n{matches}")
    hint = N_("Name one by its id, the first word of its line.")


class NoName(VoorafError):
    """A client without a name."""

    message = N_("A client needs a name.")
    hint = N_('For instance: vooraf new "Noor Veldman"')


class UnknownItem(VoorafError):
    """``item`` isn't in ``checklist``."""

    message = N_("The checklist “{checklist}” has no item “{item}”.")
    hint = N_("See its items with: vooraf checklists show {checklist}")


class UnknownItemNear(UnknownItem):
    """The same, with the ``nearest`` key that exists."""

    hint = N_("Did you mean “{nearest}”? All items: vooraf checklists show {checklist}")


class UnknownSection(VoorafError):
    """``section`` isn't in ``checklist``."""

    message = N_("The checklist “{checklist}” has no section “{section}”.")
    hint = N_("Its sections are: {sections}")


class NotReady(VoorafError):
    """The wording of ``item`` still has empty ``fields``."""

    message = N_("“{item}” can't be told yet: no value for {fields}.")
    hint = N_("Fill it in with: vooraf set {client} {example}=VALUE")


class WaivedItem(VoorafError):
    """A rule that doesn't apply to this client; ``item`` is its title, ``key`` its key."""

    message = N_("“{item}” doesn't apply to {name}: there is no rule to apply or to make an exception to.")
    hint = N_("Does it apply after all? Open it again first: vooraf reopen {client} {key}")


class NoWhy(VoorafError):
    """A rule that is applied, or excepted, without a reason."""

    message = N_("Say why you applied the rule, or made an exception.")
    hint = N_("For instance: --why \"didn't come, and didn't call\"")


class AppliedOrExcepted(WrongUse):
    """Neither of the two, or both."""

    message = N_("Say what happened: --applied or --excepted, one of the two.")
    hint = N_("Applied: you applied the rule. Excepted: you made an exception, this once.")


class WhyMissing(WrongUse):
    """No ``--why``."""

    message = N_("Say why, with --why TEXT.")
    hint = N_("For instance: --why \"didn't come, and didn't call\"")


class NothingToUndo(VoorafError):
    """The diary has nothing that can be taken back."""

    message = N_("There is nothing to undo.")


class NothingToRedo(VoorafError):
    """The diary has nothing that was taken back last."""

    message = N_("There is nothing to redo.")


class NoTalk(VoorafError):
    """There is no talk ``talk``."""

    message = N_("There is no talk “{talk}”.")
    hint = N_("The talks are: {talks}")


class EmptyText(VoorafError):
    """A note without words."""

    message = N_("A note needs words.")
    hint = N_('Write what happened, for instance: vooraf note noor "Called: the date is fine."')


class NotALetter(VoorafError):
    """Only a letter can be recorded as told; ``talk`` is none."""

    message = N_("“{talk}” is no letter, so its words can't be recorded as told.")
    hint = N_("Record the letter instead: vooraf script CLIENT up-front --tell --by email")


class WhichItem(VoorafError):
    """The message ``talk`` is about one item, and none is named."""

    message = N_("“{talk}” is about one item, and none is named.")
    hint = N_(
        "Name it: vooraf script {client} {talk} --item ITEM. The items: vooraf checklists show {checklist}"
    )


class NotAboutItem(VoorafError):
    """``--item`` for a talk that isn't about one item."""

    message = N_("“{talk}” isn't about one item, so --item does nothing here.")
    hint = N_("Leave --item out. About one item are: {talks}")


class MessageTellsNothing(VoorafError):
    """The words of a message about one item can't be recorded as told."""

    message = N_("“{talk}” is a message about a rule that was told, so its words can't be recorded as told.")
    hint = N_("Tell the rule itself: vooraf tell CLIENT ITEM --by email")


class NoMeeting(VoorafError):
    """No talk is under way with this client."""

    message = N_("No meeting with this client is under way.")
    hint = N_("Start one on the client's screen with the key m.")


# -- values --------------------------------------------------------------------------------------


class UnknownField(VoorafError):
    """``field`` isn't in ``checklist``."""

    message = N_("The checklist “{checklist}” has no field “{field}”.")
    hint = N_("Its fields are: {fields}")


class UnknownFieldNear(UnknownField):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”? All its fields: {fields}")


class BadValue(VoorafError):
    """``value`` doesn't fit the field ``field``."""

    message = N_("“{value}” is no value for “{field}”.")


class BadAmount(BadValue):
    """No amount of money."""

    message = N_("“{value}” is no amount.")
    hint = N_("Write it as 1250, 1250.50 or 1250,50; another currency as 1250 USD.")


class TwoReadings(BadValue):
    """A number with a separator that may mean two things."""

    message = N_("“{value}” can be read as {first} and as {second}.")
    hint = N_("Write {first} or {second}.")


class TwoReadingsOneFits(TwoReadings):
    """The same, where the ``second`` has too many decimals to be kept."""

    hint = N_("Write {first}, or a figure with at most two decimals.")


class BadNumber(BadValue):
    """No number, or one that can't be below zero."""

    message = N_("“{value}” is no number for “{field}”.")
    hint = N_("Write digits, for instance 2 or 1.5.")


class BadWholeNumber(BadValue):
    """No whole number."""

    message = N_("“{value}” is no whole number for “{field}”.")
    hint = N_("Write digits, for instance 14.")


class BadDate(BadValue):
    """A date that doesn't exist."""

    message = N_("“{value}” is not a date that exists.")
    hint = N_("Write it as 2026-11-24.")


class BadTime(BadValue):
    """A time that doesn't exist."""

    message = N_("“{value}” is not a time that exists.")
    hint = N_("Write it as 14:30.")


class BadMoment(BadValue):
    """A day and time that don't exist."""

    message = N_("“{value}” is not a day and time that exist.")
    hint = N_("Write it as 2026-11-24T10:00.")


class BadChoice(BadValue):
    """None of the ``options``."""

    message = N_("“{value}” is no choice for “{field}”.")
    hint = N_("Choose one of: {options}")


class FutureDate(VoorafError):
    """Something that happened can't lie in the future."""

    message = N_("{date} lies in the future; what is told or confirmed has already happened.")
    hint = N_("Write the day it happened, or leave --on out for today.")


class TooLong(VoorafError):
    """A text over the limit of a diary."""

    message = N_("This text has {length} characters; the most is {most}.")
    hint = N_("Write it in parts, or keep it elsewhere and note where.")


class TooManyBytes(TooLong):
    """A text, or a list of them, that takes more ``bytes`` than ``most``, which is a line of a diary."""

    message = N_("This takes {bytes} bytes in the diary; the most is {most}.")


class Unstorable(VoorafError):
    """A text with bytes that aren't characters."""

    message = N_("This text holds bytes that are no characters, so it can't be kept.")
    hint = N_("Type it again, or save its source as UTF-8.")


# -- announcing ----------------------------------------------------------------------------------


class NoSuchItem(VoorafError):
    """``item`` isn't in the checklist of any client."""

    message = N_("No client has an item “{item}” in their checklist.")
    hint = N_("See what has changed with: vooraf changes")


class NoSuchItemNear(NoSuchItem):
    """The same, with the ``nearest`` key that exists."""

    hint = N_("Did you mean “{nearest}”?")


class AnnouncedInPast(VoorafError):
    """A change of ``item`` that would hold from a day before ``today``, the day it is told."""

    message = N_("{date} is past: a change is announced beforehand.")
    hint = N_("Choose a day from {today} on: vooraf announce {item} --from DATE")


class NothingAnnounced(VoorafError):
    """Nobody said yet from when the new words of ``item`` hold."""

    message = N_("The day on which “{item}” changes is missing.")
    hint = N_("Say it with: vooraf announce {item} --from DATE --because TEXT")


class NoReason(VoorafError):
    """A change of ``item`` without a reason."""

    message = N_("The reason why “{item}” changes is missing; one line is enough.")
    hint = N_("Say it with: vooraf announce {item} --because TEXT")


class NothingToAnnounce(VoorafError):
    """The house rules announce nothing that ``client`` was told otherwise."""

    message = N_("There is nothing to announce to this client.")
    hint = N_("See what has changed with: vooraf changes")


class AnnounceInstead(VoorafError):
    """An announcement isn't recorded as told, but as announced."""

    message = N_("An announcement is recorded as announced, with the day on which it starts.")
    hint = N_("Record it with: vooraf announce ITEM --sent {client}")


class NobodyTold(VoorafError):
    """Nobody was told anything else about ``item``."""

    message = N_("Nobody was told anything else about “{item}”: there is nothing to announce.")
    hint = N_("See what has changed with: vooraf changes")


class ClientArchived(VoorafError):
    """The client is archived."""

    message = N_("This client is archived, so nothing is announced.")


class NeverTold(VoorafError):
    """``item`` was never told to this client: ``key`` is its key."""

    message = N_("“{item}” was never told to this client, so nothing changes for them.")
    hint = N_("Tell it with: vooraf tell {client} {key}")


class WaivedHere(VoorafError):
    """``item`` doesn't apply to this client."""

    message = N_("“{item}” doesn't apply to this client.")


class ToldAlready(VoorafError):
    """This client was told ``item`` in today's words."""

    message = N_("“{item}” was already told to this client in these words.")


class WordsChanged(VoorafError):
    """The wording of ``item`` isn't what the message says any more."""

    message = N_("The wording of “{item}” was changed after this message was made; nothing was recorded.")
    hint = N_("Look at the new message first.")


# -- checklists ----------------------------------------------------------------------------------


class UnknownChecklist(VoorafError):
    """There is no checklist ``checklist``."""

    message = N_("There is no checklist “{checklist}”.")
    hint = N_("The checklists are: {checklists}")


class BrokenFile(VoorafError):
    """A file that people write has faults: ``first`` is one of them, ``file`` where it is, ``faults`` are all."""

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The same; the first fault has a sentence of its own, in the same language."""
        first = self.data["first"]
        told = getattr(first, "sentence", lambda _: str(first))(translate)
        return translate(self.message).format_map({**self.data, "first": told})


class BrokenChecklist(BrokenFile):
    """The checklist ``checklist`` can't be used."""

    message = N_("The checklist “{checklist}” can't be used: {first}")
    hint = N_("See every fault with: vooraf checklists check {checklist}")


class BrokenTalk(BrokenFile):
    """The talk ``talk`` can't be used."""

    message = N_("The talk “{talk}” can't be used: {first}")
    hint = N_("See every fault with: vooraf checklists check {file}")


class BrokenWords(BrokenFile):
    """The word list ``list`` can't be used."""

    message = N_("The word list “{list}” can't be used: {first}")
    hint = N_("See every fault with: vooraf checklists check {file}")


class ChecklistExists(VoorafError):
    """A copy, or a new one, would stand on an own checklist."""

    message = N_("There is already a checklist of your own at {file}.")
    hint = N_("Choose another name, or move that file away first.")


class BadKey(VoorafError):
    """A key that can't name a file."""

    message = N_("“{key}” can't be the key of a checklist.")
    hint = N_("Use small letters, digits and hyphens, for instance wedding-photographer.")


class BuiltinKey(VoorafError):
    """A new checklist would hide the built-in ``checklist``, whose items its clients have."""

    message = N_("“{checklist}” is a checklist that comes with Vooraf; a new one of that name would hide it.")
    hint = N_("Choose another name; or begin with its items: --extends {checklist}")


class UnfitTitle(BrokenFile):
    """``title`` can't stand in a checklist."""

    message = N_("“{title}” can't be the title of a checklist: {first}")
    hint = N_("Write a few plain words, or leave --title out.")


class BrokenRules(BrokenFile):
    """``house-rules.toml`` can't be parsed beyond ``line``."""

    message = N_("The house rules can't be read, line {line} of {file}: {first}")
    hint = N_("Mend that line, or move the file away; nothing was changed.")


class RuleInTheWay(VoorafError):
    """Something at ``at``, in ``line`` of ``file``, isn't what must stand there."""

    message = N_(
        "Not saved: in the house rules, line {line} of {file}, “{at}” isn't what should stand there."
    )
    hint = N_("What to write there: vooraf doctor. Nothing was changed.")


class RulesChanged(VoorafError):
    """``file`` was changed by hand or by another program since it was shown."""

    message = N_("Not saved: the house rules were changed in the meantime, by hand or by another program.")
    hint = N_("Look at {file} first, then try again. Nothing was changed.")


class UnknownRuleField(VoorafError):
    """No checklist has the field ``found``."""

    message = N_("No checklist has a field “{found}”.")
    hint = N_("See the fields and their values with: vooraf rules")


class UnknownRuleFieldNear(UnknownRuleField):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”?")


class UnknownRuleItem(VoorafError):
    """No checklist has the item ``found``."""

    message = N_("No checklist has an item “{found}”.")
    hint = N_("See the items with: vooraf rules --json")


class UnknownRuleItemNear(UnknownRuleItem):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”?")


class UnknownBlank(VoorafError):
    """The own wording of ``item`` names a ``field`` that its checklist hasn't got."""

    message = N_("The checklist with “{item}” has no field “${{{field}}}”.")
    hint = N_("Its fields are: {fields}")


class UnknownBlankNear(UnknownBlank):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean ${{{nearest}}}?")


class BadWording(VoorafError):
    """A text that can't be a wording; ``first`` is a fault, which says so and what to write."""

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The fault's own."""
        said = getattr(self.data["first"], "sentence")  # noqa: B009 - nothing of ours is imported here
        return str(said(translate))

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """The fault's own."""
        said = getattr(self.data["first"], "hint_line")  # noqa: B009 - likewise
        return str(said(translate))


class NothingToReset(VoorafError):
    """The house rules say nothing of ``name``."""

    message = N_("The house rules have nothing of their own for “{name}”.")
    hint = N_("See what is in them with: vooraf rules")


class NothingToResetNear(NothingToReset):
    """The same, with the ``nearest`` that they have."""

    hint = N_("Did you mean “{nearest}”?")


# -- the disk ------------------------------------------------------------------------------------


class FolderUnreadable(VoorafError):
    """The data folder can't be read."""

    message = N_("The data folder {folder} can't be read: {why}.")
    hint = N_("Choose another folder with --data, or give yourself access to this one.")


class FolderUnwritable(VoorafError):
    """The data folder can't be written."""

    message = N_("The data folder {folder} can't be written: {why}.")
    hint = N_("Choose another folder with --data, or give yourself access to this one.")


class FolderIsFile(VoorafError):
    """The data folder is a file, or lies behind one."""

    message = N_("The data folder {folder} is no folder: {file} is a file.")
    hint = N_("Choose another folder with --data.")


class NotSaved(VoorafError):
    """The disk refused an append; the file is as it was."""

    message = N_("Not saved: {why}. The diary is as it was.")
    hint = N_("Make room or mend the access to {file}, then do it again.")


class RulesNotSaved(NotSaved):
    """The disk refused the house rules; they are as they were."""

    message = N_("Not saved: {why}. The house rules are as they were.")


class RulesBusy(RulesNotSaved):
    """Another window or program holds the lock of the house rules."""

    message = N_("Not saved: another window or program is writing the house rules. They are as they were.")
    hint = N_("Do it again in a moment.")


class CopyNotSaved(NotSaved):
    """The disk refused a copy of a checklist; there is none."""

    message = N_("Not saved: {why}. There is no copy.")


class DiaryBusy(NotSaved):
    """Another window or program holds the lock of this diary."""

    message = N_("Not saved: another window or program is writing in this diary. The diary is as it was.")
    hint = N_("Do it again in a moment.")


class EventsMissing(NotSaved):
    """``count`` events of ``name`` aren't in the diary any more, or it is empty; the owner hasn't chosen."""

    message = N_(
        "Not saved: events have gone from the diary of {name} ({count}), as happens when an old file is put back."
    )
    hint = N_("Put them back, or accept that they are gone: vooraf missing {client} (--put-back | --accept)")


class DiaryFull(NotSaved):
    """The diary ``file`` would grow over the ``most`` bytes that are read of one."""

    message = N_("Not saved: the diary would grow over {most} bytes, the most that is read of one.")
    hint = N_("Move {file} to another folder, and begin a new diary for this client.")


class StateUnwritable(FolderUnwritable):
    """The ``folder`` of this device's locks can't be made or written."""

    message = N_(
        "Not saved: the folder {folder}, where this device keeps its locks, can't be written: {why}."
    )
    hint = N_("Give yourself access to it, or make room on its disk.")


class LocksFail(StateUnwritable):
    """The file system of the ``folder`` of this device's locks has none."""

    message = N_("Not saved: Vooraf can't lock files in the folder {folder}: {why}.")
    hint = N_("Put that folder on a disk of this device: on Linux, XDG_STATE_HOME says where it is.")


class DiaryUnreadable(VoorafError):
    """A diary can't be read at all."""

    message = N_("The diary {file} can't be read: {why}.")
    hint = N_("Nothing was changed. Mend the access to that file, or put a copy back.")


class FileExists(VoorafError):
    """``-o`` never overwrites by itself."""

    message = N_("{file} exists already; it was left as it is.")
    hint = N_("Choose another name, or overwrite it with --force.")


class CannotWrite(VoorafError):
    """A file outside the data folder can't be written."""

    message = N_("{file} can't be written: {why}.")
    hint = N_("Choose another place for it.")


class NotAFile(CannotWrite):
    """What stands at ``file`` is a folder or a device, and is never replaced."""

    message = N_("{file} is no ordinary file; it was left as it is.")


class NoPrinter(VoorafError):
    """No printer took the script; it stands in ``file``."""

    message = N_("No printer took it ({why}). The script stands in {file}.")
    hint = N_("Open that file and print it from there.")


class NoPrintProgram(NoPrinter):
    """There is no ``lp``; the script stands in ``file``."""

    message = N_("This system has no program lp to print with. The script stands in {file}.")


# -- git -----------------------------------------------------------------------------------------


class NoGit(VoorafError):
    """There is no program ``git``."""

    message = N_("This system has no program git.")
    hint = N_("Install it first; see https://git-scm.com")


class NotInGit(VoorafError):
    """The data ``folder`` is in no work tree of git."""

    message = N_("The data folder {folder} is in no work tree of git.")
    hint = N_("Put it in git first, with: git init {quoted}")


class GitRefused(VoorafError):
    """Git didn't do it, and said ``why``."""

    message = N_("Git refused: {why}")
    hint = N_("Mend that, then do it again.")


class MergeUnion(VoorafError):
    """``file`` has git merge diaries as ``union``."""

    message = N_(
        "{file} has merge=union for the diaries. That breaks them without a word: of lines that two new events "
        "share git then keeps one, and puts their other lines together, so that events can't be read."
    )
    hint = N_("Take merge=union out there, commit that, then do this again.")


class OtherMerge(VoorafError):
    """Something that weighs more than our line has git merge diaries as ``value``."""

    message = N_("Git still merges diaries by merge={value}: {file} weighs more than the line written here.")
    hint = N_("Take that out, then do this again.")


class Unmergeable(VoorafError):
    """Two versions of a diary whose union would not read as the two do."""

    message = N_("Put together, these two versions of a diary wouldn't hold just the events of both.")
    hint = N_("Nothing was changed. Git leaves its marks in the file, and Vooraf reads both sides.")


class OtherClient(Unmergeable):
    """They are diaries of the clients ``one`` and ``other``."""

    message = N_("These are diaries of two clients, {one} and {other}, so they aren't put together.")


class MergedTooLarge(Unmergeable):
    """Together they would be larger than what is read of one."""

    message = N_("Put together, these two versions of a diary have {size} bytes; the most is {most}.")


# -- the command line ----------------------------------------------------------------------------


class OutputFailed(VoorafError):
    """What is printed can't be written."""

    message = N_("The output can't be written: {why}.")
    hint = N_("Make room, or send it somewhere else.")


class LetterCutOff(VoorafError):
    """The letter didn't come out whole, so it isn't recorded as told."""

    message = N_("The letter was cut off before its end, so nothing was recorded as told.")
    hint = N_("Let it come out whole, for instance into a file: -o letter.txt")


class UnknownCommand(WrongUse):
    """There is no command ``command``."""

    message = N_("There is no command “{command}”.")
    hint = N_("See all commands with: vooraf --help")


class UnknownCommandNear(UnknownCommand):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean “{nearest}”? All commands: vooraf --help")


class UnknownOption(WrongUse):
    """``program`` has no option ``option``."""

    message = N_("“{program}” has no option {option}.")
    hint = N_("See its options with: {program} --help")


class UnknownOptionNear(UnknownOption):
    """The same, with the ``nearest`` that exists."""

    hint = N_("Did you mean {nearest}? All options: {program} --help")


class MisplacedOption(UnknownOption):
    """An option of ``vooraf`` itself that stands behind the command."""

    message = N_("The option {option} comes before the command.")
    hint = N_("Write it as: vooraf {option} …")


class MissingArgument(WrongUse):
    """``program`` was used without ``argument``."""

    message = N_("“{program}” needs {argument}.")
    hint = N_("It is used as: {usage}")


class ArgumentTooMany(WrongUse):
    """``argument`` has no place."""

    message = N_("“{argument}” is one too many.")
    hint = N_("Put a text of several words between quotes. It is used as: {usage}")


class MissingValue(WrongUse):
    """The option ``option`` has no value."""

    message = N_("The option {option} needs a value.")
    hint = N_("Write one behind it; one that begins with a hyphen as {option}=-…")


class NoValueTaken(WrongUse):
    """The option ``option`` was given a value and takes none."""

    message = N_("The option {option} takes no value.")
    hint = N_("Write {option} alone.")


class BadOptionValue(WrongUse):
    """``value`` is none of the ``options`` of ``option``."""

    message = N_("“{value}” is no choice for {option}.")
    hint = N_("Choose one of: {options}")


class BadDays(WrongUse):
    """No number of days."""

    message = N_("“{value}” is no number of days.")
    hint = N_("Write a whole number, for instance --days 7.")


class BadMinutes(WrongUse):
    """``value`` is no length of a talk."""

    message = N_("“{value}” is no number of minutes.")
    hint = N_("Write a whole number from 1 up, for instance --minutes 10.")


class BadAssignment(WrongUse):
    """``value`` gives no field a value."""

    message = N_("“{value}” doesn't say which field gets which value.")
    hint = N_("Write FIELD=VALUE, for instance rate=75; with nothing behind it, rate= takes the value back.")


class NotTogether(WrongUse):
    """``one`` and ``other`` exclude each other."""

    message = N_("{one} and {other} don't go together.")
    hint = N_("Leave one of the two out.")


class NothingToChange(WrongUse):
    """``edit`` without anything to edit."""

    message = N_("Nothing was given that should change.")
    hint = N_("For instance: vooraf edit CLIENT --meeting 2026-11-24T10:00")


class HowMissing(WrongUse):
    """``--tell`` without ``--by``."""

    message = N_("--tell needs --by: how the client gets this letter.")
    hint = N_("For instance --by email; one of: {options}")


class NothingToTell(WrongUse):
    """``--by`` or ``--on`` without ``--tell``."""

    message = N_("{option} belongs to --tell, which records a letter as told.")
    hint = N_("Add --tell, or leave {option} out.")


class OnlyWithSent(WrongUse):
    """``option`` without ``--sent``."""

    message = N_("{option} belongs to --sent, which records what was announced.")
    hint = N_("Add --sent, or leave {option} out.")


class SeveralPages(WrongUse):
    """Several HTML pages in one stream."""

    message = N_("Several pages don't fit in one HTML file: {option} is needed.")
    hint = N_("Name a folder, one client, or another format.")


class UnknownEnding(WrongUse):
    """The ending of ``file`` names no format."""

    message = N_("The ending of “{file}” names no format.")
    hint = N_("Endings are {endings}; or name one with --format.")


class NoEnding(UnknownEnding):
    """The same on the screen, where the name alone says which format."""

    hint = N_("End it in one of {endings}.")


class NoTerminal(WrongUse):
    """The screen was asked for where there is none."""

    message = N_("The screen needs a terminal, and there is none here.")
    hint = N_("The commands need none: vooraf --help")
