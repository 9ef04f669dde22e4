"""Small questionnaires, sheets and profiles for tests, built without any file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from conflictstijl.fouten import Plek
from conflictstijl.laden.antwoord import parse_antwoord
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.profiel import Kwaliteit, Stijlprofiel
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import (
    LETTERS,
    Antwoordpunt,
    Antwoordschaal,
    Item,
    Keuze,
    Optie,
    Sleutel,
    Sleuteldeel,
    Stelling,
    Vorm,
)
from conflictstijl.model.vragenlijst import Onderdeel, Schaal, Scoresoort, Vragenlijst
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


PRESTATIE = "passend"
"""The one scale of these questionnaires that is no style but tells how well a choice fits."""


def parse_sleutel(sleutel: str) -> Sleutel:
    """`-forceren 2, samenwerken` as the files spell it; an empty text or `geen` is not scored."""
    delen = [deel.split() for deel in sleutel.split(",") if deel.strip() not in {"", "geen"}]
    return tuple(
        Sleuteldeel(naam.lstrip("-"), Fraction(*gewicht or ["1"]), omgekeerd=naam.startswith("-"))
        for naam, *gewicht in delen
    )


def build_schalen(namen: Iterable[str]) -> tuple[Schaal, ...]:
    """Return scales by id; of `kalm.forceren` the part and the style are known too."""
    return tuple(map(_build_schaal, dict.fromkeys(namen)))


def _build_schaal(naam: str) -> Schaal:
    onderdeel, _, kort = naam.rpartition(".")
    stijl = kort if kort in STIJLEN else None
    return Schaal(naam, kort, stijl, prestatie=kort == PRESTATIE, onderdeel=onderdeel)


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
    schaal = antwoorden or build_antwoordschaal()
    zinnen = [*teksten, *TEKSTEN, *map(str, range(len(sleutels)))]
    return Vragenlijst(
        id="proef",
        versie="1.0",
        titel="Proef",
        schalen=build_schalen(deel.schaal for sleutel in ontleed for deel in sleutel),
        antwoorden=schaal,
        items=tuple(
            Stelling(str(nummer), zin, sleutel, schaal, Plek("proef.yaml", nummer, 5))
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
        antwoorden=None,
        items=tuple(keuzes),
        ontbrekend=ontbrekend,
        evenwicht=evenwicht,
    )


def build_lijst(*items: Item) -> Vragenlijst:
    """Return a questionnaire with these items, and every scale that they count in."""
    lijst = Vragenlijst(id="proef", versie="1.0", titel="Proef", schalen=(), items=items)
    return replace(
        lijst, schalen=build_schalen(deel.schaal for _, _, sleutel, _ in lijst.uitspraken() for deel in sleutel)
    )


def build_stelling(sleutel: str, naam: str = "1", antwoorden: Antwoordschaal | None = None) -> Stelling:
    plek = _build_plek(naam)
    return Stelling(naam, f"Ik doe {naam}.", parse_sleutel(sleutel), antwoorden or build_antwoordschaal(), plek)


def _build_plek(naam: str) -> Plek:
    return Plek("proef.yaml", int(naam) if naam.isdigit() else 1, 5)


def build_keuze(opties: str, naam: str = "1", vorm: Vorm = Vorm.KIES, totaal: int = 0) -> Keuze:
    """Return a question with options from a text `forceren 2, passend / samenwerken / geen`."""
    sleutels = list(map(parse_sleutel, opties.split("/")))
    plek = _build_plek(naam)
    teksten = tuple(Optie(f"Ik kies {naam}{letter}.", s, plek) for letter, s in zip(LETTERS, sleutels, strict=False))
    return Keuze(naam, teksten, plek, vorm, totaal=totaal)


def build_keuzes(*vragen: str, vorm: Vorm = Vorm.KIES, totaal: int = 0) -> Vragenlijst:
    """Return a questionnaire with one question per text, see `build_keuze`."""
    return build_lijst(*(build_keuze(opties, str(nr), vorm, totaal) for nr, opties in enumerate(vragen, 1)))


def build_onderdelen(delen: Mapping[str, Sequence[Item]], *, gedeeld: bool = False) -> Vragenlijst:
    """Return a questionnaire whose parts are scored by themselves, as `per_onderdeel: ja` makes it."""
    items = tuple(_move_item(item, deel) for deel, rij in delen.items() for item in rij)
    schalen = [f"{deel}.{schaal.id}" for deel, rij in delen.items() for schaal in build_lijst(*rij).schalen]
    onderdelen = tuple(Onderdeel(deel, deel.title()) for deel in delen)
    return replace(build_lijst(*items), schalen=build_schalen(schalen), onderdelen=onderdelen, gedeeld=gedeeld)


def _move_item(item: Item, deel: str) -> Item:
    def move_sleutel(sleutel: Sleutel) -> Sleutel:
        return tuple(een._replace(schaal=f"{deel}.{een.schaal}") for een in sleutel)

    naam = f"{deel}.{item.id}"
    if isinstance(item, Stelling):
        return replace(item, id=naam, onderdeel=deel, sleutel=move_sleutel(item.sleutel))
    opties = tuple(replace(optie, sleutel=move_sleutel(optie.sleutel)) for optie in item.opties)
    return replace(item, id=naam, onderdeel=deel, opties=opties)


def build_gedeeld(delen: str, *sleutels: str) -> Vragenlijst:
    """Return a questionnaire that asks the same statements in every part; `delen` are the names of these."""
    stellingen = [build_stelling(sleutel, str(nummer)) for nummer, sleutel in enumerate(sleutels, 1)]
    return build_onderdelen(dict.fromkeys(delen.split(), stellingen), gedeeld=True)


def build_blad(*antwoorden: Antwoord, seconden: float | None = None) -> Antwoordblad:
    return Antwoordblad("proef", antwoorden, deelnemer="D01", seconden=seconden)


def parse_blad(tekst: str) -> Antwoordblad:
    """Return a sheet from signs: digits or letters are answers, `.` is open, `x` does not apply."""
    bekend: dict[str, Antwoord] = {".": None, "x": NVT, **{letter: plaats for plaats, letter in enumerate(LETTERS)}}
    return build_blad(*(bekend[teken] if teken in bekend else int(teken) for teken in tekst if teken != " "))


def score_blad(vragenlijst: Vragenlijst, tekst: str) -> Stijlprofiel:
    """Return the profile of a sheet from signs, as `parse_blad` reads them."""
    return score_antwoorden(vragenlijst, parse_blad(tekst))


def score_regels(vragenlijst: Vragenlijst, *regels: str) -> Stijlprofiel:
    """Return the profile of answers as a person types them (`b`, `a c`, `7 3 0`, `nvt`), `.` for an open one."""
    paren = zip(vragenlijst.vragen, regels, strict=True)
    antwoorden = [None if regel == "." else parse_antwoord(regel, vraag) for vraag, regel in paren]
    return score_antwoorden(vragenlijst, build_blad(*antwoorden))


def read_tabel(profiel: Stijlprofiel) -> dict[str, tuple[str, ...]]:
    """Return the scores as `parse_tabel` reads them from a table in a test."""
    return {
        naam: tuple(map(_render_breuk, (score.beantwoord, score.items, score.som, score.exact)))
        for naam, score in profiel.scores.items()
    }


def _render_breuk(getal: Fraction | int | None) -> str:
    return "-" if getal is None else str(getal)


def parse_tabel(tabel: str) -> dict[str, tuple[str, ...]]:
    """Return a table of scales by hand: below its heading `schaal | beantwoord | gevraagd | punten | score`."""
    _, *regels = tabel.strip().splitlines()
    return {naam.strip(): tuple(_read_cellen(cellen)) for naam, *cellen in (regel.split("|") for regel in regels)}


def _read_cellen(cellen: Sequence[str]) -> Iterator[str]:
    for cel in cellen:
        yield cel.strip() if cel.strip() == "-" else str(Fraction(cel.strip()))


def read_exact(profiel: Stijlprofiel) -> dict[str, Fraction | None]:
    return {naam: score.exact for naam, score in profiel.scores.items()}


def build_profiel(hoog: Sequence[str] = (), laag: Sequence[str] = ()) -> Stijlprofiel:
    """Return a profile of which only what stands out matters."""
    leeg = Stijlprofiel("proef", "1.0", "sha256:0", 30, 30, {}, (), Kwaliteit(1, 0.2, 1.0, 0.0))
    return replace(leeg, duidelijk_hoog=tuple(hoog), duidelijk_laag=tuple(laag))
