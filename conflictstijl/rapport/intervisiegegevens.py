"""A preparation as data: the JSON of `intervisie`, which can be put in again."""

from typing import Any

from conflictstijl.model.groepsbeeld import Groepscijfers
from conflictstijl.model.intervisie import Groepsinbreng, Intervisieopdracht
from conflictstijl.model.kennis import Vaardigheid
from conflictstijl.model.situatie import Casus, Hulp, Partij
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.intervisie import KADERS, RUIMTE, VOORAF, Intervisie, render_minstens
from conflictstijl.rapport.intervisiebladen import AFSPRAKEN, OEFENTIJD, render_opdracht, render_register
from conflictstijl.rapport.intervisiecasus import render_tegenvraag, render_veiligheidsvraag
from conflictstijl.rapport.intervisiegroep import Groepsinzicht, build_patroonzinnen, build_vragen
from conflictstijl.rapport.situatie import Situatie
from conflictstijl.rapport.situatiegegevens import build_uitkomst
from conflictstijl.rapport.verslag import DIMENSIES

_KOP = {"formaat": FORMAAT, "soort": "intervisie"}


def build_gegevens(intervisie: Intervisie) -> dict[str, Any]:
    """Return a preparation as data: what went in, and what each block holds under its id."""
    opdracht, agenda = intervisie.opdracht, intervisie.agenda
    inhoud = {
        "praktisch": _build_praktisch(intervisie),
        "doel": _build_doel(intervisie),
        **(_build_groep(intervisie.groep) if intervisie.groep else {}),
        **({"casus": build_casusbestand(intervisie.casus)} if intervisie.casus else {}),
        **({"stijlopties": _build_stijlopties(intervisie.situatie)} if intervisie.situatie else {}),
        "vraagkaarten": {naam: list(een.vraagkaart) for naam, een in intervisie.kennis.adviezen.stijlen.items()},
        "oefening": _build_oefening(intervisie.oefening),
        "afspraken": [vraag for vraag, _ in AFSPRAKEN],
        "verslag": {
            "let_op": list(render_register(agenda)),
            "dimensies": dict(DIMENSIES),
        },
    }
    return {
        **_KOP,
        "werkvorm": opdracht.werkvorm,
        "duur": agenda.duur,
        "deelnemers": agenda.deelnemers,
        "bijeenkomst": agenda.bijeenkomst,
        "agenda": [{"stap": punt.stap.naam, "minuten": punt.minuten} for punt in agenda.punten],
        "blokken": list(intervisie.blokken),
        "poort": None,
        "veiligheidsvraag": render_veiligheidsvraag(intervisie.casus, intervisie.situaties) or None,
        **_build_invoer(opdracht),
        **{naam: inhoud[naam] for naam in intervisie.blokken if naam in inhoud},
    }


def build_hulpgegevens(hulp: Hulp) -> dict[str, Any]:
    """Return what helps while the gate is closed; of the session nothing is repeated."""
    return {**_KOP, "agenda": [], "blokken": [], "poort": hulp.poort, "hulp": list(hulp.hulp)}


def _build_invoer(opdracht: Intervisieopdracht) -> dict[str, Any]:
    """Return the other keys that went in; null stands for what was not given."""
    return {
        "groep": _build_groepsbestand(opdracht.groep),
        "kenmerk": dict(opdracht.kenmerken) or None,
        "leervraag": opdracht.leervraag or None,
        "veilig": opdracht.veilig,
        "akkoord": opdracht.akkoord,
        **{naam: tekst or None for naam, tekst in opdracht.praktisch._asdict().items()},
    }


def _build_groepsbestand(groep: Groepsinbreng | None) -> dict[str, Any] | None:
    """Return the picture of a group in the shape of `groep --json`, with nothing but counts of the whole."""
    if groep is None or groep.cijfers is None:
        return None
    return {
        "formaat": FORMAAT,
        "soort": "groep",
        "vragenlijst": groep.vragenlijst,
        "groepsbeeld": _build_aantallen(groep.cijfers),
    }


def _build_aantallen(cijfers: Groepscijfers) -> dict[str, Any]:
    return {"n": cijfers.n, "eerste_stijl": dict(cijfers.eerste)}


def _build_praktisch(intervisie: Intervisie) -> dict[str, Any]:
    tijden = intervisie.tijden
    return {
        **{naam: tekst or None for naam, tekst in intervisie.opdracht.praktisch._asdict().items()},
        "einde": tijden[-1] if tijden else None,
        "rollen": [rol._asdict() for rol in intervisie.werkvorm.rollen],
        "aan_tafel": list(intervisie.werkvorm.aan_tafel),
        "vooraf": [{"wanneer": wanneer, "wat": wat} for wanneer, wat in VOORAF],
        "voorbereiding": list(intervisie.werkvorm.voorbereiding),
        "afspraken": [*RUIMTE, render_minstens(intervisie.werkvorm)],
    }


def _build_doel(intervisie: Intervisie) -> dict[str, Any]:
    return {
        "doel": intervisie.werkvorm.doel,
        "niet_als": list(intervisie.werkvorm.niet_als),
        "leervraag": intervisie.opdracht.leervraag or None,
        "scherper": list(intervisie.scherper),
        "kaders": list(KADERS),
    }


def _build_groep(inzicht: Groepsinzicht) -> dict[str, Any]:
    return {
        "groepsbeeld": _build_aantallen(inzicht.cijfers),
        "patroon": {"zinnen": build_patroonzinnen(inzicht), "vragen": list(build_vragen(inzicht))},
    }


def build_casusbestand(casus: Casus) -> dict[str, Any]:
    """Return a case in the shape of its file, without the keys that it leaves empty."""
    bestand = {
        "casus": casus.id,
        "formaat": FORMAAT,
        "versie": casus.versie,
        "titel": casus.titel,
        "herkomst": {naam: tekst for naam, tekst in casus.herkomst._asdict().items() if tekst},
        "veiligheid": casus.veiligheid,
        "rol": casus.rol,
        "kenmerken": casus.kenmerken,
        "verhaal": casus.verhaal,
        "partijen": list(map(_build_partij, casus.partijen)),
        "bespreekvragen": list(casus.bespreekvragen),
        "valkuilen": list(casus.valkuilen),
    }
    return {naam: waarde for naam, waarde in bestand.items() if waarde}


def _build_partij(partij: Partij) -> dict[str, Any]:
    teksten = {naam: tekst for naam, tekst in partij._asdict().items() if tekst and naam != "gevraagd"}
    return {**teksten, "weet_ik": "gevraagd" if partij.gevraagd else "aangenomen"}


def _build_stijlopties(situatie: Situatie) -> dict[str, Any]:
    uitkomst = build_uitkomst(situatie)
    namen = ("kenmerken", "stijlen", "advies", "afgeraden", "stevig", "stappen", "routes", "signalen", "tegenspraak")
    return {**{naam: uitkomst[naam] for naam in namen}, "tegenvraag": render_tegenvraag(situatie)}


def _build_oefening(vaardigheid: Vaardigheid) -> dict[str, Any]:
    return {
        "vaardigheid": vaardigheid.id,
        "naam": vaardigheid.naam,
        "minuten": OEFENTIJD,
        "met": vaardigheid.samen.met,
        "stappen": list(vaardigheid.stappen),
        "opdracht": render_opdracht(vaardigheid),
        "gelukt_als": vaardigheid.gelukt_als,
    }
