"""What to go on with, as commands to type and as data."""

from collections.abc import Sequence

from conflictstijl.model.document import Alinea, Opsomming
from conflictstijl.model.vervolg import Vervolg, Vervolgstap
from conflictstijl.tekst import render_opsomming


def build_vervolg(stappen: Sequence[Vervolgstap]) -> Opsomming:
    """Return every step as its title with the command to type."""
    return Opsomming(tuple(f"{stap.titel}: typ {stap.opdracht}" for stap in stappen))


def build_vervolgregel(stappen: Sequence[Vervolgstap]) -> Alinea:
    """Return all steps in one line, for where they are no part of their own."""
    return Alinea(f"Ga hiermee verder: {render_opsomming([stap.opdracht for stap in stappen], 'of')}.")


def build_vervolggegevens(vervolg: Vervolg) -> dict[str, list[str]]:
    """Return the ids by kind, each kind among the keys."""
    return {soort: list(namen) for soort, namen in vervolg._asdict().items()}
