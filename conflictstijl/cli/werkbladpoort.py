"""The safety gate before a worksheet: about parties somebody must first say that everyone is safe."""

from contextlib import suppress
from typing import TYPE_CHECKING

from conflictstijl.cli.document import write_documenten
from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.uitvoer import write_json, write_meldingen
from conflictstijl.fouten import GebruikFout, GeweigerdFout
from conflictstijl.model.situatie import GESLOTEN, STANDEN_VEILIGHEID, VEILIG, VEILIGHEID
from conflictstijl.tekst import clean_tekst, fold_tekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conflictstijl.afname.gesprek import Gesprek
    from conflictstijl.laden.werkbladantwoorden import Antwoordbron
    from conflictstijl.model.situatie import Casus
    from conflictstijl.model.werkblad import Werkblad

_LEEG: "Mapping[str, object]" = {"soort": "werkblad", "antwoorden": None}
_GEEF = (
    "dit werkblad gaat over mensen in een conflict, en begint met de vraag of iedereen veilig is; "
    "geef --veiligheid veilig, onveilig of twijfel, of gebruik een terminal"
)


def read_gesloten(veiligheid: str, bron: "Antwoordbron | None" = None, casus: "Casus | None" = None) -> str:
    """Return the level of who says, in the call, a file or a case, that it is or may be unsafe; else nothing."""
    # who is in danger need not mind capitals
    gezegd = [fold_tekst(veiligheid), casus.veiligheid if casus else ""]
    if bron is not None:
        from conflictstijl.laden.werkbladantwoorden import read_veiligheid

        gezegd.append(read_veiligheid(bron))
    return next((stand for stand in gezegd if stand in GESLOTEN), "")


def check_poort(veiligheid: str, *, nodig: bool) -> None:
    """Raise GebruikFout for an unknown level, and when nobody says anything about safety where that is needed."""
    if veiligheid:
        check_keuze(VEILIGHEID, veiligheid, STANDEN_VEILIGHEID)
    elif nodig:
        raise GebruikFout(_GEEF)


def check_nodig(werkblad: "Werkblad", casus: "Casus | None") -> bool:
    """Return True when somebody must say first that everyone is safe: for the worksheet, or for a case in it.

    A case that says so itself needs no question, and one that asks for the question always gets it.
    """
    return casus.veiligheid != VEILIG if casus else werkblad.poort


def ask_poort(veiligheid: str, gesprek: "Gesprek", *, nodig: bool) -> str:
    """Return the level that keeps the gate closed, nothing when it is open; a person is asked."""
    if veiligheid or not nodig or not gesprek.mens:
        check_poort(veiligheid, nodig=nodig)
        return ""
    from conflictstijl import adviseren
    from conflictstijl.afname.situatiescan import Situatiescan

    stand = Situatiescan(adviseren.load_situaties(), gesprek, {}).ask_veiligheid()
    gesprek.write_regel("")
    return stand if stand in GESLOTEN else ""


def write_hulp(stand: str, uit: str, *, als_json: bool, leeg: "Mapping[str, object]" = _LEEG) -> int:
    """Write what helps in place of a worksheet and return the exit code; nothing goes into a file.

    `leeg` is what the document that it replaces has as data: its kind, and the key with nothing in it now.
    """
    from conflictstijl import adviseren

    hulp = adviseren.build_situatie(adviseren.Vraagstuk({VEILIGHEID: stand}))
    if uit not in ("", "-"):
        write_meldingen([f"'{clean_tekst(uit)}' is niet geschreven: over een onveilige situatie bewaart niemand iets"])
    with suppress(BrokenPipeError):
        if als_json:
            regels = [*getattr(hulp, "hulp", ())]
            write_json({"formaat": 1, "soort": "", "poort": VEILIGHEID, "hulp": regels, **leeg})
        else:
            write_documenten([adviseren.build_document(hulp)])
    return GeweigerdFout.exit_code
