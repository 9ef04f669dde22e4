"""Showing that long work goes on: on stderr, on a terminal only, after a second."""

import sys
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from conflictstijl.afname.modus import check_regels

if TYPE_CHECKING:
    from rich.status import Status

    from conflictstijl.groep.dubbelen import Stapel

_GEDULD = 1.0
"""Seconds before anything is shown."""


def read_met_voortgang(stapels: "Iterator[Stapel]") -> "Iterator[Stapel]":
    """Pass rows on and show their number when it takes long; nothing is shown to a program or read aloud."""
    return _read_getoond(stapels) if sys.stderr.isatty() and not check_regels() else stapels


def _read_getoond(stapels: "Iterator[Stapel]") -> "Iterator[Stapel]":
    begin, status, aantal = monotonic(), None, 0
    try:
        for stapel in stapels:
            yield stapel
            aantal += len(stapel.deel.nummers)
            if monotonic() - begin > _GEDULD:
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
