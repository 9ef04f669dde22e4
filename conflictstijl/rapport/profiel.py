"""A scored profile as a neutral document: four headings, what the numbers mean and what they do not."""

from collections.abc import Iterator, Sequence

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte
from conflictstijl.model.kennis import EIGEN_LEZING, Oefening, Stijl, Vaardigheid
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.aanspreken import AANSPREKEN
from conflictstijl.rapport.gegeven import (
    KLEIN,
    VEILIG,
    Gegeven,
    build_uniek,
    render_herkomst,
    render_klein,
)
from conflictstijl.rapport.mijnstijl import MINST_VERGELEKEN, build_meldingen, build_stijl
from conflictstijl.rapport.overander import KOPPEN_ANDER, build_gesprek
from conflictstijl.rapport.passend import build_passend
from conflictstijl.rapport.uitkomst import WETEN, build_uitkomst, build_uitkomstdocument
from conflictstijl.rapport.vervolg import build_vervolg
from conflictstijl.tekst import render_opsomming

__all__ = ["KOPPEN", "SLOT", "build_document", "build_vaardigheid", "render_herkomst", "render_oefening"]

KOPPEN = (
    "Mijn stijl",
    "Welke stijl werkt wanneer",
    "Wanneer kies ik een andere stijl",
    "Welke vaardigheid oefen ik",
)
"""The four headings of every personal report: the promise of the first source document."""

SLOT = WETEN
"""The last heading of a report: its limits and where it comes from."""
_VOORBEELDEN = 2
"""Examples per style: a third one costs a screen and is read by few."""
_IN_DELEN = (
    "Binnen elk deel staan weinig vragen. Een stijl valt daar pas op als hij ver boven de rest uitkomt. "
    "Staat een stijl in elk deel hoog of laag? Dan kan hij toch belangrijk voor je zijn. Kijk in de tabel, en dan "
    "wat de situatie vraagt."
)
"""What holds when nothing stands out inside a part: a style that leads everywhere a little may not be passed over."""
_TERUG = "Wat deed ik, en wat gebeurde er toen?"
_RUIM, _KORT = 3, 2
"""Lines to write on, after an exercise and after a question to look back with."""
_DELEN = (
    f"Er hoort een blad bij om te delen: '{AANSPREKEN}'. Jij kiest of je dat deelt, en met wie. Je mag het eerst "
    "veranderen. Geef alleen dat blad, want in dit verslag staan je scores. Voel je je onveilig bij iemand? "
    "Houd het blad dan voor jezelf."
)
_BESTAND = "verslag.html"
_TELWOORD = {2: "tweeën", 3: "drieën"}


def build_document(gegeven: Gegeven) -> Document:
    """Return the personal report of one profile; one about someone else has conversation questions in it.

    A questionnaire that measures no styles has a report of its own (see `uitkomst`).
    One to keep has room to write; the page that may be shared is a document of its own (see `aanspreken`).
    """
    titel = _build_titel(gegeven.profiel, gegeven.lijst)
    if not gegeven.stijlen:
        return build_uitkomstdocument(gegeven, titel)
    koppen, anders = KOPPEN, _build_anders
    if gegeven.over_ander:
        koppen, anders = KOPPEN_ANDER, build_gesprek
    blokken: list[Blok] = [Kop(titel, 1)]
    for kop, deel in zip(koppen, (_build_mijn, _build_wanneer, anders, _build_oefenen), strict=True):
        blokken += [Kop(kop), *deel(gegeven)]
    return Document((*blokken, *_build_slot(gegeven)))


def _build_mijn(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the scores and what stands out, the outcome where the questionnaire has any, and what to bear in mind."""
    yield from build_stijl(gegeven)
    yield from build_uitkomst(gegeven)
    if gegeven.verder:
        yield build_vervolg(gegeven.verder)
    yield from build_meldingen(gegeven)


def render_oefening(oefening: Oefening) -> str:
    """Return an exercise as one text: with whom, how long, what to do."""
    met = "Alleen" if oefening.met == 1 else f"Met z'n {_TELWOORD[oefening.met]}"
    return f"{met}, {oefening.duur} minuten: {oefening.opdracht}"


def _build_wanneer(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield how well choices fitted, and for each style in what situations it works."""
    yield from build_passend(gegeven)
    yield Alinea("Elke stijl past ergens. Zo herken je waar:")
    yield Opsomming(tuple(map(_build_situaties, build_uniek(gegeven.stijlen.values()))))


def _build_anders(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield when another style fits better than the one that stands out."""
    hoog, laag = map(gegeven.read_genoemd, (gegeven.profiel.duidelijk_hoog, gegeven.profiel.duidelijk_laag))
    for stijl in hoog:
        yield _build_kop("Vaker dan de rest", gegeven.render_waar(stijl, hoog=True), stijl)
        yield Opsomming(gegeven.kennis.adviezen.stijlen[stijl.id].anders)
        yield Alinea(f"Herken je dit? Dan is het misschien te veel: {_build_tekens(stijl.te_veel)}")
    for stijl in laag:
        yield _build_kop("Minder vaak dan de rest", gegeven.render_waar(stijl, hoog=False), stijl)
        yield Alinea(f"Herken je dit? Dan is het misschien te weinig: {_build_tekens(stijl.te_weinig)}")
    if not hoog + laag:
        yield Alinea(_build_situatie_eerst(gegeven))
    yield Alinea(VEILIG)


def _build_kop(woord: str, waar: str, stijl: Stijl) -> Kop:
    return Kop(f"{woord}{f' ({waar})' if waar else ''}: {render_klein(stijl.kort)}", KLEIN)


def _build_oefenen(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield at most three skills with their exercises and one question to think about."""
    eerdere = ""
    for vaardigheid, reden in gegeven.advies.vaardigheden:
        yield from build_vaardigheid(vaardigheid, "" if reden == eerdere else reden, ruimte=gegeven.bewaren)
        eerdere = reden
    namen = [vaardigheid.id for vaardigheid, _ in gegeven.advies.vaardigheden]
    if namen:
        opdracht = f"'conflictstijl vaardigheden' en daarachter {render_opsomming(namen, 'of')}"
        yield Alinea(f"Meer stappen en oefeningen? Typ {opdracht}.")
    yield Kop("Een vraag om over na te denken", KLEIN)
    yield from _build_vragen(gegeven)


def _build_vragen(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the question to think about, and in a report to keep those to look back with."""
    yield Alinea(gegeven.advies.leervraag)
    if not gegeven.bewaren:
        return
    yield Schrijfruimte(_RUIM)
    if gegeven.advies.terugkijken:
        yield Kop("Om later op terug te kijken", KLEIN)
        yield Alinea("Lees deze vragen over een paar weken nog eens.")
    for vraag in gegeven.advies.terugkijken:
        yield from (Alinea(vraag), Schrijfruimte(_KORT))
    yield from _build_ik_en_ander(gegeven)


def _build_ik_en_ander(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the question about oneself and the other, of the style that stands out most; once, for more is a test."""
    hoog, laag = map(gegeven.read_genoemd, (gegeven.profiel.duidelijk_hoog, gegeven.profiel.duidelijk_laag))
    vragen = [stijl.ik_en_ander for stijl in hoog or laag if stijl.ik_en_ander]
    if vragen:
        yield from (Alinea(f"{vragen[0]} {EIGEN_LEZING}"), Schrijfruimte(_KORT))


def _build_slot(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the limits of the result and where it comes from."""
    lijst = gegeven.lijst
    yield Kop(SLOT, KLEIN)
    algemeen = gegeven.kennis.adviezen.algemeen
    yield Opsomming(algemeen.let_op if gegeven.over_ander else (*algemeen.let_op_zelf, *algemeen.let_op))
    if lijst.variant and lijst.variant.let_op:
        yield Alinea(lijst.variant.let_op)
    yield from _build_bewaren(gegeven)
    yield Alinea(gegeven.render_bron())


def _build_bewaren(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield whose result it is, and how to get the page to share; nothing when it is about someone else."""
    if not gegeven.over_ander:
        yield Alinea(f"De uitslag is van jou. {_render_bewaren(gegeven)}")


def _render_bewaren(gegeven: Gegeven) -> str:
    if gegeven.bewaren:
        return _DELEN
    return f"Met -o {_BESTAND}, of met toets b, krijg je ook schrijfruimte en een blad om te delen."


def _build_situatie_eerst(gegeven: Gegeven) -> str:
    if sum(map(len, gegeven.profiel.volgorde)) < MINST_VERGELEKEN:
        return "Dat hangt van de situatie af. Kijk wat die vraagt en kies daar je stijl bij."
    if len(gegeven.delen) > 1:
        return _IN_DELEN
    return gegeven.kennis.adviezen.algemeen.gelijk


def _build_titel(profiel: Stijlprofiel, vragenlijst: Vragenlijst) -> str:
    variant = vragenlijst.variant
    naam = f": {render_klein(variant.naam)}" if variant and not variant.standaard else ""
    deelnemer = f" - {profiel.deelnemer}" if profiel.deelnemer else ""
    return f"{vragenlijst.titel}{naam}{deelnemer}"


def _build_situaties(stijl: Stijl) -> str:
    """Return a style with examples of where it works, as one text."""
    eerste, *andere = stijl.werkt_als[:_VOORBEELDEN]
    return " ".join([f"{stijl.kort}: {eerste}", *(f"Of {zin[:1].lower()}{zin[1:]}" for zin in andere)])


def _build_tekens(zinnen: Sequence[str]) -> str:
    return " ".join(zinnen[:_VOORBEELDEN])


def build_vaardigheid(vaardigheid: Vaardigheid, reden: str = "", *, ruimte: bool = False) -> Iterator[Blok]:
    """Yield a skill with its purpose, why it is named, an exercise and how you notice that it works.

    With `ruimte` there is room to write what came of it.
    """
    yield Kop(vaardigheid.naam, KLEIN)
    yield Alinea(f"{vaardigheid.doel} {reden}".strip())
    gelukt = render_klein(vaardigheid.gelukt_als)
    yield Alinea(f"{render_oefening(vaardigheid.alleen)} Zo merk je later dat het lukt: {gelukt}")
    if ruimte:
        yield from (Alinea(_TERUG), Schrijfruimte(_RUIM))
