"""The picture of a group: made, held against earlier ones, and remembered."""

from collections.abc import Sequence
from typing import NamedTuple

from conflictstijl.fouten import Bevinding
from conflictstijl.groep.dubbelen import Volg
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.tellen import Groepstal, count_groep
from conflictstijl.laden.mappen import load_groepenmap
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, TE_GELIJK, Groepsbeeld
from conflictstijl.opslag.groepen import build_run, load_eerdere, load_sleutel, write_groep
from conflictstijl.rekenen.groepsbeeld import build_groepsbeeld
from conflictstijl.rekenen.groepsoverlap import compare_groep
from conflictstijl.rekenen.groepsverdeling import check_minimum


class Groepswens(NamedTuple):
    """What a user wants to know about a group."""

    kolom: str = ""
    """Column to split the group by; empty for the whole only."""
    minimum: int = KLEINSTE_GROEP
    toch: bool = False
    """True to tell also about a group too like an earlier one."""


class Groepsuitslag(NamedTuple):
    """A group that was counted, its picture, and in a sentence why there is none."""

    tal: Groepstal
    beeld: Groepsbeeld
    waarom: str = ""
    meldingen: tuple[Bevinding, ...] = ()
    """Earlier pictures that cannot be read: being like one of those is not noticed."""


def build_uitslag(invoer: Groepsinvoer, wens: Groepswens, volg: Volg = iter) -> Groepsuitslag:
    """Count a group and return its picture, unless it is too small or too like an earlier one.

    What may be told is remembered first: who was in it, as fingerprints. Raises GebruikFout for a wrong wish and
    SchrijfFout when remembering does not work.
    """
    check_minimum(wens.minimum)
    tal = count_groep(invoer, wens.kolom, volg)
    beeld = build_groepsbeeld(tal.tellingen, invoer.vragenlijst, wens.kolom or None, wens.minimum)
    if beeld.geheel is None:
        return Groepsuitslag(tal, beeld, _render_klein(tal, wens.minimum))
    cellen = [[mens for naam in cel for mens in tal.mensen.get(naam, ())] for cel in beeld.cellen]
    waarom, meldingen = write_eenmalig(invoer.vragenlijst.volledige_id, cellen, wens)
    if waarom:
        beeld = Groepsbeeld(wens.minimum, None, weigering=TE_GELIJK)
    return Groepsuitslag(tal, beeld, waarom, meldingen)


def write_eenmalig(
    waarover: str, cellen: Sequence[Sequence[tuple[str, str]]], wens: Groepswens
) -> tuple[str, tuple[Bevinding, ...]]:
    """Remember that something is told about these people, or return why that may not be.

    `waarover` is what is told of; `cellen` holds per smallest set that is told about the key and the answers of each.
    Returns an empty reason when it may be told, and what cannot be read of earlier times.
    """
    folder = load_groepenmap()
    sleutel = load_sleutel(folder)
    sleutels, bladen = ([[mens[plaats] for mens in cel] for cel in cellen] for plaats in (0, 1))
    run = build_run(sleutel, waarover, sleutels, bladen=bladen)
    eerdere = load_eerdere(folder, sleutel)
    waarom = "" if wens.toch else compare_groep(run, eerdere.runs, wens.minimum) or ""
    if not waarom:
        write_groep(folder, run, sleutel)
    return waarom, eerdere.meldingen


def _render_klein(tal: Groepstal, minimum: int) -> str:
    n = tal.deelnemers - tal.zonder
    wie = "is 1 deelnemer" if n == 1 else f"zijn {n} deelnemers"
    return f"er {wie} met bruikbare antwoorden, en een beeld van de groep vraagt er {minimum}"
