"""The commands `schema`, `uitleg` and `waar`."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.cli import schema, uitleg
from conflictstijl.laden import mappen

from .conftest import Roep


@pytest.fixture
def schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put two schemas where the package keeps them."""
    folder = tmp_path / "schemas"
    folder.mkdir()
    for naam in ("vragenlijst-1.json", "antwoorden-1.json", "vragenlijst-0.json", "lees.mij"):
        (folder / naam).write_text(json.dumps({"title": f"Schéma {naam}"}), encoding="utf-8")
    monkeypatch.setattr(schema, "files", lambda _pakket: tmp_path)
    return folder


@pytest.fixture
def inhoud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for the package and what lies beside it."""
    monkeypatch.setattr(mappen, "_PAKKET", tmp_path / "pakket")
    (tmp_path / "pakket").mkdir()
    return tmp_path


def lees_zinnen() -> list[list[str]]:
    """Return the words of every sentence of the text on privacy; a heading and a list item count as one."""
    tekst = (mappen.load_inhoudsmap() / "teksten" / "privacy.md").read_text(encoding="utf-8")
    zinnen = [zin for regel in tekst.splitlines() for zin in re.split(r"(?<=[.?!])\s", regel)]
    return [woorden for zin in zinnen if (woorden := re.findall(r"\w+", zin))]


def test_schema_without_a_kind_lists_the_kinds(roep: Roep, schemas: Path) -> None:
    assert schemas.is_dir()
    assert roep("schema") == (0, "antwoorden\nvragenlijst\n", "")


@pytest.mark.usefixtures("schemas")
def test_schema_writes_the_schema_of_a_kind(roep: Roep) -> None:
    uitkomst = roep("schema", "vragenlijst")
    assert uitkomst.code == 0
    assert json.loads(uitkomst.uit) == {"title": "Schéma vragenlijst-1.json"}


@pytest.mark.usefixtures("schemas")
def test_an_unknown_schema_names_the_nearest_or_all(roep: Roep) -> None:
    assert roep("schema", "vragenlijt") == (
        2,
        "",
        "conflictstijl: er is geen soort 'vragenlijt'; bedoelde je 'vragenlijst'?\n",
    )
    assert roep("schema", "xx").fout.endswith("; kies uit antwoorden of vragenlijst\n")


def test_without_a_folder_of_schemas_there_are_no_kinds(
    roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "files", lambda _pakket: tmp_path)
    assert roep("schema") == (0, "", "")


def test_every_shipped_schema_can_be_shown(roep: Roep) -> None:
    for soort in roep("schema").uit.splitlines():
        assert json.loads(roep("schema", soort).uit)


def test_uitleg_lists_the_subjects_with_their_titles(roep: Roep) -> None:
    assert "privacy: Privacy: wat gebeurt er met je antwoorden?" in roep("uitleg").uit.splitlines()


def test_uitleg_of_an_unknown_subject_says_what_there_is(roep: Roep) -> None:
    assert roep("uitleg", "privcy").fout == "conflictstijl: er is geen onderwerp 'privcy'; bedoelde je 'privacy'?\n"
    uitkomst = roep("uitleg", "xx")
    assert uitkomst.code == 2
    assert "; kies uit " in uitkomst.fout
    assert "privacy" in uitkomst.fout


@pytest.mark.parametrize("breedte", [30, 60, 80])
def test_uitleg_privacy_fits_the_terminal(roep: Roep, monkeypatch: pytest.MonkeyPatch, breedte: int) -> None:
    monkeypatch.setenv("COLUMNS", str(breedte))
    regels = roep("uitleg", "privacy").uit.splitlines()
    assert max(map(len, regels)) <= breedte
    assert "Waarvoor" in regels
    assert not any("#" in regel for regel in regels)


def test_uitleg_privacy_tells_all_that_a_participant_must_know(roep: Roep) -> None:
    tekst = roep("uitleg", "privacy").uit
    for kop in ("Waarvoor", "Wat bewaart het programma", "Hoe lang", "Wie ziet wat", "Meedoen is vrij", "Je rechten"):
        assert f"\n{kop}\n" in tekst


def test_a_reading_text_keeps_items_apart_and_joins_lines() -> None:
    tekst = "# Kop\n\nEen zin\nover twee regels.\n\n- eerste punt dat lang is\n- tweede\n"
    assert uitleg.render_leestekst(tekst, 20) == (
        "Kop\n\nEen zin over twee\nregels.\n\n- eerste punt dat\n  lang is\n- tweede"
    )


def test_the_text_on_privacy_is_plain_dutch() -> None:
    lengtes = [len(woorden) for woorden in lees_zinnen()]
    assert max(lengtes) <= 18
    assert sum(lengtes) / len(lengtes) <= 11


def test_waar_tells_the_folders_and_what_is_not_done(
    roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    regels = roep("waar").uit.splitlines()
    assert regels[0] == f"Eigen vragenlijsten: {tmp_path / 'vragenlijsten'} (die map bestaat nog niet)"
    assert regels[1] == f"Begonnen tests: {tmp_path / 'begonnen'} (die map bestaat nog niet)"
    assert regels[2].startswith(f"Ingevulde werkbladen: {tmp_path / 'ingevulde-werkbladen'} (")
    assert regels[3] == f"Bewaarde uitslagen: {tmp_path / 'resultaten'} (die map bestaat nog niet)"
    assert regels[4] == f"Eerdere groepsbeelden: {tmp_path / 'groepen'} (die map bestaat nog niet)"
    assert regels[5] == f"Instellingen: {tmp_path / 'instellingen.yaml'} (dat bestand is er nog niet)"
    assert regels[6] == f"Meegeleverde inhoud: {mappen.load_inhoudsmap()}"
    assert "Daarna blijven je antwoorden en je uitslag staan, tot je ze wist." in regels
    assert "Het programma maakt nooit verbinding met internet." in regels
    (tmp_path / "vragenlijsten").mkdir()
    assert roep("waar").uit.splitlines()[0] == f"Eigen vragenlijsten: {tmp_path / 'vragenlijsten'}"


def test_waar_answers_programs_in_json(roep: Roep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    document: dict[str, Any] = json.loads(roep("waar", "--json").uit)
    assert document == {
        "formaat": 1,
        "soort": "waar",
        "eigen_vragenlijsten": str(tmp_path / "vragenlijsten"),
        "begonnen_tests": str(tmp_path / "begonnen"),
        "werkbladen": str(tmp_path / "ingevulde-werkbladen"),
        "begonnen_werkbladen": str(tmp_path / "ingevulde-werkbladen"),
        "resultaten": str(tmp_path / "resultaten"),
        "groepen": str(tmp_path / "groepen"),
        "instellingen": str(tmp_path / "instellingen.yaml"),
        "inhoud": str(mappen.load_inhoudsmap()),
        "bewaart_resultaten": True,
        "netwerk": False,
    }


def test_own_questionnaires_are_kept_with_the_data_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert mappen.load_eigen_map() == tmp_path / "conflictstijl" / "vragenlijsten"
    monkeypatch.setenv("CONFLICTSTIJL_MAP", "elders")
    assert mappen.load_eigen_map() == Path("elders/vragenlijsten")


def test_shipped_content_is_inside_the_package_or_else_beside_it(inhoud: Path) -> None:
    assert mappen.load_inhoudsmap() == inhoud / "vragenlijsten"
    (inhoud / "pakket" / "vragenlijsten").mkdir()
    assert mappen.load_inhoudsmap() == inhoud / "pakket" / "vragenlijsten"
