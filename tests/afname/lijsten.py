"""Questionnaires of every form for the tests: a few written out, and any number drawn."""

import itertools
import json
from typing import Any

from hypothesis import strategies as st

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.vragenlijst import Leeswijze, parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, OpenVraag, Stelling, Vorm, Vraag
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.tekst import clean_tekst

KOP = """\
formaat: 1
versie: "1.0"
titel: Proef
herkomst: {licentie: CC0-1.0, auteur: test, status: test}
"""

VORMEN = f"""\
vragenlijst: vormen
{KOP}antwoorden: {{1: Nooit, 2: Soms, 3: Vaak, nvt: past niet}}
schalen: [forceren, vermijden, toegeven]
achtergrond:
  leiding: {{vraag: Geef je leiding?, antwoorden: [ja, nee, wisselend]}}
items:
  - forceren: Ik zeg wat ik wil.
  - vraag: Wat doe je?
    casus: De ander wil iets anders.
    vorm: kies
    opties:
      - forceren: Ik zet door.
      - vermijden: Ik wacht af.
      - toegeven: Ik ga mee.
  - vraag: Wat is je beste en wat is je slechtste zet?
    vorm: beste_en_slechtste
    opties:
      - forceren: Ik houd vol.
      - vermijden: Ik ga naar huis.
      - toegeven: Ik geef toe.
  - vraag: Wat past het best bij je?
    vorm: rangschik
    opties:
      - forceren: Ik duw door.
      - vermijden: Ik stel uit.
      - toegeven: Ik gun het de ander.
  - vraag: Hoe verdeel je je tijd?
    vorm: verdeel
    totaal: 10
    opties:
      - forceren: Aan mijn wens.
      - vermijden: Aan iets anders.
      - toegeven: Aan de ander.
open:
  - vraag: Wat wil je nog kwijt?
"""
"""One question of every form; VOLGORDE names their places."""

PLAATSEN = {naam: plaats for plaats, naam in enumerate(
    ("achtergrond", "stelling", "kies", "uitersten", "rangschik", "verdeel", "open")
)}  # fmt: skip
VULLING = ("ja", "1", "a", "a b", "abc", "5 3 2", "Niets.")
"""A right answer to every question of VORMEN, as someone types it."""
GEVULD: tuple[Antwoord, ...] = (0, 1, 0, (0, 1), (0, 1, 2), (5, 3, 2), "Niets.")
"""The same answers as they are kept."""

TAKKEN = f"""\
vragenlijst: takken
{KOP}antwoorden: [Nooit, Soms, Vaak]
schalen: [forceren, vermijden]
achtergrond:
  leiding: {{vraag: Geef je leiding?, antwoorden: [ja, nee]}}
  team: {{vraag: Hoe groot is je team?, antwoorden: [klein, groot], als: {{leiding: ja}}}}
items:
  - forceren: Ik zeg wat ik wil.
  - vermijden: Ik wacht even.
    als: {{leiding: ja}}
  - forceren: Ik zet door.
    als: {{2: [Soms, Vaak]}}
  - vermijden: Ik ga weg.
open:
  - vraag: Hoe ging dat?
    als: {{4: Vaak}}
"""

DELEN = f"""\
vragenlijst: delen
{KOP}antwoorden: [Nooit, Soms, Vaak]
schalen: [forceren, vermijden]
per_onderdeel: ja
achtergrond:
  storm: {{vraag: Gaat het weleens hard?, antwoorden: [ja, nee]}}
onderdelen:
  kalm: {{naam: Als het rustig is, uitleg: De sfeer is goed.}}
  storm: {{naam: Als het stormt, uitleg: Het gaat hard., als: {{storm: ja}}}}
  na: {{naam: Als het voorbij is}}
items:
  - forceren: Ik zeg wat ik wil.
  - vermijden: Ik wacht even.
open:
  - vraag: Wat viel je op?
"""

VERSIES = f"""\
vragenlijst: versies
{KOP}antwoorden: [Nooit, Soms, Vaak]
schalen: [forceren, vermijden]
vormen:
  zelf: {{naam: Over mezelf, wie: ik}}
  ander: {{naam: Over een ander, wie: de ander, vooraf: Weet die ander ervan?, uitleg: Denk aan een ander.}}
items:
  - forceren: "{{wie}} wil iets."
  - vermijden: "{{wie}} wacht even."
"""


def parse_lijst(tekst: str, vorm: str = "") -> Vragenlijst:
    """Return the questionnaire that a text describes; every finding is a failure."""
    bevindingen = Bevindingen()
    wortel = parse_yaml(tekst, "proef.yaml", bevindingen)
    assert wortel is not None, list(bevindingen)
    lijst = parse_vragenlijst(wortel, bevindingen, Leeswijze(vorm))
    assert lijst is not None, [str(bevinding) for bevinding in bevindingen]
    return lijst


STIJLEN = ("forceren", "vermijden", "toegeven")
LASTIG = (
    "ja: nee",
    'hij zei "nee"',
    "'s avonds",
    "# kwijt",
    "- streep",
    "null",
    "~",
    "nvt",
    "a, b",
    "{x",
    "🙂 blij",
    "é",
)
"""Texts on which a careless reader or writer of YAML stumbles."""

labels = st.lists(
    st.sampled_from((*LASTIG, "ja", "nee", "0", "1", "2", "wisselend")), min_size=2, max_size=5, unique=True
)


def _build_opties(nummer: int, aantal: int) -> list[dict[str, str]]:
    return [{STIJLEN[plaats % 3]: f"Optie {plaats} van vraag {nummer}."} for plaats in range(aantal)]


@st.composite
def _items(trek: st.DrawFn, nummer: int, eerder: dict[str, list[Any]]) -> dict[str, Any]:
    """Draw an item; `eerder` are the questions it may depend on, with their answers, and it is added to them."""
    vorm = trek(st.sampled_from(Vorm))
    item: dict[str, Any] = {"id": f"v{nummer}"}
    afhankelijk = trek(st.booleans())
    if afhankelijk and eerder:
        naam = trek(st.sampled_from(sorted(eerder)))
        item["als"] = {naam: trek(st.lists(st.sampled_from(eerder[naam]), min_size=1, max_size=2, unique=True))}
    if vorm is Vorm.STELLINGEN:
        eerder[item["id"]] = [1, 2, 3]
        return {trek(st.sampled_from(STIJLEN)): f"Stelling {nummer}.", **item}
    aantal = trek(st.integers(2, 6))
    item |= {"vraag": f"Vraag {nummer}?", "vorm": vorm, "opties": _build_opties(nummer, aantal)}
    if vorm is Vorm.VERDEEL:
        item["totaal"] = trek(st.sampled_from([1, 7, 100]))
    if vorm is Vorm.KIES:
        eerder[item["id"]] = list("abcdef"[:aantal])
    return item


@st.composite
def lijstteksten(trek: st.DrawFn) -> str:
    """Draw the text of a questionnaire: any forms, any order, with or without background, conditions and own words."""
    eerder: dict[str, list[Any]] = {}
    achtergrond = {}
    for nummer in range(trek(st.integers(0, 2))):
        antwoorden = trek(labels)
        achtergrond[f"a{nummer}"] = {"vraag": f"Achtergrond {nummer}?", "antwoorden": antwoorden}
        eerder[f"a{nummer}"] = antwoorden
    volgorde = st.sampled_from(["vast", "willekeurig"])
    lijst: dict[str, Any] = {
        "vragenlijst": "getrokken", "formaat": 1, "versie": "1.0", "titel": "Getrokken",
        "herkomst": {"licentie": "CC0-1.0", "auteur": "test", "status": "test"},
        "antwoorden": {1: "Nooit", 2: "", 3: "Vaak", "nvt": "Past niet"},
        "schalen": list(STIJLEN),
        "volgorde": trek(volgorde), "opties_volgorde": trek(volgorde),
        **({"achtergrond": achtergrond} if achtergrond else {}),
        "items": [trek(_items(nummer, eerder)) for nummer in range(1, trek(st.integers(1, 6)) + 1)],
    }  # fmt: skip
    if trek(st.booleans()):
        lijst["open"] = [{"vraag": f"Open {nummer}?"} for nummer in range(trek(st.integers(1, 2)))]
    return json.dumps(lijst, ensure_ascii=False)


lijsten = lijstteksten().map(parse_lijst)

eigen_woorden = st.one_of(
    st.sampled_from((*LASTIG, "stop er maar mee", "a" * 2000)),
    st.text(max_size=60),
).map(clean_tekst).filter(bool)  # fmt: skip
"""Own words as they are kept: cleaned, and never empty."""


@st.composite
def antwoorden(trek: st.DrawFn, vraag: Vraag, *, open_: bool = True) -> Antwoord:
    """Draw a possible answer to a question; with `open_` also left open or not applicable."""
    if open_ and trek(st.integers(0, 9)) == 0:
        return NVT if isinstance(vraag, Stelling | Keuze) and trek(st.booleans()) else None
    match vraag:
        case Stelling(antwoorden=schaal):
            return trek(st.sampled_from([punt.waarde for punt in schaal.punten]))
        case Achtergrondvraag(antwoorden=namen):
            return trek(st.integers(0, len(namen) - 1))
        case OpenVraag():
            return trek(eigen_woorden)
        case Keuze():
            return trek(_keuzes(vraag))


@st.composite
def _keuzes(trek: st.DrawFn, keuze: Keuze) -> Antwoord:
    plaatsen = list(range(len(keuze.opties)))
    match keuze.vorm:
        case Vorm.UITERSTEN:
            return tuple(trek(st.permutations(plaatsen))[:2])
        case Vorm.RANGSCHIK:
            return tuple(trek(st.permutations(plaatsen)))
        case Vorm.VERDEEL:
            sneden = sorted(
                trek(st.lists(st.integers(0, keuze.totaal), min_size=len(plaatsen) - 1, max_size=len(plaatsen) - 1))
            )
            grenzen = [0, *sneden, keuze.totaal]
            return tuple(hoog - laag for laag, hoog in itertools.pairwise(grenzen))
        case _:
            return trek(st.sampled_from(plaatsen))


@st.composite
def ingevuld(trek: st.DrawFn, lijst: Vragenlijst) -> tuple[Antwoord, ...]:
    """Draw an answer to every question, also to those that are not asked."""
    return tuple(trek(antwoorden(vraag)) for vraag in lijst.vragen)
