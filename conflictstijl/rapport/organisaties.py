"""The report of organisations side by side: where they differ most comes first, and an agenda comes last."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Punt, Puntenrij, Staaf, Staven, Tabel
from conflictstijl.model.gewicht import read_bereik
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.organisaties import Organisatiebeeld, Spreiding
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.groep import build_gegeven
from conflictstijl.rapport.groepspersonen import read_schaalnaam
from conflictstijl.rapport.organisatieagenda import build_agenda, render_namen, render_score
from conflictstijl.rapport.puntenbeeld import build_beeld
from conflictstijl.rapport.staven import build_schaaluitleg
from conflictstijl.tekst import render_getal

EEN_BLAD = "Elke rij van het bestand is één organisatie. Het blad is daar samen afgesproken en met toestemming gegeven."
GEEN_MENSEN = (
    "De regels voor een groep mensen gelden hier dus niet. Is een rij toch één mens? Deel dit dan met niemand."
)
_MET_NAMEN = "Hier staan namen van organisaties in. Deel dit alleen met wie meedoet."
_LETTERS = "De letters volgen de rijen van het bestand. Zeg alleen wie A is als A dat goed vindt."
_GELIJK = "Jullie scoren overal precies gelijk. Vraag dan eerst of iedereen hetzelfde bedoelt."
_GEEN_SCORE = "Een streepje betekent: te weinig antwoorden."
_SPREIDING = 2
"""Decimals of a spread: means of a few statements lie close."""
_GRENZEN = (
    "Dit is geen norm. Het beeld zegt niet of jullie het goed of slecht doen.",
    "Een verschil kan toeval zijn. Zie het als begin van een gesprek.",
    "Een hoog gemiddelde verbergt wie er anders over denkt. Kijk dus eerst naar de spreiding.",
    "De spreiding is de standaardafwijking, met als deler het aantal min één.",
)


def build_organisaties(
    beeld: Organisatiebeeld, vragenlijst: Vragenlijst, kennis: Kennis, *, met_namen: bool = False
) -> Document:
    """Return the report of organisations side by side: of enough of them, for of fewer there is none."""
    gegeven = build_gegeven(vragenlijst, kennis)
    return Document(
        (
            Kop(f"{vragenlijst.titel}: organisaties naast elkaar", 1),
            Alinea(f"Dit beeld gaat over {beeld.n} organisaties. {EEN_BLAD} {GEEN_MENSEN}"),
            Alinea(_MET_NAMEN if met_namen else _LETTERS),
            *_build_spreiding(gegeven, beeld),
            *_build_naast(gegeven, beeld),
            *_build_cijfers(gegeven, beeld.spreidingen),
            *build_agenda(gegeven, beeld),
            Kop("Wat dit beeld niet zegt"),
            Opsomming(_GRENZEN),
        )
    )


def _build_spreiding(gegeven: Gegeven, beeld: Organisatiebeeld) -> Iterator[Blok]:
    """Yield where organisations differ most, as bars with the widest first."""
    yield Kop("Hierover denken jullie het meest verschillend")
    if not beeld.gesprek:
        yield Alinea(_GELIJK)
        return
    yield Alinea(_render_meest(gegeven, beeld))
    uitleg = (
        "Het getal is de spreiding: hoe ver scores uit elkaar liggen. "
        f"Bij 0 scoort iedereen gelijk. Verder uit elkaar dan {render_getal(beeld.einde, _SPREIDING)} kan hier niet."
    )
    yield Staven(tuple(_build_staaf(gegeven, een) for een in beeld.spreidingen), 0, beeld.einde, uitleg, "de")


def _build_staaf(gegeven: Gegeven, een: Spreiding) -> Staaf:
    naam = read_schaalnaam(gegeven, een.schaal)
    getal = render_getal(een.standaardafwijking, _SPREIDING)
    return Staaf(
        naam, een.standaardafwijking, getal, f"van {render_score(een.laagste)} tot {render_score(een.hoogste)}"
    )


def _render_meest(gegeven: Gegeven, beeld: Organisatiebeeld) -> str:
    """Return the scales to talk about in their order, and which of them are as wide as far as the figures show."""
    gesprek = [een for een in beeld.spreidingen if een.schaal in beeld.gesprek]
    groepen = [[een.schaal for een in groep] for _, groep in groupby(gesprek, _read_wijdte)]
    zinnen = [f"Het meest verschillen jullie bij {render_namen(gegeven, groepen[0])}."]
    zinnen += [
        f"Daarna {'komt' if len(groep) == 1 else 'komen'} {render_namen(gegeven, groep)}." for groep in groepen[1:]
    ]
    gelijk = [groep for groep in groepen if len(groep) > 1]
    zinnen += [f"Bij {render_namen(gegeven, groep)} is de spreiding even groot." for groep in gelijk]
    return " ".join(zinnen)


def _read_wijdte(een: Spreiding) -> tuple[str, Fraction]:
    """Return what scales share that a reader cannot tell apart."""
    return render_getal(een.standaardafwijking, _SPREIDING), een.grootste


def _build_naast(gegeven: Gegeven, beeld: Organisatiebeeld) -> Iterator[Blok]:
    """Yield the scores of organisations: as a picture when they are few, and a row each."""
    yield Kop("De organisaties naast elkaar")
    schalen = [naam for groep in gegeven.lijst.groepen.values() for naam in groep]
    namen = [read_schaalnaam(gegeven, schaal) for schaal in schalen]
    scores = [[een.scores[schaal] for schaal in schalen] for een in beeld.organisaties]
    reeksen = [een.naam for een in beeld.organisaties]
    cellen = ((naam, *map(render_score, rij)) for naam, rij in zip(reeksen, scores, strict=True))
    punten = [tuple(map(_build_punt, kolom)) for kolom in zip(*scores, strict=True)]
    uitleg = build_schaaluitleg(gegeven, schalen)
    yield build_beeld(
        Tabel(("Organisatie", *namen), tuple(cellen)),
        reeksen,
        list(map(Puntenrij, namen, punten)),
        {read_bereik(gegeven.lijst, schaal) for schaal in schalen},
        uitleg,
    )
    geen = any(score is None for rij in scores for score in rij)
    yield Alinea(f"{uitleg} {_GEEN_SCORE}" if geen else uitleg)


def _build_punt(score: Fraction | None) -> Punt:
    return Punt(None if score is None else float(score), render_score(score))


def _build_cijfers(gegeven: Gegeven, spreidingen: Sequence[Spreiding]) -> Iterator[Blok]:
    if spreidingen:
        yield Kop("De cijfers")
        koppen = ("Onderwerp", "Gemiddelde", "Laagste", "Hoogste", "Spreiding", "Aantal")
        yield Tabel(koppen, tuple(_build_rij(gegeven, een) for een in spreidingen))
        yield Alinea("Het aantal is hoeveel organisaties daar een score hebben.")


def _build_rij(gegeven: Gegeven, een: Spreiding) -> tuple[str, ...]:
    cijfers = (een.gemiddelde, een.laagste, een.hoogste)
    spreiding = render_getal(een.standaardafwijking, _SPREIDING)
    return read_schaalnaam(gegeven, een.schaal), *map(render_score, cijfers), spreiding, str(een.n)
