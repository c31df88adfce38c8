"""Our own reading of options, against argparse's."""

from __future__ import annotations

from argparse import ArgumentError, ArgumentParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vooraf.cli.arguments import Option, read_options
from vooraf.errors.command import MissingValue, NoValueTaken

OPTIONS = {
    "--by": Option("--by", str),
    "--wish": Option("--wish", str, repeated=True),
    "-o": Option("--output", str),
    "--output": Option("--output", str),
    "-h": Option("--help", None),
    "--help": Option("--help", None),
    "--all": Option("--all", None),
    "-v": Option("--verbose", None),
    "--verbose": Option("--verbose", None),
}
WORDS = [
    *OPTIONS, "a", "", "-", "-5", "-1.5", "-.5", "-5x", "-1.", "-x", "--nothing", "--by=mail", "--by=", "--wish=a=b",
    "-ofile", "-o-", "-o=file", "-hv", "-vofile", "-hx", "--all=yes", "--all=", "-5 is little", "-x y", "--by it",
    "--b", "--unknown=1", "-vh",
]  # fmt: skip


def oracle() -> ArgumentParser:
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--by")
    parser.add_argument("--wish", action="append")
    parser.add_argument("-o", "--output")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    return parser


ORACLE = oracle()


def as_argparse_reads(arguments):
    try:
        found, rest = ORACLE.parse_known_args(arguments)
    except ArgumentError as error:
        name = error.argument_name.rpartition("/")[2]
        return "ignored" in error.message, name
    return vars(found), rest


def as_we_read(arguments):
    try:
        found, rest = read_options(OPTIONS, arguments)
    except (MissingValue, NoValueTaken) as error:
        return isinstance(error, NoValueTaken), error.data["option"]
    return vars(found), rest


@given(st.lists(st.sampled_from(WORDS), max_size=6))
@example(["--by", "-5x"])
@example(["-o", "-.5", "--wish", "a", "--wish=b"])
def test_options_are_read_as_argparse_reads_them(arguments):
    assert as_we_read(arguments) == as_argparse_reads(arguments)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("before", [(), ("--by",), ("-o",)])
def test_every_word_is_read_as_argparse_reads_it(before, word):
    assert as_we_read([*before, word]) == as_argparse_reads([*before, word])
