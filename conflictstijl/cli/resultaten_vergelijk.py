"""`conflictstijl resultaten vergelijk`: two kept results side by side, and what differs by more than noise."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from conflictstijl.cli.aanvulling import load_uitslagnamen
from conflictstijl.cli.document import check_uitvoer
from conflictstijl.cli.doel import Doel, write_uitkomst
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.document import Document
from conflictstijl.rapport.gegeven import render_klein
from conflictstijl.rapport.geschiedenis import build_korte_namen
from conflictstijl.tekst import fold_tekst

if TYPE_CHECKING:
    from datetime import datetime

    from conflictstijl.bewaren import Uitslag

UITLEG = """\
Zonder A en B vergelijkt het programma je laatste uitslag met de vorige van dezelfde vragenlijst. \
Met alleen A vergelijkt het die met je laatste. De oudste staat altijd eerst.

Vulde een collega de vorm 'ander' in? Dan zie je wat jij zegt naast wat die collega zag.

Bijvoorbeeld:

  conflictstijl resultaten vergelijk
  conflictstijl resultaten vergelijk 9f0c2a laatste -o verschil.md"""

VORIGE = "vorige"


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
    ] = "",
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar .html, .docx, .pdf, .md, .txt of .json.")
    ] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Compare two results, in the order of their times."""
    check_uitvoer(uit, overschrijf=overschrijf)
    paar = sorted(_load_paar(eerste, tweede), key=_read_volgorde)
    if paar[0].sessie == paar[1].sessie:
        raise GebruikFout("dit is twee keer dezelfde uitslag; geef twee verschillende")
    if not all(uitslag.vragenlijst.schalen for uitslag in paar):
        raise GebruikFout("deze uitslag heeft geen scores om te vergelijken; lees ze een voor een met 'resultaten ID'")
    vergelijking = _build_naast(paar) or _build_hertest(paar)
    write_uitkomst(vergelijking.gegevens, [vergelijking.document], Doel(uit, als_json, overschrijf))


def _load_paar(eerste: str, tweede: str) -> "tuple[Uitslag, Uitslag]":
    """Return the two results that are meant; `vorige` is the one before the other, of the same questionnaire."""
    from conflictstijl import bewaren

    if fold_tekst(tweede) == VORIGE:
        eerste, tweede = tweede, eerste
    if fold_tekst(tweede) == VORIGE:
        raise GebruikFout("'vorige' kan maar één keer; geef er een ID of 'laatste' bij")
    nu = bewaren.load_uitslag(tweede or bewaren.LAATSTE)
    if fold_tekst(eerste) == VORIGE:
        return _load_vorige(nu), nu
    toen = bewaren.load_uitslag(eerste)
    # the newest alone says no more than that it is one of the two
    return (_load_vorige(nu) if not tweede and toen.sessie == nu.sessie else toen), nu


def _load_vorige(nu: "Uitslag") -> "Uitslag":
    """Return the last result before this one that is of the same kind; raises GebruikFout when there is none."""
    from conflictstijl import bewaren

    uitslagen = sorted(bewaren.load_geschiedenis()[0], key=_read_volgorde, reverse=True)
    for uitslag in uitslagen:
        if _read_soort(uitslag) == _read_soort(nu) and _read_volgorde(uitslag) < _read_volgorde(nu):
            return uitslag
    raise _build_alleen(nu, uitslagen)


def _read_volgorde(uitslag: "Uitslag") -> "tuple[datetime, str]":
    """Return what orders results in time; of one moment as `laatste` does it, by their sessions."""
    return uitslag.klaar, uitslag.sessie


def _read_soort(uitslag: "Uitslag") -> str:
    return uitslag.vragenlijst.volledige_id


def _build_alleen(nu: "Uitslag", uitslagen: "Sequence[Uitslag]") -> GebruikFout:
    """Return that there is nothing before a result, with two others that can be compared."""
    namen = build_korte_namen([nu.sessie, *(uitslag.sessie for uitslag in uitslagen)])
    later = [uitslag for uitslag in uitslagen if _read_volgorde(uitslag) > _read_volgorde(nu)]
    welke = f"uitslag {namen[nu.sessie]}" if later else "je laatste uitslag"
    plaats = "eerste" if any(_read_soort(uitslag) == _read_soort(nu) for uitslag in later) else "enige"
    geen = f"{welke} ({_render_soort(nu)}) is de {plaats} van die soort"
    paar = _build_voorbeeld(uitslagen)
    if not paar:
        return GebruikFout(f"{geen}; vul die vragenlijst later nog eens in")
    opdracht = " ".join(namen[uitslag.sessie] for uitslag in paar)
    return GebruikFout(f"{geen}; geef er zelf twee, bijvoorbeeld:", f"conflictstijl resultaten vergelijk {opdracht}")


def _render_soort(uitslag: "Uitslag") -> str:
    variant = uitslag.vragenlijst.variant
    return render_klein(variant.naam) if variant and not variant.standaard else uitslag.vragenlijst.id


def _build_voorbeeld(uitslagen: "Sequence[Uitslag]") -> "list[Uitslag]":
    """Return the newest two results of one kind, the oldest first; empty when there are no two."""
    for plaats, uitslag in enumerate(uitslagen):
        for eerder in uitslagen[plaats + 1 :]:
            if _read_soort(eerder) == _read_soort(uitslag):
                return [eerder, uitslag]
    return []


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
