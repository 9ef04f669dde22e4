"""Where the Dutch that users read comes from, and what measures it."""

import re
import statistics
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from conflictstijl.fouten import Plek
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.rekenen.taal import parse_zinnen

WORTEL = Path(__file__).parents[2]
INHOUD = WORTEL / "vragenlijsten"
VRAGENLIJSTEN = sorted(INHOUD.glob("*.yaml"))
KENNIS = sorted((INHOUD / "kennis").glob("*.yaml"))
CASUSSEN = sorted((INHOUD / "casussen").glob("*.yaml"))
WERKVORMEN = sorted((INHOUD / "werkvormen").glob("*.yaml"))
WERKBLADEN = sorted((INHOUD / "werkbladen").glob("*.yaml"))
SJABLONEN = sorted((WORTEL / "conflictstijl" / "sjablonen").rglob("*.yaml"))
REGELS = WORTEL / "conflictstijl" / "teksten" / "regels.yaml"
TEKSTEN = sorted(INHOUD.rglob("*.md"))
WOORDEN = frozenset(Path(__file__).with_name("woorden.txt").read_text(encoding="utf-8").split())

GEMIDDELDE_ZIN = 11
LIJDEND = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
ETIKET = re.compile(r"\bje bent (?:een|iemand die)\b|\bU\b|\buw\b", re.IGNORECASE)

_GEEN_ZINNEN = {"oefen", "rem", "licentie", "schalen", "blauwdruk", "als", "stijlen", "vaardigheden", "adviezen",
                "vragenlijst", "vorm", "evenwicht", "assen", "plek", "versie", "ontbrekend", "kenmerken", "bij",
                "voorbeeld", "remedie", "regels", "situaties", "tenzij", "eerst", "zet", "slaat_over", "nooit",
                "niet_eerst", "gewichten", "weet_ik", "werkvorm", "werkblad", "id", "navragen",
                "per", "kies_uit", "kaart", "verder", "groepen"}  # fmt: skip
"""Keys whose values are ids, numbers or code."""
_BLADZINNEN = {"voorbeeld", "regels"}
"""Keys that hold code in other kinds of files, and texts in a worksheet."""
_SOMS_GROEPEN = {"stijlen", "kenmerken"}
"""Keys that hold ids in one kind of file, and groups of texts in another."""
_SOMS_NAMEN = {"casus", "veiligheid"}
"""Keys that hold an id in one kind of file, and texts in another."""
_CITAAT = re.compile(r"(?<!\w)'[^']+'(?!\w)")
"""What a rule page quotes from a file: words of a format, and things that are wrong on purpose."""
_COMMENTAAR = re.compile(r"(?:^|\s)# (?!yaml-language-server)(.+)$", re.MULTILINE)


def load_teksten(pad: Path, zonder: str = "") -> list[tuple[Plek, str]]:
    """Return the texts of a file that a reader sees, with their places; those of the key `zonder` left out.

    A Markdown file gives its paragraphs, a template its comments too. A quotation in a rule page is no text.
    """
    naam = str(pad.relative_to(WORTEL))
    inhoud = load_tekst(pad, naam)
    if pad.suffix == ".md":
        return [(Plek(naam, nummer, 1), " ".join(deel.split())) for nummer, deel in enumerate(inhoud.split("\n\n"), 1)]
    wortel = parse_yaml(inhoud, naam, Bevindingen())
    assert wortel is not None
    geen = _GEEN_ZINNEN - (_BLADZINNEN if pad in WERKBLADEN else set()) | {zonder}
    teksten = [(tekst.plek, " ".join(tekst.waarde.split())) for tekst in read_teksten(wortel, geen)]
    if pad == REGELS:
        return [(plek, _CITAAT.sub("iets", tekst)) for plek, tekst in teksten]
    commentaar = _COMMENTAAR.findall(inhoud) if pad in SJABLONEN else []
    return teksten + [(Plek(naam), _CITAAT.sub("iets", tekst)) for tekst in commentaar]


def read_teksten(knoop: Knoop, geen: set[str]) -> Iterator[Tekst]:
    """Yield every text below a node, without those of some keys."""
    if isinstance(knoop, Tekst):
        yield knoop
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from read_teksten(deel, geen)
    else:
        yield from _read_kaart(knoop, geen)


def _read_kaart(kaart: Kaart, geen: set[str]) -> Iterator[Tekst]:
    for sleutel, waarde in kaart.paren:
        groepen = isinstance(waarde, Kaart) and any(isinstance(deel, Kaart) for _, deel in waarde.paren)
        naam = isinstance(waarde, Tekst) and " " not in waarde.waarde
        met = sleutel.waarde not in geen or (groepen and sleutel.waarde in _SOMS_GROEPEN)
        if met and not (naam and sleutel.waarde in _SOMS_NAMEN):
            yield from read_teksten(waarde, geen)


def read_woorden(teksten: Iterable[str]) -> set[str]:
    """Return the words of texts, without the signs around them."""
    return {woord.strip("'’-") for tekst in teksten for woord in re.findall(r"[^\W\d_][\w'’-]*", tekst)}


def check_spelling(woorden: Iterable[str]) -> list[str]:
    """Return the words that the Dutch dictionary does not know."""
    klaar = subprocess.run(
        ["hunspell", "-d", "nl", "-l", "-i", "utf-8"],  # noqa: S607 - found on PATH, as tests/run installs it
        input="\n".join(sorted(woorden)),
        capture_output=True,
        text=True,
        check=True,
    )
    return klaar.stdout.split()


def count_zinnen(teksten: Iterable[str]) -> tuple[float, int]:
    """Return the mean and the greatest number of words in a sentence; one or two words are no sentence."""
    lengtes = [len(zin) for tekst in teksten for zin in parse_zinnen(tekst) if len(zin) > 2]
    return statistics.fmean(lengtes), max(lengtes)
