"""The HTML page: complete in itself, well formed, in order, and deaf to whatever stands in a text."""

import os
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple, cast, get_args

import pytest
from hypothesis import given, settings
from jinja2 import UndefinedError

from conflictstijl import toepassing
from conflictstijl.model.document import (
    Alinea,
    Blok,
    Bundel,
    Document,
    Kop,
    Merk,
    Opsomming,
    Punt,
    Puntenbeeld,
    Puntenrij,
    Schrijfruimte,
    Staaf,
    Staven,
    Stijlenvlak,
    Tabel,
    Vraagbeeld,
    Vraagrij,
    Woordblok,
)
from conflictstijl.rapport.uitvoer.html import _load_sjabloon, render_html
from conflictstijl.tekst import clean_tekst

from .htmlbron import Lezer, lees_stijl, lees_teksten, lees_vorm, parse_xml
from .test_gouden import BLADEN, load_blad, normaliseer
from .test_uitvoer import LASTIG, documenten

GOUDEN = Path(__file__).parent / "gouden"
GROOTST = 60_000
"""Bytes of one personal report."""
SCHAAL = "Van 1 (nooit) tot 5 (altijd)."
METER = Staven(
    (
        Staaf("Samen oplossen", 4.0, "4,0", "vaak", 3.0, 5.0),
        Staaf("Toegeven", 1.0, "1,0", "nooit"),
        Staaf("Vermijden", None, "-", "te weinig ingevuld (1 van de 6)"),
    ),
    1,
    5,
    SCHAAL,
)
TABEL = Tabel(("Stijl", "Rustig"), (("Toegeven", "3,0"),))
RIJ = Puntenrij("Toegeven", (Punt(2.0, "2,0"), Punt(4.0, "4,0")), "groter dan toeval", duidelijk=True)
MERK = Merk("Toegeven", (0, 2), "4,0", "vaak", 0.75, 1, "duidelijk vaker")
VRAAG = Vraagrij("Toegeven", -2, True, "soms", -1, "minder vaak dan de rest")
VOORBEELDEN: dict[type, tuple[Blok, list[str]]] = {
    Kop: (Kop("Een kop"), ["Een kop"]),
    Alinea: (Alinea("Een alinea."), ["Een alinea."]),
    Opsomming: (Opsomming(("een", "twee")), ["een", "twee"]),
    Tabel: (TABEL, ["Stijl", "Rustig", "Toegeven", "3,0"]),
    Schrijfruimte: (Schrijfruimte(3), []),
    Stijlenvlak: (
        Stijlenvlak((MERK,), ("eigen", "ander"), "Uitleg.", (Alinea("In woorden."),)),
        [
            *["↑ ander: veel", "Toegeven 4,0 duidelijk vaker", "ander: weinig", "eigen: weinig eigen: veel →"],
            *["Uitleg.", "In woorden."],
        ],
    ),
    Puntenbeeld: (
        Puntenbeeld(("toen", "nu"), (RIJ,), 1, 5, SCHAAL, (TABEL,)),
        ["Toegeven", "2,0 4,0", "groter dan toeval", SCHAAL, "Stijl", "Rustig", "Toegeven", "3,0"],
    ),
    Vraagbeeld: (
        Vraagbeeld((VRAAG,), "Uitleg.", (TABEL,)),
        ["Toegeven past het best", "-2 punten", "je zegt: soms, minder vaak dan de rest", "Uitleg."],
    ),
    Staven: (
        METER,
        [
            *["naam", "score", "betekenis", "marge", "Samen oplossen", "4,0", "vaak", "3,0 tot 5,0"],
            *["Toegeven", "1,0", "nooit", "", "Vermijden", "-", "te weinig ingevuld (1 van de 6)", "", SCHAAL],
        ],
    ),
}
"""Of every kind of block one, with what a reader reads of it."""
KWAAD = (
    *LASTIG, "<script>alert(1)</script>", "</style><script>x</script>", "</title><b>", "</svg><b>", "<!-- x", "-->",
    "]]>", "<![CDATA[x]]>", "<?php x ?>", "{{ 7 * 7 }}", "{% raw %}", "{# x #}", '" onclick="x', "' onload='x",
    '"><svg onload=x>', "javascript:x", "&lt;script&gt;", "&#60;script&#62;", "&notit;", "עברית",
    "<img src=x onerror=y>",
)  # fmt: skip
STUREND = {
    "\u202ekwaad\u202c": "kwaad",
    "a\u200bb": "ab",
    "\x1b[31mrood": "[31mrood",
    "\x00nul": "nul",
    "\ufeffbom": "bom",
    "halve \ud83d emoji": "halve ? emoji",
}
"""Texts that hide, turn or break, with what is left of them."""


def bouw_overal(tekst: str) -> Document:
    """Return a document with one text in every place that can hold one."""
    staaf = Staaf(tekst, 3.0, tekst, tekst, 2.0, 4.0)
    tekstblokken = (Kop(tekst, 1), Kop(tekst), Alinea(tekst), Opsomming((tekst,)), Opsomming((tekst,), genummerd=True))
    tabellen = (Kop(tekst), Tabel((tekst,) * 3, ((tekst,) * 3,)), Tabel((tekst,) * 2, ((tekst,) * 2,)))
    grafiek = Staven((staaf, Staaf(tekst, None, tekst, tekst)), 1, 5, tekst, tekst, (Bundel(1, tekst),))
    return Document((*tekstblokken, *tabellen, Kop(tekst), grafiek))


def bouw_beelden(tekst: str) -> Document:
    """Return every kind of picture with one text in every place that can hold one."""
    punten = (Punt(2.0, tekst, tekst, 1.0, 3.0), Punt(3.0, tekst, tekst), Punt(None, tekst))
    rijen = [Puntenrij(tekst, punten[:aantal], tekst, duidelijk=aantal > 2) for aantal in (2, 3)]
    vlak = Stijlenvlak((Merk(tekst, (0, 2), tekst, tekst, 0.5, 1, tekst),), (tekst, tekst), tekst)
    beelden = [Puntenbeeld((tekst,) * len(rij.punten), (rij,), 1, 5, tekst, (Alinea(tekst),)) for rij in rijen]
    return Document((Kop(tekst, 1), vlak, *beelden, Vraagbeeld((Vraagrij(tekst, 1, True, tekst, 1, tekst),), tekst)))


def bouw_documenten() -> list[Document]:
    """Return three reports that belong together: two versions and what differs between them."""
    paren = [load_blad(naam) for naam in ("conflictstijlen", "conflictstijlen-ander")]
    resultaten = [toepassing.Resultaat(lijst, blad, profiel) for lijst, profiel, blad in paren]
    naast = toepassing.build_naast(resultaten)
    assert naast is not None
    return [*(toepassing.build_profieldocument(een.profiel, een.vragenlijst) for een in resultaten), naast]


def bouw_verslag(naam: str) -> Document:
    lijst, profiel, _ = load_blad(naam)
    return toepassing.build_profieldocument(profiel, lijst)


def lees_koppen(bron: str) -> list[str]:
    return [element.naam for element in Lezer(bron).elementen if element.naam in {f"h{n}" for n in range(1, 7)}]


@pytest.mark.parametrize("naam", ["conflictstijlen", "rollen", "praktijksituaties"])
def test_the_page_is_the_golden_one(naam: str) -> None:
    gemaakt = normaliseer(render_html([bouw_verslag(naam)])).encode()
    bestand = GOUDEN / f"{naam}.html"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


@given(documenten)
@settings(max_examples=60)
def test_foreign_text_is_read_back_as_it_was(document: Document) -> None:
    bron = render_html([document])
    gelezen = lees_teksten(bron)
    verwacht = [tekst for blok in document.in_woorden for tekst in lees_blok(blok)]
    assert gelezen == [" ".join(tekst.split()) for tekst in verwacht]
    # a browser reads the same elements as the parser that forgives nothing
    assert [element.naam for element in Lezer(bron).elementen] == [kind.tag for kind in parse_xml(bron).iter()]


def lees_blok(blok: Woordblok) -> list[str]:
    """Return the texts of a block as a reader should see them, in order."""
    match blok:
        case Schrijfruimte():
            return []
        case Opsomming():
            return list(blok.delen)
        case Tabel():
            return [cel for rij in (blok.koppen, *blok.rijen) for cel in rij]
        case Staven():
            rijen = [(staaf.naam, staaf.getal, staaf.woord, "2,0 tot 4,0") for staaf in blok.staven]
            getallen = all(re.fullmatch("-?[0-9]+(,[0-9]+)?", staaf.getal) for staaf in blok.staven)
            koppen = ["naam", "score" if getallen else "aantal", "betekenis", "marge"]
            return [*koppen, *(cel for rij in rijen for cel in rij), blok.schaal]
        case _:
            return [blok.tekst]


@pytest.mark.parametrize("tekst", [*KWAAD, *STUREND])
def test_a_hostile_text_changes_no_element_and_no_attribute(tekst: str) -> None:
    bron = render_html([bouw_overal(tekst), bouw_beelden(tekst)])
    assert lees_vorm(bron) == lees_vorm(render_html([bouw_overal("gewoon"), bouw_beelden("gewoon")]))
    assert Lezer(bron).anders == []
    assert bron.encode().decode() == bron


@pytest.mark.parametrize(("tekst", "getoond"), [*((clean_tekst(tekst),) * 2 for tekst in KWAAD), *STUREND.items()])
def test_a_hostile_text_is_shown_as_the_text_it_is(tekst: str, getoond: str) -> None:
    bron = render_html([bouw_overal(tekst)])
    assert set(lees_teksten(bron)) - {"naam", "aantal", "betekenis", "marge", "2,0 tot 4,0", ""} == {getoond}
    assert parse_xml(bron).findtext("head/title") == getoond
    assert {cel.get("data-kop") for cel in parse_xml(bron).iter("td")} - {"marge", None} == {getoond}


@pytest.mark.parametrize(("tekst", "getoond"), [*((clean_tekst(tekst),) * 2 for tekst in KWAAD), *STUREND.items()])
def test_a_hostile_text_in_a_picture_is_shown_as_the_text_it_is(tekst: str, getoond: str) -> None:
    verwacht = [een.replace("gewoon", getoond) for een in lees_teksten(render_html([bouw_beelden("gewoon")]))]
    assert lees_teksten(render_html([bouw_beelden(tekst)])) == [" ".join(een.split()) for een in verwacht]


def test_the_reader_sees_markup_that_is_not_escaped() -> None:
    bron = render_html([bouw_overal("gewoon")])
    kwaad = bron.replace("<p>gewoon</p>", "<p><b>gewoon</b></p>")
    assert kwaad != bron
    assert lees_vorm(kwaad) != lees_vorm(bron)
    assert Lezer("<p><!-- x --></p>").anders == [" x "]
    assert Lezer("<p><?x></p>").anders == ["x"]


def test_a_page_asks_for_nothing_from_elsewhere() -> None:
    bron = render_html(bouw_documenten())
    elementen = Lezer(bron).elementen
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {e.naam for e in elementen}
    namen = {naam for element in elementen for naam in element.attributen}
    assert not {naam for naam in namen if naam.startswith("on")} | {"src", "srcset", "style", "action"} & namen
    assert {(element.attributen["href"] or "")[:1] for element in elementen if "href" in element.attributen} == {"#"}
    assert "http:" not in bron
    assert "https:" not in bron
    stijl = lees_stijl(bron)
    assert "url(" not in stijl
    assert "@import" not in stijl


def test_a_browser_is_told_to_fetch_and_run_nothing() -> None:
    beleid = [
        element.attributen["content"]
        for element in Lezer(render_html([])).elementen
        if element.attributen.get("http-equiv") == "Content-Security-Policy"
    ]
    assert beleid == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    ]


def test_a_page_says_it_is_dutch_and_fits_a_telephone() -> None:
    html, *elementen = Lezer(render_html([])).elementen
    assert html.attributen == {"lang": "nl"}
    assert elementen[1].attributen == {"charset": "utf-8"}
    meta = {element.attributen.get("name"): element.attributen.get("content") for element in elementen}
    assert meta["viewport"] == "width=device-width, initial-scale=1"


def test_ids_are_unique_and_every_reference_finds_one() -> None:
    elementen = Lezer(render_html([*bouw_documenten(), *bouw_documenten()])).elementen
    ids = Counter(element.attributen["id"] for element in elementen if "id" in element.attributen)
    assert max(ids.values()) == 1
    naar = [element.attributen.get(naam) for element in elementen for naam in ("aria-labelledby", "aria-describedby")]
    links = [(element.attributen.get("href") or "")[1:] for element in elementen if element.naam == "a"]
    assert {naam for naam in [*naar, *links] if naam} <= ids.keys()
    assert len(links) == 6


def test_headings_begin_at_one_and_skip_no_level() -> None:
    koppen = [Kop("titel", 2), Kop("a", 4), Kop("b", 3), Kop("c", 9), Kop("d", 1), Kop("e", 2)]
    assert lees_koppen(render_html([Document(tuple(koppen))])) == ["h1", "h2", "h3", "h4", "h2", "h2"]
    diep = Document(tuple(Kop(str(niveau), niveau) for niveau in range(1, 10)))
    assert lees_koppen(render_html([diep])) == ["h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6", "h6"]


def test_every_document_is_an_article_with_one_title() -> None:
    pagina = parse_xml(render_html(bouw_documenten()))
    artikelen = pagina.findall("body/main/article")
    assert [len(list(artikel.iter("h1"))) for artikel in artikelen] == [1, 1, 1]
    assert pagina.findtext("head/title") == artikelen[0].findtext("section/h1") == "Mijn stijl bij conflicten"


def test_a_page_without_a_heading_has_a_name_all_the_same() -> None:
    for document in ([], [Document(())], [Document((Alinea("x"),))]):
        assert parse_xml(render_html(document)).findtext("head/title") == "Verslag"
    assert lees_teksten(render_html([Document((Alinea("x"), Kop("y", 1), Alinea("z")))])) == ["x", "y", "z"]


def test_the_contents_of_one_report_are_its_parts_and_of_several_their_titles() -> None:
    een = parse_xml(render_html([bouw_verslag("conflictstijlen")])).findall(".//nav//a")
    assert [link.text for link in een] == [
        *["Mijn stijl", "Welke stijl werkt wanneer", "Wanneer kies ik een andere stijl", "Welke vaardigheid oefen ik"]
    ]
    drie = parse_xml(render_html(bouw_documenten())).findall(".//nav//a")
    assert [Kop(link.text or "", 1) for link in drie] == [document.blokken[0] for document in bouw_documenten()]


def test_a_short_report_has_no_contents() -> None:
    kort = Document((Kop("Titel", 1), Kop("a"), Kop("b")))
    assert parse_xml(render_html([kort])).find(".//nav") is None
    assert parse_xml(render_html([Document((*kort.blokken, Kop("c")))])).find(".//nav") is not None


def test_there_is_an_example_of_every_kind_of_block() -> None:
    assert VOORBEELDEN.keys() == set(get_args(Blok))


@pytest.mark.parametrize("soort", get_args(Blok))
def test_every_kind_of_block_is_shown(soort: type) -> None:
    blok, verwacht = VOORBEELDEN[soort]
    assert lees_teksten(render_html([Document((Kop("Titel", 1), blok))])) == ["Titel", *verwacht]


def test_room_to_write_is_as_many_lines_that_nobody_hears() -> None:
    ruimte = parse_xml(render_html([Document((Schrijfruimte(3),))])).find(".//div[@class='schrijf']")
    assert ruimte is not None
    assert ruimte.get("aria-hidden") == "true"
    assert [lijn.tag for lijn in ruimte] == ["div"] * 3


def test_a_kind_of_block_without_a_form_is_refused() -> None:
    class Onbekend(NamedTuple):
        tekst: str

    with pytest.raises(UndefinedError, match="geen_vorm"):
        render_html([Document((cast("Blok", Onbekend("x")),))])


def test_a_template_that_misses_something_is_refused() -> None:
    with pytest.raises(UndefinedError, match="titel"):
        _load_sjabloon().render(verslagen=[])


def test_a_cell_names_its_column_and_an_empty_one_is_empty() -> None:
    tabel = Tabel(("Stijl", "Rustig", "Gespannen"), (("Toegeven", "3,0", ""),))
    cellen = list(parse_xml(render_html([Document((tabel,))])).iter("td"))
    assert [(cel.get("data-kop"), cel.text) for cel in cellen] == [("Rustig", "3,0"), ("Gespannen", None)]


@pytest.mark.parametrize(("breed", "klasse"), [(2, "smal"), (3, "breed")])
def test_only_a_table_of_many_columns_becomes_a_list_on_a_telephone(breed: int, klasse: str) -> None:
    tabel = parse_xml(render_html([Document((Tabel(("a",) * breed, (("b",) * breed,)),))])).find(".//table")
    assert tabel is not None
    assert tabel.get("class") == klasse


@pytest.mark.parametrize("naam", BLADEN)
def test_a_personal_report_is_small_enough_to_send(naam: str) -> None:
    assert len(render_html([bouw_verslag(naam)]).encode()) < GROOTST
