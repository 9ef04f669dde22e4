"""`conflictstijl resultaten wis`: erase kept results, after saying exactly which."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from conflictstijl.cli.aanvulling import load_uitslagnamen
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.resultaten import build_melding
from conflictstijl.cli.resultaten_exporteer import load_keuze
from conflictstijl.cli.uitvoer import write_json, write_meldingen
from conflictstijl.fouten import GebruikFout, OnderbrokenFout
from conflictstijl.laden.mappen import load_journaalmap, load_resultatenmap
from conflictstijl.rapport.geschiedenis import render_dag
from conflictstijl.tekst import render_opsomming

if TYPE_CHECKING:
    from conflictstijl.bewaren import Schoonmaak, Uitslag

UITLEG = """\
Het programma zegt eerst wat er weggaat. Daarna vraagt het ja of nee. In een script geef je --ja.

Met --alles gaan ook begonnen tests en beschadigde bestanden weg. Bestanden die je met -o maakte, wis je zelf.

Bijvoorbeeld:

  conflictstijl resultaten wis 9f0c2a
  conflictstijl resultaten wis --ouder-dan 365
  conflictstijl resultaten wis --alles"""

_LIJST = "conflictstijl resultaten"
_MEESTE_DAGEN = 36_500
"""A hundred years: nobody has results of before that."""
_EIGEN = "Bestanden die je met -o of exporteer maakte, staan er nog. Die wis je zelf."


class _Keuze(NamedTuple):
    """What is to be erased; `uitslagen` is None for everything."""

    wat: str
    """It in words, with the days that it is from; empty when there is nothing."""
    uitslagen: "list[Uitslag] | None"


def ask_wissen(
    namen: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Deze uitslagen.", autocompletion=load_uitslagnamen)
    ] = None,
    alles: Annotated[bool, typer.Option("--alles", help="Wis alles, ook begonnen tests.")] = False,
    ouder_dan: Annotated[
        int | None, typer.Option("--ouder-dan", metavar="DAGEN", help="Wis uitslagen van langer geleden.")
    ] = None,
    zeker: Annotated[bool, typer.Option("--ja", help="Vraag niet eerst.")] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> int:
    """Erase what is chosen, when a person or `--ja` agrees; exit code 1 when something could not be erased."""
    from conflictstijl import bewaren

    keuze = _load_keuze(namen or [], ouder_dan, alles=alles)
    akkoord = not keuze.wat or zeker or _ask_zeker(keuze.wat, apart=als_json)
    schoon = bewaren.clean_geschiedenis(keuze.uitslagen) if akkoord else bewaren.Schoonmaak((), (), ())
    write_meldingen(map(str, schoon.meldingen))
    if als_json:
        write_json(_build_gegevens(schoon))
    else:
        for zin in (_render_gewist(schoon), *(_build_over(schoon, alles=alles) if akkoord else ())):
            write_alinea(zin)
    return int(bool(schoon.meldingen))


def _load_keuze(namen: Sequence[str], ouder_dan: int | None, *, alles: bool) -> _Keuze:
    """Return what is to go; raises GebruikFout unless it is chosen in exactly one way."""
    if [bool(namen), alles, ouder_dan is not None].count(True) != 1:
        raise GebruikFout("kies wat weg moet: een ID, --alles of --ouder-dan; wat er is, zie je met:", _LIJST)
    if alles:
        return _Keuze(_render_alles(), None)
    uitslagen = load_keuze(namen)[0] if ouder_dan is None else _load_ouder(ouder_dan)
    return _Keuze(_render_uitslagen(uitslagen), uitslagen)


def _load_ouder(dagen: int) -> "list[Uitslag]":
    from conflictstijl import bewaren

    if not 0 <= dagen <= _MEESTE_DAGEN:
        raise GebruikFout(f"'--ouder-dan' moet een getal van 0 tot en met {_MEESTE_DAGEN} zijn")
    return bewaren.load_ouder(dagen)


def _render_alles() -> str:
    """Return all that is kept, also what cannot be read any more; empty when there is nothing."""
    from conflictstijl import bewaren
    from conflictstijl.opslag.bewaard import EINDE as JOURNAAL
    from conflictstijl.opslag.geschiedenis import EINDE
    from conflictstijl.opslag.schijf import TIJDELIJK

    uitslagen, _ = bewaren.load_geschiedenis()
    bestanden = {pad for patroon in (f"*{EINDE}", f"{TIJDELIJK}*") for pad in load_resultatenmap().glob(patroon)}
    stuk = len(bestanden - {uitslag.pad for uitslag in uitslagen})
    begonnen = len(list(load_journaalmap().glob(f"*{JOURNAAL}")))
    delen = (
        _render_uitslagen(uitslagen),
        _render_aantal(begonnen, "begonnen test", "begonnen tests"),
        _render_aantal(stuk, "beschadigd bestand", "beschadigde bestanden"),
    )
    return render_opsomming([deel for deel in delen if deel])


def _render_uitslagen(uitslagen: "Sequence[Uitslag]") -> str:
    """Return how many results these are, with their first and last day."""
    if not uitslagen:
        return ""
    momenten = sorted(uitslag.klaar for uitslag in uitslagen)
    dagen = list(dict.fromkeys([render_dag(momenten[0]), render_dag(momenten[-1])]))
    return f"{_render_aantal(len(uitslagen), 'uitslag', 'uitslagen')} van {' tot en met '.join(dagen)}"


def _render_aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}" if aantal else ""


def _ask_zeker(wat: str, *, apart: bool) -> bool:
    """Say what goes and ask whether it may; raises GebruikFout where nobody can answer."""
    gesprek = build_gesprek(apart=apart)
    if not gesprek.mens:
        raise GebruikFout(f"dit wist {wat}; geef --ja als je dat zeker weet")
    gesprek.write_regel(f"Dit gaat weg: {wat}. Terughalen kan niet.")
    try:
        return gesprek.ask_ja_nee("Wissen?")
    except EOFError:
        raise OnderbrokenFout("gestopt; er is niets gewist") from None


def _render_gewist(schoon: "Schoonmaak") -> str:
    uitslagen = _render_aantal(len(schoon.uitslagen), "uitslag", "uitslagen")
    begonnen = _render_aantal(len(schoon.begonnen), "begonnen test", "begonnen tests")
    wat = render_opsomming([deel for deel in (uitslagen, begonnen) if deel])
    return f"Gewist: {wat}." if wat else "Er is niets gewist."


def _build_over(schoon: "Schoonmaak", *, alles: bool) -> Iterator[str]:
    """Yield what remains, and what the program does not know of."""
    from conflictstijl.opslag.geschiedenis import load_paden

    if alles and not schoon.meldingen:
        yield "Er staat nu geen enkele uitslag of begonnen test meer."
    elif not alles:
        over = len(load_paden(load_resultatenmap()))
        blijft = f"Er {'staat' if over == 1 else 'staan'} nog {_render_aantal(over, 'uitslag', 'uitslagen')}."
        yield blijft if over else "Er staat geen uitslag meer."
    if schoon.uitslagen:
        yield _EIGEN


def _build_gegevens(schoon: "Schoonmaak") -> dict[str, Any]:
    return {
        "formaat": 1,
        "soort": "schoonmaak",
        "uitslagen": [pad.name for pad in schoon.uitslagen],
        "begonnen": [pad.name for pad in schoon.begonnen],
        "meldingen": list(map(build_melding, schoon.meldingen)),
    }
