"""Questionnaires, answer sheets and reports for the tests of reports."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from conflictstijl.fouten import Plek
from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.document import Document, Kop, Staven
from conflictstijl.model.kennis import STIJLEN
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import (
    Antwoordpunt,
    Antwoordschaal,
    Herkomst,
    Schaal,
    Scoresoort,
    Sleuteldeel,
    Stelling,
    Vorm,
    Vragenlijst,
)
from conflictstijl.rapport.profiel import build_document
from conflictstijl.rekenen.advies import advise_profiel
from conflictstijl.rekenen.controle import build_zuiver
from conflictstijl.rekenen.scoren import score_antwoorden

MEEGELEVERD = ("conflictstijlen", "conflictstijlen-kort", "conflictstijlen-paren")
LEEG = Herkomst()
LABELS = ("Nooit", "Zelden", "Soms", "Vaak", "Altijd")


def bouw_lijst(
    schalen: Sequence[tuple[str, str | None]],
    sleutels: Sequence[tuple[Sleuteldeel, ...]],
    *,
    punten: Sequence[int] = (1, 2, 3, 4, 5),
    score: Scoresoort = Scoresoort.GEMIDDELDE,
    herkomst: Herkomst = LEEG,
) -> Vragenlijst:
    """Return a questionnaire with scales (id and style) and one statement per key."""
    plek = Plek("eigen.yaml", 1, 1)
    return Vragenlijst(
        id="eigen",
        versie="1.0",
        titel="Hoe gaat het?",
        schalen=tuple(Schaal(naam, naam if stijl else f"Schaal {naam}", stijl) for naam, stijl in schalen),
        vorm=Vorm.STELLINGEN,
        antwoorden=Antwoordschaal(tuple(map(Antwoordpunt, punten, LABELS)), nvt="Past niet"),
        stellingen=tuple(Stelling(str(i), f"Zin {i}.", sleutel, plek) for i, sleutel in enumerate(sleutels, 1)),
        herkomst=herkomst,
        score=score,
    )


def bouw_eenvoudig(schalen: Sequence[tuple[str, str | None]], per_schaal: int = 4) -> Vragenlijst:
    """Return a questionnaire with the same number of plain statements for each scale, scale after scale."""
    return bouw_lijst(schalen, [(Sleuteldeel(naam),) for naam, _ in schalen for _ in range(per_schaal)])


def bouw_profiel(lijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Stijlprofiel:
    return score_antwoorden(lijst, Antwoordblad(lijst.id, tuple(antwoorden)))


def bouw_verslag(lijst: Vragenlijst, profiel: Stijlprofiel) -> Document:
    kennis = load_kennis()
    return build_document(profiel, lijst, kennis, advise_profiel(profiel, lijst, kennis))


def lees_tekst(document: Document) -> str:
    """Return every text of a document, one per line, whatever the layout."""
    regels: list[str] = []
    for blok in document.blokken:
        match blok:
            case Staven():
                regels += [f"{staaf.naam} {staaf.getal} {staaf.woord}" for staaf in blok.staven] + [blok.schaal]
            case _:
                regels += getattr(blok, "delen", None) or [getattr(blok, "tekst", "")]
    return "\n".join(regels)


def lees_koppen(document: Document, niveau: int) -> list[str]:
    return [blok.tekst for blok in document.blokken if isinstance(blok, Kop) and blok.niveau == niveau]


def lees_staven(document: Document) -> Staven:
    return next(blok for blok in document.blokken if isinstance(blok, Staven))


def lees_deel(document: Document, kop: str) -> str:
    """Return the text below one of the four headings."""
    tekst = lees_tekst(document)
    return tekst.partition(f"\n{kop}\n")[2]


_gewichten = st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2)])


@st.composite
def eigen_lijsten(trek: st.DrawFn) -> Vragenlijst:
    """Draw a questionnaire with scales of its own, styles, or both, and keys of every kind."""
    namen = trek(
        st.lists(st.sampled_from([*STIJLEN, "rust", "werkdruk", "steun"]), min_size=1, max_size=5, unique=True)
    )
    deel = st.builds(Sleuteldeel, st.sampled_from(namen), _gewichten, st.booleans())
    sleutel = st.lists(deel, max_size=2, unique_by=lambda d: d.schaal).map(tuple)
    return bouw_lijst(
        [(naam, naam if naam in STIJLEN else None) for naam in namen],
        trek(st.lists(sleutel, min_size=1, max_size=14)),
        punten=trek(st.sampled_from([(1, 2, 3, 4, 5), (0, 1), (-2, -1, 0, 1, 2)])),
        score=trek(st.sampled_from(list(Scoresoort))),
        herkomst=trek(st.sampled_from([Herkomst(), Herkomst("CC0", "ik", "Proef.", "boek"), Herkomst(status="proef")])),
    )


@st.composite
def bladen(trek: st.DrawFn, lijst: Vragenlijst) -> tuple[Antwoord, ...]:
    """Draw answers: random ones, or those of someone with one style and a few open answers."""
    mogelijk: list[Antwoord] = [0, 1, None]
    if lijst.antwoorden:
        mogelijk = [*(punt.waarde for punt in lijst.antwoorden.punten), None, *([NVT] if lijst.antwoorden.nvt else [])]
    aantal = len(lijst.items)
    if trek(st.booleans()):
        return tuple(trek(st.lists(st.sampled_from(mogelijk), min_size=aantal, max_size=aantal)))
    zuiver = build_zuiver(lijst, trek(st.sampled_from([schaal.id for schaal in lijst.schalen]))).antwoorden
    open_ = trek(st.sets(st.integers(0, aantal - 1), max_size=3))
    return tuple(None if plaats in open_ else antwoord for plaats, antwoord in enumerate(zuiver))


@st.composite
def profielen(trek: st.DrawFn) -> tuple[Vragenlijst, Stijlprofiel]:
    """Draw a questionnaire, shipped or own, with the profile of one sheet."""
    lijst = trek(st.one_of(st.sampled_from(MEEGELEVERD).map(load_vragenlijst), eigen_lijsten()))
    return lijst, bouw_profiel(lijst, trek(bladen(lijst)))
