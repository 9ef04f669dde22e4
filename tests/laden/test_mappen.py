"""Where the own and the shipped files are."""

from pathlib import Path

import pytest

from conflictstijl.laden import mappen
from conflictstijl.laden.mappen import MAP_VARIABELE, load_eigen_map, load_inhoudsmap, load_journaalmap


def test_the_variable_names_the_one_folder_of_everything_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MAP_VARIABELE, "/ergens")
    assert {load_eigen_map().parent, load_journaalmap().parent} == {Path("/ergens")}


def test_without_the_variable_the_folder_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(MAP_VARIABELE, raising=False)
    assert load_eigen_map().parent.name == "conflictstijl"


def test_shipped_content_is_inside_the_package_or_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mappen, "_PAKKET", tmp_path / "conflictstijl")
    assert load_inhoudsmap() == tmp_path / "vragenlijsten"
    (tmp_path / "conflictstijl" / "vragenlijsten").mkdir(parents=True)
    assert load_inhoudsmap() == tmp_path / "conflictstijl" / "vragenlijsten"
