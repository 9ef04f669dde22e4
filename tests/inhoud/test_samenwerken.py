"""Working together: what it leans on, directing without power, being there for all, five perspectives."""

import pytest

from conflictstijl.laden.catalogus import load_kennis
from conflictstijl.model.gebruik import Gezelschap
from conflictstijl.model.vragen import Stelling
from conflictstijl.model.vragenlijst import Eenheid

from .uitkomsten import build_antwoorden, check_volledig, load_lijst, parse_tabel, score_uitkomst

MIDDEN = {"laag": 1, "midden": 3, "hoog": 5}
LEUNEN = parse_tabel("""
relatie afspraken -> titel
laag    laag      -> Van allebei is er nog weinig
laag    midden    -> Er zijn wat afspraken, maar jullie kennen elkaar weinig
laag    hoog      -> De samenwerking leunt op de afspraken
midden  laag      -> Jullie kennen elkaar een beetje, maar er zijn weinig afspraken
midden  midden    -> Van allebei is er een begin
midden  hoog      -> De samenwerking leunt op de afspraken
hoog    laag      -> De samenwerking leunt op de relatie
hoog    midden    -> De samenwerking leunt op de relatie
hoog    hoog      -> De samenwerking leunt op beide
""")
ZWAK = parse_tabel("""
relatie afspraken -> de zwakke kant
laag    laag      -> allebei
laag    midden    -> relatie
laag    hoog      -> relatie
midden  laag      -> afspraken
midden  midden    -> allebei
midden  hoog      -> relatie
hoog    laag      -> afspraken
hoog    midden    -> afspraken
hoog    hoog      -> geen
""")
ZO_GENOEMD = {
    "relatie": ("De relatie is zwakker", "De relatie is het zwakst"),
    "afspraken": ("De afspraken zijn zwakker", "De afspraken zijn het zwakst"),
    "allebei": ("Beide kanten kunnen sterker", "nog weinig om op te leunen"),
    "geen": ("onderhoud",),
}
REGIE = parse_tabel("""
doel   belang afspraak -> titel
open   open   open     -> Begin met bellen, niet met een plan
open   open   stevig   -> Begin met bellen, niet met een plan
open   stevig open     -> Begin bij het doel
open   stevig stevig   -> Begin bij het doel
stevig open   open     -> Begin bij wat ieder nodig heeft
stevig open   stevig   -> Begin bij wat ieder nodig heeft
stevig stevig open     -> Maak het klein en helder
stevig stevig stevig   -> De basis staat
""")
IEDER = parse_tabel("""
ieder  gesprek -> titel
laag   laag    -> Begin klein, bij wie je het minst sprak
laag   midden  -> Begin bij ieder apart
laag   hoog    -> Begin bij ieder apart
midden laag    -> Oefen met wat je in het gesprek zegt
midden midden  -> Een deel doe je al, kies er één ding bij
midden hoog    -> Een deel doe je al, kies er één ding bij
hoog   laag    -> Oefen met wat je in het gesprek zegt
hoog   midden  -> Een deel doe je al, kies er één ding bij
hoog   hoog    -> Je zegt dat je er voor ieder bent
""")
LEUNT = "relatie afspraken relatie afspraken -afspraken relatie -relatie afspraken relatie afspraken"
BRIL = """
ambitie belangen relatie organisatie proces
ambitie -belangen relatie -organisatie proces
-ambitie belangen -relatie organisatie -proces
ambitie belangen relatie organisatie proces
"""
SLEUTELS = {
    "relatie-of-afspraken": LEUNT,
    "partijdigheid": "ieder gesprek " * 5,
    "regie-zonder-macht": "doel belang afspraak " * 4,
    "samenwerkingsbril": BRIL,
}
"""What every statement is about and which way it counts, as a reader hears it."""
PUNTEN = {"relatie-of-afspraken": MIDDEN, "partijdigheid": MIDDEN, "regie-zonder-macht": {"open": 0, "stevig": 2}}
TABELLEN = {"relatie-of-afspraken": LEUNEN, "partijdigheid": IEDER, "regie-zonder-macht": REGIE}
DRANG = {"knoop-doorhakken", "volhouden", "standpunt-onderbouwen", "grens-stellen"}
"""Skills of who pushes on."""


def score_rij(naam: str, rij: tuple[str, ...]) -> str:
    """Return the title for the bands of a row."""
    schalen = (schaal.id for schaal in load_lijst(naam).schalen)
    punten = {schaal: PUNTEN[naam][woord] for schaal, woord in zip(schalen, rij, strict=True)}
    return score_uitkomst(naam, build_antwoorden(SLEUTELS[naam], punten, 6)).titel


def test_the_tables_have_every_combination() -> None:
    banden = " ".join(MIDDEN)
    assert all(check_volledig(tabel, banden, banden) for tabel in (LEUNEN, ZWAK, IEDER))
    assert check_volledig(REGIE, *["open stevig"] * 3)


@pytest.mark.parametrize("naam", TABELLEN)
def test_every_combination_of_bands_leads_to_its_outcome(naam: str) -> None:
    assert {rij: score_rij(naam, rij) for rij in TABELLEN[naam]} == TABELLEN[naam]


@pytest.mark.parametrize("naam", ["relatie-of-afspraken", "partijdigheid"])
@pytest.mark.parametrize(
    ("som", "band", "naast"),
    [(12, "laag", "midden"), (13, "midden", "midden"), (17, "midden", "hoog"), (18, "hoog", "hoog")],
)
def test_a_band_begins_at_two_and_a_half_and_at_three_and_a_half(naam: str, som: int, band: str, naast: str) -> None:
    links, rechts = (schaal.id for schaal in load_lijst(naam).schalen)
    antwoorden = build_antwoorden(SLEUTELS[naam], {links: som // 5, rechts: MIDDEN[naast]}, 6)
    hoger = [nummer for nummer, sleutel in enumerate(SLEUTELS[naam].split(), 1) if sleutel == links][: som % 5]
    assert (
        score_uitkomst(naam, antwoorden | dict.fromkeys(map(str, hoger), som // 5 + 1)).titel
        == (TABELLEN[naam][band, naast])
    )


def test_a_part_of_directing_is_firm_from_five_points_of_eight_on() -> None:
    half = build_antwoorden(SLEUTELS["regie-zonder-macht"], dict.fromkeys(("doel", "belang", "afspraak"), 1))
    stevig = half | dict.fromkeys(("1", "2", "3"), 2)
    assert score_uitkomst("regie-zonder-macht", stevig).titel == REGIE["stevig", "stevig", "stevig"]
    for nummer, rij in {"1": ("open", "stevig"), "2": ("stevig", "open"), "3": ("stevig", "stevig")}.items():
        titel = score_uitkomst("regie-zonder-macht", stevig | {nummer: 1}).titel
        assert titel == REGIE[(*rij, "open" if nummer == "3" else "stevig")]


@pytest.mark.parametrize("rij", ZWAK, ids="-".join)
def test_every_outcome_names_the_side_to_repair(rij: tuple[str, ...]) -> None:
    teksten = {een.titel: een.tekst for een in load_lijst("relatie-of-afspraken").uitkomsten}
    tekst = teksten[LEUNEN[rij]]
    assert [kant for kant, zinnen in ZO_GENOEMD.items() if any(zin in tekst for zin in zinnen)] == [ZWAK[rij]]


def test_without_power_no_outcome_sends_somebody_to_pushing_on() -> None:
    assert {vaardigheid.id for vaardigheid in load_kennis().vaardigheden.vaardigheden.values()} >= DRANG
    for uitkomst in load_lijst("regie-zonder-macht").uitkomsten:
        assert not DRANG & set(uitkomst.verder.vaardigheid)


def test_whatever_somebody_does_there_is_a_word_for_the_most_vulnerable_and_the_sheet_for_all_parties() -> None:
    for uitkomst in load_lijst("partijdigheid").uitkomsten:
        assert {"kwetsbare", "kind"} & set(" ".join(uitkomst.doe).replace(",", "").replace("?", "").split())
        assert "meerzijdig" in uitkomst.verder.werkblad
        assert any("'" in zin for zin in uitkomst.doe)


@pytest.mark.parametrize("naam", SLEUTELS)
def test_every_statement_counts_where_and_how_a_reader_hears_it(naam: str) -> None:
    delen = [item.sleutel[0] for item in load_lijst(naam).stellingen]
    assert [f"{'-' * deel.omgekeerd}{deel.schaal}" for deel in delen] == SLEUTELS[naam].split()


def test_one_sheet_of_the_glasses_is_of_an_organisation() -> None:
    lijst = load_lijst("samenwerkingsbril")
    assert (lijst.eenheid, lijst.gezelschap) == (Eenheid.ORGANISATIE, Gezelschap.SAMEN)


def test_who_does_not_know_one_of_four_statements_still_has_a_score() -> None:
    lijst = load_lijst("samenwerkingsbril")
    assert all(isinstance(item, Stelling) and item.antwoorden.nvt == "weten we niet" for item in lijst.items)
