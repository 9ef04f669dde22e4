"""Intervision methods: the shipped ones, and what a method says about its minutes."""

from pathlib import Path

import pytest

from conflictstijl.controle import check_bestand, load_alles
from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.werkvormen import load_werkvorm, load_werkvormen, parse_werkvorm
from conflictstijl.model.werkvorm import GEWOON, MINSTENS, Niveau, Werkvorm

from .lezen import FOUT, GOED, WERKVORMEN, parse_boom

KLEIN = (GOED / "werkvorm-klein.yaml").read_text(encoding="utf-8")


def parse_tekst(tekst: str) -> tuple[Werkvorm, list[str]]:
    """Return the method that a text describes, and the codes of its findings."""
    bevindingen = Bevindingen()
    boom = parse_boom("werkvorm-x.yaml", tekst.encode())
    assert boom is not None
    return parse_werkvorm(boom, bevindingen), [bevinding.code for bevinding in bevindingen]


# what is shipped


def test_the_shipped_methods_are_the_fixed_ones(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("conflictstijl.laden.catalogus.load_eigen_map", lambda *_: tmp_path)
    werkvormen, bevindingen = load_werkvormen()
    assert bevindingen == []
    assert [werkvorm.id for werkvorm in werkvormen] == sorted(WERKVORMEN)


@pytest.mark.parametrize("naam", WERKVORMEN)
def test_a_shipped_method_says_when_not_to_use_it_with_safety_first(naam: str) -> None:
    werkvorm = load_werkvorm(naam)
    assert len(werkvorm.niet_als) >= 3
    assert "geweld" in werkvorm.niet_als[0]
    assert "twijfelt" in werkvorm.niet_als[0]


@pytest.mark.parametrize("naam", WERKVORMEN)
def test_a_shipped_method_agrees_on_silence_in_its_first_step_except_for_danger(naam: str) -> None:
    afspraak = " ".join(load_werkvorm(naam).stappen[0].doet)
    assert "Alleen als iemand gevaar loopt, geldt dat niet." in afspraak


@pytest.mark.parametrize("naam", WERKVORMEN)
def test_a_shipped_method_has_all_that_a_facilitator_needs(naam: str) -> None:
    werkvorm = load_werkvorm(naam)
    assert "Begeleider" in [rol.naam for rol in werkvorm.rollen]
    assert all((werkvorm.voorbereiding, werkvorm.let_op, werkvorm.valkuilen, werkvorm.bron))
    assert all(stap.doet and stap.zegt for stap in werkvorm.stappen)


@pytest.mark.parametrize(("naam", "aantal"), [("tienstappen", 10), ("vijfstappen", 5), ("balint", 11)])
def test_a_method_named_after_its_steps_has_as_many(naam: str, aantal: int) -> None:
    assert len(load_werkvorm(naam).stappen) == aantal


def test_the_learning_circle_meets_three_times_and_each_time_looks_who_is_there() -> None:
    werkvorm = load_werkvorm("leerkring")
    assert werkvorm.bijeenkomsten == (1, 2, 3)
    assert werkvorm.aan_tafel == ("wonen", "welzijn", "zorg")
    for nummer in werkvorm.bijeenkomsten:
        eerste = " ".join(werkvorm.read_stappen(nummer)[0].doet)
        assert all(domein in eerste for domein in werkvorm.aan_tafel)


# how it is read


def test_what_is_left_out_is_usual() -> None:
    werkvorm, codes = parse_tekst(KLEIN)
    assert codes == []
    assert (werkvorm.duur, werkvorm.gewone_groep) == (GEWOON, 4)
    assert (werkvorm.geschikt.niveau, werkvorm.geschikt.veilige_groep) == (Niveau.BEGINNERS, False)
    assert [(stap.minstens, stap.deel, stap.bijeenkomst) for stap in werkvorm.stappen] == [(MINSTENS, 1, 1)]


def test_minutes_are_read_in_each_way_to_write_them() -> None:
    werkvorm, codes = parse_tekst((GOED / "werkvorm-heel.yaml").read_text(encoding="utf-8"))
    assert codes == []
    assert [(stap.minstens, stap.per_deelnemer, stap.deel, stap.bijeenkomst) for stap in werkvorm.stappen] == [
        (5, 0, 0, 1),
        (5, 2, 0, 1),
        (10, 0, 2, 1),
        (10, 1, 9, 2),
    ]


def test_without_a_usual_length_a_long_method_takes_its_shortest() -> None:
    werkvorm, codes = parse_tekst(KLEIN.replace("{deel: 1}", "{minstens: 110, deel: 1}"))
    assert (werkvorm.duur, codes) == (110, [])


@pytest.mark.parametrize("tekst", ["[]", "los", "{}", "''"])
def test_a_tree_that_is_no_group_is_one_finding(tekst: str) -> None:
    assert parse_tekst(tekst)[1] in (["geen-groep"], ["leeg"])


def test_a_method_of_which_nothing_grows_and_that_is_too_long_hears_both() -> None:
    stap = "{naam: Praten, minuten: {per_deelnemer: 15, minstens: 100}, doet: Praat.}"
    tekst = KLEIN.replace("hoogstens: 4", "hoogstens: 20").replace(
        "{naam: Praten, minuten: {deel: 1}, doet: Vraagt hoe het gaat.}", stap
    )
    assert parse_tekst(tekst)[1] == ["agenda", "agenda"]


def test_an_unknown_method_comes_with_the_nearest_name() -> None:
    with pytest.raises(GebruikFout, match="er is geen werkvorm 'balind'; bedoelde je 'balint'"):
        load_werkvorm("balind")


def test_a_damaged_method_is_refused_with_its_place() -> None:
    pad = str(FOUT / "werkvorm-minuten-woord.yaml")
    with pytest.raises(InvoerFout) as fout:
        load_werkvorm(pad)
    assert [regel.split(": ")[0] for regel in fout.value.regels()] == [f"{pad}:9:29"]


def test_a_damaged_method_of_ones_own_is_told_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kapot.yaml").write_bytes((FOUT / "werkvorm-vaste-stappen.yaml").read_bytes())
    (tmp_path / "werkvorm-klein.yaml").write_text(KLEIN, encoding="utf-8")
    monkeypatch.setattr("conflictstijl.laden.catalogus.load_eigen_map", lambda *_: tmp_path)
    werkvormen, bevindingen = load_werkvormen()
    assert [bevinding.code for bevinding in bevindingen] == ["agenda"]
    assert {werkvorm.id for werkvorm in werkvormen} == {*WERKVORMEN, "werkvorm-klein"}


# how it is checked


def test_a_method_whose_file_has_another_name_is_told(tmp_path: Path) -> None:
    pad = tmp_path / "anders.yaml"
    pad.write_text(KLEIN, encoding="utf-8")
    wat = "het bestand heet anders dan de werkvorm 'werkvorm-klein'; noem het bestand 'werkvorm-klein.yaml'"
    assert [str(bevinding) for bevinding in check_bestand(pad)] == [f"{pad}: {wat}"]


def test_a_method_with_errors_hears_only_these(tmp_path: Path) -> None:
    pad = tmp_path / "anders.yaml"
    pad.write_bytes((FOUT / "werkvorm-vaste-stappen.yaml").read_bytes())
    assert [bevinding.code for bevinding in check_bestand(pad)] == ["agenda"]


def test_all_content_holds_the_methods_and_those_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONFLICTSTIJL_MAP", str(tmp_path))
    (tmp_path / "werkvormen").mkdir()
    eigen = tmp_path / "werkvormen" / "eigen.yaml"
    eigen.write_text(KLEIN, encoding="utf-8")
    paden = load_alles()
    assert eigen in paden
    assert set(WERKVORMEN) <= {pad.stem for pad in paden}
