"""Questionnaires, answer sheets and reports for the tests of reports."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple
from zlib import crc32

from hypothesis import strategies as st

from conflictstijl.fouten import Plek
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.document import Document, Kop, Opsomming, Schrijfruimte, Staven, Tabel
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import (
    Achtergrondvraag,
    Antwoordpunt,
    Antwoordschaal,
    Keuze,
    OpenVraag,
    Sleuteldeel,
    Stelling,
    Vorm,
    Vraag,
)
from conflictstijl.model.vragenlijst import Herkomst, Schaal, Scoresoort, Vragenlijst
from conflictstijl.rapport.profiel import KOPPEN
from conflictstijl.rapport.uitkomst import INGEVULD
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.sleutelcontrole import build_zuiver
from conflictstijl.toepassing import build_profieldocument

MEEGELEVERD = ("conflictstijlen", "conflictstijlen-kort", "conflictstijlen-paren")
NIEUW = ("rustig-en-gespannen", "rollen", "praktijksituaties")
INSTRUMENTEN = Path(__file__).parents[1] / "instrumenten"
OPBOUWEN = ("beste-slechtste", "drie-vormen", "situaties-punten", "vijf-lenzen")
VIJF = [(naam, naam) for naam in STIJLEN]
EIGEN = [("rust", None), ("steun", None), ("druk", None), ("tempo", None)]
LEEG = Herkomst()
KOP = """\
vragenlijst: eigen
formaat: 1
versie: "1.0"
titel: Hoe gaat het?
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
"""
"""What every questionnaire file begins with."""
LABELS = ("Nooit", "Zelden", "Soms", "Vaak", "Altijd")
_load_meegeleverd = cache(load_vragenlijst)
"""A shipped questionnaire, read once: nobody can change one, and properties draw them by the hundred."""


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
    antwoorden = Antwoordschaal(tuple(map(Antwoordpunt, punten, LABELS)), nvt="Past niet")
    return Vragenlijst(
        id="eigen",
        versie="1.0",
        titel="Hoe gaat het?",
        schalen=tuple(Schaal(naam, naam if stijl else f"Schaal {naam}", stijl) for naam, stijl in schalen),
        antwoorden=antwoorden,
        items=tuple(Stelling(str(i), f"Zin {i}.", sleutel, antwoorden, plek) for i, sleutel in enumerate(sleutels, 1)),
        herkomst=herkomst,
        score=score,
    )


def bouw_eenvoudig(schalen: Sequence[tuple[str, str | None]], per_schaal: int = 4) -> Vragenlijst:
    """Return a questionnaire with the same number of plain statements for each scale, scale after scale."""
    return bouw_lijst(schalen, [(Sleuteldeel(naam),) for naam, _ in schalen for _ in range(per_schaal)])


def schrijf_lijst(folder: Path, inhoud: str, variant: str = "") -> Vragenlijst:
    """Return a questionnaire of which only what matters is spelled out, as an author would write it."""
    pad = folder / "eigen.yaml"
    pad.write_text(KOP + dedent(inhoud), encoding="utf-8")
    return load_vragenlijst(str(pad), variant)


def vul_in(lijst: Vragenlijst, kies: Callable[[Vraag], Antwoord]) -> tuple[Antwoord, ...]:
    """Return one answer per question."""
    return tuple(map(kies, lijst.vragen))


def vul_stijl(**waarden: int) -> Callable[[Vraag], Antwoord]:
    """Return how someone answers statements per style (`forceren`) or part and style (`gespannen__forceren`), else 3.

    Background questions get the first answer.
    """

    def kies(vraag: Vraag) -> Antwoord:
        if isinstance(vraag, Stelling):
            deel = vraag.sleutel[0]
            kaal = deel.schaal.rpartition(".")[2]
            waarde = waarden.get(deel.schaal.replace(".", "__"), waarden.get(kaal, 3))
            return vraag.antwoorden.laagste + vraag.antwoorden.hoogste - waarde if deel.omgekeerd else waarde
        return 0

    return kies


def bouw_profiel(lijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Stijlprofiel:
    return score_antwoorden(lijst, Antwoordblad(lijst.id, tuple(antwoorden)))


def bouw_verslag(lijst: Vragenlijst, profiel: Stijlprofiel) -> Document:
    return build_profieldocument(profiel, lijst)


def lees_tekst(document: Document) -> str:
    """Return every text of a document, one per line, whatever the layout."""
    regels: list[str] = []
    for blok in document.in_woorden:
        match blok:
            case Schrijfruimte():
                pass
            case Staven():
                regels += [f"{staaf.naam} {staaf.getal} {staaf.woord}" for staaf in blok.staven] + [blok.schaal]
            case Tabel():
                regels += [" ".join(rij) for rij in (blok.koppen, *blok.rijen)]
            case Opsomming():
                regels += blok.delen
            case _:
                regels.append(blok.tekst)
    return "\n".join(regels)


def lees_koppen(document: Document, niveau: int) -> list[str]:
    return [blok.tekst for blok in document.blokken if isinstance(blok, Kop) and blok.niveau == niveau]


def lees_staven(document: Document) -> Staven:
    return next(blok for blok in document.blokken if isinstance(blok, Staven))


def lees_tabel(document: Document) -> Tabel:
    return next(blok for blok in document.in_woorden if isinstance(blok, Tabel))


def lees_deel(document: Document, kop: str) -> str:
    """Return the text below one of the four headings."""
    tekst = lees_tekst(document)
    return tekst.partition(f"\n{kop}\n")[2]


def lees_scores(document: Document) -> str:
    """Return the text below the heading with the scores, up to the next: a report without styles has its own."""
    koppen = lees_koppen(document, 2)
    plaats = next(nummer for nummer, kop in enumerate(koppen) if kop in {KOPPEN[0], INGEVULD})
    deel = lees_deel(document, koppen[plaats])
    return deel.partition(f"\n{koppen[plaats + 1]}\n")[0]


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


class Paar(NamedTuple):
    """A questionnaire with the profile of one sheet; shown short, for a failing test would print pages."""

    lijst: Vragenlijst
    profiel: Stijlprofiel

    def __repr__(self) -> str:
        return f"{self.lijst.volledige_id}: { {naam: str(score.exact) for naam, score in self.profiel.scores.items()} }"


@st.composite
def profielen(trek: st.DrawFn) -> Paar:
    """Draw a questionnaire, shipped or own, with the profile of one sheet."""
    lijst = trek(st.one_of(st.sampled_from(MEEGELEVERD).map(_load_meegeleverd), eigen_lijsten()))
    return Paar(lijst, bouw_profiel(lijst, trek(bladen(lijst))))


def _kies(vraag: Vraag, getal: int) -> Antwoord:
    """Return an answer of the form that a question has, which one by a number."""
    match vraag:
        case Stelling():
            return vraag.antwoorden.punten[getal % len(vraag.antwoorden.punten)].waarde
        case Achtergrondvraag():
            return getal % len(vraag.antwoorden)
        case OpenVraag():
            return ("Het ging goed.", "a | b")[getal % 2]
        case Keuze(vorm=Vorm.KIES):
            return getal % len(vraag.opties)
        case Keuze(vorm=Vorm.VERDEEL):
            deel = getal % (vraag.totaal + 1)
            punten = [deel, vraag.totaal - deel, *[0] * (len(vraag.opties) - 2)]
            return tuple(_draai(punten, getal // 11))
        case _:
            plaatsen = _draai(range(len(vraag.opties)), getal)
            return tuple(plaatsen[:2] if vraag.vorm is Vorm.UITERSTEN else plaatsen)


def _draai(rij: Sequence[int], getal: int) -> list[int]:
    """Return a row begun somewhere else, forwards or backwards."""
    begin = getal % len(rij)
    gedraaid = [*rij[begin:], *rij[:begin]]
    return gedraaid[:: 1 if getal // len(rij) % 2 else -1]


@cache
def _load_alle() -> list[Vragenlijst]:
    """Every questionnaire there is: shipped, in each version and deepened, and those of the tests."""
    gewoon = [*MEEGELEVERD, *NIEUW, *(str(INSTRUMENTEN / f"{naam}.yaml") for naam in OPBOUWEN)]
    samen = load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping")
    return [*map(load_vragenlijst, gewoon), load_vragenlijst("conflictstijlen", "ander"), samen]


@st.composite
def alle_profielen(trek: st.DrawFn) -> Paar:
    """Draw a questionnaire of any form with the profile of a sheet: of any answers, with many left open, or clear.

    All answers follow from one number: drawing each of them apart would take minutes.
    """
    lijst = trek(st.sampled_from(_load_alle()))
    if trek(st.booleans()):
        zuiver = build_zuiver(lijst, trek(st.sampled_from(lijst.schalen)).id).antwoorden
        return Paar(lijst, bouw_profiel(lijst, [*(0 for _ in lijst.achtergrond), *zuiver, *("" for _ in lijst.open)]))
    zaad, open_ = trek(st.integers(0, 9999)), trek(st.sampled_from([0, 0, 10, 60, 100]))
    getallen = {vraag.id: crc32(f"{zaad} {vraag.id}".encode()) for vraag in lijst.vragen}

    def kies(vraag: Vraag) -> Antwoord:
        getal = getallen[vraag.id]
        return None if getal % 100 < open_ else _kies(vraag, getal // 100)

    return Paar(lijst, bouw_profiel(lijst, vul_in(lijst, kies)))
