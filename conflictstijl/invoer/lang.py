"""A table with one answer per row: gathered into one row of cells for each time that somebody answered."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from conflictstijl.invoer.breedte import render_verschoven
from conflictstijl.invoer.kolomsoorten import read_rang
from conflictstijl.invoer.koppen import fold_kop, fold_naam, split_woorden
from conflictstijl.invoer.nummers import parse_nummer
from conflictstijl.invoer.sleutelkolom import fold_sleutel
from conflictstijl.invoer.vraagnamen import Vraagnamen
from conflictstijl.model.tabel import Kolommenkaart, Tabel
from conflictstijl.tekst import render_citaat

_KOPRIJEN = 12
_STEEKPROEF = 300
_BREEDSTE = 200
_MEESTE_NAMEN = 5_000
ITEMNAMEN = split_woorden(
    "item vraag stelling question statement vraagcode itemcode questioncode itemnr itemnummer vraagnr vraagnummer "
    "stellingnummer variabele variable vraagid itemid questionid vraagtekst"
)
"""Headers above a column (or beside a row) with questions."""
_ANTWOORD = split_woorden("antwoord answer score waarde value response reactie antwoordwaarde punten keuze")
_TIJD = split_woorden(
    "tijdstip tijdstempel timestamp datum date submitdate tijd time datumtijd datetime completiontime enddate "
    "tijdvanvoltooien begintijd startdate starttime recordeddate ingevuldop"
)
_WIE = split_woorden("id nr nummer respondentid responseid persoon wie volgnummer person")


class LangeKop(NamedTuple):
    """The header of such a table: its row (from 1), and the columns that matter."""

    koprij: int
    koppen: tuple[str, ...]
    item: int
    antwoord: int
    respondent: int
    tijd: int | None

    @property
    def overig(self) -> tuple[int, ...]:
        """The columns about the person, the respondent first: what stands behind the answers in a gathered row."""
        rest = [
            plaats for plaats in range(len(self.koppen)) if plaats not in {self.item, self.antwoord, self.respondent}
        ]
        return (self.respondent, *rest)

    @property
    def breedte(self) -> int:
        """How many cells a row has at least: up to the last column with a name."""
        return 1 + max(plaats for plaats, kop in enumerate(self.koppen) if kop.strip())


class _Gegeven(NamedTuple):
    """One answer: when, to which question, what, and in which row."""

    tijd: str
    vraag: int
    cel: str
    rij: int


Meld = Callable[[int, str, str], None]
"""Tells that a row is skipped: its number, a code and why."""


def read_lange_kop(tabel: Tabel, namen: Vraagnamen) -> LangeKop | None:
    """Return the header of a table with a row per answer, or None for any other table."""
    begin = list(islice(tabel.read(), _KOPRIJEN + _STEEKPROEF))
    for nummer, heel in enumerate(begin[:_KOPRIJEN], 1):
        rij = heel[:_BREEDSTE]
        folded = [fold_naam(kop) for kop in rij]
        items = [plaats for plaats, naam in enumerate(folded) if naam in ITEMNAMEN]
        antwoorden = [plaats for plaats, naam in enumerate(folded) if naam in _ANTWOORD]
        wie = _read_wie(rij, folded)
        if items and antwoorden and wie is not None:
            beste = max(items, key=lambda plaats: _count_vragen(begin[nummer:], plaats, namen))
            tijd = next((plaats for plaats, naam in enumerate(folded) if naam in _TIJD), None)
            return LangeKop(nummer, tuple(rij), beste, antwoorden[0], wie, tijd)
    return None


def _read_wie(rij: Sequence[str], folded: Sequence[str]) -> int | None:
    rangen = [(rang, plaats) for plaats, kop in enumerate(rij) if (rang := read_rang([kop])) is not None]
    reserve = [(len(rij), plaats) for plaats, naam in enumerate(folded) if naam in _WIE]
    return min([*rangen, *reserve], default=(0, None))[1]


def _count_vragen(rijen: Sequence[Sequence[str]], plaats: int, namen: Vraagnamen) -> int:
    cellen = {rij[plaats] for rij in rijen if plaats < len(rij)}
    return sum(bool(namen.parse_kop(cel) or parse_nummer(cel)) for cel in cellen)


def read_itemnamen(tabel: Tabel, kop: LangeKop) -> list[str]:
    """Return every name in the column of questions, in the order in which they first appear."""
    namen: dict[str, str] = {}
    for rij in islice(tabel.read(), kop.koprij, None):
        if kop.item < len(rij):
            namen.setdefault(fold_kop(rij[kop.item]), rij[kop.item])
            if len(namen) >= _MEESTE_NAMEN:
                break
    return [naam for gevouwen, naam in namen.items() if gevouwen]


def clean_itemnamen(tabel: Tabel, kop: LangeKop, namen: Sequence[str]) -> list[str]:
    """Return the names without the rare ones: a number that a few rows have may be a slip, that all have may not."""
    rijen = islice(tabel.read(), kop.koprij, None)
    keren = Counter(fold_kop(rij[kop.item]) for rij in rijen if kop.item < len(rij))
    from statistics import median

    gewoon = median([keren[fold_kop(naam)] for naam in namen] or [0])
    return [naam for naam in namen if keren[fold_kop(naam)] * 2 >= gewoon]


def read_inzendingen(
    tabel: Tabel, kop: LangeKop, kaart: Kolommenkaart, aantal: int, meld: Meld
) -> Iterator[tuple[int, list[str]]]:
    """Yield every entry, in the order of the rows in which they begin; `aantal` is the number of questions.

    An entry is the number of its first row and its cells: an answer per question, then what is told of the person.
    """
    plaatsen = {fold_kop(kolom.kop): kolom.plaats for kolom in kaart.kolommen}
    gegevens: dict[str, list[_Gegeven]] = {}
    over: dict[str, list[str]] = {}
    onbekend: dict[str, int] = {}
    for nummer, cellen in _read_gegevens(tabel, kop, meld):
        wie = fold_sleutel(cellen[kop.respondent])
        over.setdefault(wie, [cellen[plaats] for plaats in kop.overig])
        vraag = plaatsen.get(fold_kop(cellen[kop.item]))
        if vraag is None:
            onbekend.setdefault(cellen[kop.item], nummer)
        else:
            tijd = cellen[kop.tijd] if kop.tijd is not None else ""
            gegevens.setdefault(wie, []).append(_Gegeven(tijd, vraag, cellen[kop.antwoord], nummer))
    for naam, nummer in onbekend.items():
        meld(nummer, "onbekende-vraag", f"{render_citaat(naam)} is geen vraag van deze vragenlijst")
    lagen = [(wie, laag) for wie, alle in gegevens.items() for laag in _split_inzendingen(alle)]
    for wie, laag in sorted(lagen, key=lambda deel: deel[1][0].rij):
        yield laag[0].rij, [*_build_antwoorden(laag, aantal), *over[wie]]


def _read_gegevens(tabel: Tabel, kop: LangeKop, meld: Meld) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are an answer of somebody, each as wide as the header."""
    for nummer, rij in enumerate(tabel.read(), 1):
        if nummer <= kop.koprij or not any(rij):
            continue
        cellen = [rij[plaats] if plaats < len(rij) else "" for plaats in range(len(kop.koppen))]
        if len(rij) < kop.breedte and not tabel.werkboek:
            meld(nummer, "verschoven", render_verschoven(len(rij), len(kop.koppen)))
        elif fold_sleutel(cellen[kop.respondent]):
            yield nummer, cellen
        else:
            meld(nummer, "zonder-sleutel", "bij dit antwoord staat niet van wie het is")


def _split_inzendingen(gegevens: Sequence[_Gegeven]) -> Iterator[list[_Gegeven]]:
    """Yield the entries of one person: parted by time, unless every answer has its own, and by asking again."""
    tijden: dict[str, list[_Gegeven]] = {}
    for gegeven in gegevens:
        tijden.setdefault(gegeven.tijd, []).append(gegeven)
    per_antwoord = len(tijden) * 2 > len(gegevens)
    for groep in [list(gegevens)] if per_antwoord else tijden.values():
        yield from _split_lagen(groep)


def _split_lagen(gegevens: Sequence[_Gegeven]) -> list[list[_Gegeven]]:
    """Return the entries in answers that belong together: a question that comes again begins the next one.

    A few questions that come again are no entry of their own: their answers stay with the first.
    """
    lagen: list[list[_Gegeven]] = []
    keren: dict[int, int] = {}
    for gegeven in gegevens:
        keer = keren[gegeven.vraag] = keren.get(gegeven.vraag, -1) + 1
        lagen[keer:] = lagen[keer:] or [[]]
        lagen[keer].append(gegeven)
    heel = [laag for laag in lagen if len(laag) * 2 >= len(lagen[0])]
    heel[0] += [gegeven for laag in lagen if laag not in heel for gegeven in laag]
    return heel


def _build_antwoorden(laag: Sequence[_Gegeven], aantal: int) -> list[str]:
    """Return a cell per question; two different answers to one question stand side by side, as in one cell."""
    cellen: list[dict[str, str]] = [{} for _ in range(aantal)]
    for gegeven in laag:
        if gegeven.cel.strip():
            cellen[gegeven.vraag].setdefault(fold_kop(gegeven.cel), gegeven.cel)
    return [_build_cel(list(verschillend.values())) for verschillend in cellen]


def _build_cel(cellen: Sequence[str]) -> str:
    # one cell stays what it is: a date or a formula in a workbook is not just text
    return cellen[0] if len(cellen) == 1 else ";".join(cellen)
