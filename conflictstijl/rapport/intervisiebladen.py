"""The sheets of a preparation that are the same for every session: cards, practice, agreements and the record."""

from collections.abc import Iterator

from conflictstijl.model.bewijs import Bewijs
from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Schrijfruimte
from conflictstijl.model.intervisie import Intervisieopdracht
from conflictstijl.model.kennis import Kennis, Vaardigheid
from conflictstijl.model.werkvorm import Agenda, Werkvorm
from conflictstijl.rapport.gegeven import render_klein
from conflictstijl.rapport.verslag import REGISTER, build_verslagblokken, build_waarschuwingen

OEFENTIJD = 15
"""Minutes of practice in pairs, with looking back."""
AFSPRAKEN = (
    ("Wat ga ik proberen?", 2),
    ("Met wie?", 1),
    ("Voor welke dag?", 1),
    ("Waaraan zie ik dat het werkt: voor mij, voor mijn team en voor de cliënt?", 3),
    ("Wie kijkt met mij terug, en wanneer?", 1),
)
"""What somebody agrees to try, with lines to write on."""


def build_vraagkaarten(kennis: Kennis) -> Iterator[Blok]:
    """Yield a card for each style, with what somebody asks or does who chooses it now."""
    yield Kop("Vraagkaarten", 1)
    yield Alinea("Knip de kaarten los en deel ze uit. Wie een kaart heeft, denkt even mee vanuit die stijl.")
    for stijl in kennis.stijlen.stijlen.values():
        yield Kop(stijl.kort)
        yield Opsomming(kennis.adviezen.stijlen[stijl.id].vraagkaart)


def build_oefening(vaardigheid: Vaardigheid) -> Iterator[Blok]:
    """Yield one skill to practise in pairs."""
    yield Kop(f"Oefenen in tweetallen: {render_klein(vaardigheid.naam)}", 1)
    yield Alinea(
        f"Dit duurt {OEFENTIJD} minuten en staat niet in het draaiboek. "
        "Plan die tijd erbij, of gebruik een stap waarin jullie oefenen."
    )
    yield Alinea(vaardigheid.doel)
    yield Opsomming(vaardigheid.stappen, genummerd=True)
    yield Alinea(f"Zo oefen je: {render_opdracht(vaardigheid)}")
    yield Alinea(f"Gelukt als: {vaardigheid.gelukt_als}")
    yield Alinea(f"Bron: {vaardigheid.bron}.")


def render_opdracht(vaardigheid: Vaardigheid) -> str:
    """Return what pairs do, with the minutes that are left for looking back."""
    over = OEFENTIJD - vaardigheid.samen.duur
    terug = f" Kijk daarna nog {over} minuten samen terug." if over > 0 else ""
    return f"{vaardigheid.samen.opdracht}{terug}"


def build_afspraken() -> Iterator[Blok]:
    """Yield a sheet on which each participant writes what to try."""
    yield Kop("Mijn experiment", 1)
    yield Alinea("Dit blad is van jou. Je hoeft het aan niemand te geven.")
    for vraag, regels in AFSPRAKEN:
        yield from (Alinea(vraag), Schrijfruimte(regels))


def build_verslag(
    opdracht: Intervisieopdracht, werkvorm: Werkvorm, agenda: Agenda, tijden: tuple[str, ...]
) -> Iterator[Blok]:
    """Yield a record to fill in, for those who register their hours."""
    begin = tijden[0] if tijden else opdracht.praktisch.begin
    yield from build_verslagblokken(_build_bewijs(opdracht, agenda)._replace(begin=begin), werkvorm.naam, agenda.duur)


def _build_bewijs(opdracht: Intervisieopdracht, agenda: Agenda) -> Bewijs:
    """Return what is known about a session before it begins."""
    praktisch = opdracht.praktisch
    return Bewijs(
        datum=praktisch.datum,
        groepsnaam=praktisch.groepsnaam,
        begeleider=praktisch.begeleider,
        vorm="intervisie",
        deelnemers=agenda.deelnemers,
        thema=opdracht.leervraag,
    )


def render_register(agenda: Agenda) -> tuple[str, ...]:
    """Return what holds for a record of this session; one below an hour is too short for one of the registers."""
    return (*build_waarschuwingen(Bewijs(), agenda.duur), *REGISTER)
