"""Retest: against R, by hand, what takes part in it, and what always holds."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictstijl.fouten import GebruikFout
from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.hertest import GEWIJZIGD, KEUZES, RECHTE_LIJN, Hertest, Plaats, Verandering, Vergelijkregel
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.profiel import TE_WEINIG, VERSCHILLENDE_VRAGEN
from conflictstijl.model.vragen import Achtergrondvraag, Keuze, Stelling, Voorwaarde
from conflictstijl.model.vragenlijst import Onderdeel, Persoon, Scoresoort, Variant, Vragenlijst
from conflictstijl.rekenen.hertest import Resultaat, compare_hertest
from conflictstijl.rekenen.normeren import score_spreiding
from conflictstijl.rekenen.scoren import score_antwoorden
from conflictstijl.rekenen.zekerheid import VLOER
from tests.bouwers import (
    build_antwoordschaal,
    build_blad,
    build_gedeeld,
    build_keuze,
    build_keuzes,
    build_lijst,
    build_stelling,
    build_stellingen,
    parse_blad,
)

REFERENTIE = Path(__file__).parent.parent / "referentie" / "hertest.csv"
VOORBEELD = Path(__file__).parent.parent / "voorbeelden" / "goed" / "met-betrouwbaarheid.yaml"
STIJLEN = ("forceren", "samenwerken", "compromis", "vermijden", "toegeven")
VIER = ("forceren",) * 4
ACHT = (*VIER, *("samenwerken",) * 4)
LIJST = build_stellingen(*ACHT)


def build_resultaat(lijst: Vragenlijst, antwoorden: Sequence[Antwoord], deelnemer: str | None = None) -> Resultaat:
    blad = replace(build_blad(*antwoorden), deelnemer=deelnemer)
    return lijst, blad, score_antwoorden(lijst, blad)


def compare(lijst: Vragenlijst, eerst: str, nu: str) -> Hertest:
    """Compare two sheets from signs."""
    return compare_tussen(lijst, eerst, lijst, nu)


def compare_tussen(oud: Vragenlijst, eerst: str, nieuw: Vragenlijst, nu: str) -> Hertest:
    """Compare two sheets of a questionnaire that changed."""
    toen, later = (parse_blad(tekst).antwoorden for tekst in (eerst, nu))
    return compare_hertest(build_resultaat(oud, toen), build_resultaat(nieuw, later))


def read_schalen(hertest: Hertest) -> dict[str, Verandering]:
    return {een.schaal: een for een in hertest.schalen}


def read_redenen(hertest: Hertest) -> list[str | None]:
    return [een.reden for een in hertest.schalen]


def test_differences_of_80_people_agree_with_r() -> None:
    bladen: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with REFERENTIE.open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            bladen[rij["eerst"], rij["nu"]].append(rij)
    duidelijk, recht = 0, 0
    for (eerst, nu), rijen in bladen.items():
        schalen = STIJLEN[: len(rijen)]
        lijst = build_stellingen(*(naam for naam in schalen for _ in range(len(eerst) // len(schalen))))
        hertest = compare(lijst, eerst, nu)
        if hertest.regel is None:
            recht += 1
            continue
        for een, rij in zip(hertest.schalen, rijen, strict=True):
            assert een.verschil is not None
            assert een.grens is not None
            assert een.schaal == rij["schaal"]
            assert float(een.verschil) == pytest.approx(float(rij["verschil"]), abs=1e-12)
            assert een.grens == pytest.approx(float(rij["grens"]), rel=1e-9)
            assert een.duidelijk == (abs(een.verschil) > een.grens)
            if rij["p"] and float(rij["s"]) > float(2 * VLOER * 16) ** 0.5:
                assert een.duidelijk == (float(rij["p"]) < 0.03)
            duidelijk += een.duidelijk
    assert (len(bladen), recht) == (80, 4)
    assert duidelijk >= 15


def test_one_style_is_a_paired_t_test() -> None:
    # R: t.test(c(4, 3, 4, 3), c(1, 2, 2, 1), paired = TRUE) gives p 0.0163, below 0.03; with 4 2 4 3 it gives 0.0689
    (een,) = compare(build_stellingen(*VIER), "1221", "4343").schalen
    assert (een.verschil, een.duidelijk, een.vragen) == (Fraction(2), True, 4)
    (een,) = compare(build_stellingen(*VIER), "1221", "4243").schalen
    assert (een.verschil, een.duidelijk) == (Fraction(7, 4), False)


def test_the_limit_by_hand() -> None:
    # differences 3 1 2 2: squares 2, standard deviation sqrt(2 / 3); R: qt(0.985, 3) = 3.8960459
    (een,) = compare(build_stellingen(*VIER), "1221", "4343").schalen
    assert een.grens == pytest.approx(3.8960459 * (2 / 3 / 4) ** 0.5, abs=1e-6)


def test_without_norms_the_rule_is_named_and_no_norm_group() -> None:
    hertest = compare(LIJST, "12212343", "43432343")
    assert (hertest.regel, hertest.normgroep, hertest.niveau) == (Vergelijkregel.GEPAARD, None, 0.03)
    assert [een.duidelijk for een in hertest.schalen] == [True, False]


def test_scores_have_their_intervals() -> None:
    een = compare(LIJST, "12212343", "43432343").schalen[0]
    for score in (een.eerst, een.nu):
        assert score.waarde is not None
        assert score.ondergrens is not None
        assert score.bovengrens is not None
        assert score.ondergrens < score.waarde < score.bovengrens
    assert (een.eerst.exact, een.nu.exact) == (Fraction(3, 2), Fraction(7, 2))


@pytest.mark.parametrize(("soort", "verschil"), [("gemiddelde", 2), ("som", 8), ("procent", 50)])
def test_differences_and_limits_are_in_the_unit_of_the_score(soort: str, verschil: int) -> None:
    een = compare(replace(LIJST, score=Scoresoort(soort)), "12212343", "43432343").schalen[0]
    gewoon = compare(LIJST, "12212343", "43432343").schalen[0]
    assert een.verschil == verschil
    assert een.grens == pytest.approx((gewoon.grens or 0) * verschil / 2)
    assert een.duidelijk is True


# a norm group

TABEL = ((Fraction(1), 30), (Fraction(2), 40), (Fraction(3), 30))
"""Mean 2, squares 60, so the standard deviation is sqrt(60 / 99)."""
VAST = Betrouwbaarheid(Betrouwbaarheidssoort.HERTEST, dict.fromkeys(STIJLEN, Fraction(84, 100)))
NORMEN = Normgroep("W", 100, 2025, "b", "p", dict.fromkeys(STIJLEN, TABEL), betrouwbaarheid=VAST)


def test_the_spread_of_a_norm_table_is_the_sample_standard_deviation() -> None:
    assert score_spreiding(TABEL) == pytest.approx((60 / 99) ** 0.5, rel=1e-12)
    assert score_spreiding(((Fraction(2), 100),)) == 0
    assert score_spreiding(((Fraction(2), 1),)) == 0


def test_the_limits_of_a_norm_group_agree_with_r() -> None:
    # tests/referentie/maak.R prints these
    lijst = load_vragenlijst(str(VOORBEELD))
    hertest = compare(lijst, "1234", "2143")
    assert hertest.regel is Vergelijkregel.NORMGROEP
    assert hertest.spreiding == pytest.approx({"samenwerken": 0.73563507501031655, "vermijden": 0.72749859221903124})
    assert [een.grens for een in hertest.schalen] == pytest.approx([1.0164221544581917, 1.1059384800995371], rel=1e-9)


def test_with_one_style_the_index_must_pass_1_96() -> None:
    lijst = replace(build_stellingen(*VIER), normen=NORMEN)
    hertest = compare(lijst, "1221", "3221")
    assert hertest.schalen[0].grens == pytest.approx(1.959963984540054 * (60 / 99) ** 0.5 * (2 * 0.16) ** 0.5, rel=1e-9)
    assert (hertest.normgroep, hertest.niveau) == (NORMEN, 0.05)


@pytest.mark.parametrize(("nu", "duidelijk"), [("4222", True), ("3222", False)])
def test_the_index_of_jacobson_and_truax(nu: str, duidelijk: bool) -> None:
    # (2.5 - 1.5) / (0.7785 * 1.4142 * 0.4) = 2.271 and 0.75 / 0.4404 = 1.703
    (een,) = compare(replace(build_stellingen(*VIER), normen=NORMEN), "1221", nu).schalen
    assert een.duidelijk is duidelijk


@pytest.mark.parametrize(
    "normen",
    [
        None,
        NORMEN._replace(betrouwbaarheid=None),
        NORMEN._replace(tabel=dict.fromkeys(STIJLEN, ((Fraction(2), 100),))),
        NORMEN._replace(tabel={}),
        NORMEN._replace(betrouwbaarheid=VAST._replace(waarden={"forceren": Fraction(4, 5)})),
        NORMEN._replace(betrouwbaarheid=VAST._replace(waarden=dict.fromkeys(STIJLEN, Fraction(1)))),
    ],
    ids=["none", "no-reliability", "no-spread", "no-table", "one-scale", "one"],
)
def test_a_norm_group_that_cannot_be_used_leaves_the_paired_test(normen: Normgroep | None) -> None:
    hertest = compare(replace(LIJST, normen=normen), "12212343", "43432343")
    assert hertest == compare(LIJST, "12212343", "43432343")._replace(eerst=hertest.eerst, nu=hertest.nu)
    assert hertest.regel is Vergelijkregel.GEPAARD


def test_a_norm_group_is_not_about_a_questionnaire_of_which_a_statement_changed() -> None:
    oud = replace(build_stellingen(*ACHT, ontbrekend=Fraction(1, 2)), normen=NORMEN)
    nieuw = replace(oud, items=(replace(oud.stellingen[0], tekst="Anders."), *oud.items[1:]))
    assert compare_tussen(oud, "12212343", nieuw, "43432343").regel is Vergelijkregel.GEPAARD
    assert compare(oud, "12212343", "43432343").regel is Vergelijkregel.NORMGROEP


@pytest.mark.parametrize(
    ("eerst", "nu"),
    [("1221234.", "43432343"), ("12212343", "4343234."), ("1221234.", "4343234."), ("12212343", "4343234x")],
)
def test_a_norm_group_is_not_about_a_score_of_which_a_statement_was_left_open(eerst: str, nu: str) -> None:
    lijst = replace(build_stellingen(*ACHT, ontbrekend=Fraction(1, 2)), normen=NORMEN)
    zonder = replace(lijst, normen=None)
    hertest = compare(lijst, eerst, nu)
    assert (hertest.regel, hertest.normgroep) == (Vergelijkregel.GEPAARD, None)
    assert hertest.schalen == compare(zonder, eerst, nu).schalen


def test_what_is_left_open_of_a_scale_that_is_not_compared_keeps_no_norm_group_away() -> None:
    lijst = replace(build_stellingen(*ACHT), normen=NORMEN)
    hertest = compare(lijst, "1221....", "43432343")
    assert read_redenen(hertest) == [None, TE_WEINIG]
    assert hertest.regel is Vergelijkregel.NORMGROEP


# a questionnaire that changed


@pytest.mark.parametrize("deel", ["text", "key", "answers", "label"])
def test_a_statement_that_changed_does_not_count(deel: str) -> None:
    oud = build_stellingen(*ACHT, ontbrekend=Fraction(1, 2))
    eerste = oud.stellingen[0]
    zes = build_antwoordschaal(range(1, 7), [*"abcdef"])
    anders = {
        "text": replace(eerste, tekst="Anders."),
        "key": replace(eerste, sleutel=build_stelling("-forceren").sleutel),
        "answers": replace(eerste, antwoorden=zes),
        "label": replace(eerste, antwoorden=build_antwoordschaal(labels=("Nee", "Zelden", "Soms", "Vaak", "Altijd"))),
    }[deel]
    hertest = compare_tussen(oud, "12212343", replace(oud, items=(anders, *oud.items[1:])), "43432343")
    assert hertest.schalen[0].vragen == 3
    assert hertest.schalen[0].eerst.exact == Fraction(5, 3)
    assert (len(hertest.vragenlijst.items), hertest.eerst.vragen, hertest.nu.vragen) == (7, 8, 8)
    zonder = replace(oud, items=oud.items[1:])
    assert hertest.schalen == compare(zonder, "2212343", "3432343").schalen


def test_other_ids_order_spelling_and_layout_are_no_change() -> None:
    anders = [
        replace(een, id=f"x{een.id}", tekst=f" {een.tekst.upper()} ", als=()) for een in reversed(LIJST.stellingen)
    ]
    hertest = compare_tussen(LIJST, "12212343", replace(LIJST, items=tuple(anders), versie="2.0"), "34323434")
    gewoon = compare(LIJST, "12212343", "43432343")
    assert hertest.schalen == gewoon.schalen
    assert (hertest.eerst.versie, hertest.nu.versie) == ("1.0", "2.0")


def test_below_the_share_of_a_scale_that_must_be_answered_a_change_is_too_large() -> None:
    oud = build_stellingen(*ACHT, ontbrekend=Fraction(3, 4))
    twee = tuple(replace(een, tekst=f"Nieuw {een.id}.") for een in oud.stellingen[:2])
    hertest = compare_tussen(oud, "12212343", replace(oud, items=(*twee, *oud.items[2:])), "43431343")
    eerste, tweede = hertest.schalen
    assert (eerste.reden, eerste.verschil, eerste.eerst.exact, eerste.vragen) == (GEWIJZIGD, None, None, 2)
    assert tweede.duidelijk is False
    # three of four is enough
    een = replace(oud, items=(twee[0], *oud.items[1:]))
    assert compare_tussen(oud, "12212343", een, "43431343").schalen[0].reden is None


def test_a_scale_that_is_not_compared_leaves_no_noise_and_takes_no_share_of_the_level() -> None:
    oud = build_stellingen(*ACHT)
    nieuw = replace(
        oud, items=(*(replace(een, tekst=f"Nieuw {een.id}.") for een in oud.stellingen[:4]), *oud.items[4:])
    )
    alleen = compare(
        build_stellingen(*["samenwerken"] * 4, teksten=[een.tekst for een in oud.stellingen[4:]]), "1221", "4343"
    )
    assert compare_tussen(oud, "12341221", nieuw, "53154343").schalen[1].grens == alleen.schalen[0].grens


def test_a_questionnaire_that_changed_as_a_whole_is_refused() -> None:
    nieuw = replace(LIJST, items=tuple(replace(een, tekst=f"Nieuw {een.id}.") for een in LIJST.stellingen))
    with pytest.raises(GebruikFout, match=r"van de 8 vragen zijn er maar 0 hetzelfde gebleven; .*bekijk"):
        compare_tussen(LIJST, "12212343", nieuw, "43432343")


def test_the_same_text_twice_is_held_against_itself_in_order() -> None:
    lijst = build_stellingen(*VIER, teksten=["Ik wacht."] * 4)
    assert (
        compare(lijst, "1221", "4343").schalen[0].grens
        == compare(build_stellingen(*VIER), "1221", "4343").schalen[0].grens
    )


def test_what_a_part_is_about_belongs_to_its_statements() -> None:
    oud = build_gedeeld("kalm storm", *ACHT)
    nieuw = replace(oud, onderdelen=(oud.onderdelen[0], Onderdeel("storm", "Bij een ruzie")))
    redenen = read_redenen(compare_tussen(oud, "12212343 12212343", nieuw, "43432343 43432343"))
    assert redenen == [None, None, GEWIJZIGD, GEWIJZIGD]


def test_a_deepening_that_was_filled_in_once_is_left_out() -> None:
    gewoon, samen = (load_vragenlijst("conflictstijlen", met=met) for met in ("", "conflictstijlen-verdieping"))
    kans = Random(1)  # noqa: S311 - answers of nobody
    eerst, nu = ([kans.randint(1, 5) for _ in range(aantal)] for aantal in (30, 50))
    hertest = compare_hertest(build_resultaat(gewoon, eerst), build_resultaat(samen, nu))
    assert (hertest.zonder, hertest.nu.vragen) == ("conflictstijlen-verdieping", 30)
    gelijk = compare_hertest(build_resultaat(gewoon, eerst), build_resultaat(gewoon, nu[:30]))
    assert hertest.schalen == gelijk.schalen
    terug = compare_hertest(build_resultaat(samen, nu), build_resultaat(gewoon, eerst))
    assert [een.verschil for een in terug.schalen] == [-(een.verschil or 0) for een in gelijk.schalen]


def test_a_deepening_that_was_filled_in_twice_counts_but_not_with_norms_of_the_first_list() -> None:
    samen = replace(load_vragenlijst("conflictstijlen", met="conflictstijlen-verdieping"), normen=NORMEN)
    kans = Random(2)  # noqa: S311 - answers of nobody
    eerst, nu = ([kans.randint(1, 5) for _ in range(50)] for _ in range(2))
    hertest = compare_hertest(build_resultaat(samen, eerst), build_resultaat(samen, nu))
    assert ({een.vragen for een in hertest.schalen}, hertest.zonder) == ({10}, "")
    assert hertest.regel is Vergelijkregel.GEPAARD


# what was left open


def test_only_statements_answered_both_times_count() -> None:
    lijst = build_stellingen(*ACHT, ontbrekend=Fraction(1, 2))
    een = compare(lijst, "122.2343", ".3432343").schalen[0]
    assert (een.vragen, een.eerst.exact, een.nu.exact, een.verschil) == (2, Fraction(2), Fraction(7, 2), Fraction(3, 2))


def test_below_the_share_that_must_be_answered_both_times_nothing_is_said() -> None:
    hertest = compare(LIJST, "122.2343", ".3431343")
    eerste, tweede = hertest.schalen
    assert (eerste.reden, eerste.duidelijk, eerste.nu.waarde) == (TE_WEINIG, None, None)
    assert tweede.duidelijk is False


def test_what_did_not_apply_one_of_the_times_is_not_missing() -> None:
    een = compare(LIJST, "1x212343", "43432343").schalen[0]
    assert (een.vragen, een.reden, een.nu.items) == (3, None, 3)


def test_a_statement_that_was_not_asked_one_of_the_times_does_not_count() -> None:
    leiding = Achtergrondvraag("leiding", "Geef je leiding?", ("ja", "nee"))
    als = replace(LIJST.stellingen[0], als=(Voorwaarde("leiding", (0,)),))
    lijst = replace(LIJST, achtergrond=(leiding,), items=(als, *LIJST.items[1:]))
    assert compare(lijst, "0 12212343", "1 43432343").schalen == compare(LIJST, "x2212343", "43432343").schalen
    assert compare(lijst, "0 12212343", "0 43432343").schalen == compare(LIJST, "12212343", "43432343").schalen


def test_nothing_filled_in_is_too_little_and_no_error() -> None:
    hertest = compare(LIJST, "........", "12212343")
    assert (hertest.regel, read_redenen(hertest)) == (None, [TE_WEINIG, TE_WEINIG])


def test_with_one_statement_per_scale_a_difference_is_told_and_nothing_else() -> None:
    hertest = compare(build_stellingen("forceren", "samenwerken", "toegeven"), "123", "541")
    assert [(een.verschil, een.duidelijk, een.reden) for een in hertest.schalen] == [
        (Fraction(4), None, TE_WEINIG),
        (Fraction(2), None, TE_WEINIG),
        (Fraction(-2), None, TE_WEINIG),
    ]


def test_statements_on_two_answer_scales_have_no_noise_in_common() -> None:
    drie = build_antwoordschaal(range(3))
    lijst = build_lijst(
        *(build_stelling("forceren", str(nr)) for nr in range(4)),
        *(build_stelling("toegeven", str(nr), drie) for nr in range(4, 8)),
    )
    hertest = compare(lijst, "12210120", "43432010")
    assert read_redenen(hertest) == [VERSCHILLENDE_VRAGEN] * 2
    assert [een.duidelijk for een in hertest.schalen] == [None, None]


def test_a_statement_without_a_scale_of_its_own_takes_no_part() -> None:
    drie = build_antwoordschaal(range(3))
    los = build_stelling("geen", "9", drie)
    lijst = replace(LIJST, items=(*LIJST.items, los))
    hertest = compare(lijst, "12212343 0", "43432343 2")
    assert hertest.schalen == compare(LIJST, "12212343", "43432343").schalen
    assert hertest.nu.vragen == 8


# straight lines


@pytest.mark.parametrize(("eerst", "nu"), [("33333333", "43432343"), ("12212343", "44444444")])
def test_a_straight_line_is_no_change(eerst: str, nu: str) -> None:
    for normen in (None, NORMEN):
        hertest = compare(replace(LIJST, normen=normen), eerst, nu)
        assert (hertest.regel, hertest.niveau, read_redenen(hertest)) == (None, None, [RECHTE_LIJN] * 2)
        assert {(een.verschil, een.duidelijk) for een in hertest.schalen} == {(None, None)}
        assert (hertest.eerst.recht, hertest.nu.recht) == (eerst == "33333333", nu == "44444444")


def test_a_straight_line_in_what_both_times_have_in_common_is_one() -> None:
    oud = build_stellingen(*ACHT, ontbrekend=Fraction(1, 2))
    nieuw = replace(oud, items=(replace(oud.stellingen[0], tekst="Anders."), *oud.items[1:]))
    assert read_redenen(compare_tussen(oud, "53333333", nieuw, "43431343")) == [RECHTE_LIJN] * 2


def test_a_straight_line_in_one_part_silences_that_part() -> None:
    lijst = build_gedeeld("kalm storm", *ACHT)
    hertest = compare(lijst, "12212343 33333333", "43432343 43432343")
    assert [een.duidelijk for een in hertest.schalen] == [True, False, None, None]
    assert read_redenen(hertest) == [None, None, RECHTE_LIJN, RECHTE_LIJN]


def test_a_straight_line_of_choices_is_no_order_either() -> None:
    lijst = build_keuzes(*["forceren / toegeven"] * 10)
    assert read_redenen(compare(lijst, "a" * 10, "ab" * 5)) == [RECHTE_LIJN] * 2


# choices


def test_choices_have_places_within_the_person_and_no_change() -> None:
    lijst = build_keuzes(*["forceren / samenwerken / toegeven"] * 5)
    hertest = compare(lijst, "aabbc", "ccccb")
    assert (hertest.regel, hertest.niveau) == (Vergelijkregel.VOLGORDE, None)
    assert {naam: een.plaatsen for naam, een in read_schalen(hertest).items()} == {
        "forceren": (Plaats(1, gedeeld=True), Plaats(3, gedeeld=False)),
        "samenwerken": (Plaats(1, gedeeld=True), Plaats(2, gedeeld=False)),
        "toegeven": (Plaats(3, gedeeld=False), Plaats(1, gedeeld=False)),
    }
    assert {(een.verschil, een.grens, een.duidelijk, een.eerst.ondergrens) for een in hertest.schalen} == {
        (None, None, None, None)
    }


def test_a_norm_group_changes_nothing_about_choices() -> None:
    lijst = replace(build_keuzes(*["forceren / samenwerken / toegeven"] * 5), normen=NORMEN)
    assert compare(lijst, "aabbc", "ccccb").regel is Vergelijkregel.VOLGORDE


@pytest.mark.parametrize("deel", ["casus", "vraag", "opties", "totaal"])
def test_a_question_that_changed_does_not_count(deel: str) -> None:
    vragen = [build_keuze("forceren / toegeven", str(nr)) for nr in range(5)]
    eerste: Keuze = {
        "casus": replace(vragen[0], casus="Een ruzie."),
        "vraag": replace(vragen[0], vraag="En nu?"),
        "opties": replace(vragen[0], opties=vragen[0].opties[::-1]),
        "totaal": replace(vragen[0], totaal=3),
    }[deel]
    hertest = compare_tussen(build_lijst(*vragen), "aabba", build_lijst(eerste, *vragen[1:]), "baabb")
    assert [een.vragen for een in hertest.schalen] == [4, 4]


def test_a_scale_of_performance_is_not_compared() -> None:
    lijst = build_keuzes(*["forceren, passend / toegeven"] * 5)
    assert list(read_schalen(compare(lijst, "aabba", "baabb"))) == ["forceren", "toegeven"]


def test_statements_beside_choices_are_compared_and_the_choices_are_not() -> None:
    lijst = build_lijst(
        *(build_stelling("forceren", str(nr)) for nr in range(4)),
        *(build_keuze("toegeven / geen", str(nr)) for nr in "56"),
    )
    hertest = compare(lijst, "1221ab", "4343bb")
    assert [(een.duidelijk, een.reden) for een in hertest.schalen] == [(True, None), (None, KEUZES)]
    assert hertest.regel is Vergelijkregel.GEPAARD


# what is no retest


def test_two_questionnaires_are_no_retest() -> None:
    with pytest.raises(GebruikFout, match="komen van 'proef' en van 'ander'; kies twee uitslagen van dezelfde"):
        compare_tussen(LIJST, "12212343", replace(LIJST, id="ander"), "43432343")


@pytest.mark.parametrize("over", Persoon)
def test_two_versions_are_no_retest(over: Persoon) -> None:
    zelf = replace(LIJST, variant=Variant("zelf", "Zelf", standaard=True))
    ander = replace(LIJST, variant=Variant("ander", "Ander", over=over))
    with pytest.raises(
        GebruikFout, match=r"twee vormen van 'proef' \(zelf en ander\), en niet met dezelfde vragen; bekijk"
    ):
        compare_tussen(zelf, "12212343", ander, "43432343")
    assert (
        compare_tussen(ander, "12212343", ander, "43432343").schalen == compare(LIJST, "12212343", "43432343").schalen
    )


def test_a_questionnaire_that_got_versions_later_is_still_the_same() -> None:
    zelf = replace(LIJST, variant=Variant("zelf", "Zelf", standaard=True))
    assert compare_tussen(LIJST, "12212343", zelf, "43432343").schalen == compare(LIJST, "12212343", "43432343").schalen


def test_two_people_are_no_retest() -> None:
    een, zelfde, ander = (build_resultaat(LIJST, [1, 2, 2, 1, 2, 3, 4, 3], naam) for naam in ("D01", "d01 ", "D02"))
    with pytest.raises(GebruikFout, match="van 'D01' en van 'D02'; vergelijk twee uitslagen van dezelfde persoon"):
        compare_hertest(een, ander)
    for tweede in (zelfde, build_resultaat(LIJST, [1, 2, 2, 1, 2, 3, 4, 3])):
        assert [een.verschil for een in compare_hertest(een, tweede).schalen] == [0, 0]


# what always holds

SLEUTELS = st.builds(
    "{}{} {}".format, st.sampled_from(["", "-"]), st.sampled_from(STIJLEN[:3]), st.sampled_from(["1", "2", "0.5"])
)
ANTWOORDEN: st.SearchStrategy[Antwoord] = st.one_of(
    st.integers(1, 5), st.integers(1, 5), st.integers(1, 5), st.none(), st.just(NVT)
)
Tweetal = tuple[Vragenlijst, list[Antwoord], list[Antwoord]]


@st.composite
def build_tweetallen(draw: st.DrawFn) -> Tweetal:
    sleutels = draw(st.lists(SLEUTELS, min_size=1, max_size=20))
    lijst = build_stellingen(
        *sleutels,
        score=draw(st.sampled_from(list(Scoresoort))),
        ontbrekend=draw(st.sampled_from([Fraction(1, 2), Fraction(1)])),
    )
    lijst = replace(lijst, normen=draw(st.sampled_from([None, NORMEN])))
    rij = st.lists(ANTWOORDEN, min_size=len(sleutels), max_size=len(sleutels))
    return lijst, draw(rij), draw(rij)


def compare_rijen(lijst: Vragenlijst, eerst: Sequence[Antwoord], nu: Sequence[Antwoord]) -> Hertest:
    return compare_hertest(build_resultaat(lijst, eerst), build_resultaat(lijst, nu))


@given(build_tweetallen())
def test_the_other_way_around_only_the_signs_change(tweetal: Tweetal) -> None:
    lijst, eerst, nu = tweetal
    heen, terug = compare_rijen(lijst, eerst, nu), compare_rijen(lijst, nu, eerst)
    for een, ander in zip(heen.schalen, terug.schalen, strict=True):
        verschil = None if een.verschil is None else -een.verschil
        assert ander == een._replace(verschil=verschil, eerst=een.nu, nu=een.eerst)
    assert heen.regel == terug.regel


@given(build_tweetallen())
def test_the_same_sheet_twice_differs_nowhere(tweetal: Tweetal) -> None:
    lijst, eerst, _ = tweetal
    for een in compare_rijen(lijst, eerst, eerst).schalen:
        assert een.duidelijk is not True
        assert een.verschil in {None, 0}


@given(build_tweetallen(), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_nothing(tweetal: Tweetal, kans: Random) -> None:
    lijst, eerst, nu = tweetal
    plaatsen = list(range(len(lijst.items)))
    kans.shuffle(plaatsen)
    geschud = replace(lijst, items=tuple(lijst.items[plaats] for plaats in plaatsen))
    anders = compare_rijen(geschud, [eerst[p] for p in plaatsen], [nu[p] for p in plaatsen])
    assert anders.schalen == compare_rijen(lijst, eerst, nu).schalen


@given(build_tweetallen())
def test_a_difference_is_that_between_the_scores_and_clear_only_beyond_its_limit(tweetal: Tweetal) -> None:
    for een in compare_rijen(*tweetal).schalen:
        if een.verschil is not None:
            assert een.nu.exact is not None
            assert een.eerst.exact is not None
            assert een.verschil == een.nu.exact - een.eerst.exact
        if een.duidelijk is not None:
            assert een.verschil is not None
            assert een.grens is not None
            assert een.duidelijk == (abs(een.verschil) > een.grens)
        assert (een.duidelijk is None) == (een.reden is not None)


def test_the_items_of_the_comparison_are_statements_that_everyone_is_asked() -> None:
    assert all(
        isinstance(item, Stelling) and not item.als for item in compare(LIJST, "12212343", "43432343").vragenlijst.items
    )
