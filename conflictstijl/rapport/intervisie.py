"""The preparation of an intervision session as documents: each part that is handed out begins on a page of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from conflictstijl.model.document import Alinea, Blok, Document, Kop, Opsomming, Schrijfruimte, Tabel
from conflictstijl.model.intervisie import BLOKKEN, Intervisieopdracht
from conflictstijl.model.kennis import Kennis, Vaardigheid
from conflictstijl.model.situatie import Casus, Situatiekennis
from conflictstijl.model.werkvorm import Agenda, Werkvorm
from conflictstijl.rapport.gegeven import render_klein
from conflictstijl.rapport.intervisiebladen import build_afspraken, build_oefening, build_verslag, build_vraagkaarten
from conflictstijl.rapport.intervisiecasus import build_casus, build_stijlopties
from conflictstijl.rapport.intervisiegroep import Groepsinzicht, build_groepsbeeld, build_groepspatroon
from conflictstijl.rapport.kloktijd import render_tijden
from conflictstijl.rapport.profiel import render_herkomst
from conflictstijl.rapport.situatie import Situatie
from conflictstijl.rapport.werkvorm import build_agendablokken, check_ruim
from conflictstijl.tekst import render_opsomming

PRAKTISCH = {
    "groepsnaam": "Groep",
    "datum": "Datum",
    "begin": "Begin",
    "plaats": "Plaats",
    "begeleider": "Begeleider",
}
"""What the practical things are called."""
VOORAF = (
    ("Een maand vooraf", "Kies een dag, een tijd en een ruimte. Vraag wie een casus inbrengt."),
    ("Twee weken vooraf", "Scherp met de inbrenger de vraag aan. Stuur ieder de dag, de tijd en de werkvorm."),
    ("Een paar dagen vooraf", "Print de bladen hieronder en leg klaar wat de werkvorm vraagt."),
    ("Een dag vooraf", "Stuur een herinnering. Vraag de inbrenger of de vraag nog klopt."),
)
"""What to do when before the session."""
RUIMTE = (
    "Kies een ruimte waar niemand meeluistert, met stoelen in een kring.",
    "Wie niet kan komen, zegt dat uiterlijk een dag vooraf tegen de begeleider.",
)
"""Rules for room and absence."""
KADERS = (
    "Wat hier gezegd is, blijft hier. Wat jij leerde, mag je meenemen.",
    "We noemen geen namen, plaatsen of andere dingen waaraan je iemand herkent.",
    "We stellen ons oordeel uit: eerst vragen, dan pas meedenken.",
    "Ieder deed wat die op dat moment kon. We zoeken geen schuldige.",
    "Je kiest zelf wat je vertelt. Niemand hoeft een uitslag te laten zien.",
    "Blijkt iemand onveilig? Dan stoppen we met de casus en gaat veiligheid voor.",
)
"""The frames that are spoken at the beginning."""
_LEERVRAAG = (
    "Er is nog geen leervraag. Scherp die aan met de inbrenger. "
    "Begin met 'Hoe', zet 'ik' erin en vraag één ding. Maak geen ander het onderwerp."
)


class Intervisie(NamedTuple):
    """A session with all that its preparation tells; `situatie` only when somebody said that everyone is safe."""

    opdracht: Intervisieopdracht
    werkvorm: Werkvorm
    agenda: Agenda
    kennis: Kennis
    situaties: Situatiekennis
    oefening: Vaardigheid
    scherper: tuple[str, ...] = ()
    """What could be sharper about the learning question that was given, as sentences."""
    groep: Groepsinzicht | None = None
    situatie: Situatie | None = None

    @property
    def casus(self) -> Casus | None:
        """The case to talk about."""
        return self.opdracht.casus.casus if self.opdracht.casus else None

    @property
    def dicht(self) -> bool:
        """True for a case of which nobody said yet that everyone is safe: no styles then."""
        return self.casus is not None and self.situatie is None

    @property
    def blokken(self) -> tuple[str, ...]:
        """The ids of the blocks that there is something for, in their order."""
        weg = {
            "groepsbeeld": self.groep is None,
            "patroon": self.groep is None,
            "casus": self.casus is None,
            "stijlopties": self.situatie is None,
            "vraagkaarten": self.dicht,
        }
        return tuple(naam for naam in BLOKKEN if not weg.get(naam))

    @property
    def tijden(self) -> tuple[str, ...]:
        """What the clock says at the begin of each step and at the end; empty when the begin is no time."""
        begin = [punt.begin for punt in self.agenda.punten]
        return render_tijden(self.opdracht.praktisch.begin, (*begin, self.agenda.duur))


def build_documenten(intervisie: Intervisie) -> list[Document]:
    """Return the preparation: what the facilitator reads first, then every sheet from a new page on."""
    eerst = (
        Kop(_render_titel(intervisie), 1),
        *_build_inleiding(intervisie),
        *_build_praktisch(intervisie),
        *_build_doel(intervisie),
        *(build_groepsbeeld(intervisie.groep) if intervisie.groep else ()),
        *(build_groepspatroon(intervisie.groep) if intervisie.groep else ()),
    )
    return [Document(eerst), *(Document(tuple(blad)) for blad in _build_bladen(intervisie))]


def _build_bladen(intervisie: Intervisie) -> Iterator[Iterator[Blok]]:
    """Yield the blocks that have a sheet of their own."""
    inbreng = intervisie.opdracht.casus
    if inbreng:
        yield build_casus(inbreng.casus, intervisie.situaties, dicht=intervisie.dicht, eigen=inbreng.eigen)
    if intervisie.situatie:
        yield build_stijlopties(intervisie.situatie)
    yield _build_agenda(intervisie)
    if not intervisie.dicht:
        yield build_vraagkaarten(intervisie.kennis)
    yield build_oefening(intervisie.oefening)
    yield build_afspraken()
    yield build_verslag(intervisie.opdracht, intervisie.werkvorm, intervisie.agenda, intervisie.tijden)


def _render_titel(intervisie: Intervisie) -> str:
    groep = intervisie.opdracht.praktisch.groepsnaam
    return f"Voorbereiding intervisie{f': {groep}' if groep else ''}"


def _build_inleiding(intervisie: Intervisie) -> Iterator[Blok]:
    duur = f"Deze bijeenkomst duurt {intervisie.agenda.duur} minuten, met {intervisie.agenda.deelnemers} mensen."
    yield Alinea(f"Dit is voor de begeleider. {duur} De werkvorm is: {render_klein(intervisie.werkvorm.naam)}.")


def _build_praktisch(intervisie: Intervisie) -> Iterator[Blok]:
    werkvorm = intervisie.werkvorm
    yield Kop("Praktisch")
    gegeven = {PRAKTISCH[naam]: tekst for naam, tekst in intervisie.opdracht.praktisch._asdict().items() if tekst}
    if intervisie.tijden:
        gegeven["Begin"] = f"{intervisie.tijden[0]}; einde {intervisie.tijden[-1]}, zonder pauze"
    if gegeven:
        yield Tabel(("Wat", "Hoe"), tuple(gegeven.items()))
    for naam in PRAKTISCH.values():
        if naam not in gegeven:
            yield from (Alinea(f"{naam}:"), Schrijfruimte(1))
    if werkvorm.rollen:
        yield Alinea("Verdeel de rollen:")
        yield Tabel(("Rol", "Doet", "Wie neemt die rol"), tuple((rol.naam, rol.doet, "") for rol in werkvorm.rollen))
    yield from _build_tafel(werkvorm)
    yield Alinea("Vooraf:")
    yield Tabel(("Wanneer", "Wat je doet"), VOORAF)
    if werkvorm.voorbereiding:
        yield Alinea("Voor deze werkvorm:")
        yield Opsomming(werkvorm.voorbereiding)
    yield Alinea("Ruimte en afwezigheid:")
    yield Opsomming((*RUIMTE, render_minstens(werkvorm)))
    yield Alinea("Zo veel keer print je elk blad:")
    yield Tabel(("Blad", "Voor wie", "Keer"), tuple(_build_printlijst(intervisie)))


def _build_printlijst(intervisie: Intervisie) -> Iterator[tuple[str, str, str]]:
    mensen = intervisie.agenda.deelnemers
    bladen = {
        "casus": ("Casus", "ieder", mensen),
        "stijlopties": ("Stijlopties", "de begeleider", 1),
        "agenda": ("Draaiboek", "de begeleider", 1),
        "vraagkaarten": ("Vraagkaarten", "de groep", 1),
        "oefening": ("Oefenen in tweetallen", "elk tweetal", -(-mensen // 2)),
        "afspraken": ("Mijn experiment", "ieder", mensen),
        "verslag": ("Verslag voor je register", "wie uren bijhoudt", mensen),
    }
    for naam, (blad, wie, keer) in bladen.items():
        if naam in intervisie.blokken:
            yield blad, wie, str(keer)


def render_minstens(werkvorm: Werkvorm) -> str:
    """Return what to do when too few people come."""
    return f"Komen er minder dan {werkvorm.geschikt.minstens} mensen? Kies dan een andere werkvorm of een andere dag."


def _build_tafel(werkvorm: Werkvorm) -> Iterator[Blok]:
    if werkvorm.aan_tafel:
        wie = render_opsomming(werkvorm.aan_tafel)
        yield Alinea(f"Aan tafel zitten: {wie}. Ontbreekt er een? Nodig die eerst uit.")


def _build_doel(intervisie: Intervisie) -> Iterator[Blok]:
    yield Kop("Doel en leervraag")
    yield Alinea(intervisie.werkvorm.doel)
    yield Alinea("Wanneer je deze werkvorm niet kiest:")
    yield Opsomming(intervisie.werkvorm.niet_als)
    yield from _build_leervraag(intervisie)
    yield Alinea("Zeg dit hardop aan het begin:")
    yield Opsomming(KADERS)


def _build_leervraag(intervisie: Intervisie) -> Iterator[Blok]:
    vraag = intervisie.opdracht.leervraag
    if not vraag:
        yield from (Alinea(_LEERVRAAG), Schrijfruimte(2))
        return
    yield Alinea(f"De leervraag: {vraag}")
    if intervisie.scherper:
        yield Alinea("Misschien kan deze vraag nog scherper. Bespreek dat met de inbrenger:")
        yield Opsomming(intervisie.scherper)
        yield Schrijfruimte(1)


def _build_agenda(intervisie: Intervisie) -> Iterator[Blok]:
    yield Kop(f"Draaiboek: {render_klein(intervisie.werkvorm.naam)}", 1)
    for blok in build_agendablokken(intervisie.agenda, ruim=check_ruim(intervisie.werkvorm, intervisie.agenda)):
        if isinstance(blok, Tabel) and intervisie.tijden:
            rijen = tuple((rij[0], tijd, *rij[2:]) for rij, tijd in zip(blok.rijen, intervisie.tijden, strict=True))
            yield blok._replace(rijen=rijen)
        else:
            yield blok
    casus = intervisie.casus
    lijsten = (
        ("Let op", intervisie.werkvorm.let_op),
        ("Wat in deze werkvorm makkelijk misgaat", intervisie.werkvorm.valkuilen),
        ("Wat bij deze casus makkelijk misgaat", casus.valkuilen if casus else ()),
    )
    for kop, delen in lijsten:
        if delen:
            yield from (Kop(kop), Opsomming(delen))
    yield Alinea(f"Bron: {intervisie.werkvorm.bron}. {render_herkomst(intervisie.werkvorm.herkomst)}")
