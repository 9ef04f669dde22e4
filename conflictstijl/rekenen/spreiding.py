"""How far organisations lie apart on each scale of a questionnaire that they filled in as organisations."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.organisaties import (
    KLEINSTE_SAMENWERKING,
    Organisatie,
    Organisatiebeeld,
    Spreiding,
    Uitschieter,
)
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Vragenlijst

GESPREK = 2
"""How many scales a group talks about; one that ties with the last of them comes along."""


def build_organisatiebeeld(
    organisaties: Sequence[Organisatie], vragenlijst: Vragenlijst, minimum: int = KLEINSTE_SAMENWERKING
) -> Organisatiebeeld:
    """Return organisations beside each other; nothing is held back but below `minimum`.

    The rules for people (five of them, coarse means, nothing that can be subtracted) protect someone who answered for
    oneself and may be harmed by it. An organisation is no person: its people agreed on one sheet, and gave it to the
    others to be laid beside theirs. Hiding it would hide the talking point. That a questionnaire is of this kind is
    written in its file (`eenheid`), which refuses one with styles or about somebody; no option of a run changes it.
    """
    namen = [naam for groep in vragenlijst.groepen.values() for naam in groep]
    bereiken = {naam: read_bereik(vragenlijst, naam) for naam in namen}
    gevonden = (build_spreiding(naam, _read_scores(organisaties, naam), bereiken[naam]) for naam in namen)
    # the sort keeps the order of the questionnaire where scales tie
    spreidingen = sorted(filter(None, gevonden), key=lambda een: een.aandeel, reverse=True)
    return Organisatiebeeld(tuple(organisaties), tuple(spreidingen), tuple(read_gesprek(spreidingen)), minimum)


def _read_scores(organisaties: Iterable[Organisatie], schaal: str) -> list[Fraction]:
    return [score for een in organisaties if (score := een.scores.get(schaal)) is not None]


def build_spreiding(schaal: str, scores: Sequence[Fraction], bereik: tuple[Fraction, Fraction]) -> Spreiding | None:
    """Return how far scores lie apart: mean m = S(x) / n, and variance S((x - m)^2) / (n - 1); None below two scores.

    With n - 1, as for a sample: partners who gave no sheet belong to the whole too. Altman and Bland (2005), BMJ 331,
    903. R: ``mean(x)``, ``var(x)``, ``sd(x)``, ``range(x)``; `aandeel` is ``var(x / diff(bereik))``.
    """
    n = len(scores)
    if n < KLEINSTE_SAMENWERKING:
        return None
    gemiddelde = sum(scores, Fraction(0)) / n
    variantie = sum(((score - gemiddelde) ** 2 for score in scores), Fraction(0)) / (n - 1)
    lengte = bereik[1] - bereik[0]
    aandeel = variantie / lengte**2 if lengte else Fraction(0)
    return Spreiding(schaal, n, gemiddelde, min(scores), max(scores), variantie, aandeel, score_grootste(n, bereik))


def read_gesprek(spreidingen: Sequence[Spreiding]) -> list[str]:
    """Return the scales to talk about, given the widest first: what does not differ is none of them."""
    verschillend = [een for een in spreidingen if een.aandeel]
    grens = min((een.aandeel for een in verschillend[:GESPREK]), default=Fraction(0))
    return [een.schaal for een in verschillend if een.aandeel >= grens]


def score_grootste(n: int, bereik: tuple[Fraction, Fraction]) -> Fraction:
    """Return the largest variance that `n` scores can have: half of them at each end of their range.

    k (n - k) / (n (n - 1)) d^2 with k = floor(n / 2) and d the length of the range (Popoviciu 1935, with n - 1).
    R: ``var(rep(bereik, c(k, n - k)))``.
    """
    helft = n // 2
    return Fraction(helft * (n - helft), n * (n - 1)) * (bereik[1] - bereik[0]) ** 2


def read_uitschieters(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> dict[str, Uitschieter]:
    """Return per scale the statements that one sheet answered highest and lowest, as they count there.

    `antwoorden` are those to the items, as `read_antwoorden` gives them.
    """
    punten: dict[str, dict[tuple[str, str], Fraction]] = {}
    for item, antwoord in zip(vragenlijst.items, antwoorden, strict=True):
        if isinstance(item, Stelling) and isinstance(antwoord, int):
            label = next(punt.label for punt in item.antwoorden.punten if punt.waarde == antwoord) or str(antwoord)
            for deel in item.sleutel:
                plaats = Fraction(antwoord - item.antwoorden.laagste, item.antwoorden.bereik)
                gegeven = punten.setdefault(deel.schaal, {})
                gegeven[item.tekst, label] = 1 - plaats if deel.omgekeerd else plaats
    return {schaal: _build_uitschieter(gegeven) for schaal, gegeven in punten.items()}


def _build_uitschieter(gegeven: Mapping[tuple[str, str], Fraction]) -> Uitschieter:
    hoogste, laagste = max(gegeven.values()), min(gegeven.values())
    if hoogste == laagste:
        return Uitschieter()
    hoog, laag = (tuple(naam for naam, punt in gegeven.items() if punt == eind) for eind in (hoogste, laagste))
    return Uitschieter(hoog, laag)
