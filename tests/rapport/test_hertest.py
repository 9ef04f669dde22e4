"""Then and now: what a report on two times says, and what it leaves unsaid."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.antwoorden import Antwoord, Antwoordblad
from conflictstijl.model.document import Document, Opsomming, Tabel
from conflictstijl.model.hertest import Hertest
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.hertest import Momenten, build_hertest
from conflictstijl.rapport.hertestgegevens import build_hertestgegevens
from conflictstijl.rapport.profiel import KOPPEN
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rekenen.hertest import compare_hertest
from conflictstijl.rekenen.taal import LANGSTE_ZIN, check_zinnen, parse_zinnen
from tests.taal.teksten import ETIKET, GEMIDDELDE_ZIN, LIJDEND, count_zinnen

from .bouw import (
    EIGEN,
    bladen,
    bouw_eenvoudig,
    bouw_profiel,
    eigen_lijsten,
    lees_deel,
    lees_koppen,
    lees_tabel,
    lees_tekst,
    schrijf_lijst,
)

MOMENTEN = (datetime(2026, 3, 3, 9, 5, tzinfo=UTC), datetime(2026, 11, 22, 16, 40, tzinfo=UTC))
LIJST = load_vragenlijst("conflictstijlen")
VLAK = (2, 3, 4) * 10
TE_KLEIN = "te klein om iets over te zeggen"
TOEVAL = "Dit verschilt meer dan toeval verklaart:"
TABEL: tuple[tuple[Fraction, int], ...] = ((Fraction(1), 40), (Fraction(2), 40), (Fraction(3), 40))


def vergelijk(
    lijst: Vragenlijst, eerst: Sequence[Antwoord], nu: Sequence[Antwoord], oud: Vragenlijst | None = None
) -> Hertest:
    toen = oud or lijst
    return compare_hertest(
        (toen, Antwoordblad(toen.id, tuple(eerst)), bouw_profiel(toen, eerst)),
        (lijst, Antwoordblad(lijst.id, tuple(nu)), bouw_profiel(lijst, nu)),
    )


def lees(hertest: Hertest, momenten: Momenten = MOMENTEN) -> Document:
    return build_hertest(hertest, momenten, load_kennis())


def verander(lijst: Vragenlijst, antwoorden: Sequence[Antwoord], schaal: str, waarde: int) -> tuple[Antwoord, ...]:
    """Return the answers with every statement of one scale answered alike."""
    return tuple(
        (6 - waarde if item.sleutel[0].omgekeerd else waarde) if item.sleutel[0].schaal == schaal else antwoord
        for item, antwoord in zip(lijst.stellingen, antwoorden, strict=True)
    )


DUIDELIJK = vergelijk(LIJST, verander(LIJST, VLAK, "vermijden", 1), verander(LIJST, VLAK, "vermijden", 5))


def bouw_normen(soort: Betrouwbaarheidssoort) -> Vragenlijst:
    vast = Betrouwbaarheid(soort, {naam: Fraction(80 + nr, 100) for nr, (naam, _) in enumerate(EIGEN)})
    tabel = {naam: TABEL for naam, _ in EIGEN}
    return replace(
        bouw_eenvoudig(EIGEN),
        normen=Normgroep("Wijkteams", 120, 2024, "eigen meting.", "teams", tabel, betrouwbaarheid=vast),
    )


def test_both_times_stand_side_by_side_with_their_margins_and_what_the_difference_is_worth() -> None:
    tabel = lees_tabel(lees(DUIDELIJK))
    assert tabel.koppen == ("Stijl", "3 maart 2026", "22 november 2026", "Verschil")
    rijen = {rij[0]: rij for rij in tabel.rijen}
    assert list(rijen) == ["Doorzetten", "Samen oplossen", "Compromis", "Vermijden", "Toegeven"]
    assert rijen["Vermijden"][3] == "4,0 hoger (duidelijk)"
    assert rijen["Toegeven"][3] == "gelijk"
    assert re.fullmatch(r"1,0 \(1,0 tot 1,\d\)", rijen["Vermijden"][1])


def test_what_is_clear_is_named_and_the_rest_that_did_not_change() -> None:
    tekst = lees_tekst(lees(DUIDELIJK))
    assert (
        f"\n{TOEVAL}\nVermijden: 4,0 punt hoger dan de eerste keer.\nDe andere scores zijn precies gelijk.\n" in tekst
    )


def test_when_all_is_clear_there_are_no_others_to_speak_of(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nooit, zelden, soms, vaak, altijd]
        schalen: {rust: Rust}
        items: [{rust: Stil.}, {rust: Kalm.}, {rust: Vrij.}, {rust: Haast.}]
        """,
    )
    tekst = lees_tekst(lees(vergelijk(lijst, [1, 2, 2, 1], [5, 4, 5, 5])))
    assert "Schaal 3 maart 2026" in tekst
    assert TOEVAL in tekst
    assert "De andere verschillen" not in tekst


def test_no_clear_change_is_said_with_what_it_may_mean() -> None:
    tekst = lees_tekst(lees(vergelijk(LIJST, VLAK, VLAK[1:] + VLAK[:1])))
    assert f"\nDe verschillen zijn {TE_KLEIN}. Dat kan twee dingen betekenen. Misschien deed je" in tekst
    assert TOEVAL not in tekst


def test_scores_that_are_exactly_equal_are_called_so() -> None:
    document = lees(vergelijk(LIJST, VLAK, VLAK))
    assert "\nJe scores zijn precies gelijk gebleven. Dat kan twee dingen betekenen." in lees_tekst(document)
    assert {rij[3] for rij in lees_tabel(document).rijen} == {"gelijk"}


def test_a_difference_too_small_to_print_is_not_called_nothing(tmp_path: Path) -> None:
    items = ", ".join(f"{{rust: Zin {nr}.}}" for nr in range(30))
    lijst = schrijf_lijst(tmp_path, f"antwoorden: [nooit, soms, altijd]\nschalen: {{rust: Rust}}\nitems: [{items}]\n")
    document = lees(vergelijk(lijst, [1, 2, 3] * 10, [1, 2, 3] * 9 + [1, 2, 2]))
    assert lees_tabel(document).rijen[0][3] == "minder dan 0,1 lager (te klein)"


def test_without_norms_the_report_says_what_it_did_and_does_not_know() -> None:
    tekst = lees_tekst(lees(DUIDELIJK))
    assert "\nHoe we vergeleken\nWe legden bij elke stelling je twee antwoorden naast elkaar. " in tekst
    assert (
        "We vergeleken je niet met andere mensen. Hoe je antwoorden van dag tot dag schommelen, weten we dus niet."
        in tekst
    )
    assert re.search(r"Een verschil is hier pas duidelijk vanaf ongeveer \d,\d punt\. ", tekst)
    assert "in ongeveer 3 van de 100 vergelijkingen" in tekst


def test_with_a_norm_group_the_report_names_it_with_its_source_and_reliability() -> None:
    tekst = lees_tekst(lees(vergelijk(bouw_normen(Betrouwbaarheidssoort.HERTEST), [1, 2] * 8, [3, 2] * 8)))
    assert "We gebruikten normgroep Wijkteams (120 mensen, 2024). Bron: eigen meting. " in tekst
    assert "Dezelfde mensen vulden de lijst daar twee keer in." in tekst
    # R: qnorm(1 - 0.05 / 8) * sd(rep(1:3, each = 40)) * sqrt(2 * (1 - c(0.83, 0.80))) is 1.194 and 1.295
    assert "pas duidelijk vanaf ongeveer 1,2 tot 1,3 punt, per schaal anders." in tekst
    assert "in ongeveer 5 van de 100 vergelijkingen" in tekst
    assert "antwoorden naast elkaar" not in tekst


def test_an_alpha_is_said_to_know_nothing_of_other_days() -> None:
    tekst = lees_tekst(lees(vergelijk(bouw_normen(Betrouwbaarheidssoort.ALFA), [1, 2] * 8, [3, 2] * 8)))
    assert "(alfa). Hoe scores van dag tot dag schommelen, zit er niet in." in tekst


def test_a_percentage_is_told_in_percentage_points() -> None:
    lijst = replace(bouw_eenvoudig(EIGEN), score=type(LIJST.score)("procent"))
    tekst = lees_tekst(lees(vergelijk(lijst, [1, 2, 1, 2, *[1, 2, 3, 4] * 3], [5, 4, 5, 4, *[1, 2, 3, 4] * 3])))
    assert "Schaal rust: 75,0 procentpunt hoger dan de eerste keer." in tekst


def test_when_no_difference_can_be_large_enough_the_report_says_so() -> None:
    lijst = bouw_eenvoudig(EIGEN[:1], 2)
    assert "is geen enkel verschil groot genoeg." in lees_tekst(lees(vergelijk(lijst, [1, 2], [5, 4])))


def test_every_report_tells_what_may_not_be_concluded_and_ends_with_two_questions() -> None:
    paren = load_vragenlijst("conflictstijlen-paren")
    for hertest in (DUIDELIJK, vergelijk(LIJST, VLAK, VLAK), vergelijk(paren, (0, 1) * 15, (1, 0) * 15)):
        document = lees(hertest)
        assert lees_koppen(document, 2) == [KOPPEN[0], "Wat dit wel en niet zegt", "Twee vragen om over na te denken"]
        tekst = lees_deel(document, "Wat dit wel en niet zegt")
        for zin in (
            "Wat er tussendoor gebeurde, weet het programma niet.",
            "twee keer dezelfde vragen",
            "bewijst niet dat je iets leerde",
        ):
            assert zin in tekst
        laatste = document.blokken[-1]
        assert isinstance(laatste, Opsomming)
        assert [deel[-1] for deel in laatste.delen] == ["?", "?"]


def test_about_someone_else_the_report_is_about_what_you_see() -> None:
    ander = load_vragenlijst("conflictstijlen", "ander")
    document = lees(vergelijk(ander, VLAK, VLAK[1:] + VLAK[:1]))
    assert lees_koppen(document, 2)[0] == "Wat ik zie"
    tekst = lees_tekst(document)
    assert "Misschien zag je de tweede keer hetzelfde" in tekst
    assert "Aan welk moment met de ander dacht je" in tekst


def test_choices_show_their_places_and_say_that_these_tell_nothing_about_change() -> None:
    paren = load_vragenlijst("conflictstijlen-paren")
    document = lees(vergelijk(paren, (0, 1) * 15, (1, 0) * 15))
    tabel = lees_tabel(document)
    assert tabel.koppen == ("Stijl", "3 maart 2026", "22 november 2026")
    assert all(re.fullmatch(r"(?:gedeeld )?[1-5]e \(\d+ van 12\)", cel) for rij in tabel.rijen for cel in rij[1:])
    assert any(cel.startswith("gedeeld") for rij in tabel.rijen for cel in rij[1:])
    tekst = lees_tekst(document)
    assert "Een andere plaats kan toeval zijn. Een marge is hier niet te berekenen. " in tekst
    assert "Hoe we vergeleken" not in tekst
    assert "hoger" not in lees_deel(document, KOPPEN[0]).partition("\nWat dit wel")[0]


@pytest.mark.parametrize(
    ("eerst", "nu", "wanneer"),
    [
        ((3,) * 30, VLAK, "Op 3 maart 2026"),
        (VLAK, (3,) * 30, "Op 22 november 2026"),
        ((2,) * 30, (4,) * 30, "Beide keren"),
    ],
)
def test_a_straight_line_is_told_and_nothing_is_said_about_change(
    eerst: Sequence[int], nu: Sequence[int], wanneer: str
) -> None:
    document = lees(vergelijk(LIJST, eerst, nu))
    tekst = lees_tekst(document)
    assert f"\n{wanneer} gaf je bijna overal hetzelfde antwoord. Over verandering is dan niets te zeggen.\n" in tekst
    assert {rij[3] for rij in lees_tabel(document).rijen} == {"niet te zeggen"}
    assert "Hoe we vergeleken" not in tekst
    assert tekst.count("hetzelfde antwoord") == 1


def test_parts_have_a_table_each_and_a_straight_line_in_one_is_told() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    eerst = [2, 3, 4, 3, 2] * 8
    document = lees(vergelijk(lijst, eerst, [*verander(lijst, eerst, "rustig.vermijden", 5)[:20], *[3] * 20]))
    assert lees_koppen(document, 3)[:2] == ["Rustig", "Gespannen"]
    rustig, gespannen = (blok for blok in document.in_woorden if isinstance(blok, Tabel))
    assert {rij[3] for rij in gespannen.rijen} == {"niet te zeggen"}
    assert "Vermijden" in {rij[0] for rij in rustig.rijen}
    tekst = lees_tekst(document)
    assert "Vermijden (Rustig): " in tekst
    assert "Niet te zeggen: daar gaf je één keer bijna overal hetzelfde antwoord." in tekst


def test_a_questionnaire_that_changed_is_told_with_the_numbers() -> None:
    lijst = bouw_eenvoudig(EIGEN, 5)
    items = (*(replace(een, tekst=f"Nieuw {een.id}.") for een in lijst.stellingen[:4]), *lijst.items[4:])
    document = lees(vergelijk(replace(lijst, items=items), [1, 2, 3, 4] * 5, [2, 1, 4, 3] * 5, lijst))
    tekst = lees_tekst(document)
    assert lees_tabel(document).rijen[0] == ("Schaal rust", "-", "-", "te veel gewijzigd")
    assert "Te veel gewijzigd: daar zijn te weinig stellingen hetzelfde gebleven." in tekst
    assert "De vragenlijst is gewijzigd: 16 stellingen bleven gelijk (eerst 20, nu 20)." in tekst
    assert "De scores kunnen daarom anders zijn dan in je eerdere verslagen." in tekst


def test_what_was_left_open_once_is_told_not_to_count() -> None:
    lijst = bouw_eenvoudig(EIGEN, 5)
    document = lees(vergelijk(lijst, [None, 2, 3, 4] * 5, [2, 1, 4, 3] * 5))
    assert "Alleen stellingen die je beide keren beantwoordde, tellen mee. De scores kunnen" in lees_tekst(document)
    assert "Alleen stellingen" not in lees_tekst(lees(vergelijk(lijst, [1, 2, 3, 4] * 5, [2, 1, 4, 3] * 5)))


def test_too_few_answers_are_told() -> None:
    lijst = bouw_eenvoudig(EIGEN, 4)
    document = lees(vergelijk(lijst, [None] * 4 + [2, 1, 4, 3] * 3, [2, 1, 4, 3] * 4))
    assert lees_tabel(document).rijen[0] == ("Schaal rust", "-", "-", "te weinig antwoorden")
    assert "Te weinig antwoorden: je beantwoordde te weinig" in lees_tekst(document)


def test_a_deepening_filled_in_once_is_told_to_be_left_out() -> None:
    samen = load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping")
    tekst = lees_tekst(lees(vergelijk(samen, VLAK, [*VLAK, *[2, 3, 4, 3] * 5], LIJST)))
    assert "De verdieping vulde je maar één keer in. Die telt hier niet mee. De scores kunnen" in tekst
    assert "gewijzigd" not in tekst


def test_a_difference_without_anything_to_hold_it_against_is_not_called_small() -> None:
    lijst = bouw_eenvoudig(EIGEN, 1)
    document = lees(vergelijk(lijst, [1, 2, 3, 4], [5, 4, 1, 2]))
    tekst = lees_tekst(document)
    assert lees_tabel(document).rijen[0][3] == "4,0 hoger"
    assert "Of de verschillen groter zijn dan toeval, is hier niet te zeggen." in tekst
    assert TE_KLEIN not in tekst


def test_choices_beside_statements_are_told_to_have_an_order_only(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nooit, zelden, soms, vaak, altijd]
        schalen: {rust: Rust, druk: Druk, tempo: Tempo}
        items:
          - rust: Stil.
          - rust: Kalm.
          - rust: Vrij.
          - vorm: kies
            opties: [{druk: rennen}, {tempo: vliegen}]
        """,
    )
    document = lees(vergelijk(lijst, [1, 2, 1, 0], [4, 5, 5, 1]))
    assert "Bij keuzevragen is over een verschil niets te zeggen." in lees_tekst(document)
    assert [rij[3] for rij in lees_tabel(document).rijen][1:] == ["niet te zeggen"] * 2


# data


def test_the_data_hold_what_the_report_tells() -> None:
    gegevens = json.loads(json.dumps(build_hertestgegevens(DUIDELIJK, MOMENTEN)))
    assert (gegevens["formaat"], gegevens["soort"], gegevens["regel"]) == (1, "vergelijking", "gepaarde_t")
    assert (gegevens["vragenlijst"], gegevens["vorm"], gegevens["zonder"]) == ("conflictstijlen", "zelf", None)
    assert gegevens["eerst"] == {
        "moment": "2026-03-03T09:05:00+00:00",
        "versie": LIJST.versie,
        "vingerafdruk": bouw_profiel(LIJST, VLAK).vingerafdruk,
        "vragen": 30,
        "rechte_lijn": False,
    }
    assert gegevens["gelijke_vragen"] == 30
    assert gegevens["normgroep"] is None
    schaal = gegevens["schalen"]["vermijden"]
    assert (schaal["eerst"]["waarde"], schaal["nu"]["waarde"], schaal["verschil"]) == (1.0, 5.0, 4.0)
    assert (schaal["duidelijk"], schaal["reden"], schaal["vragen"]) == (True, None, 6)
    assert schaal["eerst"]["ondergrens"] < schaal["eerst"]["bovengrens"] < 2
    assert 0 < schaal["grens"] < 4


def test_the_data_hold_the_norm_group_with_its_numbers() -> None:
    hertest = vergelijk(bouw_normen(Betrouwbaarheidssoort.ALFA), [1, 2] * 8, [3, 2] * 8)
    gegevens = build_hertestgegevens(hertest, MOMENTEN)
    normen = gegevens["normgroep"]
    assert gegevens["regel"] == "betrouwbare_verandering"
    assert (normen["naam"], normen["n"], normen["soort"], normen["bron"]) == ("Wijkteams", 120, "alfa", "eigen meting.")
    assert normen["betrouwbaarheid"] == {"rust": 0.8, "steun": 0.81, "druk": 0.82, "tempo": 0.83}
    # R: sd(rep(1:3, each = 40))
    assert list(normen["spreiding"].values()) == pytest.approx([0.8199200616907878] * 4)


def test_the_data_of_choices_hold_places() -> None:
    paren = load_vragenlijst("conflictstijlen-paren")
    gegevens = build_hertestgegevens(vergelijk(paren, (0, 1) * 15, (1, 0) * 15), MOMENTEN)
    schalen = gegevens["schalen"].values()
    assert {een["reden"] for een in schalen} == {"keuzes"}
    assert all({"plaats", "gedeeld"} < set(een["eerst"]) for een in schalen)
    assert (gegevens["vorm"], gegevens["niveau"]) == (None, None)


# language

PAREN = load_vragenlijst("conflictstijlen-paren")
VERSLAGEN = {
    "clear": DUIDELIJK,
    "none": vergelijk(LIJST, VLAK, VLAK[1:] + VLAK[:1]),
    "choices": vergelijk(PAREN, (0, 1) * 15, (1, 0) * 15),
    "norms": vergelijk(bouw_normen(Betrouwbaarheidssoort.ALFA), [1, 2] * 8, [3, 2] * 8),
    "straight": vergelijk(LIJST, VLAK, (3,) * 30),
}


@pytest.mark.parametrize("naam", VERSLAGEN)
def test_a_report_is_plain_dutch(naam: str) -> None:
    blokken = [blok for blok in lees(VERSLAGEN[naam]).in_woorden if not isinstance(blok, Tabel)]
    regels = lees_tekst(Document(tuple(blokken))).splitlines()
    gemiddeld, langste = count_zinnen(regels)
    assert gemiddeld <= GEMIDDELDE_ZIN
    assert langste <= LANGSTE_ZIN
    assert [fout for regel in regels for fout in check_zinnen(regel)] == []
    assert [regel for regel in regels if LIJDEND.search(regel) or ETIKET.search(regel)] == []


@pytest.mark.parametrize("breedte", [20, 40, 60, 80, 120])
def test_a_report_fits_every_width(breedte: int) -> None:
    for hertest in VERSLAGEN.values():
        assert max(map(len, render_tekst(lees(hertest), breedte).splitlines())) <= breedte


@given(st.data())
@settings(max_examples=60)
def test_whatever_was_filled_in_the_report_calls_clear_what_is_and_no_sentence_is_too_long(data: st.DataObject) -> None:
    lijst = data.draw(eigen_lijsten())
    hertest = vergelijk(lijst, data.draw(bladen(lijst)), data.draw(bladen(lijst)))
    blokken = [blok for blok in lees(hertest).in_woorden if not isinstance(blok, Tabel)]
    tekst = lees_tekst(Document(tuple(blokken)))
    assert (TOEVAL in tekst) == any(een.duidelijk for een in hertest.schalen)
    assert [zin for regel in tekst.splitlines() for zin in parse_zinnen(regel) if len(zin) > LANGSTE_ZIN] == []
    json.dumps(build_hertestgegevens(hertest, MOMENTEN), allow_nan=False)
