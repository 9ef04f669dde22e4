"""Counting: what every scale got from the answers, whatever the form of the items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gewicht import Gewicht, build_gewichten
from conflictstijl.model.vragen import Antwoordschaal, Keuze, Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.verwisseling import Ronde, build_ronde, score_punten


@dataclass(slots=True)
class Telling:
    """What one scale got, while counting."""

    waarden: list[int] = field(default_factory=list)
    """Keyed answers to statements, in the order of the file."""
    gewichten: list[Fraction] = field(default_factory=list)
    ronden: list[Ronde] = field(default_factory=list)
    """Answered questions with an option that counts in the scale."""
    punten: Fraction = Fraction(0)
    """S(weight * answer) and points together."""
    gewogen: Fraction = Fraction(0)
    """Weight of what was answered."""
    laagste: Fraction = Fraction(0)
    hoogste: Fraction = Fraction(0)
    """Lowest and highest total that the answered items could have given."""
    gevraagd: int = 0
    gewicht: Fraction = Fraction(0)
    """Weight of all items of the scale, asked or not: what a prorated sum is brought to."""
    antwoordschalen: set[Antwoordschaal | None] = field(default_factory=set)
    """On what the items are answered; None stands for options."""

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
        telling.gewicht += deel.gewicht
        telling.gevraagd += antwoord is not NVT
        if isinstance(antwoord, int):
            waarde = schaal.laagste + schaal.hoogste - antwoord if deel.omgekeerd else antwoord
            telling.waarden.append(waarde)
            telling.gewichten.append(deel.gewicht)
            _count_punten(
                telling,
                deel.gewicht * waarde,
                Gewicht(deel.gewicht, deel.gewicht * schaal.laagste, deel.gewicht * schaal.hoogste),
            )


def _count_keuze(keuze: Keuze, antwoord: Antwoord, tellingen: Mapping[str, Telling]) -> None:
    ronde = build_ronde(keuze, antwoord) if isinstance(antwoord, int | tuple) else None
    for naam, gewicht in build_gewichten(keuze).items():
        telling = tellingen[naam]
        telling.antwoordschalen.add(None)
        telling.gewicht += gewicht.gewicht
        telling.gevraagd += antwoord is not NVT
        if ronde is not None:
            telling.ronden.append(ronde)
            _count_punten(telling, Fraction(score_punten([ronde], naam)), gewicht)


def _count_punten(telling: Telling, punten: Fraction, gewicht: Gewicht) -> None:
    telling.punten += punten
    telling.gewogen += gewicht.gewicht
    telling.laagste += gewicht.laagste
    telling.hoogste += gewicht.hoogste
