"""The real program in a process of its own: pipes, locales, signals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runner

VOORAF = (sys.executable, "-m", "vooraf")


def run(
    *arguments: str, encoding: str | None = None, environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    whole = {**os.environ, **(environ or {})}
    return subprocess.run(
        [*VOORAF, *arguments], capture_output=True, text=True, encoding=encoding, check=False, env=whole
    )


def through_a_shell(line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)


def typed(demo: Runner, *arguments: str) -> str:
    return " ".join((*VOORAF, "--data", str(demo.data), *arguments))


def test_the_module_and_the_console_script_are_one(demo: Runner) -> None:
    as_module = run("--data", str(demo.data), "list")
    entry = "import sys; from vooraf.__main__ import main; sys.exit(main())"
    as_script = subprocess.run(
        [sys.executable, "-c", entry, "--data", str(demo.data), "list"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert as_module.returncode == as_script.returncode == 0
    assert as_module.stdout == as_script.stdout
    assert "Noor Veldman" in as_module.stdout


def test_the_exit_code_goes_out(demo: Runner) -> None:
    assert run("--data", str(demo.data), "show", "nobody").returncode == 1
    assert run("tel").returncode == 2


def test_a_closed_pipe_is_no_error(demo: Runner) -> None:
    done = through_a_shell(f"{{ {typed(demo, 'diary', 'priya', '--json')}; echo code $? >&2; }} | head -1")

    assert done.stdout == "{\n"
    assert done.stderr == "code 0\n"


def test_a_pipe_that_nobody_reads_at_all(demo: Runner) -> None:
    done = through_a_shell(f"{{ sleep 0; {typed(demo, 'show', 'noor')}; echo code $? >&2; }} | true")

    assert done.stderr == "code 0\n"


def test_a_letter_into_a_closed_pipe_is_not_recorded(demo: Runner) -> None:
    before = demo.diary(demo("show", "linde", "--json").json["client"]).read_bytes()
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [*VOORAF, "--data", str(demo.data), "script", "linde", "up-front", "--tell", "--by", "email"],
        stdout=write, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(write)

    assert done.returncode == 1
    assert done.stderr.startswith(
        "vooraf: The letter was cut off before its end, so nothing was recorded as told.\n"
    )
    assert demo.diary(demo("show", "linde", "--json").json["client"]).read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to borrow")
def test_output_to_a_full_disk_is_a_sentence(demo: Runner) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*VOORAF, "--data", str(demo.data), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "vooraf: The output can't be written: no space left on device.",
        "Make room, or send it somewhere else.",
    ]


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_that_were_closed_before(demo: Runner, closed: str) -> None:
    assert through_a_shell(f"{typed(demo, 'list')} {closed}").returncode == 0


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_a_locale_that_knows_ascii_alone(demo: Runner, environ: dict[str, str]) -> None:
    done = run("--data", str(demo.data), "show", "noor", environ=environ, encoding="utf-8")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Noor Veldman" in done.stdout


def test_the_data_folder_of_the_environment(demo: Runner, tmp_path: Path) -> None:
    assert "Noor" in run("list", environ={"VOORAF_DATA": str(demo.data)}).stdout
    assert run("list").stdout.startswith("No clients yet.")
    (tmp_path / "data" / "vooraf").parent.mkdir(exist_ok=True)
    demo.data.rename(tmp_path / "data" / "vooraf")
    assert "Noor" in run("list").stdout


def test_a_name_in_bytes_that_are_no_characters(demo: Runner) -> None:
    done = subprocess.run(
        [*VOORAF, "--data", str(demo.data), "show", b"caf\xe9"], capture_output=True, check=False
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_ctrl_c_leaves_no_traceback(demo: Runner) -> None:
    code = (
        "import os, signal, sys; from vooraf import __main__ as program;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"  # a shell may have had it ignored
        "program._open_screen = lambda workspace: os.kill(os.getpid(), signal.SIGINT);"
        "sys.stdout.isatty = lambda: True;"
        f"sys.exit(program.main(['--data', {str(demo.data)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
