"""Workbooks as zip files: traps and damage, each beside a plain neighbour that is read."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from conflictstijl.invoer import zipwacht

from .boeken import build_delen, build_ods, build_rij, build_tabel, pack, read_fout, read_rijen, write_bytes

NUL = bytes(1024**2)


def build_boek(extra: str, inhoud: bytes = b"x", **kenmerken: int) -> bytes:
    """A good workbook with one part more, of which the entry in the directory is changed."""
    bestand = io.BytesIO(pack(build_delen()))
    with zipfile.ZipFile(bestand, "a", zipfile.ZIP_DEFLATED) as archief:
        deel = zipfile.ZipInfo(extra)
        archief.writestr(deel, inhoud, zipfile.ZIP_DEFLATED)
        for naam, waarde in kenmerken.items():
            setattr(deel, naam, waarde)
    return bestand.getvalue()


@pytest.mark.parametrize("naam", ["../a.xml", "xl/../../a.xml", "/etc/a.xml", "C:/a.xml", "..\\a.xml", "xl/.."])
def test_a_part_outside_the_file_is_refused(tmp_path: Path, naam: str) -> None:
    assert "wijst buiten het werkboek" in read_fout(write_bytes(tmp_path / "a.xlsx", build_boek(naam)))


@pytest.mark.parametrize("naam", ["xl/media/..foto.png", "xl/a..xml", "xl/map/", "c/x.xml"])
def test_a_part_with_a_name_that_only_looks_so_is_left_alone(tmp_path: Path, naam: str) -> None:
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", build_boek(naam, b""))) == [["4"]]


@pytest.mark.parametrize("deel", ["xl/worksheets/sheet1.xml", "xl/media/foto.png", "docProps/core.xml"])
def test_a_part_that_unpacks_without_end_is_refused_and_never_held(tmp_path: Path, deel: str) -> None:
    delen = build_delen() | {deel: NUL * 51}
    bestand = write_bytes(tmp_path / "a.xlsx", delen)
    assert Path(bestand).stat().st_size < 100_000
    assert "uitgepakt is het werkboek groter dan 50 MB" in read_fout(bestand)


def test_many_parts_that_are_too_large_together_are_refused(tmp_path: Path) -> None:
    delen = build_delen() | {f"xl/media/{nummer}.png": NUL * 6 for nummer in range(9)}
    assert "groter dan 50 MB" in read_fout(write_bytes(tmp_path / "a.xlsx", delen))


def test_a_workbook_with_large_pictures_is_read(tmp_path: Path) -> None:
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", build_delen() | {"xl/media/foto.png": NUL * 40})) == [["4"]]


def test_a_size_that_is_not_true_is_damage(tmp_path: Path) -> None:
    boek = build_boek("xl/a.xml", NUL, file_size=1)
    assert "het is niet uit te pakken" in read_fout(write_bytes(tmp_path / "a.xlsx", boek))


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    delen = build_delen()
    vol = {f"xl/media/{nummer}": b"" for nummer in range(zipwacht.MAX_DELEN - len(delen))}
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", delen | vol)) == [["4"]]
    assert "meer dan 2000 onderdelen" in read_fout(write_bytes(tmp_path / "b.xlsx", delen | vol | {"een": b""}))


@pytest.mark.parametrize("naam", ["xl/workbook.xml", "XL/Workbook.xml", "xl\\workbook.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_with_one_name_are_damage(tmp_path: Path, naam: str) -> None:
    assert "twee onderdelen hebben dezelfde naam" in read_fout(write_bytes(tmp_path / "a.xlsx", build_boek(naam)))


def test_a_part_with_a_password_is_named(tmp_path: Path) -> None:
    boek = build_boek("xl/a.xml", flag_bits=1)
    assert "dit werkboek heeft een wachtwoord; haal het eraf" in read_fout(
        write_bytes(tmp_path / "a.xlsx", boek)
    ).replace("haal het wachtwoord eraf", "haal het eraf")


def test_a_way_of_packing_that_no_spreadsheet_uses_is_damage(tmp_path: Path) -> None:
    bestand = io.BytesIO(pack(build_delen()))
    with zipfile.ZipFile(bestand, "a", zipfile.ZIP_BZIP2) as archief:
        archief.writestr("xl/a.xml", b"x")
    assert "op een onbekende manier ingepakt" in read_fout(write_bytes(tmp_path / "a.xlsx", bestand.getvalue()))


@pytest.mark.parametrize("bouwsteen", ['<!DOCTYPE a [<!ENTITY b "c">]>', '<!ENTITY b "c">', "<!DOCTYPE sst>"])
@pytest.mark.parametrize("deel", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/core.xml"])
def test_a_part_that_defines_something_is_refused(tmp_path: Path, deel: str, bouwsteen: str) -> None:
    delen = build_delen()
    bestand = write_bytes(tmp_path / "a.xlsx", delen | {deel: bouwsteen + str(delen.get(deel, "<a/>"))})
    assert "bevat bouwstenen die niet in een werkboek horen" in read_fout(bestand)


def test_a_text_that_looks_like_a_definition_is_a_text(tmp_path: Path) -> None:
    delen = build_delen('<row><c t="inlineStr"><is><t>&lt;!DOCTYPE a&gt;</t></is></c></row>')
    assert read_rijen(write_bytes(tmp_path / "a.xlsx", delen)) == [["<!DOCTYPE a>"]]


def test_a_definition_hidden_by_another_encoding_is_refused(tmp_path: Path) -> None:
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    for deel in ("xl/worksheets/sheet1.xml", "xl/styles.xml"):
        assert "is geen UTF-8" in read_fout(write_bytes(tmp_path / "a.xlsx", build_delen() | {deel: xml}))


def test_the_same_goes_for_an_ods(tmp_path: Path) -> None:
    delen = build_ods(build_tabel(build_rij("a")))
    assert read_rijen(write_bytes(tmp_path / "a.ods", delen)) == [["a"]]
    kwaad = delen | {"content.xml": str(delen["content.xml"]).replace("?>", "?><!DOCTYPE a>", 1)}
    assert "bevat bouwstenen" in read_fout(write_bytes(tmp_path / "b.ods", kwaad))
    assert "groter dan 50 MB" in read_fout(write_bytes(tmp_path / "c.ods", delen | {"Pictures/a": NUL * 51}))


@pytest.mark.parametrize(
    ("wat", "boek"),
    [
        ("cut", pack(build_delen())[:-40]),
        ("nothing but its first bytes", b"PK\x03\x04"),
        ("an end without a list", b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 9, 9, 99, 2**31, 0)),
        ("a changed byte", pack(build_delen()).replace(b"[Content_Types].xml", b"[Content_Typez].xml", 1)),
    ],
)
def test_a_broken_zip_file_is_damage(tmp_path: Path, wat: str, boek: bytes) -> None:
    assert "dit werkboek is beschadigd: het is niet uit te pakken; " in read_fout(
        write_bytes(tmp_path / "a.xlsx", boek)
    ), wat


def test_a_zip_file_without_a_workbook_is_told(tmp_path: Path) -> None:
    bestand = write_bytes(tmp_path / "a.zip", {"antwoorden.csv": "a;b\n"})
    assert ": dit is een ingepakt bestand (zip) zonder werkblad; pak het uit" in read_fout(bestand)
