"""The style a situation asks for beside what somebody says to do: text, skills and a learning question."""

from collections.abc import Iterator, Sequence

from conflictstijl.model.kennis import Kennis, Vaardigheid
from conflictstijl.model.situatie import Gebruik, Leervraag, Rol, Situatieadvies, Situatiekennis, Verschil
from conflictstijl.rekenen.advies import MEESTE_VAARDIGHEDEN


def compare_gebruik(advies: Sequence[str], gebruik: Gebruik, kennis: Kennis, rol: Rol | None = None) -> Verschil:
    """Return how the styles that fit best lie beside the ones somebody says to use.

    Of styles that fit equally well the one that stands out is taken. `gewoon` stays empty when none stands out.
    """
    gevraagd = next((stijl for stijl in gebruik.hoog if stijl in advies), advies[0])
    past = gevraagd in gebruik.hoog
    gewoon = gevraagd if past else next(iter(gebruik.hoog), "")
    if rol and rol.gewoonte:
        # advice for a party would have this role take a side
        return Verschil(gevraagd, "", past, rol.gewoonte)
    return Verschil(gevraagd, gewoon, past, _read_tekst(gevraagd, gewoon, gebruik, kennis))


def _read_tekst(gevraagd: str, gewoon: str, gebruik: Gebruik, kennis: Kennis) -> str:
    if gewoon:
        return kennis.adviezen.combinaties[gewoon, gevraagd].tekst
    if gevraagd in gebruik.laag:
        return kennis.adviezen.stijlen[gevraagd].weinig
    woord = gebruik.woorden.get(gevraagd, "")
    return f"Je zegt dat je dit {woord} doet." if woord else "Hoe vaak je dit doet, laat je profiel niet zien."


def advise_vaardigheden(advies: Sequence[str], verschil: Verschil | None, kennis: Kennis) -> tuple[Vaardigheid, ...]:
    """Return at most three skills for the style that is asked for, those that fit what somebody is used to first.

    Someone who uses another style clearly most also gets what slows that one down.
    """
    if not advies:
        return ()
    gevraagd = verschil.gevraagd if verschil else advies[0]
    namen = dict.fromkeys(_read_vaardigheden(gevraagd, verschil.gewoon if verschil else "", kennis))
    return tuple(kennis.vaardigheden.vaardigheden[naam] for naam in list(namen)[:MEESTE_VAARDIGHEDEN])


def _read_vaardigheden(gevraagd: str, gewoon: str, kennis: Kennis) -> Iterator[str]:
    if gewoon:
        yield from kennis.adviezen.combinaties[gewoon, gevraagd].oefen
    if gewoon and gewoon != gevraagd:
        yield from kennis.adviezen.stijlen[gewoon].rem
    if not gewoon:
        yield from kennis.adviezen.stijlen[gevraagd].oefen


def advise_leervraag(advies: Situatieadvies, gebruik: Gebruik | None, kennis: Situatiekennis) -> Leervraag | None:
    """Return a first version of a learning question; what is still to be learned decides its kind.

    Someone to whom the style is familiar tries something out, someone who hardly uses it needs a skill, and someone
    who is used to another one looks at what keeps that going. Advice that one answer could overturn asks for facts.
    """
    if not advies.advies:
        return None
    gevraagd = advies.verschil.gevraagd if advies.verschil else advies.advies[0]
    soort = _read_soort(advies, gevraagd, gebruik)
    return Leervraag(soort, kennis.leervragen[gevraagd][soort])


def _read_soort(advies: Situatieadvies, gevraagd: str, gebruik: Gebruik | None) -> str:
    verschil = advies.verschil
    if verschil is not None and verschil.past:
        return "experiment"
    if gebruik is not None and gevraagd in gebruik.laag:
        return "vaardigheid"
    if verschil is not None and verschil.gewoon:
        return "houding"
    return "vaardigheid" if advies.stevig else "kennis"
