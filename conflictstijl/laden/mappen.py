"""Where things are kept: the content shipped with the program, and the user's own folder."""

import os
from pathlib import Path

MAP_VARIABELE = "CONFLICTSTIJL_MAP"
"""Environment variable that names another folder for everything of the user's own."""

_PAKKET = Path(__file__).resolve().parent.parent


def load_gegevensmap() -> Path:
    """Return the one folder of the user's own data; it need not exist."""
    gekozen = os.environ.get(MAP_VARIABELE)
    if gekozen:
        return Path(gekozen)
    from platformdirs import user_data_path

    return user_data_path("conflictstijl", appauthor=False)


def load_eigen_map(soort: str = "vragenlijsten") -> Path:
    """Return the folder of the user's own questionnaires, or of another kind of files; it need not exist."""
    return load_gegevensmap() / soort


def load_journaalmap() -> Path:
    """Return the folder of tests that are not finished yet; it need not exist."""
    return load_gegevensmap() / "begonnen"


def load_werkbladenmap() -> Path:
    """Return the folder of filled-in worksheets, finished or not; it need not exist."""
    return load_gegevensmap() / "ingevulde-werkbladen"


def load_resultatenmap() -> Path:
    """Return the folder of finished tests; it need not exist."""
    return load_gegevensmap() / "resultaten"


def load_groepenmap() -> Path:
    """Return the folder that tells which groups were told about before; it need not exist."""
    return load_gegevensmap() / "groepen"


def load_inhoudsmap() -> Path:
    """Return the folder of the shipped content: inside the wheel, or beside the package in a source tree."""
    meegeleverd = _PAKKET / "vragenlijsten"
    return meegeleverd if meegeleverd.is_dir() else _PAKKET.parent / "vragenlijsten"
