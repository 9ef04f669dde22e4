"""The use cases about kept results: keeping one, finding it back, taking all along, erasing. No output."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from math import isclose
from os import urandom
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl import __version__
from conflictstijl.fouten import Bevinding, Ernst, GebruikFout, Plek, render_oorzaak
from conflictstijl.laden.mappen import load_groepenmap, load_journaalmap, load_resultatenmap, load_werkbladenmap
from conflictstijl.laden.omvang import Omvang, advise_omvang, build_omvang
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag import geschiedenis, groepen, opruiming, werkbladen
from conflictstijl.opslag.geschiedenis import check_map, load_bestand, load_paden, read_sessie
from conflictstijl.opslag.uitslagregels import (
    Uitslag,
    fold_sessie,
)
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rapport.geschiedenis import KORT, LAATSTE
from conflictstijl.rekenen import scoren
from conflictstijl.rekenen.vingerafdruk import SCOREVERSIE, build_vingerafdruk
from conflictstijl.tekst import advise_naam, clean_tekst, fold_tekst, render_citaat, render_opsomming
from conflictstijl.toepassing import Resultaat

__all__ = [
    "KORT",
    "LAATSTE",
    "Gescoord",
    "Schoonmaak",
    "Uitslag",
    "build_resultaat",
    "build_uitslag",
    "check_uitslag",
    "clean_geschiedenis",
    "clean_klaar",
    "clean_werkbladen",
    "load_gekozen",
    "load_geschiedenis",
    "load_gescoord",
    "load_horend",
    "load_ouder",
    "load_uitslag",
    "write_resultaat",
]

_NIETS = "er is nog niets bewaard; doe eerst:"
_AFNEMEN = "conflictstijl afnemen"
_ALLEEN_BLADEN = "er is nog geen uitslag van een vragenlijst; je werkbladen zie je met:"
_RESULTATEN = "conflictstijl resultaten"
_KORTSTE, _GENOEMD = 4, 5
_SPELING = 1e-9
"""How far two scores may lie apart: the last digits of a number depend on the machine."""
_ALTIJD = {
    *("vragenlijst", "versie", "vingerafdruk", "scoreversie", "deelnemer", "beantwoord", "gevraagd", "scores"),
    *("volgorde", "duidelijk_hoog", "duidelijk_laag", "kwaliteit"),
}
"""What every profile of format 1 has."""
_LIJST_FOUT = "de vragenlijst erin klopt niet"
_SCORES_FOUT = "de scores erin kloppen niet met de antwoorden"


class Gescoord(NamedTuple):
    """A kept result with the profile of its answers."""

    uitslag: Uitslag
    profiel: Stijlprofiel


class Schoonmaak(NamedTuple):
    """What was erased: files of results, of unfinished tests, of earlier group pictures; and what could not be."""

    uitslagen: tuple[Path, ...]
    begonnen: tuple[Path, ...]
    meldingen: tuple[Bevinding, ...]
    groepen: tuple[Path, ...] = ()
    werkbladen: tuple[Path, ...] = ()
    """Of worksheets, finished or not."""


def build_uitslag(resultaat: Resultaat, sessie: str, begin: datetime) -> Uitslag:
    """Return a result, finished now, as it is kept; `sessie` and `begin` are those of its journal."""
    lijst, blad, profiel = resultaat
    return Uitslag(
        pad=Path(),
        sessie=fold_sessie(sessie),
        begin=begin,
        klaar=datetime.now(UTC).astimezone(),
        programma=__version__,
        vragenlijst=lijst,
        blad=replace(blad, vragenlijst=lijst.id, versie=lijst.versie),
        vingerafdruk=build_vingerafdruk(lijst),
        profiel=build_profiel(profiel),
    )


def write_resultaat(resultaat: Resultaat, sessie: str = "", begin: datetime | None = None) -> Uitslag:
    """Keep a result and return it as it is kept; without a journal its session is made here.

    Raises SchrijfFout when the folder or the disk refuses.
    """
    nu = datetime.now(UTC).astimezone()
    uitslag = build_uitslag(resultaat, sessie or urandom(8).hex(), begin or nu)
    pad = geschiedenis.write_uitslag(load_resultatenmap(), uitslag)
    return replace(uitslag, pad=pad, sessie=read_sessie(pad))


def build_resultaat(uitslag: Uitslag) -> Resultaat:
    """Return a kept result as if its answers were scored just now, for any report."""
    return Resultaat(uitslag.vragenlijst, uitslag.blad, score_uitslag(uitslag))


def score_uitslag(uitslag: Uitslag) -> Stijlprofiel:
    """Return the profile of the kept answers by the kept questionnaire."""
    return scoren.score_antwoorden(uitslag.vragenlijst, uitslag.blad)


def check_uitslag(uitslag: Uitslag) -> str:
    """Return why a result that reads well cannot be used: its scores are not those of its answers; else nothing."""
    profiel = _score_gekeurd(uitslag)
    return profiel if isinstance(profiel, str) else ""


def _score_gekeurd(uitslag: Uitslag) -> Stijlprofiel | str:
    """Return the profile of the kept answers, or why the result cannot be used.

    Under other scoring rules only the answers count, for the scores and the hash over the rules were others then.
    """
    toen = uitslag.profiel.get("scoreversie")
    if type(toen) is not int or toen < 1 or uitslag.profiel.get("vingerafdruk") != uitslag.vingerafdruk:
        return _SCORES_FOUT
    if toen > SCOREVERSIE:
        return "een nieuwere versie van dit programma berekende de scores"
    try:
        if not _check_omvang(uitslag.vragenlijst):
            return _LIJST_FOUT
        profiel = score_uitslag(uitslag)
        nu = build_profiel(profiel)
        afdruk = build_vingerafdruk(uitslag.vragenlijst)
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError):
        return _LIJST_FOUT
    zelfde = toen < SCOREVERSIE or (afdruk == uitslag.vingerafdruk and _check_profiel(uitslag.profiel, nu))
    return profiel if zelfde else _SCORES_FOUT


def _check_omvang(lijst: Vragenlijst) -> bool:
    """Return True when no formula can become too large to reckon with: as `laden.afgeleid` bounds it."""
    bereiken = {schaal.id: read_bereik(lijst, schaal.id) for schaal in lijst.schalen}
    bekend = {naam: Omvang(1, een if een[0] < een[1] else None) for naam, een in bereiken.items()}
    for afgeleide in lijst.afgeleid:
        bekend[afgeleide.id] = build_omvang(afgeleide.stappen, bekend)
        if advise_omvang(bekend[afgeleide.id]):
            return False
    return True


def _check_profiel(toen: dict[str, Any], nu: dict[str, Any]) -> bool:
    """Return True when a kept profile has what every profile has, and nothing that is another value now."""
    return toen.keys() >= _ALTIJD and _check_gelijk(toen, nu) and len(toen["scores"]) == len(nu["scores"])


def _check_gelijk(toen: object, nu: object) -> bool:
    """Return True when data have the same values; what only the newer have was not known then."""
    if isinstance(toen, dict) and isinstance(nu, dict):
        return all(naam in nu and _check_gelijk(een, nu[naam]) for naam, een in toen.items())
    if isinstance(toen, list) and isinstance(nu, list):
        return len(toen) == len(nu) and all(map(_check_gelijk, toen, nu))
    if isinstance(toen, int | float) and isinstance(nu, int | float) and bool not in {type(toen), type(nu)}:
        return isclose(toen, nu, rel_tol=_SPELING, abs_tol=_SPELING)
    return type(toen) is type(nu) and toen == nu


def _build_huidig(uitslag: Uitslag, profiel: Stijlprofiel | None = None) -> Uitslag:
    """Return a result with its scores by the rules of now, when it was scored by earlier ones."""
    if uitslag.profiel["scoreversie"] == SCOREVERSIE:
        return uitslag
    nu = build_profiel(profiel or score_uitslag(uitslag))
    return replace(uitslag, profiel=nu, vingerafdruk=build_vingerafdruk(uitslag.vragenlijst))


def load_geschiedenis() -> tuple[list[Uitslag], list[Bevinding]]:
    """Return every kept result, newest first, and what is wrong with the files that cannot be used."""
    gescoord, meldingen = load_gescoord()
    return [een.uitslag for een in gescoord], meldingen


def load_gescoord() -> tuple[list[Gescoord], list[Bevinding]]:
    """Return the same with the profile of every result: reading one takes scoring it."""
    profielen: dict[Path, Stijlprofiel] = {}

    def keur(uitslag: Uitslag) -> str:
        profiel = _score_gekeurd(uitslag)
        if isinstance(profiel, str):
            return profiel
        profielen[uitslag.pad] = profiel
        return ""

    gelezen, meldingen = geschiedenis.load_uitslagen(load_resultatenmap(), keur)
    gescoord = [Gescoord(_build_huidig(een, profielen[een.pad]), profielen[een.pad]) for een in gelezen]
    paren = zip(gelezen, gescoord, strict=True)
    return gescoord, [*meldingen, *(_build_herscoord(toen.pad) for toen, nu in paren if toen is not nu.uitslag)]


def _build_herscoord(pad: Path) -> Bevinding:
    wat = "deze uitslag is van voor een verandering in de berekening; de scores zijn opnieuw berekend"
    return Bevinding(_build_plek(pad), "opnieuw-berekend", wat, ernst=Ernst.WAARSCHUWING)


def _build_plek(pad: Path | str) -> Plek:
    return Plek(clean_tekst(str(pad)))


def load_uitslag(naam: str) -> Uitslag:
    """Return one kept result, named as for `load_gekozen`.

    Raises GebruikFout when there is none or more than one, and for one that is damaged.
    """
    pad = load_gekozen(naam)[0]
    gelezen = load_bestand(pad, check_uitslag)
    if isinstance(gelezen, str):
        wat = f"de uitslag in '{clean_tekst(pad.name)}' is niet te gebruiken: {gelezen}"
        raise GebruikFout(f"{wat}; wis hem met:", f"conflictstijl resultaten wis {read_sessie(pad)}")
    return _build_huidig(gelezen)


def load_gekozen(naam: str) -> list[Path]:
    """Return the files of one kept result, sound or damaged, newest first: more than one when it was copied.

    It is named by `laatste`, the first letters (four or more) of its session, or its file name. Raises GebruikFout when
    there is none or more than one.
    """
    paden = _load_alle()
    gevonden = paden[:1] if fold_tekst(naam) == LAATSTE else [pad for pad in paden if _check_naam(naam.strip(), pad)]
    sessies = list(dict.fromkeys(map(read_sessie, gevonden)))
    if len(sessies) > 1:
        welke = render_opsomming(sessies[:_GENOEMD])
        raise GebruikFout(f"er zijn {len(sessies)} uitslagen {render_citaat(naam)}; kies uit {welke}")
    if not gevonden:
        raise _build_onbekend(naam, paden)
    return gevonden


def _load_alle() -> list[Path]:
    """Return the files of all results, newest first; raises GebruikFout when there are none."""
    map_ = load_resultatenmap()
    try:
        check_map(map_)
        paden = load_paden(map_)
    except OSError as fout:
        raise GebruikFout(
            f"de map met uitslagen is niet te lezen: {render_oorzaak(fout)}; kijk de rechten na"
        ) from fout
    if not paden:
        raise _build_niets()
    return paden


def _build_niets() -> GebruikFout:
    """Return that there is no result, and where worksheets are told of when there are any."""
    bladen: list[Path] = []
    with suppress(OSError):
        bladen = werkbladen.load_bladpaden(load_werkbladenmap())
    return GebruikFout(_ALLEEN_BLADEN, _RESULTATEN) if bladen else GebruikFout(_NIETS, _AFNEMEN)


def _check_naam(naam: str, pad: Path) -> bool:
    return naam in {pad.stem, pad.name} or (len(naam) >= _KORTSTE and read_sessie(pad).startswith(naam.lower()))


def _build_onbekend(naam: str, paden: Sequence[Path]) -> GebruikFout:
    namen = [read_sessie(pad)[:KORT] for pad in paden[:_GENOEMD]]
    nieuwste = "de nieuwste zijn" if len(paden) > len(namen) else "er is wel" if len(namen) == 1 else "er zijn wel"
    wel = f"{nieuwste} {render_opsomming(namen)}"
    if len(naam.strip()) < _KORTSTE:
        return GebruikFout(f"{render_citaat(naam)} is te kort: typ minstens {_KORTSTE} tekens; {wel}")
    return GebruikFout(f"er is geen uitslag {render_citaat(naam)}; {advise_naam(naam, [LAATSTE]) or wel}")


def load_ouder(dagen: int, nu: datetime | None = None) -> tuple[list[Uitslag], list[Bevinding]]:
    """Return the sound results that are at least so many whole days old, and the files of which that is not known.

    One of tomorrow never is.
    """
    tot = nu or datetime.now(UTC)
    uitslagen, meldingen = load_geschiedenis()
    oud = [uitslag for uitslag in uitslagen if (tot - uitslag.klaar).days >= max(dagen, 0)]
    return oud, [melding for melding in meldingen if melding.ernst is Ernst.FOUT]


def load_horend(uitslagen: Iterable[Path]) -> list[Path]:
    """Return the files of unfinished tests that are left over from the results in these files."""
    return opruiming.load_horend(load_journaalmap(), uitslagen, check_uitslag)


def clean_geschiedenis(uitslagen: Iterable[Path] | None = None) -> Schoonmaak:
    """Erase the results in these files with what is left over from their tests; without any named everything.

    Everything is damaged ones, unfinished tests, worksheets, what is kept of group pictures and what a crash left
    behind too.
    """
    if uitslagen is None:
        weg, meldingen = geschiedenis.clean_map(load_resultatenmap())
        begonnen, erbij = opruiming.clean_journalen(load_journaalmap())
        van_groepen, vast = groepen.clean_groepen(load_groepenmap())
        bladen, open_ = werkbladen.clean_werkbladen(load_werkbladenmap())
        alles = (*meldingen, *erbij, *vast, *open_)
        return Schoonmaak(tuple(weg), tuple(begonnen), alles, tuple(van_groepen), tuple(bladen))
    paden = list(uitslagen)
    # which journals belong to them is known only while they are there
    horend = load_horend(paden)
    begonnen, erbij = opruiming.clean_journalen(load_journaalmap(), horend) if horend else ([], [])
    weg, meldingen = geschiedenis.clean_bestanden(load_resultatenmap(), paden)
    return Schoonmaak(tuple(weg), tuple(begonnen), (*meldingen, *erbij))


def clean_werkbladen(paden: Iterable[Path]) -> Schoonmaak:
    """Erase the worksheets in these files."""
    weg, meldingen = werkbladen.clean_werkbladen(load_werkbladenmap(), paden)
    return Schoonmaak((), (), tuple(meldingen), werkbladen=tuple(weg))


def clean_klaar() -> list[Uitslag]:
    """Erase the journals that are left over from results that are kept and sound; return these results."""
    return opruiming.clean_klaar(load_journaalmap(), load_resultatenmap(), check_uitslag)
