"""The command `formulier`."""

from conflictstijl import toepassing

from .conftest import Roep


def test_the_form_is_written_line_by_line_and_never_wrapped(roep: Roep) -> None:
    uitkomst = roep("formulier", "conflictstijlen-kort")
    lijst = toepassing.load_vragenlijst("conflictstijlen-kort")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert uitkomst.uit.splitlines() == list(toepassing.render_formulier(lijst))
    assert f"\n\n15. {lijst.stellingen[14].tekst}\nNooit\n" in uitkomst.uit


def test_an_unknown_questionnaire_comes_with_the_nearest(roep: Roep) -> None:
    uitkomst = roep("formulier", "conflictstijlen-krot")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "bedoelde je 'conflictstijlen-kort'?" in uitkomst.fout


def test_without_a_questionnaire_the_call_is_wrong(roep: Roep) -> None:
    uitkomst = roep("formulier")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "VRAGENLIJST" in uitkomst.fout


def test_the_help_says_what_to_do_in_both_form_tools(roep: Roep) -> None:
    hulp = roep("formulier", "--help").uit
    assert "Microsoft Forms: plak de tekst in Word" in hulp
    assert "Google Forms: maak per vraag een meerkeuzevraag" in hulp
    assert "Met conflictstijl groep lees je dat bestand." in " ".join(hulp.split())


def test_another_version_can_be_asked_for(roep: Roep) -> None:
    uitkomst = roep("formulier", "conflictstijlen", "--vorm", "ander")
    lijst = toepassing.load_vragenlijst("conflictstijlen", vorm="ander")
    assert uitkomst.uit.splitlines() == list(toepassing.render_formulier(lijst))
    assert "\n1. Mijn collega " in uitkomst.uit


def test_an_unknown_version_comes_with_the_nearest(roep: Roep) -> None:
    uitkomst = roep("formulier", "conflictstijlen", "--vorm", "andr")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "heeft geen vorm 'andr'; bedoelde je 'ander'?" in uitkomst.fout
