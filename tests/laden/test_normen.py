"""The file of a norm group: what a spreadsheet writes is read, and what is wrong has its line."""

from fractions import Fraction
from pathlib import Path

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from tests.bouwers import GOED

NORMEN = "normen: {naam: W, n: 120, jaar: 2026, bron: b, populatie: p, bestand: norm.csv}\n"
TABEL = "schaal,score,aantal\nsamenwerken,3,60\nsamenwerken,2.5,60\nvermijden,1,120\n"


def load_normen(folder: Path, inhoud: bytes) -> Normgroep:
    (folder / "norm.csv").write_bytes(inhoud)
    (folder / "team.yaml").write_text(GOED + NORMEN, encoding="utf-8")
    normen = load_vragenlijst(str(folder / "team.yaml")).normen
    assert normen is not None
    return normen


def load_tabel(folder: Path, inhoud: bytes) -> dict[str, tuple[tuple[Fraction, int], ...]]:
    return load_normen(folder, inhoud).tabel


def list_regels(folder: Path, inhoud: str) -> list[str]:
    with pytest.raises(InvoerFout) as fout:
        load_tabel(folder, inhoud.encode())
    return fout.value.regels()


@pytest.mark.parametrize(
    "inhoud",
    [
        TABEL.encode(),
        TABEL.replace("\n", "\r\n").encode("utf-8-sig"),
        TABEL.replace(",", ";").replace("2.5", "2,5").encode(),
        b"bron,aantal,score,schaal\nx,60,3,samenwerken\nx,60,2.5,samenwerken\n\ny,120,1,vermijden\n",
        b'"schaal","score","aantal"\n"samenwerken","3","60"\n"samenwerken","2,5","60"\n"vermijden","1.0","120"\n',
    ],
    ids=["plain", "windows", "dutch", "columns", "quotes"],
)
def test_a_table_is_read_however_a_spreadsheet_writes_it(inhoud: bytes, tmp_path: Path) -> None:
    assert load_tabel(tmp_path, inhoud) == {
        "samenwerken": ((Fraction(5, 2), 60), (Fraction(3), 60)),
        "vermijden": ((Fraction(1), 120),),
    }


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel"),
    [
        ("vermijden,1,120", "vermijden,1", "norm.csv:4:1: een rij heeft een schaal, een score en een aantal mensen"),
        ("vermijden,1,120", "vermijden,,120", "norm.csv:4:1: een rij heeft een schaal, een score en een aantal mensen"),
        ("vermijden,1,120", "vermijden,1,121", "norm.csv:4:1: schaal 'vermijden' telt 121 mensen, en de normgroep 120"),
        ("samenwerken,3,60", 'samenwerken,"3,60', "norm.csv:2:1: deze regel is niet als CSV te lezen"),
    ],
)
def test_what_is_wrong_in_a_table_has_its_line(oud: str, nieuw: str, regel: str, tmp_path: Path) -> None:
    regels = list_regels(tmp_path, TABEL.replace(oud, nieuw))
    assert [een.partition("; ")[0] for een in regels] == [regel]


def test_a_score_that_nobody_had_may_stand_in_the_table(tmp_path: Path) -> None:
    assert load_tabel(tmp_path, f"{TABEL}vermijden,2,0\n".encode())["vermijden"] == (
        (Fraction(1), 120),
        (Fraction(2), 0),
    )


@pytest.mark.parametrize("aantal", [1, 99])
def test_a_norm_group_of_fewer_than_a_hundred_people_is_refused(aantal: int, tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text(GOED + NORMEN.replace("120", str(aantal)), encoding="utf-8")
    with pytest.raises(InvoerFout, match=f"een normgroep heeft ten minste 100 mensen, en deze {aantal}"):
        load_vragenlijst(str(tmp_path / "team.yaml"))


def test_a_field_without_end_is_no_table(tmp_path: Path) -> None:
    [regel] = list_regels(tmp_path, TABEL + "x" * 200_000)
    assert "deze regel is niet als CSV te lezen" in regel


@pytest.mark.parametrize(
    ("score", "decimalen"),
    # a whole number beside it was written without its zeros; the tail of a float differs per program
    [("3", 0), ("2.5", 1), ("2.50", 2), ('"2,67"', 2), ("2.333333", 6), ("2.33333333333333", 6)],
)
def test_a_table_is_as_fine_as_its_longest_score(score: str, decimalen: int, tmp_path: Path) -> None:
    assert load_normen(tmp_path, TABEL.replace("2.5", score).encode()).decimalen == decimalen


def load_vast(folder: Path, vast: str) -> Betrouwbaarheid | None:
    (folder / "norm.csv").write_text(TABEL, encoding="utf-8")
    normen = NORMEN.replace("}", f", betrouwbaarheid: {vast}}}")
    (folder / "team.yaml").write_text(GOED + normen, encoding="utf-8")
    groep = load_vragenlijst(str(folder / "team.yaml")).normen
    assert groep is not None
    return groep.betrouwbaarheid


@pytest.mark.parametrize("soort", ["hertest", "alfa"])
def test_a_reliability_is_read_exactly_with_its_kind(soort: str, tmp_path: Path) -> None:
    vast = load_vast(tmp_path, f"{{soort: {soort}, waarden: {{vermijden: 0.81, samenwerken: .7}}}}")
    waarden = {"vermijden": Fraction(81, 100), "samenwerken": Fraction(7, 10)}
    assert vast == Betrouwbaarheid(Betrouwbaarheidssoort(soort), waarden)


def test_a_norm_group_may_do_without_reliability(tmp_path: Path) -> None:
    assert load_normen(tmp_path, TABEL.encode()).betrouwbaarheid is None


@pytest.mark.parametrize("waarde", ["1", "0", "0.0", "1.2", "-0.5", "81%", "'0,81'", "'0.8 '", "1e-1", "0.1234567"])
def test_what_is_no_number_between_0_and_1_is_no_reliability(waarde: str, tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="een betrouwbaarheid is een getal tussen 0 en 1"):
        load_vast(tmp_path, f"{{soort: alfa, waarden: {{samenwerken: 0.7, vermijden: {waarde}}}}}")


def test_one_mistake_in_a_scale_name_is_one_finding(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout) as fout:
        load_vast(tmp_path, "{soort: alfa, waarden: {samenwerken: 0.7, vermyden: 0.8}}")
    [regel] = fout.value.regels()
    assert regel.endswith("er is geen schaal 'vermyden'; bedoelde je 'vermijden'?")


def test_with_wrong_scales_a_reliability_is_not_held_against_them(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text(
        GOED.replace("[samenwerken, vermijden]", "[samenwerken, vermyden]")
        + NORMEN.replace("}", ", betrouwbaarheid: {soort: alfa, waarden: {samenwerken: 0.7}}}"),
        encoding="utf-8",
    )
    with pytest.raises(InvoerFout) as fout:
        load_vragenlijst(str(tmp_path / "team.yaml"))
    assert [regel for regel in fout.value.regels() if "etrouwbaarheid" in regel] == []
