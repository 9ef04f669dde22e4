"""A whole test on the full screen of a real terminal, and what goes wrong after the last question."""

import errno
import sys
from pathlib import Path

import pexpect
import pytest

from conflictstijl import bewaren, toepassing
from conflictstijl.afname.afronden import Afgerond
from conflictstijl.cli.afnemen import _check_afloop
from conflictstijl.fouten import ConflictstijlFout, OnderbrokenFout, SchrijfFout
from conflictstijl.model.antwoorden import Antwoordblad


def test_a_whole_test_by_keys_is_kept_and_says_how_to_look_back(
    eigen_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS")
    monkeypatch.setenv("TERM", "xterm-256color")
    kind = pexpect.spawn(
        sys.executable,
        ["-m", "conflictstijl", "afnemen", "conflictstijlen-kort"],
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=30,
    )
    kind.expect_exact("Beginnen")
    kind.send("1" + "3" * 15)
    kind.expect_exact("Nakijken")
    kind.send("\r")
    kind.expect_exact("Je uitslag is bewaard")
    kind.send("\x1b")
    kind.expect_exact("Terugkijken: conflictstijl resultaten")
    kind.expect(pexpect.EOF)
    kind.wait()
    (uitslag,), _ = bewaren.load_geschiedenis()
    assert (kind.exitstatus, uitslag.blad.antwoorden) == (0, (3,) * 15)
    assert list(eigen_map.glob("*.jsonl")) == []


@pytest.fixture
def resultaat() -> toepassing.Resultaat:
    lijst = toepassing.load_vragenlijst("conflictstijlen-kort")
    (resultaat,) = toepassing.score_bladen([(lijst, Antwoordblad(lijst.id, (3,) * 15))])
    return resultaat


@pytest.mark.parametrize(
    ("fout", "wordt"),
    [
        (KeyboardInterrupt(), OnderbrokenFout),
        (SchrijfFout("vol"), SchrijfFout),
        (OSError(errno.ENOSPC, "vol"), SchrijfFout),
    ],
)
def test_whatever_goes_wrong_after_the_end_says_where_the_result_is(
    resultaat: toepassing.Resultaat, fout: BaseException, wordt: type[ConflictstijlFout]
) -> None:
    with pytest.raises(wordt, match="bekijk hem met") as geworden, _check_afloop(Afgerond(resultaat, "ab" * 8)):
        raise fout
    assert geworden.value.opdracht == "conflictstijl resultaten ababab"
    with pytest.raises(type(fout)), _check_afloop(Afgerond(resultaat)):
        raise fout


def test_a_reader_that_had_enough_is_left_to_the_boundary(resultaat: toepassing.Resultaat) -> None:
    with pytest.raises(BrokenPipeError), _check_afloop(Afgerond(resultaat, "ab" * 8)):
        raise BrokenPipeError(errno.EPIPE, "genoeg")
