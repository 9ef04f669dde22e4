"""The Tab key completes commands, options and choices."""

import sys
from pathlib import Path

import pytest

from conflictstijl.cli import programma
from conflictstijl.cli.nederlands import Opdrachtgroep

from .conftest import Roep

BASH = """
source <($ECHT tab-aanvulling bash)
COMP_WORDS=({woorden})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_conflictstijl_aanvulling "$BIN"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def programma_bestand(tmp_path: Path) -> Path:
    """Return an executable, as an installer makes it."""
    bestand = tmp_path / "conflictstijl"
    bestand.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m conflictstijl "$@"\n', encoding="ascii")
    bestand.chmod(0o755)
    return bestand


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        ("conflictstijl sch", ["schema"]),
        ("conflictstijl uitleg priv", ["privacy"]),
        ("conflictstijl waar --j", ["--json"]),
        ("conflictstijl --ver", ["--version"]),
        ("conflictstijl tab-aanvulling ''", ["bash", "zsh", "fish", "powershell"]),
        ("conflictstijl onbekend x", [""]),
        ("conflictstijl resultaten ve", ["vergelijk"]),
        ("conflictstijl resultaten wis --al", ["--alles"]),
        ("conflictstijl waar te veel woorden --j", ["--json"]),
    ],
)
def test_bash_completes(shell: Roep, programma_bestand: Path, woorden: str, verwacht: list[str]) -> None:
    uitkomst = shell(BASH.format(woorden=woorden), BIN=str(programma_bestand))
    assert uitkomst == (0, "".join(f"{woord}\n" for woord in verwacht), "")


def test_bash_completes_every_visible_command(shell: Roep, programma_bestand: Path) -> None:
    uitkomst = shell(BASH.format(woorden="conflictstijl ''"), BIN=str(programma_bestand))
    zichtbaar = [regel.naam for regel in programma.TABEL if not regel.verborgen]
    assert uitkomst.uit.splitlines() == [naam for naam in zichtbaar if " " not in naam]


def test_bash_knows_the_program_after_the_script(shell: Roep) -> None:
    uitkomst = shell("source <($ECHT tab-aanvulling bash); complete -p conflictstijl")
    assert uitkomst == (0, "complete -o default -F _conflictstijl_aanvulling conflictstijl\n", "")


@pytest.mark.parametrize(
    ("shell_naam", "omgeving", "verwacht"),
    [
        ("zsh", {"_TYPER_COMPLETE_ARGS": "conflictstijl sch"}, '"schema":"Toon het JSON-schema'),
        (
            "fish",
            {"_TYPER_COMPLETE_ARGS": "conflictstijl sch", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            "schema\tToon het JSON-schema",
        ),
        (
            "powershell",
            {"_TYPER_COMPLETE_ARGS": "conflictstijl sch", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "sch"},
            "schema:::Toon het JSON-schema",
        ),
    ],
)
def test_other_shells_get_an_answer_in_their_own_form(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, shell_naam: str, omgeving: dict[str, str], verwacht: str
) -> None:
    monkeypatch.setenv("_CONFLICTSTIJL_COMPLETE", f"complete_{shell_naam}")
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    uitkomst = roep()
    assert uitkomst.code == 0
    assert verwacht in uitkomst.uit


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [("resultaten ve", "vergelijk\n"), ("resultaten wis --al", "--alles\n"), ("resultaten onzin ve", "\n")],
)
def test_the_second_word_of_a_command_is_completed_too(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, woorden: str, verwacht: str
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    monkeypatch.setenv("_CONFLICTSTIJL_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"conflictstijl {woorden}")
    monkeypatch.setenv("COMP_CWORD", str(len(woorden.split())))
    assert roep() == (0, verwacht, "")


def test_fish_hears_by_exit_code_that_there_is_nothing(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CONFLICTSTIJL_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "conflictstijl zzz")
    assert roep().code == 1


def test_an_unknown_question_of_a_shell_is_an_ordinary_call(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CONFLICTSTIJL_COMPLETE", "complete_tcsh")
    assert roep().uit.startswith("Gebruik: ")


def test_a_typer_that_does_not_answer_is_no_failure(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CONFLICTSTIJL_COMPLETE", "complete_bash")
    monkeypatch.setattr(Opdrachtgroep, "main", lambda *_, **__: None)
    assert roep() == (0, "", "")


@pytest.mark.parametrize("shell_naam", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_a_script_that_asks_this_program(roep: Roep, shell_naam: str) -> None:
    uit = roep("tab-aanvulling", shell_naam).uit
    assert "_CONFLICTSTIJL_COMPLETE" in uit
    assert f"complete_{shell_naam}" in uit
    assert f"tab-aanvulling {shell_naam}" in roep("tab-aanvulling", "--help").uit


@pytest.mark.parametrize(("variabele", "kenmerk"), [("/usr/bin/zsh", "#compdef"), (None, "Register-ArgumentCompleter")])
def test_without_a_shell_the_one_in_use_is_taken(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, variabele: str | None, kenmerk: str
) -> None:
    monkeypatch.delenv("SHELL", raising=False)
    if variabele:
        monkeypatch.setenv("SHELL", variabele)
    assert kenmerk in roep("tab-aanvulling").uit


def test_an_unknown_shell_is_refused_with_the_choices(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    assert roep("tab-aanvulling", "csh").code == 2
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert roep("tab-aanvulling").fout == (
        "conflictstijl: er is geen shell 'tcsh'; kies uit bash, zsh, fish of powershell\n"
    )
