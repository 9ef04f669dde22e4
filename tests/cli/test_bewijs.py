"""The command `bewijs`: net time to the minute, privacy first, no scores, and JSON that goes in again."""

import io
import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.model.bewijs import EIGEN_WOORDEN
from conflictstijl.model.stijlen import STIJLEN
from tests.test_readme import read_blok

from .conftest import Roep

TIJD = ("--begin", "13:30", "--einde", "15:15", "--pauze", "15")
ALLES = (
    *TIJD,
    *("--datum", "3 mei 2026", "--groepsnaam", "Team Noord", "--begeleider", "Karin Smit", "--registernummer", "0012"),
    *("--werkvorm", "balint", "--vorm", "Casuïstiekbespreking", "--plaats", "fysiek", "--begeleid", "nee"),
    *(
        "--deelnemers",
        "3",
        "--thema",
        "Hoe blijf ik rustig?",
        "--rol",
        "inbrenger: 'x' #1",
        "--technisch",
        "ik vroeg door",
    ),
    *(
        "--normatief",
        "eerlijk zijn",
        "--persoonlijk",
        "mijn haast",
        "--opbrengst",
        "wachten",
        "--afspraken",
        "volgende keer",
    ),
)


pytestmark = pytest.mark.usefixtures("werkmap")


def lees(roep: Roep, *opties: str) -> dict[str, Any]:
    uitkomst = roep("bewijs", *opties, "--json")
    document: dict[str, Any] = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["formaat"], document["soort"]) == (0, 1, "bewijs")
    return document


def schrijf_voorbereiding(roep: Roep) -> str:
    opties = ("--werkvorm", "balint", "--duur", "90", "--casus", "rooster", "--datum", "3 mei", "--begin", "9.30")
    wie = ("--begeleider", "Karin", "--groepsnaam", "Noord", "--plaats", "zaal 2", "--leervraag", "Hoe wacht ik?")
    assert roep("intervisie", *opties, *wie, "-o", "sessie.json").code == 0
    return "sessie.json"


def test_everything_that_was_given_stands_in_the_record(roep: Roep) -> None:
    uitkomst = roep("bewijs", *ALLES)
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    tekst = " ".join(uitkomst.uit.split())
    for deel in (
        "Verslag voor je register",
        "13:30 tot 15:15",
        "Pauze 15 minuten",
        "Netto tijd 1 uur en 30 minuten (1,5 uur)",
        "casuïstiekbespreking",
        "zonder begeleider",
        "Balint-methode",
        "Karin Smit, registernummer 0012",
        "Thema of leervraag: Hoe blijf ik rustig?",
        "Mijn rol: inbrenger: 'x' #1",
        "ik vroeg door",
        "eerlijk zijn",
        "mijn haast",
        "Wat leerde ik? wachten",
        "volgende keer",
        "Dat telt voor het SKJ niet mee.",
        "Je register beslist of deze bijeenkomst meetelt.",
        "dit verslag bevat geen herleidbare cliëntgegevens. Naam en handtekening: ____",
    ):
        assert deel in tekst
    assert "streep door" not in tekst


def test_without_anything_it_is_a_form_to_fill_in_by_hand(roep: Roep) -> None:
    uitkomst = roep("bewijs")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.count("\n____________") == 13
    assert "\n8." in uitkomst.uit
    assert "\n9." not in uitkomst.uit
    assert "met of zonder begeleider" in uitkomst.uit


@pytest.mark.parametrize("opties", [(), ALLES, ("--begin", "9", "--plaats", "online", "--begeleid", "ja", "--akkoord")])
def test_what_comes_out_goes_in_again_and_gives_the_same(roep: Roep, opties: tuple[str, ...]) -> None:
    eerste = roep("bewijs", *opties, "--json").uit
    Path("verslag.json").write_text(eerste, encoding="utf-8")
    assert roep("bewijs", "verslag.json", "--json").uit == eerste


def test_options_go_over_the_document_and_a_break_can_be_taken_away(roep: Roep) -> None:
    Path("in.json").write_text(json.dumps({"begin": "9:00", "einde": "11:00", "pauze": 30, "begeleid": True}))
    assert lees(roep, "in.json")["netto_minuten"] == 90
    document = lees(roep, "in.json", "--pauze", "0", "--begeleid", "nee")
    assert (document["netto_minuten"], document["begeleid"]) == (120, False)


def test_a_preparation_gives_what_it_knows_and_nothing_of_its_case(roep: Roep) -> None:
    document = lees(roep, schrijf_voorbereiding(roep), "--einde", "11:00")
    namen = ("datum", "begin", "begeleider", "groepsnaam", "werkvorm", "vorm", "thema", "netto_minuten")
    over = ["3 mei", "9:30", "Karin", "Noord", "balint", "intervisie", "Hoe wacht ik?", 90]
    assert [document[naam] for naam in namen] == over
    assert (document["plaats"], document["deelnemers"], document["akkoord"]) == (None, None, False)
    tekst = json.dumps(document)
    assert not [stijl for stijl in (*STIJLEN, "rooster", "agenda") if stijl in tekst]


def test_a_preparation_may_come_by_pipe(roep: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    inhoud = Path(schrijf_voorbereiding(roep)).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(inhoud)))
    assert lees(roep, "-")["werkvorm_naam"] == "Balint-methode"


def test_below_an_hour_and_online_it_warns_on_stderr_and_in_the_record(roep: Roep) -> None:
    uitkomst = roep("bewijs", "--begin", "9:00", "--einde", "10:00", "--pauze", "1", "--plaats", "online")
    kort, beeld = uitkomst.fout.splitlines()
    assert kort == "Het SKJ telt een bijeenkomst vanaf één uur. Deze duurt netto 59 minuten."
    assert "beeld en geluid" in beeld
    assert kort in " ".join(uitkomst.uit.split())
    assert roep("bewijs", "--begin", "9:00", "--einde", "10:00").fout == ""


@pytest.mark.parametrize("naam", EIGEN_WOORDEN)
def test_what_may_lead_to_a_person_is_told_and_nothing_is_written(roep: Roep, naam: str) -> None:
    opties = (f"--{naam}", "ik sprak met Fatima", "-o", "uit.md")
    uitkomst = roep("bewijs", *opties)
    assert (uitkomst.code, uitkomst.uit) == (3, "")
    vondst, slot = uitkomst.fout.splitlines()
    assert vondst.startswith(f"{naam}:1:14: naam 'Fatima'; ")
    assert slot.endswith("pas de tekst aan, of geef --akkoord")
    assert not Path("uit.md").exists()
    assert roep("bewijs", *opties, "--akkoord") == (0, "", "")
    assert "Fatima" in Path("uit.md").read_text(encoding="utf-8")


def test_a_text_of_a_document_passes_the_check_too_and_consent_of_a_preparation_does_not_count(roep: Roep) -> None:
    sessie = {"soort": "intervisie", "leervraag": "Hoe praat ik met Fatima?", "akkoord": True}
    Path("in.json").write_text(json.dumps(sessie))
    uitkomst = roep("bewijs", "in.json")
    assert (uitkomst.code, uitkomst.uit) == (3, "")
    assert "thema:1:18: naam 'Fatima'" in uitkomst.fout


def test_consent_in_a_document_holds_for_its_own_texts_alone(roep: Roep) -> None:
    Path("in.json").write_text(json.dumps({"rol": "ik hielp Fatima", "akkoord": True}))
    assert roep("bewijs", "in.json", "--pauze", "5").code == 0
    assert roep("bewijs", "in.json", "--thema", "de vraag van Mohammed").code == 3


def test_a_person_is_asked(typ: Roep) -> None:
    uitkomst = typ("bewijs", "--rol", "ik hielp Fatima", "--json", getypt=["ja"])
    assert (uitkomst.code, json.loads(uitkomst.uit)["akkoord"]) == (0, True)
    assert "Mag dit zo in het verslag?" in uitkomst.fout


@pytest.mark.parametrize("einde", ["md", "txt", "html", "json"])
def test_every_file_holds_the_net_time(roep: Roep, einde: str) -> None:
    assert roep("bewijs", *ALLES, "-o", f"uit.{einde}") == (0, "", "")
    tekst = Path(f"uit.{einde}").read_text(encoding="utf-8")
    assert ('"netto_minuten": 90' if einde == "json" else "1 uur en 30 minuten") in tekst


def test_a_word_file_holds_the_list_to_sign(roep: Roep) -> None:
    docx = pytest.importorskip("docx")
    assert roep("bewijs", *ALLES, "-o", "uit.docx").code == 0
    delen = docx.Document("uit.docx").element.xpath("//w:t/text()")
    assert {"Wie erbij waren", "Handtekening: ik was erbij", "3."} <= set(delen)


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["--begin", "half twee"], "--begin kan niet 'half twee' zijn; schrijf een tijd zoals '13:30'"),
        (["--einde", "24:00"], "--einde kan niet '24:00' zijn; "),
        (["--vorm", "overleg"], "--vorm kan niet 'overleg' zijn; kies intervisie, supervisie, "),
        (["--plaats", "thuis"], "--plaats kan niet 'thuis' zijn; kies fysiek of online"),
        (["--begeleid", "soms"], "--begeleid kan niet 'soms' zijn; kies ja of nee"),
        (["--deelnemers", "0"], "--deelnemers 0 kan niet; geef een getal van 1 tot en met 100"),
        (["--pauze", "-5"], "--pauze -5 kan niet; geef een getal van 0 tot en met 1440"),
        (["--rol", "x" * 2001], "--rol is langer dan 2000 tekens; maak de tekst korter"),
        (["--begin", "23:00", "--einde", "0:30"], "het einde 0:30 komt niet na het begin 23:00; ging het door na "),
        (["--begin", "9", "--einde", "10", "--pauze", "60"], "de pauze van 60 minuten past niet: "),
        (["-o", "uit.doc"], "'uit.doc' eindigt niet op "),
    ],
)
def test_a_wrong_call_is_one_line(roep: Roep, argumenten: list[str], zin: str) -> None:
    uitkomst = roep("bewijs", *argumenten)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
    assert uitkomst.fout.count("\n") == 1


def schrijf_jaar() -> tuple[str, ...]:
    """Write three records: ninety minutes, three quarters of an hour, and one without an end."""
    tijden = {"maart": ("9:00", "10:30"), "mei": ("13:00", "13:45"), "juni": ("9:00", "")}
    for maand, (begin, einde) in tijden.items():
        verslag = {"datum": maand, "begin": begin, "einde": einde, "vorm": "supervisie"}
        Path(f"{maand}.json").write_text(json.dumps(verslag), encoding="utf-8")
    return ("maart.json", "mei.json", "juni.json")


def test_the_net_time_of_several_records_adds_up_beside_an_aim(roep: Roep) -> None:
    uitkomst = roep("bewijs", *schrijf_jaar(), "--jaar", "--doel", "12")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    tekst = " ".join(uitkomst.uit.split())
    assert "Samen is dat netto 2 uur en 15 minuten (2,25 uur)." in tekst
    assert "Je wilt 12 uur halen. Je hebt nog 9 uur en 45 minuten (9,75 uur) te gaan." in tekst
    assert "Vul begin en einde nog in bij juni.json" in tekst
    assert "Korter is mei.json." in tekst
    assert "Je register beslist" in tekst


def test_an_aim_that_is_reached_is_told_and_without_one_there_is_none(roep: Roep) -> None:
    bestand = schrijf_jaar()[0]
    assert "Je wilt 1 uur halen. Dat heb je gehaald." in roep("bewijs", bestand, "--jaar", "--doel", "1").uit
    zonder = roep("bewijs", bestand, "--jaar").uit
    assert not [woord for woord in ("halen", "Vul", "Korter") if woord in zonder]


def test_the_sum_is_there_as_data(roep: Roep) -> None:
    document = json.loads(roep("bewijs", *schrijf_jaar(), "--jaar", "--doel", "2", "--json").uit)
    assert [een.pop("netto_minuten") for een in document.pop("bewijzen")] == [90, 45, None]
    assert document == {
        "formaat": 1,
        "soort": "bewijsuren",
        "netto_minuten": 135,
        "doel_minuten": 120,
        "te_gaan_minuten": 0,
    }


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["maart.json", "--jaar", "--rol", "inbrenger"], "bij --jaar horen bestanden met verslagen, "),
        (["--jaar"], "bij --jaar horen bestanden met verslagen, "),
        (["maart.json", "--doel", "12"], "--doel hoort bij --jaar, "),
        (["maart.json", "--jaar", "--doel", "0"], "--doel hoort bij --jaar, "),
        (["maart.json", "mei.json"], "een verslag gaat over één bestand; "),
        (["maart.json", "maart.json", "--jaar"], "'maart.json' en 'maart.json' gaan over hetzelfde moment; "),
        (["juni.json", "juni.json", "--jaar"], "'juni.json' en 'juni.json' gaan over hetzelfde moment; "),
        (["nacht.json", "--jaar"], "nacht.json: het einde 1:00 komt niet na het begin 23:00; "),
    ],
)
def test_a_sum_that_cannot_be_right_is_one_line(roep: Roep, argumenten: list[str], zin: str) -> None:
    schrijf_jaar()
    Path("nacht.json").write_text('{"begin": "23:00", "einde": "1:00"}')
    uitkomst = roep("bewijs", *argumenten)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith(f"conflictstijl: {zin}")
    assert uitkomst.fout.count("\n") == 1


def test_the_line_of_the_readme_works_as_it_stands(roep: Roep) -> None:
    schrijf_voorbereiding(roep)
    assert roep(*shlex.split(read_blok("sh", "conflictstijl bewijs"))[1:]) == (0, "", "")
    assert "1 uur en 30 minuten" in Path("register.html").read_text(encoding="utf-8")
