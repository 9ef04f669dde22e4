"""What the sheets of a group add up to: all that the reliability of its scales needs to know.

Sheets come one at a time and are not kept. Two halves of a group add up to the whole.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple, Self

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Sleuteldeel, Stelling
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rekenen.kruisproducten import Kruisproducten, Rij
from conflictstijl.rekenen.scoren import read_antwoorden


class _Deel(NamedTuple):
    """What one statement gives to a scale, in whole numbers."""

    plaats: int
    """Index in `Schaalsommen.stellingen`."""
    gewicht: Fraction
    """Negative when it is reversed."""
    punten: Mapping[int, int]
    """Per answer what it adds to the score."""
    noemer: int
    """What it adds to the number that the score is divided by."""


_Teldeel = tuple[int, Stelling, Sleuteldeel]
"""A statement with its index in `Schaalsommen.stellingen`, and what it gives to one scale."""


class Schaalsom:
    """One scale whose answers are all to statements: its scores, and the answers of who gave them all."""

    def __init__(self, vragenlijst: Vragenlijst, schaal: str, delen: Sequence[_Teldeel]) -> None:
        self.schaal = schaal
        veelvoud = lcm(*(deel.gewicht.denominator for _, _, deel in delen))
        procent = vragenlijst.score is Scoresoort.PROCENT
        self._delen = [_build_deel(*een, veelvoud, procent=procent) for een in delen]
        self._eenheid = _read_eenheid(vragenlijst.score, sum(deel.gewicht for _, _, deel in delen))
        self._volledig = Kruisproducten(len(delen))
        self._scores = Counter[tuple[int, int]]()

    @property
    def n(self) -> int:
        """People who answered at least one of its statements."""
        return self._scores.total()

    @property
    def volledig(self) -> int:
        """People who answered all of its statements."""
        return self._volledig.read_paar(0, 0).n

    @property
    def plaatsen(self) -> list[int]:
        """The indices of its statements in `Schaalsommen.stellingen`."""
        return [deel.plaats for deel in self._delen]

    @property
    def gewichten(self) -> list[Fraction]:
        """The weight of each statement, negative when it is reversed."""
        return [deel.gewicht for deel in self._delen]

    @property
    def scores(self) -> list[tuple[Fraction, int]]:
        """How many people had which score, of whatever they answered, in the unit of the questionnaire's `score`."""
        return [(self._eenheid * Fraction(*breuk), aantal) for breuk, aantal in self._scores.items()]

    def add(self, rij: Rij) -> None:
        """Add the answers of one person to all statements."""
        eigen = [rij[deel.plaats] for deel in self._delen]
        teller = noemer = 0
        for antwoord, deel in zip(eigen, self._delen, strict=True):
            if antwoord is not None:
                teller += deel.punten[antwoord]
                noemer += deel.noemer
        if noemer:
            self._scores[teller, noemer] += 1
        if None not in eigen:
            self._volledig.add(eigen)

    def extend(self, ander: Self) -> None:
        """Add all that the same scale in another part of the group came to."""
        self._scores.update(ander._scores)
        self._volledig.extend(ander._volledig)

    def read_volledig(self) -> list[list[Fraction]]:
        """Return the keyed and weighted covariances over the people who answered everything, two or more."""
        plaatsen = list(enumerate(self.gewichten))
        return _build_matrix(self._volledig, plaatsen, plaatsen)


class Schaalsommen:
    """The sums of a group that filled in one questionnaire."""

    def __init__(self, vragenlijst: Vragenlijst) -> None:
        self.vragenlijst = vragenlijst
        self.n = 0
        """People with any answer to a statement that counts."""
        self.stellingen = [item for item in vragenlijst.stellingen if item.sleutel]
        """The statements that count, in the order of the file."""
        self._samen = Kruisproducten(len(self.stellingen))
        self.schalen = {schaal: Schaalsom(vragenlijst, schaal, delen) for schaal, delen in self._read_delen().items()}
        """The scales whose answers are all to statements."""
        tellend = {stelling.id for stelling in self.stellingen}
        self._plaatsen = [plaats for plaats, item in enumerate(vragenlijst.items) if item.id in tellend]
        self._vertakt = any(vraag.als for vraag in vragenlijst.vragen)

    def add(self, antwoorden: Sequence[Antwoord]) -> None:
        """Add the answers of one person, in the order of `Vragenlijst.vragen`."""
        items = antwoorden[len(self.vragenlijst.achtergrond) :]
        if self._vertakt:
            items = read_antwoorden(self.vragenlijst, antwoorden)
        rij = [antwoord if isinstance(antwoord, int) else None for antwoord in map(items.__getitem__, self._plaatsen)]
        if any(antwoord is not None for antwoord in rij):
            self.n += 1
            self._samen.add(rij)
            for som in self.schalen.values():
                som.add(rij)

    def extend(self, ander: Self) -> None:
        """Add the sums of another part of the group; raises ValueError for those of another questionnaire."""
        if ander.vragenlijst != self.vragenlijst:
            message = "sums of two questionnaires cannot be added"
            raise ValueError(message)
        self.n += ander.n
        self._samen.extend(ander._samen)
        for schaal, som in self.schalen.items():
            som.extend(ander.schalen[schaal])

    def count_samen(self, een: Schaalsom, ander: Schaalsom) -> int:
        """Return the number of people behind the pair of statements, one of each scale, that has the fewest."""
        return min(self._samen.read_paar(i, j).n for i in een.plaatsen for j in ander.plaatsen)

    def read_covarianties(self, een: Schaalsom, ander: Schaalsom) -> list[list[Fraction]]:
        """Return the covariances of the statements of two scales, keyed and weighted.

        w_i w_j cov(x_i, x_j), over the people who answered both (two or more); the sign of w turns reversed answers,
        for min + max - x varies as -x. R: ``cov(keyed, use = "pairwise")``.
        """
        links, rechts = (list(zip(som.plaatsen, som.gewichten, strict=True)) for som in (een, ander))
        return _build_matrix(self._samen, links, rechts)

    def read_correlaties(self, som: Schaalsom) -> list[list[float]] | None:
        """Return the correlations of the statements of a scale, keyed; None when one of them is constant.

        R: ``cor(keyed, use = "pairwise")``.
        """
        tekens = [
            (plaats, 1 if gewicht > 0 else -1) for plaats, gewicht in zip(som.plaatsen, som.gewichten, strict=True)
        ]
        rijen = [[(a * b, self._samen.read_paar(i, j).correlatie) for j, b in tekens] for i, a in tekens]
        gevonden = [[teken * cel for teken, cel in rij if cel is not None] for rij in rijen]
        return gevonden if all(len(rij) == len(tekens) for rij in gevonden) else None

    def _read_delen(self) -> dict[str, list[_Teldeel]]:
        """Return per scale the statements that count in it; not for one in which choices count as well."""
        delen: dict[str, list[_Teldeel]] = {}
        for plaats, stelling in enumerate(self.stellingen):
            for deel in stelling.sleutel:
                delen.setdefault(deel.schaal, []).append((plaats, stelling, deel))
        keuzes = {deel.schaal for keuze in self.vragenlijst.keuzes for optie in keuze.opties for deel in optie.sleutel}
        return {schaal: delen[schaal] for schaal in delen if schaal not in keuzes}


def _build_deel(plaats: int, stelling: Stelling, deel: Sleuteldeel, veelvoud: int, *, procent: bool) -> _Deel:
    schaal, gewicht = stelling.antwoorden, int(deel.gewicht * veelvoud)
    teken, begin = (-1, schaal.laagste + schaal.hoogste) if deel.omgekeerd else (1, 0)
    begin -= schaal.laagste if procent else 0
    punten = {punt.waarde: gewicht * (begin + teken * punt.waarde) for punt in schaal.punten}
    noemer = gewicht * schaal.bereik if procent else gewicht
    return _Deel(plaats, -deel.gewicht if deel.omgekeerd else deel.gewicht, punten, noemer)


def _read_eenheid(score: Scoresoort, gewicht: Fraction | int) -> Fraction:
    """Return what a mean (or a share of what can be reached) is multiplied by in the unit of the questionnaire."""
    match score:
        case Scoresoort.SOM:
            return Fraction(gewicht)
        case Scoresoort.PROCENT:
            return Fraction(100)
        case _:
            return Fraction(1)


def _build_matrix(
    producten: Kruisproducten, links: Sequence[tuple[int, Fraction]], rechts: Sequence[tuple[int, Fraction]]
) -> list[list[Fraction]]:
    return [[v * w * producten.read_paar(i, j).covariantie for j, w in rechts] for i, v in links]
