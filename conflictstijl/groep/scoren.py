"""Scoring a stream of rows: every distinct combination of cells of a scale once, and a tally of the group."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from conflictstijl.groep.celgetallen import Celgetallen, Cellezer
from conflictstijl.groep.dubbelen import Bron, Cellen, Rijplek, Stapel
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.groepsbeeld import Groepstelling, build_gedeeld
from conflictstijl.model.profiel import Schaalscore
from conflictstijl.model.tabel import Bijzonder, Rijstapel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.geheugen import write_beperkt
from conflictstijl.rekenen.groepsbeeld import read_groepsdelen
from conflictstijl.rekenen.vlot import Schaalscorer, build_scorers, split_getallen

_VAAG = -1
"""Lower than what any answers can add up to."""


@dataclass(eq=False, slots=True)
class Uitkomst:
    """What a combination of cells gives: the score of one scale, and what was not clear in them.

    Made once for all rows that have it, so that what comes of it can be looked up by the object itself.
    """

    score: Schaalscore
    waarde: float | None
    onduidelijk: tuple[tuple[int, int, Onduidelijk], ...]
    """Index of the question, of its cell, and what is wrong with it."""


Gescoord = tuple[Rijplek, Cellen, Sequence[Uitkomst]]
"""One scored row: where it stands, its cells, and the outcome of every scale in the order of the questionnaire."""
Uitkomstkolommen = Sequence[Sequence[Uitkomst]]
"""Per scale, in the order of the questionnaire, the outcome of every row."""


class _Schaalgeheugen:
    """The outcomes of one scale by what its cells add up to; only a sum that is new is really scored."""

    def __init__(
        self, bron: Bron, scorer: Schaalscorer, lezers: Sequence[Cellezer], scores: dict[int, Schaalscore]
    ) -> None:
        self._scores = scores
        """By sum, for all scales of a kind."""
        self._scorer = scorer
        plaatsen = [bron.plaatsen[plaats] for plaats in scorer.plaatsen]
        self._aanwezig = [(nummer, kolom) for nummer, kolom in enumerate(plaatsen) if kolom is not None]
        """Which of the questions are in the table, and in which column."""
        self._lezers = [lezers[scorer.plaatsen[nummer]] for nummer, _ in self._aanwezig]
        self._getallen = [
            Celgetallen(lees, scorer.getallen[nummer], scorer.breedte)
            for lees, (nummer, _) in zip(self._lezers, self._aanwezig, strict=True)
        ]
        self._sommen: dict[int, Uitkomst] = {}
        self._los: dict[tuple[str, ...], Uitkomst] = {}
        """The outcomes of cells that are not all clear, by these cells."""

    def score_stapel(self, deel: Rijstapel, bijzonder: Collection[int]) -> list[Uitkomst | None]:
        """Return the outcome of every row; None where a cell is not clear or a row (by its index) is a special one."""
        sommen = self._count_sommen(deel)
        for nummer in bijzonder:
            sommen[nummer] = _VAAG
        uitkomsten = list(map(self._sommen.get, sommen))
        if all(uitkomsten):
            return uitkomsten
        for som in set(sommen).difference(self._sommen, [_VAAG]):
            write_beperkt(self._sommen, som, self._score_som(som, deel.read_rij(sommen.index(som))))
        return list(map(self._sommen.get, sommen))

    def _score_som(self, som: int, cellen: Cellen) -> Uitkomst:
        """Return the outcome of a sum, from a row that has it."""
        if som not in self._scores:
            write_beperkt(self._scores, som, self.score_los(cellen).score)
        score = self._scores[som]
        eigen = score if score.schaal == self._scorer.schaal else replace(score, schaal=self._scorer.schaal)
        return Uitkomst(eigen, eigen.waarde, ())

    def _count_sommen(self, deel: Rijstapel) -> list[int]:
        """Return what the answers in every row add up to: all rows in one go, as one long number."""
        samen, vaag = 0, set[int]()
        for getallen, (_, plaats) in zip(self._getallen, self._aanwezig, strict=True):
            kolom, zonder = getallen.read_kolom(deel, plaats)
            samen += kolom
            vaag.update(zonder)
        sommen = split_getallen(samen, self._scorer.breedte, len(deel.nummers))
        for nummer in vaag:
            sommen[nummer] = _VAAG
        return sommen

    def score(self, cellen: Cellen) -> Uitkomst:
        """Return the outcome of a row, and remember it by its cells."""
        eigen = tuple([cellen[kolom] for _, kolom in self._aanwezig])
        if eigen not in self._los:
            write_beperkt(self._los, eigen, self.score_los(cellen))
        return self._los[eigen]

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


class Rijscorer:
    """Scores the rows of a group; the same combination of cells is scored only once.

    The scores are those of `score_antwoorden`, without the intervals that need a whole profile.
    """

    def __init__(self, invoer: Groepsinvoer) -> None:
        self._invoer = invoer
        scorers = build_scorers(invoer.vragenlijst)
        scores: dict[Hashable, dict[int, Schaalscore]] = {scorer.soort: {} for scorer in scorers}
        self._geheugens = [
            [_Schaalgeheugen(bron, scorer, invoer.lezers, scores[scorer.soort]) for scorer in scorers]
            for bron in invoer.bronnen
        ]

    def score_rijen(self, stapels: Iterator[Stapel]) -> Iterator[Gescoord]:
        """Yield every row with its scores; what is not clear in it goes to the messages of the input."""
        for stapel in stapels:
            uitkomsten = zip(*self.score_stapel(stapel), strict=True)
            for (plek, cellen), eigen in zip(stapel.read_rijen(), uitkomsten, strict=True):
                yield plek, cellen, eigen

    def score_stapel(self, stapel: Stapel) -> Uitkomstkolommen:
        """Return the scores of some rows, looked up column by column; what is not clear goes to the messages."""
        tabel, deel = stapel
        bijzonder = _read_bijzonder(deel) if self._invoer.bronnen[tabel].tabel.werkboek else ()
        uitkomsten = [geheugen.score_stapel(deel, bijzonder) for geheugen in self._geheugens[tabel]]
        deels = [kolom for kolom in uitkomsten if not all(kolom)]
        for nummer in sorted({nummer for kolom in deels for nummer, uitkomst in enumerate(kolom) if uitkomst is None}):
            plek, bekend = (tabel, deel.nummers[nummer]), [kolom[nummer] for kolom in uitkomsten]
            eigen = self._score_rij(plek, deel.read_rij(nummer), bekend, los=nummer in bijzonder)
            for kolom, uitkomst in zip(uitkomsten, eigen, strict=True):
                kolom[nummer] = uitkomst
        return cast("Uitkomstkolommen", uitkomsten)

    def _score_rij(
        self, plek: Rijplek, cellen: Cellen, bekend: Sequence[Uitkomst | None], *, los: bool
    ) -> list[Uitkomst]:
        """Return the outcomes of a row in which something is not clear; those of a special row are not remembered."""
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


def _read_bijzonder(deel: Rijstapel) -> set[int]:
    """Return the rows, by their index, in which there is a cell that is neither text nor a number."""
    return {nummer for nummer, cellen in enumerate(deel.rijen) if any(isinstance(cel, Bijzonder) for cel in cellen)}


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
