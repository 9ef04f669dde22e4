"""The parts of a worksheet as a report: a table of lines, what follows from the answers, cards, and room to write."""

from io import BytesIO
from zipfile import ZipFile

from conflictstijl.laden.werkbladen import load_werkblad
from conflictstijl.model.document import Alinea, Blok, Kop, Opsomming, Schrijfruimte, Tabel
from conflictstijl.model.werkblad import Invulling, Regels, Sleutel
from conflictstijl.rapport.bladleeg import build_leegdocument
from conflictstijl.rapport.uitvoer.html import render_html
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from conflictstijl.rapport.uitvoer.word import render_word
from conflictstijl.rapport.werkblad import build_gegevens, build_werkbladdocument
from conflictstijl.rekenen.werkblad import build_uitkomst
from tests.laden.lezen import GOED

BLAD = load_werkblad(str(GOED / "werkblad-per-regel.yaml"))
GEGEVEN: dict[Sleutel, Regels] = {
    ("", "doel"): ("rust",),
    ("", "mis"): ("schreeuwen", "zwijgen"),
    ("", "haast"): ("nee",),
    ("schreeuwen", "tegendeel"): ("fluisteren",),
    ("schreeuwen", "moeite"): ("veel",),
    ("schreeuwen", "hulp"): ("Ina", "Jan"),
    ("zwijgen", "tegendeel"): ("praten",),
    ("zwijgen", "moeite"): ("weinig",),
    ("zwijgen", "hulp"): ("oud antwoord",),
    ("", "partijen"): ("moeder",),
    ("", "keus"): ("fluisteren", "zingen"),
}
UITKOMST = build_uitkomst(BLAD, Invulling(BLAD.id, BLAD.versie, GEGEVEN))
DOCUMENT = build_werkbladdocument(UITKOMST)


def read_onder(kop: str, blokken: tuple[Blok, ...] = DOCUMENT.blokken) -> list[Blok]:
    """Return what stands below a heading, up to the next one."""
    begin = next(plaats for plaats, blok in enumerate(blokken) if isinstance(blok, Kop) and blok.tekst == kop) + 1
    einde = next((plaats for plaats in range(begin, len(blokken)) if isinstance(blokken[plaats], Kop)), len(blokken))
    return list(blokken[begin:einde])


def test_lines_stand_below_each_other_and_what_was_not_asked_stays_empty() -> None:
    korter = BLAD.delen[1]._replace(vragen=BLAD.delen[1].vragen[:3])
    blad = BLAD._replace(delen=(BLAD.delen[0], korter, *BLAD.delen[2:]))
    document = build_werkbladdocument(build_uitkomst(blad, UITKOMST.invulling))
    assert read_onder("Elke regel", document.blokken) == [
        Tabel(
            ("Zo mislukt het", "Tegendeel", "Moeite", "Lastig"),
            (("schreeuwen", "fluisteren", "veel", "(nog open)"), ("zwijgen", "praten", "weinig", "")),
        )
    ]


def test_with_many_questions_the_lines_stand_beside_each_other_so_that_no_word_breaks_on_paper() -> None:
    assert read_onder("Elke regel") == [
        Tabel(
            ("Wat", "Schreeuwen", "Zwijgen"),
            (
                ("Tegendeel", "fluisteren", "praten"),
                ("Moeite", "veel", "weinig"),
                ("Lastig", "(nog open)", ""),
                ("Hulp", "Ina; Jan", ""),
            ),
        )
    ]


def test_a_question_that_nobody_was_asked_is_no_row_and_no_column() -> None:
    [tabel] = read_onder("Elke partij")
    assert isinstance(tabel, Tabel)
    assert [rij[0] for rij in tabel.rijen] == ["Gehoord", "Kind", "Helpt"]
    licht = GEGEVEN | {("schreeuwen", "moeite"): ("weinig",)}
    document = build_werkbladdocument(build_uitkomst(BLAD, Invulling(BLAD.id, "1.0", licht)))
    [regels] = read_onder("Elke regel", document.blokken)
    assert isinstance(regels, Tabel)
    assert regels.koppen == ("Zo mislukt het", "Tegendeel", "Moeite")


def test_a_part_about_no_line_at_all_is_left_out() -> None:
    document = build_werkbladdocument(build_uitkomst(BLAD, Invulling(BLAD.id, "1.0", {("", "doel"): ("rust",)})))
    koppen = [blok.tekst for blok in document.blokken if isinstance(blok, Kop)]
    assert "Elke regel" not in koppen
    assert "Aan de muur" not in koppen
    assert "Begin hier" not in koppen


def test_where_no_line_is_good_enough_that_is_said() -> None:
    zwaar = GEGEVEN | {("zwijgen", "moeite"): ("veel",)}
    document = build_werkbladdocument(build_uitkomst(BLAD, Invulling(BLAD.id, "1.0", zwaar)))
    assert read_onder("Begin hier", document.blokken) == [Alinea("Werk hierboven eerst een idee verder uit.")]


def test_what_others_read_has_short_names_and_says_nothing_to_who_filled_it_in() -> None:
    document = build_werkbladdocument(build_uitkomst(BLAD._replace(kort=True), UITKOMST.invulling))
    koppen = [blok.tekst for blok in document.blokken if isinstance(blok, Kop)]
    assert "Mijn doel" in koppen
    assert not {"Wat wil je bereiken?", "Zo mislukt het"} & set(koppen)
    tekst = render_tekst(document)
    assert BLAD.doel in render_tekst(DOCUMENT)
    assert not any(zin in tekst for zin in (BLAD.doel, "Staan er namen in?", "scherp"))


def test_the_best_lines_and_the_steps_follow_with_why_and_by_whom() -> None:
    assert read_onder("Begin hier") == [Opsomming(("praten (moeite: weinig)",), genummerd=True)]
    assert read_onder("Schreeuwen") == [Opsomming(("Zoek hulp: Ina; Jan. Denk aan rust.",))]


def test_all_is_well_only_when_everything_that_decides_was_answered() -> None:
    def render(*gegeven: tuple[Sleutel, Regels]) -> str:
        antwoorden = {**GEGEVEN, **dict(gegeven)}
        return render_tekst(build_werkbladdocument(build_uitkomst(BLAD, Invulling(BLAD.id, "1.0", antwoorden))), 200)

    twee: tuple[Sleutel, Regels] = ("", "partijen"), ("moeder", "vader")
    moeder: tuple[Sleutel, Regels] = ("moeder", "gehoord"), ("ja",)
    klaar, open_ = (
        "Wie eerst\n---------\n\nIedereen is gehoord.",
        "Wie eerst\n---------\n\nNog niet alles is ingevuld: bij ",
    )
    assert f"{open_}moeder." in render()
    assert f"{open_}moeder en vader." in render(twee)
    assert f"{open_}vader." in render(twee, moeder)
    assert f"{open_}'Haast' en vader." in render(twee, moeder, (("", "haast"), ()))
    assert f"{open_}vader.\n\nMoeder\n- Laat praten met" in render(twee, (moeder[0], ("nee",)))
    assert f"{open_}'Wie erbij zijn'." in render((("", "partijen"), ()))
    assert klaar in render(moeder)
    assert klaar in render(twee, moeder, (("vader", "gehoord"), ("ja",)))


def test_the_data_hold_them_too_and_nothing_that_is_asked_no_more() -> None:
    gegevens = build_gegevens(UITKOMST)
    regel = {"regel": "zwijgen", "wat": "praten", "omdat": ["moeite: weinig"]}
    assert gegevens["beste"] == [{"kop": "Begin hier", "regels": [regel]}]
    stap = {"over": "schreeuwen", "stappen": ["Zoek hulp: Ina; Jan. Denk aan rust."], "eerst": []}
    assert gegevens["stappen"] == [
        {"kop": "Wat nog moet", "groepen": [stap], "nog_open": []},
        {"kop": "Wie eerst", "groepen": [], "nog_open": ["moeder"]},
    ]
    assert gegevens["antwoorden"]["mis"]["zwijgen"] == {"tegendeel": "praten", "moeite": "weinig"}
    assert gegevens["antwoorden"]["keus"] == "fluisteren"


def test_a_card_comes_last_on_a_page_of_its_own() -> None:
    assert [blok.tekst for blok in DOCUMENT.blokken if isinstance(blok, Kop) and blok.nieuw] == ["Aan de muur"]
    assert read_onder("Wat kies je?") == [Opsomming(("fluisteren",))]
    assert read_onder("Wie bel je?", DOCUMENT.blokken)[-1] is DOCUMENT.blokken[-1]
    assert render_html([DOCUMENT]).count('<section class="blad">') == 1
    with ZipFile(BytesIO(render_word([DOCUMENT]))) as bestand:
        assert bestand.read("word/document.xml").count(b"<w:pageBreakBefore") == 1


def test_on_paper_there_is_room_for_some_lines_and_for_what_follows() -> None:
    document = build_leegdocument(BLAD, {"doel": ("rust",), "mis": ("een", "twee")})
    tekst = render_tekst(document, 200)
    assert "Je wilt: [Mijn doel]. Hoe mislukt dat?" in tekst
    assert "Doe dit voor elke regel bij 'Zo mislukt het':" in tekst
    assert (
        "- Lastig: Wat maakt het lastig? Alleen als je 'veel' koos bij 'Moeite' en 'ja' of 'nee' koos bij 'Haast'."
        in tekst
    )
    assert tekst.count("Moeite: weinig / veel\n") == 3
    assert "Kies er hoogstens 2. Neem eerst: moeite 'weinig'." in tekst
    assert "Kies er hoogstens 2 uit 'Tegendeel'." in tekst
    assert "Kies er een uit 'Wie erbij zijn'." in tekst
    assert read_onder("Zo mislukt het, regel 3", document.blokken)[0] == Schrijfruimte(1)
    assert read_onder("Wie eerst", document.blokken) == [Schrijfruimte(6)]


def test_on_paper_a_card_begins_a_page_and_so_does_what_comes_after_it() -> None:
    eerst = BLAD._replace(delen=(BLAD.delen[0]._replace(kaart=True), *BLAD.delen[1:]))
    koppen = [blok for blok in build_leegdocument(eerst).blokken if isinstance(blok, Kop)]
    assert [kop.tekst for kop in koppen if kop.nieuw] == ["Vooraf", "Elke regel", "Aan de muur"]
