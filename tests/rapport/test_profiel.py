"""The personal report: what it says for every profile, and what it never says."""

import re
from dataclasses import replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.document import Alinea, Document, Opsomming, Schrijfruimte
from conflictstijl.model.kennis import EIGEN_LEZING, Oefening, Profieladvies
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Herkomst, Schaal, Vragenlijst
from conflictstijl.rapport.gegeven import Gegeven, Uitgave
from conflictstijl.rapport.overander import KOPPEN_ANDER
from conflictstijl.rapport.profiel import KOPPEN, build_document, render_herkomst, render_oefening
from conflictstijl.rapport.uitkomst import INGEVULD, KOPPEN_UITKOMST, VERDER, WETEN
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rekenen.advies import advise_profiel
from conflictstijl.rekenen.taal import LANGSTE_ZIN, parse_zinnen
from conflictstijl.toepassing import build_profieldocument

from .bouw import (
    EIGEN,
    VIJF,
    Paar,
    alle_profielen,
    bouw_eenvoudig,
    bouw_profiel,
    bouw_verslag,
    lees_deel,
    lees_koppen,
    lees_scores,
    lees_staven,
    lees_tekst,
    profielen,
    vul_in,
    vul_stijl,
)

ETIKET = re.compile(r"\b(?:je|jij) bent (?:een|iemand)|type mens", re.IGNORECASE)
VERSCHIL = [3, 4, 2, 3, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3, 2, 1, 2, 3, 4, 5, 3, 4, 2, 3, 2, 4, 4, 1, 3]


def lees_blad(antwoorden: list[int] | None = None) -> Document:
    lijst = load_vragenlijst("conflictstijlen")
    return bouw_verslag(lijst, bouw_profiel(lijst, antwoorden or VERSCHIL))


def rond(exact: Fraction) -> str:
    """Return a fraction with one decimal, worked out apart from the program."""
    deling = Decimal(exact.numerator) / Decimal(exact.denominator)
    tekst = str(abs(deling).quantize(Decimal("0.1"), ROUND_HALF_UP))
    return ("-" if exact < 0 and tekst != "0.0" else "") + tekst.replace(".", ",")


@given(alle_profielen() | profielen())
@settings(max_examples=80)
def test_every_report_has_exactly_four_headings_in_order(paar: Paar) -> None:
    document = bouw_verslag(*paar)
    variant = paar[0].variant
    ander = variant is not None and variant.id == "ander"
    eigen = [INGEVULD, VERDER, WETEN] if ander else [INGEVULD, WETEN]
    met_stijl = any(schaal.stijl for schaal in paar[0].schalen)
    assert lees_koppen(document, 2) == (list(KOPPEN_ANDER if ander else KOPPEN) if met_stijl else eigen)
    (titel,) = lees_koppen(document, 1)
    assert titel.startswith(paar[0].titel)


@given(alle_profielen() | profielen())
@settings(max_examples=60)
def test_below_every_heading_stands_something(paar: Paar) -> None:
    document = bouw_verslag(*paar)
    for kop in (*lees_koppen(document, 2), *lees_koppen(document, 3)):
        eerste = lees_deel(document, kop).partition("\n")[0]
        assert eerste
        assert eerste not in (*KOPPEN, *KOPPEN_ANDER, *KOPPEN_UITKOMST)


@given(alle_profielen() | profielen())
@settings(max_examples=60)
def test_a_report_has_at_most_three_exercises_and_one_question(paar: Paar) -> None:
    assume(any(schaal.stijl for schaal in paar[0].schalen))
    deel = lees_deel(bouw_verslag(*paar), KOPPEN[3])
    assert 1 <= deel.count("\nAlleen, ") <= 3
    assert deel.count("Een vraag om over na te denken") == 1
    vraag = deel.partition("Een vraag om over na te denken\n")[2].partition("\n")[0]
    assert vraag.endswith("?")
    assert vraag.count("?") == 1


@given(profielen())
@settings(max_examples=60)
def test_a_report_ends_with_its_limits_and_its_source(paar: Paar) -> None:
    lijst, _ = paar
    *_, grenzen, eigen, bron = bouw_verslag(*paar).blokken
    algemeen = load_kennis().adviezen.algemeen
    assert grenzen == Opsomming((*algemeen.let_op_zelf, *algemeen.let_op))
    assert isinstance(eigen, Alinea)
    assert eigen.tekst.startswith("De uitslag is van jou.")
    assert isinstance(bron, Alinea)
    assert bron.tekst.startswith(f"Vragenlijst '{lijst.id}', versie {lijst.versie}.")
    assert ".." not in bron.tekst
    assert ". ." not in bron.tekst


@given(profielen())
@settings(max_examples=60)
def test_every_score_stands_in_the_report_as_it_is_and_rounded(paar: Paar) -> None:
    lijst, profiel = paar
    staven = lees_staven(bouw_verslag(lijst, profiel))
    volgorde = [naam for groep in profiel.volgorde for naam in groep]
    volgorde += [naam for naam, score in profiel.scores.items() if score.exact is None]
    assert len(staven.staven) == len(profiel.scores)
    for naam, staaf in zip(volgorde, staven.staven, strict=True):
        score = profiel.scores[naam]
        if score.exact is None:
            assert (staaf.waarde, staaf.getal) == (None, "-")
        elif lijst.antwoorden is None:
            assert staaf.getal == f"{score.som} van {score.beantwoord}"
        else:
            assert staaf.getal == rond(score.exact)
            assert (staaf.ondergrens, staaf.bovengrens) == (score.ondergrens, score.bovengrens)


@given(profielen())
@settings(max_examples=60)
def test_every_value_lies_on_the_axis(paar: Paar) -> None:
    staven = lees_staven(bouw_verslag(*paar))
    for staaf in staven.staven:
        for waarde in (staaf.waarde, staaf.ondergrens, staaf.bovengrens):
            assert waarde is None or staven.laagste - 1e-9 <= waarde <= staven.hoogste + 1e-9


@given(profielen())
@settings(max_examples=60)
def test_nothing_is_labelled_that_the_profile_does_not_label(paar: Paar) -> None:
    lijst, profiel = paar
    tekst = lees_tekst(bouw_verslag(lijst, profiel))
    kennis = load_kennis()
    stijlen = {schaal.id: schaal.stijl for schaal in lijst.schalen}
    for schalen, veld, zin in (
        (profiel.duidelijk_hoog, "veel", r"duidelijk (?:vaker te doen|hoger) dan (?:op )?de rest"),
        (profiel.duidelijk_laag, "weinig", r"duidelijk (?:minder vaak te doen|lager) dan (?:op )?de rest"),
    ):
        genoemd = {stijlen[naam] for naam in schalen}
        assert bool(re.search(zin, tekst)) == bool(schalen)
        for stijl, advies in kennis.adviezen.stijlen.items():
            assert (getattr(advies, veld) in tekst) == (stijl in genoemd)


@given(alle_profielen() | profielen())
@settings(max_examples=60)
def test_nobody_is_called_something_for_life(paar: Paar) -> None:
    assert not ETIKET.search(lees_tekst(bouw_verslag(*paar)))


@pytest.mark.parametrize("zin", ["Je bent een doorzetter.", "Jij bent iemand die toegeeft."])
def test_the_search_for_labels_for_life_finds_one(zin: str) -> None:
    assert ETIKET.search(zin)


def test_a_labelled_report_has_the_texts_of_its_styles() -> None:
    document = lees_blad()
    deel = lees_deel(document, KOPPEN[0])
    assert "Dit zeg je duidelijk vaker te doen dan de rest: Samen oplossen en Toegeven." in deel
    assert "Dit zeg je duidelijk minder vaak te doen dan de rest: Doorzetten." in deel
    assert "Vaker dan de rest: samen oplossen" in lees_koppen(document, 3)
    assert "Minder vaak dan de rest: doorzetten" in lees_koppen(document, 3)
    assert load_kennis().adviezen.algemeen.gelijk not in deel


def test_without_a_label_the_general_text_stands_in_the_third_part() -> None:
    document = lees_blad([3, 2] * 15)
    assert "te klein om iets over te zeggen" in lees_deel(document, KOPPEN[0])
    assert lees_deel(document, KOPPEN[2]).startswith(load_kennis().adviezen.algemeen.gelijk)


def test_a_report_without_labels_fits_two_screens_and_a_bit() -> None:
    assert len(render_tekst(lees_blad([3, 2] * 15)).splitlines()) <= 100
    assert len(render_tekst(lees_blad()).splitlines()) <= 135


@pytest.mark.parametrize("antwoorden", [VERSCHIL, [3, 2] * 15, [3] * 30])
def test_no_sentence_of_a_report_is_too_long(antwoorden: list[int]) -> None:
    regels = lees_tekst(lees_blad(antwoorden)).splitlines()
    assert [zin for regel in regels for zin in parse_zinnen(regel) if len(zin) > LANGSTE_ZIN] == []


def test_scales_of_ones_own_get_no_advice_about_styles() -> None:
    lijst = bouw_eenvoudig(EIGEN, per_schaal=6)
    profiel = bouw_profiel(lijst, [*[5, 4, 5, 5, 4, 5], *[1, 2] * 9])
    document = bouw_verslag(lijst, profiel)
    assert profiel.duidelijk_hoog == ("rust",)
    assert "Hier scoor je duidelijk hoger dan op de rest: Schaal rust." in lees_scores(document)
    assert lees_koppen(document, 2) == [INGEVULD, WETEN]
    assert "stijl" not in lees_tekst(document).replace("conflictstijl, versie", "")


def test_two_scales_of_one_style_give_its_texts_once() -> None:
    lijst = bouw_eenvoudig([("rustig", "vermijden"), ("stil", "vermijden"), *VIJF[:2], EIGEN[1]], per_schaal=6)
    profiel = replace(bouw_profiel(lijst, [3] * 30), duidelijk_hoog=("rustig", "stil"))
    document = bouw_verslag(lijst, profiel)
    assert lees_tekst(document).count("- ") == 0
    assert lees_tekst(document).count("\nVermijden: ") == 1
    assert lees_koppen(document, 3).count("Vaker dan de rest: vermijden") == 1


def test_a_scale_with_a_name_of_its_own_keeps_it() -> None:
    lijst = bouw_eenvoudig(VIJF[:3])
    lijst = replace(lijst, schalen=(Schaal("forceren", "Doordrukken", "forceren"), *lijst.schalen[1:]))
    staven = lees_staven(bouw_verslag(lijst, bouw_profiel(lijst, [5] * 4 + [2] * 8))).staven
    assert [staaf.naam for staaf in staven] == ["Doordrukken", "Samen oplossen", "Compromis"]


def test_a_code_for_the_participant_stands_in_the_title() -> None:
    lijst = bouw_eenvoudig(VIJF)
    profiel = replace(bouw_profiel(lijst, [3] * 20), deelnemer="D01")
    assert lees_koppen(bouw_verslag(lijst, profiel), 1) == ["Hoe gaat het? - D01"]


def test_a_reason_that_all_exercises_share_is_given_once() -> None:
    assert lees_deel(lees_blad([3, 2] * 15), KOPPEN[3]).count("Dit helpt bij elke stijl.") == 1
    assert lees_deel(lees_blad(), KOPPEN[3]).count("Dit helpt als je vaak kiest voor ") == 3


def test_a_report_names_the_command_for_more_about_its_skills() -> None:
    hint = "Typ 'conflictstijl vaardigheden' en daarachter knoop-doorhakken, grens-stellen of tussenweg-voorstellen."
    assert hint in lees_tekst(lees_blad())


def test_without_skills_no_command_is_named() -> None:
    lijst = bouw_eenvoudig(VIJF)
    profiel = bouw_profiel(lijst, [3] * 20)
    document = build_document(Gegeven(profiel, lijst, load_kennis(), Profieladvies((), "Wat nu?")))
    assert lees_deel(document, KOPPEN[3]).startswith("Een vraag om over na te denken\nWat nu?\n")


@given(st.sampled_from([1, 2, 3]))
def test_an_exercise_says_with_whom_and_how_long(met: int) -> None:
    begin = {1: "Alleen", 2: "Met z'n tweeën", 3: "Met z'n drieën"}[met]
    assert render_oefening(Oefening(met, 10, "Doe iets.")) == f"{begin}, 10 minuten: Doe iets."


def test_what_is_not_known_about_the_source_is_left_out() -> None:
    assert render_herkomst(Herkomst()) == ""
    assert render_herkomst(Herkomst(licentie="CC0")) == "Licentie: CC0."
    assert render_herkomst(Herkomst("CC0", status="eigen werk.")) == "Eigen werk. Licentie: CC0."


def test_a_style_that_leads_a_little_in_every_part_is_not_denied() -> None:
    """Each part has too few statements to tell; the report may not say that no style stands out."""
    rollen = load_vragenlijst("rollen")
    schalen = [item.sleutel[0].schaal if isinstance(item, Stelling) else "" for item in rollen.items]
    antwoorden = [4 if schaal.endswith("forceren") else 3 for schaal in schalen]
    profiel = bouw_profiel(rollen, [*[0] * len(rollen.achtergrond), *antwoorden])
    assert not profiel.duidelijk_hoog
    tekst = lees_tekst(bouw_verslag(rollen, profiel))
    assert "Staat een stijl in elk deel hoog of laag?" in tekst
    assert "springt geen stijl" not in tekst


def lees_bewaard(lijst: Vragenlijst, profiel: Stijlprofiel) -> Document:
    return build_profieldocument(profiel, lijst, Uitgave(bewaren=True))


@given(profielen())
@settings(max_examples=20)
def test_a_report_to_keep_has_room_after_every_exercise_and_every_question(paar: Paar) -> None:
    assume(any(schaal.stijl for schaal in paar[0].schalen))
    document = lees_bewaard(*paar)
    lees = [(blok, volgend) for blok, volgend in pairwise(document.blokken) if isinstance(volgend, Schrijfruimte)]
    voor = [blok.tekst for blok, _ in lees if isinstance(blok, Alinea)]
    assert len(voor) == len(lees)
    assert voor.count("Wat deed ik, en wat gebeurde er toen?") == lees_tekst(document).count("\nAlleen, ")
    advies = advise_profiel(paar.profiel, paar.lijst, load_kennis())
    assert len(advies.terugkijken) in {2, 3}
    vragen = [vraag for vraag in voor if EIGEN_LEZING not in vraag]
    assert len(voor) - len(vragen) <= 1
    assert vragen[-1 - len(advies.terugkijken) :] == [advies.leervraag, *advies.terugkijken]


@given(profielen())
@settings(max_examples=20)
def test_a_report_to_keep_says_all_that_one_to_read_says_but_how_to_keep_it(paar: Paar) -> None:
    weg = [blok for blok in bouw_verslag(*paar).blokken if blok not in lees_bewaard(*paar).blokken]
    assert [blok.tekst.partition(". ")[2][:8] for blok in weg if isinstance(blok, Alinea)] == ["Met -o v"]
    assert len(weg) == 1


def test_a_report_to_read_has_no_room_to_write_and_no_questions_for_later() -> None:
    document = lees_blad()
    assert not any(isinstance(blok, Schrijfruimte) for blok in document.blokken)
    assert "Om later op terug te kijken" not in lees_koppen(document, 3)


def test_a_report_to_keep_about_someone_else_is_the_one_to_read() -> None:
    lijst = load_vragenlijst("conflictstijlen", "ander")
    profiel = bouw_profiel(lijst, [3] * 30)
    assert lees_bewaard(lijst, profiel) == bouw_verslag(lijst, profiel)
    assert "De uitslag is van jou" not in lees_tekst(bouw_verslag(lijst, profiel))


def test_without_styles_no_page_to_share_is_promised() -> None:
    lijst = bouw_eenvoudig(EIGEN, per_schaal=6)
    profiel = bouw_profiel(lijst, [3] * 24)
    assert "om te delen" not in lees_tekst(bouw_verslag(lijst, profiel)) + lees_tekst(lees_bewaard(lijst, profiel))
    assert "Jij kiest met wie je hem deelt." in lees_tekst(lees_bewaard(lijst, profiel))


def test_without_questions_to_look_back_with_there_is_no_heading_for_them() -> None:
    lijst = bouw_eenvoudig(VIJF)
    gegeven = Gegeven(bouw_profiel(lijst, [3] * 20), lijst, load_kennis(), Profieladvies((), "Wat nu?"))
    koppen = lees_koppen(build_document(gegeven._replace(uitgave=Uitgave(bewaren=True))), 3)
    assert koppen[-2:] == ["Een vraag om over na te denken", "Goed om te weten"]


def test_the_last_line_tells_when_with_what_and_by_which_program() -> None:
    lijst = bouw_eenvoudig(VIJF)
    gegeven = Gegeven(bouw_profiel(lijst, [3] * 20), lijst, load_kennis())
    assert gegeven.render_bron() == "Vragenlijst 'eigen', versie 1.0."
    uitgave = Uitgave(ingevuld=datetime(2026, 5, 3, 9, 5).astimezone(), programma="1.2")
    assert gegeven._replace(uitgave=uitgave).render_bron() == (
        "Ingevuld op 3 mei 2026. Vragenlijst 'eigen', versie 1.0. Gemaakt met conflictstijl, versie 1.2."
    )


@pytest.mark.parametrize(
    ("stijl", "waarden"),
    [("samenwerken", {"samenwerken": 5, "toegeven": 5, "vermijden": 1}), ("forceren", {"forceren": 1})],
)
def test_a_report_to_keep_asks_once_what_somebody_believes_of_both(stijl: str, waarden: dict[str, int]) -> None:
    lijst = load_vragenlijst("conflictstijlen")
    profiel = bouw_profiel(lijst, vul_in(lijst, vul_stijl(**waarden)))
    gevonden = [regel for regel in lees_tekst(lees_bewaard(lijst, profiel)).splitlines() if EIGEN_LEZING in regel]
    assert gevonden == [f"{load_kennis().stijlen.stijlen[stijl].ik_en_ander} {EIGEN_LEZING}"]


def test_nothing_that_stands_out_gives_no_question_about_what_somebody_believes() -> None:
    lijst = load_vragenlijst("conflictstijlen")
    assert EIGEN_LEZING not in lees_tekst(lees_bewaard(lijst, bouw_profiel(lijst, [3, 2] * 15)))


def test_a_report_to_read_does_not_ask_that() -> None:
    assert EIGEN_LEZING not in lees_tekst(lees_blad())
