"""The public API about situations: advice from factors, a case or a file, and never without safety."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import conflictstijl
from conflictstijl import adviseren
from conflictstijl.fouten import GebruikFout, InvoerFout
from conflictstijl.model.situatie import Gebruik, Hulp, Situatieadvies

VEILIG = {"veiligheid": "veilig"}


def build_open(situatie: Mapping[str, str] | str | Path, **rest: Any) -> Situatieadvies:
    """Return the advice for a situation that is safe."""
    advies = conflictstijl.build_advies(situatie, **rest)
    assert isinstance(advies, Situatieadvies)
    return advies


def test_factors_give_advice() -> None:
    advies = build_open({**VEILIG, "tijdelijk": "volstaat"})
    assert advies.advies == ("compromis",)
    assert advies.poort is None


@pytest.mark.parametrize("soort", [str, Path])
def test_a_case_gives_advice_by_its_id_and_a_file_by_its_path(soort: type, tmp_path: Path) -> None:
    assert build_open("rooster").advies == ("compromis",)
    bron = Path(adviseren.__file__).parent.parent / "vragenlijsten" / "casussen" / "rooster.yaml"
    kopie = tmp_path / "rooster.yaml"
    kopie.write_bytes(bron.read_bytes())
    assert build_open(soort(kopie)).advies == ("compromis",)


def test_unless_it_is_safe_there_is_help_and_no_style() -> None:
    for stand in ("onveilig", "twijfel"):
        advies = conflictstijl.build_advies({"veiligheid": stand, "noodgeval": "ja"})
        assert isinstance(advies, Hulp)
        assert (advies.poort, advies.stand) == ("veiligheid", stand)
        assert advies.hulp


@pytest.mark.parametrize("situatie", [{"macht": "meer"}, {}, "vechtscheiding"])
def test_saying_nothing_about_safety_is_refused(situatie: dict[str, str] | str) -> None:
    with pytest.raises(GebruikFout, match="veiligheid"):
        conflictstijl.build_advies(situatie)


def test_unknown_factors_levels_and_cases_are_refused() -> None:
    for situatie in ({**VEILIG, "magt": "meer"}, {**VEILIG, "macht": "groot"}, "bestaat-niet"):
        with pytest.raises(GebruikFout):
            conflictstijl.build_advies(situatie)
    with pytest.raises(InvoerFout):
        conflictstijl.build_advies("weg.yaml")


def test_a_profile_is_laid_beside_the_situation() -> None:
    lijst = conflictstijl.load_vragenlijst("conflictstijlen-kort")
    profiel = conflictstijl.score_antwoorden(lijst, [3] * 15)
    for gegeven in (None, lijst, "conflictstijlen-kort"):
        advies = build_open("rooster", profiel=profiel, vragenlijst=gegeven)
        assert advies.verschil is not None
        assert advies.verschil.gevraagd == "compromis"


def test_a_style_with_a_scale_in_each_part_has_no_single_word() -> None:
    lijst = conflictstijl.load_vragenlijst("rustig-en-gespannen")
    profiel = conflictstijl.score_antwoorden(lijst, [3] * len(lijst.items))
    assert adviseren.build_gebruik_van(profiel, lijst) == Gebruik({}, (), ())
    kort = conflictstijl.load_vragenlijst("conflictstijlen-kort")
    woorden = adviseren.build_gebruik_van(conflictstijl.score_antwoorden(kort, [3] * 15), kort).woorden
    assert set(woorden.values()) == {"soms"}
    assert len(woorden) == 5


def test_a_profile_about_someone_else_is_refused() -> None:
    lijst = conflictstijl.load_vragenlijst("conflictstijlen", vorm="ander")
    profiel = conflictstijl.score_antwoorden(lijst, [3] * 30)
    for gegeven in (None, lijst):
        with pytest.raises(GebruikFout, match="over een ander"):
            conflictstijl.build_advies("werkplek", profiel=profiel, vragenlijst=gegeven)


def test_a_wrong_factor_is_no_reason_to_withhold_help() -> None:
    assert conflictstijl.build_advies({"veiligheid": "onveilig", "machtt": "x"}).poort == "veiligheid"


@pytest.mark.parametrize("stand", ["onveilig", "twijfel"])
def test_a_case_that_is_not_safe_stays_so_whatever_is_given_beside_it(stand: str) -> None:
    casus = adviseren.load_casus("rooster")
    assert adviseren.build_kenmerken(VEILIG, casus._replace(veiligheid=stand))["veiligheid"] == stand
    assert adviseren.build_kenmerken(VEILIG, casus._replace(veiligheid="eerst-vragen"))["veiligheid"] == "veilig"
