"""Names that must exist: factors of a situation with their levels, and conditions made of these."""

from collections.abc import Collection, Mapping

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Knoop, Tekst
from conflictstijl.laden.velden import Velden, advise_woord, read_rij, read_tekst
from conflictstijl.model.situatie import NEUTRAAL, ROL, VEILIGHEID, WEET_NIET, Eisen
from conflictstijl.tekst import advise_naam, render_citaat

Standen = Mapping[str, Collection[str]]
"""The levels that each factor describes. Without any, or with none for a factor, everything is taken: what is wrong
with the description has been said."""

EIGEN_PLAATS = (VEILIGHEID, ROL)
"""What a file about situations holds apart from the factors."""


_BESCHRIJF = "noem een kenmerk dat dit bestand beschrijft"
_NOEMT = "'conflictstijl situatie --kenmerken' noemt ze alle"


def read_kenmerk(
    knoop: Knoop, bekend: Collection[str], bevindingen: Bevindingen, anders: str = _BESCHRIJF
) -> str | None:
    """Return the name of a factor, or None with a finding; `anders` is the hint when no name looks like it."""
    naam = knoop.waarde if isinstance(knoop, Tekst) else ""
    if naam and (naam in bekend or not bekend):
        return naam
    if _check_naam(knoop, "een kenmerk", bevindingen):
        wat = f"er is geen kenmerk {render_citaat(naam)}"
        hint = advise_naam(naam, bekend) or anders
        if naam in EIGEN_PLAATS:
            wat, hint = (
                f"'{naam}' hoort hier niet bij de kenmerken",
                f"haal het hier weg, '{naam}:' heeft een eigen regel",
            )
        bevindingen.add(knoop.plek, "onbekend-kenmerk", wat, hint)
    return None


def _check_naam(knoop: Knoop, wat: str, bevindingen: Bevindingen) -> bool:
    """Return False after a finding for a node that is no text, or an empty one."""
    if isinstance(knoop, Tekst):
        return read_tekst(knoop, bevindingen, wat) is not None
    bevindingen.add(knoop.plek, "geen-tekst", f"hier hoort {wat}, geen lijst of groep", "schrijf alleen de naam")
    return False


def read_kenmerken(velden: Velden, naam: str, bekend: Collection[str], *, verplicht: bool = False) -> tuple[str, ...]:
    """Return a list of factors; empty when the key is missing."""
    knoop = velden.read_knoop(naam, verplicht=verplicht)
    return read_rij(knoop, naam, lambda deel: read_kenmerk(deel, bekend, velden.bevindingen), velden.bevindingen)


def read_stand(
    knoop: Knoop, kenmerk: str, standen: Collection[str], bevindingen: Bevindingen, *, neutraal: bool = False
) -> str | None:
    """Return a level of a factor, or None with a finding; with `neutraal` the words that every factor accepts too."""
    stand = knoop.waarde if isinstance(knoop, Tekst) else ""
    if stand and (stand in standen or not standen or (neutraal and stand in NEUTRAAL)):
        return stand
    if _check_naam(knoop, "een stand", bevindingen):
        wat = f"kenmerk '{kenmerk}' kent geen stand {render_citaat(stand)}"
        bevindingen.add(knoop.plek, "onbekende-stand", wat, advise_woord(stand, list(standen)))
    return None


def read_paren(velden: Velden, naam: str, standen: Standen, *, neutraal: bool = False) -> dict[str, str]:
    """Return one level per factor; empty when the key is missing.

    `neutraal` belongs to the shipped factors: the words that each of them accepts are good too.
    """
    knoop = velden.read_knoop(naam)
    if knoop is None:
        return {}
    deel = Velden(knoop, velden.bevindingen, f"'{naam}'")
    gevonden: dict[str, str] = {}
    for sleutel, waarde in deel:
        kenmerk = read_kenmerk(sleutel, standen, velden.bevindingen, _NOEMT if neutraal else _BESCHRIJF)
        eigen = standen.get(kenmerk or "", ())
        stand = read_stand(waarde, kenmerk, eigen, velden.bevindingen, neutraal=neutraal) if kenmerk else None
        if kenmerk and stand:
            gevonden[kenmerk] = stand
    deel.check_onbekend()
    return gevonden


def read_eisen(velden: Velden, naam: str, standen: Standen, *, verplicht: bool = False) -> Eisen:
    """Return conditions: one level or a list of levels per factor."""
    knoop = velden.read_knoop(naam, verplicht=verplicht)
    if knoop is None:
        return {}
    deel = Velden(knoop, velden.bevindingen, f"'{naam}'")
    gevonden: Eisen = {}
    for sleutel, waarde in deel:
        kenmerk = read_kenmerk(sleutel, standen, velden.bevindingen)
        if kenmerk:
            gevonden[kenmerk] = _read_standen(waarde, kenmerk, standen.get(kenmerk, ()), velden.bevindingen)
    deel.check_onbekend()
    return gevonden


def _read_standen(knoop: Knoop, kenmerk: str, standen: Collection[str], bevindingen: Bevindingen) -> tuple[str, ...]:
    return read_rij(knoop, kenmerk, lambda deel: read_stand(deel, kenmerk, standen, bevindingen), bevindingen)


def parse_kenmerken(regels: Collection[str], standen: Standen) -> tuple[dict[str, str], list[str]]:
    """Return the levels in texts like `macht=minder`, and what is wrong with the texts that hold none."""
    gevonden: dict[str, str] = {}
    fouten: list[str] = []
    for regel in regels:
        naam, teken, stand = (deel.strip() for deel in regel.partition("="))
        fout = _check_regel(naam, stand if teken else "", standen)
        if not fout and gevonden.get(naam, stand) != stand:
            fout = f"kenmerk '{naam}' staat er twee keer; haal een van de twee weg"
        if fout:
            fouten.append(fout)
        else:
            gevonden[naam] = stand
    return gevonden, fouten


def _check_regel(naam: str, stand: str, standen: Standen) -> str:
    """Return what is wrong with a factor and its level, empty when nothing is."""
    if not stand:
        return f"--kenmerk {render_citaat(naam)} heeft geen stand; schrijf bijvoorbeeld: --kenmerk macht=minder"
    if naam not in standen:
        hint = advise_naam(naam, standen) or _NOEMT
        return f"er is geen kenmerk {render_citaat(naam)}; {hint}"
    if stand not in standen[naam] and stand not in ((WEET_NIET,) if naam in EIGEN_PLAATS else NEUTRAAL):
        return f"kenmerk '{naam}' kent geen stand {render_citaat(stand)}; {advise_woord(stand, list(standen[naam]))}"
    return ""
