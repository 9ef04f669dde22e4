"""The picture of a group, read back from the JSON of `groep`: counts of the whole group, and nothing about anybody."""

from collections.abc import Collection, Iterator
from contextlib import suppress

from conflictstijl.fouten import ConflictstijlFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import check_pad, load_vragenlijst
from conflictstijl.laden.knopen import Kaart, Knoop, Tekst
from conflictstijl.laden.velden import FORMAAT, Velden, advise_woord, check_leeg
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, Groepscijfers, build_gedeeld
from conflictstijl.model.intervisie import Groepsinbreng
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import parse_geheel, render_citaat

SOORT = "groep"
GEWONE_LIJST = "conflictstijlen"
"""The questionnaire whose names are used for a picture made with one that is not here."""
_MEESTE = 10_000_000
_OVERIG = ("formaat", "deelnemers", "reden", "meldingen")
_VERZWEGEN = ("gemiddelden", "achtergehouden", "reden")
_MAAK = "maak het met 'conflictstijl groep antwoorden.xlsx --json'"


def check_groep(wortel: Knoop) -> bool:
    """Return whether a tree is a document of `groep --json`."""
    paren = wortel.paren if isinstance(wortel, Kaart) else []
    return any(
        sleutel.waarde == "soort" and isinstance(knoop, Tekst) and knoop.waarde == SOORT for sleutel, knoop in paren
    )


def parse_groep(wortel: Knoop, bevindingen: Bevindingen) -> Groepsinbreng:
    """Return the counts in a document of `groep --json`; usable only when `bevindingen` holds no error.

    People, subgroups and means in it are passed by unread. Below five people there are no counts.
    """
    if not check_groep(wortel):
        bevindingen.add(wortel.plek, "andere-soort", "dit is geen beeld van een groep", _MAAK)
        return Groepsinbreng(GEWONE_LIJST, None)
    velden = Velden(wortel, bevindingen, "dit beeld van een groep")
    check_formaat(velden)
    velden.read_knoop("soort")
    lijst = _load_lijst(velden.read_tekst("vragenlijst", verplicht=True))
    beeld = velden.read_knoop("groepsbeeld", verplicht=True)
    weggelaten = [naam for naam in ("profielen", "voor_na") if _check_gevuld(velden.read_knoop(naam))]
    velden.check_onbekend(_OVERIG)
    if beeld is None or check_leeg(beeld):
        return Groepsinbreng(lijst.id, None, tuple(weggelaten))
    deel = Velden(beeld, bevindingen, "'groepsbeeld'")
    cijfers = _read_cijfers(deel, lijst)
    weggelaten += ["per"] if _check_gevuld(deel.read_knoop("per")) else []
    deel.check_onbekend(_VERZWEGEN)
    return Groepsinbreng(lijst.id, cijfers, tuple(weggelaten))


def check_formaat(velden: Velden) -> None:
    """Report a format number that is not ours; without one it is taken to be."""
    knoop = velden.read_knoop("formaat")
    if knoop is not None and not (isinstance(knoop, Tekst) and parse_geheel(knoop.waarde) == FORMAAT):
        velden.bevindingen.add(knoop.plek, "formaat", "dit programma leest alleen formaat 1", "schrijf 'formaat: 1'")


def _check_gevuld(knoop: Knoop | None) -> bool:
    return knoop is not None and not check_leeg(knoop)


def _load_lijst(naam: str) -> Vragenlijst:
    """Return the questionnaire that a picture was made with, or the usual one when it is not here."""
    if naam and not check_pad(naam):
        with suppress(ConflictstijlFout):
            return load_vragenlijst(naam)
    return load_vragenlijst(GEWONE_LIJST)


def _read_cijfers(velden: Velden, lijst: Vragenlijst) -> Groepscijfers | None:
    """Return the counts; None below five people, and when no scale is the first with anybody."""
    n = velden.read_geheel("n", 0, _MEESTE, verplicht=True)
    knoop = velden.read_knoop("eerste_stijl", verplicht=True)
    if n is None or knoop is None or n < KLEINSTE_GROEP or (isinstance(knoop, Kaart) and not knoop.paren):
        return None
    delen = ["", *(deel.id for deel in lijst.onderdelen)]
    bekend = [schaal.id for schaal in lijst.schalen if not schaal.prestatie] + list(map(build_gedeeld, delen))
    eerste = dict(_read_aantallen(Velden(knoop, velden.bevindingen, "'eerste_stijl'"), bekend))
    for som in _count_per_deel(eerste):
        if som != n:
            wat = f"de aantallen zijn samen {som}, en het beeld gaat over {n} mensen"
            velden.bevindingen.add(knoop.plek, "geen-getal", wat, _MAAK)
    return Groepscijfers(n, eerste, {})


def _read_aantallen(velden: Velden, bekend: Collection[str]) -> Iterator[tuple[str, int]]:
    for sleutel, _ in velden:
        naam = sleutel.waarde
        aantal = velden.read_geheel(naam, 0, _MEESTE)
        if naam not in bekend:
            wat = f"{render_citaat(naam)} is hier geen stijl"
            velden.bevindingen.add(sleutel.plek, "onbekende-stijl", wat, advise_woord(naam, bekend))
        elif aantal is not None:
            yield naam, aantal


def _count_per_deel(eerste: dict[str, int]) -> list[int]:
    """Return how many people are counted in each part of the questionnaire, or in the whole."""
    delen = {naam.rpartition(".")[0] for naam in eerste}
    return [sum(aantal for naam, aantal in eerste.items() if naam.rpartition(".")[0] == deel) for deel in delen]
