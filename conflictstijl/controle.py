"""Checking authored files: reading, linting, and holding files that refer to each other side by side."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from conflictstijl.fouten import Bevinding, ConflictstijlFout, InvoerFout, Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladsoort import BLADNAMEN
from conflictstijl.laden.casussen import parse_casus
from conflictstijl.laden.catalogus import (
    CASUS,
    VRAGENLIJST,
    WERKBLAD,
    WERKVORM,
    YAML,
    load_heel,
    load_vragenlijst,
    parse_bestand,
    read_soort,
)
from conflictstijl.laden.codering import load_codering
from conflictstijl.laden.eisen import Standen, read_paren
from conflictstijl.laden.kennis import parse_adviezen, parse_stijlen, parse_vaardigheden
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.mappen import load_eigen_map, load_inhoudsmap
from conflictstijl.laden.normgroepen import SOORT as NORMGROEP
from conflictstijl.laden.normgroepen import parse_normgroep
from conflictstijl.laden.situatiebron import load_situaties
from conflictstijl.laden.situaties import build_standen, parse_situaties
from conflictstijl.laden.velden import Velden
from conflictstijl.laden.verdieping import check_samen
from conflictstijl.laden.vervolg import read_genoemd
from conflictstijl.laden.vervolgstappen import VERVOLGMAPPEN, load_titel
from conflictstijl.laden.vragenlijst import Leeswijze, parse_vragenlijst
from conflictstijl.laden.werkbladantwoorden import parse_ingevuld
from conflictstijl.laden.werkbladen import check_ingevuld, parse_werkblad
from conflictstijl.laden.werkvormen import parse_werkvorm
from conflictstijl.model.kennis import Advieskennis
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.codering import Codering, compare_codering
from conflictstijl.rekenen.controle import check_opbouw
from conflictstijl.rekenen.werkblad import check_antwoord
from conflictstijl.tekst import advise_naam, clean_tekst, render_citaat

_MET_VAARDIGHEDEN = ("oefen", "rem")
"""Fields of a file with advice that name skills."""
_BLAD = "antwoordblad"
_INGEVULD = "ingevuld werkblad"


def load_paden(bronnen: Iterable[str]) -> list[Path]:
    """Return the files to check: each path itself, and every YAML file below a folder, in order, once.

    Raises InvoerFout for every path that does not exist and every folder without a YAML file.
    """
    bevindingen = Bevindingen()
    paden: dict[Path, None] = {}
    for bron in map(Path, bronnen):
        paden.update(dict.fromkeys(_load_map(bron, bevindingen) if bron.is_dir() else [bron]))
        if not bron.exists():
            bevindingen.add(Plek(clean_tekst(str(bron))), "geen-bestand", "dit bestand is er niet", "kijk de naam na")
    bevindingen.check_fouten()
    return list(paden)


def _load_map(bron: Path, bevindingen: Bevindingen) -> list[Path]:
    paden = sorted(pad for pad in bron.rglob("*") if pad.suffix.lower() in YAML and pad.is_file())
    if not paden:
        hint = "geef een andere map, of een bestand"
        bevindingen.add(Plek(clean_tekst(str(bron))), "lege-map", "in deze map staat geen YAML-bestand", hint)
    return paden


def check_bestand(pad: Path) -> list[Bevinding]:
    """Return every finding about one file, in the order of their places."""
    bevindingen = Bevindingen()
    parse_bestand(pad, str(pad), lambda wortel, b: _check_wortel(wortel, pad, b), bevindingen)
    return sorted(bevindingen)


def _check_wortel(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    controles: dict[str, Callable[[Knoop, Path, Bevindingen], object]] = {
        "vragenlijst": _check_vragenlijst,
        "stijlen": lambda knoop, _, b: parse_stijlen(knoop, b),
        "vaardigheden": lambda knoop, _, b: parse_vaardigheden(knoop, b),
        "adviezen": _check_adviezen,
        "situaties": _check_situaties,
        "casus": _check_casus,
        "werkvorm": _check_werkvorm,
        "werkblad": _check_werkblad,
        NORMGROEP: lambda knoop, _, b: parse_normgroep(knoop, b),
        _BLAD: _check_blad,
        _INGEVULD: lambda knoop, _, b: parse_ingevuld(knoop, b, keur=check_antwoord),
    }
    soort = _BLAD if _check_soort_blad(wortel) else _INGEVULD if check_ingevuld(wortel) else read_soort(wortel)
    if soort in controles:
        controles[soort](wortel, pad, bevindingen)
        return
    bekend = [naam for naam in controles if naam not in {_BLAD, _INGEVULD}]
    hint = advise_naam(soort, bekend) or f"begin het bestand met een van: {', '.join(bekend)}"
    wat = f"de eerste naam is {render_citaat(soort)}" if soort else "dit bestand begint niet met een naam"
    bevindingen.add(wortel.plek, "onbekende-soort", f"{wat}; zo is niet te zien wat voor bestand dit is", hint)


def _check_soort_blad(wortel: Knoop) -> bool:
    """Return True for an answer sheet: it has answers, but nothing to answer; a list of them counts too."""
    if isinstance(wortel, Lijst):
        return bool(wortel.delen) and all(map(_check_soort_blad, wortel.delen))
    namen = {sleutel.waarde for sleutel, _ in wortel.paren} if isinstance(wortel, Kaart) else set()
    return "antwoorden" in namen and namen <= BLADNAMEN


def _check_blad(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    hint = f"kijk het na met: conflictstijl scoor {clean_tekst(str(pad))}"
    bevindingen.add(wortel.plek, _BLAD, "dit is een antwoordblad, geen bestand met vragen of teksten", hint)


def _check_vragenlijst(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    wijze = Leeswijze(folder=pad.parent)
    vragenlijst = parse_vragenlijst(wortel, bevindingen, wijze)
    if vragenlijst is None or bevindingen.count_fouten():
        return
    for variant in vragenlijst.varianten or (None,):
        lijst = parse_vragenlijst(wortel, Bevindingen(), wijze._replace(variant=variant.id)) if variant else vragenlijst
        nieuw = check_opbouw(lijst, str(pad)) if lijst else []
        bevindingen.extend(bevinding for bevinding in nieuw if bevinding not in bevindingen)
    _check_bestandsnaam(vragenlijst.id, pad, bevindingen)
    _check_bij(vragenlijst, pad, bevindingen)
    _check_vervolg(wortel, pad, bevindingen)
    _check_kenmerken(wortel, pad, bevindingen)


def _check_casus(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    casus = parse_casus(wortel, bevindingen, _load_standen(pad.parent.parent))
    if not bevindingen.count_fouten():
        _check_bestandsnaam(casus.id, pad, bevindingen, "de casus")


def _check_werkvorm(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    werkvorm = parse_werkvorm(wortel, bevindingen)
    if not bevindingen.count_fouten():
        _check_bestandsnaam(werkvorm.id, pad, bevindingen, "de werkvorm")


def _check_werkblad(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    werkblad = parse_werkblad(wortel, bevindingen)
    if not bevindingen.count_fouten():
        _check_bestandsnaam(werkblad.id, pad, bevindingen, "het werkblad")
        _check_groepen(wortel, pad.parent.parent, bevindingen)


def _check_groepen(wortel: Knoop, folder: Path, bevindingen: Bevindingen) -> None:
    """Report a method for small groups that is not there."""
    groepen = Velden(wortel, bevindingen, "").read_knoop("groepen")
    knoop = None if groepen is None else Velden(groepen, bevindingen, "").read_knoop("werkvorm")
    if isinstance(knoop, Tekst):
        _check_genoemd("werkvorm", knoop, folder, bevindingen)


def _check_situaties(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    parse_situaties(wortel, bevindingen)
    if not bevindingen.count_fouten():
        _check_vervolg(wortel, pad.parent, bevindingen)


def _check_vervolg(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    """Report every id below `verder` for which there is no usable file, shipped or in the user's own folder."""
    for soort, knoop in read_genoemd(wortel):
        _check_genoemd(soort, knoop, pad.parent, bevindingen)


def _check_genoemd(soort: str, knoop: Tekst, folder: Path, bevindingen: Bevindingen) -> None:
    # a file may lead to those it is written together with, which stand in the same folder with content
    naast = folder / VERVOLGMAPPEN[soort] / f"{knoop.waarde}.yaml"
    if not load_titel(soort, knoop.waarde) and not naast.is_file():
        wat, hint = f"er is geen {soort} {render_citaat(knoop.waarde)}", "kijk de id na, of haal haar weg"
        bevindingen.add(knoop.plek, "onbekend-vervolg", wat, hint)


def _load_standen(folder: Path) -> Standen:
    """Return the levels of the factors of a situation: those in a folder with content, else the shipped ones.

    Empty when that file is unusable: it is told where that file is checked.
    """
    naast, mee = (map_ / "kennis" / "situaties.yaml" for map_ in (folder, load_inhoudsmap()))
    try:
        eigen = naast.is_file() and not naast.samefile(mee)
        return build_standen(
            load_heel(naast, str(naast), parse_situaties, Bevindingen()) if eigen else load_situaties()
        )
    except InvoerFout:
        return {}


def _check_kenmerken(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    """Report the factors and levels of cases in a questionnaire that the file with situations lacks."""
    vragen = list(_read_vragen(wortel))
    standen = _load_standen(pad.parent) if vragen else {}
    for vraag in vragen:
        read_paren(Velden(vraag, bevindingen, ""), "kenmerken", standen, neutraal=True)


def _read_vragen(knoop: Knoop) -> Iterator[Kaart]:
    """Yield every question with options that says what makes its case as it is."""
    if isinstance(knoop, Kaart):
        if {"opties", "kenmerken"} <= {sleutel.waarde for sleutel, _ in knoop.paren}:
            yield knoop
        for _, waarde in knoop.paren:
            yield from _read_vragen(waarde)
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from _read_vragen(deel)


def _check_bij(vragenlijst: Vragenlijst, pad: Path, bevindingen: Bevindingen) -> None:
    """Report a questionnaire that deepens one that is not there, or that cannot be added to it."""
    if not vragenlijst.bij:
        return
    naast = pad.parent / f"{vragenlijst.bij}.yaml"
    try:
        basis = load_vragenlijst(str(naast) if naast.is_file() else vragenlijst.bij)
        fout = check_samen(basis, vragenlijst)
    except ConflictstijlFout:
        fout = f"er is geen bruikbare vragenlijst '{vragenlijst.bij}'"
    if fout:
        bevindingen.add(Plek(str(pad)), "bij", fout, "laat 'bij' en de schalen en antwoorden kloppen met die lijst")


def load_alles() -> list[Path]:
    """Return every shipped file, and those in the user's own folders."""
    eigen = [load_eigen_map(soort.meervoud) for soort in (VRAGENLIJST, CASUS, WERKVORM, WERKBLAD)]
    mappen = [load_inhoudsmap(), *(map_ for map_ in eigen if map_.is_dir())]
    return [pad for map_ in mappen for pad in sorted(map_.rglob("*")) if pad.suffix.lower() in YAML and pad.is_file()]


def check_bestanden(paden: Iterable[Path]) -> list[Bevinding]:
    """Return every finding about several files, also about two questionnaires with one id."""
    bevindingen: list[Bevinding] = []
    eerder: dict[str, Path] = {}
    for pad in paden:
        bevindingen += check_bestand(pad)
        naam = _load_id(pad)
        if naam and naam in eerder:
            wat = f"vragenlijst '{naam}' staat ook in {clean_tekst(str(eerder[naam]))}"
            bevindingen.append(
                Bevinding(Plek(str(pad)), "dubbele-vragenlijst", wat, "geef een van de twee een andere id")
            )
        eerder.setdefault(naam, pad)
    return bevindingen


def _load_id(pad: Path) -> str:
    """Return the id of a questionnaire, empty for any other file."""
    gevonden = parse_bestand(
        pad, str(pad), lambda wortel, b: Velden(wortel, b, "").read_tekst("vragenlijst"), Bevindingen()
    )
    return gevonden or ""


def _check_bestandsnaam(naam: str, pad: Path, bevindingen: Bevindingen, soort: str = "de vragenlijst") -> None:
    """Report a file whose id differs from its name, by which it is found."""
    if naam != pad.stem:
        wat = f"het bestand heet anders dan {soort} '{naam}'"
        bevindingen.add_waarschuwing(Plek(str(pad)), "bestandsnaam", wat, f"noem het bestand '{naam}.yaml'")


def _check_adviezen(wortel: Knoop, pad: Path, bevindingen: Bevindingen) -> None:
    kennis = parse_adviezen(wortel, bevindingen)
    if not bevindingen.count_fouten():
        _check_verwijzingen(wortel, _load_bekend(pad), bevindingen)
        _check_volledig(kennis, pad, bevindingen)


def _load_bekend(pad: Path) -> list[str] | None:
    """Return the ids of the skills that advice may name: those beside the file, else the shipped ones.

    None when that file is unusable: it is told where that file is checked.
    """
    naast = pad.parent / "vaardigheden.yaml"
    bron = naast if naast.is_file() else load_inhoudsmap() / "kennis" / naast.name
    bevindingen = Bevindingen()
    kennis = parse_bestand(bron, str(bron), parse_vaardigheden, bevindingen)
    return None if kennis is None or bevindingen.count_fouten() else list(kennis.vaardigheden)


def _check_verwijzingen(wortel: Knoop, bekend: list[str] | None, bevindingen: Bevindingen) -> None:
    for naam in _read_verwijzingen(wortel):
        if bekend is not None and naam.waarde not in bekend:
            wat = f"er is geen vaardigheid {render_citaat(naam.waarde)}"
            hint = advise_naam(naam.waarde, bekend) or "'conflictstijl vaardigheden' toont ze alle"
            bevindingen.add(naam.plek, "onbekende-vaardigheid", wat, hint)


def _read_verwijzingen(knoop: Knoop) -> Iterator[Tekst]:
    """Yield every name of a skill in a tree, with its place."""
    match knoop:
        case Kaart():
            for sleutel, waarde in knoop.paren:
                if sleutel.waarde in _MET_VAARDIGHEDEN and isinstance(waarde, Lijst):
                    yield from (deel for deel in waarde.delen if isinstance(deel, Tekst))
                else:
                    yield from _read_verwijzingen(waarde)
        case Lijst():
            for deel in knoop.delen:
                yield from _read_verwijzingen(deel)


def _check_volledig(kennis: Advieskennis, pad: Path, bevindingen: Bevindingen) -> None:
    for stijl in STIJLEN:
        if stijl not in kennis.stijlen:
            wat, hint = f"stijl '{stijl}' heeft geen advies", "voeg haar toe onder 'stijlen'"
            bevindingen.add(Plek(str(pad)), "stijl-zonder-advies", wat, hint)
    for hoog, vraagt in product(STIJLEN, repeat=2):
        if (hoog, vraagt) not in kennis.combinaties:
            wat = f"de combinatie van {hoog} (zelf) en {vraagt} (gevraagd) heeft geen tekst"
            bevindingen.add(Plek(str(pad)), "combinatie-ontbreekt", wat, "voeg haar toe onder 'combinaties'")


def check_codering(pad: Path, tweede: Path) -> Codering:
    """Return how a questionnaire's key agrees with a second coding in a CSV file.

    Raises InvoerFout when one of the two cannot be read.
    """
    bevindingen = Bevindingen()
    lees = partial(parse_vragenlijst, wijze=Leeswijze(folder=pad.parent))
    vragenlijst = parse_bestand(pad, str(pad), lees, bevindingen)
    if vragenlijst is None:
        raise InvoerFout(bevindingen)
    codes = load_codering(tweede, str(tweede), bevindingen)
    bevindingen.check_fouten()
    return compare_codering(vragenlijst, codes, str(tweede))
