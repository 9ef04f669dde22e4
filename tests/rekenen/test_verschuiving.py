"""Shifts between parts: against R, by hand, and what takes part in them."""

import csv
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.profiel import Verschuiving
from conflictstijl.model.vragen import Achtergrondvraag, Antwoordschaal, Item, Stelling, Voorwaarde
from conflictstijl.model.vragenlijst import Scoresoort, Variant, Vragenlijst
from conflictstijl.rekenen.verschuiving import compare_bladen, score_verschuivingen
from tests.bouwers import (
    build_antwoordschaal,
    build_gedeeld,
    build_keuze,
    build_keuzes,
    build_lijst,
    build_onderdelen,
    build_stelling,
    parse_blad,
    score_blad,
)

REFERENTIE = Path(__file__).parent.parent / "referentie" / "verschuiving.csv"
AANTAL_DUIDELIJK = 24
"""Clear shifts among the 72 people. Of all contrasts at once 27 are that far; step by step 24 remain."""
VIER = ("forceren",) * 4
VIER_ANDER = ("samenwerken",) * 4
ACHT = (*VIER, *VIER_ANDER)
TWEE_DELEN = build_gedeeld("kalm storm", *ACHT)


def compare(vragenlijst: Vragenlijst, tekst: str) -> tuple[Verschuiving, ...]:
    return score_verschuivingen(vragenlijst, parse_blad(tekst).antwoorden)


def build_los(delen: str, *sleutels: str) -> Vragenlijst:
    """Parts with statements of their own."""
    stellingen = [build_stelling(sleutel, str(nummer)) for nummer, sleutel in enumerate(sleutels, 1)]
    return build_onderdelen(dict.fromkeys(delen.split(), stellingen))


def read_namen(verschuivingen: tuple[Verschuiving, ...]) -> list[str]:
    return [f"{een.onderdeel}.{een.schaal}" for een in verschuivingen]


def test_shifts_of_72_people_agree_with_r() -> None:
    personen: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with REFERENTIE.open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            personen[rij["opzet"], rij["antwoorden"]].append(rij)
    duidelijk = []
    for (opzet, antwoorden), rijen in personen.items():
        build = build_gedeeld if opzet == "gedeeld" else build_los
        verschuivingen = compare(build("a b c d e"[: len(antwoorden) // 4 - 1], *ACHT), antwoorden)
        assert read_namen(verschuivingen) == [f"{rij['deel']}.{rij['schaal']}" for rij in rijen]
        for een, rij in zip(verschuivingen, rijen, strict=True):
            assert float(een.verschil) == pytest.approx(float(rij["verschil"]), abs=1e-12)
            # of three parts or more what lies furthest is labelled first, and the rest is held against each other
            verste = max(abs(float(ander["t"])) for ander in rijen if ander["schaal"] == rij["schaal"])
            ver = verste > float(rij["grens"])
            assert een.duidelijk == ver if abs(float(rij["t"])) == verste else ver or not een.duidelijk
            duidelijk.append(een.duidelijk is True)
    assert (len(personen), len(duidelijk)) == (72, 432)
    assert sum(duidelijk) == AANTAL_DUIDELIJK


def test_one_high_part_does_not_make_the_other_parts_low() -> None:
    verschuivingen = compare(build_gedeeld("a b c", *ACHT), "1212 3233 1221 2323 5554 2332")
    assert [een.onderdeel for een in verschuivingen if een.duidelijk] == ["c"]


@pytest.mark.parametrize(("storm", "duidelijk"), [("4343", True), ("4243", False)])
def test_two_parts_with_one_scale_are_a_paired_t_test(storm: str, duidelijk: bool) -> None:
    # kalm 1 2 2 1. Differences 3 1 2 2: mean 2, squares 2, variance 2 / 3, t = 2 / sqrt(2 / 3 / 4) = 4.899
    # scipy.stats.ttest_rel gives p 0.01628, below 0.03. With 3 0 2 2 it gives t 2.782 and p 0.0689, above it.
    (een,) = compare(build_gedeeld("kalm storm", *VIER), f"1221 {storm}")
    assert een == Verschuiving("forceren", "storm", Fraction(2 if duidelijk else 7, 1 if duidelijk else 4), duidelijk)


def test_two_parts_with_own_statements_are_an_ordinary_t_test() -> None:
    # 1 2 2 1 and 4 3 4 3: means 1.5 and 3.5, squares 1 and 1, variance 2 / 6, t = 2 / sqrt(1 / 3 * 2 / 4) = 4.899
    # scipy.stats.ttest_ind gives p 0.0027. With 1 1 5 1 it gives t 1.10 and p 0.31
    lijst = build_los("kalm storm", *VIER)
    assert compare(lijst, "1221 4343") == (Verschuiving("forceren", "storm", Fraction(2), True),)
    assert [een.duidelijk for een in compare(lijst, "1115 4343")] == [False]


BREED = Antwoordschaal(build_antwoordschaal(range(801), [""] * 801).punten)
"""Answers from 0 to 800, so that a limit can be found to a thousandth."""


def compare_breed(*delen: list[list[int]]) -> list[bool]:
    """Shifts of scales with six statements each; per part its scales, per scale the answers."""
    stellingen = [
        build_stelling(["forceren", "samenwerken"][schaal], f"{schaal}-{nummer}", BREED)
        for schaal in range(len(delen[0]))
        for nummer in range(6)
    ]
    lijst = build_onderdelen(dict.fromkeys("abc"[: len(delen)], stellingen), gedeeld=True)
    antwoorden = [antwoord for deel in delen for rij in deel for antwoord in rij]
    return [een.duidelijk is True for een in score_verschuivingen(lijst, antwoorden)]


@pytest.mark.parametrize(("verschil", "duidelijk"), [(227, False), (228, True), (-227, False), (-228, True)])
def test_the_noise_of_two_scales_is_pooled(verschil: int, duidelijk: bool) -> None:
    # differences around their mean: squares 200000 and 160000 over 5 + 5 degrees of freedom, variance 36000;
    # scipy: t.ppf(1 - 0.03 / 4, 10) = 2.931585, so the limit is 2.931585 * sqrt(36000 / 6) = 227.08
    basis = [450, 380, 300, 330, 310, 290]
    eerste = [punt + verschil + af for punt, af in zip(basis, (-300, -100, 0, 0, 100, 300), strict=True)]
    tweede = [punt + af for punt, af in zip(basis, (-200, -200, 0, 0, 200, 200), strict=True)]
    if verschil < 0:
        eerste = [punt + 228 for punt in eerste]
        assert compare_breed([[punt + 228 for punt in basis], basis], [eerste, tweede]) == [duidelijk, False]
    else:
        assert compare_breed([basis, basis], [eerste, tweede]) == [duidelijk, False]


@pytest.mark.parametrize(("verschil", "duidelijk"), [(189, False), (190, True)])
def test_three_parts_are_each_held_against_the_other_two(verschil: int, duidelijk: bool) -> None:
    # numpy.linalg.lstsq of part + statement: variance 10968.89 with 10 degrees of freedom; t of b against a and c
    # passes scipy's t.ppf(1 - 0.03 / 6, 10) = 3.169273 when b is 189.296 higher than in this table
    a, c = [420, 300, 350, 510, 280, 330], [400, 260, 470, 350, 300, 450]
    b = [punt + verschil for punt in (250, 480, 390, 300, 420, 230)]
    assert compare_breed([a], [b], [c]) == [False, duidelijk, False]


def test_a_person_whose_differences_are_all_equal_still_has_some_noise() -> None:
    # the floor of 0.25 per answer: t.ppf(1 - 0.03 / 4, 6) = 3.3723 * sqrt(0.25 * 2 / 4) = 1.19
    lijst = build_gedeeld("kalm storm", *ACHT)
    assert [een.duidelijk for een in compare(lijst, "1213 4345 2324 4345")] == [False, False]
    assert [een.duidelijk for een in compare(lijst, "1213 4345 3435 4345")] == [True, False]


def test_of_more_than_two_parts_all_are_told_in_the_order_of_scales_and_parts() -> None:
    lijst = build_gedeeld("a b c", "samenwerken", "forceren", "samenwerken", "forceren")
    omgekeerd = replace(lijst, schalen=lijst.schalen[::-1])
    namen = read_namen(compare(omgekeerd, "1234 2345 5432"))
    assert namen == ["a.forceren", "b.forceren", "c.forceren", "a.samenwerken", "b.samenwerken", "c.samenwerken"]
    # means of samenwerken 2, 3, 4: 2 - 3.5, 3 - 3, 4 - 2.5
    assert [een.verschil for een in compare(lijst, "1234 2345 5432")][:3] == [Fraction(-3, 2), 0, Fraction(3, 2)]


def test_a_reversed_statement_shifts_the_other_way() -> None:
    # forceren 1 2 and 6 - 4 = 2; then 3 4 and 6 - 2 = 4
    (een,) = compare(build_gedeeld("kalm storm", "forceren", "forceren", "-forceren"), "124 342")
    assert een.verschil == 2


def test_a_shift_is_between_weighted_means_as_scores_are() -> None:
    lijst = build_gedeeld("kalm storm", "forceren 3", "forceren", "samenwerken", "samenwerken")
    # (3 * 1 + 5) / 4 = 2 and (3 * 4 + 2) / 4 = 3.5
    profiel = score_blad(lijst, "1534 4234")
    assert profiel.verschuivingen[0].verschil == Fraction(3, 2)
    assert [profiel.scores[f"{deel}.forceren"].exact for deel in ("kalm", "storm")] == [2, Fraction(7, 2)]


@pytest.mark.parametrize(("verschil", "duidelijk"), [(304, False), (305, True)])
def test_a_heavy_statement_brings_its_noise_along(verschil: int, duidelijk: bool) -> None:
    # the limit of 227.08 above, times the root of 6 * share: weights 5 1 1 1 1 1 have share 30 / 100, so 304.66.
    # The heavy statement differs by the mean itself, so the weighted mean stays what it is.
    basis = [450, 380, 300, 330, 310, 290]
    eerste = [punt + verschil + af for punt, af in zip(basis, (0, -300, -100, 0, 100, 300), strict=True)]
    tweede = [punt + af for punt, af in zip(basis, (-200, -200, 0, 0, 200, 200), strict=True)]
    gewichten = ["forceren 5", *["forceren"] * 5, *["samenwerken"] * 6]
    stellingen = [build_stelling(sleutel, str(nr), BREED) for nr, sleutel in enumerate(gewichten)]
    lijst = build_onderdelen(dict.fromkeys("ab", stellingen), gedeeld=True)
    gevonden = score_verschuivingen(lijst, [*basis, *basis, *eerste, *tweede])
    assert gevonden[0] == Verschuiving("forceren", "b", Fraction(verschil), duidelijk)


def test_only_statements_answered_in_every_part_count_when_parts_share_them() -> None:
    # statement 2 is open in storm: 1 1 1 against 3 3 3, where the whole scales have means 2 and 3
    lijst = replace(build_gedeeld("kalm storm", *VIER), ontbrekend=Fraction(3, 4))
    assert compare(lijst, "1511 3.33") == (Verschuiving("forceren", "storm", Fraction(2), False),)
    assert compare(build_los("kalm storm", *VIER), "1511 3.33") == ()
    los = replace(build_los("kalm storm", *VIER), ontbrekend=Fraction(3, 4))
    assert [een.verschil for een in compare(los, "1511 3.33")] == [1]


def test_parts_without_a_statement_in_common_have_no_shift() -> None:
    lijst = replace(build_gedeeld("kalm storm", *VIER), ontbrekend=Fraction(1, 2))
    assert compare(lijst, "12.. ..34") == ()


@pytest.mark.parametrize("weg", [".", "x"])
def test_a_part_of_which_too_little_is_answered_is_not_compared_and_does_not_spoil_the_others(weg: str) -> None:
    lijst = build_gedeeld("a b c", *VIER)
    gevuld = compare(lijst, f"1213 4354 {weg * 4}")
    assert gevuld == compare(build_gedeeld("a b", *VIER), "1213 4354")
    assert read_namen(gevuld) == ["b.forceren"]
    # one of four is too little to score, and so to compare
    assert compare(lijst, "1213 4354 3...") == gevuld
    # one that does not apply is no missing answer: three statements are left for all
    assert read_namen(compare(lijst, "1213 4354 33x3")) == ["a.forceren", "b.forceren", "c.forceren"]


def test_a_part_that_is_not_asked_is_not_compared_whatever_was_answered_there() -> None:
    leiding = Achtergrondvraag("leiding", "Geef je leiding?", ("ja", "nee"))
    lijst = build_gedeeld("a b c", *VIER)
    als = (Voorwaarde("leiding", (0,)),)
    items = tuple(replace(item, als=als) if item.onderdeel == "c" else item for item in lijst.items)
    lijst = replace(lijst, achtergrond=(leiding,), items=items)
    zonder = compare(build_gedeeld("a b", *VIER), "1213 4354")
    assert compare(lijst, "1 1213 4354 1111") == zonder
    assert read_namen(compare(lijst, "0 1213 4354 1111")) == ["a.forceren", "b.forceren", "c.forceren"]


def test_a_straight_line_in_a_part_is_no_shift_of_every_style() -> None:
    assert compare(TWEE_DELEN, "2" * 8 + "4" * 8) == ()
    assert compare(TWEE_DELEN, "2" * 8 + "43454435") == ()
    # and of three parts the other two remain
    drie = build_gedeeld("a b c", *ACHT)
    assert compare(drie, "12342345 22222222 43454435") == compare(TWEE_DELEN, "12342345 43454435")[:0] + tuple(
        een._replace(onderdeel="c") for een in compare(TWEE_DELEN, "12342345 43454435")
    )


def test_a_part_just_short_of_a_straight_line_can_shift() -> None:
    # 7 of 8 is 88%
    assert len(compare(TWEE_DELEN, "22222223 44444445")) == 2


def test_a_nearly_straight_line_over_all_parts_has_no_shift() -> None:
    # three of eight differ in one part, but 37 of all 40 answers are the same
    lijst = build_gedeeld("a b c d e", *ACHT)
    assert compare(lijst, "33333333" * 4 + "55533333") == ()
    assert read_namen(compare(TWEE_DELEN, "33333344" + "55533333")) == ["storm.forceren", "storm.samenwerken"]


def test_with_one_scale_equal_answers_are_no_straight_line() -> None:
    assert compare(build_gedeeld("voor na", *VIER), "2222 4444") == (Verschuiving("forceren", "na", Fraction(2), True),)


def test_without_repeated_statements_a_shift_is_told_but_not_whether_it_is_clear() -> None:
    lijst = build_gedeeld("kalm storm", "forceren", "samenwerken", "vermijden")
    assert compare(lijst, "112 515") == (
        Verschuiving("forceren", "storm", Fraction(4), None),
        Verschuiving("samenwerken", "storm", Fraction(0), None),
        Verschuiving("vermijden", "storm", Fraction(3), None),
    )


@pytest.mark.parametrize("build", [build_gedeeld, build_los])
@pytest.mark.parametrize("soort", Scoresoort)
def test_a_shift_is_in_the_unit_of_the_score(soort: Scoresoort, build: Callable[..., Vragenlijst]) -> None:
    lijst = replace(build("kalm storm", "forceren 3", *["forceren"] * 3, *VIER_ANDER), score=soort)
    profiel = score_blad(lijst, "12142345 43432345")
    kalm, storm = (profiel.scores[f"{deel}.forceren"].exact for deel in ("kalm", "storm"))
    assert kalm is not None
    assert storm is not None
    assert profiel.verschuivingen[0].verschil == storm - kalm
    # (3 * 1 + 2 + 1 + 4) / 6 and (3 * 4 + 3 + 4 + 3) / 6: 2 points of the 4 between the ends
    assert storm - kalm == {"gemiddelde": 2, "som": 12, "procent": 50}[soort]


def test_of_parts_of_different_length_a_shift_is_in_the_sums_of_its_own_part() -> None:
    delen = {
        deel: [build_stelling("forceren", str(nr)) for nr in range(aantal)]
        for deel, aantal in (("kalm", 2), ("storm", 4))
    }
    lijst = replace(build_onderdelen(delen), score=Scoresoort.SOM)
    # means 2 and 3: one point higher on each of the four statements of storm, whose sum could else not be compared
    assert [een.verschil for een in compare(lijst, "13 2343")] == [4]


def test_a_shift_between_versions_is_in_the_unit_of_the_score() -> None:
    lijst = replace(build_lijst(*(build_stelling("forceren", str(nr)) for nr in range(4))), score=Scoresoort.PROCENT)
    bladen = [
        (build_variant(lijst, naam), parse_blad(t).antwoorden) for naam, t in (("zelf", "1221"), ("ander", "4343"))
    ]
    assert [een.verschil for een in compare_bladen(*bladen)] == [50]


def test_a_scale_in_which_options_count_as_well_does_not_shift() -> None:
    items: list[Item] = [*(build_stelling("forceren", str(nr)) for nr in range(4)), build_keuze("forceren / geen", "5")]
    lijst = build_onderdelen({"kalm": items, "storm": items})
    assert score_blad(lijst, "1221a 4343a").verschuivingen == ()


def test_only_parts_that_are_scored_by_themselves_shift() -> None:
    assert (
        score_blad(build_lijst(build_stelling("forceren", "1"), build_stelling("forceren", "2")), "15").verschuivingen
        == ()
    )
    keuzes = build_onderdelen(
        {"kalm": [build_keuze("forceren / samenwerken")], "storm": [build_keuze("forceren / geen")]}
    )
    assert score_blad(keuzes, "aa").verschuivingen == ()


def test_statements_on_two_answer_scales_do_not_shift() -> None:
    drie = build_antwoordschaal(range(3))
    een, ander = (
        [build_stelling("forceren", str(nr)) for nr in "12"],
        [build_stelling("forceren", nr, drie) for nr in "12"],
    )
    assert score_blad(build_onderdelen({"kalm": een, "storm": ander}), "4521").verschuivingen == ()


def test_a_statement_that_is_not_scored_takes_no_part() -> None:
    met = build_gedeeld("kalm storm", *VIER, "geen")
    assert compare(met, "12215 43431") == compare(build_gedeeld("kalm storm", *VIER), "1221 4343")


def test_a_statement_in_two_scales_shifts_in_both() -> None:
    lijst = build_gedeeld("kalm storm", "forceren, -samenwerken", "forceren", "samenwerken")
    forceren, samenwerken = compare(lijst, "123 543")
    assert forceren.verschil == 3
    assert samenwerken.verschil == -2


def build_variant(lijst: Vragenlijst, naam: str) -> Vragenlijst:
    return replace(lijst, variant=Variant(naam, naam.title()))


def test_two_versions_of_a_questionnaire_are_compared_like_two_parts() -> None:
    lijst = build_lijst(*(build_stelling(sleutel, str(nr)) for nr, sleutel in enumerate(ACHT, 1)))
    bladen = [
        (build_variant(lijst, naam), parse_blad(t).antwoorden)
        for naam, t in (("zelf", "12212343"), ("ander", "43432343"))
    ]
    alleen = compare(TWEE_DELEN, "12212343 43432343")
    assert compare_bladen(*bladen) == tuple(een._replace(onderdeel="ander") for een in alleen)
    assert [een.duidelijk for een in alleen] == [True, False]


def test_versions_of_a_questionnaire_with_parts_are_compared_per_part() -> None:
    bladen = [
        (build_variant(TWEE_DELEN, naam), parse_blad(t).antwoorden)
        for naam, t in (("zelf", "12212343 12212343"), ("ander", "43432343 12212343"))
    ]
    assert {een.schaal: een.verschil for een in compare_bladen(*bladen)} == {
        "kalm.forceren": 2,
        "kalm.samenwerken": 0,
        "storm.forceren": 0,
        "storm.samenwerken": 0,
    }


def test_sheets_without_a_version_or_statements_have_nothing_to_compare() -> None:
    lijst = build_keuzes("forceren / samenwerken")
    assert compare_bladen((lijst, (0,)), (build_variant(lijst, "ander"), (1,))) == ()


def test_every_answer_that_is_none_is_left_out() -> None:
    leeg: list[Antwoord] = [None, NVT]
    for een, ander in product(leeg, leeg):
        assert score_verschuivingen(build_gedeeld("kalm storm", "forceren"), [een, ander]) == ()


def test_the_answers_of_a_statement_stay_with_that_statement() -> None:
    # the same answers in another order of the statements in storm: differences 3 1 2 2 become 2 2 2 2
    lijst = build_gedeeld("kalm storm", *VIER)
    stellingen = [item for item in lijst.items if isinstance(item, Stelling)]
    geschud = replace(lijst, items=(*stellingen[:4], *stellingen[:3:-1]))
    assert compare(lijst, "1221 4343") == compare(geschud, "1221 3434")
