"""The small file with what a user always wants."""

from pathlib import Path

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.instellingen import BESTAND, Instellingen, load_instellingen, render_instellingen


@pytest.fixture
def bestand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file, which is not there yet."""
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    return tmp_path / BESTAND


def test_without_a_file_everyone_gets_the_full_screen(bestand: Path) -> None:
    assert not bestand.exists()
    assert load_instellingen() == Instellingen(regels=False)


@pytest.mark.parametrize("regels", [True, False])
def test_what_is_written_is_read_back(bestand: Path, *, regels: bool) -> None:
    bestand.write_text(render_instellingen(Instellingen(regels=regels)), encoding="utf-8")
    assert load_instellingen() == Instellingen(regels=regels)


@pytest.mark.parametrize(
    ("inhoud", "plek", "wat"),
    [
        ("regels: misschien\n", ":1:9", "misschien"),
        ("regel: ja\n", ":1:1", "regel"),
        ("- ja\n", ":1:1", ""),
        ("regels: [\n", ":", ""),
    ],
)
def test_anything_else_is_named_with_its_place(bestand: Path, inhoud: str, plek: str, wat: str) -> None:
    bestand.write_text(inhoud, encoding="utf-8")
    with pytest.raises(InvoerFout) as fout:
        load_instellingen()
    assert all(f"{bestand}{plek}" in regel for regel in fout.value.regels())
    assert wat in str(fout.value)


def test_an_empty_file_says_nothing(bestand: Path) -> None:
    bestand.write_text("", encoding="utf-8")
    with pytest.raises(InvoerFout, match="leeg"):
        load_instellingen()
