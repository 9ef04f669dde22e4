"""The use cases about kept results: keeping one, finding it back, taking all along, erasing. No output."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import isclose
from os import urandom
from pathlib import Path
from typing import Any, NamedTuple

from conflictstijl import __version__
from conflictstijl.fouten import Bevinding, Ernst, GebruikFout, Plek, SchrijfFout, render_oorzaak
from conflictstijl.laden.mappen import load_journaalmap, load_resultatenmap
from conflictstijl.laden.omvang import Omvang, advise_omvang, build_omvang
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag import geschiedenis
from conflictstijl.opslag.geschiedenis import check_map, load_bestand, load_paden
from conflictstijl.opslag.schijf import read_bestand
from conflictstijl.opslag.uitslagregels import (
    BESCHADIGD,
    Uitslag,
    build_document,
    check_zelfde,
    fold_sessie,
    parse_document,
    parse_json,
)
from conflictstijl.rapport.gegevens import build_profiel
from conflictstijl.rekenen import scoren
from conflictstijl.rekenen.vingerafdruk import SCOREVERSIE, build_vingerafdruk
from conflictstijl.tekst import clean_tekst, fold_tekst, render_citaat, render_opsomming
from conflictstijl.toepassing import Resultaat

__all__ = [
    "Invoer",
    "Schoonmaak",
    "Uitslag",
    "build_export",
    "build_resultaat",
    "build_uitslag",
    "check_uitslag",
    "clean_begonnen",
    "clean_geschiedenis",
    "load_export",
    "load_geschiedenis",
    "load_ouder",
    "load_uitslag",
    "write_import",
    "write_resultaat",
]

LAATSTE = "laatste"
"""The word for the newest result."""

FORMAAT = 1
SOORT = "export"
MAX_EXPORT = 256 * 1024 * 1024
"""Largest file with results that is read."""

_NIETS = "er is nog niets bewaard; doe eerst:"
_AFNEMEN = "conflictstijl afnemen"
_KORTSTE, _KORT, _GENOEMD = 4, 6, 5
_SPELING = 1e-9
"""How far two scores may lie apart: the last digits of a number depend on the machine."""
_ALTIJD = {
    *("vragenlijst", "versie", "vingerafdruk", "scoreversie", "deelnemer", "beantwoord", "gevraagd", "scores"),
    *("volgorde", "duidelijk_hoog", "duidelijk_laag", "kwaliteit"),
}
"""What every profile of format 1 has."""
_LIJST_FOUT = "de vragenlijst erin klopt niet"
_SCORES_FOUT = "de scores erin kloppen niet met de antwoorden"


class Invoer(NamedTuple):
    """What came of results from elsewhere: kept now, kept before, and refused."""

    nieuw: tuple[Uitslag, ...]
    stond_er_al: tuple[Uitslag, ...]
    meldingen: tuple[Bevinding, ...]


class Schoonmaak(NamedTuple):
    """What was erased: files of results, files of unfinished tests; and what could not be."""

    uitslagen: tuple[Path, ...]
    begonnen: tuple[Path, ...]
    meldingen: tuple[Bevinding, ...]


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
    return replace(uitslag, pad=geschiedenis.write_uitslag(load_resultatenmap(), uitslag))


def build_resultaat(uitslag: Uitslag) -> Resultaat:
    """Return a kept result as if its answers were scored just now, for any report."""
    return Resultaat(uitslag.vragenlijst, uitslag.blad, score_uitslag(uitslag))


def score_uitslag(uitslag: Uitslag) -> Stijlprofiel:
    """Return the profile of the kept answers by the kept questionnaire."""
    return scoren.score_antwoorden(uitslag.vragenlijst, uitslag.blad)


def check_uitslag(uitslag: Uitslag) -> str:
    """Return why a result that reads well cannot be used: its scores are not those of its answers; else nothing.

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
        nu = build_profiel(score_uitslag(uitslag))
        afdruk = build_vingerafdruk(uitslag.vragenlijst)
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError):
        return _LIJST_FOUT
    if toen < SCOREVERSIE:
        return ""
    return "" if afdruk == uitslag.vingerafdruk and _check_profiel(uitslag.profiel, nu) else _SCORES_FOUT


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
    if type(toen) in {int, float} and type(nu) in {int, float}:
        return isclose(toen, nu, rel_tol=_SPELING, abs_tol=_SPELING)  # type: ignore[arg-type]
    return type(toen) is type(nu) and toen == nu


def _build_huidig(uitslag: Uitslag) -> Uitslag:
    """Return a result with its scores by the rules of now, when it was scored by earlier ones."""
    if uitslag.profiel["scoreversie"] == SCOREVERSIE:
        return uitslag
    nu = build_profiel(score_uitslag(uitslag))
    return replace(uitslag, profiel=nu, vingerafdruk=build_vingerafdruk(uitslag.vragenlijst))


def load_geschiedenis() -> tuple[list[Uitslag], list[Bevinding]]:
    """Return every kept result, newest first, and what is wrong with the files that cannot be used."""
    gelezen, meldingen = geschiedenis.load_uitslagen(load_resultatenmap(), check_uitslag)
    uitslagen = list(map(_build_huidig, gelezen))
    paren = zip(gelezen, uitslagen, strict=True)
    return uitslagen, [*meldingen, *(_build_herscoord(nu.pad) for toen, nu in paren if toen is not nu)]


def _build_herscoord(pad: Path) -> Bevinding:
    wat = "deze uitslag is van voor een verandering in de berekening; de scores zijn opnieuw berekend"
    return Bevinding(_build_plek(pad), "opnieuw-berekend", wat, ernst=Ernst.WAARSCHUWING)


def _build_plek(pad: Path | str) -> Plek:
    return Plek(clean_tekst(str(pad)))


def load_uitslag(naam: str) -> Uitslag:
    """Return one kept result: `laatste`, the first letters (four or more) of its session, or its file name.

    Raises GebruikFout when there is none or more than one, and for one that is damaged.
    """
    paden = _load_alle()
    gevonden = paden[:1] if fold_tekst(naam) == LAATSTE else [pad for pad in paden if _check_naam(naam.strip(), pad)]
    if len(set(map(_read_sessie, gevonden))) > 1:
        welke = render_opsomming(list(map(_read_sessie, gevonden[:_GENOEMD])))
        raise GebruikFout(f"er zijn {len(gevonden)} uitslagen {render_citaat(naam)}; kies uit {welke}")
    if not gevonden:
        raise _build_onbekend(naam, paden)
    gelezen = load_bestand(gevonden[0], check_uitslag)
    if isinstance(gelezen, str):
        raise GebruikFout(f"de uitslag in '{clean_tekst(gevonden[0].name)}' is niet te gebruiken: {gelezen}")
    return _build_huidig(gelezen)


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
        raise GebruikFout(_NIETS, _AFNEMEN)
    return paden


def _read_sessie(pad: Path) -> str:
    return pad.stem.rpartition("-")[2]


def _check_naam(naam: str, pad: Path) -> bool:
    return naam in {pad.stem, pad.name} or (len(naam) >= _KORTSTE and _read_sessie(pad).startswith(naam.lower()))


def _build_onbekend(naam: str, paden: Sequence[Path]) -> GebruikFout:
    namen = [_read_sessie(pad)[:_KORT] for pad in paden[:_GENOEMD]]
    kort = f"typ minstens {_KORTSTE} tekens; " if len(naam.strip()) < _KORTSTE else ""
    nieuwste = "de nieuwste zijn" if len(paden) > len(namen) else "er is wel" if len(namen) == 1 else "er zijn wel"
    return GebruikFout(f"er is geen uitslag {render_citaat(naam)}; {kort}{nieuwste} {render_opsomming(namen)}")


def load_ouder(dagen: int, nu: datetime | None = None) -> list[Uitslag]:
    """Return the sound results that are at least so many whole days old; one of tomorrow never is."""
    tot = nu or datetime.now(UTC)
    return [uitslag for uitslag in load_geschiedenis()[0] if (tot - uitslag.klaar).days >= max(dagen, 0)]


def build_export(uitslagen: Iterable[Uitslag]) -> dict[str, Any]:
    """Return results as one document, each whole and with its own checksum."""
    return {"formaat": FORMAAT, "soort": SOORT, "resultaten": list(map(build_document, uitslagen))}


def load_export(pad: Path | str) -> tuple[list[Uitslag], list[Bevinding]]:
    """Return the results in a file of `build_export`, or in the file of one result, and what is wrong with the rest."""
    try:
        document = parse_json(read_bestand(Path(pad), MAX_EXPORT))
    except OSError as fout:
        return [], [_build_reden(pad, f"dit bestand is niet te lezen: {render_oorzaak(fout)}")]
    except ValueError:
        return [], [_build_reden(pad, f"dit bestand is niet te gebruiken: {BESCHADIGD}")]
    if not isinstance(document, dict) or document.get("soort") != SOORT:
        return _parse_alle([document], pad)
    if document.get("formaat") != FORMAAT or not isinstance(document.get("resultaten"), list):
        return [], [_build_reden(pad, "dit bestand komt uit een andere versie van dit programma")]
    return _parse_alle(document["resultaten"], pad)


def _build_reden(pad: Path | str, wat: str) -> Bevinding:
    return Bevinding(
        _build_plek(pad), "uitslag-van-elders", wat, "neem het bestand opnieuw mee, met: resultaten exporteer"
    )


def _parse_alle(documenten: Sequence[object], pad: Path | str) -> tuple[list[Uitslag], list[Bevinding]]:
    uitslagen: dict[str, Uitslag] = {}
    meldingen: list[Bevinding] = []
    for nummer, document in enumerate(documenten, 1):
        gelezen = _parse_een(document)
        if isinstance(gelezen, Uitslag) and check_zelfde(uitslagen.setdefault(gelezen.sessie, gelezen), gelezen):
            continue
        reden = gelezen if isinstance(gelezen, str) else "er staat een andere uitslag van dezelfde test bij"
        meldingen.append(_build_reden(pad, f"uitslag {nummer} is niet te gebruiken: {reden}"))
    return list(uitslagen.values()), meldingen


def _parse_een(document: object) -> Uitslag | str:
    gelezen = parse_document(document, Path())
    return gelezen if isinstance(gelezen, str) else check_uitslag(gelezen) or gelezen


def write_import(uitslagen: Iterable[Uitslag]) -> Invoer:
    """Keep results from elsewhere; one that is there with other content, or damaged, stays as it is and is named.

    When the disk refuses one, the rest is not tried; what was kept until then stays.
    """
    map_ = load_resultatenmap()
    nieuw: list[Uitslag] = []
    al: list[Uitslag] = []
    meldingen: list[Bevinding] = []
    for uitslag in uitslagen:
        gevonden = _load_bestaand(map_, uitslag.sessie)
        if gevonden is None:
            try:
                nieuw.append(replace(uitslag, pad=geschiedenis.write_uitslag(map_, uitslag, vervang=False)))
            except SchrijfFout as fout:
                # what refuses one refuses them all
                meldingen.append(_build_geweigerd(map_, fout))
                break
        elif isinstance(gevonden, Uitslag) and check_zelfde(gevonden, uitslag):
            al.append(gevonden)
        else:
            schade = f"beschadigd ({gevonden})" if isinstance(gevonden, str) else "anders"
            meldingen.append(_build_botsing(uitslag, f"deze uitslag staat er al, maar {schade}"))
    return Invoer(tuple(nieuw), tuple(al), tuple(meldingen))


def _load_bestaand(map_: Path, sessie: str) -> Uitslag | str | None:
    """Return the kept result of a session, why it cannot be used, or None when there is none."""
    try:
        paden = load_paden(map_, sessie)
    except OSError as fout:
        return render_oorzaak(fout)
    return load_bestand(paden[0], check_uitslag) if paden else None


def _build_geweigerd(map_: Path, fout: SchrijfFout) -> Bevinding:
    hint = "los dat op en geef de opdracht nog eens; wat er al staat, blijft"
    return Bevinding(_build_plek(map_), "uitslag-botst", f"{fout}", hint)


def _build_botsing(uitslag: Uitslag, wat: str) -> Bevinding:
    hint = "wis eerst de uitslag die er staat, als je de andere wilt"
    return Bevinding(Plek(uitslag.sessie), "uitslag-botst", wat, hint)


def clean_geschiedenis(uitslagen: Iterable[Uitslag] | None = None) -> Schoonmaak:
    """Erase these results; without any named everything: damaged ones, unfinished tests and what is left over too."""
    if uitslagen is not None:
        weg, meldingen = geschiedenis.clean_bestanden([uitslag.pad for uitslag in uitslagen])
        return Schoonmaak(tuple(weg), (), tuple(meldingen))
    weg, meldingen = geschiedenis.clean_map(load_resultatenmap())
    begonnen, erbij = geschiedenis.clean_journalen(load_journaalmap())
    return Schoonmaak(tuple(weg), tuple(begonnen), (*meldingen, *erbij))


def clean_begonnen() -> list[str]:
    """Erase the journals of tests whose result is kept and sound; return their sessions."""
    return geschiedenis.clean_klaar(load_journaalmap(), load_resultatenmap(), check_uitslag)
