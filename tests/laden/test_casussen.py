"""Practice cases: the shipped ones are those of the reference table, and a case says only what it knows."""

import csv
from pathlib import Path

import pytest

from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.casussen import EERST_VRAGEN, Veiligheid, parse_casus
from conflictstijl.laden.situatiebron import load_casus, load_casussen, load_situaties
from conflictstijl.laden.situaties import build_standen
from conflictstijl.model.situatie import STANDEN_VEILIGHEID, Casus

from .lezen import FOUT, GOED, parse_boom

REFERENTIE = Path(__file__).parent.parent / "referentie"
STANDEN = build_standen(load_situaties())


def load_rijen() -> dict[str, dict[str, str]]:
    with (REFERENTIE / "casussen.csv").open(encoding="utf-8", newline="") as bron:
        return {rij["casus"]: rij for rij in csv.DictReader(bron)}


def parse_tekst(tekst: str) -> tuple[Casus, list[str]]:
    """Return the case that a text describes, and the codes of its findings."""
    bevindingen = Bevindingen()
    boom = parse_boom("casus-x.yaml", tekst.encode())
    assert boom is not None
    return parse_casus(boom, bevindingen, STANDEN), [bevinding.code for bevinding in bevindingen]


# what is shipped


def test_the_shipped_cases_are_those_of_the_reference_table_with_the_same_role_and_factors(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("conflictstijl.laden.catalogus.load_eigen_map", lambda *_: tmp_path)
    casussen, bevindingen = load_casussen()
    assert bevindingen == []
    assert len(casussen) == 20
    assert {casus.id: (casus.rol, casus.kenmerken) for casus in casussen} == {
        naam: (rij["rol"], dict(deel.split("=") for deel in rij["kenmerken"].split()))
        for naam, rij in load_rijen().items()
    }


def test_two_shipped_cases_ask_about_safety_first_and_the_others_are_safe() -> None:
    standen = {naam: load_casus(naam).veiligheid for naam in load_rijen()}
    verwacht = dict.fromkeys(standen, "veilig") | dict.fromkeys(("vechtscheiding", "detentie"), EERST_VRAGEN)
    assert standen == verwacht


@pytest.mark.parametrize("naam", load_rijen())
def test_a_shipped_case_has_parties_questions_and_pitfalls(naam: str) -> None:
    casus = load_casus(naam)
    assert len(casus.partijen) >= 2
    assert {partij.gevraagd for partij in casus.partijen} >= {False}
    assert all(all(partij[:6]) for partij in casus.partijen)
    assert 3 <= len(casus.bespreekvragen) <= 5
    assert any(vraag.startswith("Hoe ") for vraag in casus.bespreekvragen)
    assert 2 <= len(casus.valkuilen) <= 4


# how it is read


def test_a_case_without_safety_has_its_safety_asked() -> None:
    casus, codes = parse_tekst((GOED / "casus-klein.yaml").read_text(encoding="utf-8"))
    assert (casus.veiligheid, casus.rol, casus.kenmerken, codes) == (EERST_VRAGEN, "", {}, [])


def test_what_nobody_asked_is_assumed() -> None:
    klein, _ = parse_tekst((GOED / "casus-klein.yaml").read_text(encoding="utf-8"))
    heel, _ = parse_tekst((GOED / "casus-heel.yaml").read_text(encoding="utf-8"))
    assert [partij.gevraagd for partij in (*klein.partijen, *heel.partijen)] == [False, True, False]


def test_neutral_words_are_kept_and_one_text_counts_as_a_list_of_one() -> None:
    casus, codes = parse_tekst((GOED / "casus-heel.yaml").read_text(encoding="utf-8"))
    assert codes == []
    assert casus.kenmerken["emoties"] == "weet-ik-niet"
    assert casus.kenmerken["tijdsdruk"] == "nee"
    assert casus.valkuilen == ("Je doet het raam open zonder te vragen.",)


def test_a_case_knows_the_levels_of_the_gate_and_one_more() -> None:
    assert {*map(str, Veiligheid)} == {*STANDEN_VEILIGHEID, EERST_VRAGEN}


@pytest.mark.parametrize("tekst", ["[]", "los", "{}", "''", "- casus: x"])
def test_a_tree_that_is_no_group_is_one_finding(tekst: str) -> None:
    assert parse_tekst(tekst)[1] in (["geen-groep"], ["leeg"])


def test_a_file_of_another_kind_is_told_once() -> None:
    assert parse_tekst("situaties: x\nformaat: 1\ntitel: Voor {wie}.\n")[1] == ["andere-soort"]


def test_a_damaged_case_is_refused_with_its_place() -> None:
    pad = str(FOUT / "casus-stand-onbekend.yaml")
    with pytest.raises(InvoerFout) as fout:
        load_casus(pad)
    assert [regel.split(": ")[0] for regel in fout.value.regels()] == [f"{pad}:6:20", f"{pad}:6:35"]


def test_an_unknown_case_comes_with_the_nearest_name() -> None:
    with pytest.raises(GebruikFout, match="er is geen casus 'roster'; bedoelde je 'rooster'"):
        load_casus("roster")


def test_a_damaged_case_of_ones_own_is_told_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kapot.yaml").write_bytes((FOUT / "casus-rol-onbekend.yaml").read_bytes())
    (tmp_path / "casus-klein.yaml").write_bytes((GOED / "casus-klein.yaml").read_bytes())
    monkeypatch.setattr("conflictstijl.laden.catalogus.load_eigen_map", lambda *_: tmp_path)
    casussen, bevindingen = load_casussen()
    assert [bevinding.code for bevinding in bevindingen] == ["onbekende-stand"]
    assert {casus.id for casus in casussen} == {*load_rijen(), "casus-klein"}
