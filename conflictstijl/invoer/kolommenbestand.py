"""The map of a table as a file: kept after a look (`--bekijk`), used again for the next export of the same form.

It goes by the texts of the headers and not by their places, so columns may move.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from conflictstijl.fouten import Bevinding, InvoerFout, Plek
from conflictstijl.invoer.gekanteld import build_gekanteld
from conflictstijl.invoer.herkenning import (
    KOPRIJEN,
    build_koppen,
    build_ontbrekend,
    build_overige,
    read_bovenrij,
    read_steekproef,
)
from conflictstijl.invoer.kolomsoorten import check_bsn
from conflictstijl.invoer.koppen import fold_kop
from conflictstijl.invoer.lang import LangeKop, read_itemnamen, read_lange_kop
from conflictstijl.invoer.sleutelkolom import read_sleutel
from conflictstijl.invoer.toewijzing import BREEDSTE
from conflictstijl.invoer.vraagnamen import Hoe, build_vraagnamen
from conflictstijl.invoer.weigering import build_weigering, check_dubbel, render_vraag
from conflictstijl.model.tabel import Indeling, Kolom, Kolommenkaart, Tabel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import advise_naam, clean_tekst, render_citaat

SLEUTEL, GROEP, NEGEER = "sleutel", "groep", "negeer"
"""What a column can be that holds no question."""
_WOORDEN = (SLEUTEL, GROEP, NEGEER)
_LANGSTE_KOP = 500
_AANDEEL = 0.8

Gegeven = Mapping[str, str]
"""What such a file says: per header the id of a question, or one of the three words."""


class _Ligging(NamedTuple):
    """One way to read a table: the row with the headers, and these headers by column."""

    tabel: Tabel
    indeling: Indeling
    koprij: int
    namen: Sequence[str]
    """The headers as the file spells them."""
    lang: LangeKop | None = None

    def count_bekend(self, gegeven: Gegeven) -> int:
        """Return how many headers the file knows."""
        return len(set(self.namen) & gegeven.keys())


def render_kaart(kaart: Kolommenkaart, koppen: Sequence[str], vragenlijst: Vragenlijst) -> str:
    """Return a map as the text of a YAML file; `koppen` is what `read_koppen` gives."""
    return _render_doelen(dict(_read_doelen(kaart, koppen)), vragenlijst)


def render_skelet(koppen: Sequence[str], vragen: Mapping[int, int], vragenlijst: Vragenlijst) -> str:
    """Return the map of a table that was not recognised, to be completed; as `read_naaste` gives both.

    What is not recognised is to be ignored, and the questions without a column stand below it.
    """
    ids = {plaats: vragenlijst.vragen[vraag].id for plaats, vraag in vragen.items()}
    namen = enumerate(_spell_koppen(koppen))
    doelen = {kop: ids.get(plaats, NEGEER) for plaats, kop in namen if kop}
    mist = [item for item in vragenlijst.items if item.id not in ids.values()]
    regels = [f"# nog geen kolom: {clean_tekst(render_vraag(item))}" for item in mist]
    return "\n".join([_render_doelen(doelen, vragenlijst).rstrip(), *regels, ""])


def _render_doelen(doelen: Gegeven, vragenlijst: Vragenlijst) -> str:
    regels = [
        "# Welke kolom hoort bij welke vraag. Gebruik dit bestand opnieuw met --kolommen.",
        f"# Achter een kop staat een vraag, of een van deze woorden: {', '.join(_WOORDEN)}.",
        f"kolommen: {json.dumps(vragenlijst.id, ensure_ascii=False)}",
        "formaat: 1",
        "koppen:",
    ]
    return "\n".join([*regels, *(f"  {_render_tekst(kop)}: {_render_tekst(doel)}" for kop, doel in doelen.items()), ""])


def _render_tekst(tekst: str) -> str:
    # a text between double quotes with JSON's escapes is one in YAML too
    return json.dumps(tekst, ensure_ascii=False)


def _read_doelen(kaart: Kolommenkaart, koppen: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield every header with what it is."""
    if kaart.indeling is Indeling.LANG:
        yield from ((_spell_kop(kolom.kop), kolom.vraag) for kolom in kaart.kolommen)
        return
    vragen = {kolom.plaats: kolom.vraag for kolom in kaart.kolommen}
    groepen = {plaats for plaats, _ in kaart.overig}
    for plaats, kop in enumerate(_spell_koppen(koppen)):
        woord = SLEUTEL if plaats == kaart.sleutel else GROEP if plaats in groepen else NEGEER
        if kop:
            yield kop, vragen.get(plaats, woord)


def _spell_kop(kop: str) -> str:
    return clean_tekst(kop, _LANGSTE_KOP)


def _spell_koppen(koppen: Sequence[str]) -> list[str]:
    """Return headers as the file spells them: the second of two equal ones gets a number."""
    keren: dict[str, int] = {}
    namen = []
    for kop in map(_spell_kop, koppen[:BREEDSTE]):
        keer = keren[fold_kop(kop)] = keren.get(fold_kop(kop), 0) + 1
        namen.append(f"{kop} ({keer})" if keer > 1 and kop else kop)
    return namen


def parse_kaart(gegeven: Gegeven, tabel: Tabel, vragenlijst: Vragenlijst, bestand: str) -> Kolommenkaart:
    """Return the map of a table by what a file says about its headers; `bestand` is the name of that file.

    Raises InvoerFout for a word that is no question, for a question with two columns, and for a table in which less
    than 80% of the items is found.
    """
    _check_doelen(gegeven, vragenlijst, bestand)
    gevouwen = {fold_kop(kop): doel for kop, doel in gegeven.items()}
    liggingen = list(_read_liggingen(tabel, vragenlijst))
    beste = max(liggingen, key=lambda ligging: ligging.count_bekend(gevouwen))
    doelen = {plaats: gevouwen[kop] for plaats, kop in enumerate(beste.namen) if kop in gevouwen}
    kolommen = _build_kolommen(beste, doelen, vragenlijst)
    gevonden = {kolom.vraag for kolom in kolommen}
    items = {item.id for item in vragenlijst.items}
    if len(items & gevonden) < _AANDEEL * len(items):
        plaatsen = {plaats: None for plaats, vraag in enumerate(vragenlijst.vragen) if vraag.id in gevonden}
        raise build_weigering(tabel.bestand, vragenlijst, plaatsen, beste.namen)
    meldingen = tuple(build_ontbrekend(tabel.bestand, vragenlijst, kolommen))
    kaart = Kolommenkaart(beste.indeling, beste.koprij, kolommen, meldingen=meldingen)
    return _build_lang(kaart, beste.lang, len(vragenlijst.vragen)) if beste.lang else _build_rest(kaart, beste, doelen)


def _check_doelen(gegeven: Gegeven, vragenlijst: Vragenlijst, bestand: str) -> None:
    bekend = {*(vraag.id for vraag in vragenlijst.vragen), *_WOORDEN}
    fouten = [
        Bevinding(
            Plek(bestand),
            "kolommenbestand",
            f"{render_citaat(doel)} (bij {render_citaat(kop)}) is geen vraag van '{vragenlijst.id}'",
            advise_naam(doel, bekend) or f"schrijf het nummer van een vraag, of {SLEUTEL}, {GROEP} of {NEGEER}",
        )
        for kop, doel in gegeven.items()
        if doel not in bekend
    ]
    if fouten:
        raise InvoerFout(fouten)


def _read_liggingen(tabel: Tabel, vragenlijst: Vragenlijst) -> Iterator[_Ligging]:
    """Yield every way to read a table; an empty one has none but the first."""
    yield _Ligging(tabel, Indeling.GEWOON, 1, ())
    lang = read_lange_kop(tabel, build_vraagnamen(vragenlijst))
    if lang:
        namen = [fold_kop(_spell_kop(kop)) for kop in read_itemnamen(tabel, lang)]
        yield _Ligging(tabel, Indeling.LANG, lang.koprij, namen, lang)
    for bron, indeling in ((tabel, Indeling.GEWOON), (build_gekanteld(tabel), Indeling.GEKANTELD)):
        for koprij, rij in enumerate(islice(bron.read(), KOPRIJEN), 1):
            yield _Ligging(bron, indeling, koprij, [fold_kop(kop) for kop in _spell_koppen(rij)])


def _build_kolommen(ligging: _Ligging, doelen: Mapping[int, str], vragenlijst: Vragenlijst) -> tuple[Kolom, ...]:
    plaatsen: dict[str, list[int]] = {}
    for plaats, doel in doelen.items():
        plaatsen.setdefault(doel, []).append(plaats)
    koppen = _read_koprij(ligging)
    vragen = [(nummer, vraag.id) for nummer, vraag in enumerate(vragenlijst.vragen) if vraag.id in plaatsen]
    dubbel = {nummer: plaatsen[naam] for nummer, naam in vragen if len(plaatsen[naam]) > 1}
    check_dubbel(Plek(ligging.tabel.bestand, ligging.koprij), vragenlijst, dubbel, koppen)
    return tuple(
        Kolom(naam, nummer if ligging.lang else plaatsen[naam][0], koppen[plaatsen[naam][0]], Hoe.KOLOMMEN)
        for nummer, naam in vragen
    )


def _read_koprij(ligging: _Ligging) -> Sequence[str]:
    if ligging.lang:
        return read_itemnamen(ligging.tabel, ligging.lang)
    return next(islice(ligging.tabel.read(), ligging.koprij - 1, None), ())


def _build_lang(kaart: Kolommenkaart, lang: LangeKop, aantal: int) -> Kolommenkaart:
    rest = {aantal + nummer: (lang.koppen[plaats],) for nummer, plaats in enumerate(lang.overig)}
    return build_overige(kaart._replace(sleutel=aantal), rest)


def _build_rest(kaart: Kolommenkaart, ligging: _Ligging, doelen: Mapping[int, str]) -> Kolommenkaart:
    """Return a map with the columns that hold no question; what the file does not name is what it is by itself."""
    begin = list(islice(ligging.tabel.read(), kaart.koprij))
    check_bsn(begin, ligging.tabel.bestand)
    koppen = build_koppen(begin, kaart.koprij)
    gevraagd = {kolom.plaats for kolom in kaart.kolommen}
    rest = {plaats: namen for plaats, namen in koppen.items() if plaats not in gevraagd}
    heel = build_overige(kaart._replace(sleutel=_read_sleutel(kaart, ligging, doelen, rest)), rest)
    groepen = {plaats: rest[plaats][0] for plaats, doel in doelen.items() if doel == GROEP}
    overig = {plaats: kop for plaats, kop in heel.overig if doelen.get(plaats) != NEGEER}
    return heel._replace(
        persoonlijk=tuple(plaats for plaats in heel.persoonlijk if plaats not in groepen),
        overig=tuple(sorted({**overig, **groepen}.items())),
    )


def _read_sleutel(
    kaart: Kolommenkaart, ligging: _Ligging, doelen: Mapping[int, str], rest: Mapping[int, Sequence[str]]
) -> int | None:
    """Return the key that the file names, else the best of the columns that it does not name at all."""
    genoemd = next((plaats for plaats, doel in doelen.items() if doel == SLEUTEL), None)
    if genoemd is not None:
        return genoemd
    mensen = read_steekproef(ligging.tabel, kaart.koprij)
    sleutel = read_sleutel({plaats: namen for plaats, namen in rest.items() if plaats not in doelen}, mensen)
    if sleutel is None and ligging.indeling is Indeling.GEKANTELD:
        return read_bovenrij(_read_koprij(ligging), min(kolom.plaats for kolom in kaart.kolommen), mensen)
    return sleutel
