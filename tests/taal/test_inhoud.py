"""Plain Dutch, measured: sentence length, spelling, active voice and double negation over all content."""

import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conflictstijl.fouten import Plek
from conflictstijl.laden.bestand import load_tekst
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart, Knoop, Lijst, Tekst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.rekenen.taal import LANGSTE_ZIN, check_zinnen, parse_zinnen

WORTEL = Path(__file__).parents[2]
INHOUD = WORTEL / "vragenlijsten"
BESTANDEN = sorted(INHOUD.rglob("*.yaml"))
TEKSTEN = sorted(INHOUD.rglob("*.md"))
WOORDEN = Path(__file__).with_name("woorden.txt")
GEMIDDELDE_ZIN = 11
GEEN_ZINNEN = {"oefen", "rem", "bron", "licentie", "schalen", "blauwdruk", "als", "stijlen", "vaardigheden", "adviezen",
               "vragenlijst", "vorm", "evenwicht", "assen", "plek", "versie", "ontbrekend"}  # fmt: skip
LIJDEND = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
ETIKET = re.compile(r"\bje bent (?:een|iemand die)\b|\bU\b|\buw\b", re.IGNORECASE)


def read_teksten(knoop: Knoop) -> Iterator[Tekst]:
    """Every text that a reader sees; ids, sources and settings are no sentences."""
    if isinstance(knoop, Tekst):
        yield knoop
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from read_teksten(deel)
    else:
        yield from read_kaart(knoop)


def read_kaart(kaart: Kaart) -> Iterator[Tekst]:
    for sleutel, waarde in kaart.paren:
        if sleutel.waarde not in GEEN_ZINNEN or (isinstance(waarde, Kaart) and sleutel.waarde == "stijlen"):
            yield from read_teksten(waarde)


def load_zinnen(pad: Path) -> list[tuple[Plek, str]]:
    """Texts of a file with their place; a Markdown file gives its paragraphs."""
    naam = str(pad.relative_to(WORTEL))
    if pad.suffix == ".md":
        regels = pad.read_text(encoding="utf-8").split("\n\n")
        return [(Plek(naam, nummer, 1), " ".join(regel.split())) for nummer, regel in enumerate(regels, 1)]
    wortel = parse_yaml(load_tekst(pad, naam), naam, Bevindingen())
    assert wortel is not None
    return [(tekst.plek, " ".join(tekst.waarde.split())) for tekst in read_teksten(wortel)]


ALLES = [(plek, tekst) for pad in (*BESTANDEN, *TEKSTEN) for plek, tekst in load_zinnen(pad)]


def check_spelling(woorden: set[str]) -> list[str]:
    """The words that the Dutch dictionary does not know."""
    klaar = subprocess.run(
        ["hunspell", "-d", "nl", "-l", "-i", "utf-8"],  # noqa: S607 - found on PATH, as tests/run installs it
        input="\n".join(sorted(woorden)),
        capture_output=True,
        text=True,
        check=True,
    )
    return klaar.stdout.split()


def test_all_content_is_read() -> None:
    assert len(BESTANDEN) >= 6
    assert len(ALLES) > 500


def test_no_sentence_is_too_long_and_none_denies_twice() -> None:
    assert [f"{plek}: {wat}" for plek, tekst in ALLES for _, wat in check_zinnen(tekst)] == []


@pytest.mark.parametrize("pad", [*BESTANDEN, *TEKSTEN], ids=lambda pad: pad.stem)
def test_sentences_are_short_on_average(pad: Path) -> None:
    lengtes = [len(zin) for _, tekst in load_zinnen(pad) for zin in parse_zinnen(tekst) if len(zin) > 2]
    assert statistics.fmean(lengtes) <= GEMIDDELDE_ZIN
    assert max(lengtes) <= LANGSTE_ZIN


def test_no_sentence_hides_who_acts() -> None:
    assert [f"{plek}: {tekst}" for plek, tekst in ALLES if LIJDEND.search(tekst)] == []


def test_nobody_gets_a_label() -> None:
    assert [f"{plek}: {tekst}" for plek, tekst in ALLES if ETIKET.search(tekst)] == []


def test_every_word_is_in_the_dictionary_or_in_the_own_list() -> None:
    eigen = set(WOORDEN.read_text(encoding="utf-8").split())
    gebruikt = {woord.strip("'’-") for _, tekst in ALLES for woord in re.findall(r"[^\W\d_][\w'’-]*", tekst)}
    assert [woord for woord in check_spelling(gebruikt) if woord not in eigen] == []


def test_every_word_of_the_own_list_is_used_and_unknown_to_the_dictionary() -> None:
    eigen = set(WOORDEN.read_text(encoding="utf-8").split())
    gebruikt = {woord.strip("'’-") for _, tekst in ALLES for woord in re.findall(r"[^\W\d_][\w'’-]*", tekst)}
    assert eigen - gebruikt == set()
    assert eigen - set(check_spelling(eigen)) == set()


def test_the_checks_see_a_bad_text() -> None:
    lang = "Ik zeg dat " + "heel " * LANGSTE_ZIN + "vaak."
    assert [code for code, _ in check_zinnen(lang)] == ["lange-zin"]
    assert [code for code, _ in check_zinnen("Ik zeg nooit niets.")] == ["dubbele-ontkenning"]
    assert LIJDEND.search("Het plan wordt gemaakt.")
    assert ETIKET.search("Je bent een vermijder.")
    assert check_spelling({"gesprek", "gesprrek"}) == ["gesprrek"]
