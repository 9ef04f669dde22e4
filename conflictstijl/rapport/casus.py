"""A practice case as a neutral document: story, parties, questions to discuss, pitfalls."""

from collections.abc import Iterator

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming
from conflictstijl.model.situatie import VEILIG, Casus, Situatiekennis
from conflictstijl.rapport.partijen import build_partij
from conflictstijl.rapport.profiel import render_herkomst


def build_casusdocument(casus: Casus, situaties: Situatiekennis, opdracht: str = "") -> Document:
    """Return a case to read and discuss; it holds no advice, and where it may be unsafe the question comes first.

    `opdracht` is the command that advises about it.
    """
    blokken: list[Blok] = [Kop(casus.titel, 1), *_build_veiligheid(casus, situaties), Alinea(casus.verhaal)]
    blokken += [Kop("Wie erbij horen"), *(blok for partij in casus.partijen for blok in build_partij(partij))]
    for kop, delen in (("Om te bespreken", casus.bespreekvragen), ("Wat hier makkelijk misgaat", casus.valkuilen)):
        if delen:
            blokken += [Kop(kop), Opsomming(delen)]
    if opdracht:
        blokken += [Alinea(f"Advies bij deze casus: {opdracht}")]
    bron = f"Bron: {casus.herkomst.bron}." if casus.herkomst.bron else ""
    return Document((*blokken, Alinea(f"{bron} {render_herkomst(casus.herkomst)}".strip())))


def _build_veiligheid(casus: Casus, situaties: Situatiekennis) -> Iterator[Blok]:
    if casus.veiligheid != VEILIG:
        vraag = situaties.poort.kenmerk.vraag
        yield Alinea(f"Eerst de veiligheid: {vraag} {situaties.poort.kenmerk.uitleg}")
        yield Alinea(
            "Is het antwoord nee, of twijfel je? Breng de mensen dan niet samen aan tafel. "
            "Overleg eerst met een collega of Veilig Thuis (0800-2000)."
        )
