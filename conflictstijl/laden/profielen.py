"""A profile that the program wrote as JSON, read back as far as advice needs it."""

from collections import Counter
from collections.abc import Iterable

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import check_leeg
from conflictstijl.model.situatie import Gebruik
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Vragenlijst

SOORT = "profielen"


def check_profielen(wortel: Knoop) -> bool:
    """Return whether a tree is a document of profiles, and not an answer sheet."""
    return _read_waarde(wortel, "soort") == SOORT


def read_vragenlijst(wortel: Knoop, bevindingen: Bevindingen) -> str:
    """Return the questionnaire of the one profile in a document; empty, with a finding, when there is not one."""
    return _read_waarde(_read_profiel(wortel, bevindingen), "vragenlijst")


def read_variant(wortel: Knoop, bevindingen: Bevindingen) -> str:
    """Return the version of the questionnaire that the profile is about, empty when there is only one."""
    return _read_waarde(_read_profiel(wortel, bevindingen), "vorm")


def parse_gebruik(wortel: Knoop, vragenlijst: Vragenlijst, bevindingen: Bevindingen) -> Gebruik:
    """Return what the profile in a document says about the use of each style."""
    profiel = _read_profiel(wortel, bevindingen)
    scores = _read_knoop(profiel, "scores")
    duidingen = {
        sleutel.waarde: _read_waarde(score, "duiding")
        for sleutel, score in (scores.paren if isinstance(scores, Kaart) else [])
    }
    return build_gebruik(
        vragenlijst, duidingen, _read_namen(profiel, "duidelijk_hoog"), _read_namen(profiel, "duidelijk_laag")
    )


def build_gebruik(
    vragenlijst: Vragenlijst, duidingen: dict[str, str], hoog: Iterable[str], laag: Iterable[str]
) -> Gebruik:
    """Return the use of each style, from what is said about scales by id.

    Where several scales stand for one style (in parts) no word is given for it.
    """
    stijlen = {schaal.id: schaal.stijl for schaal in vragenlijst.schalen if schaal.stijl}
    keren = Counter(stijlen.values())
    woorden = {stijl: duidingen.get(naam, "") for naam, stijl in stijlen.items() if keren[stijl] == 1}
    bekend = _read_labels(vragenlijst)
    return Gebruik(
        {stijl: woord for stijl, woord in woorden.items() if woord in bekend},
        tuple(dict.fromkeys(stijlen[naam] for naam in hoog if naam in stijlen)),
        tuple(dict.fromkeys(stijlen[naam] for naam in laag if naam in stijlen)),
    )


def _read_labels(vragenlijst: Vragenlijst) -> set[str]:
    """Return the words that a score can have: a file may hold anything, and what is shown must be ours."""
    schalen = [item.antwoorden for item in vragenlijst.items if isinstance(item, Stelling)]
    return {punt.label.lower() for schaal in schalen for punt in schaal.punten if punt.label}


def _read_profiel(wortel: Knoop, bevindingen: Bevindingen) -> Knoop | None:
    profielen = _read_knoop(wortel, SOORT)
    if isinstance(profielen, Lijst) and len(profielen.delen) == 1:
        return profielen.delen[0]
    bevindingen.add(wortel.plek, "een-profiel", "hier hoort precies één profiel", "geef een bestand met één profiel")
    return None


def _read_knoop(knoop: Knoop | None, naam: str) -> Knoop | None:
    paren = knoop.paren if isinstance(knoop, Kaart) else []
    return next((waarde for sleutel, waarde in paren if sleutel.waarde == naam), None)


def _read_waarde(knoop: Knoop | None, naam: str) -> str:
    gevonden = _read_knoop(knoop, naam)
    return gevonden.waarde if isinstance(gevonden, Tekst) and not check_leeg(gevonden) else ""


def _read_namen(knoop: Knoop | None, naam: str) -> list[str]:
    gevonden = _read_knoop(knoop, naam)
    return [deel.waarde for deel in gevonden.delen if isinstance(deel, Tekst)] if isinstance(gevonden, Lijst) else []
