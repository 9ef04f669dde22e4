"""What stands around the scored items: background, practice and open questions."""

from conflictstijl.laden.knopen import Lijst, Tekst
from conflictstijl.laden.opties import Kader
from conflictstijl.laden.teksten import Tekstlezer
from conflictstijl.laden.velden import Velden, check_id, check_leeg
from conflictstijl.laden.voorwaarden import check_nieuw, parse_voorwaarden
from conflictstijl.model.vragen import Achtergrondvraag, OpenVraag, Vraag
from conflictstijl.tekst import fold_tekst, render_citaat

_MEESTE = 50
_MINSTE_ANTWOORDEN = 2


def parse_achtergrond(
    velden: Velden, lezer: Tekstlezer, eerder: dict[str, Vraag | None]
) -> tuple[Achtergrondvraag, ...]:
    """Return the questions about the respondent, which are asked first; they are added to `eerder`."""
    if velden.read_knoop("achtergrond") is None:
        return ()
    groep = velden.read_groep("achtergrond")
    vragen: list[Achtergrondvraag] = []
    for sleutel, knoop in groep:
        naam = check_id(sleutel, velden.bevindingen)
        deel = Velden(knoop, velden.bevindingen, f"achtergrondvraag {render_citaat(sleutel.waarde)}")
        als = parse_voorwaarden(deel.read_knoop("als"), eerder, velden.bevindingen)
        tekst = lezer.read_veld(deel, "vraag", {}, verplicht=True)
        vraag = Achtergrondvraag(naam or "", tekst, _read_antwoorden(deel), als)
        deel.check_onbekend()
        vragen.append(vraag)
        eerder[vraag.id] = vraag if len(vraag.antwoorden) >= _MINSTE_ANTWOORDEN else None
    groep.check_onbekend()
    return tuple(vragen)


def _read_antwoorden(velden: Velden) -> tuple[str, ...]:
    antwoorden = velden.read_teksten("antwoorden", verplicht=True)
    knoop = velden.read_knoop("antwoorden")
    if knoop is None or not antwoorden:
        return antwoorden
    anders = {fold_tekst(antwoord) for antwoord in antwoorden}
    if len(anders) < len(antwoorden) or not _MINSTE_ANTWOORDEN <= len(antwoorden) <= _MEESTE:
        wat = f"hier horen {_MINSTE_ANTWOORDEN} tot en met {_MEESTE} verschillende antwoorden"
        velden.bevindingen.add(knoop.plek, "achtergrond", wat, "schrijf bijvoorbeeld: antwoorden: [ja, nee]")
    return antwoorden


def parse_oefen(velden: Velden, kader: Kader) -> tuple[str, ...]:
    """Return the practice statements: asked on the answers of the questionnaire, never kept."""
    knoop = velden.read_knoop("oefen")
    if knoop is None:
        return ()
    if velden.read_knoop("antwoorden") is None:
        wat = "oefenstellingen hebben 'antwoorden' nodig, en die zijn er niet"
        velden.bevindingen.add(knoop.plek, "oefen", wat, "haal 'oefen' weg, of voeg 'antwoorden' toe")
    delen = knoop.delen if isinstance(knoop, Lijst) else [knoop]
    if not delen:
        velden.read_teksten("oefen")
    return tuple(tekst for deel in delen if (tekst := kader.lezer.read(deel, {}, velden.bevindingen)))


def parse_open(velden: Velden, kader: Kader, eerder: dict[str, Vraag | None]) -> tuple[OpenVraag, ...]:
    """Return the questions answered in own words, which are asked last; they are added to `eerder`."""
    knoop = velden.read_knoop("open")
    if knoop is None:
        return ()
    delen = knoop.delen if isinstance(knoop, Lijst) else []
    if not delen:
        hint = "begin elke vraag op een eigen regel met '- vraag: tekst'"
        velden.bevindingen.add(knoop.plek, "open", "'open' is een lijst van vragen", hint)
    elif len(delen) > _MEESTE:
        wat = f"er zijn meer dan {_MEESTE} open vragen"
        velden.bevindingen.add(delen[_MEESTE].plek, "open", wat, "haal er een paar weg")
    vragen: list[OpenVraag] = []
    for nummer, deel in enumerate(delen[:_MEESTE], 1):
        if isinstance(deel, Tekst) and not check_leeg(deel):
            wat = f"voor de tekst van open vraag {nummer} ontbreekt 'vraag:'"
            velden.bevindingen.add_onbruikbaar(deel.plek, "open", wat, "schrijf '- vraag: tekst'")
        vraag = _parse_open(Velden(deel, velden.bevindingen, f"open vraag {nummer}"), nummer, kader, eerder)
        eerder.setdefault(vraag.id, vraag)
        vragen.append(vraag)
    return tuple(vragen)


def _parse_open(velden: Velden, nummer: int, kader: Kader, eerder: dict[str, Vraag | None]) -> OpenVraag:
    knoop = velden.read_knoop("id")
    naam = (knoop is not None and check_id(knoop, velden.bevindingen)) or f"open-{nummer}"
    check_nieuw(naam, eerder, velden.plek if knoop is None else knoop.plek, velden.bevindingen)
    als = parse_voorwaarden(velden.read_knoop("als"), eerder, velden.bevindingen)
    tekst = kader.lezer.read_veld(velden, "vraag", {}, verplicht=True)
    velden.check_onbekend()
    return OpenVraag(naam, tekst, als)
