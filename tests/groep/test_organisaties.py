"""Organisations side by side: who is who, what is shown, what comes first, and when rows are people after all."""

import io
import os
from pathlib import Path

import openpyxl
import pytest

from conflictstijl.fouten import GebruikFout, GeweigerdFout
from conflictstijl.groep.lezen import Groepsopties, load_groep
from conflictstijl.groep.organisaties import Organisatieverslag, build_letter, build_organisatieverslag
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.document import Puntenbeeld, Staven, Tabel
from conflictstijl.model.vragenlijst import Eenheid
from conflictstijl.rapport.organisatiegegevens import build_organisaties
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from tests.laden.lezen import GOED

LIJST = str(GOED / "organisaties.yaml")
GOUDEN = Path(__file__).parent / "gouden"
DRIE = "Gemeente;3;1;3;1\nZorggroep;2;2;2;1\n;1;3;1;3\n"
"""Three sheets, the last without a name; the second and the fourth statement count the other way round."""


def build_verslag(
    rijen: str, kop: str = "organisatie", minimum: int = 2, *, met_namen: bool = False
) -> Organisatieverslag:
    """Return what is told about these rows of a file."""
    Path("bril.csv").write_text(f"{kop};q1;q2;q3;q4\n{rijen}", encoding="utf-8")
    invoer = load_groep(["bril.csv"], LIJST, Groepsopties(met_namen=met_namen))
    return build_organisatieverslag(invoer, minimum)


@pytest.fixture(autouse=True)
def eigen_plek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read_namen(verslag: Organisatieverslag) -> list[str]:
    return [een.naam for een in verslag.beeld.organisaties]


def test_the_shipped_questionnaire_of_five_perspectives_is_about_organisations() -> None:
    assert load_vragenlijst("samenwerkingsbril").eenheid is Eenheid.ORGANISATIE
    assert load_vragenlijst("conflictstijlen").eenheid is Eenheid.PERSOON


@pytest.mark.parametrize("breedte", [60, 80])
def test_the_report_is_the_golden_one(breedte: int) -> None:
    tekst = render_tekst(build_verslag(DRIE).build_document(), breedte)
    goud = GOUDEN / f"organisaties.{breedte}.txt"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        goud.write_text(tekst, encoding="utf-8")
    assert tekst == goud.read_text(encoding="utf-8")


@pytest.mark.parametrize("kop", ["organisatie", "Naam van de organisatie", "Bij welke organisatie werk je?", "code"])
def test_organisations_are_letters_until_somebody_asks_for_names(kop: str) -> None:
    assert read_namen(build_verslag(DRIE, kop)) == ["A", "B", "C"]
    assert read_namen(build_verslag(DRIE, kop, met_namen=True)) == ["Gemeente", "Zorggroep", "organisatie 3"]


def test_without_any_name_a_number_tells_them_apart() -> None:
    assert read_namen(build_verslag(DRIE, "leeftijd", met_namen=True)) == [f"organisatie {n}" for n in (1, 2, 3)]


def test_the_letters_go_on_after_z() -> None:
    assert [build_letter(nummer) for nummer in (0, 25, 26, 49)] == ["A", "Z", "AA", "AX"]


def test_a_name_stands_in_the_report_only_when_it_was_asked_for() -> None:
    assert "Gemeente" not in render_tekst(build_verslag(DRIE).build_document(), 80)
    tekst = render_tekst(build_verslag(DRIE, met_namen=True).build_document(), 80)
    assert "Gemeente (3,0)\n- Het hoogst bij: overal even hoog" in tekst
    assert "Hier staan namen van organisaties in" in tekst


def test_the_report_says_that_a_row_is_an_organisation() -> None:
    tekst = " ".join(render_tekst(build_verslag(DRIE).build_document(), 80).split())
    assert "Elke rij van het bestand is één organisatie." in tekst
    assert "Is een rij toch één mens? Deel dit dan met niemand." in tekst


def test_a_sheet_without_scores_takes_no_part_and_keeps_its_letter() -> None:
    verslag = build_verslag("Gemeente;3;1;3;1\nLeeg;;;;\nZorg;1;1;1;1\n")
    assert read_namen(verslag) == ["A", "C"]


def test_one_organisation_lies_beside_nothing() -> None:
    verslag = build_verslag("Gemeente;3;1;3;1\n")
    assert verslag.dicht
    assert verslag.waarom == "er is 1 organisatie met bruikbare antwoorden, en dit beeld vraagt er 2"
    gegevens = build_organisaties(verslag.beeld, verslag.invoer.vragenlijst)
    assert (gegevens["n"], gegevens["reden"], gegevens["organisaties"], gegevens["agenda"]) == (1, "te_klein", [], [])


def test_the_minimum_may_be_raised_and_never_below_two() -> None:
    assert build_verslag(DRIE, minimum=4).waarom.startswith("er zijn 3 organisaties")
    assert build_verslag(DRIE, minimum=3).waarom == ""
    with pytest.raises(GebruikFout, match="minstens 2"):
        build_verslag(DRIE, minimum=1)


def test_two_rows_of_one_organisation_are_people_and_refused() -> None:
    with pytest.raises(GeweigerdFout, match="rij 2 en rij 4 zijn van dezelfde organisatie") as fout:
        build_verslag("Gemeente;3;1;3;1\nZorg;1;1;1;1\n GEMEENTE ;2;2;2;2\n")
    assert "meente" not in str(fout.value).casefold()


def test_a_file_with_very_many_rows_is_one_of_people() -> None:
    rijen = "".join(f"naam {nummer};1;2;3;1\n" for nummer in range(51))
    with pytest.raises(GeweigerdFout, match="meer dan 50 rijen"):
        build_verslag(rijen)
    assert build_verslag(rijen.partition("naam 50")[0]).beeld.n == 50


def test_few_organisations_are_a_picture_and_many_a_row_each() -> None:
    blokken = build_verslag(DRIE).build_document().blokken
    assert [blok.reeksen for blok in blokken if isinstance(blok, Puntenbeeld)] == [("A", "B", "C")]
    veel = build_verslag("".join(f"{nummer} org;1;2;3;1\n" for nummer in range(7))).build_document().blokken
    assert not any(isinstance(blok, Puntenbeeld) for blok in veel)
    assert ["A", *"BCDEFG"] in [[rij[0] for rij in blok.rijen] for blok in veel if isinstance(blok, Tabel)]


def test_the_bars_of_the_spread_end_where_no_spread_can_be_larger() -> None:
    [staven] = [blok for blok in build_verslag(DRIE).build_document().blokken if isinstance(blok, Staven)]
    assert staven.hoogste == pytest.approx((4 / 3) ** 0.5)
    assert [staaf.naam for staaf in staven.staven] == ["Doel", "Proces"]
    assert all(0 < (staaf.waarde or 0) <= staven.hoogste for staaf in staven.staven)


def test_organisations_that_agree_on_all_get_no_topic_and_room_to_choose_one() -> None:
    verslag = build_verslag("Een;2;2;2;2\nTwee;2;2;2;2\n")
    tekst = render_tekst(verslag.build_document(), 80)
    assert "Jullie scoren overal precies gelijk" in tekst
    assert "Kies samen een onderwerp" in tekst
    assert "Vragen om over te praten" not in tekst
    assert tekst.count("Wie doet dat?") == 1


def test_without_two_scores_on_any_scale_there_are_no_figures() -> None:
    tekst = render_tekst(build_verslag("Een;2;;;2\nTwee;;2;2;\n").build_document(), 80)
    assert "De cijfers" not in tekst
    assert "Een streepje betekent" in tekst


def test_topics_that_are_as_wide_are_told_so() -> None:
    gelijk = " ".join(render_tekst(build_verslag("Een;1;3;1;3\nTwee;3;1;3;1\n").build_document(), 80).split())
    assert "Het meest verschillen jullie bij doel en proces. Bij doel en proces is de spreiding even groot." in gelijk
    assert "even groot" not in render_tekst(build_verslag(DRIE.replace(";1;3;1;3", ";1;1;1;3")).build_document(), 200)


def test_the_data_hold_the_figures_and_the_agenda_with_room_for_what_is_agreed() -> None:
    verslag = build_verslag(DRIE)
    gegevens = build_organisaties(verslag.beeld, verslag.invoer.vragenlijst)
    assert (gegevens["soort"], gegevens["eenheid"], gegevens["n"]) == ("organisaties", "organisatie", 3)
    assert gegevens["organisaties"][1] == {"naam": "B", "scores": {"doel": 2.5, "proces": 2.0}}
    assert gegevens["spreiding"][0]["standaardafwijking"] == pytest.approx(1.0408, abs=1e-4)
    doel = gegevens["agenda"][0]
    assert (doel["schaal"], doel["hoogste"], doel["laagste"]) == ("doel", ["A"], ["C"])
    assert doel["organisaties"][1]["laag"] == [
        {"stelling": "Alle partners noemen hetzelfde doel.", "antwoord": "klopt half"}
    ]
    assert doel["afspraak"] == {"wat": None, "wie": None, "wanneer": None}


def test_the_workbook_has_the_spread_the_organisations_and_an_agenda_to_fill_in() -> None:
    uit = io.BytesIO()
    build_verslag(DRIE).write_werkboek(uit)
    boek = openpyxl.load_workbook(uit)
    assert boek.sheetnames == ["Spreiding", "Organisaties", "Agenda", "Meldingen"]
    agenda = [rij for rij in boek["Agenda"].iter_rows(values_only=True) if rij[0] in ("Doel", "Proces")]
    assert [rij[1] for rij in agenda] == ["A scoort het hoogst (3,0). C scoort het laagst (1,0)."] * 2
    scores = [rij for rij in boek["Organisaties"].iter_rows(values_only=True) if rij[0] == "B"]
    assert [rij[1:3] for rij in scores] == [(2.5, 2)]
