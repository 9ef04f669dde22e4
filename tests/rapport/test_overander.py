"""A report about someone else: it never speaks as if it were about the reader."""

import re
from dataclasses import replace
from importlib.resources import files

import pytest

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.document import Document, Opsomming
from conflictstijl.model.kennis import Profieladvies
from conflictstijl.model.vragenlijst import Persoon, Variant, Vragenlijst
from conflictstijl.rapport.gegeven import Gegeven
from conflictstijl.rapport.overander import KOPPEN_ANDER
from conflictstijl.rapport.profiel import KOPPEN, build_document
from conflictstijl.rapport.uitvoer.tekst import render_tekst

from .bouw import bouw_eenvoudig, bouw_profiel, bouw_verslag, lees_deel, lees_koppen, lees_tekst, vul_in, vul_stijl

OVER_LEZER = re.compile(r"zeg je\b|\bje zegt\b|\b(?:je|jouw) scores?\b|hier scoor je", re.IGNORECASE)
BEGIN = "Dit is hoe jij de ander ziet, niet hoe de ander is."


def lees_ander(**waarden: int) -> Document:
    lijst = load_vragenlijst("conflictstijlen", "ander")
    return bouw_verslag(lijst, bouw_profiel(lijst, vul_in(lijst, vul_stijl(**waarden))))


@pytest.mark.parametrize(
    ("variant", "over_ander"),
    [
        (None, False),
        (Variant("zelf", "Over mezelf", standaard=True), False),
        (Variant("baas", "Met je leidinggevende"), False),
        (Variant("proef", "Over mezelf", vooraf="Doe je mee aan de proef?"), False),
        (Variant("maat", "Over een maat", over=Persoon.ANDER), True),
        (Variant("maat", "Over een maat", over=Persoon.ANDER, standaard=True), True),
    ],
)
def test_only_a_version_that_says_so_is_about_someone_else(variant: Variant | None, *, over_ander: bool) -> None:
    lijst: Vragenlijst = replace(
        bouw_eenvoudig([("vermijden", "vermijden"), ("toegeven", "toegeven")]), variant=variant
    )
    document = bouw_verslag(lijst, bouw_profiel(lijst, [3] * 8))
    assert (lees_koppen(document, 2) == list(KOPPEN_ANDER)) == over_ander
    assert (BEGIN in lees_tekst(document)) == over_ander


def test_the_template_for_authors_is_about_oneself_in_one_form_and_about_someone_else_in_the_other() -> None:
    sjabloon = files("conflictstijl") / "sjablonen" / "vragenlijst" / "zelf-en-ander.yaml"
    for vorm, koppen in (("zelf", KOPPEN), ("ander", KOPPEN_ANDER)):
        lijst = load_vragenlijst(str(sjabloon), vorm)
        assert lees_koppen(bouw_verslag(lijst, bouw_profiel(lijst, [3] * 10)), 2) == list(koppen)


@pytest.mark.parametrize("waarden", [{}, {"forceren": 5, "toegeven": 1}, {"samenwerken": 4, "vermijden": 2}])
def test_nothing_in_it_is_said_to_be_of_the_reader(waarden: dict[str, int]) -> None:
    tekst = render_tekst(lees_ander(**waarden))
    assert OVER_LEZER.findall(" ".join(tekst.split())) == []


def test_the_search_for_what_is_of_the_reader_finds_it_in_a_report_about_oneself() -> None:
    lijst = load_vragenlijst("conflictstijlen")
    tekst = render_tekst(bouw_verslag(lijst, bouw_profiel(lijst, vul_in(lijst, vul_stijl(forceren=5)))))
    assert OVER_LEZER.search(" ".join(tekst.split()))


def test_what_stands_out_is_what_the_reader_sees_of_the_other() -> None:
    deel = lees_deel(lees_ander(forceren=5, toegeven=1), KOPPEN_ANDER[0])
    assert "Volgens jou doet de ander dit duidelijk vaker dan de rest: Doorzetten." in deel
    assert "Volgens jou doet de ander dit duidelijk minder vaak dan de rest: Toegeven." in deel
    assert deel.startswith(BEGIN)


def test_a_scale_of_ones_own_is_also_what_the_reader_sees() -> None:
    variant = Variant("maat", "Over een maat", over=Persoon.ANDER)
    lijst = replace(bouw_eenvoudig([(naam, None) for naam in ("a", "b", "c", "d")], per_schaal=6), variant=variant)
    tekst = lees_tekst(bouw_verslag(lijst, bouw_profiel(lijst, [*[5, 4] * 3, *[1, 2] * 9])))
    assert "Hier scoort de ander volgens jou duidelijk hoger dan op de rest: Schaal a." in tekst


def test_equal_scores_are_nobodys() -> None:
    assert "\nAlle scores zijn gelijk.\n" in lees_tekst(lees_ander())


def test_advice_makes_place_for_questions_and_how_to_approach_the_other() -> None:
    document = lees_ander(forceren=5, toegeven=1)
    deel = lees_deel(document, KOPPEN_ANDER[2])
    assert "\nHerken je dit? Wanneer wel, en wanneer niet?\n" in deel
    assert "Als iemand vaak kiest voor doorzetten" in lees_koppen(document, 3)
    stijl = load_kennis().stijlen.stijlen["forceren"]
    assert Opsomming(stijl.zo_benader_je) in document.blokken
    adviezen = load_kennis().adviezen.stijlen["forceren"]
    assert all(zin not in deel for zin in (adviezen.veel, *adviezen.anders))


def test_who_uses_a_style_little_gets_no_paragraph_on_how_to_be_approached() -> None:
    assert (
        lees_koppen(lees_ander(toegeven=1), 3)[0]
        == load_kennis().vaardigheden.vaardigheden["luisteren-zonder-plan"].naam
    )


def test_the_reader_practises_what_helps_in_any_conversation() -> None:
    document = lees_ander(forceren=5)
    kennis = load_kennis()
    namen = [kennis.vaardigheden.vaardigheden[naam].naam for naam in kennis.adviezen.algemeen.oefen]
    assert [kop for kop in lees_koppen(document, 3) if kop in namen] == namen
    assert lees_deel(document, KOPPEN_ANDER[3]).count("Dit helpt je bij het gesprek.") == 1


def test_remarks_about_what_someone_says_to_do_are_left_out_and_those_on_safety_stay() -> None:
    document = lees_ander()
    algemeen = load_kennis().adviezen.algemeen
    assert Opsomming(algemeen.let_op) in document.blokken
    assert "Veilig Thuis" in algemeen.let_op[-1]
    assert algemeen.let_op_zelf
    assert all(zin not in lees_tekst(document) for zin in algemeen.let_op_zelf)


def test_without_any_remark_but_one_there_is_still_a_report() -> None:
    lijst, kennis = load_vragenlijst("conflictstijlen", "ander"), load_kennis()
    algemeen = kennis.adviezen.algemeen._replace(let_op=("Bel bij gevaar 112.",), let_op_zelf=("Over jezelf.",))
    kennis = kennis._replace(adviezen=kennis.adviezen._replace(algemeen=algemeen))
    profiel = bouw_profiel(lijst, [3] * 30)
    document = build_document(Gegeven(profiel, lijst, kennis, Profieladvies((), "Wat nu?")))
    assert Opsomming(("Bel bij gevaar 112.",)) in document.blokken


def test_what_holds_for_the_version_stands_at_the_end() -> None:
    lijst = load_vragenlijst("conflictstijlen", "ander")
    assert lijst.variant is not None
    assert lijst.variant.let_op in lees_tekst(lees_ander())
