"""Showing that long work goes on: on stderr, on a terminal only, after a second."""

import sys
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from conflictstijl.afname.modus import check_regels

if TYPE_CHECKING:
    from rich.status import Status

_GEDULD = 1.0
"""Seconds before anything is shown."""
_STAP = 256
"""Rows between two looks at the clock."""

T = TypeVar("T")


def read_met_voortgang(rijen: Iterator[T]) -> Iterator[T]:
    """Pass rows on and show their number when it takes long; nothing is shown to a program or read aloud."""
    return _read_getoond(rijen) if sys.stderr.isatty() and not check_regels() else rijen


def _read_getoond(rijen: Iterator[T]) -> Iterator[T]:
    begin, status = monotonic(), None
    try:
        for aantal, rij in enumerate(rijen, start=1):
            yield rij
            if not aantal % _STAP and monotonic() - begin > _GEDULD:
                status = status or _build_status()
                status.update(f"{aantal} rijen gelezen")
    finally:
        if status:
            status.stop()


def _build_status() -> "Status":
    from rich.console import Console

    status = Console(stderr=True).status("")
    status.start()
    return status
