"""How reliable a questionnaire is in one group, as data: the shape that other programs are written against."""

from collections.abc import Mapping
from typing import Any

from conflictstijl.model.schaalanalyse import Analysereden, Lijstanalyse, Schaalanalyse
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegevens import FORMAAT
from conflictstijl.rapport.schaalanalyse import render_reden


def build_schaalanalysegegevens(
    analyse: Lijstanalyse, vragenlijst: Vragenlijst, aantallen: Mapping[str, int]
) -> dict[str, Any]:
    """Return the document of `betrouwbaarheid --json`: numbers not rounded, and null with a message where refused.

    `aantallen` counts per kind what was not clear in the file.
    """
    return {
        "formaat": FORMAAT,
        "soort": "betrouwbaarheid",
        "vragenlijst": vragenlijst.id,
        "versie": vragenlijst.versie,
        "n": analyse.n,
        "schalen": {schaal.schaal: _build_schaal(schaal) for schaal in analyse.schalen},
        "samenhang": analyse.samenhang,
        "meldingen": [
            *(
                {"schaal": schaal.schaal, "soort": reden, "wat": render_reden(reden)}
                for schaal in analyse.schalen
                for reden in schaal.redenen
            ),
            *({"schaal": None, "soort": soort, "aantal": aantal} for soort, aantal in sorted(aantallen.items())),
        ],
    }


def _build_schaal(schaal: Schaalanalyse) -> dict[str, Any]:
    geen = Analysereden.KEUZES in schaal.redenen
    return {
        "n": None if geen else schaal.n,
        "volledig": None if geen else schaal.volledig,
        "alfa": schaal.alfa,
        "alfa_volledig": schaal.alfa_volledig,
        "interval": schaal.interval and list(schaal.interval),
        "omega": schaal.omega,
        "sem": schaal.sem,
        "items": {item.item: {"item_rest": item.item_rest, "alfa_zonder": item.alfa_zonder} for item in schaal.items},
    }
