"""Two windows, and programs that are killed: real processes on one folder."""

import errno
import fcntl
import random
import subprocess
import sys
from pathlib import Path

import pytest

import conflictstijl
from conflictstijl.fouten import GebruikFout, SchrijfFout
from conflictstijl.opslag.bewaard import load_journalen
from conflictstijl.opslag.journaal import build_journaal, resume_journaal
from conflictstijl.opslag.journaalregels import NOOIT, Stand
from conflictstijl.opslag.slot import ask_slot

from .proef import AFDRUK, build_kindlijst, build_proefkop, load_enige

pytestmark = pytest.mark.usefixtures("zonder_dekking")
LIJST = build_kindlijst()
WORTEL = Path(conflictstijl.__file__).parent.parent


def start(map_: Path, taak: str) -> "subprocess.Popen[str]":
    buis = subprocess.PIPE
    opdracht = [sys.executable, "-m", "tests.opslag.kind", str(map_), taak]
    return subprocess.Popen(opdracht, stdin=buis, stdout=buis, text=True, cwd=WORTEL)


def read_regel(kind: "subprocess.Popen[str]") -> str:
    assert kind.stdout
    return kind.stdout.readline().strip()


def test_a_second_window_is_refused_and_a_later_one_is_not(tmp_path: Path) -> None:
    with start(tmp_path, "open") as eerste:
        assert read_regel(eerste) == "open"
        with pytest.raises(GebruikFout, match="deze test is al open in een ander venster"):
            resume_journaal(load_enige(tmp_path, LIJST))
        with start(tmp_path, "open") as tweede:
            assert read_regel(tweede).startswith("deze test is al open in een ander venster; ")
        assert tweede.returncode == 2
        eerste.communicate("")
    resume_journaal(load_enige(tmp_path, LIJST)).close()


def test_the_same_program_cannot_open_a_test_twice(tmp_path: Path) -> None:
    with build_journaal(tmp_path, build_proefkop(LIJST)) as journaal:
        journaal.write_antwoord(0, 1)
        with pytest.raises(GebruikFout, match="al open"):
            resume_journaal(load_enige(tmp_path, LIJST))


def test_a_folder_where_nothing_can_be_locked_is_named() -> None:
    with pytest.raises(SchrijfFout, match="vergrendelen lukt niet: de map of het bestand bestaat niet; kies"):
        ask_slot(Path("/proc/geen/map.jsonl"))


def test_a_file_system_without_locks_is_named_and_gets_no_lock_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_: object) -> None:
        raise OSError(errno.ENOSYS, "flock")

    monkeypatch.setattr(fcntl, "flock", weiger)
    with pytest.raises(SchrijfFout, match="het bestandssysteem kan geen bestand vergrendelen; kies een andere map"):
        build_journaal(tmp_path, build_proefkop(LIJST))
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_killed_program_leaves_no_lock_and_loses_no_answer(tmp_path: Path) -> None:
    toeval = random.Random(1)  # noqa: S311 - moments of killing, no secrets
    waar: list[object] = [NOOIT] * len(LIJST.items)
    for ronde in range(20):
        with start(tmp_path, str(ronde)) as kind:
            gelezen = [read_regel(kind) for _ in range(toeval.randint(1, 40))]
            kind.kill()
            gelezen += kind.stdout or ()
        gezegd = [(int(plaats), int(antwoord)) for plaats, antwoord in map(str.split, gelezen)]
        for plaats, antwoord in gezegd:
            waar[plaats] = antwoord
        gevonden = load_enige(tmp_path, LIJST)
        assert gevonden.opnieuw == ()
        check_alles_er(gevonden.antwoorden, waar, gezegd[-1])
        waar = list(gevonden.antwoorden)
    assert len(load_journalen(tmp_path, LIJST, AFDRUK).bewaard) == 1


def check_alles_er(gevonden: Stand, waar: list[object], laatste: tuple[int, int]) -> None:
    """Check that all confirmed answers are there; only the one being written when the kill came may be new."""
    volgende = (laatste[0] + 1) % len(waar)
    anders = [plaats for plaats, echt in enumerate(waar) if gevonden[plaats] != echt]
    assert anders in ([], [volgende])
