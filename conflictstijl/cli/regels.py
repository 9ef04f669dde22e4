"""What `conflictstijl controleer --regel` shows: the page about one rule, or which rules there are."""

from conflictstijl.cli.overzicht import write_alinea, write_kolommen
from conflictstijl.cli.uitvoer import write_json, write_regels
from conflictstijl.fouten import GebruikFout
from conflictstijl.model.regel import Controleregel
from conflictstijl.tekst import advise_naam, render_citaat

ALLE = "alle"
"""Stands for every rule; no rule has this name."""

_INSPRINGING = "  "


def load_regelnamen() -> list[str]:
    """Return what `--regel` takes, for the Tab key."""
    from conflictstijl.laden.regels import load_regels

    return [ALLE, *load_regels()]


def write_regel(naam: str, *, als_json: bool) -> None:
    """Write the page about a rule, or one line per rule; raises GebruikFout for an unknown one."""
    from conflictstijl.laden.regels import load_regels

    regels = load_regels()
    if naam == ALLE:
        _write_alle(sorted(regels.values()), als_json=als_json)
    elif naam in regels:
        _write_een(regels[naam], als_json=als_json)
    else:
        hint = advise_naam(naam, [ALLE, *regels]) or f"'conflictstijl controleer --regel {ALLE}' noemt ze alle"
        raise GebruikFout(f"er is geen regel {render_citaat(naam)}; {hint}")


def _write_alle(regels: list[Controleregel], *, als_json: bool) -> None:
    if als_json:
        lijst = [{"id": regel.id, "titel": regel.titel} for regel in regels]
        write_json({"formaat": 1, "soort": "regels", "regels": lijst})
        return
    write_kolommen((regel.id, regel.titel) for regel in regels)
    write_regels([""])
    write_alinea("Meer over een ervan: conflictstijl controleer --regel ID")


def _write_een(regel: Controleregel, *, als_json: bool) -> None:
    if als_json:
        gegevens = regel._asdict()
        del gegevens["titel"]
        write_json({"formaat": 1, "soort": "regel", **gegevens})
        return
    for alinea in (f"{regel.titel} [{regel.id}]", regel.wat, f"Waarom: {regel.waarom}"):
        write_alinea(alinea)
        write_regels([""])
    write_regels(["Fout:", *_split_regels(regel.voorbeeld), "", "Goed:", *_split_regels(regel.remedie)])


def _split_regels(tekst: str) -> list[str]:
    """Return the lines of an example as they are but for an indent: wrapping would change what they mean."""
    return [f"{_INSPRINGING}{regel}" for regel in tekst.split("\n")]
