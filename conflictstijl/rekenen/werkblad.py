"""A filled-in worksheet: what is wrong with an answer, and what is still to be asked of whom."""

from collections.abc import Iterator

from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.bladvorm import check_vorm
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
)
from conflictstijl.rekenen.bladstappen import build_beste, build_stappen, read_redenen
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
    """Return a filled-in worksheet with what follows from it.

    Answers to what is not asked are left out, and so is what only helped to think (see `clean_denkwerk`): nothing is
    said about it either.
    """
    rij = build_bladrij(werkblad, invulling.antwoorden)
    geldig = invulling._replace(antwoorden=rij.antwoorden)
    getoond = [een.vraag for een in rij.vragen if not een.groep and een.vraag.in_verslag]
    scherper = {
        vraag.id: redenen for vraag in getoond if (redenen := advise_antwoord(vraag, geldig.read_antwoord(vraag.id)))
    }
    return Bladuitkomst(
        *(werkblad, clean_denkwerk(werkblad, geldig), rij.vragen, scherper),
        navragen=build_navragen(werkblad, geldig),
        stappen=build_stappen(werkblad, geldig),
        beste=build_beste(werkblad, geldig),
    )


def clean_denkwerk(werkblad: Werkblad, invulling: Invulling) -> Invulling:
    """Return a worksheet without the answers that go into no report: they are not kept and not handed on either."""
    weg = {vraag.id for deel in werkblad.delen for vraag in deel.vragen if not vraag.in_verslag}
    antwoorden = {plaats: regels for plaats, regels in invulling.antwoorden.items() if plaats[1] not in weg}
    return invulling._replace(antwoorden=antwoorden)


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
    redenen = {partij: read_redenen(deel, navraag.eerst, invulling, partij) for partij in invulling.partijen}
    for naam in navraag.wat:
        for partij in sorted(invulling.partijen, key=lambda partij: -len(redenen[partij])):
            aanname = invulling.read_antwoord(naam, partij)
            gevraagd = invulling.read_antwoord(navraag.gevraagd[0], partij) == (navraag.gevraagd[1],)
            # who left it open how this is known did not ask
            if not aanname or not gevraagd:
                yield Navraagpunt(partij, vragen[naam], aanname, redenen[partij])
