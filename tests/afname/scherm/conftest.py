"""For all tests of the full screen: a home of their own, and nothing of the environment outside."""

from itertools import count
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def eigen_map(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of the user's own data, empty; files without a folder go beside it. Every test takes an hour."""
    monkeypatch.setattr("conflictstijl.afname.scherm.vraag.monotonic", count(0, 3600).__next__)
    for naam in ("NO_COLOR", "CONFLICTSTIJL_REGELS", "CONFLICTSTIJL_DEBUG"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "gegevens"
