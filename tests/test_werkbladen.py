"""The shipped worksheets as they are meant to be used: what each demands, and what a filled-in one gives."""

from pathlib import Path

import pytest

from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.werkbladantwoorden import Antwoordbron, load_ingevuld, read_ingevuld
from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.bladvulling import Bladprivacy
from conflictstijl.model.document import Document, Kop
from conflictstijl.model.werkblad import Invulling, Werkvraag
from conflictstijl.rapport.bladleeg import build_leegdocument
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rapport.werkblad import build_werkbladdocument, render_antwoorden
from conflictstijl.rekenen.werkblad import build_uitkomst, check_antwoord

INGEVULD = Path(__file__).parent / "voorbeelden" / "ingevuld"
VOORBEELDEN = sorted(pad.stem for pad in INGEVULD.glob("*.yaml"))
ZES = (
    *("vakgenoten", "samenwerkingsafspraken", "acteurbriefing"),
    *("waarde-van-preventie", "casusadvies", "eigen-belang"),
)
EEN_PAGINA = 54
"""Lines of eighty characters that go on a printed page, with its headings."""


def load_vragen(naam: str) -> dict[str, Werkvraag]:
    """Return all questions of a worksheet by id."""
    return {vraag.id: vraag for deel in load_werkblad(naam).delen for vraag in deel.vragen}


def build(naam: str) -> Document:
    """Return the filled-in example of a worksheet."""
    werkblad, invulling, _ = load_ingevuld(str(INGEVULD / f"{naam}.yaml"), keur=check_antwoord)
    return build_werkbladdocument(build_uitkomst(werkblad, invulling))


def test_each_of_these_worksheets_has_a_filled_in_example() -> None:
    assert set(ZES) <= set(VOORBEELDEN)


@pytest.mark.parametrize("naam", VOORBEELDEN)
def test_a_filled_in_worksheet_is_the_same_after_it_was_written_and_read(naam: str) -> None:
    werkblad, invulling, _ = load_ingevuld(str(INGEVULD / f"{naam}.yaml"), keur=check_antwoord)
    tekst = render_antwoorden(werkblad, invulling)
    assert read_ingevuld(Antwoordbron("terug.yaml", tekst), keur=check_antwoord).invulling == invulling


@pytest.mark.parametrize("naam", ZES)
def test_a_worksheet_has_a_length_that_somebody_can_oversee(naam: str) -> None:
    werkblad = load_werkblad(naam)
    assert 5 <= len(load_vragen(naam)) <= 16
    assert 10 <= werkblad.minuten <= 60


@pytest.mark.parametrize(
    ("naam", "vragen"),
    [
        (
            "samenwerkingsafspraken",
            ["tafel", "stem", "rekenen", "kaders", "terugkijken", "redenen", "wie-belt-wie", "geen-gehoor"],
        ),
        ("acteurbriefing", ["scene", "personages", "wil", "leervraag", "makkelijker", "stopwoord"]),
        ("waarde-van-preventie", ["plan", "voorkomt", "betalers", "winnaars", "zeker", "eerste-cijfer"]),
        ("casusadvies", ["vraag", "feiten", "opties", "advies", "redenen", "verandert", "acties", "wie"]),
        ("eigen-belang", ["belang", "van-wie", "beslist", "verlies", "ondergrens", "open", "eerst"]),
    ],
)
def test_what_a_worksheet_is_for_is_demanded(naam: str, vragen: list[str]) -> None:
    gevraagd = load_vragen(naam)
    assert [vraag for vraag in vragen if not gevraagd[vraag].waarom] == []


@pytest.mark.parametrize("naam", ["vakgenoten", "samenwerkingsafspraken", "acteurbriefing", "casusadvies"])
def test_what_others_get_to_read_is_looked_through_for_who_it_is_about(naam: str) -> None:
    assert load_werkblad(naam).privacy is Bladprivacy.NAKIJKEN


@pytest.mark.parametrize(("naam", "poort"), [("casusadvies", True), ("eigen-belang", True), ("acteurbriefing", False)])
def test_the_gate_comes_before_what_is_about_a_real_conflict(naam: str, poort: bool) -> None:
    assert load_werkblad(naam).poort is poort


def test_a_post_to_peers_is_six_lines_that_are_all_there() -> None:
    [deel] = load_werkblad("vakgenoten").delen
    assert [(vraag.verplicht, vraag.regels) for vraag in deel.vragen] == [(True, 1)] * 6


def test_the_call_card_alone_stands_on_a_page_of_its_own_with_every_reason_to_call() -> None:
    blokken = build("samenwerkingsafspraken").blokken
    [begin] = [nummer for nummer, blok in enumerate(blokken) if isinstance(blok, Kop) and blok.nieuw]
    kaart = render_tekst(Document(blokken[begin:]), 200)
    assert kaart.startswith("Belkaart (bij direct gevaar: bel eerst 112)")
    assert "Onrust in de nacht\n" in kaart
    assert "Huur drie weken te laat\n" in kaart
    assert kaart.count("Met de hand erbij:\n\n___") == 2
    assert kaart.count("Kijk deze kaart na op:\n\n___") == 1
    assert "Bron" not in kaart


def test_on_paper_the_call_card_has_room_for_numbers_too() -> None:
    tekst = render_tekst(build_leegdocument(load_werkblad("samenwerkingsafspraken")))
    assert tekst.count("Met de hand erbij:") == 3
    assert tekst.count("Kijk deze kaart na op:") == 1


def test_who_needs_somebody_has_a_step_even_when_all_else_is_well() -> None:
    werkblad = load_werkblad("meerzijdig")
    goed = dict.fromkeys(("gehoord", "genoemd", "verwacht", "beloofd", "kwetsbaar"), ("ja",))
    antwoorden = {("", "partijen"): ("kind",), **{("kind", vraag): antwoord for vraag, antwoord in goed.items()}}
    [plan] = build_uitkomst(werkblad, Invulling(werkblad.id, werkblad.versie, antwoorden)).stappen
    assert [groep.stappen for groep in plan.groepen] == [
        ("Zoek iemand die voor deze partij opkomt. Overleg samen wat nodig is.",)
    ]


def test_a_number_is_demanded_only_of_who_says_to_have_one() -> None:
    vragen = load_vragen("waarde-van-preventie")
    [voorwaarde] = vragen["cijfer"].als
    assert vragen["cijfer"].verplicht
    assert (voorwaarde.vraag, {*vragen["zeker"].keuzes} - {*voorwaarde.keuzes}) == ("zeker", {"nog geen cijfer"})


def test_the_briefing_of_an_actor_goes_on_one_page() -> None:
    assert len(render_tekst(build("acteurbriefing"), 80).splitlines()) <= EEN_PAGINA


def test_who_may_give_away_what_belongs_to_others_is_asked_only_where_it_does() -> None:
    vragen = load_vragen("eigen-belang")
    [voorwaarde] = vragen["beslist"].als
    assert (voorwaarde.vraag, {*vragen["van-wie"].keuzes} - {*voorwaarde.keuzes}) == ("van-wie", {"van mij"})


def test_an_advice_is_one_of_the_options() -> None:
    tekst = (INGEVULD / "casusadvies.yaml").read_text(encoding="utf-8")
    anders = tekst.replace("advies: plan voor de nacht", "advies: afwachten")
    assert anders != tekst
    with pytest.raises(InvoerFout) as fout:
        read_ingevuld(Antwoordbron("x.yaml", anders), keur=check_antwoord)
    assert ["het antwoord op 'advies'" in regel for regel in fout.value.regels()] == [True]


def test_who_still_has_to_be_asked_for_a_figure_stands_below_with_the_reason() -> None:
    assert "Hier is nog geen cijfer. Vraag het aan: de beleidsmedewerker" in render_tekst(
        build("waarde-van-preventie"), 200
    )
