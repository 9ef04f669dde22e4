"""Whatever terminal, environment or stream a command meets: no accident, a fixed exit code, no line too wide."""

import io
import json
import os
import pwd
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from conflictstijl.cli.grens import run_programma

from .conftest import Roep, Uitkomst
from .uitslagen import KORT, LANG, NU, bewaar

pytestmark = pytest.mark.usefixtures("zonder_dekking")
ALLES = bool(os.environ.get("CONFLICTSTIJL_ALLES"))
"""True for every command with every stream; else each command meets one of them."""
WERELDEN = int(os.environ.get("CONFLICTSTIJL_WERELDEN", "0"))
"""How many random worlds there are beside those in which every pair of circumstances comes together once."""
CODES = {0, 1, 2, 3, 130}
BLAD = "vragenlijst: conflictstijlen-kort\nantwoorden: [4, 2, 5, 1, 3, 4, 2, 5, 1, 3, 4, 2, 5, 1, 3]\n"
ANTWOORDEN = "\n".join("425134251342513")
GROEP = "\n".join(
    [
        ",".join(["code", "team", *(f"q{vraag}" for vraag in range(1, 31))]),
        *(
            ",".join([f"P{wie}", "AB"[wie % 2], *(str((wie * vraag) % 5 + (wie > 0)) for vraag in range(1, 31))])
            for wie in range(24)
        ),
    ]
)
"""A group of two teams, in which some answers are no answer."""
KENMERKEN = "veiligheid=nee belang_zelf=hoog belang_ander=hoog"
OPDRACHTEN = (
    *("", "--help", "--version", "bestaatniet", "--debug waar"),
    *("afnemen conflictstijlen-kort", "afnemen conflictstijlen-kort --json", "afnemen praktijksituaties --regels"),
    *("afnemen conflictstijlen-kort --niet-bewaren -o blad.yaml", "afnemen conflictstijlen --hervat"),
    *("afnemen --help", "scoor blad.yaml", "scoor blad.yaml --json", "scoor bestaat-niet.yaml", "scoor -"),
    *("situatie", "situatie --kenmerk veiligheid=nee --kenmerk belang_zelf=hoog --kenmerk belang_ander=hoog"),
    *("situatie wethouder-raad --kenmerk veiligheid=nee --json", "situatie --kenmerk veiligheid=ja", "situatie --help"),
    *("vragenlijsten", "vragenlijsten --json", "vragenlijsten conflictstijlen", "vragenlijsten blad.yaml"),
    *("casussen", "casussen --json", "casussen wethouder-raad", "vaardigheden", "vaardigheden --json"),
    *("vaardigheden --stijl forceren", "resultaten", "resultaten --json", "resultaten laatste"),
    *("resultaten laatste --json", "resultaten vergelijk", "resultaten vergelijk 9f0c 8e1d"),
    *("resultaten vergelijk 9f0c 8e1d --json", "resultaten exporteer", "resultaten exporteer -o uit.json"),
    *("resultaten importeer in.json", "resultaten importeer blad.yaml", "resultaten wis --alles --ja"),
    *("resultaten wis 9f0c --ja --json", "resultaten wis --alles", "resultaten --help", "waar", "waar --json"),
    *("uitleg", "uitleg privacy", "controleer blad.yaml", "controleer kapot.yaml", "controleer kapot.yaml --json"),
    *("formulier conflictstijlen-kort", "formulier conflictstijlen-paren", "nieuw vragenlijst mijn-lijst"),
    *("nieuw", "schema", "schema vragenlijst", "tab-aanvulling bash"),
    *("werkvormen", "werkvormen balint --duur 90", "intervisie --werkvorm balint --duur 90 --casus rooster"),
    *("groep groep.csv --per team", "groep groep.csv --bekijk", "groep blad.yaml"),
)
LANGE_UITVOER = ("schema", "tab-aanvulling", "formulier")
"""Commands whose result is for a program: JSON Schema, shell script, and text to paste into a form."""
NIET = "(niet gezet)"
GEWOON, LEEG, BESTAND, WEG, HANGEND = "gewoon", "leeg", "bestand", "weg", "hangend"
WERELD: dict[str, tuple[str, ...]] = {
    "opdracht": OPDRACHTEN,
    "COLUMNS": (NIET, "", "abc", "-5", "0", "1", "39", "40", "60", "80", "9" * 30),
    "LINES": (NIET, "0", "1", "abc", "24"),
    "codering": ("utf-8", "cp1252", "ascii"),
    "LC_ALL": (NIET, "C", "C.UTF-8"),
    "TERM": (NIET, "", "dumb", "xterm"),
    "NO_COLOR": (NIET, "", "1"),
    "HOME": (GEWOON, NIET, LEEG, WEG, BESTAND),
    "CONFLICTSTIJL_MAP": (GEWOON, NIET, LEEG, WEG, BESTAND, HANGEND),
    "scherm": ("buis", "terminal"),
}
"""Everything that may differ; the first of each is how it is most often."""
STROMEN = (
    *("{} </dev/null >/dev/full", "{} </dev/null >&-", "{} </dev/null 2>&-", "{} <&-", "{} <&- >&- 2>&-"),
    *("{} </tmp", "{} </dev/null 2>/dev/full", "{} </dev/null | head -1; exit ${{PIPESTATUS[0]}}"),
    *("PYTHONIOENCODING=ascii {} <antwoorden", "PYTHONIOENCODING=cp1252 {} <antwoorden"),
    *("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 {} <antwoorden", 'env -i PATH="$PATH" {} --help'),
)
"""What happens to the streams of a command, in the words of a shell."""
UITVOER_WEG = (" >/dev/full", " >&-")
_KLEUR = re.compile(r"\x1b\[[0-9;]*m")
_VRIJ = re.compile(r"^ *conflictstijl |^Terugkijken: |^(\S+:\d+:\d+|[0-9a-f]{16}): |(^|[ '])/\S|^ *\S+$")
"""Lines that may be wider: a command to copy; a finding, which is one line that begins with its place; one with a
path; and a single word, which nobody can break."""


class Stroom(io.TextIOWrapper):
    """A stream of some encoding, which may be a terminal."""

    def __init__(self, codering: str, inhoud: str = "", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(inhoud.encode(codering)), encoding=codering, write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def load_tekst(self) -> str:
        rauw = self.buffer
        assert isinstance(rauw, io.BytesIO)
        return rauw.getvalue().decode(self.encoding, errors="replace")


class Wereld(NamedTuple):
    """One choice of everything that may differ."""

    keuzes: Mapping[str, str]

    @property
    def opdracht(self) -> list[str]:
        return self.keuzes["opdracht"].split()

    @property
    def breedte(self) -> int:
        """The width of the terminal as every program reads it."""
        gezet = self.keuzes["COLUMNS"]
        breed = int(gezet) if gezet.isdecimal() else 0
        return breed or 80


def build_paren() -> Iterator[Wereld]:
    """Yield worlds in which every two circumstances come together: those that are still missing are filled in."""
    toeval = Random(0)  # noqa: S311 - a selection, no secret
    namen = list(WERELD)
    over = {
        (een, zo, ander, dus) for een, ander in combinations(namen, 2) for zo in WERELD[een] for dus in WERELD[ander]
    }
    for vast in sorted(over):
        if vast not in over:
            continue
        begin = {vast[0]: vast[1], vast[2]: vast[3]}
        keuzes = max((_build_wereld(begin, toeval) for _ in range(12)), key=lambda een: len(_list_paren(een) & over))
        over -= _list_paren(keuzes)
        yield Wereld(keuzes)


def _build_wereld(begin: Mapping[str, str], toeval: Random) -> dict[str, str]:
    return {naam: begin.get(naam) or toeval.choice(waarden) for naam, waarden in WERELD.items()} | dict(begin)


def _list_paren(keuzes: Mapping[str, str]) -> set[tuple[str, str, str, str]]:
    return {(een, keuzes[een], ander, keuzes[ander]) for een, ander in combinations(WERELD, 2)}


def build_werelden() -> Iterator[Wereld]:
    """Yield all worlds, the random ones last."""
    yield from build_paren()
    toeval = Random(1)  # noqa: S311 - a selection, no secret
    for _ in range(WERELDEN):
        yield Wereld(_build_wereld({}, toeval))


class Proefhuis:
    """A folder with a home, files of every kind and a history; made anew for every world."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._werk = folder / "werk"
        self._patch = monkeypatch
        gegevens = folder / "voorbeeld"
        monkeypatch.setenv("CONFLICTSTIJL_MAP", str(gegevens))
        bewaar(LANG, sessie="8e1d2a7711d0b3e4")
        bewaar(KORT, NU, "9f0c2a7711d0b3e4")
        with pytest.MonkeyPatch.context() as stil:
            stil.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
            assert run_programma(["resultaten", "exporteer", "-o", str(folder / "in.json")]) == 0

    def build(self, wereld: Wereld) -> None:
        """Set the scene for a world."""
        shutil.rmtree(self._werk, ignore_errors=True)
        self._werk.mkdir()
        shutil.copytree(self.folder / "voorbeeld", self._werk / GEWOON)
        shutil.copy(self.folder / "in.json", self._werk)
        (self._werk / "blad.yaml").write_text(BLAD, encoding="utf-8")
        (self._werk / "kapot.yaml").write_text("vragenlijst: x\ntitel: [\n", encoding="utf-8")
        (self._werk / "groep.csv").write_text(GROEP, encoding="utf-8")
        (self._werk / BESTAND).write_text("", encoding="utf-8")
        (self._werk / HANGEND).symlink_to(self._werk / "nergens")
        self._patch.chdir(self._werk)
        thuis = (*pwd.getpwuid(os.getuid())[:5], str(self._werk / GEWOON), "/bin/sh")
        self._patch.setattr(pwd, "getpwuid", lambda _: pwd.struct_passwd(thuis))
        for naam in ("XDG_DATA_HOME", "CONFLICTSTIJL_DEBUG", "CONFLICTSTIJL_REGELS"):
            self._patch.delenv(naam, raising=False)
        for naam in ("COLUMNS", "LINES", "LC_ALL", "TERM", "NO_COLOR"):
            self._write_variabele(naam, wereld.keuzes[naam])
        for naam in ("HOME", "CONFLICTSTIJL_MAP"):
            waarde = wereld.keuzes[naam]
            self._write_variabele(
                naam, waarde if waarde == NIET else "" if waarde == LEEG else str(self._werk / waarde)
            )

    def _write_variabele(self, naam: str, waarde: str) -> None:
        if waarde == NIET:
            self._patch.delenv(naam, raising=False)
        else:
            self._patch.setenv(naam, waarde)

    def run(self, wereld: Wereld) -> Uitkomst:
        """Run the command of a world in this process."""
        self.build(wereld)
        codering, terminal = wereld.keuzes["codering"], wereld.keuzes["scherm"] == "terminal"
        uit, fout = Stroom(codering, terminal=terminal), Stroom(codering, terminal=terminal)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", Stroom("utf-8", ANTWOORDEN))
            patch.setattr(sys, "stdout", uit)
            patch.setattr(sys, "stderr", fout)
            code = run_programma(wereld.opdracht)
        return Uitkomst(code, uit.load_tekst(), fout.load_tekst())


def list_fouten(wereld: Wereld, uitkomst: Uitkomst) -> list[str]:
    """Return everything that must not be in the outcome of a world."""
    fouten = [] if uitkomst.code in CODES else [f"exit code {uitkomst.code}"]
    if any(
        woord in f"{uitkomst.uit}{uitkomst.fout}"
        for woord in ("Traceback", "Errno", "dit is een fout in het programma")
    ):
        fouten.append("an accident")
    if "--json" in wereld.opdracht:
        return fouten + _list_jsonfouten(uitkomst)
    breed = [regel for regel in _list_regels(wereld, uitkomst) if len(regel) > wereld.breedte]
    return fouten + [f"{len(regel)} wide: {regel}" for regel in breed if wereld.breedte >= 40]


def _list_jsonfouten(uitkomst: Uitkomst) -> list[str]:
    if not uitkomst.uit:
        return [] if uitkomst.code else ["nothing"]
    try:
        document = json.loads(uitkomst.uit)
    except ValueError:
        return [f"no clean JSON: {uitkomst.uit[:200]}"]
    return [] if document["formaat"] == 1 and document["soort"] else ["no kind"]


def _list_regels(wereld: Wereld, uitkomst: Uitkomst) -> list[str]:
    """Return the lines that are for a person."""
    if wereld.opdracht[:1] and wereld.opdracht[0] in LANGE_UITVOER:
        return []
    # a message through a pipe is one line for a program
    tekst = f"{uitkomst.uit}\n{uitkomst.fout}" if wereld.keuzes["scherm"] == "terminal" else uitkomst.uit
    return [regel for regel in _KLEUR.sub("", tekst).splitlines() if not _VRIJ.search(regel)]


def test_every_pair_of_circumstances_is_met(tmp_path: Path) -> None:
    aantal, fouten = 0, []
    # pytest itself cannot live in all of these
    with pytest.MonkeyPatch.context() as patch:
        huis = Proefhuis(tmp_path, patch)
        for wereld in build_werelden():
            aantal += 1
            uitkomst = huis.run(wereld)
            fouten += [(wat, dict(wereld.keuzes), uitkomst.fout[-300:]) for wat in list_fouten(wereld, uitkomst)]
    assert fouten == []
    sys.stderr.write(f"\n{aantal} werelden\n")


def list_stroomgevallen() -> list[tuple[str, str]]:
    if ALLES:
        return [(opdracht, stroom) for opdracht in OPDRACHTEN for stroom in STROMEN]
    return [(opdracht, STROMEN[nummer % len(STROMEN)]) for nummer, opdracht in enumerate(OPDRACHTEN)]


@pytest.mark.parametrize(("opdracht", "stroom"), list_stroomgevallen())
def test_a_stream_that_is_closed_full_or_strange_is_no_accident(
    opdracht: str, stroom: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: Roep
) -> None:
    huis = Proefhuis(tmp_path, monkeypatch)
    gewoon = Wereld({naam: waarden[0] for naam, waarden in WERELD.items()} | {"opdracht": opdracht})
    zonder = huis.run(gewoon)
    huis.build(gewoon)
    Path("antwoorden").write_text(ANTWOORDEN, encoding="utf-8")
    uitkomst = shell(stroom.format(f"$ECHT {opdracht}"))
    assert list_fouten(gewoon._replace(keuzes={**gewoon.keuzes, "opdracht": ""}), uitkomst._replace(uit="")) == []
    verloren = any(weg in stroom for weg in UITVOER_WEG) and zonder.code == 0 and zonder.uit
    assert not verloren or uitkomst.code == 1
