"""Side by side: parts of one questionnaire, and two versions of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.model.antwoorden import NVT, Antwoord, Antwoordblad
from conflictstijl.model.document import Alinea, Document, Kop, Tabel
from conflictstijl.model.vragenlijst import Persoon, Vragenlijst
from conflictstijl.rapport.profiel import KOPPEN
from conflictstijl.toepassing import Resultaat, build_naast

from .bouw import (
    INSTRUMENTEN,
    Paar,
    alle_profielen,
    bouw_profiel,
    bouw_verslag,
    lees_koppen,
    lees_scores,
    lees_tabel,
    lees_tekst,
    schrijf_lijst,
    vul_in,
    vul_stijl,
)

TWEE = "rustig-en-gespannen"
TOEVAL = "Dit verschilt meer dan toeval verklaart"
VALT_OP = "Dit valt op in je antwoorden als je binnen een deel vergelijkt:"


RUST = """
    antwoorden: [nee, soms, ja]
    schalen: {rust: Rust}
    per_onderdeel: ja
    onderdelen: {thuis: {naam: Thuis}, werk: {naam: Werk}}
    items: [{rust: Stil.}, {rust: Kalm.}, {rust: Vrij.}, {-rust: Haast.}]
"""


def lees_verslag(lijst: Vragenlijst, antwoorden: Sequence[Antwoord]) -> Document:
    return bouw_verslag(lijst, bouw_profiel(lijst, antwoorden))


def lees_twee(**waarden: int) -> Document:
    """Return the report of someone who answers per part and style as told, else in the middle."""
    lijst = load_vragenlijst(TWEE)
    return lees_verslag(lijst, vul_in(lijst, vul_stijl(**waarden)))


def lees_eerste(document: Document) -> str:
    return lees_scores(document)


def lees_rollen(*achtergrond: int, **waarden: int) -> Document:
    """Return the report on roles; background answers are indices of yes (0) and no (1)."""
    lijst = load_vragenlijst("rollen")
    antwoorden = vul_in(lijst, vul_stijl(**waarden))
    return lees_verslag(lijst, (*achtergrond, *antwoorden[len(achtergrond) :]))


def test_parts_stand_side_by_side_with_a_row_for_each_style() -> None:
    tabel = lees_tabel(lees_twee(rustig__samenwerken=5, gespannen__vermijden=4))
    assert tabel.koppen == ("Stijl", "Rustig", "Gespannen")
    assert [rij[0] for rij in tabel.rijen] == ["Doorzetten", "Samen oplossen", "Compromis", "Vermijden", "Toegeven"]
    assert tabel.rijen[1] == ("Samen oplossen", "5,0 altijd", "3,0 soms")
    assert tabel.rijen[3] == ("Vermijden", "3,0 soms", "4,0 vaak")


def test_the_table_is_followed_by_its_ends_and_the_largest_margin() -> None:
    assert (
        "\nVan 1 (nooit) tot 5 (altijd). De marge is de ruimte waarin je score kan schommelen: "
        "hoogstens 0,5 punt naar beide kanten. Die gaat alleen over deze stellingen. "
    ) in lees_eerste(lees_twee(rustig__samenwerken=5))


def test_a_shift_larger_than_noise_is_named_with_both_parts() -> None:
    eerste = lees_eerste(lees_twee(rustig__samenwerken=5, gespannen__vermijden=5))
    assert f"\n{TOEVAL}:\n" in eerste
    assert "\nSamen oplossen: 2,0 punt lager bij 'Gespannen' dan bij 'Rustig'.\n" in eerste
    assert "\nVermijden: 2,0 punt hoger bij 'Gespannen' dan bij 'Rustig'.\n" in eerste
    assert "\nDe andere scores zijn precies gelijk.\n" in eerste


@pytest.mark.parametrize(
    ("score", "cellen", "zin"),
    [
        ("som", ("12,0 ja", "4,0 nee"), "Rust: 8,0 punt lager bij 'Werk' dan bij 'Thuis'."),
        ("procent", ("100,0 ja", "0,0 nee"), "Rust: 100,0 procentpunt lager bij 'Werk' dan bij 'Thuis'."),
    ],
)
def test_a_shift_is_told_in_the_unit_of_the_table(tmp_path: Path, score: str, cellen: tuple[str], zin: str) -> None:
    lijst = schrijf_lijst(tmp_path, f"    score: {score}\n{RUST}")
    document = lees_verslag(lijst, [3, 3, 3, 1, 1, 1, 1, 3])
    assert lees_tabel(document).rijen == (("Rust", *cellen),)
    assert f"\n{zin}\n" in lees_eerste(document)


def test_margins_of_percentages_are_percentage_points(tmp_path: Path) -> None:
    lijst = schrijf_lijst(tmp_path, f"    score: procent\n{RUST}")
    assert re.search("hoogstens [0-9]+,[0-9] procentpunt naar", lees_eerste(lees_verslag(lijst, [3, 1, 3, 1] * 2)))


def test_a_shift_that_nothing_can_be_held_against_is_not_called_small(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nooit, zelden, soms, vaak, altijd]
        schalen: {rust: Rust, steun: Steun}
        per_onderdeel: ja
        onderdelen: {thuis: {naam: Thuis}, werk: {naam: Werk}}
        items: [{rust: Stil.}, {steun: Hulp.}]
        """,
    )
    eerste = lees_eerste(lees_verslag(lijst, [1, 2, 5, 2]))
    assert "Of de verschillen tussen deze twee groter zijn dan toeval, is hier niet te zeggen." in eerste
    assert "verschillen tussen deze twee zijn te klein" not in eerste


def test_when_all_shifts_are_clear_there_are_no_others_to_speak_of(tmp_path: Path) -> None:
    eerste = lees_eerste(lees_verslag(schrijf_lijst(tmp_path, RUST), [3, 3, 3, 1, 1, 1, 1, 3]))
    assert "Rust: 2,0 punt lager bij 'Werk' dan bij 'Thuis'." in eerste
    assert "De andere verschillen" not in eerste


def test_shifts_smaller_than_noise_are_called_too_small() -> None:
    lijst = load_vragenlijst(TWEE)
    eerste = lees_eerste(lees_verslag(lijst, [2, 3, 4, 3] * 10))
    assert "De verschillen tussen deze twee zijn te klein om iets over te zeggen." in eerste
    assert TOEVAL not in eerste


@given(alle_profielen())
@settings(max_examples=60)
def test_a_shift_is_named_only_when_the_profile_says_it_is_clear(paar: Paar) -> None:
    tekst = lees_tekst(bouw_verslag(*paar))
    assert (TOEVAL in tekst) == any(een.duidelijk for een in paar[1].verschuivingen)


def test_with_more_parts_a_shift_is_held_against_the_others_together() -> None:
    eerste = lees_eerste(lees_rollen(1, 1, samenwerken=5, leidinggevende__toegeven=5))
    assert f"{TOEVAL}, vergeleken met het gemiddelde van de andere delen:" in eerste
    assert "\nToegeven: 2,0 punt hoger bij 'Met je leidinggevende'.\n" in eerste


def test_three_parts_without_a_shift_are_called_parts() -> None:
    lijst = load_vragenlijst("rollen")
    eerste = lees_eerste(lees_verslag(lijst, [1, 1, *[2, 3, 4, 3, 3] * 15]))
    assert "De verschillen tussen de delen zijn te klein om iets over te zeggen." in eerste


def test_a_part_that_was_not_asked_has_no_column_and_no_line() -> None:
    document = lees_rollen(1, 0, client__forceren=5)
    assert lees_tabel(document).koppen[1:] == (
        "Met een cliënt",
        "Met een collega",
        "Met je leidinggevende",
        "Met iemand van een andere organisatie",
    )
    assert "naaste van een cliënt:" not in lees_eerste(document)


def test_every_part_is_told_what_stands_out_in_it() -> None:
    document = lees_twee(rustig__samenwerken=5, rustig__forceren=1)
    regels = lees_eerste(document).partition(f"\n{VALT_OP}\n")[2].splitlines()
    assert regels[:2] == [
        "Rustig: duidelijk vaker samen oplossen, duidelijk minder vaak doorzetten.",
        "Gespannen: geen duidelijk verschil.",
    ]


def test_headings_say_in_which_parts_a_style_stands_out() -> None:
    koppen = lees_koppen(lees_twee(rustig__samenwerken=5, gespannen__forceren=1), 3)
    assert "Samen oplossen (samenwerken): rustig" in koppen
    assert "Vaker dan de rest (rustig): samen oplossen" in koppen
    assert "Doorzetten (forceren): gespannen" in koppen
    assert "Minder vaak dan de rest (gespannen): doorzetten" in koppen


def test_a_style_that_stands_out_everywhere_does_so_in_each_part() -> None:
    koppen = lees_koppen(lees_twee(samenwerken=5), 3)
    assert "Samen oplossen (samenwerken): in elk deel" in koppen
    assert "Vaker dan de rest (in elk deel): samen oplossen" in koppen


def test_nothing_that_stands_out_in_any_part_is_one_sentence() -> None:
    eerste = lees_eerste(lees_verslag(load_vragenlijst(TWEE), [2, 3, 4, 3] * 10))
    assert eerste.endswith("Binnen elk deel zijn de verschillen te klein om iets over te zeggen.")
    assert VALT_OP not in eerste


def test_one_and_the_same_score_everywhere_is_said_once() -> None:
    eerste = lees_eerste(lees_twee())
    assert "\nAl je scores zijn gelijk.\n" in eerste
    assert "te zeggen" not in eerste


def test_a_part_with_too_few_answers_has_no_scores_and_says_so() -> None:
    lijst = load_vragenlijst(TWEE)
    document = lees_verslag(lijst, [*vul_in(lijst, vul_stijl(samenwerken=5))[:20], *[None] * 20])
    assert {rij[2] for rij in lees_tabel(document).rijen} == {"geen score"}
    eerste = lees_eerste(document)
    assert "Geen score: daarvoor zijn er te weinig antwoorden." in eerste
    assert "Of de verschillen tussen deze twee groter zijn dan toeval, is hier niet te zeggen." in eerste
    assert "\nGespannen: te weinig antwoorden om te vergelijken.\n" in eerste


def test_without_any_answer_there_is_no_word_about_margins_or_parts() -> None:
    eerste = lees_eerste(lees_verslag(load_vragenlijst(TWEE), [None] * 40))
    assert "Er zijn te weinig antwoorden voor een profiel." in eerste
    assert "marge" not in eerste
    assert "toeval" not in eerste
    assert VALT_OP not in eerste


def test_parts_in_which_nothing_applied_give_no_table_and_nothing_to_fill_in() -> None:
    document = lees_verslag(load_vragenlijst(TWEE), [NVT] * 40)
    assert not any(isinstance(blok, Tabel) for blok in document.in_woorden)
    assert lees_eerste(document) == "Je vond geen enkele vraag van toepassing."


def test_a_style_of_which_nothing_applied_in_any_part_has_no_row() -> None:
    lijst = load_vragenlijst(TWEE)
    antwoorden = [NVT if een == 5 else een for een in vul_in(lijst, vul_stijl(compromis=5))]
    document = lees_verslag(lijst, antwoorden)
    assert [rij[0] for rij in lees_tabel(document).rijen] == ["Doorzetten", "Samen oplossen", "Vermijden", "Toegeven"]
    assert "te weinig antwoorden" not in lees_eerste(document)


def test_what_did_not_apply_in_one_part_leaves_its_cell_empty() -> None:
    lijst = load_vragenlijst(TWEE)
    antwoorden = [NVT if een == 5 else een for een in vul_in(lijst, vul_stijl(rustig__compromis=5))]
    document = lees_verslag(lijst, antwoorden)
    assert lees_tabel(document).rijen[2] == ("Compromis", "", "3,0 soms")
    assert "Geen score" not in lees_eerste(document)


def test_a_scale_of_a_part_in_which_nothing_applied_has_no_row(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: {1: nee, 2: soms, 3: ja, nvt: past niet}
        schalen: {rust: Rust, steun: Steun}
        per_onderdeel: ja
        onderdelen:
          thuis: {naam: Thuis, items: [{rust: Stil.}, {rust: Kalm.}]}
          werk: {naam: Werk, items: [{steun: Hulp.}, {steun: Raad.}]}
        """,
    )
    assert lees_tabel(lees_verslag(lijst, [1, 3, NVT, NVT])).rijen == (("Rust", "2,0 soms"),)


def test_one_part_that_was_asked_is_not_compared(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [ja, nee]}}
        antwoorden: [nee, soms, ja]
        schalen: [forceren, vermijden]
        per_onderdeel: ja
        onderdelen:
          team: {naam: Team}
          baas: {naam: Baas, als: {leiding: ja}}
        items: [{forceren: Ik hak de knoop door.}, {vermijden: Ik wacht af.}]
        """,
    )
    eerste = lees_eerste(lees_verslag(lijst, [1, 1, 3, None, None]))
    assert "Stijl Team\n" in eerste
    assert "toeval" not in eerste


def test_parts_with_choices_show_times_chosen_and_leave_shifts_open(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        vorm: kies
        schalen: {rust: Rust, steun: Steun, druk: Druk}
        per_onderdeel: ja
        onderdelen: {thuis: {naam: Thuis}, werk: {naam: Werk}}
        items: [{opties: [{rust: slapen}, {steun: bellen}, {druk: rennen}]}]
        """,
    )
    document = lees_verslag(lijst, [0, 1])
    assert lees_tabel(document) == Tabel(
        ("Schaal", "Thuis", "Werk"),
        (("Rust", "1 van 1", "0 van 1"), ("Steun", "0 van 1", "1 van 1"), ("Druk", "0 van 1", "0 van 1")),
    )
    assert "Of de verschillen tussen deze twee groter zijn dan toeval, is hier niet te zeggen." in lees_eerste(document)


ANDERE_SCHALEN = """
    antwoorden: [nee, soms, ja]
    schalen: {rust: Rust, steun: Steun, druk: GGZ-druk, tempo: Tempo}
    per_onderdeel: ja
    onderdelen:
      thuis:
        naam: Thuis
        items: [%s]
      werk:
        naam: Werk
        items: [{rust: Ik rust.}, {steun: Ik bel.}, {druk: Ik ren.}, {tempo: Ik vlieg.}]
"""


def test_scales_of_ones_own_stand_out_on_a_scale_not_in_doing(tmp_path: Path) -> None:
    items = "{rust: Stil.}, {rust: Kalm.}, {steun: Hulp.}, {steun: Arm.}, {druk: Haast.}, {druk: Vol.}, {tempo: Vlug.}"
    lijst = schrijf_lijst(tmp_path, ANDERE_SCHALEN % items)
    profiel = bouw_profiel(lijst, [3] * 11)
    deel = profiel.onderdelen["thuis"]._replace(volgorde=(("thuis.rust",), ("thuis.steun", "thuis.druk")))
    hoog = deel._replace(hoog=("thuis.druk", "thuis.rust"), laag=("thuis.steun",))
    profiel = replace(profiel, volgorde=deel.volgorde, onderdelen={**profiel.onderdelen, "thuis": hoog})
    eerste = lees_eerste(bouw_verslag(lijst, profiel))
    assert "\nThuis: duidelijk hoger op GGZ-druk en rust, duidelijk lager op steun.\n" in eerste


def test_a_scale_that_a_part_does_not_ask_is_no_score_there(tmp_path: Path) -> None:
    lijst = schrijf_lijst(tmp_path, ANDERE_SCHALEN % "{rust: Stil.}, {steun: Hulp.}")
    rijen = {rij[0]: rij[1:] for rij in lees_tabel(lees_verslag(lijst, [3, 2, 1, 2, 3, 2])).rijen}
    assert rijen["Rust"] == ("3,0 ja", "1,0 nee")
    assert rijen["Tempo"][0] in ("", "geen score")
    assert rijen["Tempo"][1] == "2,0 soms"


def test_parts_with_several_kinds_of_questions_are_not_compared(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nee, soms, ja]
        schalen: [forceren, vermijden]
        per_onderdeel: ja
        onderdelen: {thuis: {naam: Thuis}, werk: {naam: Werk}}
        items:
          - forceren: Ik hak de knoop door.
          - vorm: kies
            opties: [{vermijden: wachten}, {vermijden: uitstellen}]
        """,
    )
    eerste = lees_eerste(lees_verslag(lijst, [3, 0, 1, 1]))
    assert "De scores komen uit verschillende soorten vragen. Vergelijk ze daarom niet met elkaar." in eerste
    assert "Binnen elk deel" not in eerste
    assert VALT_OP not in eerste


def test_one_part_with_several_kinds_of_questions_does_not_silence_the_other(tmp_path: Path) -> None:
    stellingen = [
        f"{{{stijl}: Ik {stijl[0]}{i}.}}" for stijl in ("forceren", "vermijden", "toegeven") for i in range(4)
    ]
    lijst = schrijf_lijst(
        tmp_path,
        f"""
        antwoorden: [nooit, zelden, soms, vaak, altijd]
        schalen: [forceren, vermijden, toegeven]
        per_onderdeel: ja
        onderdelen:
          kalm: {{naam: Kalm, items: [{", ".join(stellingen)}]}}
          storm:
            naam: Storm
            items:
              - forceren: Ik roep.
              - vorm: kies
                opties: [{{vermijden: weg}}, {{toegeven: goed}}]
        """,
    )
    document = lees_verslag(lijst, [5, 4, 5, 4, 1, 2, 1, 2, 2, 1, 2, 1, 3, 0])
    regels = lees_eerste(document).partition(f"\n{VALT_OP}\n")[2].splitlines()
    assert regels[:2] == [
        "Kalm: duidelijk vaker doorzetten.",
        "Storm: verschillende soorten vragen, dus niet te vergelijken.",
    ]
    assert "Vergelijk ze daarom niet met elkaar" not in lees_tekst(document)
    assert "Vaker dan de rest (kalm): doorzetten" in lees_koppen(document, 3)


def test_parts_with_one_question_per_scale_have_too_few_answers_to_compare(tmp_path: Path) -> None:
    lijst = schrijf_lijst(
        tmp_path,
        """
        antwoorden: [nooit, zelden, soms, vaak, altijd]
        schalen: [forceren, vermijden, toegeven]
        per_onderdeel: ja
        onderdelen: {thuis: {naam: Thuis}, werk: {naam: Werk}}
        items: [{forceren: Ik beslis.}, {vermijden: Ik zwijg.}, {toegeven: Ik volg.}]
        """,
    )
    eerste = lees_eerste(lees_verslag(lijst, [5, 1, 2, 1, 5, 3]))
    assert "\nThuis: te weinig antwoorden om te vergelijken.\n" in eerste
    assert "te klein" not in eerste


def lees_naast(lijsten: Sequence[Vragenlijst], *bladen: Sequence[Antwoord]) -> Document:
    """Return two versions of a questionnaire side by side."""
    paren = zip(lijsten, bladen, strict=True)
    document = build_naast(
        [Resultaat(lijst, Antwoordblad(lijst.id, tuple(blad)), bouw_profiel(lijst, blad)) for lijst, blad in paren]
    )
    assert document is not None
    return document


def load_versies(naam: str, *versies: str) -> list[Vragenlijst]:
    return [load_vragenlijst(naam, versie) for versie in versies]


def lees_zelf_en_ander(zelf: dict[str, int], ander: dict[str, int]) -> Document:
    lijsten = load_versies("conflictstijlen", "zelf", "ander")
    return lees_naast(lijsten, vul_in(lijsten[0], vul_stijl(**zelf)), vul_in(lijsten[1], vul_stijl(**ander)))


def test_self_and_other_stand_side_by_side_below_a_heading_of_their_own() -> None:
    document = lees_zelf_en_ander({"samenwerken": 5}, {"forceren": 5})
    assert lees_koppen(document, 1) == ["Mijn stijl bij conflicten: naast elkaar"]
    assert lees_koppen(document, 2) == ["Zelf en ander", "Hoe praten we erover"]
    tabel = lees_tabel(document)
    assert tabel.koppen == ("Stijl", "Over mezelf", "Over een collega")
    assert tabel.rijen[:2] == (("Doorzetten", "3,0 soms", "5,0 altijd"), ("Samen oplossen", "5,0 altijd", "3,0 soms"))


def test_self_and_other_are_told_where_they_differ_and_that_neither_is_right() -> None:
    tekst = lees_tekst(lees_zelf_en_ander({"samenwerken": 5}, {"forceren": 5}))
    assert "\nDoorzetten: 2,0 punt hoger bij 'Over een collega' dan bij 'Over mezelf'.\n" in tekst
    assert "\nGeen van beide is het goede antwoord. " in tekst
    assert tekst.endswith("?")


@pytest.mark.parametrize(("versies", "welke"), [(("zelf", "ander"), "tweede"), (("ander", "zelf"), "eerste")])
def test_before_the_table_one_is_asked_whether_the_other_filled_it_in_about_oneself(
    versies: tuple[str, str], welke: str
) -> None:
    lijsten = load_versies("conflictstijlen", *versies)
    document = lees_naast(lijsten, [2, 3, 4] * 10, [3, 4, 2] * 10)
    plaats = next(nummer for nummer, blok in enumerate(document.in_woorden) if isinstance(blok, Tabel))
    assert document.blokken[1:plaats] == (
        Kop("Zelf en ander"),
        Alinea(
            f"De {welke} uitslag gaat over een ander. Vulde die ander dit over jou in? Anders zegt dit verschil niets."
        ),
    )


def test_two_versions_that_are_both_about_someone_else_are_not_called_self_and_other() -> None:
    lijsten = load_versies(str(INSTRUMENTEN / "drie-vormen.yaml"), "medewerker", "collega")
    over = [replace(lijst, variant=lijst.variant._replace(over=Persoon.ANDER)) for lijst in lijsten if lijst.variant]
    document = lees_naast(over, vul_in(over[0], vul_stijl(forceren=5)), vul_in(over[1], vul_stijl(toegeven=5)))
    assert lees_koppen(document, 2) == ["Wat ik zie", "Hoe praten we erover"]
    tekst = lees_tekst(document)
    assert "\nBeide uitslagen gaan over een ander. Gaan ze over dezelfde persoon? Anders zegt" in tekst
    assert "over jou" not in tekst


def test_a_difference_between_self_and_other_within_noise_is_too_small() -> None:
    lijsten = load_versies("conflictstijlen", "zelf", "ander")
    tekst = lees_tekst(lees_naast(lijsten, [2, 3, 4] * 10, [3, 4, 2] * 10))
    assert "De verschillen tussen deze twee zijn te klein om iets over te zeggen." in tekst


def test_a_style_that_one_of_both_left_open_has_no_score() -> None:
    lijsten = load_versies("conflictstijlen", "zelf", "ander")
    document = lees_naast(lijsten, [2, 3, 4] * 10, [None] * 30)
    assert {rij[2] for rij in lees_tabel(document).rijen} == {"geen score"}
    assert "groter zijn dan toeval, is hier niet te zeggen." in lees_tekst(document)


def test_a_straight_line_is_not_compared_with_anything() -> None:
    lijsten = load_versies("conflictstijlen", "zelf", "ander")
    half = [None if item.sleutel[0].schaal != "forceren" else 1 for item in lijsten[1].stellingen]
    document = lees_naast(lijsten, vul_in(lijsten[0], vul_stijl(forceren=5, samenwerken=4)), half)
    assert lees_tabel(document).rijen[0][1] == "5,0 altijd"
    assert TOEVAL not in lees_tekst(document)


def test_two_relations_of_one_person_get_no_questions_about_self_and_other() -> None:
    lijsten = load_versies(str(INSTRUMENTEN / "drie-vormen.yaml"), "medewerker", "collega")
    document = lees_naast(lijsten, vul_in(lijsten[0], vul_stijl(forceren=5)), vul_in(lijsten[1], vul_stijl(toegeven=5)))
    assert lees_koppen(document, 2) == [KOPPEN[0]]
    tekst = lees_tekst(document)
    assert "Doorzetten: 2,0 punt lager bij 'Met een collega' dan bij 'Met iemand aan wie je leiding geeft'." in tekst
    assert tekst.endswith("\nDenk bij een verschil aan een voorbeeld. Wat was daar anders?")
    assert "over een ander" not in tekst
