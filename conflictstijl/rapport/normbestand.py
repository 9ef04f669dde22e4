"""A norm group as the text of a file that `scoor --normen` reads back."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction

from conflictstijl.model.norm import Normbestand


def render_normbestand(bestand: Normbestand) -> str:
    """Return a norm group as YAML; what a person wrote stands between quotes, so that nothing can be taken wrong."""
    return "\n".join([*_render_regels(bestand), ""])


def _render_regels(bestand: Normbestand) -> Iterator[str]:
    normen = bestand.normen
    yield f"normgroep: {bestand.id}"
    yield "formaat: 1"
    yield f"vragenlijst: {_render_tekst(bestand.vragenlijst)}"
    yield f"versie: {_render_tekst(bestand.versie)}    # van de vragenlijst"
    yield f"naam: {_render_tekst(normen.naam)}"
    yield f"n: {normen.n}"
    yield f"jaar: {normen.jaar}"
    yield f"bron: {_render_tekst(normen.bron)}"
    yield f"populatie: {_render_tekst(normen.populatie)}"
    if normen.betrouwbaarheid:
        yield "betrouwbaarheid:"
        yield f"  soort: {normen.betrouwbaarheid.soort}"
        yield "  waarden:"
        yield from _render_getallen(normen.betrouwbaarheid.waarden)
    yield "spreiding:"
    yield from (regel[2:] for regel in _render_getallen(normen.spreiding or {}))
    yield "# hoogste score van een klasse: aantal mensen; scores van minder dan vijf mensen staan bij elkaar"
    yield "scores:"
    for schaal, klassen in normen.tabel.items():
        yield f"  {schaal}:"
        yield from (f"    {_render_getal(score)}: {aantal}" for score, aantal in klassen)


def _render_getallen(getallen: Mapping[str, Fraction]) -> Iterator[str]:
    yield from (f"    {naam}: {_render_getal(getal)}" for naam, getal in getallen.items())


def _render_getal(getal: Fraction) -> str:
    """Return a number of which the decimals end."""
    return str(getal.numerator) if getal.denominator == 1 else str(float(getal))


def _render_tekst(tekst: str) -> str:
    return json.dumps(tekst, ensure_ascii=False)
