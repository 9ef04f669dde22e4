"""Reading examples the way the program does: authored files by kind, answer sheets by name."""

from functools import partial
from pathlib import Path

from conflictstijl.fouten import InvoerFout, Plek
from conflictstijl.laden.antwoorden import Verwijzing, check_regels, clean_json, parse_bladen, parse_regels
from conflictstijl.laden.bestand import parse_bytes
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladen import _load_een, load_bladen
from conflictstijl.laden.casussen import parse_casus
from conflictstijl.laden.catalogus import parse_bestand, read_soort
from conflictstijl.laden.kennis import parse_adviezen, parse_stijlen, parse_vaardigheden
from conflictstijl.laden.knopen import Knoop
from conflictstijl.laden.normgroepen import parse_normgroep
from conflictstijl.laden.situatiebron import load_situaties
from conflictstijl.laden.situaties import build_standen, parse_situaties
from conflictstijl.laden.valkuilen import split_regels
from conflictstijl.laden.vragenlijst import Leeswijze, parse_vragenlijst
from conflictstijl.laden.werkbladen import parse_werkblad
from conflictstijl.laden.werkvormen import parse_werkvorm
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.vragenlijst import Vragenlijst

VOORBEELDEN = Path(__file__).parent.parent / "voorbeelden"
GOED = VOORBEELDEN / "goed"
FOUT = VOORBEELDEN / "fout"
WAARSCHUWING = VOORBEELDEN / "waarschuwing"
INHOUD = Path(__file__).parents[2] / "vragenlijsten"
KENNIS = {
    "stijlen": parse_stijlen,
    "vaardigheden": parse_vaardigheden,
    "adviezen": parse_adviezen,
    "situaties": parse_situaties,
}
LOS = {"normgroep": parse_normgroep, "werkvorm": parse_werkvorm, "werkblad": parse_werkblad}
"""Kinds of which every file stands by itself."""
CASUS = "casus"
"""A kind of which every file is one case, held against the shipped situations."""
WERKVORMEN = (
    *("incidentmethode", "tienstappen", "vijfstappen", "roddelmethode", "balint", "waarderend", "onderzoeksmodel"),
    *("dilemmamethode", "stijlensessie", "leerkring", "dilemmasessie"),
)
"""The ids of methods that other programs count on."""
WERKBLADEN = (
    *("partijen", "leervraag", "reflectie-kort", "reflectie-starrt", "experiment", "onderhandelen"),
    *("onwil-naar-belang", "gesprek", "weerstand", "dilemma", "omgekeerd", "meerzijdig"),
    *("vakgenoten", "samenwerkingsafspraken", "acteurbriefing"),
    *("waarde-van-preventie", "casusadvies", "eigen-belang"),
)
"""The ids of the shipped worksheets."""
BLAD = "blad-"
"""How the name of a file with answer sheets begins."""


def list_goed() -> list[Path]:
    """Return every good example and every shipped file; the norms beside an example are no file of their own."""
    paden = [
        *(pad for pad in GOED.iterdir() if pad.suffix != ".csv"),
        *INHOUD.glob("*.yaml"),
        *(INHOUD / "casussen").glob("*.yaml"),
        *(INHOUD / "werkvormen").glob("*.yaml"),
        *(INHOUD / "werkbladen").glob("*.yaml"),
        *(INHOUD / "kennis" / f"{soort}.yaml" for soort in KENNIS),
    ]
    return sorted(paden)


def parse_wortel(wortel: Knoop, bevindingen: Bevindingen, folder: Path | None = None) -> object:
    """Return what an authored file describes; a file whose kind is unclear is read as a questionnaire."""
    if read_soort(wortel) == CASUS:
        return parse_casus(wortel, bevindingen, build_standen(load_situaties()))
    parse = (KENNIS | LOS).get(read_soort(wortel), partial(parse_vragenlijst, wijze=Leeswijze(folder=folder)))
    return parse(wortel, bevindingen)


def read_soortnaam(naam: str, wortel: Knoop) -> str:
    """Return the name of the schema for a tree."""
    if naam.startswith(BLAD):
        return "antwoorden"
    soort = read_soort(wortel)
    return soort if soort in {*KENNIS, *LOS, CASUS} else "vragenlijst"


def read_bevindingen(naam: str) -> Bevindingen:
    """Return every finding about a file in the working folder."""
    bevindingen = Bevindingen()
    if naam.startswith(BLAD):
        list(load_bladen(naam, None, bevindingen))
    else:
        parse_bestand(Path(naam), naam, partial(parse_wortel, folder=Path()), bevindingen)
    return bevindingen


def read_tekst_bevindingen(naam: str, inhoud: bytes) -> Bevindingen:
    """Return every finding about bytes that pass for a file with this name."""
    bevindingen = Bevindingen()
    try:
        tekst = parse_bytes(inhoud, naam)
    except InvoerFout as fout:
        return Bevindingen(fout.bevindingen)
    if not naam.startswith(BLAD):
        wortel = parse_yaml(tekst, naam, bevindingen)
        if wortel is not None:
            parse_wortel(wortel, bevindingen)
    elif check_regels(tekst):
        list(parse_regels(split_regels(tekst), naam, find_vragenlijst, bevindingen))
    else:
        parse_bladen(tekst, naam, find_vragenlijst, bevindingen)
    return bevindingen


def find_vragenlijst(verwijzing: Verwijzing, plek: Plek, bevindingen: Bevindingen) -> Vragenlijst | None:
    """Find a questionnaire for a sheet: by id only, for a mutated path could lead anywhere."""
    naam = verwijzing.naam.removeprefix("./").removesuffix(".yaml")
    return _load_een(verwijzing._replace(naam=naam), plek, bevindingen) if naam else None


def parse_boom(naam: str, inhoud: bytes) -> Knoop | None:
    """Return the tree of bytes, None when their structure is broken."""
    try:
        tekst = parse_bytes(inhoud, naam)
    except InvoerFout:
        return None
    return parse_yaml(clean_json(tekst) if naam.startswith(BLAD) else tekst, naam, Bevindingen())
