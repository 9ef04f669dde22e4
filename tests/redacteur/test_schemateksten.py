"""Everything an editor can show of a schema is explained in Dutch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .bestanden import SCHEMAS, load_schema
from .nederlands import check_nederlands

ZELFDE = ("if", "then", "else", "not", "allOf", "anyOf", "oneOf")
"""Under these keys a schema says more about the same value: a key that is explained above needs it only once."""

TEKSTEN = ("title", "description", "markdownDescription", "errorMessage", "patternErrorMessage", "deprecationMessage")
"""Where a schema can hold a text; the last four are words of yaml-language-server, not of JSON Schema."""


def list_eigenschappen(schema: Any, boven: frozenset[str] = frozenset()) -> Iterator[tuple[str, Any]]:
    """Yield every key an author can write, with its schema."""
    if isinstance(schema, list):
        for deel in schema:
            yield from list_eigenschappen(deel, boven)
    elif isinstance(schema, dict):
        eigen = {**schema.get("properties", {}), **schema.get("patternProperties", {})}
        yield from ((naam, deel) for naam, deel in eigen.items() if naam not in boven)
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


@pytest.mark.parametrize(
    ("schema", "kaal"),
    [
        ({"properties": {"a": {"title": "A"}}}, ["a"]),
        ({"patternProperties": {"^a": {}}}, ["^a"]),
        ({"$defs": {"x": {"items": {"properties": {"a": {}}}}}}, ["a"]),
        ({"properties": {"a": {"description": "Een."}}, "then": {"properties": {"a": False}}}, []),
        ({"then": {"properties": {"b": {}}}}, ["b"]),
    ],
)
def test_the_check_sees_a_key_without_a_sentence(schema: Any, kaal: list[str]) -> None:
    assert [naam for naam, deel in list_eigenschappen(schema) if not deel.get("description")] == kaal


def test_the_check_sees_english() -> None:
    assert check_nederlands('De titel op het scherm, bijvoorbeeld "the title".') == []
    assert "shown" in check_nederlands("The title shown on the screen.")
    assert check_nederlands("Missing type.") == ["Missing"]
