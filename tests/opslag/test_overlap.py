"""What is left over from a finished test goes only when a result has every answer of it; other answers stay, beside."""

from dataclasses import replace
from pathlib import Path

import pytest

from conflictstijl import bewaren, toepassing
from conflictstijl.fouten import SchrijfFout
from conflictstijl.laden.catalogus import load_verdieping
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import Bewaard, load_alle
from conflictstijl.opslag.geschiedenis import build_sessies, load_uitslagen, read_sessie, write_uitslag
from conflictstijl.opslag.journaal import build_journaal, build_kop
from conflictstijl.opslag.journaalregels import NOOIT, JournaalKop, Stand
from conflictstijl.opslag.opruiming import clean_klaar, load_horend
from conflictstijl.opslag.overlap import check_opgenomen, check_vervangt
from conflictstijl.opslag.uitslagregels import Uitslag
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

from .uitslagen import SESSIE, bouw_uitslag, load_lijsten, meng, vervang

LIJST = load_lijsten()["delen"]
UITSLAG = bouw_uitslag(LIJST)
TAKKEN = load_lijsten()["takken"]
BASIS = toepassing.load_vragenlijst("conflictstijlen")


def verdieping() -> Vragenlijst:
    erbij = load_verdieping(BASIS)
    assert erbij is not None
    return erbij


VERDIEPT = bouw_uitslag(load_lijsten()["verdiept"])


def anders(uitslag: Uitslag, plaats: int = 1) -> Uitslag:
    """The same test with another answer to one statement."""
    lijst, antwoorden = uitslag.vragenlijst, uitslag.blad.antwoorden
    vraag = lijst.vragen[plaats]
    assert isinstance(vraag, Stelling)
    waarde = next(punt.waarde for punt in vraag.antwoorden.punten if punt.waarde != antwoorden[plaats])
    return bouw_uitslag(lijst, 1, meng(uitslag.blad, antwoorden=vervang(antwoorden, plaats, waarde)))


def bouw_kop(lijst: Vragenlijst) -> JournaalKop:
    return replace(build_kop(lijst, build_vingerafdruk(lijst)), sessie=SESSIE)


def bouw_bewaard(lijst: Vragenlijst, stand: Stand) -> Bewaard:
    return Bewaard(Path("x.jsonl"), bouw_kop(lijst), stand)


def schrijf_journaal(map_: Path, lijst: Vragenlijst, antwoorden: tuple[Antwoord, ...]) -> None:
    with build_journaal(map_, bouw_kop(lijst)) as journaal:
        for plaats, antwoord in enumerate(antwoorden):
            journaal.write_antwoord(plaats, antwoord)


def split_verdiept() -> tuple[tuple[Antwoord, ...], tuple[Antwoord, ...]]:
    """The answers to the list, and those to what deepens it."""
    aantal = len(BASIS.vragen)
    antwoorden = VERDIEPT.blad.antwoorden
    return antwoorden[:aantal], antwoorden[aantal:]


def test_a_journal_with_all_or_the_first_of_the_answers_is_in_the_result() -> None:
    antwoorden = UITSLAG.blad.antwoorden
    for aantal in range(len(antwoorden) + 1):
        rest = (NOOIT,) * (len(antwoorden) - aantal)
        assert check_opgenomen(bouw_bewaard(LIJST, antwoorden[:aantal] + rest), UITSLAG)


@pytest.mark.parametrize("plaats", [1, 2, 3])
def test_one_other_answer_keeps_a_journal(plaats: int) -> None:
    assert not check_opgenomen(bouw_bewaard(LIJST, anders(UITSLAG, plaats).blad.antwoorden), UITSLAG)


def test_a_damaged_journal_or_one_of_another_list_is_not_in_the_result() -> None:
    heel = bouw_bewaard(LIJST, UITSLAG.blad.antwoorden)
    assert check_opgenomen(heel, UITSLAG)
    assert not check_opgenomen(replace(heel, opnieuw=(2,)), UITSLAG)
    assert not check_opgenomen(replace(heel, onleesbaar=1), UITSLAG)
    assert not check_opgenomen(replace(heel, kop=replace(heel.kop, vragenlijst="delen.ander")), UITSLAG)


def test_an_answer_that_no_longer_counted_when_the_test_was_finished_keeps_no_journal() -> None:
    antwoorden = bouw_uitslag(TAKKEN).blad.antwoorden
    # who first said yes and then no left the question behind to which yes leads
    uitslag = bouw_uitslag(TAKKEN, 1, meng(bouw_uitslag(TAKKEN).blad, antwoorden=(1, None, *antwoorden[2:])))
    assert check_opgenomen(bouw_bewaard(TAKKEN, (1, 0, *antwoorden[2:])), uitslag)
    assert not check_opgenomen(bouw_bewaard(TAKKEN, (0, 0, *antwoorden[2:])), uitslag)


def test_both_journals_of_a_deepened_test_are_in_its_result() -> None:
    eerst, erbij = split_verdiept()
    assert check_opgenomen(bouw_bewaard(BASIS, eerst), VERDIEPT)
    assert check_opgenomen(bouw_bewaard(verdieping(), erbij), VERDIEPT)
    for lijst, antwoorden in ((BASIS, eerst), (verdieping(), erbij)):
        waarde = 5 if antwoorden[4] != 5 else 4
        assert not check_opgenomen(bouw_bewaard(lijst, vervang(antwoorden, 4, waarde)), VERDIEPT)
    assert not check_opgenomen(bouw_bewaard(verdieping(), erbij), bouw_uitslag(BASIS))


def test_of_a_changed_questionnaire_the_questions_that_stayed_decide() -> None:
    oud = replace(LIJST, versie="0.9", items=(replace(LIJST.stellingen[0], tekst="Oude tekst."), *LIJST.items[1:]))
    antwoorden = UITSLAG.blad.antwoorden
    assert check_opgenomen(bouw_bewaard(oud, vervang(antwoorden, 1, 3 if antwoorden[1] != 3 else 2)), UITSLAG)
    assert not check_opgenomen(bouw_bewaard(oud, anders(UITSLAG, 2).blad.antwoorden), UITSLAG)
    ander = replace(LIJST, achtergrond=(), open=(), items=(replace(LIJST.stellingen[0], tekst="Oude tekst."),))
    assert not check_opgenomen(bouw_bewaard(ander, (3,)), UITSLAG)


def test_an_older_journal_tells_its_questions_by_the_version() -> None:
    heel = bouw_bewaard(LIJST, UITSLAG.blad.antwoorden)
    oud = replace(heel, kop=replace(heel.kop, afdrukken=()))
    assert check_opgenomen(oud, UITSLAG)
    assert not check_opgenomen(replace(oud, antwoorden=anders(UITSLAG).blad.antwoorden), UITSLAG)
    assert not check_opgenomen(replace(oud, kop=replace(oud.kop, versie="0.9")), UITSLAG)


def test_a_result_takes_the_place_only_of_one_whose_answers_it_has() -> None:
    kaal = bouw_uitslag(BASIS, 1, meng(VERDIEPT.blad, antwoorden=split_verdiept()[0]))
    assert check_vervangt(VERDIEPT, kaal)
    assert not check_vervangt(kaal, VERDIEPT)
    assert not check_vervangt(anders(kaal), kaal)
    assert not check_vervangt(bouw_uitslag(load_lijsten()["kort"]), kaal)


def test_a_journal_with_other_answers_than_the_result_of_its_session_stays(tmp_path: Path) -> None:
    schrijf_journaal(tmp_path / "begonnen", LIJST, anders(UITSLAG).blad.antwoorden)
    write_uitslag(tmp_path / "resultaten", UITSLAG)
    assert clean_klaar(tmp_path / "begonnen", tmp_path / "resultaten", bewaren.check_uitslag) == []
    (bewaard,) = load_alle(tmp_path / "begonnen").bewaard
    assert bewaard.antwoorden == anders(UITSLAG).blad.antwoorden


def test_a_result_with_other_answers_is_kept_beside_and_its_journal_can_go(tmp_path: Path) -> None:
    map_ = tmp_path / "resultaten"
    eerst = write_uitslag(map_, UITSLAG)
    voor = eerst.read_bytes()
    schrijf_journaal(tmp_path / "begonnen", LIJST, anders(UITSLAG).blad.antwoorden)
    naast = write_uitslag(map_, anders(UITSLAG))
    assert eerst.read_bytes() == voor
    assert read_sessie(naast) in build_sessies(SESSIE)[1:]
    # after a crash the test may be finished once more
    assert write_uitslag(map_, anders(UITSLAG)) == naast
    uitslagen, meldingen = load_uitslagen(map_, bewaren.check_uitslag)
    assert ({een.blad for een in uitslagen}, meldingen) == ({UITSLAG.blad, anders(UITSLAG).blad}, [])
    (uitslag,) = clean_klaar(tmp_path / "begonnen", map_, bewaren.check_uitslag)
    assert uitslag.pad == naast
    assert load_alle(tmp_path / "begonnen").bewaard == ()


def test_a_damaged_result_is_not_written_over(tmp_path: Path) -> None:
    stuk = write_uitslag(tmp_path, UITSLAG)
    stuk.write_bytes(b"kapot")
    assert write_uitslag(tmp_path, UITSLAG) != stuk
    assert stuk.read_bytes() == b"kapot"


def test_there_is_an_end_to_results_of_one_session(tmp_path: Path) -> None:
    for sessie in build_sessies(SESSIE):
        write_uitslag(tmp_path, replace(UITSLAG, sessie=sessie))
    with pytest.raises(SchrijfFout, match="van deze test staan er al te veel uitslagen; wis er een"):
        write_uitslag(tmp_path, anders(UITSLAG))


def test_in_a_folder_that_is_none_nothing_belongs_to_a_result(tmp_path: Path) -> None:
    pad = write_uitslag(tmp_path / "resultaten", UITSLAG)
    (tmp_path / "begonnen").write_text("geen map")
    assert load_horend(tmp_path / "begonnen", [pad]) == []
    assert clean_klaar(tmp_path / "begonnen", tmp_path / "resultaten") == []
