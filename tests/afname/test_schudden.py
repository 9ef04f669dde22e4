"""Random order: fixed by its starting number, kept when going on, and every answer lands on the right question."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.schudden import build_getoond, check_willekeurig
from conflictstijl.afname.sessie import ask_sessie
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import OnderbrokenFout
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.volgorde import build_volgorde
from conflictstijl.model.vragen import Keuze, Vorm
from conflictstijl.model.vragenlijst import Vragenlijst

from .conftest import Praat, read_scherm
from .invuller import Invuller
from .lijsten import DELEN, KOP, VORMEN, antwoorden, ingevuld, lijsten, parse_lijst

ITEMS = "".join(f"  - {'forceren' if n % 2 else 'vermijden'}: Stelling {n}.\n" for n in range(1, 13))
TWAALF = parse_lijst(
    f"vragenlijst: twaalf\n{KOP}antwoorden: [Nooit, Soms, Vaak]\nschalen: [forceren, vermijden]\n"
    f"volgorde: willekeurig\nitems:\n{ITEMS}"
)
BEDOELD: tuple[Antwoord, ...] = (1, 2, 3) * 4
OPTIES = parse_lijst(VORMEN.replace("achtergrond:", "opties_volgorde: willekeurig\nachtergrond:"))

zaden = st.integers(0, 999_999_999)


def vul(lijst: Vragenlijst, bedoeld: tuple[Antwoord, ...], zaad: int | None) -> tuple[Invuller, Antwoordblad]:
    persoon = Invuller(lijst, bedoeld)
    return persoon, Regelmodus(Verloop(lijst, zaad), persoon.gesprek, lambda *_: None).ask_vragenlijst()


def test_the_same_starting_number_gives_the_same_order_and_another_one_another() -> None:
    orden = {zaad: vul(TWAALF, BEDOELD, zaad)[0].gezien for zaad in range(20)}
    assert all(vul(TWAALF, BEDOELD, zaad)[0].gezien == orde for zaad, orde in orden.items())
    assert len({tuple(orde) for orde in orden.values()}) == 20
    assert all(sorted(orde, key=int) == [str(n) for n in range(1, 13)] for orde in orden.values())


def test_the_order_belongs_to_the_starting_number_for_ever() -> None:
    # a sheet tells only the number: another order for it would make old sheets lie
    assert [plaats + 1 for plaats in build_volgorde(TWAALF, 7)] == [8, 12, 4, 11, 9, 5, 10, 2, 1, 7, 3, 6]
    assert build_getoond(OPTIES.items[4], OPTIES, 7).orde == (1, 0, 2)


def test_the_number_on_the_screen_counts_the_order_of_asking() -> None:
    persoon, _ = vul(TWAALF, BEDOELD, 7)
    assert persoon.nummers == [(nummer, 12) for nummer in range(1, 13)]


@given(st.data(), zaden)
def test_every_answer_lands_on_its_question_whatever_the_order(data: st.DataObject, zaad: int) -> None:
    lijst = data.draw(lijsten)
    bedoeld = data.draw(ingevuld(lijst))
    _, blad = vul(lijst, bedoeld, zaad)
    gevraagd = check_gevraagd(lijst, bedoeld)
    assert blad.antwoorden == tuple(een if ja else None for een, ja in zip(bedoeld, gevraagd, strict=True))
    assert blad.zaad == zaad


@given(st.data(), zaden)
def test_a_question_never_comes_before_one_it_depends_on(data: st.DataObject, zaad: int) -> None:
    lijst = data.draw(lijsten)
    volgorde = build_volgorde(lijst, zaad)
    assert sorted(volgorde) == list(range(len(lijst.vragen)))
    gesteld: set[str] = set()
    for plaats in volgorde:
        assert {eis.vraag for eis in lijst.vragen[plaats].als} <= gesteld
        gesteld.add(lijst.vragen[plaats].id)


@given(st.data(), zaden)
def test_an_answer_goes_to_the_file_and_back_to_the_screen_unchanged(data: st.DataObject, zaad: int) -> None:
    lijst = data.draw(lijsten)
    for vraag in lijst.vragen:
        getoond = build_getoond(vraag, lijst, zaad)
        antwoord = data.draw(antwoorden(vraag))
        assert getoond.read_antwoord(getoond.build_antwoord(antwoord)) == antwoord
        assert getoond.build_antwoord(getoond.read_antwoord(antwoord)) == antwoord


@pytest.mark.parametrize("vorm", [vorm for vorm in Vorm if vorm is not Vorm.STELLINGEN])
def test_options_stand_in_another_order_for_every_form(vorm: Vorm) -> None:
    keuze = next(item for item in OPTIES.keuzes if item.vorm is vorm)
    orden = {build_getoond(keuze, OPTIES, zaad).orde for zaad in range(60)}
    assert len(orden) == 6
    getoond = build_getoond(keuze, OPTIES, 3)
    assert isinstance(getoond.vraag, Keuze)
    assert [optie.tekst for optie in getoond.vraag.opties] == [keuze.opties[plaats].tekst for plaats in getoond.orde]


def test_going_back_shows_the_earlier_answer_as_it_stands_on_the_screen(praat: Praat) -> None:
    zaad = next(z for z in range(99) if build_getoond(OPTIES.items[1], OPTIES, z).orde == (2, 0, 1))
    gesprek = praat("ja", "1", "a", "terug", "", "overslaan", "overslaan", "overslaan", "Niets.", "")
    blad = Regelmodus(Verloop(OPTIES, zaad), gesprek, lambda *_: None).ask_vragenlijst()
    assert blad.antwoorden[2] == 2
    assert "Je antwoord was: a = Ik ga mee. Met Enter blijft dat zo." in read_scherm(gesprek)
    assert "  3. a = Ik ga mee. (De ander wil iets anders.)\n" in read_scherm(gesprek)


def test_questions_of_a_part_stay_together() -> None:
    lijst = parse_lijst(DELEN.replace("per_onderdeel: ja", "per_onderdeel: ja\nvolgorde: willekeurig"))
    for zaad in range(30):
        delen = [lijst.vragen[plaats].id.partition(".")[0] for plaats in build_volgorde(lijst, zaad)]
        assert delen == ["storm", "kalm", "kalm", "storm", "storm", "na", "na", "open-1"]


def test_a_fixed_order_stays_fixed_whatever_the_starting_number() -> None:
    lijst = parse_lijst(VORMEN)
    assert not check_willekeurig(lijst)
    assert build_volgorde(lijst, 5) == list(range(7))
    assert all(build_getoond(vraag, lijst, 5).orde == () for vraag in lijst.vragen)


class Bezig:
    """Sittings of one questionnaire in one folder."""

    def __init__(self, lijst: Vragenlijst, folder: Path | None) -> None:
        self.lijst, self.folder = lijst, folder

    def neem(self, persoon: Invuller, hervat: bool | None = None, zaad: int | None = None) -> Antwoordblad:
        with ask_sessie(self.lijst, persoon.gesprek, Bewaarwens(self.folder, hervat, zaad=zaad)) as zitting:
            zitting.clean()
            return zitting.blad

    def stop(self, na: int, *, mens: bool = True, zaad: int | None = None) -> list[str]:
        """Let someone stop after some questions; return the ids of those that were shown."""
        persoon = Stopper(self.lijst, BEDOELD, na, mens=mens)
        with pytest.raises(OnderbrokenFout):
            self.neem(persoon, zaad=zaad)
        return persoon.gezien


class Stopper(Invuller):
    """Someone who stops at a question."""

    def __init__(self, lijst: Vragenlijst, bedoeld: tuple[Antwoord, ...], na: int, *, mens: bool = True) -> None:
        super().__init__(lijst, bedoeld, mens=mens)
        self.na = na

    def readline(self, size: int = -1, /) -> str:
        regel = super().readline(size)
        return "stop\n" if len(self.gezien) > self.na else regel


@pytest.mark.parametrize("zaad", [None, 5])
def test_going_on_later_keeps_the_order(tmp_path: Path, zaad: int | None) -> None:
    bezig = Bezig(TWAALF, tmp_path)
    eerst = bezig.stop(4, zaad=zaad)
    later = Invuller(TWAALF, BEDOELD)
    blad = bezig.neem(later, hervat=True)
    assert eerst[-1] == later.gezien[0]
    heel = vul(TWAALF, BEDOELD, blad.zaad)[0].gezien
    assert [*eerst[:-1], *later.gezien] == heel
    assert blad.antwoorden == BEDOELD
    assert zaad in {None, blad.zaad}


def test_another_starting_number_when_going_on_changes_nothing(tmp_path: Path) -> None:
    bezig = Bezig(TWAALF, tmp_path)
    eerst = bezig.stop(4, zaad=5)
    later = Invuller(TWAALF, BEDOELD)
    assert bezig.neem(later, hervat=True, zaad=6).zaad == 5
    assert [*eerst[:-1], *later.gezien] == vul(TWAALF, BEDOELD, 5)[0].gezien


def test_who_goes_on_by_pipe_has_the_order_of_the_person_who_began(tmp_path: Path) -> None:
    bezig = Bezig(TWAALF, tmp_path)
    eerst = bezig.stop(4)
    later = Invuller(TWAALF, BEDOELD, mens=False)
    assert bezig.neem(later, hervat=True).antwoorden == BEDOELD
    assert sorted([*eerst[:-1], *later.gezien], key=int) == [item.id for item in TWAALF.items]


def test_each_person_gets_an_order_of_their_own(tmp_path: Path) -> None:
    for folder in (tmp_path, None):
        orden = []
        for _ in range(5):
            persoon = Invuller(TWAALF, BEDOELD)
            Bezig(TWAALF, folder).neem(persoon)
            orden.append(tuple(persoon.gezien))
        assert len(set(orden)) == 5


@pytest.mark.parametrize("zaad", [None, 5])
def test_by_pipe_the_order_is_that_of_the_file_unless_a_number_is_given(tmp_path: Path, zaad: int | None) -> None:
    persoon = Invuller(TWAALF, BEDOELD, mens=False)
    blad = Bezig(TWAALF, tmp_path).neem(persoon, zaad=zaad)
    assert (persoon.gezien == [item.id for item in TWAALF.items]) is (zaad is None)
    assert (blad.zaad, blad.antwoorden) == (zaad, BEDOELD)


def test_a_sheet_of_a_fixed_order_names_no_starting_number(tmp_path: Path, praat: Praat) -> None:
    lijst = parse_lijst(DELEN)
    gesprek = praat("nee", "1", "2", "3", "1", "Niets.", mens=False)
    with ask_sessie(lijst, gesprek, Bewaarwens(tmp_path, zaad=5)) as zitting:
        assert zitting.blad.zaad is None
