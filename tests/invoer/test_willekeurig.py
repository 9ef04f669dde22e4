"""Whatever stands in a table, it is read or refused; it never ends in another error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from conflictstijl.fouten import InvoerFout
from conflictstijl.invoer.kolommenbestand import parse_kaart, render_kaart
from conflictstijl.invoer.overzicht import build_overzicht
from conflictstijl.invoer.rijen import read_koppen
from tests.bouwers import build_stellingen

from .uitlezen import build_tabel, read_tabel

LIJST = build_stellingen(*["samenwerken"] * 4)
TEKSTEN = [item.tekst for item in LIJST.stellingen]
STUKKEN = st.sampled_from(
    [
        *("", " ", "q1", "q2", "Q3", "q4", "1", "2", "3,0", "4.", "Q1_1", "Q1_2", "G01Q01[SQ003]", "item", "antwoord"),
        *(
            "code",
            "Naam",
            "bsn?",
            "submitdate",
            "Status",
            "ResponseId",
            "Gemiddelde",
            "test",
            '{"ImportId":"x"}',
            "tijdstip",
        ),
        *(
            "Soms",
            "Vaak;",
            "Soms;Vaak",
            "[",
            "]",
            "[1]",
            " - ",
            " - 2",
            "..",
            "x (2)",
            "7)",
            "٣",
            "\u200b",
            "2. ",
            "v1: ",
        ),
        *TEKSTEN,
        *(f"{tekst}2" for tekst in TEKSTEN),
        *(f"Stam [{tekst[:12]}..]" for tekst in TEKSTEN),
    ]
)
CELLEN = st.one_of(STUKKEN, STUKKEN, STUKKEN, st.text(max_size=8))
TABELLEN = st.lists(st.lists(CELLEN, max_size=7), max_size=7)
KOPPEN = st.sampled_from([["code", "q1", "q2", "q3", "q4"], ["Naam", *TEKSTEN], ["code", "item", "antwoord"]])


@settings(max_examples=60, deadline=None)
@given(TABELLEN, KOPPEN)
def test_a_table_of_anything_is_read_or_refused(rijen: list[list[str]], kop: list[str]) -> None:
    for tabel in (build_tabel(rijen), build_tabel([kop, *rijen], werkboek=True), build_tabel([*rijen, kop, *rijen])):
        try:
            gelezen = read_tabel(tabel, LIJST)
        except InvoerFout:
            continue
        assert len(gelezen.kaart.kolommen) >= 4
        koppen = read_koppen(tabel, gelezen.kaart, LIJST)
        assert len(build_overzicht(tabel, gelezen.kaart, LIJST)) <= len(koppen)
        assert render_kaart(gelezen.kaart, koppen, LIJST).endswith("\n")


@settings(max_examples=60, deadline=None)
@given(TABELLEN, st.dictionaries(STUKKEN, st.sampled_from(["1", "2", "3", "4", "sleutel", "groep", "negeer"])))
def test_a_map_of_anything_is_used_or_refused(rijen: list[list[str]], gegeven: dict[str, str]) -> None:
    tabel = build_tabel([list(gegeven), *rijen])
    try:
        kaart = parse_kaart(gegeven, tabel, LIJST, "kaart.yaml")
    except InvoerFout:
        return
    assert read_tabel(tabel, LIJST, kaart).kaart == kaart
