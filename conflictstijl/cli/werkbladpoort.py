"""The safety gate before a worksheet: about parties somebody must first say that everyone is safe."""

from contextlib import suppress
from typing import TYPE_CHECKING

from conflictstijl.cli.document import write_documenten
from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.uitvoer import write_json, write_meldingen
from conflictstijl.fouten import GebruikFout, GeweigerdFout
from conflictstijl.model.situatie import GESLOTEN, STANDEN_VEILIGHEID, VEILIGHEID
from conflictstijl.tekst import clean_tekst

if TYPE_CHECKING:
    from conflictstijl.afname.gesprek import Gesprek
    from conflictstijl.laden.werkbladantwoorden import Antwoordbron
    from conflictstijl.model.werkblad import Werkblad

_GEEF = (
    "dit werkblad gaat over mensen in een conflict, en begint met de vraag of iedereen veilig is; "
    "geef --veiligheid veilig, onveilig of twijfel, of gebruik een terminal"
)


def read_gesloten(veiligheid: str, bron: "Antwoordbron | None" = None) -> str:
    """Return the level of who says, in the call or in a file, that it is or may be unsafe; else nothing."""
    if bron is not None:
        from conflictstijl.laden.werkbladantwoorden import read_veiligheid

        veiligheid = read_veiligheid(bron)
    return veiligheid if veiligheid in GESLOTEN else ""


def check_poort(werkblad: "Werkblad", veiligheid: str) -> None:
    """Raise GebruikFout for an unknown level, and when nobody says anything about safety where that is needed."""
    if veiligheid:
        check_keuze(VEILIGHEID, veiligheid, STANDEN_VEILIGHEID)
    elif werkblad.poort:
        raise GebruikFout(_GEEF)


def ask_poort(werkblad: "Werkblad", veiligheid: str, gesprek: "Gesprek") -> str:
    """Return the level that keeps the gate closed, nothing when it is open; a person is asked."""
    if veiligheid or not werkblad.poort or not gesprek.mens:
        check_poort(werkblad, veiligheid)
        return ""
    from conflictstijl import adviseren
    from conflictstijl.afname.situatiescan import Situatiescan

    stand = Situatiescan(adviseren.load_situaties(), gesprek, {}).ask_veiligheid()
    gesprek.write_regel("")
    return stand if stand in GESLOTEN else ""


def write_hulp(stand: str, uit: str, *, als_json: bool) -> int:
    """Write what helps in place of a worksheet and return the exit code; nothing goes into a file."""
    from conflictstijl import adviseren

    hulp = adviseren.build_situatie(adviseren.Vraagstuk({VEILIGHEID: stand}))
    if uit not in ("", "-"):
        write_meldingen([f"'{clean_tekst(uit)}' is niet geschreven: over een onveilige situatie bewaart niemand iets"])
    with suppress(BrokenPipeError):
        if als_json:
            regels = [*getattr(hulp, "hulp", ())]
            write_json({"formaat": 1, "soort": "werkblad", "poort": VEILIGHEID, "hulp": regels, "antwoorden": None})
        else:
            write_documenten([adviseren.build_document(hulp)])
    return GeweigerdFout.exit_code
