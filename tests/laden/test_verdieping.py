"""A deepening list: which one belongs to which questionnaire, and what both are together."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden import catalogus
from conflictstijl.laden.catalogus import load_verdieping, load_vragenlijst
from conflictstijl.laden.verdieping import build_samen, check_samen
from conflictstijl.model.vragen import OpenVraag, Voorwaarde
from conflictstijl.model.vragenlijst import Onderdeel, Schaal, Vragenlijst
from tests.bouwers import GOED, build_antwoordschaal


def load_twee() -> tuple[Vragenlijst, Vragenlijst]:
    return load_vragenlijst("likert-twintig"), load_vragenlijst("verdieping")


def test_both_lists_together_ask_the_items_of_both() -> None:
    samen = load_vragenlijst("likert-twintig", met="verdieping")
    assert [item.id for item in samen.items[18:]] == ["19", "20", "bij.1", "bij.2", "bij.3", "bij.4", "bij.eis"]
    assert [item.erbij for item in samen.items] == [False] * 20 + [True] * 5
    assert (samen.id, samen.met, samen.minuten) == ("likert-twintig", "verdieping", 6)


def test_the_time_is_unknown_when_it_is_unknown_for_one_of_both() -> None:
    basis, erbij = load_twee()
    assert build_samen(basis, replace(erbij, minuten=None)).minuten is None


def test_a_deepening_list_is_found_by_the_questionnaire_it_names() -> None:
    basis, erbij = load_twee()
    assert load_verdieping(basis) == erbij
    assert load_verdieping(erbij) is None


def test_a_list_that_cannot_be_added_or_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogus, "load_eigen_map", lambda *_: tmp_path)
    (tmp_path / "team.yaml").write_text(GOED, encoding="utf-8")
    (tmp_path / "ander.yaml").write_text(f"{GOED.replace('[Nooit', '[Niet')}bij: team\n", encoding="utf-8")
    (tmp_path / "kapot.yaml").write_text("bij: team\n", encoding="utf-8")
    (tmp_path / f"{'x' * 90}.yaml").write_text(GOED, encoding="utf-8")
    assert load_verdieping(load_vragenlijst("team")) is None
    (tmp_path / "zus.yaml").write_text(f"{GOED.replace('lijst: team', 'lijst: zus')}bij: team\n", encoding="utf-8")
    gevonden = load_verdieping(load_vragenlijst("team"))
    assert gevonden is not None
    assert gevonden.id == "zus"


def build_ongelijk() -> dict[str, tuple[Vragenlijst, str]]:
    """Return lists that do not belong to the basis, with the reason."""
    _, erbij = load_twee()
    eerste, *rest = erbij.items
    meer = "'verdieping' heeft meer dan stellingen, en kan daarom niet bij 'likert-twintig'"
    anders = "'verdieping' heeft andere antwoorden dan 'likert-twintig'"
    als = replace(eerste, als=(Voorwaarde("1", (1,)),))
    return {
        "bij": (replace(erbij, bij=""), "'verdieping' hoort niet bij 'likert-twintig'"),
        "schalen": (
            replace(erbij, schalen=(Schaal("forceren", "forceren"),)),
            "'verdieping' heeft andere schalen dan 'likert-twintig'",
        ),
        "antwoorden": (replace(erbij, antwoorden=build_antwoordschaal(range(5))), anders),
        "vorm": (replace(erbij, items=load_vragenlijst("paren").items), anders),
        "onderdelen": (replace(erbij, onderdelen=(Onderdeel("een", "Een"),)), meer),
        "achtergrond": (replace(erbij, achtergrond=load_vragenlijst("vertakking").achtergrond), meer),
        "open": (replace(erbij, open=(OpenVraag("a", "Wat?"),)), meer),
        "als": (replace(erbij, items=(als, *rest)), meer),
    }


@pytest.mark.parametrize("soort", ["bij", "schalen", "antwoorden", "vorm", "onderdelen", "achtergrond", "open", "als"])
def test_lists_that_differ_are_not_put_together(soort: str) -> None:
    basis, _ = load_twee()
    erbij, wat = build_ongelijk()[soort]
    assert check_samen(basis, erbij) == wat
    with pytest.raises(GebruikFout, match="kijk met 'conflictstijl vragenlijsten' wat bij elkaar hoort"):
        build_samen(basis, erbij)


def test_rules_of_the_basis_hold_for_both() -> None:
    basis, erbij = load_twee()
    assert build_samen(basis, replace(erbij, ontbrekend=Fraction(1))).ontbrekend == basis.ontbrekend
