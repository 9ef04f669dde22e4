"""A data folder of its own for every test: a group picture is remembered there."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def eigen_map(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("gegevens")
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(folder))
    return folder
