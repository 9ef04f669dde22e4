"""Shared by the tests of the journal: a small questionnaire, and the journal as lines."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from conflictstijl.fouten import Plek
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import (
    Achtergrondvraag,
    Antwoordpunt,
    Antwoordschaal,
    Keuze,
    OpenVraag,
    Optie,
    Stelling,
    Vorm,
)
from conflictstijl.model.vragenlijst import Schaal, Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, load_journalen
from conflictstijl.opslag.journaal import build_kop
from conflictstijl.opslag.journaallezer import Inhoud, parse_journaal
from conflictstijl.opslag.journaalregels import (
    NOOIT,
    Antwoordregel,
    JournaalKop,
    Stand,
    render_antwoordregel,
    render_kop,
)
from conflictstijl.opslag.vraagafdruk import build_afdrukken

AFDRUK = "sha256:" + "a" * 64
BEGIN = datetime(2025, 3, 1, 10, 0, tzinfo=timezone(timedelta(hours=1)))
PLEK = Plek("proef.yaml")

Stap = tuple[int, Antwoord]
"""One answer given: the index of the question, and the answer."""


SCHAAL = Antwoordschaal(tuple(Antwoordpunt(waarde, "") for waarde in range(1, 6)), nvt="Nvt")


def build_lijst(aantal: int = 8, id_: str = "proef") -> Vragenlijst:
    return Vragenlijst(
        id=id_,
        versie="1.0",
        titel="Proef",
        schalen=(Schaal("een", "Een"),),
        antwoorden=SCHAAL,
        items=tuple(Stelling(str(nummer), "Tekst", (), SCHAAL, PLEK) for nummer in range(1, aantal + 1)),
    )


def build_kindlijst() -> Vragenlijst:
    return build_lijst(30, "kind")


def build_keuzelijst() -> Vragenlijst:
    opties = (Optie("Dit", (), PLEK), Optie("Dat", (), PLEK))
    keuzes = tuple(Keuze(str(nummer), opties, PLEK) for nummer in (1, 2))
    return Vragenlijst("paren", "1.0", "Paren", (Schaal("een", "Een"),), keuzes)


def build_vormenlijst() -> Vragenlijst:
    """Return one question of every form: background, statement, the four ways with options, own words."""
    opties = tuple(Optie(tekst, (), PLEK) for tekst in ("Dit", "Dat", "Zo"))
    vormen = (Vorm.KIES, Vorm.UITERSTEN, Vorm.RANGSCHIK, Vorm.VERDEEL)
    keuzes = (Keuze(str(nummer), opties, PLEK, vorm, totaal=10) for nummer, vorm in enumerate(vormen, 2))
    return Vragenlijst(
        "vormen",
        "1.0",
        "Vormen",
        (Schaal("een", "Een"),),
        items=(Stelling("1", "Tekst", (), SCHAAL, PLEK), *keuzes),
        achtergrond=(Achtergrondvraag("a", "Leid je?", ("ja", "nee")),),
        open=(OpenVraag("o", "Wat nog?"),),
    )


VORMEN = build_vormenlijst()
LIJST = build_lijst()
KOP = JournaalKop("9f0c2a7711d0b3e4", "proef", "1.0", AFDRUK, 8, BEGIN, afdrukken=build_afdrukken(LIJST))
OUDE_KOP = replace(KOP, afdrukken=())
"""As heads were when questions had no fingerprint yet."""


def build_standen(gedaan: list[Stap], aantal: int = KOP.aantal) -> list[Stand]:
    """Return the state before the first answer and after each."""
    stand: list[Stand] = [(NOOIT,) * aantal]
    for plaats, antwoord in gedaan:
        vorige = stand[-1]
        stand.append((*vorige[:plaats], antwoord, *vorige[plaats + 1 :]))
    return stand


def render_regels(gedaan: list[Stap], kop: JournaalKop = KOP) -> list[bytes]:
    """Return the lines of a journal: the two head lines, and one per answer."""
    standen = build_standen(gedaan, kop.aantal)[1:]
    koppen = render_kop(kop).splitlines(keepends=True)
    return koppen + [
        render_antwoordregel(kop, Antwoordregel(nr, plaats + 1, stand))
        for nr, ((plaats, _), stand) in enumerate(zip(gedaan, standen, strict=True), 1)
    ]


def read_inhoud(rauw: bytes) -> Inhoud:
    inhoud = parse_journaal(rauw)
    assert isinstance(inhoud, Inhoud), inhoud
    return inhoud


def build_proefkop(lijst: Vragenlijst = LIJST) -> JournaalKop:
    return build_kop(lijst, AFDRUK)


def load_enige(map_: Path, lijst: Vragenlijst = LIJST) -> Bewaard:
    journalen = load_journalen(map_, lijst, AFDRUK)
    assert not journalen.meldingen
    (bewaard,) = journalen.bewaard
    return bewaard
