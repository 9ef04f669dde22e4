"""Everything an editor can show of a schema is explained in Dutch."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .bestanden import SCHEMAS, WORTEL, load_schema
from .nederlands import GEEN_WOORDEN, check_nederlands

VRAGENLIJST = WORTEL / "conflictstijl" / "schemas" / "vragenlijst-1.json"
LANGSTE_ZIN = 18
ZELFDE = ("if", "then", "else", "not", "allOf", "anyOf", "oneOf")
"""Under these keys a schema says more about the same value: a key that is explained above needs it only once."""

TEKSTEN = ("title", "description", "markdownDescription", "errorMessage", "patternErrorMessage", "deprecationMessage")
"""Where a schema can hold a text; the last four are words of yaml-language-server, not of JSON Schema."""


def list_eigenschappen(schema: Any, boven: frozenset[str] = frozenset()) -> Iterator[tuple[str, Any]]:
    """Yield every key an author can write, with its schema; not one that may not be there."""
    if isinstance(schema, list):
        for deel in schema:
            yield from list_eigenschappen(deel, boven)
    elif isinstance(schema, dict):
        eigen = {**schema.get("properties", {}), **schema.get("patternProperties", {})}
        yield from ((naam, deel) for naam, deel in eigen.items() if naam not in boven and deel is not False)
        for sleutel, deel in schema.items():
            yield from list_eigenschappen(deel, boven | set(eigen) if sleutel in ZELFDE else frozenset())


def list_teksten(schema: Any) -> Iterator[str]:
    """Yield every text that an editor shows."""
    if isinstance(schema, list):
        for deel in schema:
            yield from list_teksten(deel)
    elif isinstance(schema, dict):
        yield from (schema[soort] for soort in TEKSTEN if isinstance(schema.get(soort), str))
        yield from schema.get("enumDescriptions", [])
        for deel in schema.values():
            yield from list_teksten(deel)


def list_delen(schema: Any, sleutel: str = "") -> Iterator[dict[str, Any]]:
    """Yield every part of a schema that is no condition."""
    if isinstance(schema, list):
        for deel in schema:
            yield from list_delen(deel)
    elif isinstance(schema, dict) and sleutel not in ("if", "not"):
        yield schema
        for naam, deel in schema.items():
            yield from list_delen(deel, naam)


def count_woorden(zin: str) -> int:
    return len(re.findall(r"[^\W_][\w'’.-]*", zin))


@pytest.mark.parametrize("pad", SCHEMAS, ids=lambda pad: pad.stem)
def test_every_key_an_author_can_write_has_a_title_and_a_sentence(pad: Path) -> None:
    eigenschappen = list(list_eigenschappen(load_schema(pad)))
    assert len(eigenschappen) >= 4
    assert [naam for naam, deel in eigenschappen if not deel.get("title")] == []
    assert [naam for naam, deel in eigenschappen if not deel.get("description", "").endswith(".")] == []


@pytest.mark.parametrize("pad", SCHEMAS, ids=lambda pad: pad.stem)
def test_every_text_in_a_schema_is_dutch(pad: Path) -> None:
    teksten = list(list_teksten(load_schema(pad)))
    assert len(teksten) > 10
    assert check_nederlands("\n".join(teksten)) == []


@pytest.mark.parametrize("pad", SCHEMAS, ids=lambda pad: pad.stem)
def test_no_sentence_in_a_schema_is_long(pad: Path) -> None:
    zinnen = [
        zin
        for tekst in list_teksten(load_schema(pad))
        for zin in re.split(r"(?<=[.!?])\s+", GEEN_WOORDEN.sub("x", tekst))
    ]
    assert len(zinnen) > 10
    assert [zin for zin in zinnen if count_woorden(zin) > LANGSTE_ZIN] == []


@pytest.mark.parametrize("pad", SCHEMAS, ids=lambda pad: pad.stem)
def test_every_word_to_choose_is_explained_and_a_wrong_one_gets_a_dutch_sentence(pad: Path) -> None:
    keuzes = [deel for deel in list_delen(load_schema(pad)) if isinstance(deel.get("enum"), list)]
    assert len(keuzes) >= 11 * (pad == VRAGENLIJST)
    assert [deel["enum"] for deel in keuzes if len(deel.get("enumDescriptions", [])) != len(deel["enum"])] == []
    assert [deel["enum"] for deel in keuzes if any(woord not in deel["errorMessage"] for woord in deel["enum"])] == []


@pytest.mark.parametrize("pad", SCHEMAS, ids=lambda pad: pad.stem)
def test_no_regular_expression_is_shown_to_an_author(pad: Path) -> None:
    patronen = [deel for deel in list_delen(load_schema(pad)) if isinstance(deel.get("pattern"), str)]
    assert len(patronen) >= 2
    assert [deel["pattern"] for deel in patronen if not {"patternErrorMessage", "errorMessage"} & set(deel)] == []


def list_namen(zin: str) -> list[str]:
    """Return the keys that a sentence lists behind its "alleen"."""
    return re.split(r", | en ", zin.partition(" alleen ")[2].removesuffix("."))


def test_a_sentence_that_lists_the_keys_of_a_group_names_them_all() -> None:
    schema = load_schema(VRAGENLIJST)
    groepen = [
        deel for deel in list_delen(schema) if "properties" in deel and list_namen(deel.get("errorMessage", ""))[0]
    ]
    assert len(groepen) == 7
    assert [deel["title"] for deel in groepen if list_namen(deel["errorMessage"]) != list(deel["properties"])] == []
    (vraag,) = (
        deel["patternErrorMessage"]
        for deel in list_delen(schema)
        if "heeft alleen id" in str(deel.get("patternErrorMessage"))
    )
    assert list_namen(vraag) == list(schema["$defs"]["vraag"]["properties"])


@pytest.mark.parametrize(
    ("schema", "kaal"),
    [
        ({"properties": {"a": {"title": "A"}}}, ["a"]),
        ({"patternProperties": {"^a": {}}}, ["^a"]),
        ({"$defs": {"x": {"items": {"properties": {"a": {}}}}}}, ["a"]),
        ({"properties": {"a": {"description": "Een."}}, "then": {"properties": {"a": False}}}, []),
        ({"then": {"properties": {"b": {}}}}, ["b"]),
        ({"then": {"properties": {"b": False}}}, []),
    ],
)
def test_the_check_sees_a_key_without_a_sentence(schema: Any, kaal: list[str]) -> None:
    assert [naam for naam, deel in list_eigenschappen(schema) if not deel.get("description")] == kaal


def test_the_check_sees_english() -> None:
    assert check_nederlands('De titel op het scherm, bijvoorbeeld "the title".') == []
    assert "shown" in check_nederlands("The title shown on the screen.")
    assert check_nederlands("Missing type.") == ["Missing"]
