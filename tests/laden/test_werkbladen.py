"""Worksheets: the shipped ones, what is left out, and how a file is checked."""

from pathlib import Path

import pytest

from conflictstijl.controle import check_bestand, load_alles
from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.werkbladen import load_werkblad, load_werkbladen, parse_werkblad
from conflictstijl.model.bladrij import build_bladrij
from conflictstijl.model.gebruik import Gezelschap, Moment
from conflictstijl.model.werkblad import WIE, Vraageis, Werkvraag

from .lezen import FOUT, GOED, WERKBLADEN, parse_boom

KLEIN = (GOED / "werkblad-klein.yaml").read_text(encoding="utf-8")


def load_vragen(naam: str) -> dict[str, Werkvraag]:
    """Return all questions of a worksheet by id."""
    return {vraag.id: vraag for deel in load_werkblad(naam).delen for vraag in deel.vragen}


# what is shipped


def test_the_shipped_worksheets_are_the_fixed_ones(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("conflictstijl.laden.catalogus.load_eigen_map", lambda *_: tmp_path)
    werkbladen, bevindingen = load_werkbladen()
    assert bevindingen == []
    assert [werkblad.id for werkblad in werkbladen] == sorted(WERKBLADEN)
    assert all(werkblad.bron and werkblad.herkomst.licentie for werkblad in werkbladen)


@pytest.mark.parametrize("naam", WERKBLADEN)
def test_every_shipped_question_has_an_id_of_its_own(naam: str) -> None:
    assert not any(vraag.startswith("vraag-") for vraag in load_vragen(naam))


def test_of_every_party_is_asked_what_a_case_holds_and_more() -> None:
    [deel] = [deel for deel in load_werkblad("partijen").delen if deel.per_partij]
    assert {vraag.id for vraag in deel.vragen} >= {
        *("standpunt", "belang", "behoefte", "wens", "invloed", "houding", "bieden", "weet_ik"),
    }
    assert deel.navraag is not None
    assert (deel.navraag.gevraagd, deel.navraag.wat[0]) == (("weet_ik", "gevraagd"), "belang")


@pytest.mark.parametrize(
    ("naam", "vragen"),
    [
        ("experiment", ["resultaat-ik", "resultaat-team", "resultaat-client"]),
        ("onderhandelen", ["plan-b", "ondergrens"]),
        ("onwil-naar-belang", ["vraag"]),
        ("gesprek", ["contact", "verhaal", "gedeeld", "voorstel", "afspraak"]),
        ("dilemma", ["een", "ander"]),
    ],
)
def test_what_a_worksheet_is_for_is_demanded_with_the_reason(naam: str, vragen: list[str]) -> None:
    assert all(load_vragen(naam)[vraag].verplicht for vraag in vragen)


def test_a_verdict_about_someone_else_stays_off_paper_and_becomes_a_question() -> None:
    vragen = load_vragen("onwil-naar-belang")
    assert not vragen["uitspraak"].in_verslag
    assert vragen["vraag"].eis is Vraageis.VRAAG
    assert load_vragen("leervraag")["scherp"].eis is Vraageis.LEERVRAAG


@pytest.mark.parametrize(
    ("naam", "poort"), [("partijen", True), ("onderhandelen", True), ("onwil-naar-belang", True), ("leervraag", False)]
)
def test_what_is_about_people_in_a_conflict_has_the_gate_before_it(naam: str, poort: bool) -> None:
    assert load_werkblad(naam).poort is poort


# how it is read


def test_what_is_left_out_is_usual() -> None:
    werkblad = load_werkblad(str(GOED / "werkblad-klein.yaml"))
    assert (werkblad.moment, werkblad.met, werkblad.poort) == (Moment.VOOR, Gezelschap.ALLEEN, False)
    [bladvraag] = build_bladrij(werkblad, {}).vragen
    assert bladvraag.vraag == Werkvraag("vraag-1", "Wat gebeurde er?", "Vraag 1")


def test_who_are_there_is_asked_before_the_first_question_per_party() -> None:
    werkblad = load_werkblad(str(GOED / "werkblad-heel.yaml"))
    rij = build_bladrij(werkblad, {("", WIE.id): ("moeder", "vader")}).vragen
    assert [vraag.sleutel for vraag in rij[2:5]] == [
        ("", WIE.id),
        ("moeder", "standpunt"),
        ("moeder", "belang"),
    ]
    assert len(rij) == 2 + 1 + 2 * 4 + 1


def test_a_worksheet_about_parties_needs_no_word_to_have_the_gate() -> None:
    bevindingen = Bevindingen()
    boom = parse_boom("werkblad-x.yaml", KLEIN.replace("vragen:", "per: partij\nvragen:").encode())
    assert boom is not None
    assert parse_werkblad(boom, bevindingen).poort
    assert bevindingen == []


@pytest.mark.parametrize("tekst", ["[]", "los", "{}", "''"])
def test_a_tree_that_is_no_group_is_one_finding(tekst: str) -> None:
    bevindingen = Bevindingen()
    boom = parse_boom("werkblad-x.yaml", tekst.encode())
    assert boom is not None
    parse_werkblad(boom, bevindingen)
    assert [bevinding.code for bevinding in bevindingen] in (["geen-groep"], ["leeg"])


def test_an_unknown_worksheet_comes_with_the_nearest_name_or_the_command_that_lists_them() -> None:
    with pytest.raises(GebruikFout, match="er is geen werkblad 'partijn'; bedoelde je 'partijen'"):
        load_werkblad("partijn")
    with pytest.raises(GebruikFout, match="kijk met 'conflictstijl werkblad' welke er zijn"):
        load_werkblad("xyz")


def test_a_damaged_worksheet_of_ones_own_is_told_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kapot.yaml").write_bytes((FOUT / "werkblad-eis-woord.yaml").read_bytes())
    (tmp_path / "werkblad-klein.yaml").write_text(KLEIN, encoding="utf-8")
    monkeypatch.setattr("conflictstijl.laden.catalogus.load_eigen_map", lambda *_: tmp_path)
    werkbladen, bevindingen = load_werkbladen()
    assert [bevinding.code for bevinding in bevindingen] == ["onbekende-keuze"]
    assert {werkblad.id for werkblad in werkbladen} == {*WERKBLADEN, "werkblad-klein"}


def test_a_damaged_worksheet_is_refused_with_its_place() -> None:
    pad = str(FOUT / "werkblad-minuten-woord.yaml")
    with pytest.raises(InvoerFout) as fout:
        load_werkblad(pad)
    assert [regel.split(": ")[0] for regel in fout.value.regels()] == [f"{pad}:7:10"]


# how it is checked


def test_a_worksheet_whose_file_has_another_name_is_told(tmp_path: Path) -> None:
    pad = tmp_path / "anders.yaml"
    pad.write_text(KLEIN, encoding="utf-8")
    wat = "het bestand heet anders dan het werkblad 'werkblad-klein'; noem het bestand 'werkblad-klein.yaml'"
    assert [str(bevinding) for bevinding in check_bestand(pad)] == [f"{pad}: {wat}"]


def test_a_worksheet_with_errors_hears_only_these(tmp_path: Path) -> None:
    pad = tmp_path / "anders.yaml"
    pad.write_bytes((FOUT / "werkblad-eis-woord.yaml").read_bytes())
    assert [bevinding.code for bevinding in check_bestand(pad)] == ["onbekende-keuze"]


def test_all_content_holds_the_worksheets_and_those_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    (tmp_path / "werkbladen").mkdir()
    eigen = tmp_path / "werkbladen" / "eigen.yaml"
    eigen.write_text(KLEIN, encoding="utf-8")
    paden = load_alles()
    assert eigen in paden
    assert set(WERKBLADEN) <= {pad.stem for pad in paden}
