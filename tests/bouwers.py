"""Small questionnaires, sheets and profiles for tests, built without any file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from conflictstijl.fouten import Plek
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.kennis import STIJLEN
from conflictstijl.model.profiel import Kwaliteit, Stijlprofiel
from conflictstijl.model.vragenlijst import (
    Antwoordpunt,
    Antwoordschaal,
    Keuze,
    Optie,
    Schaal,
    Scoresoort,
    Sleutel,
    Sleuteldeel,
    Stelling,
    Vorm,
    Vragenlijst,
)
from conflictstijl.rekenen.scoren import score_antwoorden

GOED = """\
vragenlijst: team
formaat: 1
versie: "1.0"
titel: Ons team
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
antwoorden: [Nooit, Zelden, Soms, Vaak, Altijd]
schalen: [samenwerken, vermijden]
items:
  - samenwerken: Ik vraag door naar de reden.
  - vermijden: Ik stel een lastig gesprek uit.
"""
"""A questionnaire file without findings."""

LABELS = ("Nooit", "Zelden", "Soms", "Vaak", "Altijd")
TEKSTEN = (
    "Ik hak de knoop door.",
    "Ik vraag wat de ander nodig heeft.",
    "Wij geven allebei een beetje toe.",
    "Liever begin ik over het weer.",
    "Mijn eigen wens schuif ik opzij.",
    "Bij onenigheid ga ik naar huis.",
    "Een afspraak bewaak ik streng.",
    "Samen tekenen we alle belangen uit.",
    "Dan ruilen wij onze diensten.",
    "De pauze duurt bij mij lang.",
    "Je mag van mij kiezen.",
    "Een cliënt overtuig ik met feiten.",
)
"""Twelve texts that the linter has nothing against."""


def parse_sleutel(sleutel: str) -> Sleutel:
    """`-forceren 2, samenwerken` as the files spell it; an empty text is a statement that is not scored."""
    delen = [deel.split() for deel in sleutel.split(",") if deel]
    return tuple(
        Sleuteldeel(naam.lstrip("-"), Fraction(*gewicht or ["1"]), omgekeerd=naam.startswith("-"))
        for naam, *gewicht in delen
    )


def build_schalen(namen: Iterable[str]) -> tuple[Schaal, ...]:
    return tuple(Schaal(naam, naam, naam if naam in STIJLEN else None) for naam in dict.fromkeys(namen))


def build_antwoordschaal(waarden: Iterable[int] = range(1, 6), labels: Sequence[str] = LABELS) -> Antwoordschaal:
    return Antwoordschaal(tuple(map(Antwoordpunt, waarden, labels)), nvt="niet van toepassing")


def build_stellingen(
    *sleutels: str,
    score: Scoresoort = Scoresoort.GEMIDDELDE,
    ontbrekend: Fraction = Fraction(4, 5),
    antwoorden: Antwoordschaal | None = None,
    teksten: Sequence[str] = (),
) -> Vragenlijst:
    """Return a questionnaire with one statement per key; text after text from `teksten`, else harmless ones."""
    ontleed = [parse_sleutel(sleutel) for sleutel in sleutels]
    zinnen = [*teksten, *TEKSTEN, *map(str, range(len(sleutels)))]
    return Vragenlijst(
        id="proef",
        versie="1.0",
        titel="Proef",
        schalen=build_schalen(deel.schaal for sleutel in ontleed for deel in sleutel),
        vorm=Vorm.STELLINGEN,
        antwoorden=antwoorden or build_antwoordschaal(),
        stellingen=tuple(
            Stelling(str(nummer), zin, sleutel, Plek("proef.yaml", nummer, 5))
            for nummer, (zin, sleutel) in enumerate(zip(zinnen, ontleed, strict=False), 1)
        ),
        score=score,
        ontbrekend=ontbrekend,
    )


def build_paren(*paren: str, ontbrekend: Fraction = Fraction(4, 5), evenwicht: bool = False) -> Vragenlijst:
    """Return a questionnaire with one forced choice per text `forceren samenwerken`."""
    keuzes = []
    for nummer, paar in enumerate(paren, 1):
        plek = Plek("proef.yaml", 2 * nummer, 5)
        opties = [
            Optie(f"{letter}{nummer}" * nummer, parse_sleutel(s), plek)
            for letter, s in zip("ab", paar.split(), strict=True)
        ]
        keuzes.append(Keuze(str(nummer), tuple(opties), plek))
    return Vragenlijst(
        id="proef",
        versie="1.0",
        titel="Proef",
        schalen=build_schalen(naam for paar in paren for naam in paar.split()),
        vorm=Vorm.KIES,
        antwoorden=None,
        keuzes=tuple(keuzes),
        ontbrekend=ontbrekend,
        evenwicht=evenwicht,
    )


def build_blad(*antwoorden: Antwoord, seconden: float | None = None) -> Antwoordblad:
    return Antwoordblad("proef", antwoorden, deelnemer="D01", seconden=seconden)


def parse_blad(tekst: str) -> Antwoordblad:
    """Return a sheet from signs: digits or `a`/`b` are answers, `.` is open, `x` does not apply."""
    bekend: dict[str, Antwoord] = {".": None, "x": NVT, "a": 0, "b": 1}
    return build_blad(*(bekend[teken] if teken in bekend else int(teken) for teken in tekst if teken != " "))


def score_blad(vragenlijst: Vragenlijst, tekst: str) -> Stijlprofiel:
    """Return the profile of a sheet from signs, as `parse_blad` reads them."""
    return score_antwoorden(vragenlijst, parse_blad(tekst))


def read_exact(profiel: Stijlprofiel) -> dict[str, Fraction | None]:
    return {naam: score.exact for naam, score in profiel.scores.items()}


def build_profiel(hoog: Sequence[str] = (), laag: Sequence[str] = ()) -> Stijlprofiel:
    """Return a profile of which only what stands out matters."""
    leeg = Stijlprofiel("proef", "1.0", "sha256:0", 30, 30, {}, (), Kwaliteit(1, 0.2, 1.0, 0.0))
    return replace(leeg, duidelijk_hoog=tuple(hoog), duidelijk_laag=tuple(laag))
