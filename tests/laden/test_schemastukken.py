"""The pieces that an editor offers (`defaultSnippets`): one for every form, and each good as it is."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .lezen import parse_boom, read_tekst_bevindingen
from .schemas import check_schema, load_schema

KOP: dict[str, Any] = {
    "vragenlijst": "proef",
    "formaat": 1,
    "versie": "1.0",
    "titel": "Proef",
    "herkomst": {"licentie": "CC0-1.0", "auteur": "ons", "status": "proef"},
    "schalen": ["forceren", "samenwerken", "vermijden", "toegeven"],
}
ANTWOORDEN = {"antwoorden": ["Nooit", "Soms", "Vaak"]}
LIKERT = {**ANTWOORDEN, "items": [{"forceren": "Ik beslis."}]}
NORMEN = {"naam": "Wij", "n": 100, "jaar": 2025, "bron": "telling", "populatie": "teams", "bestand": "norm.csv"}
OPTIES = [{"forceren": "Ik beslis."}, {"vermijden": "Ik wacht."}]
BOUW: dict[str, Callable[[Any], dict[str, Any]]] = {
    "stellingen": lambda stuk: {**ANTWOORDEN, "items": [stuk]},
    "keuzes": lambda stuk: {"vorm": "kies", "items": [stuk]},
    "vragen": lambda stuk: {"vorm": "rangschik", "items": [stuk]},
    "verdelingen": lambda stuk: {"vorm": "verdeel", "totaal": 5, "items": [stuk, {"opties": OPTIES}]},
    "opties": lambda stuk: {"vorm": "kies", "items": [{"opties": [stuk, *OPTIES]}]},
    "onderdelen": lambda stuk: {**(ANTWOORDEN if "items" in str(stuk) else LIKERT), "onderdelen": stuk},
    "vormen": lambda stuk: {**LIKERT, "vormen": stuk, "uitleg": "Over {ander}." if "ander" in str(stuk) else "Lees."},
    "achtergrond": lambda stuk: {**LIKERT, "achtergrond": stuk},
    "uitkomsten": lambda stuk: {
        **LIKERT,
        "schalen": {"rust": "Rust"},
        "items": [{"rust": "Ik slaap goed."}],
        "banden": {"laag": 0, "hoog": 2},
        "uitkomsten": [stuk, {"titel": "Ga door", "tekst": "Het gaat goed."}],
    },
    "open": lambda stuk: {**LIKERT, "open": [stuk]},
    "totaal": lambda stuk: {"vorm": "verdeel", "totaal": stuk, "items": [{"opties": OPTIES}]},
    "minuten": lambda stuk: {**LIKERT, "minuten": stuk},
    "": lambda stuk: stuk,
    "herkomst": lambda stuk: {**LIKERT, "herkomst": stuk},
    "normen": lambda stuk: {**LIKERT, "normen": stuk},
    "betrouwbaarheid": lambda stuk: {
        **LIKERT,
        "schalen": [*stuk["waarden"]],
        "normen": {**NORMEN, "betrouwbaarheid": stuk},
    },
    "blauwdruk": lambda stuk: {**LIKERT, "blauwdruk": stuk},
    "n": lambda stuk: {**LIKERT, "normen": {**NORMEN, "n": stuk}},
    "jaar": lambda stuk: {**LIKERT, "normen": {**NORMEN, "jaar": stuk}},
}
"""A questionnaire around each kind of piece."""


def list_stukken(schema: Any, soort: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield the kind, label and body of every piece, with the words filled in that an author may change."""
    if isinstance(schema, list):
        for deel in schema:
            yield from list_stukken(deel, soort)
    elif isinstance(schema, dict):
        for stuk in schema.get("defaultSnippets", []):
            yield soort, stuk["label"], json.loads(re.sub(r"\$\{\d+:([^}]*)\}", r"\1", json.dumps(stuk["body"])))
        for naam, deel in schema.items():
            yield from list_stukken(deel, naam) if naam != "defaultSnippets" else ()


STUKKEN = {f"{soort}-{label}": (soort, stuk) for soort, label, stuk in list_stukken(load_schema("vragenlijst"))}


@pytest.mark.parametrize(("soort", "stuk"), STUKKEN.values(), ids=STUKKEN)
def test_a_piece_that_an_editor_offers_is_good_as_it_is(soort: str, stuk: Any) -> None:
    tekst = json.dumps(KOP | BOUW[soort](stuk), ensure_ascii=False).encode()
    boom = parse_boom("proef.yaml", tekst)
    assert boom is not None
    assert [str(bevinding) for bevinding in read_tekst_bevindingen("proef.yaml", tekst)] == []
    assert check_schema("vragenlijst", boom)


def test_an_editor_offers_a_piece_for_every_form_of_item_and_for_what_stands_around_it() -> None:
    vormen = {"kies uit opties", "beste en slechtste", "rangschik", "verdeel"}
    verwacht = {
        "stellingen": {"stelling", *vormen},
        "keuzes": {"paar", *vormen},
        "vragen": vormen,
        "verdelingen": vormen,
        "opties": {"optie"},
        "onderdelen": {"onderdeel met eigen vragen", "onderdeel met gedeelde vragen"},
        "vormen": {"vorm", "vorm met een invulwoord"},
        "achtergrond": {"achtergrondvraag"},
        "open": {"open vraag"},
        "": {"nieuwe vragenlijst"},
        "herkomst": {"licentie, auteur en status"},
        "normen": {"alle regels van de normen"},
        "betrouwbaarheid": {"soort en waarden"},
        "blauwdruk": {"facetten en items"},
    }
    for soort, labels in verwacht.items():
        assert {label for label in labels if f"{soort}-{label}" not in STUKKEN} == set()
