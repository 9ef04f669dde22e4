"""Reading a situation: which levels count, what a role adds to them, and whether conditions hold."""

from collections.abc import Iterator, Mapping

from conflictstijl.model.situatie import ANDER, ROL, WEET_NIET, WIE, Eisen, Kenmerk, Rol, Situatiekennis, Stand

Kenmerken = Mapping[str, str]
"""The level of each factor that is given."""


def read_standen(kenmerken: Kenmerken, kennis: Situatiekennis) -> Iterator[tuple[str, Stand]]:
    """Yield every described level of a situation with its factor, in the order of the file: the role first."""
    heel = build_heel(kenmerken, kennis)
    for kenmerk in read_kenmerken(kennis):
        stand = kenmerk.standen.get(heel.get(kenmerk.id, ""))
        if stand is not None:
            yield kenmerk.id, stand


def read_kenmerken(kennis: Situatiekennis) -> Iterator[Kenmerk]:
    """Yield all factors that count: the role, then the others. The gate is no factor: it weighs nothing."""
    yield kennis.rol
    yield from kennis.kenmerken.values()


def read_alle(kennis: Situatiekennis) -> tuple[Kenmerk, ...]:
    """Return everything that can be said about a situation: the gate, the role, then the factors."""
    return kennis.poort.kenmerk, *read_kenmerken(kennis)


def read_kenmerk(naam: str, kennis: Situatiekennis) -> Kenmerk:
    """Return a factor by its id, or the role."""
    return kennis.rol if naam == kennis.rol.id else kennis.kenmerken[naam]


def build_heel(kenmerken: Kenmerken, kennis: Situatiekennis) -> dict[str, str]:
    """Return the levels that somebody knows, with those that follow from the role."""
    rol = read_rol(kenmerken, kennis)
    return {**(rol.zet if rol else {}), **{naam: stand for naam, stand in kenmerken.items() if stand != WEET_NIET}}


def read_rol(kenmerken: Kenmerken, kennis: Situatiekennis) -> Rol | None:
    """Return the role in a situation; None when it is not given."""
    return kennis.rollen.get(kenmerken.get(ROL, ""))


def check_alle(eisen: Eisen, kenmerken: Kenmerken) -> bool:
    """Return whether every condition holds."""
    return all(kenmerken.get(naam) in standen for naam, standen in eisen.items())


def check_een(eisen: Eisen, kenmerken: Kenmerken) -> bool:
    """Return whether at least one condition holds."""
    return any(kenmerken.get(naam) in standen for naam, standen in eisen.items())


def render_wie(tekst: str, kenmerken: Kenmerken, kennis: Situatiekennis) -> str:
    """Return a text with its words filled in: whose interest it is, and who is on the other side, by role."""
    rol = read_rol(kenmerken, kennis)
    wie, ander = (rol.wie, rol.ander) if rol else (WIE, ANDER)
    return tekst.replace("{wie}", wie).replace("{ander}", ander)
