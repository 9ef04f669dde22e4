"""`conflictstijl groep`: what a trainer gives, and what comes back."""

import csv
import json
import re
import stat
from io import BytesIO, StringIO
from pathlib import Path
from random import Random

import openpyxl
import pytest

from conflictstijl.fouten import SchrijfFout
from tests.groep.exports import EXPORTS, STIJLSCAN

from .conftest import Roep, Uitkomst

GEWOON = str(EXPORTS / "14_kaal_door_elkaar.csv")
MET_TEAM = str(EXPORTS / "11_excel_nl_cp1252.csv")
WERKBOEK = str(EXPORTS / "16_handmatig.xlsx")
STIJLEN = ["forceren", "samenwerken", "compromis", "vermijden", "toegeven"]
KOP = ["code", "team", *(f"q{nummer}" for nummer in range(1, 21))]


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path / "gegevens"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "gegevens"


@pytest.fixture
def groep(roep: Roep) -> Roep:
    """Run `groep` on a file of the questionnaire of twenty statements."""

    def run(*argumenten: str) -> Uitkomst:
        return roep("groep", *argumenten, "--vragenlijst", STIJLSCAN)

    return run


def write_groep(naam: str, *mensen: tuple[str, str], zaad: int = 1) -> str:
    """Write a group file with these people, by code and team; who has the same code has the same answers."""
    with Path(naam).open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit)
        schrijver.writerow(KOP)
        for code, team in mensen:
            toeval = Random(f"{zaad}{code}")  # noqa: S311 - examples, no secrets
            schrijver.writerow([code, team, *(toeval.randint(1, 5) for _ in range(20))])
    return naam


def list_mensen(*aantallen: int, begin: int = 0) -> list[tuple[str, str]]:
    """So many people in each team."""
    teams = [team for team, aantal in zip("ABCDE", aantallen, strict=False) for _ in range(aantal)]
    return [(f"P{begin + nummer:02}", team) for nummer, team in enumerate(teams)]


def load_csv(naam: str, scheiding: str = ";") -> list[list[str]]:
    return list(csv.reader(StringIO(Path(naam).read_text(encoding="utf-8-sig")), delimiter=scheiding))


def test_a_file_gives_a_picture_without_names_or_scores(groep: Roep) -> None:
    klaar = groep(GEWOON)
    assert klaar.code == 0
    assert "11 van 40" in klaar.uit
    assert not re.search(r"\bD\d\d\b", klaar.uit)


def test_the_json_has_the_shape_of_the_contract(groep: Roep) -> None:
    klaar = groep(MET_TEAM, "--per", "team", "--json")
    gegevens = json.loads(klaar.uit)
    assert {"formaat": 1, "soort": "groep", "vragenlijst": "stijlscan-20", "deelnemers": 42}.items() <= gegevens.items()
    beeld = gegevens["groepsbeeld"]
    assert list(beeld) == ["n", "eerste_stijl", "gemiddelden", "per", "achtergehouden", "reden"]
    assert beeld["n"] == 40 == sum(beeld["eerste_stijl"].values())
    assert all(waarde * 2 == int(waarde * 2) for waarde in beeld["gemiddelden"].values())
    assert beeld["per"]["kolom"] == "team"
    assert {naam: een["n"] for naam, een in beeld["per"]["groepen"].items()}["Wijkteam Zuid"] == 10
    assert all(set(melding) == {"soort", "aantal"} for melding in gegevens["meldingen"])
    assert "profielen" not in gegevens


def test_people_are_told_about_only_when_asked_for(groep: Roep) -> None:
    gegevens = json.loads(groep(GEWOON, "--met-profielen", "--json").uit)
    assert len(gegevens["profielen"]) == 42
    eerste = gegevens["profielen"][0]
    assert eerste["deelnemer"] == "D01"
    assert eerste["scores"]["forceren"]["waarde"] == 3.5
    plek = next(melding for melding in gegevens["meldingen"] if melding["soort"] == "buiten-bereik")
    assert list(plek) == ["bestand", "rij", "kolom", "cel", "soort", "wat", "gevolg"]
    assert plek["gevolg"] == "leeg"


def test_with_people_the_report_is_marked_confidential(groep: Roep) -> None:
    klaar = groep(GEWOON, "--met-profielen")
    assert "VERTROUWELIJK" in klaar.uit
    assert "werkgever" in klaar.uit
    assert "D01" in klaar.uit


def test_below_five_there_is_no_picture_and_nothing_about_the_group(groep: Roep) -> None:
    klaar = groep(write_groep("klein.csv", *list_mensen(4)))
    assert (klaar.code, klaar.uit) == (3, "")
    assert "er zijn 4 deelnemers met bruikbare antwoorden" in klaar.fout
    gegevens = groep("klein.csv", "--json")
    assert gegevens.code == 3
    assert (json.loads(gegevens.uit)["groepsbeeld"], json.loads(gegevens.uit)["reden"]) == (None, "te_klein")


def test_below_five_people_can_be_told_about_on_purpose(groep: Roep) -> None:
    klaar = groep(write_groep("klein.csv", *list_mensen(1)), "--met-profielen", "--json")
    assert klaar.code == 0
    assert json.loads(klaar.uit)["groepsbeeld"] is None
    assert len(json.loads(klaar.uit)["profielen"]) == 1
    assert "er is 1 deelnemer" in klaar.fout


def test_the_minimum_may_be_raised_and_never_lowered(groep: Roep) -> None:
    naam = write_groep("vijf.csv", *list_mensen(5))
    assert groep(naam).code == 0
    assert groep(naam, "--minimum", "6").code == 3
    laag = groep(naam, "--minimum", "4")
    assert (laag.code, laag.uit) == (2, "")
    assert "minstens 5" in laag.fout


def test_the_same_group_with_one_person_more_is_refused(groep: Roep) -> None:
    mensen = list_mensen(7)
    assert groep(write_groep("eerst.csv", *mensen[:6])).code == 0
    later = groep(write_groep("later.csv", *mensen))
    assert (later.code, later.uit) == (3, "")
    assert "bijna dezelfde" in later.fout
    assert json.loads(groep("later.csv", "--json").uit)["reden"] == "te_gelijk"
    assert groep("later.csv", "--toch").code == 0


def test_the_very_same_group_may_be_seen_again_and_another_one_too(groep: Roep) -> None:
    assert groep(write_groep("eerst.csv", *list_mensen(6))).code == 0
    assert groep("eerst.csv", "--json").code == 0
    assert groep(write_groep("anders.csv", *list_mensen(6, begin=50))).code == 0


def test_a_group_too_like_an_earlier_one_still_gives_the_people_who_were_asked_for(groep: Roep) -> None:
    mensen = list_mensen(7)
    groep(write_groep("eerst.csv", *mensen[:6]))
    klaar = groep(write_groep("later.csv", *mensen), "--met-profielen", "--json")
    assert klaar.code == 0
    assert json.loads(klaar.uit)["groepsbeeld"] is None
    assert len(json.loads(klaar.uit)["profielen"]) == 7


def test_what_is_remembered_of_a_group_names_nobody(groep: Roep, eigen_map: Path) -> None:
    groep(write_groep("groep.csv", *((f"Jansen-{n}", "Noord") for n in range(6))))
    paden = [pad for pad in eigen_map.rglob("*") if pad.is_file()]
    assert paden
    for pad in paden:
        assert b"Jansen" not in pad.read_bytes()
        assert b"Noord" not in pad.read_bytes()
        assert stat.S_IMODE(pad.stat().st_mode) == 0o600


def test_a_small_team_is_withheld_with_a_team_by_which_it_could_be_computed(groep: Roep) -> None:
    gegevens = json.loads(groep(write_groep("teams.csv", *list_mensen(8, 6, 3)), "--per", "team", "--json").uit)
    groepen = gegevens["groepsbeeld"]["per"]["groepen"]
    assert {naam: bool(een) for naam, een in groepen.items()} == {"A": True, "B": False, "C": False}
    assert gegevens["groepsbeeld"]["achtergehouden"] == ["B", "C"]
    drie = json.loads(groep(write_groep("drie.csv", *list_mensen(5, 5, 5, begin=40)), "--per", "team", "--json").uit)
    assert all(drie["groepsbeeld"]["per"]["groepen"].values())


def test_an_unknown_column_is_named_with_what_there_is(groep: Roep) -> None:
    assert "bedoelde je 'Team'?" in groep(MET_TEAM, "--per", "teem").fout
    assert "kies uit" in groep(MET_TEAM, "--per", "schoenmaat").fout
    assert "alleen kolommen met antwoorden" in groep(GEWOON, "--per", "team").fout


@pytest.mark.parametrize(
    ("soort", "scheiding", "score"), [("nederlands", ";", "2,25"), ("internationaal", ",", "2.25")]
)
def test_scores_go_to_a_csv_that_opens_well(groep: Roep, soort: str, scheiding: str, score: str) -> None:
    klaar = groep(GEWOON, "--met-profielen", "--csv", soort, "-o", "scores.csv")
    assert (klaar.code, klaar.uit) == (0, "")
    kop, eerste, *rest = load_csv("scores.csv", scheiding)
    assert kop == ["deelnemer", *STIJLEN]
    assert eerste[0] == "D01"
    assert eerste[3] == score
    assert len(rest) == 41
    assert Path("scores.csv").read_bytes().startswith(b"\xef\xbb\xbf") == (soort == "nederlands")
    assert stat.S_IMODE(Path("scores.csv").stat().st_mode) == 0o600


def test_the_column_of_the_split_comes_along_in_the_csv(groep: Roep) -> None:
    groep(MET_TEAM, "--met-profielen", "--per", "team", "-o", "scores.csv")
    kop, eerste, *_ = load_csv("scores.csv")
    assert kop[:2] == ["deelnemer", "team"]
    assert eerste[1].startswith(("Wijkteam", "Café"))


def test_nothing_in_a_written_table_is_a_formula(groep: Roep) -> None:
    mensen = [(f'{begin}HYPERLINK("x",{n})', begin) for n, begin in enumerate("=+-@") for _ in "1"]
    write_groep("boos.csv", *mensen, ("\tcmd", "=1+1"), ("\rcmd", "gewoon"))
    groep("boos.csv", "--met-profielen", "--per", "team", "-o", "scores.csv")
    for rij in load_csv("scores.csv"):
        assert not rij[0].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert not rij[1].startswith(("=", "+", "-", "@"))
    groep("boos.csv", "--met-profielen", "-o", "scores.xlsx")
    boek = openpyxl.load_workbook("scores.xlsx")
    assert {cel.data_type for blad in boek for rij in blad.iter_rows() for cel in rij} <= {"s", "n", "inlineStr"}


def test_profiles_go_to_json_lines_one_by_one(groep: Roep) -> None:
    groep(GEWOON, "--met-profielen", "-o", "scores.jsonl")
    regels = [json.loads(regel) for regel in Path("scores.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(regels) == 42
    assert {regel["soort"] for regel in regels} == {"profiel"}
    gegevens = json.loads(groep(GEWOON, "--met-profielen", "--json").uit)
    assert [{naam: een[naam] for naam in een} for een in gegevens["profielen"]] == [
        {naam: waarde for naam, waarde in regel.items() if naam not in {"formaat", "soort"}} for regel in regels
    ]


@pytest.mark.parametrize("naam", ["scores.csv", "scores.jsonl"])
def test_scores_of_people_are_not_written_by_accident(groep: Roep, naam: str) -> None:
    klaar = groep(GEWOON, "-o", naam)
    assert klaar.code == 2
    assert "--met-profielen" in klaar.fout
    assert not Path(naam).exists()


@pytest.mark.parametrize("naam", ["beeld.md", "beeld.txt", "beeld.json", "beeld.xlsx"])
def test_the_picture_goes_to_a_file_whole_or_not_at_all(groep: Roep, naam: str) -> None:
    assert groep(GEWOON, "-o", naam).code == 0
    inhoud = Path(naam).read_bytes()
    assert b"D01" not in inhoud
    weigering = groep(GEWOON, "-o", naam)
    assert weigering.code == 2
    assert "--overschrijf" in weigering.fout
    assert groep(GEWOON, "-o", naam, "--overschrijf").code == 0
    assert groep(write_groep("klein.csv", *list_mensen(3)), "-o", f"klein-{naam}").code == 3
    assert Path(f"klein-{naam}").exists() == naam.endswith(".json")


def test_the_workbook_has_a_sheet_per_subject(groep: Roep) -> None:
    groep(MET_TEAM, "--per", "team", "-o", "beeld.xlsx")
    beeld = openpyxl.load_workbook("beeld.xlsx")
    assert beeld.sheetnames == ["Bovenaan", "Gemiddelden", "Bovenaan per groep", "Gemiddelden per groep", "Meldingen"]
    groep(MET_TEAM, "--met-profielen", "-o", "scores.xlsx")
    scores = openpyxl.load_workbook("scores.xlsx")
    assert scores.sheetnames == ["Bovenaan", "Gemiddelden", "Scores", "Vragen", "Meldingen"]
    rijen = [[cel.value for cel in rij] for rij in scores["Scores"].iter_rows()]
    assert sum(1 for rij in rijen if str(rij[0]).startswith("Deelnemer")) == 42
    waarden = next(rij for rij in rijen if rij[0] == "Deelnemer 01")
    assert waarden[1:6] == [3.5, 2, 2.25, 3.75, 3.75]
    vragen = [[cel.value for cel in rij] for rij in scores["Vragen"].iter_rows()]
    assert next(rij for rij in vragen if str(rij[0]) == "1")[3] == 41


def test_a_workbook_of_choices_has_no_means(roep: Roep) -> None:
    paren = str(EXPORTS / "paren-30.yaml")
    bron = str(EXPORTS / "18_gedwongen_keuze_ab.csv")
    assert roep("groep", bron, "--vragenlijst", paren, "-o", "paren.xlsx").code == 0
    assert openpyxl.load_workbook("paren.xlsx").sheetnames == ["Bovenaan", "Meldingen"]
    roep("groep", bron, "--vragenlijst", paren, "--met-profielen", "-o", "scores.xlsx", "--toch")
    vragen = [[cel.value for cel in rij] for rij in openpyxl.load_workbook("scores.xlsx")["Vragen"].iter_rows()]
    assert all(rij[5] is None for rij in vragen[-30:])


def test_a_group_too_small_for_a_picture_has_a_workbook_of_its_people(groep: Roep) -> None:
    groep(write_groep("klein.csv", *list_mensen(3)), "--met-profielen", "-o", "klein.xlsx")
    assert openpyxl.load_workbook("klein.xlsx").sheetnames == ["Scores", "Vragen", "Meldingen"]


def test_a_file_may_be_looked_at_before_anything_is_scored(groep: Roep) -> None:
    klaar = groep(WERKBOEK, "--bekijk")
    assert klaar.code == 0
    assert "Zo wordt het bestand gelezen" in klaar.uit
    assert "blad Groep B" in klaar.uit
    assert "42 deelnemers" in klaar.uit
    assert "doorzetten" not in klaar.uit.lower()
    assert "blad Groep B, cel D22, vraag 2: 99 valt buiten 1 tot en met 5" in klaar.fout


def test_how_a_file_is_read_is_data_too(groep: Roep) -> None:
    gegevens = json.loads(groep(str(EXPORTS / "02_msforms_nl_anoniem.xlsx"), "--bekijk", "--json").uit)
    assert (gegevens["soort"], gegevens["deelnemers"]) == ("groepsinvoer", 45)
    (tabel,) = gegevens["tabellen"]
    assert (tabel["sleutel"], len(tabel["kolommen"])) == (None, 20)
    assert any(melding["soort"] == "gelijke-rij" for melding in gegevens["meldingen"])


def test_without_a_key_the_look_says_so(groep: Roep) -> None:
    assert "Geen kolom houdt deelnemers uit elkaar" in groep(
        str(EXPORTS / "02_msforms_nl_anoniem.xlsx"), "--bekijk"
    ).uit.replace("\n", " ")


@pytest.mark.parametrize(
    "opties",
    [
        ("--per-persoon", "map", "--wie-is-wie", "groep.csv"),
        ("--na", "na.csv", "--met-profielen", "-o", "na.csv"),
        ("--bekijk", "--kolommen", "groep.csv"),
    ],
)
def test_no_file_that_is_read_is_replaced(groep: Roep, opties: tuple[str, ...]) -> None:
    mensen = [(f"P{nummer}", "A") for nummer in range(6)]
    write_groep("groep.csv", *mensen)
    write_groep("na.csv", *mensen, zaad=2)
    voor = [Path(naam).read_bytes() for naam in ("groep.csv", "na.csv")]
    klaar = groep("groep.csv", *opties, "--overschrijf")
    assert klaar.code == 2
    assert "wordt ook gelezen" in klaar.fout
    assert [Path(naam).read_bytes() for naam in ("groep.csv", "na.csv")] == voor


def test_a_list_that_cannot_be_written_leaves_no_folder(groep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    from conflictstijl.cli import groepsverslagen
    from conflictstijl.cli.uitvoer import write_bestand as echt

    def weiger(pad: Path, inhoud: bytes, *, overschrijf: bool) -> None:
        if pad.name == "lijst.csv":
            raise SchrijfFout("'lijst.csv' schrijven lukt niet")
        echt(pad, inhoud, overschrijf=overschrijf)

    monkeypatch.setattr(groepsverslagen, "write_bestand", weiger)
    assert groep(GEWOON, "--per-persoon", "verslagen", "--wie-is-wie", "lijst.csv").code == 1
    assert not Path("verslagen").exists()


def test_of_a_file_that_is_not_recognised_the_columns_can_be_filled_in(groep: Roep) -> None:
    kop = ["code", *(f"q{nummer}" for nummer in range(1, 11)), *(f"vraag die niemand kent {n}" for n in range(11, 21))]
    rijen = [[f"P{mens}", *("3" for _ in range(20))] for mens in range(6)]
    Path("vreemd.csv").write_text("\n".join(";".join(rij) for rij in (kop, *rijen)), encoding="utf-8")
    weigering = groep("vreemd.csv", "--bekijk", "--kolommen", "kolommen.yaml")
    assert weigering.code == 2
    assert "'--bekijk --kolommen BESTAND' maakt een bestand" in weigering.fout
    skelet = Path("kolommen.yaml").read_text(encoding="utf-8")
    assert '  "q1": "1"\n' in skelet
    assert skelet.count('"negeer"') == 11
    assert skelet.count("# nog geen kolom: ") == 10
    for nummer in range(11, 21):
        skelet = skelet.replace(f'kent {nummer}": "negeer"', f'kent {nummer}": "{nummer}"')
    Path("heel.yaml").write_text(skelet.replace('"code": "negeer"', '"code": "sleutel"'), encoding="utf-8")
    assert groep("vreemd.csv", "--kolommen", "heel.yaml").code == 0


def test_the_columns_to_fill_in_may_go_to_the_screen_and_are_those_of_one_file(groep: Roep) -> None:
    Path("vreemd.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    klaar = groep("vreemd.csv", "--bekijk", "--kolommen", "-")
    assert (klaar.code, klaar.uit.count('"negeer"')) == (2, 2)
    assert groep("vreemd.csv", GEWOON, "--bekijk", "--kolommen", "k.yaml").code == 2
    assert not Path("k.yaml").exists()


def test_columns_are_kept_and_used_for_the_next_file(groep: Roep) -> None:
    assert groep(GEWOON, "--bekijk", "--kolommen", "kolommen.yaml").code == 0
    tekst = Path("kolommen.yaml").read_text(encoding="utf-8")
    verwisseld = tekst.replace('"Q1": "1"', '"Q1": "x"').replace('"Q2": "2"', '"Q2": "1"').replace('"x"', '"2"')
    assert verwisseld != tekst
    Path("anders.yaml").write_text(verwisseld, encoding="utf-8")
    zelfde = groep(GEWOON, "--kolommen", "kolommen.yaml", "--met-profielen", "--json").uit
    assert zelfde == groep(GEWOON, "--met-profielen", "--json").uit
    assert zelfde != groep(GEWOON, "--kolommen", "anders.yaml", "--met-profielen", "--json").uit


def test_columns_of_several_tables_are_not_kept_together(groep: Roep) -> None:
    klaar = groep(WERKBOEK, "--bekijk", "--kolommen", "kolommen.yaml")
    assert klaar.code == 2
    assert "één tabel tegelijk" in klaar.fout


def test_columns_of_another_questionnaire_are_refused_with_their_place(groep: Roep) -> None:
    groep(GEWOON, "--bekijk", "--kolommen", "kolommen.yaml")
    pad = Path("kolommen.yaml")
    pad.write_text(pad.read_text(encoding="utf-8").replace("stijlscan-20", "iets-anders"), encoding="utf-8")
    klaar = groep(GEWOON, "--kolommen", "kolommen.yaml")
    assert klaar.code == 2
    assert klaar.fout.startswith("kolommen.yaml:3:")


def test_one_sheet_may_be_named(groep: Roep) -> None:
    gegevens = json.loads(groep(WERKBOEK, "--blad", "groep a", "--bekijk", "--json").uit)
    assert [tabel["blad"] for tabel in gegevens["tabellen"]] == ["Groep A"]
    assert groep(WERKBOEK, "--blad", "Toelichting").code == 2


def test_rows_may_be_left_out_by_number_and_by_value(groep: Roep) -> None:
    deelnemers = [
        json.loads(groep(GEWOON, *opties, "--json").uit)["deelnemers"]
        for opties in ((), ("--sla-over", "3"), ("--sla-over", "3", "--sla-over", "respondent=D20"))
    ]
    assert deelnemers == [42, 41, 40]


def test_any_doubt_ends_strictly_in_code_one_after_the_outcome(groep: Roep) -> None:
    klaar = groep(GEWOON, "--strikt")
    assert klaar.code == 1
    assert "11 van 40" in klaar.uit
    assert groep(write_groep("net.csv", *list_mensen(6)), "--strikt").code == 0


def test_names_and_addresses_are_kept_only_when_asked_for(groep: Roep) -> None:
    bron = str(EXPORTS / "01_msforms_nl.xlsx")
    zonder = groep(bron, "--met-profielen", "--json").uit
    assert "@" not in zonder
    assert json.loads(zonder)["profielen"][0]["deelnemer"].startswith("rij ")
    assert "@" in groep(bron, "--met-profielen", "--met-namen", "--json").uit


def test_several_files_are_one_group_and_their_rows_are_told_apart(groep: Roep) -> None:
    write_groep("a.csv", *list_mensen(4))
    write_groep("b.csv", *list_mensen(5)[3:], *list_mensen(3, begin=20))
    gegevens = json.loads(groep("a.csv", "b.csv", "--json").uit)
    assert gegevens["deelnemers"] == 8
    assert {melding["soort"]: melding["aantal"] for melding in gegevens["meldingen"]} == {"dubbel": 1}


def test_before_and_after_counts_who_changed(groep: Roep) -> None:
    write_groep("voor.csv", *list_mensen(8))
    write_groep("na.csv", *list_mensen(8), zaad=2)
    gegevens = json.loads(groep("voor.csv", "--na", "na.csv", "--json").uit)
    assert gegevens["voor_na"]["n"] == 8
    assert all(sum(een.values()) == 8 for een in gegevens["voor_na"]["stijlen"].values())
    assert "Voor en na" in groep("voor.csv", "--na", "na.csv").uit
    groep("voor.csv", "--na", "na.csv", "-o", "voor-na.xlsx")
    assert openpyxl.load_workbook("voor-na.xlsx")["Voor en na"].max_row > 5


def test_every_participant_gets_a_report_in_a_new_folder(groep: Roep) -> None:
    klaar = groep(GEWOON, "--per-persoon", "verslagen")
    assert klaar.code == 0
    namen = sorted(pad.name for pad in Path("verslagen").iterdir())
    assert len(namen) == 42
    assert all(re.fullmatch(r"[a-z0-9-]{1,40}-[0-9a-f]{6}\.md", naam) for naam in namen)
    assert "Mijn stijl" in Path("verslagen", namen[0]).read_text(encoding="utf-8")
    assert stat.S_IMODE(Path("verslagen").stat().st_mode) == 0o700
    weigering = groep(GEWOON, "--per-persoon", "verslagen")
    assert weigering.code == 2
    assert "kies een nieuwe map" in weigering.fout
    assert groep(GEWOON, "--per-persoon", "plat", "--formaat", "txt").code == 0
    assert all(pad.suffix == ".txt" for pad in Path("plat").iterdir())


def test_every_report_ends_with_the_page_to_share(groep: Roep) -> None:
    groep(GEWOON, "--per-persoon", "verslagen")
    teksten = [pad.read_text(encoding="utf-8") for pad in Path("verslagen").iterdir()]
    assert all(tekst.count("# Zo kun je mij het best aanspreken") == 1 for tekst in teksten)


def test_whose_report_is_whose_is_only_told_on_request_and_beside_the_folder(groep: Roep) -> None:
    write_groep("groep.csv", ("=P1", "A"), ("P2", "A"))
    assert groep("groep.csv", "--per-persoon", "verslagen", "--wie-is-wie", "lijst.csv").code == 0
    kop, *regels = Path("lijst.csv").read_text(encoding="utf-8-sig").splitlines()
    assert kop == "deelnemer;bestand"
    assert [regel.split(";")[0] for regel in regels] == ["'=P1", "P2"]
    assert sorted(regel.split(";")[1] for regel in regels) == sorted(pad.name for pad in Path("verslagen").iterdir())
    weigering = groep("groep.csv", "--per-persoon", "later", "--wie-is-wie", "lijst.csv")
    assert (weigering.code, Path("later").exists()) == (2, False)


def test_two_people_whose_names_look_alike_get_two_reports(groep: Roep) -> None:
    write_groep("groep.csv", ("../P 1", "A"), ("p-1", "A"), ("P_1", "A"))
    groep("groep.csv", "--per-persoon", "verslagen")
    assert len(list(Path("verslagen").iterdir())) == 3
    assert not list(Path("..").glob("P 1*"))


def test_a_folder_without_a_place_is_refused_before_any_work(groep: Roep) -> None:
    klaar = groep(GEWOON, "--per-persoon", "weg/verslagen")
    assert klaar.code == 2
    assert "maak die eerst" in klaar.fout


def test_reports_that_cannot_all_be_written_leave_no_folder(groep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    from conflictstijl.cli import groepsverslagen

    def weiger(*_: object, **__: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(groepsverslagen, "write_bestand", weiger)
    klaar = groep(GEWOON, "--per-persoon", "verslagen")
    assert klaar.code == 1
    assert "de schijf is vol" in klaar.fout
    assert not list(Path().glob("*verslagen*"))
    assert not list(Path().glob(".conflictstijl-*"))


def test_norms_give_percentiles(groep: Roep, roep: Roep) -> None:
    write_groep("groot.csv", *((f"N{n:03}", "A") for n in range(120)))
    gemaakt = roep(
        "normen", "groot.csv", "--vragenlijst", STIJLSCAN, "-o", "norm.yaml",
        "--naam", "Proef", "--jaar", "2026", "--populatie", "verzonnen mensen", "--bron", "eigen werk",
    )  # fmt: skip
    assert gemaakt.code == 0, gemaakt.fout
    gegevens = json.loads(groep(GEWOON, "--normen", "norm.yaml", "--met-profielen", "--json").uit)
    assert 0 <= gegevens["profielen"][0]["scores"]["forceren"]["percentiel"] <= 100


def test_a_group_can_come_through_a_pipe(shell: Roep) -> None:
    klaar = shell(f"cat {GEWOON} | $ECHT groep - --vragenlijst {STIJLSCAN} --json")
    assert klaar.code == 0
    assert json.loads(klaar.uit)["deelnemers"] == 42


@pytest.mark.parametrize(
    ("opties", "bericht"),
    [
        ([], "geef een bestand"),
        (["weg.csv"], "weg.csv"),
        ([GEWOON, "--bekijk", "-o", "beeld.md"], "--bekijk en -o gaan niet samen"),
        ([GEWOON, "--per-persoon", "map", "--json"], "--per-persoon en --json gaan niet samen"),
        ([GEWOON, "--normen", "norm.yaml"], "geef er --met-profielen of --per-persoon bij"),
        ([GEWOON, "--formaat", "txt"], "geef er --per-persoon bij"),
        ([GEWOON, "--wie-is-wie", "lijst.csv"], "geef er --per-persoon bij"),
        ([GEWOON, "--per-persoon", "map", "--wie-is-wie", "lijst.txt"], "'lijst.txt' eindigt niet op .csv"),
        ([GEWOON, "--na", GEWOON, "--met-profielen", "-o", "s.csv"], ".csv is geen plaats voor --na; kies .xlsx"),
        ([GEWOON, "--na", GEWOON, "--met-profielen", "-o", "s.jsonl"], ".jsonl is geen plaats voor --na"),
        ([GEWOON, "--csv", "duits"], "er is geen soort csv 'duits'"),
        ([GEWOON, "--per-persoon", "map", "--formaat", "doc"], "er is geen soort verslag 'doc'"),
        ([GEWOON, "-o", "beeld.doc"], "eindigt niet op"),
        ([GEWOON, "--sla-over", "kleur=rood"], "er is geen kolom 'kleur'"),
    ],
)
def test_a_wrong_call_is_one_clear_line(groep: Roep, opties: list[str], bericht: str) -> None:
    klaar = groep(*opties)
    assert (klaar.code, klaar.uit) == (2, "")
    assert bericht in klaar.fout
    assert len(klaar.fout.splitlines()) == 1


def test_a_table_of_something_else_is_refused_with_what_is_missing(groep: Roep) -> None:
    Path("voorraad.csv").write_text("artikel;prijs\nhamer;12\nspijker;1\n", encoding="utf-8")
    klaar = groep("voorraad.csv")
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.startswith("voorraad.csv")


def test_many_doubts_are_counted_beyond_the_first_twenty(groep: Roep) -> None:
    with Path("wild.csv").open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit)
        schrijver.writerow(KOP)
        schrijver.writerows([f"P{n}", "A", "9", *["3"] * 19] for n in range(30))
    klaar = groep("wild.csv")
    regels = klaar.fout.splitlines()
    assert len(regels) == 21
    assert regels[-1] == "en nog 11 plekken; 'conflictstijl groep --bekijk' toont ze"
    assert len(groep("wild.csv", "--bekijk").fout.splitlines()) == 31


def test_a_reader_that_has_seen_enough_is_no_failure(shell: Roep) -> None:
    klaar = shell(f"$ECHT groep {GEWOON} --vragenlijst {STIJLSCAN} --met-profielen --json 2>/dev/null | head -c 50")
    assert klaar.uit.startswith("{")
    assert klaar.fout == ""


def test_a_workbook_is_read_back_as_it_was_written(groep: Roep) -> None:
    groep(GEWOON, "--met-profielen", "-o", "scores.xlsx")
    inhoud = Path("scores.xlsx").read_bytes()
    groep(GEWOON, "--met-profielen", "-o", "weer.xlsx")
    assert Path("weer.xlsx").read_bytes() == inhoud
    assert openpyxl.load_workbook(BytesIO(inhoud))["Scores"].max_row > 42


def test_a_person_is_told_what_was_written(shell: Roep) -> None:
    klaar = shell(f"script -qec '$ECHT groep {GEWOON} --vragenlijst {STIJLSCAN} --met-profielen -o s.csv' /dev/null")
    assert "42 deelnemers geschreven naar 's.csv'. Dit bestand is vertrouwelijk." in klaar.uit


def test_a_second_difference_of_nearly_the_same_people_is_withheld(groep: Roep) -> None:
    write_groep("voor.csv", *list_mensen(8))
    write_groep("na.csv", *list_mensen(8), zaad=2)
    assert groep("voor.csv", "--na", "na.csv").code == 0
    write_groep("na-later.csv", *list_mensen(7), zaad=2)
    klaar = groep("voor.csv", "--na", "na-later.csv", "--json")
    assert klaar.code == 0
    assert json.loads(klaar.uit)["voor_na"] == {"n": None, "stijlen": {}, "reden": "te_gelijk"}
    assert "het verschil tussen voor en na blijft weg" in klaar.fout
    assert "bijna dezelfde mensen" in groep("voor.csv", "--na", "na-later.csv").uit.replace("\n", " ")


def test_too_few_people_in_both_files_tells_nothing_of_the_difference(groep: Roep) -> None:
    write_groep("voor.csv", *list_mensen(8))
    write_groep("na.csv", *list_mensen(3), *list_mensen(6, begin=40), zaad=2)
    assert json.loads(groep("voor.csv", "--na", "na.csv", "--json").uit)["voor_na"]["reden"] == "te_klein"


def test_two_people_with_codes_too_long_to_tell_apart_get_two_reports(groep: Roep) -> None:
    write_groep("groep.csv", ("x" * 100 + "a", "A"), ("x" * 100 + "b", "A"), ("kort", "A"))
    groep("groep.csv", "--per-persoon", "verslagen")
    assert len(list(Path("verslagen").iterdir())) == 3


def test_the_answers_are_never_replaced_by_the_scores(groep: Roep) -> None:
    naam = write_groep("groep.csv", *list_mensen(6))
    voor = Path(naam).read_bytes()
    Path("link.csv").symlink_to(naam)
    for uit in (naam, f"./{naam}", "link.csv"):
        klaar = groep(naam, "-o", uit, "--met-profielen", "--overschrijf")
        assert klaar.code == 2
        assert "wordt ook gelezen" in klaar.fout
    assert Path(naam).read_bytes() == voor


def test_the_columns_can_go_to_a_program(groep: Roep) -> None:
    klaar = groep(GEWOON, "--bekijk", "--kolommen", "-")
    Path("kolommen.yaml").write_text(klaar.uit, encoding="utf-8")
    assert groep(GEWOON, "--kolommen", "kolommen.yaml").code == 0
    assert not Path("-").exists()


def write_spelling(naam: str, woorden: list[str], weg: tuple[int, ...] = (), *, sleutel: bool = False) -> str:
    """Write eight people who answered the same each time, in other words, with the columns turned round."""
    with Path(naam).open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit)
        kop = [*(["code"] if sleutel else []), *KOP[2:]]
        rijen = [[*(["P{}"] if sleutel else []), *(Random(n).choices(woorden, k=20))] for n in range(8)]  # noqa: S311 - examples
        schrijver.writerow(kop[::-1] if weg else kop)
        for nummer, rij in enumerate(rijen):
            if nummer not in weg:
                regel = [cel.format(nummer) for cel in rij]
                schrijver.writerow(regel[::-1] if weg else regel)
    return naam


CIJFERS = ["1", "2", "3", "4", "5"]


def test_people_without_a_code_are_known_again_by_what_they_answered(groep: Roep) -> None:
    assert groep(write_spelling("eerst.csv", CIJFERS)).code == 0
    anders = groep(write_spelling("later.csv", [f" {cijfer} " for cijfer in CIJFERS], weg=(3,)))
    assert (anders.code, anders.uit) == (3, "")
    assert "--toch" not in anders.fout


def test_people_whose_code_went_are_known_again_by_what_they_answered(groep: Roep) -> None:
    assert groep(write_spelling("eerst.csv", CIJFERS, sleutel=True)).code == 0
    assert groep(write_spelling("later.csv", CIJFERS, weg=(3,))).code == 3


def test_new_answers_of_a_few_of_the_same_people_are_refused_and_of_all_are_not(groep: Roep) -> None:
    mensen = list_mensen(8)
    groep(write_groep("voor.csv", *mensen))
    assert groep(write_groep("na.csv", *mensen, zaad=2)).code == 0
    regels = Path("voor.csv").read_text(encoding="utf-8").splitlines()
    regels[3] = ",".join([*regels[3].split(",")[:2], *["5"] * 20])
    Path("een.csv").write_text("\n".join(regels), encoding="utf-8")
    klaar = groep("een.csv")
    assert (klaar.code, klaar.uit) == (3, "")
    assert "bijna dezelfde" in klaar.fout
    assert "--toch" not in klaar.fout


def test_the_rest_of_three_pictures_is_refused(groep: Roep) -> None:
    mensen = list_mensen(5, 5, 1)
    assert groep(write_groep("heel.csv", *mensen)).code == 0
    assert groep(write_groep("a.csv", *mensen[:5])).code == 0
    klaar = groep(write_groep("b.csv", *mensen[5:10]))
    assert (klaar.code, klaar.uit) == (3, "")
    assert "overlapt met eerdere groepen" in klaar.fout


def test_new_answers_of_nearly_the_same_people_are_pointed_at_the_way_out(groep: Roep) -> None:
    groep(write_groep("voor.csv", *list_mensen(8)))
    klaar = groep(write_groep("na.csv", *list_mensen(7), zaad=2))
    assert klaar.code == 3
    assert "zijn het nieuwe antwoorden van dezelfde mensen, geef dan --toch" in klaar.fout


def test_a_group_refused_twice_reads_it_once(groep: Roep) -> None:
    write_groep("voor.csv", *list_mensen(8))
    write_groep("na.csv", *list_mensen(8), zaad=2)
    groep("voor.csv", "--na", "na.csv")
    klaar = groep(write_groep("minder.csv", *list_mensen(7)), "--na", "na.csv")
    assert klaar.code == 3
    assert klaar.fout.count("bijna dezelfde") == 1


@pytest.mark.parametrize("einde", ["md", "txt", "json", "xlsx"])
def test_an_answer_of_one_person_is_no_name_of_a_group(groep: Roep, einde: str) -> None:
    naam = write_groep("groep.csv", *(("P0", "ruzie met Els"), *((f"P{n}", "nee") for n in range(1, 12))))
    assert groep(naam, "--per", "team", "-o", f"beeld.{einde}", "--overschrijf").code == 0
    if einde == "xlsx":
        cellen = [cel for blad in openpyxl.load_workbook("beeld.xlsx") for rij in blad.values for cel in rij]
        assert not any("Els" in str(cel) for cel in cellen)
        assert any("2 groepen staan er niet bij" in str(cel) for cel in cellen)
        assert "nee" not in cellen
    else:
        assert "Els" not in Path(f"beeld.{einde}").read_text(encoding="utf-8")
