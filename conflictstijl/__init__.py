"""Conflictstijl: Dutch questionnaires on conflict-handling styles, scored and matched to advice.

The public API is loaded on first use (PEP 562), so that `conflictstijl --version` imports nothing:

>>> import conflictstijl
>>> lijst = conflictstijl.load_vragenlijst("conflictstijlen-kort")
>>> profiel = conflictstijl.score_antwoorden(lijst, [3] * 15)
"""

# typing costs more than the rest of `--version` together
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__version__ = "0.1.0"

_OPENBAAR = {
    "build_advies": "adviseren",
    "build_rapport": "toepassing",
    "check_vragenlijst": "toepassing",
    "load_antwoorden": "toepassing",
    "load_vragenlijst": "toepassing",
    "score_antwoorden": "toepassing",
    "score_tabel": "tabellen",
}

__all__ = [*_OPENBAAR, "__version__"]  # noqa: PLE0604 - the names are served by __getattr__


def __getattr__(naam: str) -> "Any":
    """Return a name of the public API, importing it on first use."""
    if naam not in _OPENBAAR:
        raise AttributeError(f"module 'conflictstijl' has no attribute '{naam}'")
    from importlib import import_module

    return getattr(import_module(f"conflictstijl.{_OPENBAAR[naam]}"), naam)


def __dir__() -> list[str]:
    """Return the public names, for completion in a notebook."""
    return sorted([*globals(), *_OPENBAAR])
