"""What the clock says during a session, when its begin was given as a time."""

from collections.abc import Iterable

from conflictstijl.tekst import parse_kloktijd, render_kloktijd

_DAG = 24 * 60


def render_tijden(begin: str, minuten: Iterable[int]) -> tuple[str, ...]:
    """Return the time at so many minutes after the begin, as `13:30`; nothing when the begin is no time of day."""
    vanaf = parse_kloktijd(begin)
    return () if vanaf is None else tuple(render_kloktijd((vanaf + na) % _DAG) for na in minuten)
