"""A filled-in worksheet: what is wrong with an answer, and what is still to be asked of whom."""

from collections.abc import Iterator

from conflictstijl.model.werkblad import (
    Bladdeel,
    Bladuitkomst,
    Invulling,
    Navraag,
    Navraagpunt,
    Regels,
    Vraageis,
    Werkblad,
    Werkvraag,
    check_vorm,
)
from conflictstijl.rekenen.leervraag import check_eis


def check_antwoord(vraag: Werkvraag, antwoord: Regels) -> tuple[str, ...]:
    """Return why an answer cannot stand, each as a sentence; empty for one that can.

    A question to someone else must be one; how sharp a learning question is remains advice.
    """
    bezwaren = check_vorm(vraag, antwoord)
    if bezwaren or vraag.eis is not Vraageis.VRAAG:
        return bezwaren
    return advise_antwoord(vraag, antwoord)


def advise_antwoord(vraag: Werkvraag, antwoord: Regels) -> tuple[str, ...]:
    """Return what could be better about an answer that can stand, each as a sentence."""
    return tuple(dict.fromkeys(reden for regel in antwoord for reden in check_eis(vraag.eis, regel)))


def build_uitkomst(werkblad: Werkblad, invulling: Invulling) -> Bladuitkomst:
    """Return a filled-in worksheet with what follows from it."""
    scherper = {
        vraag.vraag.id: redenen
        for vraag in werkblad.build_rij(())
        if (redenen := advise_antwoord(vraag.vraag, invulling.read_antwoord(vraag.vraag.id)))
    }
    return Bladuitkomst(werkblad, invulling, scherper, build_navragen(werkblad, invulling))


def build_navragen(werkblad: Werkblad, invulling: Invulling) -> tuple[Navraagpunt, ...]:
    """Return what is still to be asked: by subject, and within it the most vulnerable or unheard party first."""
    punten = (
        punt
        for deel in werkblad.delen
        if deel.navraag is not None
        for punt in _build_punten(deel, deel.navraag, invulling)
    )
    return tuple(punten)


def _build_punten(deel: Bladdeel, navraag: Navraag, invulling: Invulling) -> Iterator[Navraagpunt]:
    vragen = {vraag.id: vraag for vraag in deel.vragen}
    redenen = {
        partij: tuple(
            f"{vragen[naam].kort.lower()}: {keuze}"
            for naam, keuze in navraag.eerst
            if _read(invulling, naam, partij) == keuze
        )
        for partij in invulling.partijen
    }
    for naam in navraag.wat:
        for partij in sorted(invulling.partijen, key=lambda partij: -len(redenen[partij])):
            aanname = invulling.read_antwoord(naam, partij)
            # who left it open how this is known did not ask
            if not aanname or _read(invulling, navraag.gevraagd[0], partij) != navraag.gevraagd[1]:
                yield Navraagpunt(partij, vragen[naam], aanname, redenen[partij])


def _read(invulling: Invulling, naam: str, partij: str) -> str:
    return "".join(invulling.read_antwoord(naam, partij))
