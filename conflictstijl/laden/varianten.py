"""The versions of a questionnaire (`vormen`) and which one is meant."""

from typing import NamedTuple

from conflictstijl.fouten import GebruikFout, Plek
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.teksten import Tekstlezer, read_woorden
from conflictstijl.laden.velden import Velden, check_id, read_janee
from conflictstijl.model.vragenlijst import Persoon, Variant
from conflictstijl.tekst import advise_naam, render_citaat, render_opsomming

VARIANTNAMEN = ("naam", "uitleg", "vooraf", "let_op", "standaard", "over")
"""The keys of a version that are no words to fill in."""


class Varianten(NamedTuple):
    """All versions in the order of the file, with the place of every word that they fill in."""

    alle: tuple[Variant, ...]
    woorden: dict[str, tuple[str, Plek]]


def parse_varianten(velden: Velden) -> Varianten:
    """Return the versions of a questionnaire; empty when it has none."""
    if velden.read_knoop("vormen") is None:
        return Varianten((), {})
    lezer = Tekstlezer((), None)
    groep = velden.read_groep("vormen")
    woorden: dict[str, tuple[str, Plek]] = {}
    alle: list[Variant] = []
    for sleutel, knoop in groep:
        naam = check_id(sleutel, velden.bevindingen)
        deel = Velden(knoop, velden.bevindingen, f"vorm {render_citaat(sleutel.waarde)}")
        eigen = read_woorden(deel, VARIANTNAMEN)
        woorden.update(eigen)
        ingevuld = {woord: tekst for woord, (tekst, _) in eigen.items()}
        variant = Variant(
            naam or "",
            lezer.read_veld(deel, "naam", ingevuld, verplicht=True),
            lezer.read_veld(deel, "uitleg", ingevuld),
            lezer.read_veld(deel, "vooraf", ingevuld),
            lezer.read_veld(deel, "let_op", ingevuld),
            read_janee(deel, "standaard"),
            deel.read_keuze("over", Persoon, Persoon.ZELF),
            tuple(ingevuld.items()),
        )
        deel.check_onbekend()
        _check_standaard(variant, alle, sleutel.plek, velden.bevindingen)
        alle.append(variant)
    groep.check_onbekend()
    return Varianten(tuple(alle), woorden)


def _check_standaard(variant: Variant, eerder: list[Variant], plek: Plek, bevindingen: Bevindingen) -> None:
    if variant.standaard and any(een.standaard for een in eerder):
        wat = f"vorm '{variant.id}' is de tweede met 'standaard: ja'"
        bevindingen.add(plek, "vormen", wat, "laat 'standaard: ja' bij één vorm staan")


def read_variant(varianten: tuple[Variant, ...], naam: str, lijst: str) -> Variant | None:
    """Return the version with this id; without an id the standard one, else the first.

    Raises GebruikFout for an unknown id; None when there are no versions.
    """
    if naam:
        gevonden = {variant.id: variant for variant in varianten}
        if naam in gevonden:
            return gevonden[naam]
        raise GebruikFout(f"'{lijst}' heeft geen vorm {render_citaat(naam)}; {_advise_variant(naam, varianten)}")
    standaard = [variant for variant in varianten if variant.standaard]
    return next(iter(standaard or varianten), None)


def _advise_variant(naam: str, varianten: tuple[Variant, ...]) -> str:
    if not varianten:
        return "laat de vorm weg, want deze vragenlijst heeft er geen"
    namen = [variant.id for variant in varianten]
    return advise_naam(naam, namen) or f"kies uit {render_opsomming(namen, 'of')}"
