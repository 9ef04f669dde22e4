"""Counting: what every scale got from the answers, whatever the form of the items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from operator import mul

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gewicht import Gewicht, build_gewichten
from conflictstijl.model.vragen import Antwoordschaal, Keuze, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.verwisseling import Ronde, build_ronde, score_punten


@dataclass(slots=True)
class Telling:
    """What one scale got, while counting. Sums are made when asked for: one exact sum costs less than many."""

    waarden: list[int] = field(default_factory=list)
    """Keyed answers to statements, in the order of the file."""
    gewichten: list[Fraction] = field(default_factory=list)
    ronden: list[Ronde] = field(default_factory=list)
    """Answered questions with an option that counts in the scale."""
    gevraagd: int = 0
    antwoordschalen: set[Antwoordschaal | None] = field(default_factory=set)
    """On what the items are answered; None stands for options."""
    itemgewichten: list[Fraction] = field(default_factory=list)
    """Weights of all items of the scale, asked or not."""
    schalen: list[Antwoordschaal] = field(default_factory=list)
    """Of each answered statement on what it is answered."""
    keuzes: list[tuple[Fraction, Gewicht]] = field(default_factory=list)
    """Of each answered question with options the points it gave and those it could give."""

    @property
    def punten(self) -> Fraction:
        """S(weight * answer) and points together."""
        return sum((punten for punten, _ in self.keuzes), _score_som(self.gewichten, self.waarden))

    @property
    def gewogen(self) -> Fraction:
        """Weight of what was answered."""
        return sum((keuze.gewicht for _, keuze in self.keuzes), _score_som(self.gewichten, [1] * len(self.gewichten)))

    @property
    def laagste(self) -> Fraction:
        """Lowest total that the answered items could have given."""
        laagste = _score_som(self.gewichten, [schaal.laagste for schaal in self.schalen])
        return sum((keuze.laagste for _, keuze in self.keuzes), laagste)

    @property
    def hoogste(self) -> Fraction:
        """Highest total that the answered items could have given."""
        hoogste = _score_som(self.gewichten, [schaal.hoogste for schaal in self.schalen])
        return sum((keuze.hoogste for _, keuze in self.keuzes), hoogste)

    @property
    def gewicht(self) -> Fraction:
        """Weight of all items of the scale: what a prorated sum is brought to."""
        return _score_som(self.itemgewichten, [1] * len(self.itemgewichten))

    @property
    def beantwoord(self) -> int:
        """Number of answered items."""
        return len(self.waarden) + len(self.ronden)

    @property
    def gemiddelde(self) -> Fraction:
        """Weighted mean of the answers (or mean points); only when something was answered."""
        return self.punten / self.gewogen

    @property
    def antwoordschaal(self) -> Antwoordschaal | None:
        """The one answer scale of all items, None when there are options or several answer scales."""
        return next(iter(self.antwoordschalen)) if len(self.antwoordschalen) == 1 else None


def count_antwoorden(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> dict[str, Telling]:
    """Return per scale what the answers (in item order; NVT: not asked) add up to."""
    tellingen = {schaal.id: Telling() for schaal in vragenlijst.schalen}
    for item, antwoord in zip(vragenlijst.items, antwoorden, strict=True):
        if isinstance(item, Stelling):
            _count_stelling(item, antwoord, tellingen)
        else:
            _count_keuze(item, antwoord, tellingen)
    return tellingen


def _count_stelling(stelling: Stelling, antwoord: Antwoord, tellingen: Mapping[str, Telling]) -> None:
    schaal = stelling.antwoorden
    for deel in stelling.sleutel:
        telling = tellingen[deel.schaal]
        telling.antwoordschalen.add(schaal)
        telling.itemgewichten.append(deel.gewicht)
        telling.gevraagd += antwoord is not NVT
        if isinstance(antwoord, int):
            telling.waarden.append(schaal.laagste + schaal.hoogste - antwoord if deel.omgekeerd else antwoord)
            telling.gewichten.append(deel.gewicht)
            telling.schalen.append(schaal)


def _count_keuze(keuze: Keuze, antwoord: Antwoord, tellingen: Mapping[str, Telling]) -> None:
    ronde = build_ronde(keuze, antwoord) if isinstance(antwoord, int | tuple) else None
    for naam, gewicht in build_gewichten(keuze).items():
        telling = tellingen[naam]
        telling.antwoordschalen.add(None)
        telling.itemgewichten.append(gewicht.gewicht)
        telling.gevraagd += antwoord is not NVT
        if ronde is not None:
            telling.ronden.append(ronde)
            telling.keuzes.append((Fraction(score_punten([ronde], naam)), gewicht))


def _score_som(gewichten: Sequence[Fraction], getallen: Sequence[int]) -> Fraction:
    """Return S(weight * number), exactly: over one denominator, for adding fractions one by one is slow."""
    noemer = lcm(*[gewicht.denominator for gewicht in gewichten])
    tellers = [gewicht.numerator * (noemer // gewicht.denominator) for gewicht in gewichten]
    return Fraction(sum(map(mul, tellers, getallen)), noemer)
