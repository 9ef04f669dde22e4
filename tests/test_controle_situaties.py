"""Checking what refers to the file with situations: cases, and questionnaires that say what makes a case."""

from pathlib import Path

import pytest

from conflictstijl.controle import check_bestand, load_alles
from conflictstijl.fouten import Bevinding, InvoerFout
from conflictstijl.laden.mappen import load_inhoudsmap

INHOUD = load_inhoudsmap()
SITUATIES = INHOUD / "kennis" / "situaties.yaml"
CASUS = INHOUD / "casussen" / "rooster.yaml"
LIJST = INHOUD / "praktijksituaties.yaml"
KENMERK = "kenmerken: {tijdsdruk: hoog, tijdelijk: volstaat"


@pytest.fixture
def inhoud(tmp_path: Path) -> Path:
    """Return a folder with content of one's own: a case and a questionnaire, and no situations yet."""
    for bron in (CASUS, LIJST):
        doel = tmp_path / bron.relative_to(INHOUD)
        doel.parent.mkdir(exist_ok=True)
        doel.write_bytes(bron.read_bytes())
    (tmp_path / "kennis").mkdir()
    return tmp_path


def wijzig(pad: Path, oud: str, nieuw: str) -> Path:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    return pad


def schrijf_situaties(inhoud: Path, oud: str, nieuw: str) -> Path:
    """Put the shipped situations beside the content, with one change."""
    doel = inhoud / "kennis" / "situaties.yaml"
    doel.write_bytes(SITUATIES.read_bytes())
    return wijzig(doel, oud, nieuw)


def lees_stuk(bevinding: Bevinding) -> str:
    """Return the line that a finding points at, from its column."""
    regels = Path(bevinding.plek.bestand).read_text(encoding="utf-8").splitlines()
    return regels[bevinding.plek.regel - 1][bevinding.plek.kolom - 1 :]


@pytest.mark.parametrize("bron", [CASUS, LIJST], ids=lambda pad: pad.stem)
def test_content_of_ones_own_is_held_against_the_shipped_situations(inhoud: Path, bron: Path) -> None:
    assert check_bestand(inhoud / bron.relative_to(INHOUD)) == []


@pytest.mark.parametrize(
    ("bron", "oud", "nieuw", "zin"),
    [
        (CASUS, "tijdsdruk: hoog", "tijdsdrk: hoog", "er is geen kenmerk 'tijdsdrk'"),
        (CASUS, "tijdsdruk: hoog", "tijdsdruk: veel", "kenmerk 'tijdsdruk' kent geen stand 'veel'"),
        (LIJST, KENMERK, KENMERK.replace("tijdsdruk", "spoed"), "er is geen kenmerk 'spoed'"),
        (LIJST, KENMERK, KENMERK.replace("hoog", "hog"), "kenmerk 'tijdsdruk' kent geen stand 'hog'"),
    ],
)
def test_an_unknown_factor_or_level_is_told_at_its_place(
    inhoud: Path, bron: Path, oud: str, nieuw: str, zin: str
) -> None:
    [bevinding] = check_bestand(wijzig(inhoud / bron.relative_to(INHOUD), oud, nieuw))
    assert bevinding.code in {"onbekend-kenmerk", "onbekende-stand"}
    assert bevinding.wat == zin
    assert lees_stuk(bevinding).startswith(zin.split("'")[-2])


def test_a_neutral_word_is_a_level_of_every_factor_in_a_questionnaire_too(inhoud: Path) -> None:
    assert check_bestand(wijzig(inhoud / LIJST.name, KENMERK, KENMERK.replace("hoog", "weet-ik-niet"))) == []


@pytest.mark.parametrize("bron", [CASUS, LIJST], ids=lambda pad: pad.stem)
def test_situations_beside_the_content_go_before_the_shipped_ones(inhoud: Path, bron: Path) -> None:
    situaties = schrijf_situaties(inhoud, "tijdsdruk", "haast")
    assert check_bestand(situaties) == []
    assert {bevinding.code for bevinding in check_bestand(inhoud / bron.relative_to(INHOUD))} == {"onbekend-kenmerk"}
    wijzig(inhoud / bron.relative_to(INHOUD), "tijdsdruk", "haast")
    assert check_bestand(inhoud / bron.relative_to(INHOUD)) == []


@pytest.mark.parametrize("bron", [CASUS, LIJST], ids=lambda pad: pad.stem)
def test_broken_situations_beside_the_content_are_told_once_and_elsewhere(inhoud: Path, bron: Path) -> None:
    situaties = schrijf_situaties(inhoud, "formaat: 1", "formaat: 9")
    pad = wijzig(inhoud / bron.relative_to(INHOUD), "tijdsdruk", "spoed")
    assert check_bestand(pad) == []
    assert check_bestand(situaties) != []


def test_a_case_is_read_without_situations_as_well(inhoud: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger() -> None:
        raise InvoerFout([])

    monkeypatch.setattr("conflictstijl.controle.load_situaties", weiger)
    pad = wijzig(inhoud / "casussen" / CASUS.name, "rol: partij", "rol: chef")
    assert [bevinding.code for bevinding in check_bestand(pad)] == ["onbekende-stand"]


def test_a_case_whose_file_has_another_name_is_told(inhoud: Path) -> None:
    pad = (inhoud / "casussen" / CASUS.name).rename(inhoud / "casussen" / "anders.yaml")
    [bevinding] = check_bestand(pad)
    assert str(bevinding) == f"{pad}: het bestand heet anders dan de casus 'rooster'; noem het bestand 'rooster.yaml'"


def test_all_content_holds_the_cases_of_ones_own_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    mee = set(load_alles())
    (tmp_path / "casussen").mkdir()
    eigen = tmp_path / "casussen" / "raam.yaml"
    eigen.write_text("casus: raam\n", encoding="utf-8")
    assert set(load_alles()) - mee == {eigen}


def test_all_content_holds_the_situations_and_every_case() -> None:
    namen = {pad.stem for pad in load_alles()}
    assert {"situaties", *(pad.stem for pad in (INHOUD / "casussen").glob("*.yaml"))} <= namen
    assert len(namen) > 25
