"""The gap as a picture: the points that a situation gives each style, beside what somebody says to do."""

from collections.abc import Iterator

from conflictstijl.model.document import Tabel, Vraagbeeld, Vraagrij
from conflictstijl.model.kennis import Stijlenkennis
from conflictstijl.model.situatie import Gebruik, Rol, Situatieadvies

_KOPPEN = ("Stijl", "Punten", "Zo vaak zeg je dit te doen")
_UITLEG = (
    "Hoe verder de balk naar rechts komt, hoe beter een stijl hier past. "
    "Links van de streep past een stijl hier minder goed. "
    "Ernaast staat hoe vaak je de stijl volgens jezelf gebruikt."
)
_KANTEN = {1: "vaker dan de rest", -1: "minder vaak dan de rest", 0: ""}


def build_kloof(advies: Situatieadvies, gebruik: Gebruik, stijlen: Stijlenkennis, rol: Rol | None = None) -> Vraagbeeld:
    """Return every style, best first, with its points and its use; what a role rules out is marked."""
    rijen = tuple(_build_rijen(advies, gebruik, stijlen, rol))
    cellen = tuple((rij.naam, str(rij.punten), _render_gebruik(rij)) for rij in rijen)
    return Vraagbeeld(rijen, _UITLEG, (Tabel(_KOPPEN, cellen),))


def _build_rijen(
    advies: Situatieadvies, gebruik: Gebruik, stijlen: Stijlenkennis, rol: Rol | None
) -> Iterator[Vraagrij]:
    nooit = rol.nooit if rol else ()
    for een in advies.stijlen:
        kant = (een.stijl in gebruik.hoog) - (een.stijl in gebruik.laag)
        naam = stijlen.stijlen[een.stijl].kort + (" (niet in jouw rol)" if een.stijl in nooit else "")
        woord = gebruik.woorden.get(een.stijl, "")
        yield Vraagrij(naam, een.score, een.stijl in advies.advies, woord, kant, _KANTEN[kant])


def _render_gebruik(rij: Vraagrij) -> str:
    """Return the word for how often, with what stands out about it; a dash when neither is known."""
    return ", ".join(filter(None, (rij.gebruik, rij.woord))) or "-"
