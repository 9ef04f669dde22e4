"""How well choices fit: a scale of performance against chance, and every case by itself."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.gewicht import build_gewichten
from conflictstijl.model.profiel import Geval, Toeval
from conflictstijl.model.vragen import Keuze, Vorm
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rekenen.tellen import Telling
from conflictstijl.rekenen.verwisseling import build_ronde, score_punten, score_toevalsbereik, score_verwacht

_BUITEN = Fraction(5, 100)
"""What is left outside the limits of chance, half of it on each side; scales of performance share it."""


def score_toeval(telling: Telling, schaal: str, bereken: Callable[[Fraction], Fraction], aantal: int = 1) -> Toeval:
    """Return what random answers to the same questions with options would give: see `score_toevalsbereik`.

    `bereken` turns mean points into the unit of the score. Each of several scales of performance (`aantal`) gets
    its share of what is left outside the limits (Bonferroni).
    """
    grenzen = score_toevalsbereik(telling.ronden, schaal, _BUITEN, aantal)
    punten = (score_verwacht(telling.ronden, schaal), *grenzen, telling.laagste, telling.hoogste)
    return Toeval(*(bereken(Fraction(som) / telling.gewogen) for som in punten))


def read_gevallen(vragenlijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> tuple[Geval, ...]:
    """Return per case with a scale of performance what was chosen and what fits best there.

    A case that was not asked, or does not apply, is none.
    """
    prestatie = [schaal.id for schaal in vragenlijst.schalen if schaal.prestatie]
    return tuple(
        _build_geval(item, antwoord, naam)
        for item, antwoord in zip(vragenlijst.items, antwoorden, strict=True)
        if isinstance(item, Keuze) and item.vorm is Vorm.KIES and antwoord is not NVT
        for naam in prestatie
        if naam in build_gewichten(item)
    )


def _build_geval(keuze: Keuze, antwoord: Antwoord, prestatie: str) -> Geval:
    schalen = [tuple(deel.schaal for deel in optie.sleutel if deel.schaal != prestatie) for optie in keuze.opties]
    punten = [Fraction(score_punten([build_ronde(keuze, plaats)], prestatie)) for plaats in range(len(schalen))]
    hoogste = max(punten)
    gekozen = antwoord if isinstance(antwoord, int) else None
    return Geval(
        keuze.id,
        () if gekozen is None else schalen[gekozen],
        tuple(schaal for plaats, rij in enumerate(schalen) if punten[plaats] == hoogste for schaal in rij),
        None if gekozen is None else punten[gekozen],
        hoogste,
    )
