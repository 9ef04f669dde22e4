"""The sums of a group into the reliability of its scales, with what is refused and why.

Few people give an alpha that chance made. It is refused below 20 people with an answer, and below 100 it comes with a
warning, and without omega and without the alphas of a scale that misses a statement: choosing statements by these
would choose the noise (Charter 2003; Yurdugul 2008). Choices (ipsative) have no alpha at all (Hicks 1970).
"""

from fractions import Fraction

from conflictstijl.model.schaalanalyse import Analysereden, Itemanalyse, Lijstanalyse, Schaalanalyse
from conflictstijl.rekenen.betrouwbaarheid import (
    MINSTE_VOOR_ALFA,
    score_alfa,
    score_alfa_zonder,
    score_interval,
    score_item_rest,
    score_meetfout,
    score_samenhang,
)
from conflictstijl.rekenen.factoranalyse import MINSTE_VOOR_FACTOR, score_ladingen, score_omega
from conflictstijl.rekenen.normeren import score_spreiding
from conflictstijl.rekenen.schaalsommen import Schaalsom, Schaalsommen

MINSTE_MENSEN = 20
"""People with an answer on a scale, for any figure about it."""
GENOEG_MENSEN = 100
"""People below which alpha comes with a warning, and omega and the alphas without a statement not at all."""
MINSTE_SAMEN = 10
"""People who answered both of two statements: fewer, and their covariance would be chance."""


def build_analyse(sommen: Schaalsommen) -> Lijstanalyse:
    """Return the reliability of every scale in a group, in the order of the questionnaire."""
    schalen = [
        _build_schaal(sommen, sommen.schalen[schaal.id])
        if schaal.id in sommen.schalen
        else Schaalanalyse(schaal.id, 0, 0, redenen=(Analysereden.KEUZES,))
        for schaal in sommen.vragenlijst.schalen
    ]
    return Lijstanalyse(sommen.n, tuple(schalen), _build_samenhang(sommen))


def score_alfa_groep(sommen: Schaalsommen, schaal: str) -> Fraction | None:
    """Return the exact alpha of a scale; None when it is refused, or the scale is not one of statements."""
    som = sommen.schalen.get(schaal)
    if som is None or _read_weigering(sommen, som):
        return None
    return _read_positief(score_alfa(sommen.read_covarianties(som, som)))


def _build_schaal(sommen: Schaalsommen, som: Schaalsom) -> Schaalanalyse:
    items = tuple(Itemanalyse(een.id, een.tekst) for een in (sommen.stellingen[plaats] for plaats in som.plaatsen))
    leeg = Schaalanalyse(som.schaal, som.n, som.volledig, items=items)
    weigering = _read_weigering(sommen, som)
    return leeg._replace(redenen=(weigering,)) if weigering else _build_cijfers(leeg, sommen, som)


def _read_weigering(sommen: Schaalsommen, som: Schaalsom) -> Analysereden | None:
    """Return why nothing at all can be said about a scale, None when something can."""
    if som.n < MINSTE_MENSEN:
        return Analysereden.TE_WEINIG_MENSEN
    if len(som.plaatsen) < MINSTE_VOOR_ALFA:
        return Analysereden.TE_WEINIG_STELLINGEN
    return Analysereden.TE_WEINIG_SAMEN if sommen.count_samen(som, som) < MINSTE_SAMEN else None


def _build_cijfers(leeg: Schaalanalyse, sommen: Schaalsommen, som: Schaalsom) -> Schaalanalyse:
    matrix = sommen.read_covarianties(som, som)
    alfa, genoeg = _read_positief(score_alfa(matrix)), leeg.n >= GENOEG_MENSEN
    gevuld = leeg._replace(
        items=tuple(
            een._replace(
                item_rest=score_item_rest(matrix, plaats),
                alfa_zonder=_build_float(score_alfa_zonder(matrix, plaats)) if genoeg else None,
            )
            for plaats, een in enumerate(leeg.items)
        ),
        alfa_volledig=_score_volledig(som) if leeg.volledig >= MINSTE_MENSEN else None,
        omega=_score_omega(sommen, som) if genoeg and alfa is not None else None,
    )
    if alfa is not None:
        gevuld = gevuld._replace(
            alfa=float(alfa),
            interval=score_interval(alfa, leeg.n, len(matrix)),
            sem=score_meetfout(score_spreiding(som.scores), alfa),
        )
    return gevuld._replace(redenen=tuple(_read_redenen(gevuld, som)))


def _score_volledig(som: Schaalsom) -> float | None:
    """Return alpha over the people who answered everything. R: ``psych::alpha(na.omit(x))$total$raw_alpha``."""
    return _build_float(score_alfa(som.read_volledig()))


def _score_omega(sommen: Schaalsommen, som: Schaalsom) -> float | None:
    correlaties = sommen.read_correlaties(som)
    ladingen = correlaties and score_ladingen(correlaties)
    return score_omega(ladingen) if ladingen else None


def _read_redenen(schaal: Schaalanalyse, som: Schaalsom) -> list[Analysereden]:
    weinig = schaal.n < GENOEG_MENSEN
    zonder_factor = schaal.omega is None and schaal.alfa is not None and not weinig
    gelden = [
        (Analysereden.GEEN_SAMENHANG, schaal.alfa is None),
        (Analysereden.WEINIG_MENSEN, weinig),
        (Analysereden.WEINIG_VOLLEDIG, schaal.volledig < MINSTE_MENSEN),
        (Analysereden.TE_WEINIG_STELLINGEN, len(schaal.items) < MINSTE_VOOR_FACTOR),
        (Analysereden.GEEN_FACTOR, zonder_factor and len(schaal.items) >= MINSTE_VOOR_FACTOR),
        (Analysereden.GEWICHTEN, len(set(map(abs, som.gewichten))) > 1),
    ]
    return [reden for reden, geldt in gelden if geldt]


def _build_samenhang(sommen: Schaalsommen) -> dict[str, dict[str, float | None]]:
    schalen = sommen.schalen
    return {
        een: {ander: _score_tussen(sommen, schalen[een], schalen[ander]) for ander in schalen if ander != een}
        for een in schalen
    }


def _score_tussen(sommen: Schaalsommen, een: Schaalsom, ander: Schaalsom) -> float | None:
    """Return the correlation of two scales; None when one of them, or both together, have too few people."""
    paren = ((een, een), (ander, ander), (een, ander))
    if min(een.n, ander.n) < MINSTE_MENSEN or min(sommen.count_samen(*paar) for paar in paren) < MINSTE_SAMEN:
        return None
    return score_samenhang(*(sommen.read_covarianties(*paar) for paar in paren))


def _read_positief(alfa: Fraction | None) -> Fraction | None:
    """Return an alpha of at least nought: below it the model behind it fails, and 1 - alpha is no share of noise."""
    return alfa if alfa is not None and alfa >= 0 else None


def _build_float(alfa: Fraction | None) -> float | None:
    positief = _read_positief(alfa)
    return None if positief is None else float(positief)
