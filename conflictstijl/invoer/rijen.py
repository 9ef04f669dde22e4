"""The rows of people in a table, as cells: without headers, averages and trials, each of which is reported."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from conflictstijl.invoer.breedte import OVERGESLAGEN, Meld, Rij, build_passend, count_breedte
from conflictstijl.invoer.gekanteld import build_gekanteld
from conflictstijl.invoer.herkenning import ONDER_KOP, check_onderkop
from conflictstijl.invoer.kolomsoorten import read_inzendkolom
from conflictstijl.invoer.lang import read_inzendingen, read_lange_kop
from conflictstijl.invoer.overslaan import NIETS, Overslaan
from conflictstijl.invoer.plaatsen import build_celmelding, build_persoonmelding, build_rijmelding
from conflictstijl.invoer.vraagnamen import build_vraagnamen
from conflictstijl.invoer.zeef import Zeef
from conflictstijl.model.tabel import (
    Bijzonder,
    Celsoort,
    Indeling,
    Invoermelding,
    Kolommenkaart,
    Rijstapel,
    Tabel,
    build_rijstapels,
)
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import render_citaat

Opmerking = Callable[[int, Sequence[str]], None]


def read_koppen(tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst) -> tuple[str, ...]:
    """Return the header above every cell that `read_rijen` gives; what is blank has that of the row above it."""
    if kaart.indeling is Indeling.LANG:
        kop = read_lange_kop(tabel, build_vraagnamen(vragenlijst))
        over = [kop.koppen[plaats] for plaats in kop.overig] if kop else []
        return (*(vraag.id for vraag in vragenlijst.vragen), *over)
    liggend = build_gekanteld(tabel) if kaart.indeling is Indeling.GEKANTELD else tabel
    rijen = list(islice(liggend.read(), kaart.koprij))[::-1]
    breedte = count_breedte(kaart, rijen[0])
    return tuple(next(filter(str.strip, _read_kolom(rijen, plaats)), "") for plaats in range(breedte))


def _read_kolom(rijen: Sequence[Sequence[str]], plaats: int) -> list[str]:
    return [rij[plaats] for rij in rijen if plaats < len(rij)]


def read_rijen(
    tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst, meld: Meld, sla_over: Overslaan = NIETS
) -> Iterator[Rijstapel]:
    """Yield every row of a person with its number, in stacks; `Kolom.plaats` is an index in a row.

    What is skipped is reported through `meld`: headers, averages, trials, and what the user leaves out. A row that
    a form did not finish counts, and is reported too.
    """

    def meld_plek(melding: Invoermelding) -> None:
        meld(build_persoonmelding(kaart, melding))

    koppen = read_koppen(tabel, kaart, vragenlijst)
    zeef = Zeef(tabel, kaart, koppen, sla_over)
    opmerkingen = _build_opmerkingen(tabel, kaart, koppen, meld_plek)

    def check_rij(nummer: int, cellen: Sequence[str]) -> bool:
        reden = zeef.read_reden(nummer, cellen)
        if reden is None:
            for opmerking in opmerkingen:
                opmerking(nummer, cellen)
        elif reden.wat:
            meld_plek(build_rijmelding(tabel, nummer, reden.soort, reden.wat, OVERGESLAGEN))
        return reden is None

    stapels = _read_liggend(tabel, kaart, vragenlijst, meld_plek)

    def check_stapel(stapel: Rijstapel) -> Rijstapel | None:
        bekeken = range(len(stapel.nummers)) if opmerkingen else sorted(zeef.read_verdacht(stapel))
        weg = {rij for rij in bekeken if not check_rij(stapel.nummers[rij], stapel.read_rij(rij))}
        return stapel.build_zonder(weg) if weg else stapel

    gezien = stapels if sla_over == NIETS else _read_gezocht(tabel, stapels, sla_over, meld)
    yield from filter(None, map(check_stapel, gezien))


def _read_gezocht(tabel: Tabel, stapels: Iterator[Rijstapel], over: Overslaan, meld: Meld) -> Iterator[Rijstapel]:
    """Pass rows on; at the end tell which of the rows that the user leaves out are not there."""
    ongezien = dict.fromkeys(over.read_alle())
    for stapel in stapels:
        for rij in stapel if ongezien else ():
            for tekst in over.read_passend(*rij):
                ongezien.pop(tekst, None)
        yield stapel
    for tekst in ongezien:
        wat = f"--sla-over {render_citaat(tekst)}: geen enkele rij past hierbij"
        meld(build_rijmelding(tabel, 0, "niets-overgeslagen", wat))


def _build_opmerkingen(tabel: Tabel, kaart: Kolommenkaart, koppen: Sequence[str], meld: Meld) -> list[Opmerking]:
    """Return what looks at each row that counts, to tell something about it."""
    opmerkingen: list[Opmerking] = []
    ingezonden = read_inzendkolom(koppen)
    if ingezonden is not None:
        opmerkingen.append(_build_onaf(tabel, ingezonden, meld))
    if tabel.werkboek:
        opmerkingen.append(_build_formule(tabel, kaart, meld))
    return opmerkingen


def _build_onaf(tabel: Tabel, plaats: int, meld: Meld) -> Opmerking:
    def opmerking(nummer: int, cellen: Sequence[str]) -> None:
        if not cellen[plaats].strip():
            wat = "deze deelnemer rondde het formulier niet af; wat er staat, telt wel mee"
            meld(build_rijmelding(tabel, nummer, "onaf", wat))

    return opmerking


def _build_formule(tabel: Tabel, kaart: Kolommenkaart, meld: Meld) -> Opmerking:
    """Return what tells once that an answer is what a formula last gave."""
    gemeld = False

    def opmerking(nummer: int, cellen: Sequence[str]) -> None:
        nonlocal gemeld
        for kolom in () if gemeld else kaart.kolommen:
            cel = cellen[kolom.plaats]
            if isinstance(cel, Bijzonder) and cel.soort is Celsoort.FORMULE and cel.strip():
                gemeld = True
                wat = f"hier staat een formule; de bewaarde uitkomst {render_citaat(cel)} telt als antwoord"
                meld(build_celmelding(tabel, kaart, (nummer, kolom.plaats), ("formule", wat, ""), kolom.vraag))
                break

    return opmerking


def _read_liggend(tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst, meld: Meld) -> Iterator[Rijstapel]:
    """Yield the rows below the header, a person per row, each at least as wide as the header."""
    match kaart.indeling:
        case Indeling.LANG:
            return build_rijstapels(_read_lang(tabel, kaart, vragenlijst, meld))
        case Indeling.GEKANTELD:
            return _read_gewoon(build_gekanteld(tabel), kaart, vragenlijst, meld)
        case _:
            return _read_gewoon(tabel, kaart, vragenlijst, meld)


def _read_lang(tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst, meld: Meld) -> Iterator[Rij]:
    def skip(nummer: int, soort: str, wat: str) -> None:
        meld(build_rijmelding(tabel, nummer, soort, wat, OVERGESLAGEN))

    kop = read_lange_kop(tabel, build_vraagnamen(vragenlijst))
    if kop:
        yield from read_inzendingen(tabel, kop, kaart, len(vragenlijst.vragen), skip)


def _read_gewoon(tabel: Tabel, kaart: Kolommenkaart, vragenlijst: Vragenlijst, meld: Meld) -> Iterator[Rijstapel]:
    rijen = enumerate(tabel.read(), 1)
    *boven, (_, kop) = islice(rijen, kaart.koprij)
    for nummer, cellen in boven:
        if any(cellen):
            meld(build_rijmelding(tabel, nummer, "koprij", "deze rij staat boven de koppen", OVERGESLAGEN))
    onder = list(islice(rijen, ONDER_KOP))
    namen = build_vraagnamen(vragenlijst)
    koppen = {nummer for nummer, cellen in onder if check_onderkop(cellen, kaart.kolommen, namen)}
    for nummer in sorted(koppen):
        meld(build_rijmelding(tabel, nummer, "koprij", "dit is een kopregel", OVERGESLAGEN))
    mensen = build_rijstapels(rij for rij in onder if rij[0] not in koppen)
    passend = build_passend(tabel, kaart, [kop for _, kop in boven] + [kop], meld)
    yield from filter(None, map(passend, chain(mensen, tabel.read_stapels(kaart.koprij + ONDER_KOP))))
