"""The wheel: built as a packager builds it, installed where the checkout can't be seen."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_checklists_the_talks_and_the_catalogue(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"vooraf/checklists/{path.relative_to(ROOT / 'checklists')}"
        for path in (ROOT / "checklists").rglob("*.toml")
    }
    assert wanted
    assert wanted <= names
    assert "vooraf/locale/nl/LC_MESSAGES/vooraf.mo" in names
    assert any(name.endswith("home.tcss") for name in names)


def test_an_installed_wheel_prints_a_script(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    binaries = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([binaries / "pip", "install", "--quiet", wheel], check=True, cwd=tmp_path)
    here = {"PATH": str(binaries), "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def vooraf(*words):
        return subprocess.run(
            [binaries / "vooraf", "--data", tmp_path / "data", *words],
            check=True, capture_output=True, text=True, cwd=tmp_path, env=here,
        ).stdout  # fmt: skip

    vooraf("new", "Noor Veldman", "--checklist", "photographer", "--language", "nl")
    assert "Noor Veldman" in vooraf("script", "noor")
    assert "photographer" in vooraf("checklists")
