"""An author who writes another name of a style is told how it is called here."""

import pytest

from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.laden.stijlnamen import ANDERE_NAMEN
from conflictstijl.laden.vragenlijst import parse_vragenlijst
from conflictstijl.laden.yamlbron import parse_yaml
from conflictstijl.tekst import fold_tekst
from tests.bouwers import GOED

from .proefbestand import merge

EIGEN = "schalen: {samenwerken: Samen, vermijden: Mijden}\nitems:\n"


def list_regels(stuk: str) -> list[str]:
    bevindingen = Bevindingen()
    wortel = parse_yaml(merge(GOED, stuk), "x.yaml", bevindingen)
    assert wortel is not None
    parse_vragenlijst(wortel, bevindingen)
    return [str(bevinding).partition(": ")[2] for bevinding in bevindingen]


def test_every_name_in_the_file_with_styles_is_known() -> None:
    for stijl in load_kennis().stijlen.stijlen.values():
        namen = {fold_tekst(stijl.naam.partition(" (")[0]), fold_tekst(stijl.kort), *map(fold_tekst, stijl.ook)}
        assert {*namen, stijl.id} == {*ANDERE_NAMEN[stijl.id], stijl.id}


@pytest.mark.parametrize(
    ("stuk", "regel"),
    [
        ("schalen: [samenwerken, Ontwijken]", "'Ontwijken' is geen stijl; 'Ontwijken' heet hier 'vermijden'"),
        (f"{EIGEN}  - integreren: Ik vraag.\n", "onbekende schaal 'integreren'; 'integreren' heet hier 'samenwerken'"),
        (
            f"{EIGEN}  - samen oplossen: Ik.\n",
            "'samen oplossen' is geen sleutel; 'samen oplossen' heet hier 'samenwerken'",
        ),
        (
            f"{EIGEN}  - doorzetten: Ik vraag.\n",
            "onbekende schaal 'doorzetten'; kies uit: samenwerken, vermijden",
        ),
        (
            "afgeleid: {saldo: samenwerken - ontwijken}",
            "onbekende schaal 'ontwijken'; 'ontwijken' heet hier 'vermijden'",
        ),
    ],
)
def test_another_name_of_a_scale_that_is_there_comes_with_its_id(stuk: str, regel: str) -> None:
    assert regel in list_regels(stuk)
