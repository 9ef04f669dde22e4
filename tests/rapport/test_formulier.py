"""A questionnaire as text for a form tool."""

from pathlib import Path

from conflictstijl.laden.catalogus import load_vragenlijst
from conflictstijl.rapport.formulier import render_formulier

from .bouw import schrijf_lijst


def lees_formulier(folder: Path, inhoud: str) -> list[str]:
    return list(render_formulier(schrijf_lijst(folder, inhoud)))


def test_a_statement_is_numbered_and_followed_by_its_answers(tmp_path: Path) -> None:
    assert lees_formulier(
        tmp_path,
        """
        uitleg: Denk aan deze week.
        antwoorden: {1: nee, 2: "", 3: ja, nvt: past niet}
        schalen: {rust: Rust}
        items: [{rust: Het is hier rustig.}]
        """,
    ) == ["Hoe gaat het?", "", "Denk aan deze week.", "", "1. Het is hier rustig.", "nee", "2", "ja", "past niet", ""]


def test_without_nvt_and_without_an_explanation_these_are_left_out(tmp_path: Path) -> None:
    inhoud = "antwoorden: [nee, ja]\nschalen: {rust: Rust}\nitems: [{rust: Het is hier rustig.}]\n"
    assert lees_formulier(tmp_path, inhoud) == ["Hoe gaat het?", "", "1. Het is hier rustig.", "nee", "ja", ""]


def test_every_way_of_weighing_options_is_asked_in_words(tmp_path: Path) -> None:
    regels = lees_formulier(
        tmp_path,
        """
        schalen: {rust: Rust, steun: Steun}
        vorm: kies
        items:
          - opties: [{rust: slapen}, {steun: praten}]
          - {vorm: beste_en_slechtste, opties: [{rust: liggen}, {steun: bellen}]}
          - {vorm: rangschik, opties: [{rust: zitten}, {steun: mailen}]}
          - {vorm: verdeel, totaal: 4, opties: [{rust: staan}, {steun: vragen}]}
          - {casus: De bel gaat., vraag: Wat doe je?, opties: [{rust: blijven}, {steun: gaan}]}
        """,
    )
    assert [regel for regel in regels if regel[:1].isdigit()] == [
        "1. Wat past het meest bij je?",
        "2. Wat past het meest bij je, en wat het minst?",
        "3. Zet ze op volgorde: wat het meest bij je past komt eerst.",
        "4. Verdeel de punten over wat bij je past. Samen 4 punten.",
        "5. De bel gaat. Wat doe je?",
    ]
    assert regels[-3:] == ["blijven", "gaan", ""]


def test_parts_are_announced_once_and_questions_around_them_are_asked_too(tmp_path: Path) -> None:
    regels = lees_formulier(
        tmp_path,
        """
        antwoorden: [nee, ja]
        schalen: {rust: Rust}
        achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [wel, niet]}}
        per_onderdeel: ja
        onderdelen: {thuis: {naam: Thuis, uitleg: Na het werk.}, werk: {naam: Werk}}
        items: [{rust: Het is rustig.}, {rust: Het is stil.}]
        open: [{vraag: Wat nog?, id: nog}]
        """,
    )
    assert regels[2:12] == [
        "1. Geef je leiding?",
        "wel",
        "niet",
        "",
        "Thuis",
        "Na het werk.",
        "",
        "2. Het is rustig.",
        "nee",
        "ja",
    ]
    assert regels.count("Thuis") == regels.count("Werk") == 1
    assert regels[regels.index("Werk") + 1] == ""
    assert regels[-2:] == ["6. Wat nog?", ""]


def test_a_version_about_someone_else_asks_consent_and_says_what_holds_before_the_first_question() -> None:
    lijst = load_vragenlijst("conflictstijlen", "ander")
    assert lijst.variant is not None
    begin = [
        lijst.titel,
        "Over een collega",
        lijst.variant.vooraf,
        lijst.variant.let_op,
        lijst.variant.uitleg,
        lijst.uitleg,
    ]
    assert [regel for regel in render_formulier(lijst) if regel][: len(begin)] == begin


VOORAF = "Voor wie het formulier maakt. Haal deze regels daarna weg."
UITERSTEN = "maak er twee meerkeuzevragen van. De ene vraagt wat het meest past, de andere wat het minst past."
RANGSCHIK = (
    "neem de vraagsoort rangschikking. Is die er niet, neem dan een raster: antwoorden in rijen, plaatsen in kolommen."
)
VERDEEL = "maak van elk antwoord een vraag naar een getal. Het formulier telt de punten niet na."
VERTAKKING = "Staat ergens 'Alleen als' boven? Stel dan in dat het formulier dat soms overslaat."


def test_what_a_plain_list_of_answers_cannot_ask_begins_with_how_to_set_it(tmp_path: Path) -> None:
    regels = lees_formulier(
        tmp_path,
        """
        schalen: {rust: Rust, steun: Steun}
        vorm: rangschik
        items:
          - opties: [{rust: slapen}, {steun: praten}]
          - {vorm: kies, opties: [{rust: liggen}, {steun: bellen}]}
          - opties: [{rust: zitten}, {steun: mailen}]
          - {vorm: verdeel, totaal: 4, opties: [{rust: staan}, {steun: vragen}]}
          - {vorm: beste_en_slechtste, opties: [{rust: blijven}, {steun: gaan}]}
        """,
    )
    assert regels[:6] == [
        VOORAF,
        f"Vraag 5: {UITERSTEN}",
        f"Vraag 1 en 3: {RANGSCHIK}",
        f"Vraag 4: {VERDEEL}",
        "",
        "Hoe gaat het?",
    ]


def test_a_row_of_questions_of_one_form_is_named_by_its_ends(tmp_path: Path) -> None:
    items = "".join(f"  - opties: [{{rust: slapen {een}}}, {{steun: praten {een}}}]\n" for een in range(3))
    regels = lees_formulier(tmp_path, f"schalen: {{rust: Rust, steun: Steun}}\nvorm: rangschik\nitems:\n{items}")
    assert regels[1] == f"Vraag 1 tot en met 3: {RANGSCHIK}"


def test_a_condition_stands_above_the_question_that_has_one(tmp_path: Path) -> None:
    regels = lees_formulier(
        tmp_path,
        """
        antwoorden: {1: nee, 2: "", 3: ja, nvt: past niet}
        schalen: {rust: Rust, steun: Steun}
        achtergrond: {leiding: {vraag: "Geef je leiding?", antwoorden: [wel, niet]}}
        items:
          - rust: Het is hier rustig.
            als: {leiding: wel}
          - {vorm: kies, opties: [{rust: slapen}, {steun: praten}], als: {leiding: niet, 1: [2, nvt]}}
          - rust: Het is hier stil.
            als: {2: [b, nvt]}
        """,
    )
    assert regels[:3] == [VOORAF, VERTAKKING, ""]
    boven = {regels[plaats + 2]: regel for plaats, regel in enumerate(regels) if regel.startswith("Alleen als")}
    assert boven == {
        "2. Het is hier rustig.": "Alleen als je bij vraag 1 'wel' koos.",
        "3. Wat past het meest bij je?": "Alleen als je bij vraag 1 'niet' en bij vraag 2 '2' of 'past niet' koos.",
        "4. Het is hier stil.": "Alleen als je bij vraag 3 'praten' of 'nvt' koos.",
    }


def test_the_condition_of_a_part_stands_once_above_its_name() -> None:
    regels = list(render_formulier(load_vragenlijst("rollen")))
    boven = {regels[plaats + 1]: regel for plaats, regel in enumerate(regels) if regel.startswith("Alleen als")}
    assert boven == {
        "Met een naaste van een cliënt": "Alleen als je bij vraag 1 'ja' koos.",
        "Met iemand van een andere organisatie": "Alleen als je bij vraag 2 'ja' koos.",
    }
    assert VERTAKKING in regels


def test_a_form_that_needs_no_setting_begins_with_its_title() -> None:
    for naam in ("conflictstijlen", "conflictstijlen-paren", "praktijksituaties"):
        assert next(render_formulier(load_vragenlijst(naam))) == load_vragenlijst(naam).titel
