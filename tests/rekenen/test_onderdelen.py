"""Parts that are scored by themselves: own scores, own order, own labels."""

from dataclasses import replace

from conflictstijl.model.profiel import NIET_GEVRAAGD, Ordening, Schaalscore
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragen import Item, Stelling, Vorm
from conflictstijl.model.vragenlijst import Schaal, Volgorde, Vragenlijst
from conflictstijl.rekenen.scoren import score_antwoorden
from tests.bouwers import (
    build_antwoordschaal,
    build_blad,
    build_gedeeld,
    build_keuze,
    build_keuzes,
    build_lijst,
    build_onderdelen,
    build_stelling,
    parse_tabel,
    read_tabel,
    score_blad,
    score_regels,
)

VIJF_KEER_VIER = tuple(stijl for stijl in STIJLEN for _ in range(4))
TWEE_DELEN = build_gedeeld("kalm storm", *VIJF_KEER_VIER)
HOOG = "5454 2323 3232 2332 3223"
"""One style clearly higher than four others, twenty statements."""
GEWOON = "2323 2323 3232 2332 3223"


def test_every_part_has_its_own_scores_and_order() -> None:
    profiel = score_blad(build_gedeeld("kalm storm", "forceren", "-forceren", "toegeven"), "215 542")
    assert read_tabel(profiel) == parse_tabel("""
        schaal         | beantwoord | gevraagd | punten | gemiddelde
        kalm.forceren  | 2          | 2        | 7      | 7/2
        kalm.toegeven  | 1          | 1        | 5      | 5
        storm.forceren | 2          | 2        | 7      | 7/2
        storm.toegeven | 1          | 1        | 2      | 2
    """)
    assert profiel.onderdelen == {
        "kalm": Ordening((("kalm.toegeven",), ("kalm.forceren",))),
        "storm": Ordening((("storm.forceren",), ("storm.toegeven",))),
    }
    assert profiel.volgorde == (("kalm.toegeven",), ("kalm.forceren", "storm.forceren"), ("storm.toegeven",))


def test_parts_of_several_forms_are_scored_each_in_their_own_unit() -> None:
    lijst = build_onderdelen(
        {
            "zinnen": [
                build_stelling("forceren", "1"),
                build_stelling("toegeven", "2", build_antwoordschaal(range(3))),
            ],
            "rang": [build_keuze("forceren / toegeven / geen", "1", Vorm.RANGSCHIK)],
            "punten": [build_keuze("forceren / toegeven", "1", Vorm.VERDEEL, 10)],
        }
    )
    # zinnen: 4 of 1..5 and 2 of 0..2; rang: toegeven first, forceren last; punten: 7 and 3
    assert read_tabel(score_regels(lijst, "4", "2", "b c a", "7 3")) == parse_tabel("""
        schaal          | beantwoord | gevraagd | punten | gemiddelde
        zinnen.forceren | 1          | 1        | 4      | 4
        zinnen.toegeven | 1          | 1        | 2      | 2
        rang.forceren   | 1          | 1        | 1      | 1
        rang.toegeven   | 1          | 1        | 3      | 3
        punten.forceren | 1          | 1        | 7      | 7
        punten.toegeven | 1          | 1        | 3      | 3
    """)


def test_the_noise_and_the_labels_of_a_part_are_its_own() -> None:
    alleen = score_blad(build_gedeeld("storm", *VIJF_KEER_VIER), HOOG)
    samen = score_blad(TWEE_DELEN, f"15151515151515151515 {HOOG}")
    for naam, score in alleen.scores.items():
        assert samen.scores[naam] == score
    assert samen.onderdelen["storm"].hoog == ("storm.forceren",)
    assert samen.onderdelen["kalm"].hoog == ()
    assert samen.duidelijk_hoog == ("storm.forceren",)


def test_a_part_that_was_not_scored_takes_no_share_of_the_level() -> None:
    # 3.75 against 2.56 for the others: enough for one part and not for one of three
    net = "4344 2323 3232 3332 3223"
    vijf = build_gedeeld("a b c d e", *VIJF_KEER_VIER)
    assert score_blad(build_gedeeld("a", *VIJF_KEER_VIER), net).duidelijk_hoog == ("a.forceren",)
    assert score_blad(vijf, f"{net} {GEWOON * 4}").duidelijk_hoog == ()
    assert score_blad(vijf, f"{net} {'.' * 80}").duidelijk_hoog == ("a.forceren",)


def test_a_part_without_enough_answers_has_no_order() -> None:
    profiel = score_blad(TWEE_DELEN, f"{'.' * 20} {HOOG}")
    assert profiel.onderdelen["kalm"] == Ordening(())
    assert profiel.onderdelen["storm"].hoog == ("storm.forceren",)


def test_every_part_says_why_nothing_in_it_can_be_labelled() -> None:
    vijf = [build_stelling(sleutel, str(nr)) for nr, sleutel in enumerate(VIJF_KEER_VIER, 1)]
    een = [build_stelling(sleutel, str(nr)) for nr, sleutel in enumerate(("forceren", "toegeven", "vermijden"), 1)]
    gemengd: list[Item] = [build_stelling("forceren", "1"), build_keuze("toegeven / vermijden", "2")]
    profiel = score_blad(build_onderdelen({"kalm": vijf, "storm": een, "stil": gemengd}), f"{HOOG} 125 4a")
    redenen = {deel: ordening.reden for deel, ordening in profiel.ordeningen.items()}
    assert redenen == {"kalm": None, "storm": "te_weinig_beantwoord", "stil": "verschillende_vragen"}
    assert score_blad(build_lijst(*gemengd), "4a").ordeningen[""].reden == "verschillende_vragen"


def test_without_parts_of_their_own_scales_are_compared_as_a_whole() -> None:
    los = [
        replace(item, onderdeel="kalm") for item in (build_stelling("forceren", "1"), build_stelling("toegeven", "2"))
    ]
    lijst = replace(build_onderdelen({}), items=tuple(los), schalen=build_keuzes("forceren / toegeven").schalen)
    profiel = score_blad(lijst, "42")
    assert profiel.onderdelen == {}
    assert profiel.volgorde == (("forceren",), ("toegeven",))


def test_a_scale_that_no_part_asks_takes_no_part_in_the_order_and_leaves_the_parts_alone() -> None:
    leeg = Schaal("samenwerken", "samenwerken", "samenwerken")
    lijst = build_gedeeld("kalm storm", "forceren", "toegeven")
    met, zonder = score_blad(replace(lijst, schalen=(*lijst.schalen, leeg)), "21 45"), score_blad(lijst, "21 45")
    assert met.onderdelen == zonder.onderdelen != {}
    assert met.scores == {**zonder.scores, "samenwerken": Schaalscore("samenwerken", 0, 0, reden=NIET_GEVRAAGD)}
    assert (met.volgorde, met.duidelijk_hoog) == (zonder.volgorde, zonder.duidelijk_hoog)


def read_hoog(lijst: Vragenlijst, tekst: str) -> tuple[str, ...]:
    return score_blad(lijst, tekst).duidelijk_hoog


def test_a_straight_line_in_one_part_gets_no_label_there_and_takes_none_elsewhere() -> None:
    # 27 of 30 the same is 90%, and would be labelled by the smallest variance believed: 1 / 0.228 = 4.38
    lijst = build_gedeeld("kalm storm", *(stijl for stijl in STIJLEN for _ in range(6)))
    bijna, net_niet, hoog = "555" + "3" * 27, "5554" + "3" * 26, "545454 232323 323232 233232 322332"
    assert read_hoog(lijst, f"{bijna} {hoog}") == ("storm.forceren",)
    assert read_hoog(lijst, f"{net_niet} {hoog}") == ("kalm.forceren", "storm.forceren")


def test_a_straight_line_over_all_parts_gets_no_label_anywhere() -> None:
    # 15 of 75 answers are free, but only 7 differ: 68 of 75 is 91%
    lijst = build_gedeeld("a b c d e", *(stijl for stijl in STIJLEN for _ in range(3)))
    vol = "555" + "222" * 4
    assert read_hoog(lijst, "222222222222222" * 4 + vol) == ()
    assert read_hoog(lijst, vol + "222222222222222" * 3 + vol) == ()
    assert read_hoog(lijst, vol * 4 + "222222222222222") == tuple(f"{deel}.forceren" for deel in "abcd")


VASTE_PLAATS = build_keuzes(*["forceren / samenwerken / toegeven"] * 10)


def test_who_keeps_choosing_one_place_is_a_straight_line_unless_options_were_shuffled() -> None:
    # in the file forceren always comes first; shuffled, nobody saw that
    geschud = replace(VASTE_PLAATS, opties_volgorde=Volgorde.WILLEKEURIG)
    blad = build_blad(*[0] * 10)
    for lijst, zaad, hoog, codes in [
        (VASTE_PLAATS, None, (), ["rechte_lijn"]),
        (VASTE_PLAATS, 7, (), ["rechte_lijn"]),
        (geschud, None, (), ["rechte_lijn"]),
        (geschud, 7, ("forceren",), []),
    ]:
        profiel = score_antwoorden(lijst, replace(blad, zaad=zaad))
        assert (profiel.duidelijk_hoog, [m.code for m in profiel.kwaliteit.meldingen]) == (hoog, codes)
        assert profiel.kwaliteit.leeg == 0


def test_statements_beside_shuffled_options_still_tell_a_straight_line() -> None:
    stellingen = [build_stelling(stijl, str(nr)) for nr, stijl in enumerate(STIJLEN * 2, 1)]
    keuzes = [build_keuze("forceren / toegeven", f"k{nr}") for nr in range(10)]
    lijst = replace(build_onderdelen({"zinnen": stellingen, "keuzes": keuzes}), opties_volgorde=Volgorde.WILLEKEURIG)
    blad = replace(build_blad(*[4] * 10, *[0, 1] * 5), zaad=3)
    assert score_antwoorden(lijst, blad).kwaliteit.aandeel_zelfde == 1
    assert score_antwoorden(lijst, replace(blad, zaad=None)).kwaliteit.aandeel_zelfde == 0.5


def test_a_shared_statement_keeps_its_number_in_every_part() -> None:
    assert [item.id for item in TWEE_DELEN.items if isinstance(item, Stelling)][18:22] == [
        "kalm.19",
        "kalm.20",
        "storm.1",
        "storm.2",
    ]
