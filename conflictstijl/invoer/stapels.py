"""Rows in stacks: what looks at many of them at once costs little for each."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

STAPEL = 256
"""Rows that go through the program together."""

T = TypeVar("T")


def read_stapels(rijen: Iterable[T]) -> Iterator[list[T]]:
    """Yield all rows in stacks, of which only the last may be a smaller one."""
    rest = iter(rijen)
    while stapel := list(islice(rest, STAPEL)):
        yield stapel
