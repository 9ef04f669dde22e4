"""Errors and findings: what they look like and in what order they come."""

import errno

import pytest

from conflictstijl.fouten import (
    Bevinding,
    ConflictstijlFout,
    Ernst,
    GebruikFout,
    InvoerFout,
    OnderbrokenFout,
    Plek,
    SchrijfFout,
    render_oorzaak,
)


def test_a_place_is_written_as_file_line_and_column() -> None:
    assert str(Plek("x.yaml", 12, 5)) == "x.yaml:12:5"
    assert str(Plek("x.yaml")) == "x.yaml"


def test_a_finding_is_one_line_with_what_to_do() -> None:
    assert str(Bevinding(Plek("x.yaml", 1, 2), "code", "dit mist", "voeg toe")) == "x.yaml:1:2: dit mist; voeg toe"
    assert str(Bevinding(Plek("x.yaml"), "code", "dit mist")) == "x.yaml: dit mist"


def test_a_finding_is_an_error_unless_it_says_otherwise() -> None:
    assert Bevinding(Plek("x"), "code", "wat").ernst is Ernst.FOUT
    assert Bevinding(Plek("x"), "code", "wat", ernst=Ernst.WAARSCHUWING).ernst == "waarschuwing"


def test_a_finding_moves_down_and_keeps_the_rest() -> None:
    bevinding = Bevinding(Plek("x", 1, 7), "code", "wat", "hint", Ernst.WAARSCHUWING)
    assert bevinding.move(4) == Bevinding(Plek("x", 5, 7), "code", "wat", "hint", Ernst.WAARSCHUWING)
    assert bevinding.move(0) == bevinding


def test_unusable_input_tells_all_findings_in_the_order_of_their_places() -> None:
    ver, dichtbij = Bevinding(Plek("a", 10, 1), "x", "later"), Bevinding(Plek("a", 9, 3), "y", "eerder")
    fout = InvoerFout(iter([ver, dichtbij]))
    assert fout.bevindingen == (dichtbij, ver)
    assert fout.regels() == str(fout).splitlines() == ["a:9:3: eerder", "a:10:1: later"]


@pytest.mark.parametrize(
    ("soort", "code"), [(ConflictstijlFout, 1), (SchrijfFout, 1), (GebruikFout, 2), (OnderbrokenFout, 130)]
)
def test_every_error_has_its_exit_code_and_one_line(soort: type[ConflictstijlFout], code: int) -> None:
    fout = soort("er is iets")
    assert (fout.exit_code, fout.regels()) == (code, ["er is iets"])
    assert isinstance(fout, ConflictstijlFout)


def test_a_message_ends_with_the_command_by_which_the_user_goes_on() -> None:
    fout = OnderbrokenFout("gestopt; verder met:", "conflictstijl afnemen --hervat")
    assert fout.opdracht == "conflictstijl afnemen --hervat"
    assert str(fout) == "gestopt; verder met: conflictstijl afnemen --hervat"
    assert SchrijfFout("vol").opdracht == ""


def test_unusable_input_ends_with_code_two() -> None:
    assert InvoerFout([]).exit_code == 2


def test_a_refusal_of_the_system_is_told_in_dutch_and_a_rare_one_by_its_code() -> None:
    assert render_oorzaak(OSError(errno.ENOSPC, "No space left on device")) == "de schijf is vol"
    assert render_oorzaak(OSError(errno.EXDEV, "Invalid cross-device link")) == "het systeem weigert (EXDEV)"
    assert render_oorzaak(OSError("iets")) == "het systeem weigert (onbekend)"
