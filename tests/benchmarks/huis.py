"""The numbers table of the house: measures the code and prints each number beside its aim.

Run from the root of the project: ``python tests/benchmarks/huis.py``. Exit code 1 when an aim is missed.
"""

import ast
import re
import statistics
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAKKET = Path("conflictstijl")
TESTS = Path("tests")
_TAKKEN = (ast.If, ast.For, ast.While, ast.IfExp, ast.ExceptHandler, ast.comprehension, ast.match_case, ast.Assert)


@dataclass(frozen=True)
class Maat:
    """One row: what is measured, the outcome, the aim in words, and whether it is met."""

    naam: str
    uitkomst: str
    doel: str
    gehaald: bool


def load_bomen(folder: Path) -> dict[Path, ast.Module]:
    return {pad: ast.parse(pad.read_text(encoding="utf-8")) for pad in sorted(folder.rglob("*.py"))}


def read_functies(bomen: dict[Path, ast.Module]) -> Iterator[tuple[Path, ast.FunctionDef]]:
    for pad, boom in bomen.items():
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.FunctionDef):
                yield pad, knoop


def count_regels(knoop: ast.FunctionDef) -> int:
    """Lines of code of a function: without its docstring and decorators."""
    regels = (knoop.end_lineno or knoop.lineno) - knoop.lineno + 1
    if ast.get_docstring(knoop):
        tekst = knoop.body[0]
        regels -= (tekst.end_lineno or tekst.lineno) - tekst.lineno + 1
    return regels


def count_takken(knoop: ast.FunctionDef) -> int:
    takken = sum(isinstance(deel, _TAKKEN) for deel in ast.walk(knoop))
    return 1 + takken + sum(len(deel.values) - 1 for deel in ast.walk(knoop) if isinstance(deel, ast.BoolOp))


def count_parameters(knoop: ast.FunctionDef) -> int:
    namen = [arg.arg for arg in (*knoop.args.posonlyargs, *knoop.args.args, *knoop.args.kwonlyargs)]
    return len([naam for naam in namen if naam not in {"self", "cls"}])


def count_code(folder: Path) -> int:
    """Lines that are neither empty nor a comment."""
    regels = (regel.strip() for pad in folder.rglob("*.py") for regel in pad.read_text(encoding="utf-8").splitlines())
    return sum(bool(regel) and not regel.startswith("#") for regel in regels)


def read_docstrings(bomen: dict[Path, ast.Module]) -> tuple[int, int]:
    """Public modules, classes and functions: how many have a docstring, and how many there are."""
    knopen: list[ast.Module | ast.ClassDef | ast.FunctionDef] = list(bomen.values())
    for boom in bomen.values():
        for knoop in ast.walk(boom):
            if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_"):
                knopen.append(knoop)
                knopen += [deel for deel in knoop.body if isinstance(deel, ast.FunctionDef) and deel.name[0] != "_"]
        knopen += [deel for deel in boom.body if isinstance(deel, ast.FunctionDef) and deel.name[0] != "_"]
    return sum(ast.get_docstring(knoop) is not None for knoop in knopen), len(knopen)


def count_patroon(folder: Path, patroon: str) -> int:
    return sum(len(re.findall(patroon, pad.read_text(encoding="utf-8"))) for pad in folder.rglob("*.py"))


def build_maten() -> Iterator[Maat]:
    bomen = load_bomen(PAKKET)
    functies = list(read_functies(bomen))
    lengtes = sorted(count_regels(knoop) for _, knoop in functies)
    midden, p90 = statistics.median(lengtes), lengtes[int(0.9 * len(lengtes))]
    yield Maat("functions", str(len(functies)), "", gehaald=True)
    yield Maat("function lines, median / p90", f"{midden:.0f} / {p90}", "<= 7 / <= 25", midden <= 7 and p90 <= 25)
    yield Maat("longest function", str(lengtes[-1]), "<= 40", lengtes[-1] <= 40)
    takken = max(count_takken(knoop) for _, knoop in functies)
    yield Maat("branches, own count (ruff C901 is the gate)", str(takken), "", gehaald=True)
    regels = sorted(len(pad.read_text(encoding="utf-8").splitlines()) for pad in bomen)
    mediaan = statistics.median(regels)
    yield Maat(
        "file lines, median / max",
        f"{mediaan:.0f} / {regels[-1]}",
        "<= 120 / 350",
        mediaan <= 120 and regels[-1] <= 350,
    )
    meeste = max(count_parameters(knoop) for pad, knoop in functies if "cli" not in pad.parts)
    yield Maat("parameters outside cli", str(meeste), "<= 5", meeste <= 5)
    code, tests = count_code(PAKKET), count_code(TESTS)
    yield Maat("test lines : code lines", f"{tests} : {code} = {tests / code:.2f}", "1.2 to 1.6", tests / code >= 1.2)
    met, alle = read_docstrings(bomen)
    yield Maat("public docstrings", f"{met} of {alle}", "100%", met == alle)
    yield Maat(
        "type: ignore", str(count_patroon(PAKKET, r"type: ignore")), "0", not count_patroon(PAKKET, r"type: ignore")
    )
    noqa = count_patroon(PAKKET, r"# noqa")
    yield Maat("noqa", str(noqa), "a handful", noqa <= 8)
    uitzonderingen = count_patroon(PAKKET, r"except Exception")
    yield Maat("except Exception", str(uitzonderingen), "1", uitzonderingen == 1)
    uitgezet = len(tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]["ignore"])
    yield Maat("ruff rules ignored", str(uitgezet), "<= 20", uitgezet <= 20)


def main() -> int:
    maten = list(build_maten())
    for maat in maten:
        print(f"{'ok ' if maat.gehaald else 'NOT'}  {maat.naam:<44}  {maat.uitkomst:<22}  {maat.doel}")
    return int(not all(maat.gehaald for maat in maten))


if __name__ == "__main__":
    sys.exit(main())
