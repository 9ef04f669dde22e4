"""Rows that the user leaves out (`--sla-over`): by number, or by what stands in a column."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conflictstijl.fouten import GebruikFout
from conflictstijl.invoer.koppen import fold_naam
from conflictstijl.tekst import advise_naam, fold_tekst, parse_geheel, render_citaat


class Overslaan(NamedTuple):
    """What is left out: numbers of rows, and values by column."""

    rijen: frozenset[int] = frozenset()
    waarden: tuple[tuple[int, str], ...] = ()
    """Index of the column, and the folded value."""

    teksten: tuple[str, ...] = ()
    """What the user wrote for each of these values."""

    def check_rij(self, nummer: int, cellen: Sequence[str]) -> bool:
        """Return True for a row that is left out."""
        return any(self.read_passend(nummer, cellen))

    def read_passend(self, nummer: int, cellen: Sequence[str]) -> Iterator[str]:
        """Yield what the user wrote that fits a row."""
        if nummer in self.rijen:
            yield str(nummer)
        for (plaats, waarde), tekst in zip(self.waarden, self.teksten, strict=True):
            if fold_tekst(cellen[plaats]) == waarde:
                yield tekst

    def read_alle(self) -> list[str]:
        """Return all that the user wrote."""
        return [*map(str, sorted(self.rijen)), *self.teksten]


NIETS = Overslaan()


def parse_overslaan(teksten: Iterable[str], koppen: Sequence[str]) -> Overslaan:
    """Return which rows these texts leave out: `5` for a row, `Deelnemer=TEST` for a value in a column.

    Raises GebruikFout for a column that is not in the table and for a text that is neither.
    """
    rijen: set[int] = set()
    waarden: dict[str, tuple[int, str]] = {}
    for tekst in teksten:
        nummer = parse_geheel(tekst.strip())
        if nummer is None:
            waarden[tekst] = _parse_waarde(tekst, koppen)
        elif nummer > 0:
            rijen.add(nummer)
        else:
            raise GebruikFout(f"--sla-over {render_citaat(tekst)}: de eerste rij is rij 1")
    return Overslaan(frozenset(rijen), tuple(waarden.values()), tuple(waarden))


def _parse_waarde(tekst: str, koppen: Sequence[str]) -> tuple[int, str]:
    # a header may hold the sign itself, a value that is looked for seldom
    naam, teken, waarde = tekst.rpartition("=")
    if not teken:
        raise GebruikFout(
            f"--sla-over {render_citaat(tekst)}: geef een rijnummer, of een kolom en een waarde: Naam=Test"
        )
    gezocht = fold_naam(naam)
    plaats = next((plaats for plaats, kop in enumerate(koppen) if gezocht and fold_naam(kop) == gezocht), None)
    if plaats is None:
        hint = advise_naam(naam, filter(None, koppen)) or "kijk met --bekijk welke kolommen er zijn"
        raise GebruikFout(f"--sla-over: er is geen kolom {render_citaat(naam)}; {hint}")
    return plaats, fold_tekst(waarde)
