"""Whatever is typed at any questionnaire: nothing fails or is too wide, and what is kept is what was given."""

import tempfile
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl import toepassing
from conflictstijl.afname.eerder import Bewaarwens
from conflictstijl.afname.gesprek import Gesprek
from conflictstijl.afname.regelmodus import Regelmodus
from conflictstijl.afname.sessie import ask_sessie
from conflictstijl.afname.verloop import Verloop
from conflictstijl.fouten import GebruikFout, OnderbrokenFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vertakking import check_gevraagd
from conflictstijl.model.vragen import check_antwoord
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaalregels import NOOIT
from conflictstijl.rekenen.vingerafdruk import build_vingerafdruk

from .invuller import Invuller
from .lijsten import LASTIG, ingevuld, lijsten

woorden = st.sampled_from(
    ["1", "2", "3", "a", "b", "ab", "ba", "a b", "abc", "cba", "abcd", "5 2", "1 0", "7 0 0", "100 0 0 0", "nvt",
     "overslaan", "terug", "?", "", "lijst", "klaar", "ja", "nee", 'Niets: "x"', "9", "forceren", *LASTIG]
)  # fmt: skip
getypt = st.lists(woorden | st.text(max_size=30), max_size=40)


def build_gesprek(regels: list[str], breedte: int = 80, *, mens: bool = True) -> Gesprek:
    schoon = (regel.replace("\r", " ").replace("\n", " ") for regel in regels)
    return Gesprek(StringIO("".join(f"{regel}\n" for regel in schoon)), StringIO(), breedte, mens)


@given(lijst=lijsten, regels=getypt, mens=st.booleans(), zaad=st.none() | st.integers(0, 99))
def test_only_a_stop_or_a_wrong_line_ends_it_and_every_kept_answer_is_a_possible_one(
    lijst: Vragenlijst, regels: list[str], *, mens: bool, zaad: int | None
) -> None:
    verloop, bewaard = Verloop(lijst, zaad), dict[int, Antwoord]()
    modus = Regelmodus(verloop, build_gesprek(regels, mens=mens), bewaard.__setitem__)
    with suppress(OnderbrokenFout, *([] if mens else [GebruikFout])):
        modus.ask_vragenlijst()
    assert verloop.antwoorden == [bewaard.get(plaats) for plaats in range(len(lijst.vragen))]
    assert all(check_antwoord(een, vraag) for een, vraag in zip(verloop.antwoorden, lijst.vragen, strict=True))
    gevraagd = check_gevraagd(lijst, verloop.antwoorden)
    assert [een for een, ja in zip(verloop.build_blad().antwoorden, gevraagd, strict=True) if not ja and een] == []


@given(lijsten, getypt, st.integers(20, 100))
def test_no_line_is_wider_than_the_terminal_for_any_form(lijst: Vragenlijst, regels: list[str], breedte: int) -> None:
    gesprek = build_gesprek(regels, breedte)
    with suppress(OnderbrokenFout):
        Regelmodus(Verloop(lijst), gesprek, lambda *_: None).ask_vragenlijst()
    assert isinstance(gesprek.scherm, StringIO)
    # what is typed is not echoed here, so a line after a prompt begins behind it
    assert max(len(regel.removeprefix("> ")) for regel in gesprek.scherm.getvalue().splitlines()) <= breedte


@given(lijsten, getypt, st.integers(0, 99))
def test_what_is_on_disk_after_a_stop_is_what_was_given(lijst: Vragenlijst, regels: list[str], zaad: int) -> None:
    gegeven: dict[int, Antwoord] = {}
    try:
        Regelmodus(Verloop(lijst, zaad), build_gesprek(regels), gegeven.__setitem__).ask_vragenlijst()
    except OnderbrokenFout:
        klaar = False
    else:
        klaar = True
    with tempfile.TemporaryDirectory() as folder:
        wens = Bewaarwens(Path(folder), zaad=zaad)
        with suppress(OnderbrokenFout), ask_sessie(lijst, build_gesprek(regels), wens) as zitting:
            zitting.clean()
        bewaard = load_journalen(Path(folder), lijst, build_vingerafdruk(lijst)).bewaard
        assert len(bewaard) == (1 if gegeven and not klaar else 0)
        for een in bewaard:
            assert een.antwoorden == tuple(gegeven.get(plaats, NOOIT) for plaats in range(len(lijst.vragen)))


VOORBEELDEN = Path(__file__).parents[1]
PADEN = sorted(
    pad
    for pad in (*(VOORBEELDEN / "instrumenten").glob("*.yaml"), *(VOORBEELDEN / "voorbeelden" / "goed").glob("*.yaml"))
    if pad.read_text(encoding="utf-8-sig").lstrip("# \n").find("vragenlijst:") >= 0
    and not pad.name.startswith(("blad-", "normgroep-"))
)


@pytest.mark.parametrize("pad", PADEN, ids=[pad.stem for pad in PADEN])
@pytest.mark.parametrize("mens", [True, False], ids=["prompt", "pijp"])
@settings(max_examples=5)
@given(data=st.data(), zaad=st.none() | st.integers(0, 99))
def test_every_example_can_be_taken_from_beginning_to_end(
    pad: Path, data: st.DataObject, zaad: int | None, *, mens: bool
) -> None:
    basis = load_vragenlijst(str(pad))
    lijst = load_vragenlijst(str(pad), data.draw(st.sampled_from([v.id for v in basis.varianten] or [""])))
    bedoeld = data.draw(ingevuld(lijst))
    persoon = Invuller(lijst, bedoeld, mens=mens)
    blad = Regelmodus(Verloop(lijst, zaad), persoon.gesprek, lambda *_: None).ask_vragenlijst()
    gevraagd = check_gevraagd(lijst, bedoeld)
    assert blad.antwoorden == tuple(een if ja else None for een, ja in zip(bedoeld, gevraagd, strict=True))
    assert toepassing.score_antwoorden(lijst, blad).vragenlijst == lijst.id
