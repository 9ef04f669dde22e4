"""The group in a preparation: counts of the whole group in a table, and what to talk about. No names, no scores."""

from collections.abc import Iterator
from typing import NamedTuple

from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Tabel
from conflictstijl.model.groepsbeeld import KLEINSTE_GROEP, Groepsbeeld, Groepscijfers, Groepsdeel, build_gedeeld
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.groepspatroon import build_gespreksvragen, build_patroon
from conflictstijl.rapport.ondergroepen import build_eenvormig
from conflictstijl.tekst import render_zin

_GEDEELD = "Gedeelde eerste plaats"


class Groepsinzicht(NamedTuple):
    """Counts of a group with what names them."""

    gegeven: Gegeven
    delen: tuple[Groepsdeel, ...]
    cijfers: Groepscijfers


def build_groepsbeeld(inzicht: Groepsinzicht) -> Iterator[Blok]:
    """Yield how often each scale comes first."""
    gegeven, cijfers = inzicht.gegeven, inzicht.cijfers
    yield Kop("Beeld van de groep")
    yield Alinea(f"Zo vaak staat iets bovenaan bij {cijfers.n} mensen. Namen en scores staan hier niet in.")
    for deel in inzicht.delen:
        kop = next((een.naam for een in gegeven.lijst.onderdelen if een.id == deel.onderdeel), gegeven.soort)
        yield Tabel((render_zin(kop), "Aantal mensen"), tuple(_build_rijen(inzicht, deel)))
    beeld = Groepsbeeld(KLEINSTE_GROEP, cijfers, inzicht.delen)
    let_op = "Elke stijl past ergens. Niemand hoeft te vertellen wat er bij die bovenaan staat."
    yield Opsomming((let_op, *build_eenvormig(beeld, cijfers)))


def _build_rijen(inzicht: Groepsinzicht, deel: Groepsdeel) -> Iterator[tuple[str, str]]:
    eerste = inzicht.cijfers.eerste
    for naam in sorted(deel.schalen, key=lambda schaal: -eerste[schaal]):
        yield inzicht.gegeven.read_naam(naam), str(eerste[naam])
    gedeeld = eerste[build_gedeeld(deel.onderdeel)]
    if gedeeld:
        yield _GEDEELD, str(gedeeld)


def build_groepspatroon(inzicht: Groepsinzicht) -> Iterator[Blok]:
    """Yield what the counts show in words, and questions to talk about."""
    yield Kop("Wat dit over de groep zegt")
    yield from map(Alinea, build_patroonzinnen(inzicht))
    yield Alinea("Om over te praten:")
    yield Opsomming(build_vragen(inzicht), genummerd=True)


def build_patroonzinnen(inzicht: Groepsinzicht) -> list[str]:
    """Return in words what comes first most often, for each part of the questionnaire."""
    return [build_patroon(inzicht.gegeven, deel, inzicht.cijfers) for deel in inzicht.delen]


def build_vragen(inzicht: Groepsinzicht) -> tuple[str, ...]:
    """Return what the group may talk about."""
    return tuple(build_gespreksvragen(inzicht.gegeven, inzicht.delen, inzicht.cijfers))
