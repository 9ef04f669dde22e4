"""The report of a questionnaire that measures no styles: its outcome, what was filled in, and what comes next."""

from collections.abc import Iterator
from typing import Any

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte
from conflictstijl.model.uitkomst import Uitkomststand
from conflictstijl.model.vragen import Keuze, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import KLEIN, Gegeven
from conflictstijl.rapport.mijnstijl import build_meldingen, build_stijl
from conflictstijl.rapport.overander import build_gesprek
from conflictstijl.rapport.passend import build_passend
from conflictstijl.rapport.vervolg import build_vervolg, build_vervolggegevens
from conflictstijl.tekst import render_zin

UITKOMST, INGEVULD, VERDER, WETEN = "Je uitkomst", "Wat je invulde", "Verder", "Goed om te weten"
KOPPEN_UITKOMST = (UITKOMST, INGEVULD, VERDER, WETEN)
"""The headings of a report without styles; one without anything below it is left out."""
KOPPEN_ORGANISATIE = ("Jullie uitkomst", "Wat jullie invulden", VERDER, WETEN)
"""The same for the people of an organisation, who filled it in together."""
_EERST_VEILIG = (
    "Speelt er geweld, dwang of gevaar, of twijfel je daarover? {} Bel bij direct gevaar 112. Overleg anders eerst met "
    "een collega of Veilig Thuis (0800-2000)."
)
_DAN = {False: "Gebruik deze uitkomst dan niet.", True: "Volg dan alleen de stappen over veiligheid."}
"""What to do with an outcome then: most do not fit, and one that is about safety itself is what to follow."""
_NOODNUMMER = "112"
_OPEN = "Er is nog geen uitkomst, want met deze antwoorden is er meer dan één mogelijk. Deze vragen beslissen:"
_GEEN = "Bij deze antwoorden hoort geen uitkomst. Bespreek ze met een collega."
_BESTAND = "verslag.html"
_RUIMTE_BIJ = f"Met -o {_BESTAND}, of met toets b, krijg je ook schrijfruimte."
_VRAAG_DOEN = {False: "Wat ga ik doen, en wanneer?", True: "Wat gaan we doen, en wanneer?"}
_VAN_WIE = {
    False: ("De uitslag is van jou.", "Jij kiest met wie je hem deelt."),
    True: ("De uitslag is van jullie organisatie.", "Spreek samen af met wie jullie hem delen."),
}
"""Whose the result is and who shares it: of one person, or of the people of an organisation."""
_RUIMTE = 3


def build_uitkomstdocument(gegeven: Gegeven, titel: str) -> Document:
    """Return the report of one sheet; one to keep has room to write down what somebody is going to do."""
    koppen = KOPPEN_ORGANISATIE if gegeven.organisatie else KOPPEN_UITKOMST
    delen = zip(koppen, (build_uitkomst, _build_ingevuld, _build_verder, _build_weten), strict=True)
    blokken: list[Blok] = [Kop(titel, 1)]
    if gegeven.lijst.veiligheid:
        blokken.append(Alinea(_EERST_VEILIG.format(_DAN[_check_veiligheid(gegeven)])))
    for kop, deel in delen:
        inhoud = list(deel(gegeven))
        blokken += [Kop(kop), *inhoud] if inhoud else []
    return Document(tuple(blokken))


def _check_veiligheid(gegeven: Gegeven) -> bool:
    """Return True when the steps of the outcome are about safety: they name the emergency number."""
    stand = gegeven.profiel.uitkomst
    return bool(stand and stand.uitkomst and any(_NOODNUMMER in zin for zin in stand.uitkomst.doe))


def build_uitkomst(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the outcome with what to do; without one why there is none. Nothing where outcomes do not exist."""
    stand = gegeven.profiel.uitkomst
    if stand is None:
        return
    if stand.uitkomst is None:
        yield from _build_open(gegeven.lijst, stand)
        return
    yield from (Kop(stand.uitkomst.titel, KLEIN), Alinea(stand.uitkomst.tekst))
    if stand.uitkomst.doe:
        kun = "Dit kunnen jullie doen:" if gegeven.organisatie else "Dit kun je doen:"
        yield from (Alinea(kun), Opsomming(stand.uitkomst.doe))
    if gegeven.bewaren:
        yield from (Alinea(_VRAAG_DOEN[gegeven.organisatie]), Schrijfruimte(_RUIMTE))


def _build_open(lijst: Vragenlijst, stand: Uitkomststand) -> Iterator[Blok]:
    if not stand.beslissen:
        yield Alinea(_GEEN)
        return
    vragen = {vraag.id: vraag for vraag in lijst.vragen}
    yield Alinea(_OPEN)
    yield Opsomming(tuple(_render_vraag(vragen[naam]) for naam in stand.beslissen))


def _render_vraag(vraag: Vraag) -> str:
    return vraag.vraag or vraag.casus if isinstance(vraag, Keuze) else vraag.tekst


def _build_ingevuld(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the scores, how choices fitted, the answers that the outcome rests on, and what these may suffer from."""
    yield from build_stijl(gegeven)
    yield from build_passend(gegeven)
    antwoorden = gegeven.profiel.uitkomst.antwoorden if gegeven.profiel.uitkomst else ()
    if antwoorden:
        punten = any(score.exact is not None for score in gegeven.profiel.scores.values())
        yield Alinea(
            "Naast de punten telt ook apart mee:" if punten else "Deze antwoorden tellen mee voor de uitkomst:"
        )
        yield Opsomming(tuple(_render_antwoord(vraag, antwoord) for vraag, antwoord in antwoorden))
    yield from build_meldingen(gegeven)


def _render_antwoord(vraag: str, antwoord: str) -> str:
    woord = antwoord.rstrip(".")
    return f"{vraag} {render_zin(woord)}." if vraag.endswith("?") else f"{vraag.rstrip('.')} ({woord})."


def _build_verder(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield what to go on with, and how to talk about it when it is about someone else."""
    if gegeven.verder:
        yield build_vervolg(gegeven.verder)
    if gegeven.over_ander:
        yield Kop("Hoe praten we erover", KLEIN)
        yield from build_gesprek(gegeven)


def _build_weten(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the limits of the outcome and where it comes from."""
    lijst, algemeen = gegeven.lijst, gegeven.kennis.adviezen.algemeen
    # what helps before or during a conflict is about that, not about oneself
    zelf = not (gegeven.over_ander or lijst.moment)
    # what to do when it is not safe stands above already
    let_op = [zin for zin in algemeen.let_op if not (lijst.veiligheid and _NOODNUMMER in zin)]
    yield Opsomming((*(algemeen.let_op_zelf if zelf else ()), *let_op))
    if lijst.variant and lijst.variant.let_op:
        yield Alinea(lijst.variant.let_op)
    if not gegeven.over_ander:
        van_wie, delen = _VAN_WIE[gegeven.organisatie]
        yield Alinea(f"{van_wie} {delen if gegeven.bewaren else _RUIMTE_BIJ}")
    yield Alinea(gegeven.render_bron())


def build_uitkomstgegevens(stand: Uitkomststand | None) -> dict[str, Any]:
    """Return the outcome as data: the keys that it adds to a profile, none for a questionnaire without outcomes."""
    if stand is None:
        return {}
    if stand.uitkomst is None:
        reden = "antwoorden_open" if stand.beslissen else "geen_past"
        return {"uitkomst": None, "reden": reden, "beslissen_nog": list(stand.beslissen)}
    een = stand.uitkomst
    verder = build_vervolggegevens(een.verder)
    return {"uitkomst": {"titel": een.titel, "tekst": een.tekst, "doe": list(een.doe), "verder": verder}}
