"""What can be said about a situation: all factors with their levels, for `situatie --kenmerken`."""

from collections.abc import Iterator

from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.model.kenmerken import read_alle, render_wie
from conflictstijl.model.situatie import Kenmerk, Situatiekennis


def write_kenmerken(*, als_json: bool) -> None:
    """Write every factor with its question and its levels."""
    from conflictstijl import adviseren

    kennis = adviseren.load_situaties()
    alle = read_alle(kennis)
    if als_json:
        write_json({"formaat": 1, "soort": "kenmerken", "kenmerken": [_build_gegevens(een, kennis) for een in alle]})
        return
    for kenmerk in alle:
        write_alinea(render_wie(kenmerk.vraag, {}, kennis))
        write_kolommen(_build_rijen(kenmerk))
        write_regels([""])
    write_alinea("Zo geef je er een: conflictstijl situatie --kenmerk veiligheid=veilig --kenmerk macht=minder")


def _build_rijen(kenmerk: Kenmerk) -> Iterator[tuple[str, str]]:
    for stand in kenmerk.standen.values():
        yield f"{kenmerk.id}={stand.id}", stand.antwoord


def _build_gegevens(kenmerk: Kenmerk, kennis: Situatiekennis) -> dict[str, object]:
    return {
        "id": kenmerk.id,
        "vraag": render_wie(kenmerk.vraag, {}, kennis),
        "standen": [
            {"id": stand.id, "antwoord": stand.antwoord, "gewichten": stand.gewichten, "bron": stand.bron or None}
            for stand in kenmerk.standen.values()
        ],
    }
