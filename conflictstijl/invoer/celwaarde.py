"""A value of a workbook as the text of a cell."""

import datetime as dt
import math

from conflictstijl.model.tabel import Bijzonder, Celsoort

Waarde = float | bool | dt.date | dt.datetime | dt.time | dt.timedelta
_GROOTSTE_HEEL = 1e16
"""Above this not every whole number exists as a float."""


def render_waarde(waarde: Waarde) -> str:
    """Return a value that is no text as the text of a cell; what is no number either says what it is."""
    if isinstance(waarde, bool):
        return Bijzonder("WAAR" if waarde else "ONWAAR", Celsoort.JA_NEE)
    if isinstance(waarde, int | float):
        return render_getal(waarde)
    tekst = render_duur(waarde.total_seconds()) if isinstance(waarde, dt.timedelta) else waarde.isoformat()
    return Bijzonder(tekst, Celsoort.DATUM)


def render_getal(waarde: float) -> str:
    """Return a number as its shortest text, with a point, and a whole number without one."""
    if not math.isfinite(waarde):
        return Bijzonder("#GETAL!", Celsoort.FOUT)
    return str(int(waarde)) if waarde == int(waarde) and abs(waarde) < _GROOTSTE_HEEL else repr(waarde)


def render_duur(seconden: float) -> str:
    """Return a span of time as hours, minutes and seconds: `30:00:00`."""
    heel = round(abs(seconden))
    return f"{'-' if seconden < 0 else ''}{heel // 3600:02}:{heel // 60 % 60:02}:{heel % 60:02}"
