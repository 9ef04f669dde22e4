"""The commands `situatie` and `casussen`: safety first on every way in, and the same JSON for every program."""

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from conflictstijl.cli.aanvulling import load_casusnamen, load_kenmerkopties
from conflictstijl.fouten import SchrijfFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.laden.situatiebron import load_casussen, load_situaties
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Stelling

from .conftest import Roep, Uitkomst
from .uitslagen import NU, bewaar

LANG = "conflictstijlen"
KORT = "conflictstijlen-kort"
DAG = timedelta(days=1)
VEILIG = ("--kenmerk", "veiligheid=veilig")
EIGEN = """\
casus: {naam}
formaat: 1
versie: "1.0"
titel: De sleutel van de zaal
herkomst: {{licentie: CC0-1.0, auteur: ik, status: proef}}
{veiligheid}
rol: partij
kenmerken: {{belang_zelf: laag, relatie: laag}}
verhaal: Iemand legt de sleutel steeds ergens anders neer.
partijen:
  - naam: Jij
    standpunt: Ik wil hem kunnen vinden.
    belang: Rust.
"""
GEHEIM = "De sleutel van de zaal"


pytestmark = pytest.mark.usefixtures("werkmap")


def schrijf(veiligheid: str, naam: str = "sleutel") -> str:
    Path(f"{naam}.yaml").write_text(EIGEN.format(naam=naam, veiligheid=veiligheid), encoding="utf-8")
    return f"{naam}.yaml"


def lees(uitkomst: Uitkomst, code: int = 0) -> dict[str, Any]:
    """Return the one JSON document on stdout."""
    document: dict[str, Any] = json.loads(uitkomst.uit)
    assert (uitkomst.code, document["formaat"], document["soort"]) == (code, 1, "situatieadvies")
    return document


def list_bewaard(map_: Path) -> Iterator[Path]:
    return (pad for pad in map_.parent.rglob("*") if pad.is_file())


def test_json_has_every_style_with_its_reasons_and_adds_up(roep: Roep) -> None:
    advies = lees(roep("situatie", *VEILIG, "--kenmerk", "belang_zelf=hoog", "--kenmerk", "macht=minder", "--json"))
    assert advies["poort"] is None
    assert advies["kenmerken"] == {"veiligheid": "veilig", "belang_zelf": "hoog", "macht": "minder"}
    assert {een["stijl"] for een in advies["stijlen"]} == set(STIJLEN)
    for een in advies["stijlen"]:
        assert sum(reden["gewicht"] for reden in een["redenen"]) == een["score"]
        assert all(set(reden) == {"kenmerk", "stand", "gewicht", "bron"} for reden in een["redenen"])
    assert advies["advies"] == [["samenwerken"]]
    assert advies["stevig"] is False
    assert {stap["wanneer"] for stap in advies["stappen"]} <= {"nu", "daarna", "anders"}
    assert advies["verschil"] is None
    assert len(advies["vaardigheden"]) == 3


def test_the_documented_keys_are_there_whatever_the_advice(roep: Roep) -> None:
    vast = {"formaat", "soort", "poort", "kenmerken", "stijlen", "advies", "afgeraden", "stevig", "stappen", "routes"}
    vast |= {"tegenspraak", "verschil", "vaardigheden", "hulp"}
    assert vast <= set(lees(roep("situatie", *VEILIG, "--json")))
    assert vast <= set(lees(roep("situatie", "--kenmerk", "veiligheid=twijfel", "--json"), code=3))


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_a_closed_gate_gives_help_and_no_style_and_exit_code_3(roep: Roep, stand: str) -> None:
    uitkomst = roep("situatie", "--kenmerk", f"veiligheid={stand}", "--kenmerk", "noodgeval=ja", "--wat-als", "--json")
    advies = lees(uitkomst, code=3)
    assert advies["poort"] == "veiligheid"
    assert advies["hulp"]
    assert not advies["stijlen"] + advies["advies"] + advies["stappen"] + advies["vaardigheden"]
    assert advies["kenmerken"] == {"veiligheid": stand}
    assert "wat_als" not in advies
    assert advies["stevig"] is False


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_a_closed_gate_shows_whom_to_call(roep: Roep, stand: str) -> None:
    uitkomst = roep("situatie", "rooster", "--kenmerk", f"veiligheid={stand}")
    assert uitkomst.code == 3
    assert "112" in uitkomst.uit
    assert "0800-2000" in uitkomst.uit
    assert "compromis" not in uitkomst.uit.lower()


@pytest.mark.parametrize("wat", [("vechtscheiding",), ("detentie",), ("--kenmerk", "macht=meer"), ()])
def test_where_nobody_can_be_asked_about_safety_one_line_says_what_to_give(roep: Roep, wat: tuple[str, ...]) -> None:
    uitkomst = roep("situatie", *wat, "--json")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.count("\n") == 1
    assert "--kenmerk veiligheid=veilig" in uitkomst.fout


@pytest.mark.parametrize(("veiligheid", "code"), [("onveilig", 3), ("twijfel", 3), ("eerst-vragen", 2), ("", 2)])
def test_an_own_file_that_does_not_say_safe_gets_no_style(roep: Roep, veiligheid: str, code: int) -> None:
    regel = f"veiligheid: {veiligheid}" if veiligheid else "# niets over veiligheid"
    uitkomst = roep("situatie", schrijf(regel))
    assert uitkomst.code == code
    assert "ermijden" not in uitkomst.uit


@pytest.mark.parametrize("veiligheid", ["onveilig", "twijfel"])
def test_a_file_that_says_not_safe_stays_so_whatever_is_given_beside_it(roep: Roep, veiligheid: str) -> None:
    assert roep("situatie", schrijf(f"veiligheid: {veiligheid}"), *VEILIG).code == 3


def test_a_file_that_says_unsafe_gives_help_whatever_else_is_wrong_with_the_call(roep: Roep) -> None:
    naam = schrijf("veiligheid: onveilig")
    for erbij in (("--profiel", "weg.json"), ("-o", naam), ("--kenmerk", "machtt=x")):
        uitkomst = roep("situatie", naam, *erbij)
        assert uitkomst.code == 3
        assert "112" in uitkomst.uit
    dicht = lees(roep("situatie", naam, "--json"), code=3)
    assert dicht["casus"] is None


def test_an_own_safe_file_gets_advice(roep: Roep) -> None:
    advies = lees(roep("situatie", schrijf("veiligheid: veilig"), "--json"))
    assert advies["casus"] == "sleutel"
    assert advies["advies"] == [["vermijden"]]


def test_a_case_that_may_be_unsafe_gets_advice_once_someone_says_it_is_safe(roep: Roep) -> None:
    assert "meerzijdig" in lees(roep("situatie", "vechtscheiding", *VEILIG, "--json"))["routes"]


def test_what_is_given_goes_before_what_a_case_says(roep: Roep) -> None:
    assert lees(roep("situatie", "irritatie", "--json"))["advies"] == [["vermijden"]]
    anders = lees(roep("situatie", "irritatie", "--kenmerk", "noodgeval=ja", "--json"))
    assert anders["advies"] == [["forceren"]]


def test_nothing_is_written_when_the_gate_is_closed(roep: Roep, werkmap: Path) -> None:
    uitkomst = roep("situatie", "rooster", "--kenmerk", "veiligheid=onveilig", "-o", "advies.md")
    assert uitkomst.code == 3
    assert not Path("advies.md").exists()
    assert "112" in uitkomst.uit
    assert not list(list_bewaard(werkmap))


@pytest.mark.parametrize("einde", ["md", "txt", "json"])
def test_advice_goes_into_a_file(roep: Roep, einde: str) -> None:
    assert roep("situatie", "rooster", "-o", f"advies.{einde}") == Uitkomst(0, "", "")
    inhoud = Path(f"advies.{einde}").read_text(encoding="utf-8")
    assert "compromis" in inhoud.lower()
    if einde == "json":
        assert json.loads(inhoud) == lees(roep("situatie", "rooster", "--json"))


def test_an_older_file_that_stays_is_told(roep: Roep) -> None:
    assert roep("situatie", "rooster", "-o", "advies.json").code == 0
    uitkomst = roep("situatie", "--kenmerk", "veiligheid=onveilig", "-o", "advies.json", "--overschrijf")
    assert uitkomst.code == 3
    assert "'advies.json' is niet geschreven" in uitkomst.fout


@pytest.mark.parametrize(
    "erbij",
    [
        ("--profiel", "weg.json"),
        ("--profiel", ""),
        ("--kenmerk", "macht=fout"),
        ("-o", "/nietdaar/x.md"),
        ("-o", "bestaat.md"),
        ("bestaat-niet",),
    ],
)
def test_who_says_it_is_unsafe_gets_help_whatever_else_is_wrong_with_the_call(
    roep: Roep, erbij: tuple[str, ...]
) -> None:
    Path("bestaat.md").write_text("", encoding="utf-8")
    uitkomst = roep("situatie", *erbij, "--kenmerk", "veiligheid = onveilig")
    assert uitkomst.code == 3
    assert "112" in uitkomst.uit
    assert roep("situatie", *erbij, *VEILIG).code == 2


def test_the_exit_code_of_a_closed_gate_stays_when_nobody_reads_the_help(shell: Roep) -> None:
    lezer = (
        "import os, subprocess, sys; r, w = os.pipe(); os.close(r); sys.exit(subprocess.call(sys.argv[1:], stdout=w))"
    )
    uitkomst = shell(f'python3 -c "{lezer}" $ECHT situatie --kenmerk veiligheid=onveilig')
    assert uitkomst.code == 3


def test_a_situation_is_kept_nowhere(roep: Roep, typ: Roep, werkmap: Path) -> None:
    assert roep("situatie", "rooster").code == 0
    assert typ("situatie", getypt=[1, 1, "genoeg"]).code == 0
    assert not list(list_bewaard(werkmap))
    # a test that is stopped does leave something, so this look would have seen it
    assert typ("afnemen", KORT, getypt=[3, "stop"]).code == 130
    assert list(list_bewaard(werkmap))


def test_all_wrong_factors_are_told_at_once_each_on_a_line(roep: Roep) -> None:
    fout = roep("situatie", "--kenmerk", "macht=groot", "--kenmerk", "machtt=meer", "--kenmerk", "haast").fout
    assert fout.splitlines() == [
        "conflictstijl: kenmerk 'macht' kent geen stand 'groot'; kies uit: meer, gelijk, minder, gewoon",
        "conflictstijl: er is geen kenmerk 'machtt'; bedoelde je 'macht'?",
        "conflictstijl: --kenmerk 'haast' heeft geen stand; schrijf bijvoorbeeld: --kenmerk macht=minder",
    ]


def test_a_factor_given_twice_in_two_ways_is_refused(roep: Roep) -> None:
    uitkomst = roep("situatie", *VEILIG, "--kenmerk", "macht=meer", "--kenmerk", "macht=minder")
    assert uitkomst.code == 2
    assert "staat er twee keer" in uitkomst.fout


def test_not_knowing_a_factor_is_the_same_as_not_giving_it(roep: Roep) -> None:
    met = lees(roep("situatie", *VEILIG, "--kenmerk", "macht=weet-ik-niet", "--json"))
    assert met == lees(roep("situatie", *VEILIG, "--json"))
    assert (met["advies"], met["stevig"]) == ([], False)


def test_an_unknown_case_is_told_with_the_nearest_one(roep: Roep) -> None:
    uitkomst = roep("situatie", "roster")
    assert (uitkomst.code, uitkomst.fout) == (2, "conflictstijl: er is geen casus 'roster'; bedoelde je 'rooster'?\n")


def test_a_broken_case_is_told_with_its_place(roep: Roep) -> None:
    naam = schrijf("veiligheid: veilg")
    uitkomst = roep("situatie", naam)
    assert uitkomst.code == 2
    assert uitkomst.fout.startswith(f"conflictstijl: {naam}:6:13: ") or uitkomst.fout.startswith(f"{naam}:6:13: ")


def test_what_would_change_the_advice_is_shown_when_asked_for(roep: Roep) -> None:
    advies = lees(roep("situatie", "inkoop", "--wat-als", "--json"))
    assert {"kenmerk": "belang_zelf", "stand": "laag", "advies": ["vermijden"]} in advies["wat_als"]
    assert "\nWat als het anders ligt\n" in roep("situatie", "inkoop", "--wat-als").uit
    assert "Wat als" not in roep("situatie", "inkoop").uit


def test_all_factors_can_be_listed_for_people_and_for_programs(roep: Roep) -> None:
    uit = roep("situatie", "--kenmerken").uit
    assert "macht=minder" in uit
    assert "veiligheid=veilig" in uit
    namen = [een["id"] for een in json.loads(roep("situatie", "--kenmerken", "--json").uit)["kenmerken"]]
    assert namen[:2] == ["veiligheid", "rol"]
    assert len(namen) == 30


# beside a profile


def test_a_profile_or_a_sheet_is_laid_beside_the_situation(roep: Roep) -> None:
    namen = [item.sleutel[0] for item in load_vragenlijst(LANG).items if isinstance(item, Stelling)]
    hoog = [5 if deel.schaal == "vermijden" else 2 for deel in namen]
    antwoorden = [6 - punt if deel.omgekeerd else punt for deel, punt in zip(namen, hoog, strict=True)]
    Path("blad.yaml").write_text(f"vragenlijst: {LANG}\nantwoorden: {antwoorden}\n", encoding="utf-8")
    assert roep("scoor", "blad.yaml", "-o", "profiel.json").code == 0
    profiel = json.loads(Path("profiel.json").read_text(encoding="utf-8"))["profielen"][0]
    assert profiel["duidelijk_hoog"] == ["vermijden"]
    van_blad, van_profiel = (
        lees(roep("situatie", "rooster", "--profiel", bron, "--json")) for bron in ("blad.yaml", "profiel.json")
    )
    assert van_blad == van_profiel
    verschil = van_blad["verschil"]
    assert (verschil["gevraagd"], verschil["gewoon"], verschil["past"]) == ("compromis", "vermijden", False)
    uit = roep("situatie", "rooster", "--profiel", "blad.yaml").uit
    assert "\nWat je zegt vaker te doen\n" in uit
    assert "Je zegt dat je vaker kiest voor vermijden." in uit


@pytest.mark.parametrize("naam", ["laatste", "9f0c2a", "9f0c"])
def test_a_kept_result_is_laid_beside_the_situation(roep: Roep, naam: str) -> None:
    bewaar(LANG)
    assert roep("resultaten", "laatste", "-o", "blad.yaml").code == 0
    van_blad, bewaard = (lees(roep("situatie", "rooster", "--profiel", bron, "--json")) for bron in ("blad.yaml", naam))
    assert bewaard == van_blad
    assert bewaard["verschil"]["gewoon"] is not None


@pytest.mark.parametrize("naam", ["laatste", "2026-01-01-kort"])
def test_a_profile_that_is_not_kept_is_told_with_what_to_do(roep: Roep, naam: str) -> None:
    uitkomst = roep("situatie", "rooster", "--profiel", naam)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout == "conflictstijl: er is nog niets bewaard; doe eerst: conflictstijl afnemen\n"
    bewaar(LANG)
    assert (roep("situatie", "rooster", "--profiel", naam).code == 0) is (naam == "laatste")


def test_a_kept_result_about_someone_else_is_refused(roep: Roep) -> None:
    sessie = bewaar("conflictstijlen-ander").sessie
    for naam in ("laatste", sessie):
        uitkomst = roep("situatie", "rooster", "--profiel", naam)
        assert (uitkomst.code, uitkomst.uit, len(uitkomst.fout.splitlines())) == (2, "", 1)
        assert "over een ander" in uitkomst.fout


def test_the_newest_is_the_newest_about_oneself_and_the_report_names_it(roep: Roep) -> None:
    bewaar(KORT, NU - 2 * DAG, "0f0c2a7711d0b3e4")
    bewaar(LANG, NU - DAG, "1f0c2a7711d0b3e4")
    bewaar("conflictstijlen-ander", NU, "2f0c2a7711d0b3e4")
    uitkomst = roep("situatie", "rooster", "--profiel", "laatste")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    onder = uitkomst.uit.partition("\nWat je zegt vaker te doen\n")[2].splitlines()
    assert onder[2] == f"Je uitslag van 21 november 2026 ({LANG}, 1f0c2a)."
    assert f"({KORT}, 0f0c2a)." in roep("situatie", "rooster", "--profiel", "0f0c").uit


def test_a_damaged_newest_result_is_named_and_passed_by(roep: Roep) -> None:
    bewaar(LANG, NU - DAG, "1f0c2a7711d0b3e4")
    stuk = bewaar(LANG, NU, "2f0c2a7711d0b3e4").pad
    stuk.write_text("{}", encoding="utf-8")
    uitkomst = roep("situatie", "rooster", "--profiel", "laatste")
    assert uitkomst.code == 0
    assert "1f0c2a" in uitkomst.uit
    assert stuk.name in uitkomst.fout


def test_what_a_file_says_about_use_is_only_shown_in_our_own_words(roep: Roep) -> None:
    schrijf_profiel("soms", hoog="compromis")
    assert lees(roep("situatie", "rooster", "--profiel", "p.json", "--json"))["verschil"]["past"] is True
    schrijf_profiel("soms")
    assert "soms" in lees(roep("situatie", "rooster", "--profiel", "p.json", "--json"))["verschil"]["tekst"]
    schrijf_profiel("regel\n\n# NEP")
    assert "NEP" not in roep("situatie", "rooster", "--profiel", "p.json").uit


def schrijf_profiel(duiding: str, hoog: str = "") -> None:
    scores = {stijl: {"waarde": 3, "duiding": duiding} for stijl in STIJLEN}
    profiel = {"vragenlijst": "conflictstijlen", "vorm": "zelf", "scores": scores}
    profiel |= {"duidelijk_hoog": [hoog] if hoog else [], "duidelijk_laag": []}
    document = {"formaat": 1, "soort": "profielen", "profielen": [profiel]}
    Path("p.json").write_text(json.dumps(document), encoding="utf-8")


def test_a_file_about_several_people_is_refused(roep: Roep) -> None:
    blad = '{"vragenlijst": "conflictstijlen-kort", "antwoorden": [3,3,3,3,3,3,3,3,3,3,3,3,3,3,3]}\n'
    Path("twee.jsonl").write_text(blad * 2, encoding="utf-8")
    assert roep("situatie", "rooster", "--profiel", "twee.jsonl").code == 2
    assert roep("scoor", "twee.jsonl", "-o", "twee.json").code == 0
    uitkomst = roep("situatie", "rooster", "--profiel", "twee.json")
    assert uitkomst.code == 2
    assert "één profiel" in uitkomst.fout


# by questions


def test_a_person_is_asked_about_safety_first_and_then_one_question_at_a_time(typ: Roep) -> None:
    uitkomst = typ("situatie", getypt=[1, 1, "nee", 2, "Veel", "hoog", "gewoon", "genoeg"])
    assert uitkomst.code == 0
    eerste, *vragen = uitkomst.uit.split("\nVraag ")
    assert "veilig" in eerste
    assert len(vragen) == 7
    assert "Hier past" in vragen[-1]


@pytest.mark.parametrize("antwoord", [2, 3, "onveilig", "twijfel"])
def test_after_any_other_answer_about_safety_no_further_question_comes(typ: Roep, antwoord: object) -> None:
    uitkomst = typ("situatie", getypt=[antwoord, 1, 1])
    assert uitkomst.code == 3
    assert "Vraag 1" not in uitkomst.uit
    assert "112" in uitkomst.uit


def test_there_is_no_way_around_the_question_about_safety(typ: Roep) -> None:
    uitkomst = typ("situatie", getypt=["", "genoeg", "terug", "overslaan", "?", "stop"])
    assert uitkomst.uit.count("Deze vraag kun je niet overslaan.") == 2
    assert uitkomst.code == 130
    assert "Vraag 1" not in uitkomst.uit
    assert "Hier past" not in uitkomst.uit


def test_a_case_that_may_be_unsafe_has_its_question_asked(typ: Roep) -> None:
    assert typ("situatie", "vechtscheiding", getypt=[3]).code == 3
    uitkomst = typ("situatie", "vechtscheiding", getypt=[1])
    assert uitkomst.code == 0
    assert "Vraag 1" not in uitkomst.uit


def test_a_safe_case_needs_no_question_at_all(typ: Roep) -> None:
    assert typ("situatie", "rooster", getypt=[]).code == 0


def test_whoever_gives_factors_is_asked_about_safety_and_nothing_else(typ: Roep) -> None:
    uitkomst = typ("situatie", "--kenmerk", "tijdelijk=volstaat", getypt=["ja"])
    assert uitkomst.code == 0
    assert "Zoek een compromis" in uitkomst.uit or "zoek een compromis" in uitkomst.uit


def test_who_does_not_know_whether_it_is_safe_has_doubts(typ: Roep) -> None:
    uitkomst = typ("situatie", "--json", getypt=["Weet ik niet"])
    assert lees(uitkomst, code=3)["kenmerken"] == {"veiligheid": "twijfel"}


def test_back_at_the_first_question_asks_about_safety_again(typ: Roep) -> None:
    assert typ("situatie", getypt=[1, "terug", 3]).code == 3


def test_after_the_questions_that_matter_most_one_is_told_once_to_stop_at_will(typ: Roep) -> None:
    uit = typ("situatie", getypt=[1, *["weet ik niet"] * 12, "genoeg"]).uit
    assert uit.count("De belangrijkste vragen zijn gesteld.") == 1
    assert uit.index("Vraag 9\n") < uit.index("De belangrijkste") < uit.index("Vraag 10\n")


def test_back_takes_an_answer_away_and_not_knowing_is_an_answer(typ: Roep) -> None:
    uitkomst = typ("situatie", "--json", getypt=[1, 1, 1, "terug", 3, 3, "midden", "genoeg"])
    assert lees(uitkomst)["kenmerken"] == {"veiligheid": "veilig", "rol": "partij", "belang_zelf": "midden"}


@pytest.mark.parametrize("cijfer", ["\u2460", "\u00b9", "\uff11", "\u0661"])
def test_only_a_plain_digit_answers_the_question_about_safety(typ: Roep, cijfer: str) -> None:
    uitkomst = typ("situatie", "--kenmerk", "macht=minder", getypt=[cijfer, 3])
    assert uitkomst.code == 3
    assert f"'{cijfer}' is geen antwoord" in uitkomst.uit


def test_a_wrong_answer_is_told_with_what_can_be_typed(typ: Roep) -> None:
    uit = typ("situatie", getypt=["misschien", 1, 9, "?", "genoeg"]).uit
    assert "'misschien' is geen antwoord; kies een nummer van 1 tot en met 3." in uit
    assert "'9' is geen antwoord; kies een nummer van 1 tot en met 6." in uit


def test_the_scan_ends_by_itself_when_nothing_can_change(typ: Roep) -> None:
    uitkomst = typ("situatie", "--json", getypt=[1, 1, *[1] * 40])
    assert len(lees(uitkomst)["kenmerken"]) < 30


@pytest.mark.parametrize("onderbreek", [True, False])
def test_stopping_in_the_middle_keeps_nothing_and_says_so(typ: Roep, werkmap: Path, *, onderbreek: bool) -> None:
    uitkomst = typ("situatie", getypt=[1, 1], onderbreek=onderbreek)
    assert uitkomst.code == 130
    assert "niets bewaard" in uitkomst.fout
    assert not list(list_bewaard(werkmap))


# cases


def test_there_are_twenty_cases_each_to_be_read_and_to_get_advice_about(roep: Roep) -> None:
    casussen, meldingen = load_casussen()
    assert (len(casussen), meldingen) == (20, [])
    lijst = roep("casussen").uit
    for casus in casussen:
        assert casus.id in lijst
        uit = roep("casussen", casus.id).uit
        assert casus.partijen[0].naam in uit
        assert ("Eerst de veiligheid" in uit) == (casus.veiligheid != "veilig")
        assert roep("situatie", casus.id, *VEILIG).code == 0


def test_an_own_case_without_questions_to_discuss_can_be_read_and_says_how_to_get_advice(roep: Roep) -> None:
    uit = roep("casussen", schrijf("veiligheid: veilig")).uit
    assert "conflictstijl situatie sleutel.yaml" in uit
    assert "Om te bespreken" not in uit


def test_cases_as_data(roep: Roep) -> None:
    document = json.loads(roep("casussen", "--json").uit)
    assert (document["formaat"], document["soort"], len(document["casussen"])) == (1, "casussen", 20)
    een = json.loads(roep("casussen", "onwil", "--json").uit)["casussen"][0]
    assert een["kenmerken"]["impasse"] == "belangen_onbekend"
    assert {partij["gevraagd"] for partij in een["partijen"]} == {True, False}


def test_an_own_case_in_the_own_folder_is_found_by_its_id(roep: Roep, werkmap: Path) -> None:
    folder = werkmap.parent / "casussen"
    folder.mkdir(parents=True)
    Path(schrijf("veiligheid: veilig")).rename(folder / "sleutel.yaml")
    assert "sleutel" in roep("casussen").uit
    assert GEHEIM.lower() in roep("situatie", "sleutel").uit.lower()
    (folder / "stuk.yaml").write_text("casus: stuk\n", encoding="utf-8")
    uitkomst = roep("casussen")
    assert uitkomst.code == 0
    assert "stuk.yaml" in uitkomst.fout


def test_the_tab_key_knows_cases_and_factors() -> None:
    assert "rooster" in load_casusnamen()
    assert "macht=minder" in load_kenmerkopties()


# after a test

VIJFTIEN = [5, 1, 1, 1, 1] * 3
"""Answers to the short list; too few for any style to stand out."""


def lees_koppen(tekst: str) -> list[str]:
    """Return the main headings of a report."""
    regels = tekst.splitlines()
    return [kop for kop, streep in pairwise(regels) if streep and set(streep) == {"-"}]


def test_after_the_test_one_report_has_the_situation_at_its_own_place(typ: Roep) -> None:
    uitkomst = typ("afnemen", KORT, "--situatie", getypt=[*VIJFTIEN, "", 1, 1, 2, 2, "midden", "genoeg", ""])
    assert uitkomst.code == 0
    verslag = uitkomst.uit[uitkomst.uit.index("Mijn stijl\n----") :]
    koppen = lees_koppen(verslag)
    assert [kop for kop in koppen if kop != "Stijl           Punten"][:4] == [
        "Mijn stijl",
        "Welke stijl werkt wanneer",
        "Wanneer kies ik een andere stijl",
        "Welke vaardigheid oefen ik",
    ]
    delen = ("In jouw situatie", "Deze situatie vraagt om", "Een leervraag")
    wanneer, anders, oefenen = (verslag.index(deel) for deel in delen)
    assert verslag.index("Welke stijl werkt wanneer") < wanneer < verslag.index("Wanneer kies ik") < anders
    assert anders < verslag.index("Welke vaardigheid oefen ik") < oefenen


def test_when_it_may_be_unsafe_the_finished_profile_stays_and_no_style_is_advised(typ: Roep, werkmap: Path) -> None:
    uitkomst = typ("afnemen", KORT, "--situatie", "-o", "verslag.md", getypt=[*VIJFTIEN, "", 2])
    assert uitkomst.code == 3
    assert "112" in uitkomst.uit
    verslag = Path("verslag.md").read_text(encoding="utf-8")
    assert "## Mijn stijl" in verslag
    assert "In jouw situatie" not in verslag
    assert "Eerst veiligheid" not in verslag
    # the result is kept, and nothing of the situation
    kennis = load_situaties().kenmerken
    bewaard = [pad.read_text(encoding="utf-8") for pad in list_bewaard(werkmap)]
    assert any(KORT in tekst for tekst in bewaard)
    assert not [naam for naam in ("veiligheid", "situatie", *kennis) for tekst in bewaard if f'"{naam}"' in tekst]


def test_the_help_comes_also_when_the_file_cannot_be_written(typ: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_vol(*_: object, **__: object) -> None:
        raise SchrijfFout("de schijf is vol")

    monkeypatch.setattr("conflictstijl.cli.profiel.write_tekstbestand", write_vol)
    uitkomst = typ("afnemen", KORT, "--situatie", "-o", "laat.md", getypt=[*VIJFTIEN, "", 2])
    assert uitkomst.code == 1
    assert "bel 112" in uitkomst.uit


def test_the_help_is_not_repeated_for_every_file_that_is_kept(typ: Roep) -> None:
    getypt = [*VIJFTIEN, "", 2, "v.md", "w.yaml"]
    uit = typ("afnemen", KORT, "--situatie", getypt=getypt).uit
    assert uit.count("Eerst veiligheid") == 1
    assert "Eerst veiligheid" not in Path("v.md").read_text(encoding="utf-8")


def test_on_screen_the_help_follows_the_profile(typ: Roep) -> None:
    uitkomst = typ("afnemen", KORT, "--situatie", getypt=[*VIJFTIEN, "", 3, ""])
    assert uitkomst.code == 3
    assert uitkomst.uit.index("Mijn stijl\n----") < uitkomst.uit.index("Eerst veiligheid")
    assert "bel 112" in uitkomst.uit[uitkomst.uit.index("Eerst veiligheid") :]
    assert "In jouw situatie" not in uitkomst.uit


def test_in_json_the_situation_has_its_own_key(typ: Roep) -> None:
    document = json.loads(typ("afnemen", KORT, "--situatie", "--json", getypt=[*VIJFTIEN, "", 1, 1, "genoeg"]).uit)
    assert document["soort"] == "profielen"
    assert document["situatie"]["soort"] == "situatieadvies"
    assert "situatie" not in json.loads(typ("afnemen", KORT, "--json", getypt=[*VIJFTIEN, ""]).uit)


def test_who_stops_at_the_situation_finds_the_result_kept(typ: Roep, roep: Roep) -> None:
    uitkomst = typ("afnemen", KORT, "--situatie", getypt=[*VIJFTIEN, "", "stop"])
    assert uitkomst.code == 130
    assert "over deze situatie is nu niets bewaard" in uitkomst.fout
    opdracht = uitkomst.fout.rpartition("conflictstijl ")[2].split()
    assert opdracht[0] == "resultaten"
    assert "\nMijn stijl\n" in roep(*opdracht).uit


def test_a_situation_is_not_asked_by_pipe_nor_about_someone_else(roep: Roep, typ: Roep) -> None:
    pijp = roep("afnemen", KORT, "--situatie")
    assert (pijp.code, pijp.uit) == (2, "")
    assert "terminal" in pijp.fout
    ander = typ("afnemen", "--vorm", "ander", "--situatie", getypt=["ja"])
    assert ander.code == 2
    assert "over een ander" in ander.fout


def test_a_profile_about_someone_else_is_not_laid_beside_a_situation(roep: Roep) -> None:
    blad = f"vragenlijst: conflictstijlen\nvorm: ander\nantwoorden: {[3] * 30}\n"
    Path("ander.yaml").write_text(blad, encoding="utf-8")
    assert roep("scoor", "ander.yaml", "-o", "ander.json").code == 0
    for bron in ("ander.yaml", "ander.json"):
        uitkomst = roep("situatie", "rooster", "--profiel", bron)
        assert uitkomst.code == 2
        assert "over een ander" in uitkomst.fout
