"""The first part of a report: scores, what stands out, and what someone told besides."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord
from conflictstijl.model.norm import Betrouwbaarheid, Betrouwbaarheidssoort, Normgroep
from conflictstijl.model.profiel import Kwaliteit, Melding, Winst
from conflictstijl.model.vragen import Sleuteldeel
from conflictstijl.model.vragenlijst import Band, Scoresoort, Vragenlijst
from conflictstijl.rapport.profiel import KOPPEN

from .bouw import (
    EIGEN,
    VIJF,
    Paar,
    alle_profielen,
    bouw_eenvoudig,
    bouw_lijst,
    bouw_profiel,
    bouw_verslag,
    lees_deel,
    lees_koppen,
    lees_scores,
    lees_staven,
    lees_tekst,
    schrijf_lijst,
)

DRIE = [("forceren", "forceren"), ("samenwerken", "samenwerken"), ("rust", None)]
TE_KLEIN = "zijn te klein om iets over te zeggen"


def lees_eerste(lijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> str:
    """Return the text below the heading with the scores, up to the next one."""
    return lees_scores(bouw_verslag(lijst, bouw_profiel(lijst, antwoorden)))


def test_ties_are_named_as_ties() -> None:
    lijst = bouw_eenvoudig(VIJF)
    profiel = bouw_profiel(lijst, [4, 4, 3, 3, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3])
    deel = lees_deel(bouw_verslag(lijst, profiel), KOPPEN[0])
    assert "Doorzetten en Samen oplossen staan samen bovenaan, maar dat kan toeval zijn." in deel
    assert "Precies gelijk: Doorzetten en Samen oplossen; Compromis en Vermijden." in deel


def test_a_single_best_style_is_not_called_a_tie() -> None:
    lijst = bouw_eenvoudig(VIJF[:3])
    profiel = bouw_profiel(lijst, [4, 4, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3])
    deel = lees_deel(bouw_verslag(lijst, profiel), KOPPEN[0])
    assert "Doorzetten staat bovenaan, maar dat kan toeval zijn." in deel
    assert "Precies gelijk" not in deel


def test_one_and_the_same_score_everywhere_is_said_in_one_sentence() -> None:
    lijst = bouw_eenvoudig(VIJF)
    deel = lees_deel(bouw_verslag(lijst, bouw_profiel(lijst, [3] * 20)), KOPPEN[0])
    assert "\nAl je scores zijn gelijk.\n" in deel
    assert "bovenaan" not in deel


def test_two_scores_are_too_few_to_call_one_high_or_the_difference_small() -> None:
    lijst = bouw_eenvoudig(VIJF[:2])
    deel = lees_deel(bouw_verslag(lijst, bouw_profiel(lijst, [1] * 4 + [5] * 4)), KOPPEN[0])
    assert "Om te vergelijken zijn minstens drie scores nodig." in deel
    assert "te klein" not in deel


def test_one_statement_per_scale_gives_no_margin_and_says_so() -> None:
    lijst = bouw_eenvoudig(VIJF, per_schaal=1)
    document = bouw_verslag(lijst, bouw_profiel(lijst, [1, 2, 3, 4, 5]))
    assert "Voor een marge zijn er te weinig antwoorden per schaal." in lees_tekst(document)
    assert "De marge is" not in lees_tekst(document)
    assert "Of de verschillen tussen je scores groter zijn dan toeval, is hier niet te zeggen." in lees_tekst(document)
    assert TE_KLEIN not in lees_tekst(document)


def test_a_scale_with_too_few_answers_is_told_in_words() -> None:
    lijst = bouw_eenvoudig(VIJF, per_schaal=6)
    antwoorden: list[Antwoord] = [3, 3, 3, None, None, None, *[4] * 24]
    staaf = lees_staven(bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))).staven[-1]
    assert (staaf.naam, staaf.getal, staaf.woord) == ("Doorzetten", "-", "te weinig ingevuld (3 van de 6)")


def test_a_scale_that_applies_to_nothing_is_told_in_words() -> None:
    lijst = bouw_eenvoudig(VIJF, per_schaal=2)
    antwoorden: list[Antwoord] = [NVT, NVT, *[4] * 8]
    staaf = lees_staven(bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))).staven[-1]
    assert (staaf.naam, staaf.woord) == ("Doorzetten", "niet van toepassing")


def test_an_empty_sheet_gives_a_report_that_asks_for_answers() -> None:
    lijst = bouw_eenvoudig(VIJF)
    document = bouw_verslag(lijst, bouw_profiel(lijst, [None] * 20))
    assert "Er zijn te weinig antwoorden voor een profiel." in lees_tekst(document)
    assert "De marge is" not in lees_tekst(document)
    assert lees_deel(document, KOPPEN[2]).startswith("Dat hangt van de situatie af.")


OPEN = "Vul de open vragen alsnog in."


@pytest.mark.parametrize("rest", [None, 3])
def test_who_left_something_open_is_asked_to_fill_it_in(rest: Antwoord) -> None:
    lijst = bouw_eenvoudig(VIJF)
    eerste = lees_eerste(lijst, [rest, *[None] * 9, *[NVT] * 10])
    assert f"\nEr zijn te weinig antwoorden voor een profiel. {OPEN}\n" in eerste


def test_when_nothing_applied_there_is_nothing_to_fill_in() -> None:
    eerste = lees_eerste(bouw_eenvoudig(VIJF), [NVT] * 20)
    assert eerste.endswith("\nJe vond geen enkele vraag van toepassing.")
    assert OPEN not in eerste


def test_answers_that_count_in_no_scale_leave_nothing_to_fill_in() -> None:
    lijst = bouw_lijst(VIJF, [(), *((Sleuteldeel(naam),) for naam, _ in VIJF)])
    eerste = lees_eerste(lijst, [4, *[NVT] * 5])
    assert "\nEr zijn te weinig antwoorden voor een profiel.\n" in eerste


def test_flags_stand_below_a_heading_of_their_own() -> None:
    lijst = bouw_eenvoudig(VIJF)
    profiel = bouw_profiel(lijst, [4, 2] * 10)
    kwaliteit = Kwaliteit(1, 0.5, 1.0, 0, (Melding("een", "Je had haast."), Melding("twee", "Je liet iets open.")))
    document = bouw_verslag(lijst, replace(profiel, kwaliteit=kwaliteit))
    assert "\nLet op\nJe had haast.\nJe liet iets open.\n" in lees_tekst(document)
    zonder = replace(profiel, kwaliteit=Kwaliteit(1, 0.5, 1.0, 0))
    assert "Let op" not in lees_koppen(bouw_verslag(lijst, zonder), 3)


@pytest.mark.parametrize(
    ("score", "uitleg"),
    [
        (Scoresoort.GEMIDDELDE, "Van 1 (nooit) tot 5 (altijd)."),
        (Scoresoort.SOM, "Van 1,5 tot 20 punten."),
        (Scoresoort.PROCENT, "Van 0 tot 100 procent van het haalbare."),
    ],
)
def test_the_axis_is_told_in_words(score: Scoresoort, uitleg: str) -> None:
    licht = Sleuteldeel("vermijden", Fraction(1, 2))
    sleutels = [*[(Sleuteldeel("forceren"),)] * 4, *[(licht,)] * 3, *[(Sleuteldeel("toegeven"),)] * 2]
    lijst = bouw_lijst([("forceren", "forceren"), ("vermijden", None), ("toegeven", None)], sleutels, score=score)
    assert lees_staven(bouw_verslag(lijst, bouw_profiel(lijst, [3] * 9))).schaal == uitleg


def test_pairs_tell_what_their_numbers_mean_and_show_no_margin() -> None:
    lijst = load_vragenlijst("conflictstijlen-paren")
    document = bouw_verslag(lijst, bouw_profiel(lijst, [0, 1] * 15))
    assert "alleen iets over de volgorde" in lees_tekst(document)
    assert all(staaf.ondergrens is None for staaf in lees_staven(document).staven)


def test_a_scale_of_ones_own_that_stands_out_is_not_something_someone_does() -> None:
    lijst = bouw_eenvoudig(EIGEN, per_schaal=6)
    eerste = lees_eerste(lijst, [*[5] * 5, 4, *[1, 1, 2] * 2, *[3, 3, 2] * 4])
    assert "Hier scoor je duidelijk hoger dan op de rest: Schaal rust." in eerste
    assert "Hier scoor je duidelijk lager dan op de rest: Schaal steun." in eerste
    assert "te doen" not in eerste


def test_styles_and_other_scales_together_are_not_called_things_someone_does() -> None:
    lijst = bouw_eenvoudig(DRIE, per_schaal=6)
    profiel = replace(bouw_profiel(lijst, [3, 4] * 9), duidelijk_hoog=("forceren", "rust"))
    assert "duidelijk hoger dan op de rest: Doorzetten en Schaal rust." in lees_tekst(bouw_verslag(lijst, profiel))


@given(alle_profielen())
@settings(max_examples=80)
def test_of_a_style_is_said_that_it_stands_out_only_when_the_profile_says_so(
    paar: Paar,
) -> None:
    _, profiel = paar
    document = bouw_verslag(*paar)
    ander = lees_deel(document, "Wat ik zie").partition("\nWelke stijl werkt wanneer\n")[0]
    eerste = ander if paar[1].vorm == "ander" else lees_scores(document)
    assert ("duidelijk vaker" in eerste or "duidelijk hoger" in eerste) == bool(profiel.duidelijk_hoog)
    assert ("duidelijk minder vaak" in eerste or "duidelijk lager" in eerste) == bool(profiel.duidelijk_laag)


def test_the_question_of_a_scale_stands_with_its_name(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, ja]
        schalen: {ambitie: {naam: Gedeelde ambitie, vraag: "Waar gaan we heen?"}, rust: Rust}
        items: [{ambitie: Wij willen hetzelfde.}, {rust: Het is hier rustig.}]
        """,
    )
    eerste = lees_eerste(lijst, [2, 1])
    assert "\nGedeelde ambitie: Waar gaan we heen?\n" in eerste
    assert "\nRust: " not in eerste


def test_bands_are_the_choice_of_the_author_and_are_told_to_be() -> None:
    banden = (Band("weinig", Fraction(1)), Band("veel", Fraction(3)))
    lijst = replace(bouw_eenvoudig(EIGEN), banden=banden)
    staven = lees_staven(bouw_verslag(lijst, bouw_profiel(lijst, [5] * 4 + [1] * 12)))
    assert [staaf.woord for staaf in staven.staven[:2]] == ["altijd, veel", "nooit, weinig"]
    eerste = lees_eerste(lijst, [5] * 4 + [1] * 12)
    assert "De maker van de vragenlijst koos zelf waar 'weinig' en 'veel' beginnen." in eerste
    assert "de grenzen van" not in lees_eerste(bouw_eenvoudig(EIGEN), [5] * 4 + [1] * 12)


def test_a_percentile_stands_with_the_norm_group_it_comes_from() -> None:
    tabel: dict[str, tuple[tuple[Fraction, int], ...]] = {"rust": ((Fraction(1), 60), (Fraction(3), 60))}
    groep = Normgroep("Wijkteams", 120, 2024, "eigen meting.", "teams in drie gemeenten.", tabel)
    lijst = replace(bouw_eenvoudig(EIGEN), normen=groep)
    eerste = lees_eerste(lijst, [3] * 4 + [1] * 12)
    assert "Schaal rust 3,0 soms, hoger dan 75% van de normgroep" in eerste
    assert "Schaal steun 1,0 nooit\n" in eerste
    assert (
        "Normgroep: Wijkteams (120 mensen, 2024). Teams in drie gemeenten. Bron: eigen meting. "
        "Van wie dezelfde score had, telt de helft als lager."
    ) in eerste


@pytest.mark.parametrize(
    ("soort", "dag"),
    [
        (Betrouwbaarheidssoort.ALFA, "Op een andere dag kan je score meer verschillen."),
        (Betrouwbaarheidssoort.HERTEST, "Andere dagen tellen daarin mee."),
    ],
)
def test_a_margin_of_a_norm_group_is_told_as_such(soort: Betrouwbaarheidssoort, dag: str) -> None:
    schalen = [naam for naam, _ in EIGEN]
    groep = Normgroep(
        "Wijkteams",
        120,
        2024,
        "eigen meting",
        "teams",
        dict.fromkeys(schalen, ((Fraction(3), 60), (Fraction(5), 60))),
        klassen=True,
        spreiding=dict.fromkeys(schalen, Fraction(7, 10)),
        betrouwbaarheid=Betrouwbaarheid(soort, dict.fromkeys(schalen, Fraction(3, 4))),
    )
    lijst = bouw_eenvoudig(EIGEN)
    for normen, wel in ((groep, True), (groep._replace(spreiding=None), False)):
        eerste = lees_eerste(replace(lijst, normen=normen), [3] * len(lijst.items))
        marge = (
            f"De marge komt van normgroep Wijkteams. Ze laat zien hoe ver je score door toeval kan schommelen. {dag}"
        )
        assert (marge in eerste) is wel
        assert (f"Die gaat alleen over deze {len(lijst.items)} stellingen." in eerste) is not wel
        assert "Van wie ongeveer dezelfde score had, telt de helft als lager." in eerste


def test_without_a_norm_group_nobody_is_held_against_others() -> None:
    tekst = lees_tekst(bouw_verslag(lijst := bouw_eenvoudig(EIGEN), bouw_profiel(lijst, [3, 4] * 8)))
    assert "ormgroep" not in tekst
    assert "%" not in tekst


def test_derived_values_stand_below_a_heading_with_the_warning_that_they_have_no_margin(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, soms, ja]
        schalen: {rust: Rust, steun: Steun}
        afgeleid: {verschil: rust - steun, deling: {naam: Rust per steun, formule: rust / (steun - steun)}}
        items: [{rust: Het is hier rustig.}, {steun: Iemand helpt mij.}]
        """,
    )
    eerste = lees_eerste(lijst, [1, 3])
    assert "\nBerekend uit je scores\nVerschil: -2,0\nRust per steun: niet te berekenen\n" in eerste
    assert eerste.endswith("Bij deze getallen hoort geen marge. Een klein verschil zegt dus niets.")


def test_what_someone_told_besides_stands_behind_its_question(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, ja]
        schalen: {rust: Rust}
        achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [ja, nee]}}
        items: [{rust: Het is hier rustig.}]
        open: [{vraag: Wat nog?, id: nog}]
        """,
    )
    assert "\nWat je erbij vertelde\nGeef je leiding? nee\nWat nog? 'Niets | echt.'" in lees_eerste(
        lijst, [1, 1, "Niets | echt."]
    )
    assert "erbij vertelde" not in lees_eerste(lijst, [None, 1, None])


def test_the_gain_of_deepening_is_told_and_also_when_there_is_none() -> None:
    lijst = bouw_eenvoudig(VIJF)
    profiel = bouw_profiel(lijst, [3, 4] * 10)
    meer = lees_tekst(bouw_verslag(lijst, replace(profiel, winst=Winst(20, 0.82, 0.6))))
    assert (
        "Je vulde ook de 20 stellingen van de verdieping in. "
        "Daardoor is de marge kleiner: gemiddeld 0,60 punt naar beide kanten. Eerst was dat 0,82."
    ) in meer
    minder = lees_tekst(bouw_verslag(lijst, replace(profiel, winst=Winst(20, 0.6, 0.6))))
    assert "De marge is daardoor niet kleiner: je antwoorden liepen meer uiteen." in minder
    assert "verdieping" not in lees_tekst(bouw_verslag(lijst, profiel))


def test_the_gain_of_deepening_is_in_the_unit_of_the_score() -> None:
    lijst = replace(bouw_eenvoudig(VIJF), score=Scoresoort.PROCENT)
    profiel = replace(bouw_profiel(lijst, [3, 4] * 10), winst=Winst(20, 8.2, 6.0))
    assert "gemiddeld 6,00 procentpunt naar beide kanten." in lees_tekst(bouw_verslag(lijst, profiel))


def test_scores_of_several_kinds_of_questions_are_not_compared(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, soms, ja]
        schalen: [forceren, samenwerken, vermijden]
        items:
          - forceren: Ik hak de knoop door.
          - vraag: Wat doe je?
            vorm: kies
            opties: [{samenwerken: vragen}, {vermijden: wachten}]
        """,
    )
    eerste = lees_eerste(lijst, [3, 0])
    assert eerste.endswith("De scores komen uit verschillende soorten vragen. Vergelijk ze daarom niet met elkaar.")
    assert TE_KLEIN not in eerste


def test_statements_with_different_answers_are_not_compared_either() -> None:
    lijst = bouw_eenvoudig(VIJF[:3])
    eerste = lijst.stellingen[0]
    kort = replace(eerste, antwoorden=replace(eerste.antwoorden, punten=eerste.antwoorden.punten[:2]))
    gemengd = replace(lijst, items=(kort, *lijst.items[1:]))
    assert "verschillende soorten vragen" in lees_eerste(gemengd, [2] * 12)
    assert "verschillende soorten vragen" not in lees_eerste(lijst, [2] * 12)


def test_only_a_performance_gives_no_style_and_sends_the_reader_on(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        vorm: kies
        schalen: {passend: {naam: Past, soort: prestatie}}
        items: [{opties: [{passend: goed}, {geen: fout}]}]
        """,
    )
    zinnen = "Deze vragenlijst meet geen stijl. Hieronder staat hoe je keuzes passen.\n"
    assert lees_eerste(lijst, [0]).startswith(zinnen)


@pytest.mark.parametrize(
    ("vorm", "antwoord", "uitleg"),
    [
        ("kies", 0, "Je koos steeds één antwoord. Kies je de ene stijl vaker, dan kies je een andere minder vaak."),
        ("beste_en_slechtste", (0, 1), "Je koos steeds wat het meest en wat het minst past. Krijgt de ene stijl meer"),
        ("rangschik", (2, 0, 1), "Je zette steeds alles op volgorde. Krijgt de ene stijl meer, dan krijgt een andere"),
        ("verdeel\ntotaal: 4", (4, 0, 0), "Je verdeelde steeds hetzelfde aantal punten. Krijgt de ene stijl meer"),
        ("kies\nscore: som", 0, "Je koos steeds één antwoord. Krijgt de ene stijl meer, dan krijgt een andere minder."),
    ],
)
def test_every_way_of_weighing_options_is_told_with_what_it_can_carry(
    tmp_path: Path, vorm: str, antwoord: Antwoord, uitleg: str
) -> None:
    opties = "opties: [{forceren: doorgaan}, {samenwerken: vragen}, {vermijden: wachten}]"
    lijst = schrijf_lijst(
        tmp_path, f"vorm: {vorm}\nschalen: [forceren, samenwerken, vermijden]\nitems:\n  - {opties}\n  - {opties}\n"
    )
    eerste = lees_eerste(lijst, [antwoord] * 2)
    assert uitleg in eerste
    assert "marge" not in eerste


@pytest.mark.parametrize(
    ("vorm", "antwoord", "uitleg"),
    [
        ("kies", 0, "Je koos één antwoord. Kies je de ene stijl vaker"),
        ("rangschik", (1, 0), "Je zette alles op volgorde. Krijgt de ene"),
        ("verdeel\ntotaal: 4", (4, 0), "Je verdeelde 4 punten. Krijgt de ene"),
    ],
)
def test_of_one_question_no_text_says_that_it_went_like_that_every_time(
    tmp_path: Path, vorm: str, antwoord: Antwoord, uitleg: str
) -> None:
    opties = "items: [{opties: [{forceren: doorgaan}, {samenwerken: vragen}]}]"
    eerste = lees_eerste(
        schrijf_lijst(tmp_path, f"vorm: {vorm}\nschalen: [forceren, samenwerken]\n{opties}\n"), [antwoord]
    )
    assert uitleg in eerste.replace("één van de twee", "één antwoord")


def test_several_ways_of_weighing_options_together_are_told_without_one_of_them(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        schalen: {rust: Rust, steun: Steun}
        vorm: kies
        items:
          - opties: [{rust: slapen}, {steun: praten}]
          - {vorm: rangschik, opties: [{rust: liggen}, {steun: bellen}]}
        """,
    )
    eerste = lees_eerste(lijst, [0, (1, 0)])
    assert "Krijgt de ene schaal meer, dan krijgt een andere minder. Kijk dus alleen naar de volgorde." in eerste
    assert "steeds" not in eerste


def test_a_weight_makes_times_chosen_into_points(tmp_path: Path) -> None:
    inhoud = "vorm: kies\nschalen: [forceren, vermijden]\nitems: [{opties: [{forceren%s: door}, {vermijden: weg}]}]\n"
    staven = {}
    for gewicht in ("", " 2"):
        lijst = schrijf_lijst(tmp_path, inhoud % gewicht)
        staven[gewicht] = lees_staven(bouw_verslag(lijst, bouw_profiel(lijst, [0])))
    assert [staaf.getal for staaf in staven[""].staven] == ["1 van 1", "0 van 1"]
    assert [staaf.woord for staaf in staven[""].staven] == ["gekozen", "gekozen"]
    assert [(staaf.getal, staaf.woord) for staaf in staven[" 2"].staven] == [("1,0", ""), ("0,0", "")]
    assert staven[" 2"].schaal == "Van 0 tot 1 punten."
