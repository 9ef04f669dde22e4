"""`conflictstijl nieuw`: a commented file that works at once, to write an own one from.

The schema goes beside the file, and the first line of the file names it without a folder. The two can be mailed
or moved together. An absolute path would show the name of the user and end where another machine begins, and an
address on the internet would break the promise that this program never makes a connection.
"""

import os
import re
import sys
from importlib.resources import files
from pathlib import Path, PureWindowsPath
from typing import Annotated

import typer

from conflictstijl.cli.document import STDOUT
from conflictstijl.cli.nederlands import check_keuze
from conflictstijl.cli.overzicht import write_alinea
from conflictstijl.cli.uitvoer import check_doel, render_argument, write_bestand, write_meldingen, write_regels
from conflictstijl.fouten import GebruikFout, Plek
from conflictstijl.tekst import clean_tekst, render_citaat, render_opsomming

VRAGENLIJST = "vragenlijst"
CASUS = "casus"
WERKVORM = "werkvorm"
WERKBLAD = "werkblad"
SOORTEN = (VRAGENLIJST, CASUS, WERKVORM, WERKBLAD, "vaardigheden", "stijlen", "adviezen", "normgroep")
"""The kinds of files that have an example."""
_MET_ID = {
    VRAGENLIJST: ("de vragenlijst", ""),
    CASUS: ("de casus", "casussen"),
    WERKVORM: ("de werkvorm", "werkvormen"),
    WERKBLAD: ("het werkblad", "werkbladen"),
}
"""Kinds that are found by the name of their file, and the folder of the shipped ones."""
_VERVOLG = {
    VRAGENLIJST: ("controleer", "afnemen"),
    CASUS: ("controleer", "casussen", "situatie"),
    WERKVORM: ("controleer", "werkvormen"),
    WERKBLAD: ("controleer", "werkblad"),
}
"""The commands that come next; of another kind only the check."""

VORMEN = {
    "stellingen": "zeggen hoe vaak een zin klopt (gewoon)",
    "paren": "kiezen uit twee zinnen",
    "situaties": "kiezen wat past bij een geval uit het werk",
    "beste-en-slechtste": "de beste en de slechtste zet kiezen",
    "rangorde": "zinnen op volgorde zetten",
    "punten": "punten verdelen over zinnen",
    "onderdelen": "dezelfde stellingen in twee situaties",
    "zelf-en-ander": "dezelfde stellingen over jezelf en over een ander",
    "uitgebreid": "stellingen met vragen vooraf, open vragen, uitkomsten en meer",
}
"""The examples of a questionnaire: the name of the file, and how somebody answers."""

_FORMAATWOORDEN = {"kies": "paren", "rangschik": "rangorde", "verdeel": "punten", "vormen": "zelf-en-ander"}
"""What the format calls a form, where the example has a plainer name."""

_VOORBEELDNAAM = "ons-team"
_WINDOWSNAAM = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever ending follows."""

_VORMREGELS = "\n".join(f"  {naam}: {wat}" for naam, wat in VORMEN.items())

UITLEG = f"""\
Schrijft een voorbeeld dat meteen werkt, met uitleg erbij. Daarin zet je je eigen teksten.

NAAM heeft kleine letters, cijfers en streepjes. Het bestand heet NAAM.yaml en komt in deze map. Ernaast komt een \
schema: daarmee helpt je editor tijdens het typen. Mail je het bestand, stuur het schema dan mee.

Met --vorm kies je hoe iemand de vragenlijst invult:

{_VORMREGELS}

Bijvoorbeeld:

  conflictstijl nieuw vragenlijst {_VOORBEELDNAAM}
  conflictstijl nieuw vragenlijst teamdag --vorm situaties
  conflictstijl nieuw casus het-raam
  conflictstijl nieuw werkvorm koffierondje
  conflictstijl nieuw werkblad teamvragen"""


def _read_soorten() -> list[str]:
    return list(SOORTEN)


def _read_vormen() -> list[tuple[str, str]]:
    return list(VORMEN.items())


def write_nieuw(
    soort: Annotated[
        str,
        typer.Argument(
            metavar="SOORT", help=f"Wat je maakt: {render_opsomming(SOORTEN, 'of')}.", autocompletion=_read_soorten
        ),
    ] = "",
    naam: Annotated[str, typer.Argument(metavar="NAAM", help=f"Hoe het gaat heten, zoals {_VOORBEELDNAAM}.")] = "",
    vorm: Annotated[
        str,
        typer.Option("--vorm", metavar="VORM", help="Hoe iemand de vragenlijst invult.", autocompletion=_read_vormen),
    ] = "",
    uit: Annotated[
        str, typer.Option("-o", metavar="BESTAND", help="Schrijf naar deze plek; - toont het voorbeeld alleen.")
    ] = "",
    overschrijf: Annotated[bool, typer.Option("--overschrijf", help="Vervang een bestand dat er al is.")] = False,
) -> None:
    """Write an example with the schema beside it, and tell what to do next."""
    _check_soort(soort)
    voorbeeld = _load_voorbeeld(soort, vorm)
    _check_naam(naam, soort)
    tekst = render_voorbeeld(voorbeeld, soort, naam)
    if uit == STDOUT:
        # in UTF-8 whatever the encoding of the console, for it may go into a file
        sys.stdout.flush()
        sys.stdout.buffer.write(tekst.encode())
        return
    pad = _build_pad(naam, soort, uit)
    _write_bestanden(pad, tekst, soort, overschrijf=overschrijf)
    _write_vervolg(pad, soort)


def _check_soort(soort: str) -> None:
    from conflictstijl.laden import velden

    if not soort:
        raise GebruikFout(
            f"geef een soort en een naam, bijvoorbeeld: conflictstijl nieuw {VRAGENLIJST} {_VOORBEELDNAAM}"
        )
    if soort in set(velden.SOORTEN).difference(SOORTEN):
        raise GebruikFout(f"'{soort}' kan deze versie nog niet; kies uit {render_opsomming(SOORTEN, 'of')}")
    check_keuze("soort", soort, SOORTEN)


def _load_voorbeeld(soort: str, vorm: str) -> str:
    """Return the example of a kind as the package holds it; raises GebruikFout for a form that is not there."""
    folder = files("conflictstijl") / "sjablonen"
    if soort == VRAGENLIJST:
        gekozen = _FORMAATWOORDEN.get(vorm, vorm.replace("_", "-")) or next(iter(VORMEN))
        check_keuze("vorm", gekozen, list(VORMEN))
        return (folder / VRAGENLIJST / f"{gekozen}.yaml").read_text(encoding="utf-8")
    if vorm:
        raise GebruikFout(f"--vorm hoort bij {VRAGENLIJST}, niet bij {soort}; laat --vorm weg")
    return (folder / f"{soort}.yaml").read_text(encoding="utf-8")


def _check_naam(naam: str, soort: str) -> None:
    """Raise GebruikFout when a name cannot be an id, cannot be a file on Windows, or is taken."""
    from conflictstijl.laden.mappen import load_inhoudsmap

    if not naam:
        raise GebruikFout(f"geef ook een naam, bijvoorbeeld: conflictstijl nieuw {soort} {_VOORBEELDNAAM}")
    if naam == STDOUT:
        raise GebruikFout("geef eerst een naam; met '-o -' erbij zie je het voorbeeld alleen op het scherm")
    if not _check_id(naam):
        raise GebruikFout(f"{render_citaat(naam)} kan geen naam zijn; {_advise_naam(naam)}")
    if _WINDOWSNAAM.fullmatch(naam):
        raise GebruikFout(f"'{naam}' kan op Windows geen bestand heten; kies een andere naam")
    if soort in _MET_ID and (load_inhoudsmap() / _MET_ID[soort][1] / f"{naam}.yaml").is_file():
        raise GebruikFout(f"bij het programma hoort al een {soort} '{naam}'; kies een andere naam")


def _check_id(naam: str) -> bool:
    from conflictstijl.laden.bevindingen import Bevindingen
    from conflictstijl.laden.knopen import Tekst
    from conflictstijl.laden.velden import check_id

    return check_id(Tekst(naam, Plek("")), Bevindingen()) is not None


def _advise_naam(naam: str) -> str:
    """Return what a name consists of, with the nearest one that is good."""
    from conflictstijl.opslag.schijf import build_slug

    pad = PureWindowsPath(naam)
    slug = build_slug(pad.stem if pad.suffix in {".yaml", ".yml"} else pad.name)
    plek = "" if str(pad) == pad.name else "; de map geef je met -o"
    voorstel = slug if _check_id(slug) and slug != build_slug("") else _VOORBEELDNAAM
    return f"gebruik kleine letters, cijfers en streepjes, zoals '{voorstel}'{plek}"


def render_voorbeeld(voorbeeld: str, soort: str, naam: str) -> str:
    """Return an example under its own name, with the schema in its own folder."""
    regels = re.sub(r"(?<=\$schema=)\S*/", "", voorbeeld, count=1)
    return re.sub(rf"(?m)^{soort}: .*$", f"{soort}: {naam}", regels, count=1)


def _build_pad(naam: str, soort: str, uit: str) -> Path:
    """Return where the file goes; a folder gets a file with the right name in it."""
    from conflictstijl.laden.catalogus import YAML

    bestand = f"{naam}.yaml"
    pad = Path(uit or bestand)
    if uit and pad.is_dir():
        pad /= bestand
    getoond = clean_tekst(str(pad))
    if pad.suffix.lower() not in YAML:
        raise GebruikFout(f"'{getoond}' is geen map en eindigt niet op .yaml; schrijf bijvoorbeeld: -o {bestand}")
    if soort in _MET_ID and pad.stem != naam:
        raise GebruikFout(f"'{getoond}' heet anders dan {_MET_ID[soort][0]}; noem het bestand '{bestand}'")
    if not pad.parent.is_dir():
        map_ = clean_tekst(str(pad.parent))
        raise GebruikFout(f"de map '{map_}' is er niet; maak die eerst, of kies een andere plek")
    return pad


def _write_bestanden(pad: Path, tekst: str, soort: str, *, overschrijf: bool) -> None:
    """Write the file and the schema beside it; nothing when one of them may not be replaced."""
    check_doel(pad, overschrijf=overschrijf)
    schema = _build_schema(pad.with_name(f"{soort}-1.json"), soort)
    for doel in schema:
        check_doel(doel, overschrijf=True)
    write_bestand(pad, tekst.encode(), overschrijf=overschrijf)
    for doel, inhoud in schema.items():
        write_bestand(doel, inhoud, overschrijf=True)


def _build_schema(doel: Path, soort: str) -> dict[Path, bytes]:
    """Return the schema with its place, or nothing when it is there, or when the place is taken.

    An older schema of this program is renewed: it would call good lines wrong, and nobody writes in it.
    """
    schema = (files("conflictstijl") / "schemas" / doel.name).read_bytes()
    if not os.path.lexists(doel):
        return {doel: schema}
    oud = doel.read_bytes() if doel.is_file() else b""
    if f'"urn:conflictstijl:schema:{soort}-1"'.encode() not in oud:
        write_meldingen(
            [f"'{doel.name}' is hier iets anders en blijft zo; kies een andere map als je editor moet helpen"]
        )
        return {}
    return {} if oud == schema else {doel: schema}


def _write_vervolg(pad: Path, soort: str) -> None:
    """Tell what was written, and the commands that come next."""
    getoond = clean_tekst(str(pad))
    write_alinea(f"Geschreven: {getoond}, met ernaast {soort}-1.json voor je editor.")
    opdrachten = _VERVOLG.get(soort, ("controleer",))
    write_alinea("Zet er je eigen teksten in. Geef daarna:")
    write_regels(f"  conflictstijl {opdracht} {render_argument(getoond)}" for opdracht in opdrachten)
