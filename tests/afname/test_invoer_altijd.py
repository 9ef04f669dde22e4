"""Answers in the making, whatever is done to them: the properties of every form."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.afname.invoer import Invoer
from conflictstijl.afname.invoervormen import Rangschikinvoer, Uitersteninvoer, Verdeelinvoer, build_invoer
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.vragen import (
    LETTERS,
    Achtergrondvraag,
    Antwoordpunt,
    Antwoordschaal,
    Keuze,
    Stelling,
    Vorm,
    Vraag,
    check_antwoord,
)

from .lijsten import VORMEN, antwoorden, parse_lijst
from .test_invoer import bouw, toets

LIJST = parse_lijst(VORMEN)
TOETSEN = (*"0123456789abcdefghijklnotx+-? ", "left", "right", "up", "down", "enter", "backspace", "f2", "")

Zet = tuple[str, int]
"""Something that is done at a place: a key, or `kies` or `stap`, with the place or the step."""

zetten = st.lists(
    st.tuples(st.sampled_from((*TOETSEN, "kies")), st.integers(0, 13)) | st.tuples(st.just("stap"), st.integers(-3, 3)),
    max_size=40,
)


def doe(invoer: Invoer, rij: list[Zet]) -> None:
    """Do everything in a row, where the cursor is or on a line that there is."""
    plaats = 0
    for wat, waar in rij:
        if wat == "kies":
            plaats = waar % len(invoer.regels)
            invoer.write_keuze(plaats)
        elif wat == "stap":
            plaats = invoer.write_stap(plaats, waar)
        else:
            plaats = toets(invoer, wat, plaats=plaats)
        assert 0 <= plaats < len(invoer.regels)


@st.composite
def vragen(trek: st.DrawFn) -> Vraag:
    """Draw a question of any form, with any number of answers."""
    vraag = trek(st.sampled_from(LIJST.vragen))
    match vraag:
        case Keuze():
            opties = (replace(vraag.opties[0], tekst=f"Optie {n}.") for n in range(trek(st.integers(2, len(LETTERS)))))
            return replace(vraag, opties=tuple(opties), totaal=trek(st.sampled_from([1, 7, 10, 100])))
        case Stelling():
            punten = trek(st.lists(st.integers(0, 20), min_size=2, max_size=11, unique=True).map(sorted))
            nvt = trek(st.none() | st.just("past niet"))
            return replace(vraag, antwoorden=Antwoordschaal(tuple(Antwoordpunt(een, "") for een in punten), nvt))
        case Achtergrondvraag():
            return vraag._replace(antwoorden=tuple(f"antwoord {n}" for n in range(trek(st.integers(2, 21)))))
        case _:
            return vraag


def test_every_form_tells_how_to_answer_it() -> None:
    uitleg = {bouw(naam).uitleg for naam in ("stelling", "uitersten", "rangschik", "verdeel")}
    assert len(uitleg) == 4


@given(vragen(), zetten)
def test_whatever_is_done_the_answer_is_none_yet_or_a_possible_one(vraag: Vraag, rij: list[Zet]) -> None:
    invoer = build_invoer(vraag)
    if invoer is not None:
        doe(invoer, rij)
        assert check_antwoord(invoer.antwoord, vraag)
        assert "\n" not in invoer.stand


@given(vragen(), zetten)
def test_a_finished_answer_is_never_empty(vraag: Vraag, rij: list[Zet]) -> None:
    invoer = build_invoer(vraag)
    if invoer is None:
        return
    plaats = 0
    for wat, waar in rij:
        if wat in {"kies", "stap"}:
            plaats = waar % len(invoer.regels)
            klaar = wat == "kies" and invoer.write_keuze(plaats)
        else:
            plaats, klaar = invoer.write_toets(wat, plaats) or (plaats, False)
        assert not klaar or invoer.antwoord is not None


def maak_af(invoer: Invoer, antwoord: Antwoord) -> bool:
    """Finish an answer that is shown, without changing it; True when that can be."""
    if isinstance(invoer, Uitersteninvoer):
        assert isinstance(antwoord, tuple)
        return not invoer.write_keuze(antwoord[0]) and invoer.write_keuze(antwoord[1])
    if isinstance(invoer, Rangschikinvoer | Verdeelinvoer):
        return invoer.write_keuze(len(invoer.regels) - 1)
    return invoer.write_keuze(invoer.wijzer)


@given(st.data())
def test_an_earlier_answer_that_is_finished_again_is_the_same(data: st.DataObject) -> None:
    vraag = data.draw(vragen())
    invoer, antwoord = build_invoer(vraag), data.draw(antwoorden(vraag, open_=False))
    if invoer is not None:
        invoer.resume_antwoord(antwoord)
        assert maak_af(invoer, antwoord)
        assert invoer.antwoord == antwoord


@given(st.data())
def test_every_possible_answer_can_be_given_by_keys(data: st.DataObject) -> None:
    vraag = data.draw(vragen())
    invoer, antwoord = build_invoer(vraag), data.draw(antwoorden(vraag, open_=False))
    if invoer is None:
        return
    if isinstance(antwoord, tuple) and isinstance(invoer, Verdeelinvoer):
        for plaats, punten in enumerate(antwoord):
            toets(invoer, invoer.toetsen[plaats], *str(punten), plaats=plaats)
        assert invoer.write_keuze(len(antwoord))
    elif isinstance(antwoord, tuple):
        toets(invoer, *(invoer.toetsen[optie] for optie in antwoord))
        assert isinstance(invoer, Uitersteninvoer) or invoer.write_keuze(len(antwoord))
    else:
        toets(invoer, invoer.toetsen[invoer._antwoorden.index(antwoord)])
    assert invoer.antwoord == antwoord


@given(vragen(), zetten)
def test_a_ranking_always_shows_every_option_once(vraag: Vraag, rij: list[Zet]) -> None:
    invoer = build_invoer(vraag)
    if isinstance(invoer, Rangschikinvoer) and isinstance(vraag, Keuze):
        doe(invoer, rij)
        assert sorted(regel.toets for regel in invoer.regels) == sorted([*invoer.toetsen, " "])
        assert len({regel.tekst for regel in invoer.regels[:-1]}) == len(vraag.opties)


@given(vragen(), zetten)
def test_points_never_go_above_the_total_or_below_nothing(vraag: Vraag, rij: list[Zet]) -> None:
    invoer = build_invoer(vraag)
    if isinstance(invoer, Verdeelinvoer) and isinstance(vraag, Keuze):
        doe(invoer, rij)
        punten = [int(regel.teken) for regel in invoer.regels[:-1]]
        assert all(0 <= een <= vraag.totaal for een in punten)
        assert invoer.rest == vraag.totaal - sum(punten)


@given(vragen())
def test_no_two_lines_have_the_same_key_or_one_of_the_screen(vraag: Vraag) -> None:
    invoer = build_invoer(vraag)
    toetsen = invoer.toetsen if invoer else []
    assert len(set(toetsen)) == len(toetsen)
    assert not {"n", "o", "t", "?"} & set(toetsen)


def test_the_drawn_questions_are_of_every_form() -> None:
    gezien: set[str] = set()

    @given(vragen())
    def neem(vraag: Vraag) -> None:
        gezien.add(vraag.vorm if isinstance(vraag, Keuze) else type(vraag).__name__)

    neem()
    assert {*Vorm} - {Vorm.STELLINGEN} <= gezien
    assert Stelling.__name__ in gezien
