"""`conflictstijl resultaten wis`: erase kept results, after saying exactly which."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conflictstijl.cli.aanvulling import load_bewaarde_namen
from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.resultaten import build_melding, write_bevindingen
from conflictstijl.cli.resultaten_werkbladen import (
    load_bladen,
    load_paden_van_bladen,
    load_sessies,
    read_gekozen,
    render_naam,
)
from conflictstijl.cli.uitvoer import write_json
from conflictstijl.fouten import Bevinding, GebruikFout, OnderbrokenFout
from conflictstijl.laden.instellingen import BESTAND
from conflictstijl.laden.mappen import (
    load_gegevensmap,
    load_groepenmap,
    load_journaalmap,
    load_resultatenmap,
)
from conflictstijl.opslag.geschiedenis import EINDE, load_bestand, load_paden, read_sessie
from conflictstijl.opslag.groepen import SLEUTEL
from conflictstijl.rapport.gegeven import render_klein
from conflictstijl.rapport.geschiedenis import KORT, build_korte_namen
from conflictstijl.tekst import render_dag, render_opsomming

if TYPE_CHECKING:
    from conflictstijl.bewaren import Schoonmaak, Uitslag

UITLEG = """\
Het programma zegt eerst wat er weggaat. Daarna vraagt het ja of nee. In een script geef je --ja.

Een werkblad of een beschadigde uitslag wis je ook met zijn ID. Met --alles gaan ook begonnen tests en alle \
werkbladen weg, en wat het programma van eerdere groepsbeelden onthield.

Bestanden die je met -o maakte, wis je zelf.

Bijvoorbeeld:

  conflictstijl resultaten wis 9f0c2a
  conflictstijl resultaten wis --ouder-dan 365
  conflictstijl resultaten wis --alles"""

_LIJST = "conflictstijl resultaten"
_MEESTE_DAGEN = 36_500
"""A hundred years: nobody has results of before that."""
_MEESTE_NAMEN = 10
"""More results than this are not named one by one."""
_NIETS = "Er is niets om te wissen."
_EIGEN = "Bestanden die je met -o of exporteer maakte, staan er nog. Die wis je zelf."


@dataclass(frozen=True, slots=True)
class _Keuze:
    """What is to be erased: sound results, damaged ones, unfinished tests, earlier group pictures, worksheets."""

    uitslagen: "Sequence[Uitslag]" = ()
    stuk: Collection[Path] = ()
    begonnen: Collection[Path] = ()
    groepen: Collection[Path] = ()
    werkbladen: Collection[Path] = ()
    alles: bool = False
    meldingen: Sequence[Bevinding] = ()
    """Files of which is not known whether they are meant: they stay."""

    def __bool__(self) -> bool:
        """Return True when there is anything to erase."""
        return bool(self.uitslagen or self.stuk or self.begonnen or self.groepen or self.werkbladen)

    @property
    def paden(self) -> "list[Path] | None":
        """The files of results, as `clean_geschiedenis` takes them."""
        return None if self.alles else [*(uitslag.pad for uitslag in self.uitslagen), *self.stuk]


def ask_wissen(
    namen: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Deze uitslagen of werkbladen.", autocompletion=load_bewaarde_namen),
    ] = None,
    alles: Annotated[bool, typer.Option("--alles", help="Wis alles, ook begonnen tests.")] = False,
    ouder_dan: Annotated[
        int | None, typer.Option("--ouder-dan", metavar="DAGEN", help="Wis uitslagen en werkbladen van langer geleden.")
    ] = None,
    zeker: Annotated[bool, typer.Option("--ja", help="Vraag niet eerst.")] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Geef de uitkomst als JSON.")] = False,
) -> int:
    """Erase what is chosen, when a person or `--ja` agrees; exit code 1 when something could not be erased."""
    from conflictstijl import bewaren

    bewaren.clean_klaar()
    keuze = _load_keuze(namen or [], ouder_dan, alles=alles)
    write_bevindingen(keuze.meldingen)
    akkoord = not keuze or zeker or _ask_zeker(_render_keuze(keuze), apart=als_json)
    schoon = _clean_keuze(keuze) if akkoord else bewaren.Schoonmaak((), (), ())
    write_bevindingen(schoon.meldingen)
    if als_json:
        write_json(_build_gegevens(schoon, keuze.meldingen))
    else:
        for zin in _build_zinnen(schoon, keuze, akkoord=akkoord):
            write_alinea(zin)
    return int(bool(schoon.meldingen or keuze.meldingen))


def _clean_keuze(keuze: _Keuze) -> "Schoonmaak":
    """Erase what was chosen; all worksheets go with everything else."""
    from conflictstijl import bewaren

    schoon = bewaren.clean_geschiedenis(keuze.paden)
    if keuze.alles:
        return schoon
    bladen = bewaren.clean_werkbladen(keuze.werkbladen)
    return schoon._replace(werkbladen=bladen.werkbladen, meldingen=(*schoon.meldingen, *bladen.meldingen))


def _load_keuze(namen: Sequence[str], ouder_dan: int | None, *, alles: bool) -> _Keuze:
    """Return what is to go; raises GebruikFout unless it is chosen in exactly one way."""
    if [bool(namen), alles, ouder_dan is not None].count(True) != 1:
        raise GebruikFout("kies wat weg moet: een ID, --alles of --ouder-dan; wat er is, zie je met:", _LIJST)
    if alles:
        return _load_alles()
    return _load_namen(namen) if ouder_dan is None else _load_ouder(ouder_dan)


def _load_namen(namen: Sequence[str]) -> _Keuze:
    """Return the results and worksheets that are named, chosen by their files: a damaged one can be named too."""
    from conflictstijl import bewaren

    bladen = {naam: pad for naam in namen if (pad := read_gekozen(naam))}
    rest = [naam for naam in namen if naam not in bladen]
    if _check_leeg():
        return _Keuze(werkbladen=set(bladen.values()))
    paden = list(dict.fromkeys(pad for naam in rest for pad in bewaren.load_gekozen(naam)))
    gelezen = [load_bestand(pad, bewaren.check_uitslag) for pad in paden]
    uitslagen = [een for een in gelezen if not isinstance(een, str)]
    stuk = [pad for pad, een in zip(paden, gelezen, strict=True) if isinstance(een, str)]
    return _Keuze(uitslagen, stuk, bewaren.load_horend(paden), werkbladen=set(bladen.values()))


def _check_leeg() -> bool:
    """Return True when there is no result at all; a folder that cannot be read may have some."""
    try:
        return not load_paden(load_resultatenmap())
    except OSError:
        return False


def _load_ouder(dagen: int) -> _Keuze:
    from conflictstijl import bewaren

    if not 0 <= dagen <= _MEESTE_DAGEN:
        raise GebruikFout(f"'--ouder-dan' moet een getal van 0 tot en met {_MEESTE_DAGEN} zijn")
    uitslagen, meldingen = bewaren.load_ouder(dagen)
    begonnen = bewaren.load_horend(uitslag.pad for uitslag in uitslagen)
    bladen, stuk = load_bladen()
    oud = [blad.pad for blad in bladen if (datetime.now(UTC) - blad.moment).days >= dagen]
    return _Keuze(uitslagen, begonnen=begonnen, werkbladen=oud, meldingen=[*meldingen, *stuk])


def _load_alles() -> _Keuze:
    """Return all that is kept, also what cannot be read any more."""
    from conflictstijl import bewaren
    from conflictstijl.opslag.bewaard import load_journaalpaden
    from conflictstijl.opslag.schijf import TIJDELIJK

    patronen = (f"*{EINDE}", f"{TIJDELIJK}*")
    uitslagen, _ = bewaren.load_geschiedenis()
    bestanden = {pad for patroon in patronen for pad in load_resultatenmap().glob(patroon)}
    stuk = bestanden - {uitslag.pad for uitslag in uitslagen}
    begonnen: list[Path] = []
    # erasing will tell what is wrong with a folder that cannot be read
    with suppress(OSError):
        begonnen = load_journaalpaden(load_journaalmap())
    groepen = [pad for patroon in patronen for pad in load_groepenmap().glob(patroon)]
    return _Keuze(uitslagen, stuk, begonnen, groepen, load_paden_van_bladen(), alles=True)


def _render_keuze(keuze: _Keuze) -> str:
    """Return what is to be erased: results by name or, when these are many, their number and days."""
    veel = len(keuze.uitslagen) > _MEESTE_NAMEN
    uitslagen = [_render_dagen(keuze.uitslagen)] if veel else list(_build_namen(keuze.uitslagen))
    stuk = [] if keuze.alles else [f"{read_sessie(pad)[:KORT]} (beschadigd)" for pad in sorted(keuze.stuk)]
    begonnen = _render_aantal(len(keuze.begonnen), "begonnen test", "begonnen tests")
    werkbladen = _render_bladkeuze(keuze)
    bestanden = _render_stuk(len(keuze.stuk)) if keuze.alles else ""
    groepen = _render_groepen(keuze.groepen)
    return render_opsomming([deel for deel in (*uitslagen, *stuk, begonnen, *werkbladen, bestanden, groepen) if deel])


def _render_bladkeuze(keuze: _Keuze) -> list[str]:
    """Return worksheets by name or, when everything goes or these are many, their number."""
    if keuze.alles or len(keuze.werkbladen) > _MEESTE_NAMEN:
        return [_render_werkbladen(keuze.werkbladen)]
    namen = build_korte_namen(load_sessies()) if keuze.werkbladen else {}
    return [render_naam(pad, namen) for pad in sorted(keuze.werkbladen)]


def _build_namen(uitslagen: "Iterable[Uitslag]") -> Iterator[str]:
    """Yield what tells one result from the others, the oldest first."""
    namen = build_korte_namen(load_sessies())
    for uitslag in sorted(uitslagen, key=lambda uitslag: uitslag.klaar):
        lijst = uitslag.vragenlijst
        anders = lijst.variant.naam if lijst.variant and not lijst.variant.standaard else ""
        erbij = filter(None, [lijst.id, render_klein(anders), uitslag.blad.deelnemer])
        yield f"{namen[uitslag.sessie]} ({', '.join(erbij)})"


def _render_dagen(uitslagen: "Sequence[Uitslag]") -> str:
    """Return how many results these are, with their first and last day."""
    momenten = sorted(uitslag.klaar for uitslag in uitslagen)
    dagen = list(dict.fromkeys([render_dag(momenten[0]), render_dag(momenten[-1])]))
    return f"{_render_aantal(len(uitslagen), 'uitslag', 'uitslagen')} van {' tot en met '.join(dagen)}"


def _render_aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}" if aantal else ""


def _render_werkbladen(paden: Collection[Path]) -> str:
    return _render_aantal(len(paden), "werkblad", "werkbladen")


def _render_stuk(aantal: int) -> str:
    return _render_aantal(aantal, "beschadigd bestand", "beschadigde bestanden")


def _render_groepen(paden: Collection[Path]) -> str:
    """Return how many earlier group pictures these are; the secret may stand there without any."""
    aantal = sum(pad.name != SLEUTEL and pad.suffix == EINDE for pad in paden)
    beelden = _render_aantal(aantal, "eerder groepsbeeld", "eerdere groepsbeelden")
    return beelden or ("de sleutel voor groepsbeelden" if paden else "")


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


def _build_zinnen(schoon: "Schoonmaak", keuze: _Keuze, *, akkoord: bool) -> Iterator[str]:
    """Yield what was erased, what remains, and what the program does not know of."""
    if not akkoord:
        yield "Er is niets gewist."
        return
    yield _render_gewist(schoon, keuze) if keuze else _NIETS
    if keuze:
        yield from _build_over(schoon, keuze)


def _render_gewist(schoon: "Schoonmaak", keuze: _Keuze) -> str:
    stuk = sum(pad in keuze.stuk for pad in schoon.uitslagen)
    delen = (
        _render_aantal(len(schoon.uitslagen) - stuk, "uitslag", "uitslagen"),
        _render_aantal(len(schoon.begonnen), "begonnen test", "begonnen tests"),
        _render_werkbladen(schoon.werkbladen),
        _render_stuk(stuk),
        _render_groepen(schoon.groepen),
    )
    wat = render_opsomming([deel for deel in delen if deel])
    blijft = " Je instellingen blijven staan." if keuze.alles and (load_gegevensmap() / BESTAND).is_file() else ""
    return f"Gewist: {wat}.{blijft}" if wat else "Er is niets gewist."


def _build_over(schoon: "Schoonmaak", keuze: _Keuze) -> Iterator[str]:
    if keuze.alles and not schoon.meldingen:
        yield "Er staat nu geen enkele uitslag, begonnen test of werkblad meer."
    elif not keuze.alles:
        if keuze.paden or not keuze.werkbladen:
            yield _render_over(len(load_paden(load_resultatenmap())), "uitslag", "uitslagen")
        if keuze.werkbladen:
            yield _render_over(len(load_paden_van_bladen()), "werkblad", "werkbladen")
    if schoon.uitslagen or schoon.werkbladen:
        yield _EIGEN


def _render_over(aantal: int, een: str, meer: str) -> str:
    blijft = f"Er {'staat' if aantal == 1 else 'staan'} nog {_render_aantal(aantal, een, meer)}."
    return blijft if aantal else f"Er staat geen {een} meer."


def _build_gegevens(schoon: "Schoonmaak", bleven: Sequence[Bevinding]) -> dict[str, Any]:
    return {
        "formaat": 1,
        "soort": "schoonmaak",
        "uitslagen": [pad.name for pad in schoon.uitslagen],
        "begonnen": [pad.name for pad in schoon.begonnen],
        "werkbladen": [pad.name for pad in schoon.werkbladen],
        "groepen": [pad.name for pad in schoon.groepen],
        "meldingen": list(map(build_melding, (*bleven, *schoon.meldingen))),
    }
