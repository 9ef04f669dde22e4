"""The report of a group: what it shows, what it withholds and says so, and what it asks."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from conflictstijl.laden.catalogus import load_kennis, load_vragenlijst
from conflictstijl.model.document import Document, Opsomming, Staven, Tabel
from conflictstijl.model.groepsbeeld import (
    TE_GELIJK,
    Groepsbeeld,
    Groepstelling,
    Verschuivingen,
    Voorna,
    build_gedeeld,
)
from conflictstijl.model.kennis import Kennis
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.model.vragenlijst import Scoresoort, Vragenlijst
from conflictstijl.rapport.groep import build_groep
from conflictstijl.rapport.groepspatroon import SCHAALVRAGEN
from conflictstijl.rapport.uitvoer.markdown import render_markdown
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rekenen.groepsbeeld import build_groepsbeeld, read_groepsdelen
from conflictstijl.rekenen.taal import LANGSTE_ZIN, parse_zinnen
from tests.taal.teksten import ETIKET, GEMIDDELDE_ZIN, LIJDEND, count_zinnen

from .bouw import EIGEN, INSTRUMENTEN, bouw_eenvoudig, lees_koppen, lees_tekst

LIJST = load_vragenlijst("conflictstijlen")
KENNIS = load_kennis()
GEWOON = {"forceren": 3, "samenwerken": 17, "compromis": 11, "vermijden": 7, "gedeeld": 4}


def bouw_telling(eerste: Mapping[str, int], lijst: Vragenlijst = LIJST, gemiddeld: Fraction | int = 3) -> Groepstelling:
    """Return a tally with the same mean on every scale; `eerste` are the counts of one part, the others are ties."""
    n = sum(eerste.values())
    delen = read_groepsdelen(lijst)
    rest = {build_gedeeld(deel.onderdeel): n for deel in delen[1:]}
    schalen = [naam for deel in delen for naam in deel.schalen]
    return Groepstelling(n, {**eerste, **rest}, dict.fromkeys(schalen, Fraction(gemiddeld) * n))


def bouw_document(
    eerste: Mapping[str, int] = GEWOON, lijst: Vragenlijst = LIJST, voor_na: Voorna | None = None
) -> Document:
    return build_groep(build_groepsbeeld({"": bouw_telling(eerste, lijst)}, lijst), lijst, KENNIS, voor_na)


def bouw_gesplitst(lijst: Vragenlijst = LIJST, /, **aantallen: int) -> Document:
    """Return a report with subgroups (`leeg`: without one), in which half of each puts forceren first."""
    tellingen = {
        "" if naam == "leeg" else naam: bouw_telling({"forceren": n // 2, "vermijden": n - n // 2}, lijst)
        for naam, n in aantallen.items()
    }
    return build_groep(build_groepsbeeld(tellingen, lijst, "Team"), lijst, KENNIS)


def lees_vragen(document: Document) -> tuple[str, ...]:
    return next((blok.delen for blok in document.blokken if isinstance(blok, Opsomming) and blok.genummerd), ())


def lees_staven(document: Document) -> list[dict[str, str]]:
    return [{staaf.naam: staaf.getal for staaf in b.staven} for b in document.blokken if isinstance(b, Staven)]


def lees_tabellen(document: Document) -> list[Tabel]:
    return [blok for blok in document.in_woorden if isinstance(blok, Tabel)]


VOOR_NA = Voorna(9, {naam: Verschuivingen(1, 2, 6) for naam in STIJLEN})
ANDER = load_vragenlijst("conflictstijlen", "ander")
DOCUMENTEN = {
    "gewoon": bouw_document(voor_na=VOOR_NA),
    "gesplitst": bouw_gesplitst(noord=12, zuid=7, west=4, oost=3),
    "erbij": bouw_gesplitst(noord=12, zuid=7, west=4),
    "leeg": bouw_gesplitst(noord=12, zuid=7, leeg=1),
    "geen": bouw_gesplitst(noord=4, zuid=4),
    "gelijk": bouw_document({"gedeeld": 9}),
    "een": bouw_document({"vermijden": 9}),
    "paren": bouw_document(lijst=load_vragenlijst("conflictstijlen-paren")),
    "delen": bouw_document({"rustig.toegeven": 6}, load_vragenlijst("rustig-en-gespannen")),
    "rollen": bouw_document({"client.toegeven": 6}, load_vragenlijst("rollen")),
    "ander": bouw_document(lijst=ANDER),
    "eigen": bouw_document({"rust": 5, "steun": 2}, bouw_eenvoudig(EIGEN)),
    "een schaal": bouw_document({"rust": 6}, bouw_eenvoudig(EIGEN[:1])),
    "met mensen": build_groep(
        build_groepsbeeld({"": bouw_telling(GEWOON)}, LIJST), LIJST, KENNIS, VOOR_NA, met_mensen=True
    ),
    "klein": bouw_document({"vermijden": 4}),
    "te gelijk": build_groep(Groepsbeeld(5, None, weigering=TE_GELIJK), LIJST, KENNIS),
    "klein voor na": bouw_document({"vermijden": 4}, voor_na=Voorna(None, {}, "te_klein")),
}


@pytest.mark.parametrize("document", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_every_sentence_is_short_and_plain(document: Document) -> None:
    regels = lees_tekst(Document(tuple(b for b in document.in_woorden if not isinstance(b, Tabel)))).splitlines()
    assert [zin for regel in regels for zin in parse_zinnen(regel) if len(zin) > LANGSTE_ZIN] == []
    assert count_zinnen(regels)[0] <= GEMIDDELDE_ZIN
    assert [regel for regel in regels if LIJDEND.search(regel) or ETIKET.search(regel)] == []


@pytest.mark.parametrize("breedte", [40, 60, 80, 120])
@pytest.mark.parametrize("document", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_no_line_is_wider_than_the_page(document: Document, breedte: int) -> None:
    assert max(map(len, render_tekst(document, breedte).splitlines())) <= breedte


@pytest.mark.parametrize("document", DOCUMENTEN.values(), ids=DOCUMENTEN)
def test_headings_follow_each_other_by_one_level(document: Document) -> None:
    niveaus = [len(regel.split()[0]) for regel in render_markdown(document).splitlines() if regel.startswith("#")]
    assert niveaus[0] == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(niveaus))


def test_of_a_group_that_is_too_small_only_that_is_told() -> None:
    klein = lees_tekst(DOCUMENTEN["klein"])
    assert klein == (
        "Mijn stijl bij conflicten: beeld van de groep\n"
        "Hier staat geen beeld van de groep. Daarvoor zijn minstens 5 mensen nodig die genoeg invulden. "
        "Een beeld van minder mensen kan iemand verraden."
    )
    vijf = lees_tekst(build_groep(build_groepsbeeld({"": bouw_telling(GEWOON)}, LIJST, minimum=50), LIJST, KENNIS))
    assert vijf == klein.replace("5", "50")


def test_of_a_group_too_like_an_earlier_one_the_report_says_so() -> None:
    tekst = lees_tekst(build_groep(Groepsbeeld(5, None, weigering=TE_GELIJK), LIJST, KENNIS))
    assert "Deze groep lijkt te veel op een eerdere groep." in tekst
    assert "minstens" not in tekst


def test_the_report_tells_how_many_people_put_what_first_and_the_means() -> None:
    aantallen, gemiddelden = lees_staven(DOCUMENTEN["gewoon"])
    assert aantallen == {
        "Doorzetten": "3 van 42",
        "Samen oplossen": "17 van 42",
        "Compromis": "11 van 42",
        "Vermijden": "7 van 42",
        "Toegeven": "0 van 42",
        "Gedeelde eerste plaats": "4 van 42",
    }
    assert set(gemiddelden.values()) == {"3,0"}
    assert "Dit beeld gaat over 42 mensen." in lees_tekst(DOCUMENTEN["gewoon"])
    assert "afgerond op stappen van 0,5." in lees_tekst(DOCUMENTEN["gewoon"])


def test_without_ties_there_is_no_bar_for_them() -> None:
    assert "Gedeelde eerste plaats" not in lees_staven(DOCUMENTEN["een"])[0]


@pytest.mark.parametrize(
    ("eerste", "zinnen"),
    [
        (
            GEWOON,
            (
                "Samen oplossen komt hier het meest als eerste stijl voor (17 van de 42). Daarna komt compromis (11). "
                "Dat komt vaker voor, want deze antwoorden klinken mooi. Vraag ook wat mensen vorige week deden. "
                "Bij niemand staat toegeven bovenaan. Dat is geen gebrek: wie wil, kan zo'n stijl toch gebruiken."
            ),
        ),
        (
            dict.fromkeys(STIJLEN, 4) | {"vermijden": 5},
            (
                "Vermijden komt hier het meest als eerste stijl voor (5 van de 21). "
                "Het verschil met doorzetten, samen oplossen, compromis en toegeven is klein (4)."
            ),
        ),
        (
            dict.fromkeys(STIJLEN, 2) | {"vermijden": 9},
            (
                "Vermijden komt hier het meest als eerste stijl voor (9 van de 17). "
                "Daarna komen doorzetten, samen oplossen, compromis en toegeven (elk 2)."
            ),
        ),
        (
            {"forceren": 4, "vermijden": 4, "toegeven": 1},
            (
                "Doorzetten en vermijden komen even vaak als eerste stijl voor (elk 4 van de 9). "
                "Bij niemand staat samen oplossen of compromis bovenaan. "
                "Dat is geen gebrek: wie wil, kan zo'n stijl toch gebruiken."
            ),
        ),
        (
            dict.fromkeys(STIJLEN, 2),
            (
                "Geen stijl springt eruit. Doorzetten, samen oplossen, compromis, vermijden en toegeven komen even "
                "vaak als eerste stijl voor (elk 2 van de 10)."
            ),
        ),
        (
            {"gedeeld": 9},
            "Bij iedereen heeft meer dan één stijl precies dezelfde hoogste score. Er is dus geen eerste stijl.",
        ),
        (
            {naam: 1 for naam in STIJLEN if naam != "forceren"} | {"forceren": 4, "gedeeld": 4},
            (
                "Bij 4 van de 12 mensen delen stijlen de hoogste score. "
                "De rest van het beeld zegt daardoor minder. "
                "Doorzetten komt hier het meest als eerste stijl voor (4 van de 12). "
                "Daarna komen samen oplossen, compromis, vermijden en toegeven (elk 1)."
            ),
        ),
    ],
)
def test_the_pattern_is_told_in_plain_words(eerste: dict[str, int], zinnen: str) -> None:
    assert zinnen in lees_tekst(bouw_document(eerste)).splitlines()


def test_own_scales_are_called_scales_and_bring_only_questions_for_any_group() -> None:
    tekst = lees_tekst(DOCUMENTEN["eigen"])
    assert "Schaal rust komt hier het meest als eerste schaal voor (5 van de 7)." in tekst
    assert "geen gebrek" not in tekst
    assert lees_vragen(DOCUMENTEN["eigen"]) == SCHAALVRAGEN


def test_a_questionnaire_without_styles_brings_no_word_about_conflicts_or_styles() -> None:
    lijst = load_vragenlijst(str(INSTRUMENTEN / "vijf-lenzen.yaml"))
    telling = bouw_telling({"relatie": 6}, lijst, 50)
    schalen = dict.fromkeys((schaal.id for schaal in lijst.schalen), Verschuivingen(gelijk=6))
    tekst = lees_tekst(build_groep(build_groepsbeeld({"": telling}, lijst), lijst, KENNIS, Voorna(6, schalen)))
    assert not re.search("conflict|stijl", tekst, re.IGNORECASE)
    assert "bij een conflict" in lees_tekst(DOCUMENTEN["gewoon"])


def test_one_scale_is_first_with_nobody_for_there_is_nothing_it_is_above() -> None:
    lijst = bouw_eenvoudig(EIGEN[:1])
    document = bouw_document({"rust": 6}, lijst)
    assert "bovenaan" not in lees_tekst(document)
    assert len(lees_staven(document)) == 1


@pytest.mark.parametrize("stijl", STIJLEN)
def test_the_questions_fit_the_style_that_comes_first_most_and_one_that_nobody_has_first(stijl: str) -> None:
    adviezen = KENNIS.adviezen.stijlen
    gemist = next(naam for naam in STIJLEN if naam != stijl)
    vragen = lees_vragen(bouw_document({stijl: 6}))
    assert vragen[:3] == (*adviezen[stijl].groep_veel, adviezen[gemist].groep_weinig[0])
    assert vragen[3:] == KENNIS.adviezen.algemeen.groep[:2]


def test_two_styles_at_the_top_bring_a_question_each() -> None:
    adviezen = KENNIS.adviezen.stijlen
    vragen = lees_vragen(
        bouw_document({"forceren": 4, "toegeven": 4, "samenwerken": 1, "compromis": 1, "vermijden": 1})
    )
    assert vragen[:2] == (adviezen["forceren"].groep_veel[0], adviezen["toegeven"].groep_veel[0])
    assert vragen[2:] == KENNIS.adviezen.algemeen.groep


@pytest.mark.parametrize(
    "naam", [naam for naam in DOCUMENTEN if not naam.startswith(("klein", "te ", "ei", "een schaal"))]
)
def test_there_are_three_to_five_questions_and_one_is_about_a_situation(naam: str) -> None:
    vragen = lees_vragen(DOCUMENTEN[naam])
    assert 3 <= len(vragen) <= 5
    assert len(set(vragen)) == len(vragen)
    assert KENNIS.adviezen.algemeen.groep[0] in vragen
    assert "situatie" in KENNIS.adviezen.algemeen.groep[0]


def test_a_group_that_described_others_gets_no_questions_about_itself() -> None:
    assert lees_vragen(DOCUMENTEN["ander"]) == KENNIS.adviezen.algemeen.groep
    tekst = lees_tekst(DOCUMENTEN["ander"])
    assert "hoe zij een ander zien" in tekst
    assert "Het gaat over anderen, zoals deze mensen hen zien." in tekst


def bouw_kale_kennis() -> Kennis:
    """Return knowledge of before there were questions for groups."""
    adviezen = KENNIS.adviezen
    stijlen = {naam: een._replace(groep_veel=(), groep_weinig=()) for naam, een in adviezen.stijlen.items()}
    del stijlen["vermijden"]
    return KENNIS._replace(adviezen=adviezen._replace(stijlen=stijlen, algemeen=adviezen.algemeen._replace(groep=())))


def test_knowledge_without_questions_for_groups_gives_a_report_without_them() -> None:
    beeld = build_groepsbeeld({"": bouw_telling({"vermijden": 3, "forceren": 3})}, LIJST)
    document = build_groep(beeld, LIJST, bouw_kale_kennis())
    assert lees_vragen(document) == ()
    assert "Om over te praten" not in lees_koppen(document, 2)


def test_subgroups_stand_next_to_each_other_with_their_numbers() -> None:
    aantallen, gemiddelden = lees_tabellen(DOCUMENTEN["gesplitst"])
    assert aantallen.koppen == ("Team", *(KENNIS.stijlen.stijlen[naam].kort for naam in STIJLEN), "Gedeeld")
    assert aantallen.rijen == (("noord (12)", "6", "0", "0", "6", "0", "0"), ("zuid (7)", "3", "0", "0", "4", "0", "0"))
    assert gemiddelden.rijen == (("noord (12)", *["3,0"] * 5), ("zuid (7)", *["3,0"] * 5))


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("gesplitst", "2 groepen hebben minder dan 5 mensen en staan er daarom niet bij."),
        ("erbij", "1 groep heeft minder dan 5 mensen en staat er daarom niet bij."),
        ("erbij", "Ook 'zuid' staat er niet bij. Anders kun je de cijfers van een kleine groep uitrekenen."),
        ("leeg", "Ook 'zuid' staat er niet bij. Anders kun je de cijfers van mensen zonder groep uitrekenen."),
        ("geen", "Geen enkele groep heeft 5 mensen of meer. Daarom staan ze hier niet naast elkaar."),
    ],
)
def test_what_is_withheld_is_told_with_the_reason(naam: str, zin: str) -> None:
    assert zin in lees_tekst(DOCUMENTEN[naam]).splitlines()


def test_when_all_subgroups_are_shown_nothing_is_said_about_withholding() -> None:
    tekst = lees_tekst(bouw_gesplitst(a=5, b=5, c=5))
    assert "niet bij" not in tekst
    assert "Ook " not in tekst.partition("Om over te praten")[0]


def test_small_groups_are_counted_and_never_named() -> None:
    tekst = lees_tekst(
        bouw_gesplitst(noord=12, **dict.fromkeys([f"klein{nummer:02}" for nummer in range(13)], 2), een=1)
    )
    assert "14 groepen hebben minder dan 5 mensen en staan er daarom niet bij." in tekst
    assert "klein0" not in tekst


def test_names_of_groups_cannot_steer_a_terminal() -> None:
    beeld = build_groepsbeeld(
        {"a\x1b[31m": bouw_telling({"vermijden": 6}), "\u202eb" * 50: bouw_telling({"vermijden": 6})}, LIJST, "T\x07"
    )
    assert render_tekst(build_groep(beeld, LIJST, KENNIS)).replace("\n", "").isprintable()


def test_where_everyone_has_the_same_first_that_is_a_warning() -> None:
    assert "Bij iedereen staat hetzelfde bovenaan. Dat weet je nu dus van ieder van hen." in lees_tekst(
        DOCUMENTEN["een"]
    )
    tellingen = {"noord": bouw_telling({"vermijden": 6}), "zuid": bouw_telling({"vermijden": 5, "toegeven": 1})}
    tekst = lees_tekst(build_groep(build_groepsbeeld(tellingen, LIJST, "team"), LIJST, KENNIS))
    assert "In groep 'noord' staat bij iedereen hetzelfde bovenaan. Vraag eerst" in tekst
    veel = {f"team {nummer:02}": bouw_telling({STIJLEN[nummer % 2]: 6}) for nummer in range(12)}
    tekst = lees_tekst(build_groep(build_groepsbeeld(veel, LIJST, "team"), LIJST, KENNIS))
    assert "In de groepen 'team 00', " in tekst
    assert "'team 09' en nog 2 staat bij iedereen hetzelfde bovenaan." in tekst
    assert "hetzelfde bovenaan" not in lees_tekst(DOCUMENTEN["gewoon"])


def test_choices_have_no_means_and_the_report_says_why() -> None:
    tekst = lees_tekst(DOCUMENTEN["paren"])
    assert len(lees_staven(DOCUMENTEN["paren"])) == 1
    assert "Mensen kozen steeds tussen stijlen. Een gemiddelde past daar niet bij." in tekst
    assert "kozen steeds" not in lees_tekst(DOCUMENTEN["gewoon"])
    (tabel,) = lees_tabellen(bouw_gesplitst(load_vragenlijst("conflictstijlen-paren"), noord=6, zuid=6))
    assert "Gedeeld" in tabel.koppen


def test_every_part_has_figures_of_its_own() -> None:
    assert [kop for kop in lees_koppen(DOCUMENTEN["delen"], 2) if ": " in kop] == [
        "Wat staat bij hoeveel mensen bovenaan: Rustig",
        "Wat staat bij hoeveel mensen bovenaan: Gespannen",
    ]
    assert len(lees_staven(DOCUMENTEN["delen"])) == 4


def test_parts_of_subgroups_are_told_apart() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    tellingen = {naam: bouw_telling({"rustig.vermijden": 6}, lijst) for naam in "ab"}
    koppen = lees_koppen(build_groep(build_groepsbeeld(tellingen, lijst, "team"), lijst, KENNIS), 3)
    assert {"Gemiddelden (Rustig)", "Bij hoeveel mensen iets bovenaan staat (Gespannen)"} <= set(koppen)


def test_parts_that_not_everyone_was_asked_are_named() -> None:
    zin = "Daarom ontbreekt: Met een naaste van een cliënt en Met iemand van een andere organisatie."
    assert zin in lees_tekst(DOCUMENTEN["rollen"])
    assert "Daarom ontbreekt" not in lees_tekst(DOCUMENTEN["delen"])


def test_scales_answered_in_several_ways_have_only_means() -> None:
    beeld = build_groepsbeeld({"a": bouw_telling({"rust": 6}, bouw_eenvoudig(EIGEN))}, bouw_eenvoudig(EIGEN), "team")
    assert beeld.geheel is not None
    (deel,) = beeld.delen
    zonder = beeld._replace(delen=(deel._replace(eerste=False),))
    document = build_groep(zonder, bouw_eenvoudig(EIGEN), KENNIS)
    assert "Gemiddelden" in lees_koppen(document, 2)
    assert len(lees_tabellen(document)) == 1
    assert "bovenaan staat:" not in lees_tekst(document)


@pytest.mark.parametrize(
    ("score", "per_schaal", "stap"),
    [(Scoresoort.SOM, 6, "3"), (Scoresoort.SOM, 7, "3,5"), (Scoresoort.PROCENT, 4, "12,5")],
)
def test_the_step_is_an_eighth_of_the_scale(score: Scoresoort, per_schaal: int, stap: str) -> None:
    lijst = replace(bouw_eenvoudig(EIGEN, per_schaal), score=score)
    tekst = lees_tekst(build_groep(build_groepsbeeld({"": bouw_telling({"rust": 6}, lijst)}, lijst), lijst, KENNIS))
    assert f"De gemiddelden zijn afgerond op stappen van {stap}." in tekst


def test_scales_of_unequal_length_have_no_step_in_common() -> None:
    gewoon = bouw_eenvoudig(EIGEN)
    lijst = replace(gewoon, items=gewoon.items[1:], score=Scoresoort.SOM)
    tekst = lees_tekst(build_groep(build_groepsbeeld({"": bouw_telling({"rust": 6}, lijst)}, lijst), lijst, KENNIS))
    assert "De gemiddelden zijn afgerond op een achtste van de schaal." in tekst


def test_a_step_with_many_decimals_is_an_eighth_of_the_scale() -> None:
    lijst = replace(bouw_eenvoudig(EIGEN, 3), score=Scoresoort.SOM)
    drie = replace(lijst.stellingen[0].antwoorden, punten=lijst.stellingen[0].antwoorden.punten[:2])
    kort = replace(lijst, items=tuple(replace(item, antwoorden=drie) for item in lijst.stellingen))
    tekst = lees_tekst(build_groep(build_groepsbeeld({"": bouw_telling({"rust": 6}, kort)}, kort), kort, KENNIS))
    assert "De gemiddelden zijn afgerond op een achtste van de schaal." in tekst


def test_before_and_after_is_a_table_of_counts() -> None:
    (tabel,) = lees_tabellen(DOCUMENTEN["gewoon"])
    assert tabel.koppen == ("Stijl", "Vaker", "Minder vaak", "Geen duidelijk verschil")
    assert tabel.rijen[0] == ("Doorzetten", "1", "2", "6")
    assert "Van 9 mensen hebben we twee keer genoeg antwoorden." in lees_tekst(DOCUMENTEN["gewoon"])


def test_before_and_after_of_parts_and_of_own_scales_have_their_own_words() -> None:
    lijst = load_vragenlijst("rustig-en-gespannen")
    schalen = [naam for deel in read_groepsdelen(lijst) for naam in deel.schalen]
    document = bouw_document({"rustig.toegeven": 6}, lijst, Voorna(6, dict.fromkeys(schalen, Verschuivingen(gelijk=6))))
    assert [len(tabel.rijen) for tabel in lees_tabellen(document)] == [5, 5]
    assert {"Rustig", "Gespannen"} <= set(lees_koppen(document, 3))
    eigen = bouw_document({"rust": 6}, bouw_eenvoudig(EIGEN), Voorna(6, {"rust": Verschuivingen(gelijk=6)}))
    assert lees_tabellen(eigen)[0].koppen[:3] == ("Schaal", "Hoger", "Lager")


@pytest.mark.parametrize(
    ("reden", "zin"),
    [
        ("keuzes", "Bij keuzevragen is over een verschil niets te zeggen."),
        ("te_klein", "Minder dan 5 mensen vulden de lijst twee keer genoeg in."),
    ],
)
def test_before_and_after_that_cannot_be_told_says_why(reden: str, zin: str) -> None:
    document = bouw_document(voor_na=Voorna(None, {}, reden))
    assert zin in lees_tekst(document)
    assert lees_tabellen(document) == []


def test_the_report_says_that_it_is_no_norm_and_what_to_do_when_it_is_not_safe() -> None:
    tekst = lees_tekst(DOCUMENTEN["gewoon"])
    for deel in (
        "Dit is geen norm.",
        "Bel bij direct gevaar 112.",
        "Namen en scores van één persoon staan hier niet in.",
    ):
        assert deel in tekst
