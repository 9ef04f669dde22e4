"""What on a worksheet may lead to a person: planted names are caught in every answer, and nothing else is."""

from pathlib import Path

import pytest

from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.bladvulling import Bladprivacy
from conflictstijl.model.werkblad import Invulling, Regels, Werkblad
from conflictstijl.rekenen.bladprivacy import check_invulling, check_vraag
from tests.laden.lezen import GOED

from .test_herleidbaar import GEMIST, TEKSTEN, load_verwacht

VUL = load_werkblad(str(GOED / "werkblad-vul.yaml"))
PARTIJEN = load_werkblad(str(GOED / "werkblad-heel.yaml"))._replace(privacy=Bladprivacy.NAKIJKEN)


def vul(blad: Werkblad, **antwoorden: Regels) -> Invulling:
    return Invulling(blad.id, blad.versie, {("", naam): regels for naam, regels in antwoorden.items()})


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: str(pad.stem))
def test_what_is_planted_in_an_answer_is_caught_where_it_stands_and_nothing_else(pad: Path) -> None:
    regels = tuple(regel.strip() for regel in pad.read_text(encoding="utf-8").splitlines())
    gevonden = check_invulling(VUL, vul(VUL, titel=("De zaak",), verhaal=tuple(filter(None, regels))))
    verwacht = [vondst for vondst in load_verwacht(pad) if vondst not in GEMIST.get(pad.stem, [])]
    assert len(gevonden) == len(verwacht)
    for regel, vondst in zip(gevonden, verwacht, strict=True):
        assert regel.startswith("Bij 'Verhaal'")
        assert vondst.soort in regel


def test_a_name_in_one_answer_is_one_in_the_others() -> None:
    gevonden = check_invulling(VUL, vul(VUL, titel=("Zorros hoed.",), verhaal=("Iets.", "Toen belde Zorro.")))
    assert [regel.partition(".")[0] for regel in gevonden] == [
        "Bij 'Titel': naam 'Zorros'",
        "Bij 'Verhaal', regel 2: naam 'Zorro'",
    ]
    assert check_invulling(VUL, vul(VUL, titel=("Zorros hoed.",))) == []


def test_a_party_is_named_with_what_is_said_about_it() -> None:
    antwoorden = {("", "partijen"): ("de moeder", "Fatima"), ("de moeder", "standpunt"): ("Zij en Zorro gaan.",)}
    gevonden = check_invulling(PARTIJEN, Invulling(PARTIJEN.id, PARTIJEN.versie, antwoorden))
    assert [regel.partition(".")[0] for regel in gevonden] == [
        "Bij 'Wie erbij zijn', regel 2: naam 'Fatima'",
        "Bij 'Standpunt' (de moeder): naam 'Zorro'",
    ]


def test_a_choice_from_a_list_is_nobody() -> None:
    vraag = next(vraag for vraag in PARTIJEN.delen[1].vragen if vraag.id == "weet_ik")
    blad = PARTIJEN._replace(delen=(PARTIJEN.delen[0]._replace(vragen=(vraag._replace(keuzes=("Fatima", "Zorro")),)),))
    assert check_invulling(blad, vul(blad, weet_ik=("Fatima",))) == []


def test_a_worksheet_that_does_not_ask_for_it_is_not_looked_at() -> None:
    blad = VUL._replace(privacy=None)
    assert check_invulling(blad, vul(blad, titel=("Toen belde Fatima.",))) == []
    assert check_invulling(VUL, vul(VUL, titel=("Toen belde Fatima.",))) != []


def test_one_answer_is_looked_at_by_itself() -> None:
    from conflictstijl.model.bladrij import build_bladrij

    vraag = build_bladrij(VUL, {}).vragen[0]
    assert check_vraag(VUL, vraag, ("Toen belde Fatima.",)) == (
        "Bij 'Titel': naam 'Fatima'. Schrijf een rol, zoals 'de moeder' of 'de school', of haal het weg.",
    )
    assert check_vraag(VUL, vraag, ("Toen belde de moeder.",)) == ()
