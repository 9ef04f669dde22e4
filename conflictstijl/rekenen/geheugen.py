"""What is remembered so as not to work it out again, within bounds."""

from typing import TypeVar

MEESTE = 20_000
"""Most things in one memory; beyond these remembering starts anew."""

K = TypeVar("K")
V = TypeVar("V")


def write_beperkt(geheugen: dict[K, V], sleutel: K, waarde: V) -> None:
    """Remember something; what is full starts anew."""
    if len(geheugen) >= MEESTE:
        geheugen.clear()
    geheugen[sleutel] = waarde
