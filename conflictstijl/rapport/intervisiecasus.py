"""The case in a preparation: a sheet for everyone without any advice, and one with the styles for the facilitator."""

from collections.abc import Iterator

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming
from conflictstijl.model.situatie import VEILIG, Casus, Partij, Situatiekennis
from conflictstijl.rapport.profiel import render_herkomst
from conflictstijl.rapport.situatie import Situatie, build_advies, build_let_op, build_redenen

_VEILIGHEID = (
    "Onveilig betekent geweld, misbruik, verwaarlozing, dwang of dreiging. Een vermoeden telt ook mee. "
    "Is het antwoord nee, of twijfelt iemand? Bespreek deze casus dan niet. "
    "Overleg eerst met een collega of Veilig Thuis (0800-2000). Bel bij gevaar 112."
)


def render_veiligheidsvraag(casus: Casus | None, situaties: Situatiekennis) -> str:
    """Return the question that comes before a case; empty when the case says that everyone is safe, or has none."""
    return "" if casus is None or casus.veiligheid == VEILIG else situaties.poort.kenmerk.vraag


def build_casus(casus: Casus, situaties: Situatiekennis, *, dicht: bool, eigen: bool) -> Iterator[Blok]:
    """Yield a case to read and discuss; `dicht` when nobody said yet that everyone is safe.

    Where it comes from is told of a shipped one: of one's own (`eigen`) everybody knows.
    """
    yield Kop(f"Casus: {casus.titel}", 1)
    yield from _build_veiligheid(render_veiligheidsvraag(casus, situaties), dicht=dicht)
    yield Alinea(casus.verhaal)
    for partij in casus.partijen:
        yield Kop(partij.naam)
        yield Opsomming(tuple(_build_partij(partij)))
    if casus.bespreekvragen:
        yield Kop("Om te bespreken")
        yield Opsomming(casus.bespreekvragen)
    if not eigen:
        yield Alinea(f"Bron: {casus.herkomst.bron}. {render_herkomst(casus.herkomst)}")


def _build_veiligheid(vraag: str, *, dicht: bool) -> Iterator[Blok]:
    if vraag:
        yield Alinea(f"Eerst de veiligheid. {vraag} {_VEILIGHEID}")
    if dicht:
        yield Alinea("Stijlen staan er nog niet bij. Die komen pas als iemand zei dat het voor iedereen veilig is.")


def _build_partij(partij: Partij) -> Iterator[str]:
    delen = (
        ("Zegt" if partij.gevraagd else "Zegt misschien", partij.standpunt),
        (f"Belang ({'gevraagd' if partij.gevraagd else 'nog na te vragen'})", partij.belang),
        ("Heeft nodig", partij.behoefte),
        ("Wenst", partij.wens),
    )
    yield from (f"{naam}: {tekst}" for naam, tekst in delen if tekst)


def build_stijlopties(situatie: Situatie) -> Iterator[Blok]:
    """Yield the advice about a case with all five styles, and a question that argues against it."""
    yield Kop("Stijlopties bij deze casus", 1)
    yield Alinea("Voor de begeleider. Deel dit pas als de groep zelf opties bedacht. 'Je' is wie de casus inbrengt.")
    yield from build_advies(situatie)
    redenen = list(build_redenen(situatie))
    if redenen:
        yield from (Kop("Alle vijf de stijlen"), *redenen)
    yield from (Kop("De tegenvraag"), Alinea(render_tegenvraag(situatie)))
    yield Alinea("Vraag één deelnemer om deze kant vijf minuten te verdedigen.")
    yield from (Kop("Goed om te weten"), *build_let_op(situatie))


def render_tegenvraag(situatie: Situatie) -> str:
    """Return a question that argues for the style that came last."""
    laatste = situatie.read_naam(situatie.advies.stijlen[-1].stijl)
    return f"Stel dat dit hier toch het beste past: {laatste}. Wat zien jullie dan nu nog niet?"
