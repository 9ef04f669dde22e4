"""`conflictstijl resultaten vergelijk`: two kept results side by side, and what differs by more than noise."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from conflictstijl.cli.aanvulling import load_uitslagnamen
from conflictstijl.cli.document import (
    EINDES,
    STDOUT,
    check_uitvoer,
    render_documenten,
    write_documenten,
    write_tekstbestand,
)
from conflictstijl.cli.uitvoer import render_json, write_json
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.document import Document
from conflictstijl.tekst import fold_tekst, render_citaat

if TYPE_CHECKING:
    from conflictstijl.bewaren import Uitslag

UITLEG = """\
Zonder A en B vergelijkt het programma je laatste uitslag met de vorige van dezelfde vragenlijst. \
De oudste staat altijd eerst.

Vulde een collega de vorm 'ander' in? Dan zie je wat jij zegt naast wat die collega zag.

Bijvoorbeeld:

  conflictstijl resultaten vergelijk
  conflictstijl resultaten vergelijk 9f0c2a laatste -o verschil.md"""

VORIGE = "vorige"
LAATSTE = "laatste"


class _Vergelijking(NamedTuple):
    """A comparison as a report and as data."""

    document: Document
    gegevens: dict[str, Any]


def write_vergelijking(
    eerste: Annotated[
        str, typer.Argument(metavar="A", help="Een ID, of vorige.", autocompletion=load_uitslagnamen)
    ] = VORIGE,
    tweede: Annotated[
        str, typer.Argument(metavar="B", help="Een ID, of laatste.", autocompletion=load_uitslagnamen)
    ] = LAATSTE,
    uit: Annotated[str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .json, .md of .txt.")] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Compare two results, in the order of their times."""
    check_uitvoer(uit, overschrijf=overschrijf)
    paar = sorted(_load_paar(eerste, tweede), key=lambda uitslag: uitslag.klaar)
    if paar[0].sessie == paar[1].sessie:
        raise GebruikFout("dit is twee keer dezelfde uitslag; geef twee verschillende")
    vergelijking = _build_naast(paar) or _build_hertest(paar)
    if uit not in ("", STDOUT):
        einde = Path(uit).suffix.lower()
        is_json = einde == EINDES[0]
        tekst = render_json(vergelijking.gegevens) if is_json else render_documenten([vergelijking.document], einde)
        write_tekstbestand(Path(uit), tekst, overschrijf=overschrijf)
    if als_json:
        write_json(vergelijking.gegevens)
    elif uit in ("", STDOUT):
        write_documenten([vergelijking.document])


def _load_paar(eerste: str, tweede: str) -> "tuple[Uitslag, Uitslag]":
    """Return the two results that are meant; `vorige` is the one before the other, of the same questionnaire."""
    from conflictstijl import bewaren

    if fold_tekst(tweede) == VORIGE:
        eerste, tweede = tweede, eerste
    if fold_tekst(tweede) == VORIGE:
        raise GebruikFout("'vorige' kan maar één keer; geef er een ID of 'laatste' bij")
    nu = bewaren.load_uitslag(tweede)
    return _load_vorige(nu) if fold_tekst(eerste) == VORIGE else bewaren.load_uitslag(eerste), nu


def _load_vorige(nu: "Uitslag") -> "Uitslag":
    from conflictstijl import bewaren

    wat = nu.vragenlijst.volledige_id
    for uitslag in bewaren.load_geschiedenis()[0]:
        if uitslag.vragenlijst.volledige_id == wat and uitslag.klaar < nu.klaar:
            return uitslag
    raise GebruikFout(
        f"er is geen eerdere uitslag van {render_citaat(wat)}; wat er is, zie je met:", "conflictstijl resultaten"
    )


def _build_naast(paar: "list[Uitslag]") -> _Vergelijking | None:
    """Return two versions of one questionnaire side by side; None when these are no such two."""
    from conflictstijl import bewaren, toepassing
    from conflictstijl.rapport.gegevens import build_profielen

    resultaten = [bewaren.build_resultaat(uitslag) for uitslag in paar]
    document = toepassing.build_naast(resultaten)
    if document is None:
        return None
    verschuivingen = toepassing.compare_versies(resultaten)
    return _Vergelijking(document, build_profielen((een.profiel for een in resultaten), verschuivingen))


def _build_hertest(paar: "list[Uitslag]") -> _Vergelijking:
    """Return what changed between two times; raises GebruikFout when nothing can be said about that."""
    from conflictstijl import bewaren
    from conflictstijl.laden.catalogus import load_kennis
    from conflictstijl.rapport.hertest import build_hertest
    from conflictstijl.rapport.hertestgegevens import build_hertestgegevens
    from conflictstijl.rekenen.hertest import compare_hertest

    eerst, nu = paar
    hertest = compare_hertest(bewaren.build_resultaat(eerst), bewaren.build_resultaat(nu))
    momenten = (eerst.klaar, nu.klaar)
    return _Vergelijking(build_hertest(hertest, momenten, load_kennis()), build_hertestgegevens(hertest, momenten))
