"""The page to share: made from what stands out, without anything that gives its owner away."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.document import Alinea, Document, Opsomming, Schrijfruimte
from conflictstijl.model.kennis import Aanspreektekst
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rapport.aanspreken import AANSPREKEN, build_aanspreken
from conflictstijl.rapport.gegeven import Gegeven, Uitgave
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rekenen.taal import LANGSTE_ZIN, parse_zinnen
from conflictstijl.toepassing import build_deelblad

from .bouw import EIGEN, VIJF, Paar, bouw_eenvoudig, bouw_profiel, lees_koppen, lees_tekst, profielen

LIJST = load_vragenlijst("conflictstijlen")
PROFIEL = bouw_profiel(LIJST, [3] * 30)
ADVIEZEN = load_kennis().adviezen.stijlen
OPEN = "Daarom vul ik dit blad zelf in."
ETIKET = re.compile(r"\b(?:ik ben|mijn stijl|altijd|meestal|van nature|type)\b", re.IGNORECASE)
"""What would tell who somebody is, instead of what helps."""
PAGINA = 51
"""Lines of text of the longest page that was seen to fit on one A4, in a browser and in a word processor."""


def bouw_blad(hoog: tuple[str, ...] = (), laag: tuple[str, ...] = ()) -> Document:
    profiel = replace(PROFIEL, duidelijk_hoog=hoog, duidelijk_laag=laag)
    blad = build_aanspreken(Gegeven(profiel, LIJST, load_kennis()))
    assert blad is not None
    return blad


def lees_lijsten(blad: Document) -> list[tuple[str, ...]]:
    return [blok.delen for blok in blad.blokken if isinstance(blok, Opsomming)]


def bouw_lijsten(tekst: Aanspreektekst) -> list[tuple[str, ...]]:
    """Return the lists of one text: questions are what another says, so these stand between quotation marks."""
    return [tekst.helpt, tekst.liever_niet, tuple(f"'{vraag}'" for vraag in tekst.herinner)]


def lees_stijlnamen(tekst: str) -> list[str]:
    namen = [naam for stijl in load_kennis().stijlen.stijlen.values() for naam in (stijl.kort, *stijl.ook)]
    return [naam for naam in namen if re.search(rf"\b{naam}\b", tekst, re.IGNORECASE)]


@pytest.mark.parametrize("stijl", STIJLEN)
def test_a_style_that_stands_out_gives_its_texts_for_much_or_for_little(stijl: str) -> None:
    advies = ADVIEZEN[stijl]
    assert advies.aanspreken_veel is not None
    assert advies.aanspreken_weinig is not None
    assert lees_lijsten(bouw_blad(hoog=(stijl,))) == bouw_lijsten(advies.aanspreken_veel)
    assert lees_lijsten(bouw_blad(laag=(stijl,))) == bouw_lijsten(advies.aanspreken_weinig)


def test_several_styles_take_turns_so_that_none_is_cut_off_first() -> None:
    helpt, _, herinner = lees_lijsten(bouw_blad(hoog=("samenwerken", "toegeven"), laag=("forceren", "vermijden")))
    teksten = [ADVIEZEN["samenwerken"].aanspreken_veel, ADVIEZEN["toegeven"].aanspreken_veel]
    teksten += [ADVIEZEN["forceren"].aanspreken_weinig, ADVIEZEN["vermijden"].aanspreken_weinig]
    assert helpt == tuple(tekst.helpt[0] for tekst in teksten if tekst)
    assert herinner == tuple(f"'{tekst.herinner[0]}'" for tekst in teksten if tekst)


def test_when_nothing_stands_out_the_page_says_so_and_gives_sentences_to_complete() -> None:
    blad = bouw_blad()
    assert OPEN in lees_tekst(blad)
    assert lees_lijsten(blad) == []
    zinnen = [i for i, blok in enumerate(blad.blokken) if isinstance(blok, Alinea) and blok.tekst.endswith("...")]
    assert len(zinnen) == 4
    assert all(isinstance(blad.blokken[i + 1], Schrijfruimte) for i in zinnen)


def test_a_filled_page_does_not_say_that_it_is_an_open_one() -> None:
    assert OPEN not in lees_tekst(bouw_blad(hoog=("vermijden",)))


def test_a_style_that_stands_out_both_ways_would_contradict_itself_and_is_left_out() -> None:
    assert OPEN in lees_tekst(bouw_blad(hoog=("vermijden",), laag=("vermijden",)))


def test_a_style_without_these_texts_is_left_out() -> None:
    kennis = load_kennis()
    kaal = {naam: advies._replace(aanspreken_veel=None) for naam, advies in ADVIEZEN.items()}
    kennis = kennis._replace(adviezen=kennis.adviezen._replace(stijlen=kaal))
    blad = build_aanspreken(Gegeven(replace(PROFIEL, duidelijk_hoog=("vermijden",)), LIJST, kennis))
    assert blad is not None
    assert OPEN in lees_tekst(blad)


@given(profielen())
@settings(max_examples=30)
def test_the_page_has_no_score_no_name_of_a_style_and_no_code(paar: Paar) -> None:
    blad = build_deelblad(replace(paar.profiel, deelnemer="D01"), paar.lijst)
    if blad is None:
        return
    tekst = lees_tekst(blad).partition("Gebruik dit blad alleen")[0]
    assert not re.search(r"[0-9]", tekst)
    assert "D01" not in lees_tekst(blad)
    assert lees_stijlnamen(tekst) == []


@pytest.mark.parametrize("stijl", STIJLEN)
def test_no_page_says_what_somebody_is(stijl: str) -> None:
    for blad in (bouw_blad(hoog=(stijl,)), bouw_blad(laag=(stijl,))):
        assert not ETIKET.search(lees_tekst(blad))
        assert lees_stijlnamen(lees_tekst(blad)) == []


def test_the_searches_find_what_they_are_for() -> None:
    assert ETIKET.search("Ik ben een doorzetter.")
    assert lees_stijlnamen("Meestal is het vermijden, soms de middenweg.") == ["middenweg", "Vermijden"]


def test_the_page_says_first_that_it_is_its_owners_choice_and_may_be_changed() -> None:
    for blad in (bouw_blad(), bouw_blad(hoog=("vermijden",))):
        assert lees_koppen(blad, 1) == [AANSPREKEN]
        begin = lees_tekst(blad).splitlines()[:3]
        assert begin[-1].startswith("Dit blad is van mij. Ik kies zelf of ik het deel, en met wie.")
        assert "veranderen" in begin[-1]


def test_the_last_line_tells_when_and_how_well_studied_without_a_licence() -> None:
    uitgave = Uitgave(ingevuld=datetime(2026, 5, 3, 9, 5).astimezone(), programma="1.2")
    blad = build_aanspreken(Gegeven(PROFIEL, LIJST, load_kennis(), uitgave=uitgave))
    assert blad is not None
    slot = lees_tekst(blad).splitlines()[-1]
    assert slot.endswith(
        "Ingevuld op 3 mei 2026. Bij vragenlijst 'conflictstijlen' staat: eigen teksten, nog niet onderzocht. "
        "Gemaakt met conflictstijl, versie 1.2."
    )
    eigen = bouw_eenvoudig(VIJF)
    assert Gegeven(PROFIEL, eigen, load_kennis()).render_deelbron() == "Vragenlijst 'eigen'."


def test_whatever_stands_out_the_page_is_one_page_of_short_sentences() -> None:
    keuzes = [((), ()), *(((hoog,), (laag,)) for hoog, laag in permutations(STIJLEN, 2))]
    keuzes += [(hoog, tuple(naam for naam in STIJLEN if naam not in hoog)) for hoog in combinations(STIJLEN, 2)]
    for hoog, laag in keuzes:
        blad = bouw_blad(hoog, laag)
        assert len(render_tekst(blad).splitlines()) <= PAGINA
        lang = [zin for regel in lees_tekst(blad).splitlines() for zin in parse_zinnen(regel) if len(zin) > LANGSTE_ZIN]
        assert lang == []


def test_there_is_no_page_about_someone_else_or_without_styles() -> None:
    ander = load_vragenlijst("conflictstijlen", "ander")
    eigen = bouw_eenvoudig(EIGEN)
    assert build_deelblad(bouw_profiel(ander, [3] * 30), ander) is None
    assert build_deelblad(bouw_profiel(eigen, [3] * 16), eigen) is None
    stijlen = bouw_eenvoudig(VIJF)
    assert build_deelblad(bouw_profiel(stijlen, [3] * 20), stijlen) is not None
