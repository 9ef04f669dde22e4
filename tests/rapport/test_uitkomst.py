"""The report of a questionnaire that measures no styles."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from conflictstijl.adviseren import Vraagstuk, build_situatie
from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.document import Alinea, Document, Schrijfruimte, Staven
from conflictstijl.model.situatie import VEILIGHEID
from conflictstijl.model.uitkomst import Uitkomststand
from conflictstijl.model.vragenlijst import Persoon, Variant, Vragenlijst
from conflictstijl.rapport.gegeven import Uitgave
from conflictstijl.rapport.gegevens import build_profiel, build_profielen
from conflictstijl.rapport.geschiedenis import render_uitslag
from conflictstijl.rapport.samen import build_samen
from conflictstijl.rapport.uitkomst import INGEVULD, KOPPEN_UITKOMST, UITKOMST, VERDER, WETEN
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.toepassing import build_deelblad, build_profieldocument

from .bouw import bouw_profiel, lees_deel, lees_koppen, lees_tekst, schrijf_lijst

DRUK = """
moment: voor
antwoorden: {0: nee, 1: ja}
schalen: {druk: Druk op het werk}
score: som
banden: {laag: 0, hoog: 2}
items:
  - druk: Het is vol.
  - druk: Het is laat.
  - geen: Er is ruzie.
    id: ruzie
uitkomsten:
  - als: {ruzie: ja}
    titel: Eerst praten
    tekst: Er is ruzie.
    doe: [Bel de ander., Kies een dag.]
    verder: {werkblad: [partijen, bestaat-niet], werkvorm: balint, vragenlijst: impasse, vaardigheid: doorvragen}
  - als: {druk: hoog}
    titel: Te druk
    tekst: Er moet iets af.
  - titel: Rustig
    tekst: Het gaat goed.
"""
VEILIG = "Speelt er geweld, dwang of gevaar, of twijfel je daarover? Gebruik deze uitkomst dan niet."


@pytest.fixture
def lijst(tmp_path: Path) -> Vragenlijst:
    return schrijf_lijst(tmp_path, DRUK)


def bouw(lijst: Vragenlijst, antwoorden: Sequence[Antwoord], *, bewaren: bool = False) -> Document:
    return build_profieldocument(bouw_profiel(lijst, antwoorden), lijst, Uitgave(bewaren=bewaren))


def test_the_report_has_four_headings_of_its_own(lijst: Vragenlijst) -> None:
    assert tuple(lees_koppen(bouw(lijst, [1, 0, 1]), 2)) == KOPPEN_UITKOMST
    # nothing to go on with, so nothing below that heading
    assert lees_koppen(bouw(lijst, [1, 0, 0]), 2) == [UITKOMST, INGEVULD, WETEN]


def test_the_outcome_stands_first_with_what_to_do(lijst: Vragenlijst) -> None:
    deel = lees_deel(bouw(lijst, [1, 0, 1]), UITKOMST).partition(f"\n{INGEVULD}\n")[0]
    assert deel == "Eerst praten\nEr is ruzie.\nDit kun je doen:\nBel de ander.\nKies een dag."
    zonder = lees_deel(bouw(lijst, [1, 1, 0]), UITKOMST).partition(f"\n{INGEVULD}\n")[0]
    assert zonder == "Te druk\nEr moet iets af."


def test_scores_stand_as_bars_with_the_band_and_answers_in_words(lijst: Vragenlijst) -> None:
    document = bouw(lijst, [1, 1, 1])
    (staven,) = (blok for blok in document.blokken if isinstance(blok, Staven))
    assert [(staaf.naam, staaf.woord) for staaf in staven.staven] == [("Druk op het werk", "hoog")]
    assert "\nNaast de punten telt ook apart mee:\nEr is ruzie (ja).\n" in lees_tekst(document)


def test_one_scale_is_not_compared_and_the_same_answer_everywhere_is_no_flaw(lijst: Vragenlijst) -> None:
    tekst = lees_tekst(bouw(lijst, [1, 1, 1]))
    assert "vergelijken" not in tekst
    assert "hetzelfde antwoord" not in tekst
    assert "Je liet 2 van de 3 vragen open." in lees_tekst(bouw(lijst, [1, None, None]))


TEKENS = """
antwoorden: {0: nee, 1: ja}
schalen: {druk: Druk, rust: Rust, tempo: Tempo}
score: som
items:
  - {geen: Het is vol., id: vol}
  - {druk: Het is laat., als: {vol: ja}}
  - {rust: Het is stil., als: {vol: ja}}
  - {tempo: Het gaat snel., als: {vol: ja}}
uitkomsten:
  - {als: {vol: nee}, titel: Rustig, tekst: Het gaat goed.}
  - {titel: Te druk, tekst: Er moet iets af.}
"""


def test_signs_are_numbers_in_the_order_of_the_list_and_nothing_is_said_about_chance(tmp_path: Path) -> None:
    document = bouw(schrijf_lijst(tmp_path, TEKENS), [1, 1, 0, 1])
    (staven,) = (blok for blok in document.blokken if isinstance(blok, Staven))
    assert [(staaf.naam, staaf.getal, staaf.ondergrens) for staaf in staven.staven] == [
        ("Druk", "1", None),
        ("Rust", "0", None),
        ("Tempo", "1", None),
    ]
    tekst = lees_tekst(document)
    assert "Eén ander antwoord kan al een andere uitkomst geven." in tekst
    assert not any(woord in tekst for woord in ("toeval", "marge", "bovenaan", "Precies gelijk", "minstens drie"))


def test_where_one_answer_decides_at_once_there_are_no_scores_to_show(tmp_path: Path) -> None:
    document = bouw(schrijf_lijst(tmp_path, TEKENS), [0, None, None, None])
    assert not any(isinstance(blok, Staven) for blok in document.blokken)
    assert "\nDeze antwoorden tellen mee voor de uitkomst:\nHet is vol (nee).\n" in lees_tekst(document)


def test_of_points_is_told_what_got_the_most_unless_all_got_the_same() -> None:
    lijst = load_vragenlijst("egogram")
    tekst = lees_tekst(bouw(lijst, [None, (10, 30, 30, 20, 10), None, None, None]))
    assert "\nJe gaf de meeste punten aan voedende ouder en volwassene.\n" in tekst
    assert "\nJe verdeelde 100 punten. Krijgt de ene kant meer, dan krijgt een andere minder.\n" in tekst
    assert "meeste punten" not in lees_tekst(bouw(lijst, [None, (20,) * 5, None, None, None]))


def test_the_people_of_an_organisation_are_spoken_to_together() -> None:
    lijst = load_vragenlijst("samenwerkingsbril")
    document = bouw(lijst, [4, 3] * 10 + ["Het doel."], bewaren=True)
    tekst = lees_tekst(document)
    assert lees_koppen(document, 2)[:2] == ["Jullie uitkomst", "Wat jullie invulden"]
    assert "\nWat jullie erbij vertelden\n" in tekst
    assert "\nDit kunnen jullie doen:\n" in tekst
    assert "\nWat gaan we doen, en wanneer?\n" in tekst
    assert "De uitslag is van jullie organisatie. Spreek samen af met wie jullie hem delen." in tekst
    assert " je score" not in tekst


def test_who_reads_first_when_it_is_not_safe_does_not_read_it_twice(lijst: Vragenlijst) -> None:
    assert lees_tekst(bouw(lijst, [1, 1, 1])).count("112") == 1
    assert lees_tekst(bouw(replace(lijst, veiligheid=True), [1, 1, 1])).count("112") == 1


def test_the_answer_to_a_question_stands_behind_it_as_a_sentence(lijst: Vragenlijst) -> None:
    profiel = bouw_profiel(lijst, [1, 1, 1])
    stand = Uitkomststand(lijst.uitkomsten[2], antwoorden=(("Wie begon?", "de ander."), ("Er is ruzie", "ja")))
    tekst = lees_tekst(build_profieldocument(replace(profiel, uitkomst=stand), lijst))
    assert "\nWie begon? De ander.\nEr is ruzie (ja).\n" in tekst


def test_what_comes_next_is_a_title_with_a_command_and_what_does_not_exist_is_left_out(lijst: Vragenlijst) -> None:
    deel = lees_deel(bouw(lijst, [1, 0, 1]), VERDER).partition(f"\n{WETEN}\n")[0].splitlines()
    opdrachten = ["werkblad partijen", "werkvormen balint", "afnemen impasse", "vaardigheden doorvragen"]
    assert [regel.rpartition(": typ conflictstijl ")[2] for regel in deel] == opdrachten
    assert all(regel.rpartition(": typ ")[0] for regel in deel)


def test_open_answers_that_decide_are_named_in_place_of_an_outcome(lijst: Vragenlijst) -> None:
    deel = lees_deel(bouw(lijst, [1, 1, None]), UITKOMST).partition(f"\n{INGEVULD}\n")[0]
    assert deel.startswith("Er is nog geen uitkomst, want met deze antwoorden is er meer dan één mogelijk.")
    assert deel.endswith("\nEr is ruzie.")


def test_an_open_question_with_options_is_named_by_its_question_or_its_case(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        vorm: kies
        items:
          - {id: een, vraag: Wie begon?, opties: [{geen: Ik}, {geen: Jij}]}
          - {id: twee, casus: Er is brand., opties: [{geen: Bel}, {geen: Ren}]}
        uitkomsten:
          - {als: {een: a, twee: a}, titel: A, tekst: A}
          - {titel: B, tekst: B}
        """,
    )
    assert "beslissen:\nWie begon?\nEr is brand.\n" in lees_tekst(bouw(lijst, [None, None]))
    assert "Druk" not in lees_tekst(bouw(lijst, [0, 0]))


def test_where_nothing_fits_the_report_says_so(lijst: Vragenlijst) -> None:
    profiel = replace(bouw_profiel(lijst, [1, 1, 1]), uitkomst=Uitkomststand(None))
    document = build_profieldocument(profiel, lijst)
    assert Alinea("Bij deze antwoorden hoort geen uitkomst. Bespreek ze met een collega.") in document.blokken


def test_only_a_questionnaire_about_oneself_says_that_the_result_is_about_what_one_says_to_do(
    lijst: Vragenlijst,
) -> None:
    zelf = load_kennis().adviezen.algemeen.let_op_zelf[0]
    assert zelf not in lees_tekst(bouw(lijst, [1, 1, 1]))
    assert zelf in lees_tekst(bouw(replace(lijst, moment=None), [1, 1, 1]))


def test_before_an_outcome_about_a_conflict_stands_when_not_to_use_it(lijst: Vragenlijst) -> None:
    assert VEILIG not in lees_tekst(bouw(lijst, [1, 1, 1]))
    _, eerste, *_ = bouw(replace(lijst, veiligheid=True), [1, 1, 1]).blokken
    assert isinstance(eerste, Alinea)
    assert eerste.tekst.startswith(VEILIG)


def test_an_outcome_about_safety_is_what_to_follow_when_it_is_not_safe() -> None:
    lijst = load_vragenlijst("escalatie")
    eerste = [lees_tekst(bouw(lijst, [geweld, 0, *[2] * 9])) for geweld in (2, 0)]
    assert "Volg dan alleen de stappen over veiligheid. Bel bij direct gevaar 112." in eerste[0]
    assert "Gebruik deze uitkomst dan niet. Bel bij direct gevaar 112." in eerste[1]


def test_a_report_to_keep_has_room_for_what_somebody_is_going_to_do_and_no_page_to_share(lijst: Vragenlijst) -> None:
    blokken = bouw(lijst, [1, 1, 1], bewaren=True).blokken
    plaats = blokken.index(Alinea("Wat ga ik doen, en wanneer?"))
    assert isinstance(blokken[plaats + 1], Schrijfruimte)
    assert Alinea("De uitslag is van jou. Jij kiest met wie je hem deelt.") in blokken
    assert not any(isinstance(blok, Schrijfruimte) for blok in bouw(lijst, [1, 1, 1]).blokken)
    assert build_deelblad(bouw_profiel(lijst, [1, 1, 1]), lijst) is None


def test_a_questionnaire_about_styles_may_have_outcomes_too(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [Nooit, Soms, Vaak]
        schalen: [forceren, vermijden]
        banden: {laag: 1, hoog: 2}
        items: [{forceren: Ik beslis.}, {vermijden: Ik wacht.}]
        uitkomsten:
          - {als: {forceren: hoog}, titel: Rustig aan, tekst: Wacht even., verder: {vaardigheid: doorvragen}}
          - {titel: Ga door, tekst: Het gaat goed.}
        """,
    )
    document = bouw(lijst, [3, 1])
    eerste = lees_deel(document, "Mijn stijl").partition("\nWelke stijl werkt wanneer\n")[0]
    assert "\nRustig aan\nWacht even.\n" in eerste
    assert ": typ conflictstijl vaardigheden doorvragen" in eerste
    assert "conflictstijl vaardigheden" not in lees_deel(bouw(lijst, [1, 3]), "Mijn stijl").partition("\nWelke")[0]


def test_the_outcome_is_added_to_a_profile_as_data_and_kept_nowhere(lijst: Vragenlijst) -> None:
    profielen = [bouw_profiel(lijst, antwoorden) for antwoorden in ([1, 0, 1], [1, 1, None])]
    eerste, tweede = build_profielen(profielen)["profielen"]
    verder = {
        "werkblad": ["partijen", "bestaat-niet"],
        "werkvorm": ["balint"],
        "vragenlijst": ["impasse"],
        "vaardigheid": ["doorvragen"],
    }
    doe = ["Bel de ander.", "Kies een dag."]
    assert eerste["uitkomst"] == {"titel": "Eerst praten", "tekst": "Er is ruzie.", "doe": doe, "verder": verder}
    assert (tweede["uitkomst"], tweede["reden"]) == (None, "antwoorden_open")
    assert tweede["beslissen_nog"] == ["ruzie"]
    assert "uitkomst" not in build_profiel(profielen[0])
    geen = build_profielen([replace(profielen[0], uitkomst=Uitkomststand(None))])["profielen"][0]
    assert (geen["uitkomst"], geen["reden"], geen["beslissen_nog"]) == (None, "geen_past", [])


def test_a_profile_without_outcomes_has_no_such_keys() -> None:
    lijst = load_vragenlijst("conflictstijlen-kort")
    (gegevens,) = build_profielen([bouw_profiel(lijst, [3] * 15)])["profielen"]
    assert not {"uitkomst", "reden", "beslissen_nog"} & gegevens.keys()


def test_the_history_tells_the_outcome_in_its_line(lijst: Vragenlijst) -> None:
    regels = [render_uitslag(lijst, bouw_profiel(lijst, een), load_kennis()) for een in ([1, 0, 1], [1, 1, None])]
    assert [regel.partition(": ")[2] for regel in regels] == ["eerst praten", "nog geen uitkomst"]


def test_advice_for_a_situation_follows_a_report_without_styles(lijst: Vragenlijst) -> None:
    situatie = build_situatie(Vraagstuk({VEILIGHEID: "veilig", "macht": "minder"}))
    koppen = lees_koppen(build_samen(bouw(lijst, [1, 1, 1]), situatie), 2)
    assert tuple(koppen[:4]) == KOPPEN_UITKOMST
    assert koppen[4:6] == ["Advies bij je situatie", "Welke stijl past hier"]


@pytest.mark.parametrize("naam", ["escalatie", "veranderfase-zelf", "samenwerkingsbril"])
def test_a_shipped_questionnaire_left_open_gives_a_report_all_the_same(naam: str) -> None:
    lijst = load_vragenlijst(naam)
    profiel = score_antwoorden(lijst, Antwoordblad(lijst.id, (None,) * len(lijst.vragen)))
    koppen = lees_koppen(build_profieldocument(profiel, lijst), 2)
    assert koppen[-1] == WETEN
    assert profiel.uitkomst is None or profiel.uitkomst.uitkomst is None or len(lijst.uitkomsten) == 1


def test_a_version_about_someone_else_says_how_to_talk_about_it_and_what_holds_for_it(lijst: Vragenlijst) -> None:
    variant = Variant("maat", "Over een maat", let_op="Vraag het eerst.", over=Persoon.ANDER)
    document = bouw(replace(lijst, variant=variant), [1, 1, 0])
    tekst = lees_tekst(document)
    assert lees_koppen(document, 2) == list(KOPPEN_UITKOMST)
    assert lees_deel(document, VERDER).startswith("Hoe praten we erover\nVertel eerst wat je zag en hoorde.")
    assert "Dit is hoe jij de ander ziet" in tekst
    assert "Vraag het eerst." in tekst
    assert "De uitslag is van jou." not in tekst
