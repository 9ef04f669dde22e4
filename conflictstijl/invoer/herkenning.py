"""Finding the questions in a table: which row or column holds the headers, and which header is which question."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from conflictstijl.fouten import InvoerFout, Plek
from conflictstijl.invoer.gekanteld import build_gekanteld
from conflictstijl.invoer.gelijkenis import render_lijkend
from conflictstijl.invoer.kolomsoorten import Kolomsoort, build_kolomsoort, check_bsn, check_persoonlijk
from conflictstijl.invoer.koppen import fold_naam
from conflictstijl.invoer.lang import ITEMNAMEN, LangeKop, clean_itemnamen, read_itemnamen, read_lange_kop
from conflictstijl.invoer.nummers import parse_nummer
from conflictstijl.invoer.sleutelkolom import read_sleutel
from conflictstijl.invoer.toewijzing import BREEDSTE, Toewijzing, build_toewijzing, check_genoeg
from conflictstijl.invoer.vraagnamen import Hoe, Vraagnamen, build_vraagnamen
from conflictstijl.invoer.weigering import build_onzeker, build_weigering, check_dubbel, render_vraag
from conflictstijl.invoer.zeef import check_bijregel, check_samenvatting
from conflictstijl.model.tabel import Indeling, Invoermelding, Kolom, Kolommenkaart, Tabel
from conflictstijl.model.vragenlijst import Vragenlijst

KOPRIJEN = 12
"""Rows among which the header is looked for."""
ONDER_KOP = 3
"""So many rows below the header can be headers as well."""
_STEEKPROEF = 300


class _Kop(NamedTuple):
    """A row that may hold the headers: its number (from 1), and what it names."""

    rij: int
    toewijzing: Toewijzing


class _Bron(NamedTuple):
    """A table with a person per row (of its own, or turned), and what its questions are called."""

    tabel: Tabel
    vragenlijst: Vragenlijst
    namen: Vraagnamen
    indeling: Indeling

    def read_begin(self) -> list[Sequence[str]]:
        """Return the rows among which the header is."""
        return list(islice(self.tabel.read(), KOPRIJEN))


def read_kaart(tabel: Tabel, vragenlijst: Vragenlijst) -> Kolommenkaart:
    """Return which column (row, when the table is turned) holds which question.

    Raises InvoerFout when less than 80% of the items is found, when two columns claim one question, and when there
    is a column with citizen service numbers.
    """
    bron = _Bron(tabel, vragenlijst, build_vraagnamen(vragenlijst), Indeling.GEWOON)
    begin = bron.read_begin()
    check_bsn(begin, tabel.bestand)
    kop = _read_kop(bron, begin)
    if check_genoeg(kop.toewijzing, vragenlijst):
        return _build_kaart(bron, kop, begin)
    lang = read_lange_kop(tabel, bron.namen)
    if lang:
        return _build_lange_kaart(bron._replace(indeling=Indeling.LANG), lang)
    gekanteld = bron._replace(tabel=build_gekanteld(tabel), indeling=Indeling.GEKANTELD)
    kolommen = gekanteld.read_begin()
    check_bsn(kolommen, tabel.bestand)
    zijkop = _read_kop(gekanteld, kolommen)
    # a column in which every question comes again is that of a table with a row per answer
    los = len(zijkop.toewijzing.dubbel) * 2 < zijkop.toewijzing.items
    if los and check_genoeg(zijkop.toewijzing, vragenlijst):
        return _build_kaart(gekanteld, zijkop, kolommen)
    raise _build_weigering(bron, kop, begin)


def _build_weigering(bron: _Bron, kop: _Kop, begin: Sequence[Sequence[str]]) -> InvoerFout:
    """Return the error about the row that named most, or else about the row that looks most like headers."""
    koppen = _read_naaste(kop, begin)
    onzeker = kop.toewijzing.onzeker
    if check_genoeg(kop.toewijzing._replace(items=kop.toewijzing.items + len(onzeker)), bron.vragenlijst):
        return build_onzeker(Plek(bron.tabel.bestand, kop.rij), bron.vragenlijst, onzeker, koppen)
    gevonden = _build_toewijzing(bron, [koppen], lijkend=True).kolommen
    return build_weigering(bron.tabel.bestand, bron.vragenlijst, gevonden, koppen)


def _read_naaste(kop: _Kop, begin: Sequence[Sequence[str]]) -> Sequence[str]:
    if kop.toewijzing.vast or kop.toewijzing.onzeker:
        return begin[kop.rij - 1]
    return max(begin, key=_count_teksten, default=())


def read_naaste(tabel: Tabel, vragenlijst: Vragenlijst) -> tuple[Sequence[str], dict[int, int]]:
    """Return the row that comes nearest to headers, and by column the one question (its index) that it may hold."""
    bron = _Bron(tabel, vragenlijst, build_vraagnamen(vragenlijst), Indeling.GEWOON)
    begin = bron.read_begin()
    koppen = _read_naaste(_read_kop(bron, begin), begin)
    gevonden = _build_toewijzing(bron, [koppen], lijkend=True).kolommen
    return koppen, {kolommen[0]: vraag for vraag, kolommen in gevonden.items() if len(kolommen) == 1}


def _count_teksten(cellen: Sequence[str]) -> int:
    return sum(not cel.strip().isdecimal() for cel in cellen[:BREEDSTE] if cel.strip())


def _read_kop(bron: _Bron, begin: Sequence[Sequence[str]]) -> _Kop:
    """Return the row that names most items; texts that are only alike count when nothing else is enough."""
    for lijkend in (False, True):
        koppen = _read_koppen(bron, begin, lijkend=lijkend)
        beste = max(koppen, key=lambda kop: _build_rang(kop, bron.vragenlijst), default=_Kop(0, _GEEN))
        if check_genoeg(beste.toewijzing, bron.vragenlijst):
            return beste._replace(toewijzing=_build_toewijzing(bron, begin[: beste.rij], lijkend=True))
    return beste


def _read_koppen(bron: _Bron, begin: Sequence[Sequence[str]], *, lijkend: bool) -> Iterator[_Kop]:
    """Yield what each row names, up to the first that names every item by code or text."""
    for rij in range(1, len(begin) + 1):
        toewijzing = _build_toewijzing(bron, begin[:rij], lijkend=lijkend)
        yield _Kop(rij, toewijzing)
        if toewijzing.vast == len(bron.vragenlijst.items):
            return


_GEEN = Toewijzing({}, {}, 0, 0, {})


def _build_toewijzing(bron: _Bron, rijen: Sequence[Sequence[str]], *, lijkend: bool) -> Toewijzing:
    """Return what the last of these rows names, with the row above it."""
    *boven, cellen = rijen
    return build_toewijzing(cellen, bron.vragenlijst, bron.namen, boven=boven[-1] if boven else (), lijkend=lijkend)


def _build_rang(kop: _Kop, vragenlijst: Vragenlijst) -> tuple[bool, int, int, int]:
    """Return how good a header is: one that names enough by code or text goes before one with more numbers."""
    toewijzing = kop.toewijzing
    vast_genoeg = check_genoeg(toewijzing._replace(items=toewijzing.vast), vragenlijst)
    return vast_genoeg, toewijzing.items + len(toewijzing.onzeker), toewijzing.vast, -kop.rij


def _build_kaart(bron: _Bron, kop: _Kop, begin: Sequence[Sequence[str]]) -> Kolommenkaart:
    kolommen, meldingen = _build_kolommen(bron, kop, begin[kop.rij - 1])
    gevraagd = {kolom.plaats for kolom in kolommen}
    onder = [cellen for cellen in begin[kop.rij : kop.rij + ONDER_KOP] if check_onderkop(cellen, kolommen, bron.namen)]
    koppen = build_koppen([*onder, *begin], kop.rij + len(onder))
    rest = {plaats: namen for plaats, namen in koppen.items() if plaats not in gevraagd}
    rijen = read_steekproef(bron.tabel, kop.rij)
    sleutel = read_sleutel(rest, rijen)
    if sleutel is None and bron.indeling is Indeling.GEKANTELD:
        sleutel = read_bovenrij(begin[kop.rij - 1], min(gevraagd), rijen)
    return build_overige(Kolommenkaart(bron.indeling, kop.rij, kolommen, sleutel, meldingen=meldingen), rest)


def check_onderkop(cellen: Sequence[str], kolommen: Sequence[Kolom], namen: Vraagnamen) -> bool:
    """Return True for a row below the header that is one too: the texts or codes of the questions, or import ids."""
    gevraagd = [cellen[kolom.plaats] for kolom in kolommen if kolom.plaats < len(cellen)]
    # a bare number is an answer there
    genoemd = [namen.parse_kop(cel) or ((nummer := parse_nummer(cel)) and nummer.reeks) for cel in gevraagd]
    return check_bijregel(cellen) or sum(map(bool, genoemd)) * 2 > len(kolommen)


def read_steekproef(tabel: Tabel, koprij: int) -> list[Sequence[str]]:
    """Return the first rows of people: enough to see what a column holds."""
    rijen = islice(tabel.read(), koprij, koprij + _STEEKPROEF)
    return [rij for rij in rijen if any(rij) and not check_bijregel(rij) and not check_samenvatting(rij)]


def build_koppen(begin: Sequence[Sequence[str]], koprij: int) -> dict[int, tuple[str, ...]]:
    """Return the headers of every column that has any: that of the header row first, then those above it."""
    rijen = [rij[:BREEDSTE] for rij in reversed(begin[:koprij])]
    koppen: dict[int, tuple[str, ...]] = {}
    for plaats in range(max(map(len, rijen), default=0)):
        gevuld = tuple(rij[plaats] for rij in rijen if plaats < len(rij) and rij[plaats].strip())
        if gevuld:
            koppen[plaats] = gevuld
    return koppen


def build_overige(kaart: Kolommenkaart, rest: Mapping[int, Sequence[str]]) -> Kolommenkaart:
    """Return a map with the columns that hold no question: whom they are about, and what a group can be split by."""
    soorten = {plaats: build_kolomsoort(namen) for plaats, namen in rest.items()}
    persoonlijk = tuple(plaats for plaats, namen in rest.items() if check_persoonlijk(namen))
    overig = tuple(
        (plaats, namen[0])
        for plaats, namen in rest.items()
        if soorten[plaats] is not Kolomsoort.HULPMIDDEL and plaats not in {*persoonlijk, kaart.sleutel}
    )
    return kaart._replace(persoonlijk=persoonlijk, overig=overig)


def read_bovenrij(kop: Sequence[str], eerste: int, rijen: Sequence[Sequence[str]]) -> int | None:
    """Return the row above the questions of a turned table when it names the people though it has no name itself."""
    for plaats in range(eerste):
        cellen = [rij[plaats] for rij in rijen]
        naamloos = not kop[plaats].strip() or fold_naam(kop[plaats]) in ITEMNAMEN
        if naamloos and all(cel.strip() for cel in cellen) and len(set(cellen)) == len(cellen):
            return plaats
    return None


def _build_lange_kaart(bron: _Bron, lang: LangeKop) -> Kolommenkaart:
    """Return the map of a table with a row per answer: its questions are what its columns are elsewhere."""
    itemnamen = read_itemnamen(bron.tabel, lang)
    check_bsn([itemnamen], bron.tabel.bestand)
    kop = _Kop(lang.koprij, _build_toewijzing(bron, [itemnamen], lijkend=True))
    if not check_genoeg(kop.toewijzing, bron.vragenlijst):
        itemnamen = clean_itemnamen(bron.tabel, lang, itemnamen)
        kop = _Kop(lang.koprij, _build_toewijzing(bron, [itemnamen], lijkend=True))
    if not check_genoeg(kop.toewijzing, bron.vragenlijst):
        raise build_weigering(bron.tabel.bestand, bron.vragenlijst, kop.toewijzing.kolommen, itemnamen)
    kolommen, meldingen = _build_kolommen(bron, kop, itemnamen)
    vragen = {vraag.id: plaats for plaats, vraag in enumerate(bron.vragenlijst.vragen)}
    kaart = Kolommenkaart(
        Indeling.LANG,
        lang.koprij,
        tuple(kolom._replace(plaats=vragen[kolom.vraag]) for kolom in kolommen),
        sleutel=len(vragen),
        meldingen=meldingen,
    )
    rest = {len(vragen) + nummer: (lang.koppen[plaats],) for nummer, plaats in enumerate(lang.overig)}
    return build_overige(kaart, rest)


def _build_kolommen(
    bron: _Bron, kop: _Kop, koppen: Sequence[str]
) -> tuple[tuple[Kolom, ...], tuple[Invoermelding, ...]]:
    """Return the columns with questions, and what is to be told about them; raises InvoerFout for one too many."""
    bestand, vragen = bron.tabel.bestand, bron.vragenlijst.vragen
    check_dubbel(Plek(bestand, kop.rij), bron.vragenlijst, kop.toewijzing.dubbel, koppen)
    if kop.toewijzing.onzeker:
        raise build_onzeker(Plek(bestand, kop.rij), bron.vragenlijst, kop.toewijzing.onzeker, koppen)
    kolommen = tuple(
        Kolom(vragen[vraag].id, waar[0], koppen[waar[0]], kop.toewijzing.hoe[waar[0]])
        for vraag, waar in kop.toewijzing.kolommen.items()
    )
    lijkend = [
        Invoermelding(bestand, kop.rij, kolom.vraag, "", "lijkt-op", render_lijkend(kolom, vraag, bron.indeling))
        for kolom in kolommen
        for vraag in vragen
        if kolom.hoe == Hoe.LIJKT_OP and vraag.id == kolom.vraag
    ]
    return kolommen, (*lijkend, *build_ontbrekend(bestand, bron.vragenlijst, kolommen))


def build_ontbrekend(bestand: str, vragenlijst: Vragenlijst, kolommen: Sequence[Kolom]) -> list[Invoermelding]:
    """Return one line for every item without a column."""
    gevonden = {kolom.vraag for kolom in kolommen}
    return [
        Invoermelding(
            bestand, 0, item.id, "", "vraag-ontbreekt", f"vraag {render_vraag(item)} staat niet in de tabel", "leeg"
        )
        for item in vragenlijst.items
        if item.id not in gevonden
    ]
