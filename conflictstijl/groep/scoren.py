"""Scoring a stream of rows: every distinct combination of cells of a scale once, and a tally of the group."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar, cast

from conflictstijl.groep.dubbelen import Bron, Cellen, Rijplek, Stapel
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.groepsbeeld import Groepstelling, build_gedeeld
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.tabel import Bijzonder
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.groepsbeeld import read_groepsdelen
from conflictstijl.rekenen.vlot import Schaalscorer, build_scorers

Cellezer = Callable[[str], Antwoord | Onduidelijk]

MEESTE_COMBINATIES = 20_000
"""Sums, and cells of a question, that are remembered per scale; beyond these remembering starts anew."""
_VAAG = 1 << 65_536
"""Larger than what any answers can add up to."""
K = TypeVar("K")
V = TypeVar("V")


class Uitkomst(NamedTuple):
    """What a combination of cells gives: the score of one scale, and what was not clear in them."""

    score: Schaalscore
    waarde: float | None
    onduidelijk: tuple[tuple[int, int, Onduidelijk], ...]
    """Index of the question, of its cell, and what is wrong with it."""


Gescoord = tuple[Rijplek, Cellen, Sequence[Uitkomst]]
"""One scored row: where it stands, its cells, and the outcome of every scale in the order of the questionnaire."""
Uitkomstkolommen = Sequence[Sequence[Uitkomst]]
"""Per scale, in the order of the questionnaire, the outcome of every row."""


class _Celgetallen(dict[str, int]):
    """The number of the answer in a cell of one question; what is not clear has one that no answer reaches."""

    def __init__(self, lees: Cellezer, getallen: Mapping[Antwoord, int]) -> None:
        super().__init__()
        self._lees = lees
        self._getallen = getallen

    def __missing__(self, cel: str) -> int:
        lezing = self._lees(cel)
        getal = _VAAG if isinstance(lezing, Onduidelijk) else self._getallen[lezing]
        _write(self, cel, getal)
        return getal


class _Schaalgeheugen:
    """The outcomes of one scale by what its cells add up to; only a sum that is new is really scored."""

    def __init__(self, bron: Bron, scorer: Schaalscorer, lezers: Sequence[Cellezer]) -> None:
        self._scorer = scorer
        plaatsen = [bron.plaatsen[plaats] for plaats in scorer.plaatsen]
        self._aanwezig = [(nummer, kolom) for nummer, kolom in enumerate(plaatsen) if kolom is not None]
        """Which of the questions are in the table, and in which column."""
        self._lezers = [lezers[scorer.plaatsen[nummer]] for nummer, _ in self._aanwezig]
        self._getallen = [
            _Celgetallen(lees, scorer.getallen[nummer])
            for lees, (nummer, _) in zip(self._lezers, self._aanwezig, strict=True)
        ]
        self._sommen: dict[int, Uitkomst] = {}
        self._vaag: dict[tuple[str, ...], Uitkomst] = {}
        """The outcomes of cells that are not all clear, by these cells."""

    def read_bekend(self, kolommen: Sequence[Sequence[str]]) -> list[Uitkomst | None]:
        """Return the outcome of every row of a table, given by its columns; None where it is not known yet."""
        getallen = [
            map(getal.__getitem__, kolommen[kolom])
            for getal, (_, kolom) in zip(self._getallen, self._aanwezig, strict=True)
        ]
        sommen = map(sum, zip(*getallen, strict=True)) if getallen else [0] * len(kolommen[0])
        return list(map(self._sommen.get, sommen))

    def score(self, cellen: Cellen) -> Uitkomst:
        """Return the outcome of a row, and remember it."""
        eigen = tuple([cellen[kolom] for _, kolom in self._aanwezig])
        som = sum([getal[cel] for getal, cel in zip(self._getallen, eigen, strict=True)])
        if som < _VAAG:
            if som not in self._sommen:
                _write(self._sommen, som, self.score_los(cellen))
            return self._sommen[som]
        if eigen not in self._vaag:
            _write(self._vaag, eigen, self.score_los(cellen))
        return self._vaag[eigen]

    def score_los(self, cellen: Cellen) -> Uitkomst:
        """Return the outcome of a row, without remembering it."""
        antwoorden: list[Antwoord] = [None] * len(self._scorer.plaatsen)
        vaag: list[tuple[int, int, Onduidelijk]] = []
        for (nummer, kolom), lees in zip(self._aanwezig, self._lezers, strict=True):
            lezing = lees(cellen[kolom])
            if isinstance(lezing, Onduidelijk):
                vaag.append((self._scorer.plaatsen[nummer], kolom, lezing))
            else:
                antwoorden[nummer] = lezing
        score = self._scorer.score(antwoorden)
        return Uitkomst(score, score.waarde, tuple(vaag))


def _write(geheugen: dict[K, V], sleutel: K, waarde: V) -> None:
    """Remember something; what is full starts anew."""
    if len(geheugen) >= MEESTE_COMBINATIES:
        geheugen.clear()
    geheugen[sleutel] = waarde


class Rijscorer:
    """Scores the rows of a group; the same combination of cells is scored only once.

    The scores are those of `score_antwoorden`, without the intervals that need a whole profile.
    """

    def __init__(self, invoer: Groepsinvoer) -> None:
        self._invoer = invoer
        scorers = build_scorers(invoer.vragenlijst)
        self._geheugens = [
            [_Schaalgeheugen(bron, scorer, invoer.lezers) for scorer in scorers] for bron in invoer.bronnen
        ]

    def score_rijen(self, stapels: Iterator[Stapel]) -> Iterator[Gescoord]:
        """Yield every row with its scores; what is not clear in it goes to the messages of the input."""
        for stapel in stapels:
            uitkomsten = zip(*self.score_stapel(stapel), strict=True)
            for (plek, cellen), eigen in zip(stapel.read_rijen(), uitkomsten, strict=True):
                yield plek, cellen, eigen

    def score_stapel(self, stapel: Stapel) -> Uitkomstkolommen:
        """Return the scores of some rows, looked up column by column; what is not clear goes to the messages."""
        kolommen = list(zip(*stapel.rijen, strict=True))
        uitkomsten = [geheugen.read_bekend(kolommen) for geheugen in self._geheugens[stapel.tabel]]
        for nummer in self._read_nieuw(stapel, uitkomsten):
            plek, bekend = (stapel.tabel, stapel.nummers[nummer]), [kolom[nummer] for kolom in uitkomsten]
            eigen = self._score_rij(plek, stapel.rijen[nummer], bekend)
            for kolom, uitkomst in zip(uitkomsten, eigen, strict=True):
                kolom[nummer] = uitkomst
        return cast("Uitkomstkolommen", uitkomsten)

    def _read_nieuw(self, stapel: Stapel, bekend: Sequence[Sequence[Uitkomst | None]]) -> Sequence[int]:
        """Return the rows, by their index, in which something may be new or not clear."""
        if self._invoer.bronnen[stapel.tabel].tabel.werkboek:
            return range(len(stapel.rijen))
        deels = [kolom for kolom in bekend if not all(kolom)]
        return sorted({nummer for kolom in deels for nummer, uitkomst in enumerate(kolom) if uitkomst is None})

    def _score_rij(self, plek: Rijplek, cellen: Cellen, bekend: Sequence[Uitkomst | None]) -> list[Uitkomst]:
        """Return the outcomes of a row in which something may be new or not clear."""
        # to a dictionary a special cell of a workbook is the same as the plain text that it shows
        werkboek = self._invoer.bronnen[plek[0]].tabel.werkboek
        los = werkboek and any(isinstance(cel, Bijzonder) for cel in cellen)
        uitkomsten = [
            geheugen.score_los(cellen) if los else eerder or geheugen.score(cellen)
            for geheugen, eerder in zip(self._geheugens[plek[0]], bekend, strict=True)
        ]
        if any(uitkomst.onduidelijk for uitkomst in uitkomsten):
            self._write_onduidelijk(plek, uitkomsten)
        return uitkomsten

    def _write_onduidelijk(self, plek: Rijplek, uitkomsten: Sequence[Uitkomst]) -> None:
        # a question may count for several scales
        cellen = {een[:2]: een for uitkomst in uitkomsten for een in uitkomst.onduidelijk}
        for cel in sorted(cellen):
            self._invoer.write_onduidelijk(plek, *cellen[cel])


class Groepsteller:
    """Counts scored people into an additive tally: the same as adding up `build_telling`, without its fractions."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        schalen = [schaal.id for schaal in vragenlijst.schalen]
        delen = read_groepsdelen(vragenlijst)
        self._namen = [naam for deel in delen for naam in deel.schalen]
        self._plaatsen = [schalen.index(naam) for naam in self._namen]
        self._delen = [
            ([self._namen.index(naam) for naam in deel.schalen], [*deel.schalen, build_gedeeld(deel.onderdeel)])
            for deel in delen
        ]
        self._waarden: list[Counter[float]] = [Counter() for _ in self._namen]
        self._scores: dict[float, Schaalscore] = {}
        """A score with each value: it knows the value exactly."""
        self._eerste: Counter[str] = Counter()
        self.n = 0
        self.zonder = 0
        """People who are not in the picture: one of their scales could not be scored."""

    def count(self, uitkomsten: Sequence[Uitkomst]) -> bool:
        """Count one person, and tell whether all their comparable scales have a score."""
        eigen = [uitkomsten[plaats] for plaats in self._plaatsen]
        # a float is the nearest to its fraction: equal scores are equal floats
        waarden = [een.waarde for een in eigen if een.waarde is not None]
        if len(waarden) < len(eigen):
            self.zonder += 1
            return False
        self.n += 1
        for teller, waarde, een in zip(self._waarden, waarden, eigen, strict=True):
            teller[waarde] += 1
            self._scores[waarde] = een.score
        for plaatsen, namen in self._delen:
            deel = [waarden[plaats] for plaats in plaatsen]
            hoogste = max(deel)
            self._eerste[namen[deel.index(hoogste)] if deel.count(hoogste) == 1 else namen[-1]] += 1
        return True

    def build_telling(self) -> Groepstelling:
        """Return what was counted."""
        sommen = {
            naam: sum(
                ((self._scores[waarde].exact or Fraction(0)) * aantal for waarde, aantal in teller.items()), Fraction(0)
            )
            for naam, teller in zip(self._namen, self._waarden, strict=True)
        }
        return Groepstelling(self.n, dict(self._eerste), sommen)
