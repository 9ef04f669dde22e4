"""How well choices fitted the situations: against chance, and case by case."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from conflictstijl.model.document import Alinea, Blok, Opsomming
from conflictstijl.model.profiel import NIET_GEVRAAGD, Geval, Schaalscore, Toeval
from conflictstijl.model.vragen import Keuze
from conflictstijl.model.vragenlijst import Schaal
from conflictstijl.rapport.gegeven import Gegeven, render_klein
from conflictstijl.rapport.staven import render_reden, render_waarde, render_woord

_ZINSEINDE = re.compile(r"(?<=[.?!])\s+(?=[^a-z])")
"""Between two sentences; not behind an abbreviation."""


def build_passend(gegeven: Gegeven) -> Iterator[Blok]:
    """Yield the scales of performance with what chance would give, and every case with what fits there."""
    prestatie = [schaal for schaal in gegeven.lijst.schalen if schaal.prestatie]
    for schaal in prestatie:
        score = gegeven.profiel.scores[schaal.id]
        if score.reden != NIET_GEVRAAGD:
            yield Alinea(_render_score(gegeven, schaal, score))
    # a case does not tell to which of several scales it belongs
    gevallen = [geval for geval in gegeven.profiel.gevallen if geval.punten is not None]
    if gevallen and len(prestatie) == 1:
        yield Alinea(_render_oordeel(gevallen))
        yield Opsomming(tuple(_render_geval(gegeven, geval) for geval in gevallen), genummerd=True)


def _render_score(gegeven: Gegeven, schaal: Schaal, score: Schaalscore) -> str:
    delen = {deel.id: f" ({render_klein(deel.naam)})" for deel in gegeven.lijst.onderdelen}
    naam = f"{schaal.naam}{delen.get(schaal.onderdeel, '')}"
    if score.exact is None:
        return f"{naam}: {render_reden(score)}."
    toeval = score.toeval
    if toeval is None or toeval.laagste == toeval.hoogste:
        return f"{', '.join(filter(None, (f'{naam}: {render_waarde(gegeven, score)}', render_woord(score))))}."
    bereik = toeval.hoogste - toeval.laagste
    getallen = (score.exact, toeval.van, toeval.tot)
    waarde, van, tot = (round(100 * (getal - toeval.laagste) / bereik) for getal in getallen)
    woord = ", ".join(filter(None, (f"{waarde} van de 100 punten", render_woord(score))))
    grenzen = f"Wie zomaar antwoordt, komt meestal uit tussen {van} en {tot}."
    return f"{naam}: {woord}. {grenzen} {_render_toeval(score.exact, toeval)}"


def _render_toeval(waarde: Fraction, toeval: Toeval) -> str:
    """Return what a score among random ones says; one inside their range says nothing."""
    if toeval.van <= waarde <= toeval.tot:
        return "Jouw score valt daarbinnen. Over hoe goed je kiest, zegt die dus niets."
    woord = "beter" if waarde > toeval.tot else "minder goed"
    return f"Jouw keuzes passen {woord} bij de situatie dan toeval verklaart."


def _render_oordeel(gevallen: Sequence[Geval]) -> str:
    beste = sum(geval.punten == geval.hoogste for geval in gevallen)
    return (
        f"In {beste} van de {len(gevallen)} situaties koos je wat volgens de makers het best past. "
        "Zie jij het anders? Bespreek het dan met een collega."
    )


def _render_geval(gegeven: Gegeven, geval: Geval) -> str:
    keuze = next(item for item in gegeven.lijst.items if isinstance(item, Keuze) and item.id == geval.item)
    eerste = _ZINSEINDE.split(keuze.casus or keuze.vraag or f"Vraag {keuze.id}")[0]
    zin = eerste if eerste.endswith((".", "?", "!")) else f"{eerste}."
    past = f"Hier past {gegeven.render_klein(geval.passend, 'of')} het best." if geval.passend else ""
    return " ".join(filter(None, (zin, _render_keus(gegeven, geval), keuze.toelichting or past)))


def _render_keus(gegeven: Gegeven, geval: Geval) -> str:
    if geval.gekozen:
        return f"Jij koos {gegeven.render_klein(geval.gekozen)}."
    return "Jij koos wat hier het best past." if geval.punten == geval.hoogste else "Jij koos iets anders."
