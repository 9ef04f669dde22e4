"""Apps for the tests: a sitting of any questionnaire, and the start screen, as the commands build them."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from conflictstijl import bewaren, toepassing
from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.scherm.afname import Afnameapp, Opzet
from conflictstijl.afname.scherm.start import Startapp
from conflictstijl.bewaren import Uitslag
from conflictstijl.cli.profiel import write_verslag
from conflictstijl.cli.start import _ask_volscherm
from conflictstijl.laden.mappen import load_journaalmap, load_resultatenmap
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.toepassing import Resultaat
from tests.afname.lijsten import KOP, parse_lijst

DRIE = f"""\
vragenlijst: drie
{KOP}antwoorden: {{1: Nooit, 2: Soms, 3: Vaak, nvt: past niet}}
schalen: [forceren, vermijden, toegeven]
items:
  - forceren: Ik zeg wat ik wil.
  - vermijden: Ik wacht even.
  - toegeven: Ik ga met je mee.
"""
"""Three statements: the shortest way to a result."""


def begin(
    wat: str | Vragenlijst = DRIE,
    *,
    hervat: bool | None = None,
    bewaren_: bool = True,
    schrijf: Callable[[Resultaat, str], None] | None = lambda resultaat, naam: write_verslag(resultaat, None, naam),
    keur: Callable[[Vragenlijst], None] | None = None,
) -> Afnameapp:
    """Return a sitting: of a questionnaire, of the text of one, or of one that comes with the program by its name."""
    lijst, naam = wat, "proef"
    if isinstance(lijst, str):
        naam = "proef" if "\n" in lijst else lijst
        lijst = parse_lijst(lijst) if "\n" in lijst else toepassing.load_vragenlijst(lijst)
    return Afnameapp(Opzet(lijst, naam, build_wens(naam, hervat, bewaren_=bewaren_), schrijf=schrijf, keur=keur))


def begin_vorm(pad: Path, tekst: str, vorm: str = "") -> Afnameapp:
    """Return a sitting of a file with versions; without `vorm` the version is asked."""
    pad.write_text(tekst, encoding="utf-8")
    lijst = toepassing.load_vragenlijst(str(pad), vorm=vorm)
    return Afnameapp(Opzet(lijst, str(pad), build_wens(str(pad)), kies_vorm=not vorm))


def build_wens(naam: str, hervat: bool | None = None, *, bewaren_: bool = True) -> Bewaarwens:
    opdracht = f"conflictstijl afnemen {naam}"
    if not bewaren_:
        return Bewaarwens(None, hervat, opdracht, 1)
    return Bewaarwens(load_journaalmap(), hervat, opdracht, 1, load_resultatenmap())


def open_start() -> Startapp:
    """Return the start screen as the command opens it."""
    gebouwd: list[Startapp] = []

    def neem(app: Startapp) -> None:
        gebouwd.append(app)

    with (
        patch("conflictstijl.afname.terminalstaat.resume_terminal", nullcontext),
        patch.object(Startapp, "run_scherm", neem),
    ):
        _ask_volscherm()
    (app,) = gebouwd
    return app


def load_bewaard() -> list[Uitslag]:
    """Return every kept result; one that is damaged is a failure."""
    uitslagen, meldingen = bewaren.load_geschiedenis()
    assert not meldingen
    return uitslagen


def load_journalen() -> list[Path]:
    """Return the journals of tests that are not finished."""
    return sorted(load_journaalmap().glob("*.jsonl"))
