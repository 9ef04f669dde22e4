"""The files `stijlen`, `vaardigheden` and `adviezen` into the model."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.velden import Velden, check_id, read_stijl, render_namen
from conflictstijl.model.kennis import (
    Aanspreektekst,
    Advieskennis,
    AlgemeenAdvies,
    Combinatie,
    Oefening,
    Stijl,
    Stijladvies,
    Stijlenkennis,
    Vaardighedenkennis,
    Vaardigheid,
)
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.tekst import parse_geheel

T = TypeVar("T")

_PLEKKEN = {0, 1, 2}
_HOOGSTE_BELANG = 3
_MEESTE_MENSEN = 3
_LANGSTE_OEFENING = 60
_ALLE = "alle"


def parse_stijlen(wortel: Knoop, bevindingen: Bevindingen) -> Stijlenkennis:
    """Return the styles that a tree describes; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit bestand met stijlen")
    kennis = Stijlenkennis(
        id=read_inleiding(velden, "stijlen"),
        assen=_read_assen(velden),
        stijlen=read_lijst(velden, "lijst", _parse_stijl, check_stijl=True),
        herkomst=velden.read_herkomst(),
    )
    velden.check_onbekend()
    _check_volledig(velden.read_knoop("lijst"), bevindingen)
    return kennis


def _check_volledig(knoop: Knoop | None, bevindingen: Bevindingen) -> None:
    """Report the styles without an entry; not when an entry is unknown, for that may be the one."""
    namen = {sleutel.waarde for sleutel, _ in knoop.paren} if isinstance(knoop, Kaart) else set()
    gemist = [stijl for stijl in STIJLEN if stijl not in namen]
    if knoop is not None and namen and gemist and namen <= set(STIJLEN):
        werkwoord = "ontbreekt" if len(gemist) == 1 else "ontbreken"
        wat = f"in 'lijst' {werkwoord} {render_namen(gemist)}"
        bevindingen.add(knoop.plek, "stijl-ontbreekt", wat, "beschrijf alle vijf de stijlen")


def parse_vaardigheden(wortel: Knoop, bevindingen: Bevindingen) -> Vaardighedenkennis:
    """Return the skills that a tree describes; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit bestand met vaardigheden")
    kennis = Vaardighedenkennis(
        id=read_inleiding(velden, "vaardigheden"),
        vaardigheden=read_lijst(velden, "lijst", _parse_vaardigheid),
        herkomst=velden.read_herkomst(),
    )
    velden.check_onbekend()
    return kennis


def parse_adviezen(wortel: Knoop, bevindingen: Bevindingen) -> Advieskennis:
    """Return the advice that a tree describes; usable only when `bevindingen` holds no error."""
    velden = Velden(wortel, bevindingen, "dit bestand met adviezen")
    kennis = Advieskennis(
        id=read_inleiding(velden, "adviezen"),
        stijlen=read_lijst(velden, "stijlen", _parse_stijladvies, check_stijl=True),
        combinaties=_read_combinaties(velden),
        algemeen=_read_algemeen(velden),
        herkomst=velden.read_herkomst(),
    )
    velden.check_onbekend()
    return kennis


def read_inleiding(velden: Velden, soort: str) -> str:
    """Return the id of a file with knowledge, after its head."""
    naam = velden.read_kop(soort)
    velden.read_versie()
    velden.read_tekst("titel")
    return naam


def _read_assen(velden: Velden) -> tuple[str, str]:
    knoop = velden.read_knoop("assen", verplicht=True)
    aantal = len(velden.bevindingen)
    match velden.read_teksten("assen"):
        case (eigen, ander):
            return eigen, ander
        case _ if knoop is not None and len(velden.bevindingen) == aantal:
            hint = "schrijf bijvoorbeeld: assen: [zorg_zelf, zorg_ander]"
            velden.bevindingen.add(knoop.plek, "assen", "'assen' noemt precies twee assen", hint)
    return "", ""


def read_lijst(
    velden: Velden, naam: str, parse: Callable[[str, Velden], T], *, check_stijl: bool = False
) -> dict[str, T]:
    """Return what each entry of a mapping describes, by its id; `check_stijl` for ids that are styles."""
    gevonden: dict[str, T] = {}
    rijen = velden.read_groep(naam)
    for sleutel, waarde in rijen:
        eigen_id = check_id(sleutel, velden.bevindingen)
        if eigen_id is None or (check_stijl and not read_stijl(sleutel, velden.bevindingen)):
            continue
        deel = Velden(waarde, velden.bevindingen, f"'{eigen_id}'")
        gevonden[eigen_id] = parse(eigen_id, deel)
        deel.check_onbekend()
    rijen.check_onbekend()
    return gevonden


def _parse_stijl(naam: str, velden: Velden) -> Stijl:
    return Stijl(
        id=naam,
        naam=velden.read_tekst("naam", verplicht=True),
        kort=velden.read_tekst("kort", verplicht=True),
        plek=_read_plek(velden),
        ook=velden.read_teksten("ook"),
        wat=velden.read_tekst("wat", verplicht=True),
        werkt_als=velden.read_teksten("werkt_als", verplicht=True),
        werkt_niet_als=velden.read_teksten("werkt_niet_als", verplicht=True),
        te_veel=velden.read_teksten("te_veel", verplicht=True),
        te_weinig=velden.read_teksten("te_weinig", verplicht=True),
        anderen_zien=velden.read_teksten("anderen_zien", verplicht=True),
        zo_benader_je=velden.read_teksten("zo_benader_je", verplicht=True),
        bron=velden.read_tekst("bron", verplicht=True),
        ik_en_ander=velden.read_tekst("ik_en_ander"),
    )


def _read_plek(velden: Velden) -> tuple[int, int]:
    knoop = velden.read_knoop("plek", verplicht=True)
    delen = knoop.delen if isinstance(knoop, Lijst) else []
    standen = [parse_geheel(deel.waarde) if isinstance(deel, Tekst) else None for deel in delen]
    match standen:
        case [int(zelf), int(ander)] if {zelf, ander} <= _PLEKKEN:
            return zelf, ander
        case _ if knoop is not None:
            hint = "schrijf bijvoorbeeld: plek: [2, 0]"
            velden.bevindingen.add(knoop.plek, "plek", "'plek' zijn twee getallen van 0 tot en met 2", hint)
    return 0, 0


def _parse_vaardigheid(naam: str, velden: Velden) -> Vaardigheid:
    return Vaardigheid(
        id=naam,
        naam=velden.read_tekst("naam", verplicht=True),
        stijlen=_read_belangen(velden),
        doel=velden.read_tekst("doel", verplicht=True),
        stappen=velden.read_teksten("stappen", verplicht=True),
        alleen=_read_oefening(velden, "alleen"),
        samen=_read_oefening(velden, "samen"),
        gelukt_als=velden.read_tekst("gelukt_als", verplicht=True),
        bron=velden.read_tekst("bron", verplicht=True),
    )


def _read_belangen(velden: Velden) -> dict[str, int]:
    knoop = velden.read_knoop("stijlen", verplicht=True)
    if knoop is None or (isinstance(knoop, Tekst) and knoop.waarde == _ALLE):
        return {}
    if not isinstance(knoop, Kaart):
        wat = f"'stijlen' is '{_ALLE}' of een groep stijlen"
        velden.bevindingen.add(knoop.plek, "stijlen", wat, "schrijf bijvoorbeeld: stijlen: {samenwerken: 3}")
        return {}
    deel = Velden(knoop, velden.bevindingen, "'stijlen'")
    belangen = {
        sleutel.waarde: deel.read_geheel(sleutel.waarde, 1, _HOOGSTE_BELANG) or 0
        for sleutel, _ in deel
        if read_stijl(sleutel, velden.bevindingen)
    }
    deel.check_onbekend()
    return belangen


def _read_oefening(velden: Velden, naam: str) -> Oefening:
    deel = velden.read_groep(naam)
    oefening = Oefening(
        met=deel.read_geheel("met", 1, _MEESTE_MENSEN) or 1,
        duur=deel.read_geheel("duur", 1, _LANGSTE_OEFENING, verplicht=True) or 0,
        opdracht=deel.read_tekst("opdracht", verplicht=True),
    )
    deel.check_onbekend()
    return oefening


def _parse_stijladvies(naam: str, velden: Velden) -> Stijladvies:
    return Stijladvies(
        stijl=naam,
        veel=velden.read_tekst("veel", verplicht=True),
        weinig=velden.read_tekst("weinig", verplicht=True),
        anders=velden.read_teksten("anders", verplicht=True),
        oefen=velden.read_teksten("oefen", verplicht=True),
        rem=velden.read_teksten("rem", verplicht=True),
        leervragen=velden.read_teksten("leervragen", verplicht=True),
        groep_veel=velden.read_teksten("groep_veel"),
        groep_weinig=velden.read_teksten("groep_weinig"),
        vraagkaart=velden.read_teksten("vraagkaart"),
        terugkijken_veel=velden.read_teksten("terugkijken_veel"),
        terugkijken_weinig=velden.read_teksten("terugkijken_weinig"),
        aanspreken_veel=_read_aanspreken(velden, "aanspreken_veel"),
        aanspreken_weinig=_read_aanspreken(velden, "aanspreken_weinig"),
    )


def _read_aanspreken(velden: Velden, naam: str) -> Aanspreektekst | None:
    knoop = velden.read_knoop(naam)
    if knoop is None:
        return None
    deel = Velden(knoop, velden.bevindingen, f"'{naam}'")
    teksten = (deel.read_teksten(soort, verplicht=True) for soort in Aanspreektekst._fields)
    aanspreken = Aanspreektekst(*teksten)
    deel.check_onbekend()
    return aanspreken


def _read_combinaties(velden: Velden) -> dict[tuple[str, str], Combinatie]:
    gevonden: dict[tuple[str, str], Combinatie] = {}
    for deel in read_delen(velden, "combinaties"):
        als = deel.read_groep("als")
        hoog, vraagt = _read_stijl(als, "stijl_hoog"), _read_stijl(als, "situatie_vraagt")
        als.check_onbekend()
        if (hoog, vraagt) in gevonden and hoog and vraagt:
            wat = f"de combinatie van {hoog} (zelf) en {vraagt} (gevraagd) staat er twee keer"
            velden.bevindingen.add(deel.plek, "dubbele-combinatie", wat, "haal een van de twee weg")
        tekst = deel.read_tekst("tekst", verplicht=True)
        gevonden[hoog, vraagt] = Combinatie(hoog, vraagt, tekst, deel.read_teksten("oefen", verplicht=True))
        deel.check_onbekend()
    return gevonden


def read_delen(velden: Velden, naam: str) -> Iterator[Velden]:
    """Yield the mappings of a required list, each to be read and checked by itself."""
    knoop = velden.read_knoop(naam, verplicht=True)
    if isinstance(knoop, Lijst) and knoop.delen:
        yield from (Velden(deel, velden.bevindingen, f"deel {i} van '{naam}'") for i, deel in enumerate(knoop.delen, 1))
    elif knoop is not None:
        wat = f"'{naam}' is een lijst met ten minste een deel"
        velden.bevindingen.add(knoop.plek, "geen-lijst", wat, "begin elk deel met een streepje")


def _read_stijl(velden: Velden, naam: str) -> str:
    knoop = velden.read_knoop(naam, verplicht=True)
    return "" if knoop is None else read_stijl(knoop, velden.bevindingen) or ""


def _read_algemeen(velden: Velden) -> AlgemeenAdvies:
    deel = velden.read_groep("algemeen")
    algemeen = AlgemeenAdvies(
        gelijk=deel.read_tekst("gelijk", verplicht=True),
        oefen=deel.read_teksten("oefen", verplicht=True),
        leervragen=deel.read_teksten("leervragen", verplicht=True),
        let_op=deel.read_teksten("let_op", verplicht=True),
        let_op_zelf=deel.read_teksten("let_op_zelf"),
        groep=deel.read_teksten("groep"),
        terugkijken=deel.read_teksten("terugkijken"),
    )
    deel.check_onbekend()
    return algemeen
