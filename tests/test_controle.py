"""Checking authored files: every kind, and what refers to each other."""

import re
from pathlib import Path

import pytest

from conflictstijl.controle import check_bestand, check_bestanden, check_codering, load_alles, load_paden
from conflictstijl.fouten import Bevinding, Ernst, InvoerFout
from conflictstijl.laden.mappen import load_inhoudsmap
from tests.bouwers import GOED

INHOUD = load_inhoudsmap()
KENNIS = INHOUD / "kennis"
TWEEDE = Path(__file__).parent / "tweede-codering"
KORT = "conflictstijlen-kort"


def schrijf(pad: Path, inhoud: str) -> Path:
    pad.write_text(inhoud, encoding="utf-8")
    return pad


def lees_codes(pad: Path) -> list[str]:
    return [bevinding.code for bevinding in check_bestand(pad)]


def lees_een(pad: Path) -> Bevinding:
    [bevinding] = check_bestand(pad)
    return bevinding


def lees_fouten(*bronnen: str) -> list[str]:
    """Return the lines with which a list of paths is refused."""
    with pytest.raises(InvoerFout) as fout:
        load_paden(bronnen)
    return fout.value.regels()


def schrijf_adviezen(folder: Path, oud: str = "", nieuw: str = "") -> Path:
    """Copy the shipped advice with one change."""
    tekst = (KENNIS / "adviezen.yaml").read_text(encoding="utf-8")
    assert oud in tekst
    return schrijf(folder / "adviezen.yaml", tekst.replace(oud, nieuw, 1) if oud else tekst)


@pytest.mark.parametrize("pad", load_paden([str(INHOUD)]), ids=lambda pad: pad.name)
def test_every_shipped_file_is_sound(pad: Path) -> None:
    assert check_bestand(pad) == []


def test_a_folder_gives_every_yaml_file_below_it_once_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "map.yaml").mkdir()
    namen = ["a.yaml", "b/c/d.yml", "b/e.YAML"]
    for naam in [*namen, "b/lees.md", "b/x.yaml.bak"]:
        schrijf(tmp_path / naam, GOED)
    verwacht = [tmp_path / naam for naam in namen]
    assert load_paden([str(tmp_path)]) == verwacht
    assert load_paden([str(tmp_path / "a.yaml"), str(tmp_path), str(tmp_path / "b")]) == verwacht


def test_a_file_is_checked_whatever_its_ending(tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "team.txt", GOED)
    assert load_paden([str(pad)]) == [pad]
    assert check_bestand(pad) == []


def test_missing_paths_and_empty_folders_are_all_told(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    schrijf(tmp_path / "leeg" / "lees.md", "tekst")
    goed, weg, leeg = schrijf(tmp_path / "a.yaml", GOED), tmp_path / "weg.yaml", tmp_path / "leeg"
    assert lees_fouten(str(goed), str(weg), str(leeg)) == [
        f"{leeg}: in deze map staat geen YAML-bestand; geef een andere map, of een bestand",
        f"{weg}: dit bestand is er niet; kijk de naam na",
    ]


SOORTEN = (
    *("vragenlijst", "stijlen", "vaardigheden", "adviezen", "situaties", "casus", "werkvorm", "werkblad"),
    "normgroep",
)


@pytest.mark.parametrize(
    ("soort", "hint"),
    [
        ("vragenlijsten", "bedoelde je 'vragenlijst'?"),
        ("vaardighden", "bedoelde je 'vaardigheden'?"),
        ("kleuren", f"begin het bestand met een van: {', '.join(SOORTEN)}"),
    ],
)
def test_an_unknown_kind_comes_with_the_nearest_or_all(tmp_path: Path, soort: str, hint: str) -> None:
    bevinding = lees_een(schrijf(tmp_path / "x.yaml", f"{soort}: naam\n"))
    assert (bevinding.code, bevinding.hint, bevinding.plek.regel) == ("onbekende-soort", hint, 1)
    assert f"de eerste naam is '{soort}'" in bevinding.wat


@pytest.mark.parametrize("inhoud", ["- a\n- b\n", "los woord\n", "{}\n"])
def test_a_file_without_a_first_name_has_no_kind(tmp_path: Path, inhoud: str) -> None:
    bevinding = lees_een(schrijf(tmp_path / "x.yaml", inhoud))
    assert bevinding.code == "onbekende-soort"
    assert "dit bestand begint niet met een naam" in bevinding.wat


@pytest.mark.parametrize(
    "inhoud", ["vragenlijst: team\nantwoorden: [3, 4]\n", "- {deelnemer: D01, antwoorden: [3, 4]}\n"]
)
def test_an_answer_sheet_is_known_for_what_it_is(tmp_path: Path, inhoud: str) -> None:
    pad = schrijf(tmp_path / "blad.yaml", inhoud)
    bevinding = lees_een(pad)
    assert (bevinding.code, bevinding.hint) == ("antwoordblad", f"kijk het na met: conflictstijl scoor {pad}")


@pytest.mark.parametrize("inhoud", ["", "vragenlijst: [\n", "a: &b 1\n"])
def test_a_file_that_is_no_yaml_gives_findings_and_no_crash(tmp_path: Path, inhoud: str) -> None:
    assert check_bestand(schrijf(tmp_path / "x.yaml", inhoud)) != []


def test_a_file_that_is_gone_or_a_folder_is_a_finding(tmp_path: Path) -> None:
    assert lees_codes(tmp_path / "weg.yaml") == ["geen-bestand"]
    assert lees_codes(tmp_path) == ["geen-bestand"]


def test_findings_come_in_the_order_of_their_places(tmp_path: Path) -> None:
    inhoud = GOED.replace("- samenwerken", "- samenwerkn").replace("versie:", "versei:") + "onbekend: 1\n"
    plekken = [bevinding.plek for bevinding in check_bestand(schrijf(tmp_path / "team.yaml", inhoud))]
    assert len(plekken) >= 3
    assert plekken == sorted(plekken)


def test_a_sound_structure_is_linted_and_a_broken_one_is_not(tmp_path: Path) -> None:
    lint = GOED.replace("Ik vraag door", "Ik vraag soms door")
    assert lees_codes(schrijf(tmp_path / "team.yaml", lint)) == ["hoe-vaak"]
    kapot = lint.replace("formaat: 1", "formaat: 9")
    assert "hoe-vaak" not in lees_codes(schrijf(tmp_path / "team.yaml", kapot))


def test_a_questionnaire_whose_file_has_another_name_is_told(tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "anders.yaml", GOED)
    bevinding = lees_een(pad)
    assert str(bevinding) == f"{pad}: het bestand heet anders dan de vragenlijst 'team'; noem het bestand 'team.yaml'"
    assert (bevinding.code, bevinding.ernst) == ("bestandsnaam", Ernst.WAARSCHUWING)
    assert lees_codes(schrijf(tmp_path / "team.yaml", GOED)) == []


@pytest.mark.parametrize("soort", ["stijlen", "vaardigheden", "adviezen", "situaties"])
def test_every_kind_of_knowledge_is_checked(tmp_path: Path, soort: str) -> None:
    tekst = (KENNIS / f"{soort}.yaml").read_text(encoding="utf-8")
    assert check_bestand(schrijf(tmp_path / f"{soort}.yaml", tekst)) == []
    assert check_bestand(schrijf(tmp_path / f"{soort}.yaml", tekst.replace("formaat: 1", "formaat: x"))) != []


@pytest.mark.parametrize("veld", ["oefen", "rem"])
def test_advice_on_an_unknown_skill_is_told_at_its_place(tmp_path: Path, veld: str) -> None:
    tekst = (KENNIS / "adviezen.yaml").read_text(encoding="utf-8")
    gevonden = re.search(rf"    {veld}: \[([a-z-]+)", tekst)
    assert gevonden
    pad = schrijf_adviezen(tmp_path, gevonden[0], f"    {veld}: [{gevonden[1]}x")
    bevinding = lees_een(pad)
    assert (bevinding.code, bevinding.hint) == ("onbekende-vaardigheid", f"bedoelde je '{gevonden[1]}'?")
    assert f"er is geen vaardigheid '{gevonden[1]}x'" in bevinding.wat
    regel = pad.read_text(encoding="utf-8").splitlines()[bevinding.plek.regel - 1]
    assert regel[bevinding.plek.kolom - 1 :].startswith(f"{gevonden[1]}x")


def test_advice_on_a_skill_like_no_other_says_where_to_look(tmp_path: Path) -> None:
    gevonden = re.search(r"    rem: \[([a-z-]+)", (KENNIS / "adviezen.yaml").read_text(encoding="utf-8"))
    assert gevonden
    bevinding = lees_een(schrijf_adviezen(tmp_path, gevonden[0], "    rem: [qqq"))
    assert bevinding.hint == "'conflictstijl vaardigheden' toont ze alle"


def test_advice_is_held_against_the_skills_beside_it(tmp_path: Path) -> None:
    tekst = (KENNIS / "vaardigheden.yaml").read_text(encoding="utf-8")
    pad = schrijf_adviezen(tmp_path)
    schrijf(tmp_path / "vaardigheden.yaml", tekst)
    assert check_bestand(pad) == []
    schrijf(tmp_path / "vaardigheden.yaml", tekst.replace("\n  doorvragen:", "\n  doorgaan:"))
    assert set(lees_codes(pad)) == {"onbekende-vaardigheid"}


@pytest.mark.parametrize("inhoud", ["vaardigheden: x\n", "["])
def test_broken_skills_beside_advice_are_told_once_and_elsewhere(tmp_path: Path, inhoud: str) -> None:
    pad = schrijf_adviezen(tmp_path)
    naast = schrijf(tmp_path / "vaardigheden.yaml", inhoud)
    assert check_bestand(pad) == []
    assert check_bestand(naast) != []


def test_a_style_without_advice_and_a_combination_without_text_are_told(tmp_path: Path) -> None:
    tekst = (KENNIS / "adviezen.yaml").read_text(encoding="utf-8")
    zonder = re.sub(r"\n  toegeven:\n(?:    .*\n|      .*\n)*", "\n", tekst)
    bevinding = lees_een(schrijf(tmp_path / "adviezen.yaml", zonder))
    assert (bevinding.code, bevinding.wat) == ("stijl-zonder-advies", "stijl 'toegeven' heeft geen advies")
    combinatie = re.sub(
        r"  - als: \{stijl_hoog: forceren, situatie_vraagt: toegeven\}\n(?:    .*\n|      .*\n)*", "", tekst
    )
    bevinding = lees_een(schrijf(tmp_path / "adviezen.yaml", combinatie))
    assert bevinding.code == "combinatie-ontbreekt"
    assert bevinding.wat == "de combinatie van forceren (zelf) en toegeven (gevraagd) heeft geen tekst"


def test_broken_advice_is_not_held_against_anything(tmp_path: Path) -> None:
    codes = lees_codes(schrijf(tmp_path / "adviezen.yaml", "adviezen: x\nformaat: 1\n"))
    assert codes
    assert not {"stijl-zonder-advies", "combinatie-ontbreekt"} & set(codes)


@pytest.mark.parametrize("naam", ["conflictstijlen", KORT, "conflictstijlen-paren"])
def test_the_second_coding_of_every_shipped_list_agrees(naam: str) -> None:
    vergelijking = check_codering(INHOUD / f"{naam}.yaml", TWEEDE / f"{naam}.csv")
    assert vergelijking.gelijk / vergelijking.aantal >= 0.9


def test_another_reading_of_one_statement_is_found(tmp_path: Path) -> None:
    pad = INHOUD / f"{KORT}.yaml"
    eerst = check_codering(pad, TWEEDE / f"{KORT}.csv")
    tekst = (TWEEDE / f"{KORT}.csv").read_text(encoding="utf-8")
    ander = schrijf(tmp_path / "x.csv", re.sub(r"\n1,(\w+),([+-])", "\n1,vermijden,-", tekst))
    daarna = check_codering(pad, ander)
    assert daarna.gelijk == eerst.gelijk - 1
    assert "andere-codering" in {bevinding.code for bevinding in daarna.bevindingen}


@pytest.mark.parametrize(
    ("lijst", "tweede"),
    [
        (KENNIS / "stijlen.yaml", TWEEDE / f"{KORT}.csv"),
        (INHOUD / "weg.yaml", TWEEDE / f"{KORT}.csv"),
        (INHOUD, TWEEDE / f"{KORT}.csv"),
        (INHOUD / f"{KORT}.yaml", TWEEDE / "weg.csv"),
        (INHOUD / f"{KORT}.yaml", INHOUD / f"{KORT}.yaml"),
    ],
)
def test_a_coding_cannot_be_compared_without_a_list_and_a_table(lijst: Path, tweede: Path) -> None:
    with pytest.raises(InvoerFout) as fout:
        check_codering(lijst, tweede)
    assert fout.value.bevindingen


VERDIEPING = """\
vragenlijst: extra
formaat: 1
versie: "1.0"
titel: Meer over ons team
herkomst: {licentie: CC0-1.0, auteur: ik, status: proef}
antwoorden: [Nooit, Zelden, Soms, Vaak, Altijd]
schalen: [samenwerken, vermijden]
bij: team
items:
  - samenwerken: Ik teken met de ander alle wensen uit.
  - vermijden: Ik kijk liever een week toe.
"""


def test_a_deepening_list_fits_the_one_beside_it(tmp_path: Path) -> None:
    schrijf(tmp_path / "team.yaml", GOED)
    assert lees_codes(schrijf(tmp_path / "extra.yaml", VERDIEPING)) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "wat"),
    [
        ("bij: team", "bij: conflictstijlen", "'extra' heeft andere schalen dan 'conflictstijlen'"),
        ("bij: team", "bij: bestaat-niet", "er is geen bruikbare vragenlijst 'bestaat-niet'"),
        ("Vaak, Altijd", "Dikwijls, Altijd", "'extra' heeft andere antwoorden dan 'team'"),
    ],
)
def test_a_deepening_list_that_does_not_fit_is_reported(tmp_path: Path, oud: str, nieuw: str, wat: str) -> None:
    schrijf(tmp_path / "team.yaml", GOED)
    bevinding = lees_een(schrijf(tmp_path / "extra.yaml", VERDIEPING.replace(oud, nieuw)))
    assert (bevinding.code, bevinding.wat) == ("bij", wat)


def test_two_files_with_one_questionnaire_are_reported_at_the_second(tmp_path: Path) -> None:
    paden = [schrijf(tmp_path / naam, GOED) for naam in ("team.yaml", "kopie.yaml")]
    dubbel = [b for b in check_bestanden(paden) if b.code == "dubbele-vragenlijst"]
    assert [str(b) for b in dubbel] == [
        f"{paden[1]}: vragenlijst 'team' staat ook in {paden[0]}; geef een van de twee een andere id"
    ]


def test_files_without_an_id_are_no_doubles(tmp_path: Path) -> None:
    paden = [schrijf(tmp_path / naam, "titel: x\n") for naam in ("een.yaml", "twee.yaml")]
    assert {b.code for b in check_bestanden(paden)} == {"onbekende-soort"}


def test_everything_is_what_is_shipped_and_what_is_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    geleverd = set(INHOUD.rglob("*.yaml"))
    assert set(load_alles()) == geleverd
    (tmp_path / "vragenlijsten").mkdir()
    eigen = schrijf(tmp_path / "vragenlijsten" / "team.yaml", GOED)
    assert set(load_alles()) == geleverd | {eigen}


def test_every_version_of_a_questionnaire_is_read(tmp_path: Path) -> None:
    lijst = GOED.replace("items:", "vormen:\n  zelf: {naam: Zelf}\n  ander: {naam: Ander}\nitems:").replace(
        "Ik stel een lastig gesprek uit.",
        "{zelf: Ik stel een lastig gesprek uit., ander: Mijn collega stelt dit vaak uit.}",
    )
    bevinding = lees_een(schrijf(tmp_path / "team.yaml", lijst))
    assert (bevinding.code, bevinding.wat[:6]) == ("hoe-vaak", "'vaak'")
