"""Arguments that several commands share, with what the Tab key can fill in; looked up when asked for."""

from contextlib import suppress
from typing import Any

import typer

from conflictstijl.model.stijlen import STIJLEN


def load_namen() -> list[str]:
    """Return the ids of all questionnaires."""
    from conflictstijl.laden.catalogus import load_ids

    return sorted(load_ids())


def load_vaardigheden() -> list[str]:
    """Return the ids of all skills."""
    from conflictstijl.laden.catalogus import load_kennis

    return list(load_kennis().vaardigheden.vaardigheden)


def load_stijlen() -> list[str]:
    """Return the ids of the five styles."""
    return list(STIJLEN)


def load_casusnamen() -> list[str]:
    """Return the ids of all practice cases."""
    from conflictstijl.laden.catalogus import CASUS, load_ids

    return sorted(load_ids(CASUS))


def load_werkvormnamen() -> list[str]:
    """Return the ids of all intervision methods."""
    from conflictstijl.laden.catalogus import WERKVORM, load_ids

    return sorted(load_ids(WERKVORM))


def load_werkbladnamen() -> list[str]:
    """Return the ids of all worksheets."""
    from conflictstijl.laden.catalogus import WERKBLAD, load_ids

    return sorted(load_ids(WERKBLAD))


def load_kenmerkopties() -> list[str]:
    """Return every level of every factor, as `--kenmerk` takes it."""
    from conflictstijl.laden.situatiebron import load_situaties
    from conflictstijl.laden.situaties import build_standen

    standen = build_standen(load_situaties())
    return [f"{kenmerk}={stand}" for kenmerk, eigen in standen.items() for stand in eigen]


def load_uitslagnamen(context: typer.Context) -> list[str]:
    """Return what names a kept result, after the commands that begin with the one typed."""
    from conflictstijl.laden.mappen import load_resultatenmap
    from conflictstijl.opslag.geschiedenis import load_paden, read_sessie
    from conflictstijl.rapport.geschiedenis import LAATSTE, build_korte_namen

    sessies: list[str] = []
    with suppress(OSError):
        sessies = list(map(read_sessie, load_paden(load_resultatenmap())))
    vervolg = [naam.partition(" ")[2] for naam, *_ in getattr(context.command, "vervolg", ())]
    namen = build_korte_namen(sessies)
    return [*vervolg, LAATSTE, *(namen[sessie] for sessie in sessies)]


def load_bewaarde_namen(context: typer.Context) -> list[str]:
    """Return what names a kept result or worksheet, after the commands that begin with the one typed."""
    from conflictstijl.cli.resultaten_werkbladen import load_paden_van_bladen
    from conflictstijl.opslag.bladregels import read_sessie
    from conflictstijl.rapport.geschiedenis import build_korte_namen

    sessies = [read_sessie(pad) for pad in load_paden_van_bladen()]
    namen = build_korte_namen(sessies)
    return [*load_uitslagnamen(context), *(namen[sessie] for sessie in sessies)]


def build_lijstargument(metavar: str) -> Any:
    """Return the argument that names a questionnaire."""
    return typer.Argument(metavar=metavar, help="Een vragenlijst, of een bestand.", autocompletion=load_namen)


def build_vormoptie() -> Any:
    """Return the option that names a version of a questionnaire."""
    return typer.Option("--vorm", metavar="ID", help="Welke vorm, als er meer zijn.")


def build_groepsargument() -> Any:
    """Return the argument that names the exports of a form."""
    return typer.Argument(metavar="BESTAND", help="Export van een formulier, of - voor de invoer.")


def build_lijstoptie() -> Any:
    """Return the option that says with which questionnaire an export was made."""
    hulp = "Welke vragenlijst dit is."
    return typer.Option("--vragenlijst", metavar="ID|BESTAND", help=hulp, autocompletion=load_namen)


def build_bladoptie() -> Any:
    """Return the option that names the only sheet to read."""
    return typer.Option("--blad", metavar="NAAM", help="Lees alleen dit werkblad.")


def build_overslaanoptie() -> Any:
    """Return the option that leaves rows of an export out."""
    return typer.Option("--sla-over", metavar="RIJ|KOLOM=WAARDE", help="Laat rijen weg, zoals 5 of naam=proef.")
