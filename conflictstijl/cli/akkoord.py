"""Asking whether a text may be used in which somebody could be recognised; nothing is written when it may not."""

from collections.abc import Sequence
from contextlib import suppress

from conflictstijl.cli.bevraging import build_gesprek
from conflictstijl.cli.uitvoer import write_meldingen
from conflictstijl.fouten import GeweigerdFout

_NIETS = "er is niets geschreven"
_HERLEIDBAAR = "want hieraan kan iemand te herkennen zijn; pas de tekst aan"


def ask_akkoord(vondsten: Sequence[str], waarin: str, gevolg: str = _NIETS) -> bool:
    """Tell what may lead to a person and ask whether that is all right; False when there is nothing to agree to.

    Raises GeweigerdFout when nobody agrees, or nobody can be asked; `gevolg` is what that means.
    """
    if not vondsten:
        return False
    write_meldingen(vondsten)
    gesprek = build_gesprek(apart=True)
    if not gesprek.mens:
        raise GeweigerdFout(f"{gevolg}, {_HERLEIDBAAR}, of geef --akkoord")
    with suppress(EOFError):
        if gesprek.ask_ja_nee(f"Hieraan kan iemand te herkennen zijn. Mag dit zo in {waarin}?"):
            return True
    raise GeweigerdFout(f"{gevolg}, {_HERLEIDBAAR}")
