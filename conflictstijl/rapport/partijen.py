"""The parties in a situation: what each says and needs, and what nobody asked yet."""

from collections.abc import Iterator, Sequence

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming
from conflictstijl.model.situatie import Partij
from conflictstijl.rapport.gegeven import KLEIN


def build_partijen(partijen: Sequence[Partij]) -> Iterator[Blok]:
    """Yield what is known about each party, and then what is still to be asked; nothing when there are none."""
    if not partijen:
        return
    yield Kop("Wie erbij horen")
    for partij in partijen:
        yield from build_partij(partij)
    open_ = [partij for partij in partijen if not partij.gevraagd]
    if open_:
        yield Kop("Nog na te vragen", KLEIN)
        yield Alinea("Dit bedacht je zelf. Vraag het na voordat je erop bouwt:")
        yield Opsomming(tuple(f"{partij.naam}: {partij.belang or 'het belang is nog onbekend'}" for partij in open_))


def build_partij(partij: Partij) -> Iterator[Blok]:
    """Yield what is known about one party, and whether that was asked."""
    yield Kop(partij.naam, KLEIN)
    delen = (
        ("Zegt" if partij.gevraagd else "Zegt misschien", partij.standpunt),
        ("Belang", partij.belang),
        ("Heeft nodig", partij.behoefte),
        ("Wenst", partij.wens),
        ("Wat je kunt bieden", partij.bieden),
    )
    weet = "Dit is gevraagd." if partij.gevraagd else "Dit is aangenomen en nog niet gevraagd."
    yield Opsomming((*(f"{naam}: {tekst}" for naam, tekst in delen if tekst), weet))
