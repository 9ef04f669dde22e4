"""Labels that mean something else to who types them: the words of taking a test, and of what does not apply."""

import pytest

from conflictstijl.afname.gesprek import HULP, STOP, TERUG
from conflictstijl.afname.regelmodus import _KLAAR, _LIJST, _OVERSLAAN
from conflictstijl.laden.antwoord import NVT_WOORDEN
from conflictstijl.laden.antwoordschaal import OPDRACHTWOORDEN, parse_antwoordschaal
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.knopen import Kaart
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.model.vragen import Antwoordschaal


def parse(antwoorden: str) -> tuple[Antwoordschaal | None, Bevindingen]:
    bevindingen = Bevindingen()
    wortel = parse_yaml(f"antwoorden: {antwoorden}\n", "x.yaml", bevindingen)
    assert isinstance(wortel, Kaart)
    return parse_antwoordschaal(wortel.paren[0][1], bevindingen), bevindingen


def test_every_word_that_is_a_command_while_taking_a_test_is_known() -> None:
    assert set(OPDRACHTWOORDEN) == (STOP | TERUG | HULP | _OVERSLAAN | _KLAAR | _LIJST) - {""}


@pytest.mark.parametrize("woord", OPDRACHTWOORDEN)
def test_a_label_that_is_a_command_is_kept_with_a_warning(woord: str) -> None:
    schaal, bevindingen = parse(f'[Nooit, "{woord.upper()}"]')
    assert schaal is not None
    assert [punt.label for punt in schaal.punten] == ["Nooit", woord.upper()]
    assert [bevinding.code for bevinding in bevindingen] == ["antwoorden"]
    assert not bevindingen.count_fouten()


@pytest.mark.parametrize("woord", NVT_WOORDEN)
def test_a_word_that_a_sheet_takes_for_not_applicable_is_no_label_with_a_value(woord: str) -> None:
    schaal, bevindingen = parse(f"[Nooit, Vaak, {woord}]")
    assert schaal is None
    assert bevindingen.count_fouten() == 1
    assert parse(f"{{1: Nooit, 2: Vaak, nvt: {woord}}}")[1] == []


def test_a_label_that_only_begins_with_a_command_gives_no_finding() -> None:
    assert parse("[Stopzetten, Terugkomen, Helpen, Nvt bij mij]")[1] == []
