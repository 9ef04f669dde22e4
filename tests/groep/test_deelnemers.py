"""The people to put in groups: from any list, from worksheets they filled in, and what is told about them."""

import json
import os
from pathlib import Path

import openpyxl
import pytest

from conflictstijl.fouten import GebruikFout, GeweigerdFout, InvoerFout
from conflictstijl.groep.deelnemers import Deelnemerlijst, check_naam, load_bestandsnamen, load_deelnemers
from conflictstijl.groep.groepjes import build_groepjes
from conflictstijl.model.indeling import Deelnemer
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from tests.laden.lezen import GOED

BLAD = str(GOED / "werkblad-groepen.yaml")
GOUDEN = Path(__file__).parent / "gouden"
KOP = "code;organisatie;een;ander"
ACHT = [
    *("D01;Gemeente;tempo;zorg", "D02;Gemeente;zorg;tempo", "D03;School;rust;ruimte", "D04;School;tempo;zorg"),
    *("D05;Zorg;ruimte;rust", "D06;Zorg;Tempo;Zorg", "D07;Wonen;rust;ruimte", "D08;;tempo;"),
]


@pytest.fixture(autouse=True)
def eigen_plek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write_lijst(*rijen: str, kop: str = KOP, naam: str = "lijst.csv") -> str:
    Path(naam).write_text("\n".join([kop, *rijen]), encoding="utf-8")
    return naam


def load(*bestanden: str, blad: str = BLAD) -> Deelnemerlijst:
    return load_deelnemers(bestanden, blad)


def write_blad(naam: str, **antwoorden: str) -> str:
    inhoud = {"werkblad": "werkblad-groepen", "versie": "1.0", "antwoorden": antwoorden}
    Path(naam).write_text(json.dumps(inhoud), encoding="utf-8")
    return naam


# a list


def test_a_list_gives_everyone_with_what_they_filled_in() -> None:
    lijst = load(write_lijst(*ACHT[:4]))
    assert lijst.deelnemers[1] == Deelnemer("D02", "Gemeente", ("zorg", "tempo"))
    assert [een.code for een in lijst.deelnemers] == ["D01", "D02", "D03", "D04"]
    assert lijst.meldingen == ()


def test_columns_are_found_by_their_names_in_any_order_below_a_title() -> None:
    rijen = [f"{nummer};rust;zorg;Wonen" for nummer in range(4)]
    lijst = load(write_lijst("nummer;Ander;Een;Organisatie", "", *rijen, kop="Onze dag;;;"))
    assert lijst.deelnemers[3] == Deelnemer("3", "Wonen", ("zorg", "rust"))


def test_without_codes_people_have_a_number_and_a_short_row_is_filled_up() -> None:
    lijst = load(write_lijst(*["Wonen;rust;zorg"] * 3, "Wonen", kop="organisatie;een;ander"))
    assert [een.code for een in lijst.deelnemers] == [f"deelnemer {n}" for n in (1, 2, 3, 4)]
    assert lijst.deelnemers[3].waarden == ("", "")


def test_a_workbook_is_read_from_the_sheets_that_have_the_columns() -> None:
    boek = openpyxl.Workbook()
    boek.worksheets[0].append(["uitleg", "niets", "meer"])
    blad = boek.create_sheet("Lijst")
    for rij in (KOP, *ACHT):
        blad.append(rij.split(";"))
    boek.save("lijst.xlsx")
    assert [een.code for een in load("lijst.xlsx").deelnemers][7] == "D08"


def test_a_file_without_the_columns_says_what_to_write() -> None:
    with pytest.raises(InvoerFout, match="zet bovenaan: deelnemer, organisatie, een en ander"):
        load(write_lijst("1;2", kop="naam;een"))


def test_a_citizen_service_number_is_refused() -> None:
    with pytest.raises(InvoerFout, match="burgerservicenummers"):
        load(write_lijst(*ACHT, kop="bsn;organisatie;een;ander"))


def test_who_is_there_again_counts_as_last_written() -> None:
    lijst = load(write_lijst(*ACHT), write_lijst("d03;Zorg;zorg;rust", naam="later.csv"))
    assert len(lijst.deelnemers) == 8
    assert Deelnemer("d03", "Zorg", ("zorg", "rust")) in lijst.deelnemers
    assert lijst.meldingen[0] == "lijst.csv, rij 4: 'D03' komt later nog eens voor; de laatste telt"


def test_what_is_missing_and_what_looks_like_a_name_is_told() -> None:
    lijst = load(write_lijst(*ACHT[4:], *(f"{naam};Zorg;rust;zorg" for naam in ("Fatima", "J. de Vries", "a@b.nl"))))
    assert lijst.meldingen == (
        "zonder organisatie: 'D08'; dat telt bij het mengen niet mee",
        "niet alle waarden ingevuld: 'D08'; dat telt bij het thema niet mee",
        "dit lijken namen: 'Fatima', 'J. de Vries' en 'a@b.nl'; gebruik liever codes, zoals D01",
    )


def test_values_that_may_lead_to_a_person_are_told_by_the_code_alone() -> None:
    lijst = load(write_lijst(*ACHT[:3], "D09;Zorg;wat Fatima de Vries wil;zorg"))
    assert lijst.meldingen == ("de waarden van 'D09' kunnen naar iemand leiden; schrijf ze zonder naam of plaats",)


def test_of_many_only_the_first_are_named() -> None:
    lijst = load(write_lijst(*(f"D{nummer};;rust;zorg" for nummer in range(9))))
    assert "'D3', 'D4' en nog 4;" in lijst.meldingen[0]


@pytest.mark.parametrize("code", ["D01", "rood", "P-12", "AB", "Jan3", "deelnemer 4", "GGZ"])
def test_a_code_is_no_name(code: str) -> None:
    assert not check_naam(code)


def test_fewer_than_one_group_is_refused_and_too_many_too() -> None:
    with pytest.raises(GeweigerdFout, match="er zijn 2 deelnemers, en een groepje vraagt er minstens 3"):
        load(write_lijst(*ACHT[:2]))
    with pytest.raises(GeweigerdFout, match="er is 1 deelnemer,"):
        load(write_lijst(*ACHT[:1]))
    with pytest.raises(GebruikFout, match="er zijn 201 deelnemers"):
        load(write_lijst(*(f"D{nummer};Zorg;rust;zorg" for nummer in range(201))))


# worksheets


def test_filled_in_worksheets_in_a_folder_are_people_by_the_names_of_their_files() -> None:
    Path("bladen").mkdir()
    for naam in ("d02.json", "d01.json", "d03.json"):
        write_blad(f"bladen/{naam}", een="Rust.", ander="zorg", organisatie="Wonen")
    Path("bladen/lees-mij.txt").write_text("niets", encoding="utf-8")
    lijst = load(*load_bestandsnamen(["bladen"]))
    assert lijst.deelnemers[0] == Deelnemer("d01", "Wonen", ("Rust", "zorg"))
    assert [een.code for een in lijst.deelnemers] == ["d01", "d02", "d03"]


def test_an_empty_folder_says_so() -> None:
    Path("leeg").mkdir()
    with pytest.raises(GebruikFout, match="geen ingevulde werkbladen"):
        load_bestandsnamen(["leeg"])


def test_a_worksheet_without_groups_says_so() -> None:
    with pytest.raises(GebruikFout, match="maakt geen groepjes"):
        load(write_lijst(*ACHT), blad=str(GOED / "werkblad-klein.yaml"))


# the groups


@pytest.mark.parametrize("breedte", [60, 80])
def test_the_groups_are_the_golden_ones(breedte: int) -> None:
    groepjes = build_groepjes([write_lijst(*ACHT)], BLAD)
    tekst = render_tekst(groepjes.build_document(), breedte)
    goud = GOUDEN / f"groepjes.{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        goud.write_text(tekst, encoding="utf-8")
    assert tekst == goud.read_text(encoding="utf-8")


def test_the_data_hold_every_group_and_what_was_missing() -> None:
    gegevens = build_groepjes([write_lijst(*ACHT)], BLAD).build_gegevens()
    assert (gegevens["soort"], gegevens["deelnemers"], gegevens["past"]) == ("groepjes", 8, True)
    codes = [een["deelnemer"] for groepje in gegevens["groepjes"] for een in groepje["deelnemers"]]
    assert sorted(codes) == [f"D0{n}" for n in range(1, 9)]
    assert len(gegevens["meldingen"]) == 2
    assert (gegevens["werkvorm"], gegevens["duur"], gegevens["agenda"]) == (None, None, [])


def test_the_minutes_of_the_session_on_dilemmas_add_up_and_the_facilitator_counts() -> None:
    lijst = write_lijst(*ACHT, kop="code;organisatie;waarde-een;waarde-ander")
    groepjes = build_groepjes([lijst], "dilemma")
    gegevens = groepjes.build_gegevens()
    assert gegevens["werkvorm"] == "dilemmasessie"
    assert sum(stap["minuten"] for stap in gegevens["agenda"]) == gegevens["duur"]
    tekst = " ".join(render_tekst(groepjes.build_document(), 80).split())
    assert f"Agenda: {gegevens['duur']} minuten met 9 mensen" in tekst
    assert "conflictstijl werkvormen dilemmasessie --duur" in tekst


def test_for_too_few_people_the_method_gives_no_agenda_and_says_for_how_many_it_is() -> None:
    lijst = write_lijst(*ACHT[:4], kop="code;organisatie;waarde-een;waarde-ander")
    groepjes = build_groepjes([lijst], "dilemma")
    assert groepjes.build_gegevens()["agenda"] == []
    tekst = " ".join(render_tekst(groepjes.build_document(), 80).split())
    assert "is voor 6 tot en met 30 mensen, de begeleider meegerekend" in tekst
    assert "4 deelnemers zitten in 1 groepje." in tekst


def test_a_number_that_does_not_fit_and_people_who_share_nothing_are_told() -> None:
    rijen = [f"D{nummer};Zorg;waarde {nummer};zorg" for nummer in range(7)]
    lijst = write_lijst(*rijen, kop="code;organisatie;waarde-een;waarde-ander")
    tekst = " ".join(render_tekst(build_groepjes([lijst], "dilemma").build_document(), 80).split())
    assert "Dat past niet in groepjes van 4 tot 6. Daarom is de verdeling 4 en 3." in tekst
    assert "hoogstens 4 mensen van dezelfde organisatie. Beter mengen kan niet." in tekst
    assert "In geen enkel groepje delen mensen een thema." in tekst
    assert "Groepje 1: ieder een eigen thema" in tekst
