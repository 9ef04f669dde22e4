"""Writing what `groep` found about a group, and how its files were read."""

from collections.abc import Sequence
from pathlib import Path

from conflictstijl.cli.document import STDOUT, render_documenten, write_documenten, write_tekstbestand
from conflictstijl.cli.groepsdoel import JSON, XLSX, Doel, write_klaar
from conflictstijl.cli.uitvoer import (
    build_uitvoer,
    clean_json,
    write_json,
    write_json_delen,
    write_melding,
    write_meldingen,
    write_regels,
)
from conflictstijl.cli.voortgang import read_met_voortgang
from conflictstijl.groep.lezen import Groepsinvoer
from conflictstijl.groep.organisaties import Organisatieverslag
from conflictstijl.groep.overzicht import (
    build_leesdocument,
    build_leesgegevens,
    count_deelnemers,
    load_skelet,
    render_kolommen,
)
from conflictstijl.groep.verslag import Groepsverslag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst

_GEWEIGERD = 3
Verslag = Groepsverslag | Organisatieverslag


def write_groepsverslag(verslag: Verslag, doel: Doel) -> int:
    """Write a group; exit code 3 when nothing may be told about it."""
    if doel.einde == JSON:
        _write_json(verslag, Path(doel.uit), overschrijf=doel.overschrijf)
    elif doel.einde and not verslag.dicht:
        _write_bestand(verslag, doel)
    if doel.als_json:
        write_json_delen(verslag.render_json())
    elif not doel.einde and not verslag.dicht:
        write_documenten([verslag.build_document()])
    write_meldingen(map(str, verslag.meldingen))
    if verslag.waarom:
        write_melding(f"conflictstijl: {verslag.waarom}")
    return _GEWEIGERD if verslag.dicht else 0


def _write_json(verslag: Verslag, pad: Path, *, overschrijf: bool) -> None:
    with build_uitvoer(pad, overschrijf=overschrijf) as bestand:
        bestand.writelines(clean_json(deel).encode(errors="replace") for deel in verslag.render_json())
    write_klaar(f"Geschreven naar '{clean_tekst(str(pad))}'.")


def _write_bestand(verslag: Verslag, doel: Doel) -> None:
    with build_uitvoer(Path(doel.uit), overschrijf=doel.overschrijf) as bestand:
        if doel.einde == XLSX:
            verslag.write_werkboek(bestand)
        else:
            bestand.write(render_documenten([verslag.build_document()], doel.einde))
    write_klaar(f"Geschreven naar '{clean_tekst(doel.uit)}'.")


def write_skelet(
    bestanden: Sequence[str], kolommen: str, vragenlijst: Vragenlijst, blad: str, *, overschrijf: bool
) -> None:
    """Write the start of a map of columns for a file that was not recognised; nothing for several files."""
    if len(bestanden) > 1:
        return
    tekst = load_skelet(bestanden[0], blad, vragenlijst)
    if kolommen == STDOUT:
        write_regels(tekst.splitlines())
        return
    write_tekstbestand(Path(kolommen), tekst, overschrijf=overschrijf)
    write_melding(f"in '{clean_tekst(kolommen)}' staan alle koppen: zet achter elke de goede vraag")


def write_overzicht(invoer: Groepsinvoer, kolommen: str, doel: Doel) -> None:
    """Write how the files are read, and of their content only what was not clear; keep the map of columns if asked."""
    aantal = count_deelnemers(invoer, read_met_voortgang)
    if kolommen == STDOUT:
        write_regels(render_kolommen(invoer).splitlines())
        return
    if kolommen:
        write_tekstbestand(Path(kolommen), render_kolommen(invoer), overschrijf=doel.overschrijf)
    if doel.als_json:
        write_json(build_leesgegevens(invoer, aantal))
    else:
        write_documenten([build_leesdocument(invoer, aantal)])
