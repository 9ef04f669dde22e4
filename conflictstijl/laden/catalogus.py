"""Finding questionnaires and knowledge: by id in the shipped content and the user's own folder, or by path."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from conflictstijl.fouten import Bevinding, ConflictstijlFout, GebruikFout, InvoerFout
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop
from conflictstijl.laden.mappen import load_eigen_map, load_inhoudsmap
from conflictstijl.laden.verdieping import build_samen, check_samen
from conflictstijl.laden.vragenlijst import Leeswijze, parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import advise_naam, clean_tekst

if TYPE_CHECKING:
    from conflictstijl.model.kennis import Kennis

T = TypeVar("T")

YAML = (".yaml", ".yml")
"""Endings of an authored file."""

_LANGSTE_ID = 80


class Soort(NamedTuple):
    """A kind of file that is found by id: its name, its plural (the own folder), and the shipped folder.

    `opdracht` is the command that lists them; empty when that is the plural.
    """

    naam: str
    meervoud: str
    folder: str
    opdracht: str = ""


VRAGENLIJST = Soort("vragenlijst", "vragenlijsten", "")
CASUS = Soort("casus", "casussen", "casussen")
WERKVORM = Soort("werkvorm", "werkvormen", "werkvormen")
WERKBLAD = Soort("werkblad", "werkbladen", "werkbladen", "werkblad")


def load_vragenlijst(naam: str, variant: str = "", met: str = "") -> Vragenlijst:
    """Return a questionnaire by id (shipped first, then own) or by path, in one of its versions.

    With `met`, the questionnaire by that id or path is added to it. Raises GebruikFout for an unknown id or
    version, and InvoerFout, with all findings, for an unusable file.
    """
    pad = load_pad(naam)
    lees = partial(parse_vragenlijst, wijze=Leeswijze(variant, pad.parent))
    lijst = load_heel(pad, str(pad) if check_pad(naam) else pad.name, lees, Bevindingen())
    return build_samen(lijst, load_vragenlijst(met)) if met else lijst


def load_verdieping(vragenlijst: Vragenlijst) -> Vragenlijst | None:
    """Return the shipped or own questionnaire that deepens this one (`bij`), or None."""
    for naam in load_ids():
        with suppress(ConflictstijlFout):
            gevonden = load_vragenlijst(naam)
            if gevonden.bij == vragenlijst.id and not check_samen(vragenlijst, gevonden):
                return gevonden
    return None


def load_heel(pad: Path, bestand: str, parse: Callable[[Knoop, Bevindingen], T | None], bevindingen: Bevindingen) -> T:
    """Return what a file describes; raises InvoerFout when there is an error, and then there is no result."""
    gevonden = parse_bestand(pad, bestand, parse, bevindingen)
    if gevonden is None or bevindingen.count_fouten():
        raise InvoerFout(bevindingen)
    return gevonden


def load_een(naam: str, soort: Soort, parse: Callable[[Knoop, Bevindingen], T | None]) -> T:
    """Return what a file of a kind describes, by id (shipped first, then own) or by path.

    Raises GebruikFout for an unknown id and InvoerFout, with all findings, for an unusable file.
    """
    pad = load_pad(naam, soort)
    return load_heel(pad, str(pad) if check_pad(naam) else pad.name, parse, Bevindingen())


def load_alle(soort: Soort, load: Callable[[str], T]) -> tuple[list[T], list[Bevinding]]:
    """Return everything of a kind that can be used, and the findings of what cannot."""
    alle: list[T] = []
    bevindingen: list[Bevinding] = []
    for naam in sorted(load_ids(soort)):
        try:
            alle.append(load(naam))
        except InvoerFout as fout:
            bevindingen += fout.bevindingen
    return alle, bevindingen


def load_pad(naam: str, soort: Soort = VRAGENLIJST) -> Path:
    """Return the path of a file given by id or by path; raises GebruikFout for an unknown id."""
    if check_pad(naam):
        return Path(naam)
    if len(naam) > _LANGSTE_ID:
        raise GebruikFout(
            f"er is geen {soort.naam} '{clean_tekst(naam, 80)}'; een id heeft hoogstens {_LANGSTE_ID} tekens"
        )
    # most calls name a shipped one, and then nobody need ask where the user's own folder is
    meegeleverd = load_inhoudsmap() / soort.folder / f"{naam}.yaml"
    if meegeleverd.is_file():
        return meegeleverd
    bekend = load_ids(soort)
    if naam in bekend:
        return bekend[naam]
    hint = advise_naam(naam, bekend) or f"kijk met 'conflictstijl {soort.opdracht or soort.meervoud}' welke er zijn"
    raise GebruikFout(f"er is geen {soort.naam} '{clean_tekst(naam, 80)}'; {hint}")


def check_pad(naam: str) -> bool:
    """Return True when a name looks like a path: it has a folder or ends in .yaml."""
    return "/" in naam or "\\" in naam or naam.lower().endswith(YAML)


def load_ids(soort: Soort = VRAGENLIJST) -> dict[str, Path]:
    """Return the path of every file of a kind by id: own files first, so that a shipped one always wins."""
    mappen = [load_eigen_map(soort.meervoud), load_inhoudsmap() / soort.folder]
    paden = (pad for map_ in mappen if map_.is_dir() for pad in sorted(map_.glob("*.yaml")))
    return {pad.stem: pad for pad in paden}


def parse_bestand(
    pad: Path, bestand: str, parse: Callable[[Knoop, Bevindingen], T | None], bevindingen: Bevindingen
) -> T | None:
    """Return what one authored file describes; findings go to `bevindingen`, unreadable bytes too."""
    try:
        tekst = load_tekst(pad, bestand)
    except InvoerFout as fout:
        bevindingen.extend(fout.bevindingen)
        return None
    wortel = parse_yaml(tekst, bestand, bevindingen)
    return None if wortel is None else parse(wortel, bevindingen)


def read_soort(wortel: Knoop) -> str:
    """Return the first key of a file, which says what kind of file it is; empty when there is none."""
    if isinstance(wortel, Kaart) and wortel.paren:
        return wortel.paren[0][0].waarde
    return ""


@cache
def load_kennis() -> "Kennis":
    """Return the shipped knowledge of styles, skills and advice; raises InvoerFout when a file is damaged."""
    # who only scores has no need of it
    from conflictstijl.laden.kennis import parse_adviezen, parse_stijlen, parse_vaardigheden
    from conflictstijl.model.kennis import Kennis

    return Kennis(
        stijlen=load_kennisbestand("stijlen", parse_stijlen),
        vaardigheden=load_kennisbestand("vaardigheden", parse_vaardigheden),
        adviezen=load_kennisbestand("adviezen", parse_adviezen),
    )


def load_kennisbestand(naam: str, parse: Callable[[Knoop, Bevindingen], T]) -> T:
    """Return what a shipped file with knowledge describes; raises InvoerFout when it is damaged."""
    return load_heel(load_inhoudsmap() / "kennis" / f"{naam}.yaml", f"{naam}.yaml", parse, Bevindingen())
