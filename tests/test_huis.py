"""The house rules that no linter knows: words, verbs, and what a command may load."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent
PAKKET = WORTEL / "conflictstijl"
CONTRIBUTING = (WORTEL / "CONTRIBUTING.md").read_text(encoding="utf-8")
WERKWOORDEN = {
    "load", "parse", "check", "score", "compare", "advise", "build", "render", "write", "read", "ask", "resume",
    "run", "clean", "count", "fold", "spell", "split", "main",
}  # fmt: skip
PDF = "conflictstijl.rapport.uitvoer.pdf"
"""Starts a browser, so nothing else may come near it."""
ZWAAR = ("textual", "xlsxwriter", "docx", "lxml", PDF, "python_calamine", "jinja2", "rich", "filelock")
BLAD = "vragenlijst: conflictstijlen-kort\nantwoorden: [3, 4, 2, 5, 1, 3, 4, 2, 5, 1, 3, 4, 2, 5, 1]\n"


def read_definities(soort: type[ast.stmt]) -> Iterator[tuple[Path, str]]:
    for pad in sorted(PAKKET.rglob("*.py")):
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body:
            if isinstance(knoop, soort) and isinstance(knoop, ast.ClassDef | ast.FunctionDef):
                yield pad.relative_to(PAKKET), knoop.name


def test_every_class_of_the_model_stands_in_the_glossary_and_nothing_else_does() -> None:
    woorden = set(re.findall(r"^\| ([A-Z]\w+) \|", CONTRIBUTING, re.MULTILINE))
    klassen = {naam for pad, naam in read_definities(ast.ClassDef) if pad.parts[0] == "model"}
    assert woorden == klassen | {"Codering"}


def test_every_function_begins_with_a_verb_of_the_closed_list() -> None:
    anders = [
        f"{pad}: {naam}"
        for pad, naam in read_definities(ast.FunctionDef)
        if not naam.startswith("__") and naam.lstrip("_").split("_")[0] not in WERKWOORDEN
    ]
    assert anders == []


def test_every_error_ends_in_fout() -> None:
    fouten = [naam for pad, naam in read_definities(ast.ClassDef) if pad.name == "fouten.py"]
    assert {naam for naam in fouten if not naam.endswith("Fout")} == {"Ernst", "Plek", "Bevinding"}


@pytest.mark.parametrize(
    "argumenten", [["--version"], ["--help"], ["scoor", "-"], ["scoor", "-", "--json"], ["afnemen", "--help"]]
)
def test_a_plain_command_loads_nothing_heavy(argumenten: list[str]) -> None:
    code = (
        "import sys\nfrom conflictstijl.cli.grens import run_programma\n"
        f"code = run_programma({argumenten!r})\n"
        f"print([naam for naam in {ZWAAR!r} if naam in sys.modules], code, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], input=BLAD, capture_output=True, text=True, check=True)
    assert klaar.stderr.splitlines()[-1] == "[] 0"


def test_the_guard_against_heavy_modules_sees_one_that_is_loaded() -> None:
    code = f"import sys, rich\nprint([naam for naam in {ZWAAR!r} if naam in sys.modules])"
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert klaar.stdout == "['rich']\n"
