"""What a report tells about a situation: every answer with its points and source, in the words of the role."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from conflictstijl import adviseren
from conflictstijl.adviseren import Vraagstuk
from conflictstijl.model.document import Opsomming, Tabel
from conflictstijl.model.situatie import Gebruik, Hulp
from conflictstijl.model.stijlen import STIJLEN
from conflictstijl.rapport.casus import build_casusdocument
from conflictstijl.rapport.situatie import Situatie, build_redenen, build_situatiedocument
from conflictstijl.rapport.situatiegegevens import build_uitkomst
from conflictstijl.rapport.uitvoer.markdown import render_markdown
from conflictstijl.rapport.uitvoer.tekst import render_tekst
from tests.rekenen.situaties import SITUATIES, VOORBEELDEN, build_situaties

GOUDEN = Path(__file__).parent.parent / "gouden"
EINDES = ("80.txt", "60.txt", "md", "json")
GEBRUIK = Gebruik(dict.fromkeys(STIJLEN, "soms"), ("vermijden",), ("samenwerken",))
GEVALLEN = {
    "situatie-rooster": (Vraagstuk(adviseren.build_kenmerken({}, adviseren.load_casus("rooster"))), None),
    "situatie-onwil": (Vraagstuk(adviseren.build_kenmerken({}, adviseren.load_casus("onwil"))), GEBRUIK),
    "situatie-boos-team": (Vraagstuk(adviseren.build_kenmerken({}, adviseren.load_casus("boos-team"))), None),
    "situatie-vechtscheiding": (
        Vraagstuk(adviseren.build_kenmerken({"veiligheid": "veilig"}, adviseren.load_casus("vechtscheiding"))),
        None,
    ),
    "situatie-inkoop": (Vraagstuk(adviseren.build_kenmerken({}, adviseren.load_casus("inkoop"))), None),
    "situatie-client": (
        Vraagstuk({"veiligheid": "veilig", "rol": "belangenbehartiger", "belang_zelf": "hoog", "emoties": "hoog"}),
        GEBRUIK,
    ),
    "situatie-twijfel": (Vraagstuk({"veiligheid": "twijfel"}), GEBRUIK),
}
"""Situations with what somebody says to do: a role of every kind, cooling down, a gap, and a closed gate."""
WAT_ALS = ("situatie-inkoop",)


def build(naam: str) -> Situatie | Hulp:
    vraagstuk, gebruik = GEVALLEN[naam]
    return adviseren.build_situatie(vraagstuk, gebruik, wat_als=naam in WAT_ALS)


def build_los(kenmerken: dict[str, str]) -> Situatie:
    situatie = adviseren.build_situatie(Vraagstuk({"veiligheid": "veilig", **kenmerken}))
    assert isinstance(situatie, Situatie)
    return situatie


def render(naam: str, einde: str) -> str:
    situatie = build(naam)
    if einde == "json":
        return json.dumps(build_uitkomst(situatie), ensure_ascii=False, indent=2) + "\n"
    document = adviseren.build_document(situatie)
    return render_markdown(document) if einde == "md" else render_tekst(document, int(einde[:2]))


@pytest.mark.parametrize("naam", GEVALLEN)
@pytest.mark.parametrize("einde", EINDES)
def test_the_advice_is_the_golden_one(naam: str, einde: str) -> None:
    gemaakt = render(naam, einde).encode()
    bestand = GOUDEN / f"{naam}.{einde}"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


def test_there_is_no_golden_situation_without_a_test() -> None:
    assert {pad.name for pad in GOUDEN.glob("situatie*")} == {
        f"{naam}.{einde}" for naam in GEVALLEN for einde in EINDES
    }


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_the_points_in_the_text_add_up_to_the_score_in_the_text_each_with_its_source(kenmerken: dict[str, str]) -> None:
    situatie = build_los(kenmerken)
    blokken = list(build_redenen(situatie))
    if not blokken:
        assert not any(een.redenen for een in situatie.advies.stijlen)
        return
    tabel = next(blok for blok in blokken if isinstance(blok, Tabel))
    regels = next(blok for blok in blokken if isinstance(blok, Opsomming)).delen
    scores = {naam.lower().removesuffix(" (niet in jouw rol)"): int(punten) for naam, punten in tabel.rijen}
    opgeteld = dict.fromkeys(scores, 0)
    for regel in regels:
        for naam, punten in re.findall(r"([a-z][a-z ]+?) \(([+-][0-9])\)", regel.replace(" en ", ", ")):
            opgeteld[naam] += int(punten)
        assert re.search(r"Bron: .+\.$", regel)
    assert opgeteld == scores


@settings(max_examples=VOORBEELDEN)
@given(build_situaties())
def test_every_report_is_whole_sentences_without_words_left_to_fill_in(kenmerken: dict[str, str]) -> None:
    tekst = render_markdown(build_situatiedocument(build_los(kenmerken)))
    assert not re.search(r"[{}]|\.\.| {2,}\S|: \.|None|\[\]", tekst)


@pytest.mark.parametrize("rol", SITUATIES.rollen)
def test_who_stands_between_parties_reads_other_words_for_forcing_and_giving_in(rol: str) -> None:
    tekst = render_tekst(build_situatiedocument(build_los({"rol": rol, "noodgeval": "ja", "gelijk": "zeker"})), 200)
    assert ("voor iedereen hetzelfde kader stellen" in tekst) == (rol == "tussenpersoon")
    assert ("Nu: zet door" in tekst) == (rol not in ("tussenpersoon", "regisseur"))


def test_who_speaks_for_a_client_reads_about_the_client() -> None:
    tekst = render_tekst(adviseren.build_document(build("situatie-client")), 80)
    assert "voor je cliënt" in tekst
    assert "voor jou" not in tekst


def test_what_keeps_its_advice_says_so_and_what_hangs_on_one_answer_names_it() -> None:
    stevig = render_tekst(adviseren.build_document(build("situatie-rooster")), 200)
    assert "Laat je één antwoord weg, dan blijft dit advies staan." in stevig
    los = render_tekst(build_situatiedocument(build_los({"tijdelijk": "volstaat"})), 200)
    assert "Dit advies hangt af van wat je zei over hoe lang de oplossing moet meegaan." in los


def test_equal_styles_are_told_as_equal() -> None:
    tekst = render_tekst(build_situatiedocument(build_los({"leren": "ik"})), 80)
    assert "Hier passen even goed: samen oplossen en toegeven." in tekst


def test_a_situation_that_prefers_nothing_says_so() -> None:
    tekst = render_tekst(build_situatiedocument(build_los({})), 80)
    assert "geen voorkeur" in tekst
    assert "Waarom" not in tekst


def test_no_answer_that_changes_the_advice_is_said_too() -> None:
    situatie = build_los({"tijdelijk": "volstaat"})
    assert "past hier geen andere stijl" in render_tekst(build_situatiedocument(situatie._replace(wissels=())), 80)


def test_a_case_tells_what_was_asked_and_what_is_assumed() -> None:
    tekst = render_tekst(build_casusdocument(adviseren.load_casus("onwil"), SITUATIES), 80)
    assert "Dit is gevraagd." in tekst
    assert "Dit is aangenomen en nog niet gevraagd." in tekst


def render_los(**kenmerken: str) -> str:
    return render_tekst(build_situatiedocument(build_los(kenmerken)), 200)


def test_a_signal_of_fear_stands_before_the_style() -> None:
    tekst = render_los(macht="minder", profiteert_van_inschikken="ja")
    assert tekst.index("Is iemand bang voor wat er dan gebeurt") < tekst.index("Hier pas")


def test_the_first_step_comes_with_words_to_say_and_a_moment() -> None:
    tekst = render_los(tijdelijk="volstaat")
    assert "Zo begin je: 'Als jij dit krijgt, krijg ik dan dat?'" in tekst
    assert "Wanneer begin je, en met wie?" in tekst
    assert "Zo begin je" not in render_los(tijdelijk="volstaat", rol="tussenpersoon")


def test_routes_and_words_are_those_of_the_role() -> None:
    tussen, partij = (render_los(emoties="hoog", belang_ander="hoog", rol=rol) for rol in ("tussenpersoon", "partij"))
    assert "Ik spreek jullie eerst apart" in tussen
    assert "Ik spreek jullie eerst apart" not in partij
    assert "Er hangt veel van af voor elke partij." in tussen
    assert "Er hangt veel van af voor de ander." in partij


def test_who_speaks_for_a_client_gives_nothing_away_without_the_client() -> None:
    assert "Vraag eerst of dit mag." in render_los(rol="belangenbehartiger", leren="ander")
    assert "Vraag eerst of dit mag." not in render_los(rol="partij", leren="ander")


def test_when_everything_speaks_against_the_best_style_that_is_said() -> None:
    tekst = render_los(rol="regisseur", macht="minder", noodgeval="ja", impopulair="moet")
    assert "Geen enkele stijl past hier echt goed." in tekst
    assert "Vandaag nog ingrijpen" in tekst.replace("vandaag nog ingrijpen", "Vandaag nog ingrijpen")


def test_a_route_ends_with_the_commands_to_go_on_with_in_one_line() -> None:
    situatie = adviseren.build_situatie(adviseren.Vraagstuk({"veiligheid": "veilig", "impasse": "belangen_onbekend"}))
    tekst = render_tekst(adviseren.build_document(situatie), 120)
    regel = "Ga hiermee verder: conflictstijl werkblad onwil-naar-belang of conflictstijl afnemen impasse."
    assert tekst.splitlines().count(regel) == 1
    assert isinstance(situatie, Situatie)
    assert "Ga hiermee verder" not in render_tekst(adviseren.build_document(situatie._replace(verder={})), 120)


def test_a_route_tells_programs_what_it_leads_to_by_kind() -> None:
    situatie = adviseren.build_situatie(adviseren.Vraagstuk({"veiligheid": "veilig", "impasse": "belangen_onbekend"}))
    verder = build_uitkomst(situatie)["verder"]
    assert verder == {
        "onwil-naar-belang": {
            "werkblad": ["onwil-naar-belang"],
            "werkvorm": [],
            "vragenlijst": ["impasse"],
            "vaardigheid": [],
        }
    }
    assert build_uitkomst(adviseren.build_situatie(adviseren.Vraagstuk({"veiligheid": "twijfel"})))["verder"] == {}
