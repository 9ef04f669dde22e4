"""The safety gate before a questionnaire about a conflict: somebody must first say that everyone is safe."""

from typing import TYPE_CHECKING

from conflictstijl.cli.werkbladpoort import ask_poort, read_gesloten, write_hulp
from conflictstijl.fouten import GebruikFout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conflictstijl.afname.gesprek import Gesprek
    from conflictstijl.laden.antwoorden import Ingevuld

__all__ = ["ask_lijstpoort", "read_bladen", "read_gesloten", "write_gesloten"]

_GEEF = (
    "deze vragenlijst gaat over mensen in een conflict, en begint met de vraag of iedereen veilig is; "
    "geef --veiligheid veilig, onveilig of twijfel, of gebruik een terminal"
)


def ask_lijstpoort(naam: str, vorm: str, veiligheid: str, gesprek: "Gesprek") -> str:
    """Return the level that keeps the gate before a questionnaire closed, nothing when it is open.

    A person is asked. Raises GebruikFout for an unknown questionnaire or level, and when the question must be
    answered and nobody can be asked.
    """
    from conflictstijl import toepassing

    nodig = toepassing.load_vragenlijst(naam, vorm=vorm).veiligheid
    if nodig and not veiligheid and not gesprek.mens:
        raise GebruikFout(_GEEF)
    return ask_poort(veiligheid, gesprek, nodig=nodig)


def read_bladen(bladen: "Iterable[Ingevuld]") -> str:
    """Return the level of the first sheet that says that it is or may be unsafe; else nothing."""
    return next((stand for _, blad in bladen if (stand := read_gesloten(blad.veiligheid))), "")


def write_gesloten(stand: str, uit: str, *, als_json: bool) -> int:
    """Write what helps in place of a profile and return the exit code; nothing goes into a file."""
    return write_hulp(stand, uit, als_json=als_json, leeg={"soort": "profielen", "profielen": []})
