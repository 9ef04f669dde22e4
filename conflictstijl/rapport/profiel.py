"""A scored profile as a neutral document: four headings, what the numbers mean and what they do not."""

from collections.abc import Iterator, Sequence

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming
from conflictstijl.model.kennis import Kennis, Oefening, Profieladvies, Stijl, Vaardigheid
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Herkomst, Vragenlijst
from conflictstijl.rapport.gegeven import KLEIN, VEILIG, Gegeven, build_uniek, render_klein
from conflictstijl.rapport.mijnstijl import MINST_VERGELEKEN, build_stijl
from conflictstijl.rapport.overander import KOPPEN_ANDER, build_gesprek
from conflictstijl.rapport.passend import build_passend
from conflictstijl.tekst import render_opsomming, render_zin

KOPPEN = (
    "Mijn stijl",
    "Welke stijl werkt wanneer",
    "Wanneer kies ik een andere stijl",
    "Welke vaardigheid oefen ik",
)
"""The four headings of every personal report: the promise of the first source document."""

SLOT = "Goed om te weten"
"""The last heading of a report: its limits and where it comes from."""
_VOORBEELDEN = 2
"""Examples per style: a third one costs a screen and is read by few."""
_IN_DELEN = (
    "Binnen elk deel staan weinig vragen. Een stijl valt daar pas op als hij ver boven de rest uitkomt. "
    "Staat een stijl in elk deel hoog of laag? Dan kan hij toch belangrijk voor je zijn. Kijk in de tabel, en dan "
    "wat de situatie vraagt."
)
"""What holds when nothing stands out inside a part: a style that leads everywhere a little may not be passed over."""
_TELWOORD = {2: "tweeën", 3: "drieën"}


def build_document(profiel: Stijlprofiel, vragenlijst: Vragenlijst, kennis: Kennis, advies: Profieladvies) -> Document:
    """Return the personal report of one profile; one about someone else has conversation questions in it."""
    gegeven = Gegeven(profiel, vragenlijst, kennis, advies)
    koppen, anders = KOPPEN, _build_anders
    if gegeven.over_ander:
        koppen, anders = KOPPEN_ANDER, build_gesprek
    blokken: list[Blok] = [Kop(_build_titel(profiel, vragenlijst), 1)]
    for kop, deel in zip(koppen, (build_stijl, _build_wanneer, anders, _build_oefenen), strict=True):
        blokken += [Kop(kop), *deel(gegeven)]
    return Document((*blokken, *_build_slot(gegeven)))


def render_oefening(oefening: Oefening) -> str:
    """Return an exercise as one text: with whom, how long, what to do."""
    met = "Alleen" if oefening.met == 1 else f"Met z'n {_TELWOORD[oefening.met]}"
    return f"{met}, {oefening.duur} minuten: {oefening.opdracht}"


def render_herkomst(herkomst: Herkomst) -> str:
    """Return research status and licence as sentences; what is not known is left out."""
    delen = (herkomst.status, f"Licentie: {herkomst.licentie}" if herkomst.licentie else "")
    return " ".join(f"{render_zin(deel.rstrip('.'))}." for deel in delen if deel)


def _build_wanneer(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield how well choices fitted, and for each style in what situations it works."""
    yield from build_passend(gegeven)
    if gegeven.stijlen:
        yield Alinea("Elke stijl past ergens. Zo herken je waar:")
        yield Opsomming(tuple(map(_build_situaties, build_uniek(gegeven.stijlen.values()))))
    else:
        yield Alinea("Deze vragenlijst meet geen conflictstijlen. Er hoort dus geen advies over stijlen bij.")


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
    if gegeven.stijlen:
        yield Alinea(VEILIG)


def _build_kop(woord: str, waar: str, stijl: Stijl) -> Kop:
    return Kop(f"{woord}{f' ({waar})' if waar else ''}: {render_klein(stijl.kort)}", KLEIN)


def _build_oefenen(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield at most three skills with their exercises and one question to think about."""
    eerdere = ""
    for vaardigheid, reden in gegeven.advies.vaardigheden:
        yield from build_vaardigheid(vaardigheid, "" if reden == eerdere else reden)
        eerdere = reden
    namen = [vaardigheid.id for vaardigheid, _ in gegeven.advies.vaardigheden]
    if namen:
        opdracht = f"'conflictstijl vaardigheden' en daarachter {render_opsomming(namen, 'of')}"
        yield Alinea(f"Meer stappen en oefeningen? Typ {opdracht}.")
    yield Kop("Een vraag om over na te denken", KLEIN)
    yield Alinea(gegeven.advies.leervraag)


def _build_slot(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the limits of the result and where it comes from."""
    lijst = gegeven.lijst
    yield Kop(SLOT, KLEIN)
    algemeen = gegeven.kennis.adviezen.algemeen
    yield Opsomming(algemeen.let_op if gegeven.over_ander else (*algemeen.let_op_zelf, *algemeen.let_op))
    if lijst.variant and lijst.variant.let_op:
        yield Alinea(lijst.variant.let_op)
    bron = f"Vragenlijst '{lijst.id}', versie {lijst.versie}. {render_herkomst(lijst.herkomst)}"
    yield Alinea(bron.strip())


def _build_situatie_eerst(gegeven: Gegeven) -> str:
    if not gegeven.stijlen:
        return "Daarover zegt deze vragenlijst niets. Kijk wat de situatie vraagt en overleg met een collega."
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


def build_vaardigheid(vaardigheid: Vaardigheid, reden: str = "") -> Iterator[Blok]:
    """Yield a skill with its purpose, why it is named, an exercise and how you notice that it works."""
    yield Kop(vaardigheid.naam, KLEIN)
    yield Alinea(f"{vaardigheid.doel} {reden}".strip())
    gelukt = render_klein(vaardigheid.gelukt_als)
    yield Alinea(f"{render_oefening(vaardigheid.alleen)} Zo merk je later dat het lukt: {gelukt}")
