"""Every shipped questionnaire, taken once as a person meets it (a real terminal of 60 columns) and once by pipe."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conflictstijl import toepassing
from conflictstijl.afname.verloop import read_onderdeel
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import LETTERS, Achtergrondvraag, Keuze, Stelling, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import Roep
from .terminal import KLAAR, Terminal, check_zichtbaar, read_letters, render_zin, spell_antwoord

BREEDTE = 60
LIJSTEN = [
    ("conflictstijlen", ""),
    ("conflictstijlen", "ander"),
    ("conflictstijlen-kort", ""),
    ("conflictstijlen-paren", ""),
    ("conflictstijlen-verdieping", ""),
    ("praktijksituaties", ""),
    ("rollen", ""),
    ("rustig-en-gespannen", ""),
]

pytestmark = pytest.mark.usefixtures("eigen_map", "werkmap", "zonder_dekking")


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def build_opties(naam: str, vorm: str) -> list[str]:
    return [naam, *(["--vorm", vorm] if vorm else [])]


def build_bedoeld(lijst: Vragenlijst) -> tuple[Antwoord, ...]:
    """Return an answer to every question, outspoken enough to get no offer of more statements."""
    bedoeld: list[Antwoord] = []
    for plaats, vraag in enumerate(lijst.vragen):
        if isinstance(vraag, Stelling):
            hoog = vraag.sleutel[0].schaal.endswith("samenwerken") is not vraag.sleutel[0].omgekeerd
            bedoeld.append(5 if hoog else 1 + plaats % 3)
        else:
            bedoeld.append(plaats % 2 if isinstance(vraag, Achtergrondvraag) else plaats % 5 % 2)
    return tuple(bedoeld)


def render_blok(vraag: Vraag, blok: str) -> str:
    """Return what must be shown of a question, no more and no less; only the order of the options is free."""
    match vraag:
        case Keuze(opties=opties):
            teksten = sorted(zip(read_letters(vraag, blok), (optie.tekst for optie in opties), strict=True))
            assert [letter for letter, _ in teksten] == list(LETTERS[: len(opties)])
            regels = [vraag.casus, vraag.vraag, *(f"{letter}) {tekst}" for letter, tekst in teksten)]
        case Stelling(antwoorden=schaal):
            regels = [vraag.tekst, ", ".join(f"{punt.waarde} = {punt.label}" for punt in schaal.punten)]
        case Achtergrondvraag(antwoorden=labels):
            regels = [vraag.tekst, *(f"{nummer}. {label}" for nummer, label in enumerate(labels, 1))]
        case _:
            regels = []
    return render_zin(" ".join(regels))


@pytest.fixture
def terminals(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Terminal]]:
    """Terminals that are closed when the test is over."""
    monkeypatch.delenv("COLUMNS")
    geopend: list[Terminal] = []
    yield geopend
    for terminal in geopend:
        terminal.kind.close(force=True)


@pytest.mark.parametrize(("naam", "vorm"), LIJSTEN)
def test_a_person_sees_every_question_once_and_whole_within_sixty_columns(
    terminals: list[Terminal], naam: str, vorm: str
) -> None:
    lijst = toepassing.load_vragenlijst(naam, vorm=vorm)
    bedoeld = dict(zip(lijst.vragen, build_bedoeld(lijst), strict=True))
    delen = {onderdeel.id: onderdeel for onderdeel in lijst.onderdelen}
    terminals.append(terminal := Terminal(["afnemen", *build_opties(naam, vorm)], BREEDTE))
    if vorm:
        assert "(ja of nee)" in render_zin(terminal.read_tot_vraag())
        terminal.write_regel("ja")
    gezien: list[Vraag] = []
    deel = ""
    blok = render_zin(terminal.read_tot_vraag())
    while KLAAR not in blok:
        kop, nummer, rest = re.split(r"Vraag (\d+ van \d+) ", blok)
        assert nummer.startswith(f"{len(gezien) + 1} van ")
        vraag = next(v for v in lijst.vragen if v not in gezien and check_zichtbaar(v, rest))
        assert rest == render_blok(vraag, rest)
        nu = read_onderdeel(vraag)
        einde = render_zin(f": {delen[nu].naam} {delen[nu].uitleg}") if nu != deel else ""
        assert kop.rstrip().endswith(einde)
        assert ("Deel " in kop) is (nu != deel)
        deel = nu
        gezien.append(vraag)
        terminal.write_regel(spell_antwoord(bedoeld[vraag], vraag, rest))
        blok = render_zin(terminal.read_tot_vraag())
    terminal.write_regel("")
    assert "Wil je het verslag ook als bestand?" in terminal.read_tot_vraag()
    terminal.write_regel("blad.yaml")
    assert "Nog een bestand?" in terminal.read_tot_vraag()
    terminal.write_regel("")
    assert max(map(len, terminal.read_einde())) <= BREEDTE
    _check_blad(lijst, {vraag.id: bedoeld[vraag] for vraag in gezien})


def _check_blad(lijst: Vragenlijst, gegeven: dict[str, Antwoord]) -> None:
    """Check that the sheet that was written holds exactly these answers, and scores as they do."""
    ((_, blad),) = toepassing.load_antwoorden("blad.yaml")
    antwoorden = {vraag.id: een for vraag, een in zip(lijst.vragen, blad.antwoorden, strict=True) if een is not None}
    assert antwoorden == gegeven


@pytest.mark.no_cover
@pytest.mark.parametrize(("naam", "vorm"), LIJSTEN)
def test_by_pipe_the_answers_in_the_order_of_the_file_give_the_same_profile(shell: Roep, naam: str, vorm: str) -> None:
    lijst = toepassing.load_vragenlijst(naam, vorm=vorm)
    bedoeld = build_bedoeld(lijst)
    drietallen = zip(lijst.vragen, bedoeld, check_gevraagd(lijst, bedoeld), strict=True)
    gegeven = {vraag.id: spell_regel(antwoord, vraag) for vraag, antwoord, gevraagd in drietallen if gevraagd}
    regels = "".join(f"{regel}\\n" for regel in gegeven.values())
    opdracht = f"$ECHT afnemen {' '.join(build_opties(naam, vorm))} --json -o blad.yaml"
    uit = shell(f"printf '{regels}' | {opdracht}", COLUMNS=str(BREEDTE))
    assert uit.code == 0
    profiel = toepassing.score_antwoorden(lijst, gegeven)
    assert json.loads(uit.uit) == json.loads(toepassing.build_rapport(profiel, formaat="json"))
    assert max(map(len, uit.fout.splitlines())) <= BREEDTE
    opnieuw = shell("$ECHT scoor blad.yaml --json")
    assert (opnieuw.uit, opnieuw.fout) == (uit.uit, "")


def spell_regel(antwoord: Antwoord, vraag: Vraag) -> str:
    """Return an answer as a script types it: the letter of an option in the file, a label or a value."""
    assert isinstance(antwoord, int)
    match vraag:
        case Keuze():
            return LETTERS[antwoord]
        case Achtergrondvraag(antwoorden=labels):
            return labels[antwoord]
        case _:
            return str(antwoord)
