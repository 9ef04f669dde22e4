"""Practice cases: one file per case, with its parties and the factors of its situation."""

from enum import StrEnum

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.eisen import Standen, read_paren, read_stand
from conflictstijl.laden.kennis import read_delen
from conflictstijl.laden.knopen import Knoop
from conflictstijl.laden.situaties import check_invulwoorden
from conflictstijl.laden.velden import Velden
from conflictstijl.model.situatie import ROL, ROLLEN, VEILIGHEID, Casus, Partij

EERST_VRAGEN = "eerst-vragen"
"""What a case says when its safety question must be asked before anything else."""


class Weten(StrEnum):
    """Whether what is said about a party was asked, or is assumed."""

    GEVRAAGD = "gevraagd"
    AANGENOMEN = "aangenomen"


class Veiligheid(StrEnum):
    """What a case says about safety."""

    VEILIG = "veilig"
    ONVEILIG = "onveilig"
    TWIJFEL = "twijfel"
    EERST_VRAGEN = EERST_VRAGEN


def parse_casus(wortel: Knoop, bevindingen: Bevindingen, standen: Standen) -> Casus:
    """Return the case that a tree describes; usable only when `bevindingen` holds no error.

    `standen` are the levels of every factor. A case without `veiligheid` has its safety question asked.
    """
    velden = Velden(wortel, bevindingen, "deze casus")
    casus = Casus(
        id=velden.read_kop("casus"),
        titel=velden.read_tekst("titel", verplicht=True),
        veiligheid=velden.read_keuze(VEILIGHEID, Veiligheid, Veiligheid.EERST_VRAGEN).value,
        rol=_read_rol(velden, standen),
        kenmerken=read_paren(velden, "kenmerken", _build_eigen(standen), neutraal=True),
        verhaal=velden.read_tekst("verhaal", verplicht=True),
        partijen=tuple(map(_parse_partij, read_delen(velden, "partijen"))),
        bespreekvragen=velden.read_teksten("bespreekvragen"),
        valkuilen=velden.read_teksten("valkuilen"),
        versie=velden.read_versie(),
        herkomst=velden.read_herkomst(),
    )
    velden.check_onbekend()
    if velden.read_knoop("casus"):
        check_invulwoorden(wortel, bevindingen)
    return casus


def _build_eigen(standen: Standen) -> Standen:
    """Return the factors that a case may list: gate and role have a key of their own."""
    return {naam: eigen for naam, eigen in standen.items() if naam not in (VEILIGHEID, ROL)}


def _read_rol(velden: Velden, standen: Standen) -> str:
    knoop = velden.read_knoop(ROL)
    return "" if knoop is None else read_stand(knoop, ROL, standen.get(ROL, ROLLEN), velden.bevindingen) or ""


def _parse_partij(velden: Velden) -> Partij:
    partij = Partij(
        naam=velden.read_tekst("naam", verplicht=True),
        standpunt=velden.read_tekst("standpunt", verplicht=True),
        belang=velden.read_tekst("belang", verplicht=True),
        behoefte=velden.read_tekst("behoefte"),
        wens=velden.read_tekst("wens"),
        bieden=velden.read_tekst("bieden"),
        gevraagd=velden.read_keuze("weet_ik", Weten, Weten.AANGENOMEN) is Weten.GEVRAAGD,
    )
    velden.check_onbekend()
    return partij
