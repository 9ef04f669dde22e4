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
        "4. Verdeel de punten over wat bij je past.",
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
    begin = [lijst.titel, lijst.variant.vooraf, lijst.variant.let_op, lijst.variant.uitleg, lijst.uitleg]
    assert [regel for regel in render_formulier(lijst) if regel][: len(begin)] == begin
