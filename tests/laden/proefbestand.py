"""Putting a few lines of YAML into the smallest good file, and asking the program what it finds in it."""

import re
from pathlib import Path

from conflictstijl.controle import check_bestand, check_codering
from conflictstijl.fouten import InvoerFout
from conflictstijl.laden.bevindingen import Bevindingen
from conflictstijl.laden.bladen import load_bladen
from tests.bouwers import GOED

from .lezen import INHOUD

Blokken = list[tuple[str, list[str]]]
"""The lines of a mapping: per key its first line, and the lines below it."""

BLADEN = {
    "aantal-antwoorden", "andere-soort", "andere-versie", "niet-gevraagd", "onbekend-antwoord", "onbekende-vraag",
    "onbekende-vragenlijst",
}  # fmt: skip
"""Codes whose lines are an answer sheet."""
TABELLEN = {"csv", "dubbel-item", "kolom-ontbreekt", "niet-gecodeerd", "onbekende-uitspraak", "richting"}
"""Codes whose lines are the table of a second reader."""
HEEL = {"leeg-bestand", "onbekende-soort", "antwoordblad"}
"""Codes whose lines are a whole file."""
KENNIS = {
    "assen": "stijlen",
    "plek": "stijlen",
    "lege-lijst": "stijlen",
    "stijl-ontbreekt": "stijlen",
    "stijlen": "vaardigheden",
    "geen-lijst": "adviezen",
    "dubbele-combinatie": "adviezen",
    "onbekende-vaardigheid": "adviezen",
    "combinatie-ontbreekt": "adviezen",
    "stijl-zonder-advies": "adviezen",
    "zonder-bron": "situaties",
    "een-stand": "situaties",
    "vaste-naam": "situaties",
    "dubbel-in-lijst": "situaties",
    "leervraag": "situaties",
    "onbekend-kenmerk": "rooster",
    "onbekende-stand": "rooster",
    "agenda": "vijfstappen",
    "groepsgrootte": "vijfstappen",
    "werkvraag": "reflectie-kort",
    "groepering": "reflectie-kort",
}
"""Codes whose lines belong in a shipped file, by its name; all other lines belong in a questionnaire."""
_TOEGEVEN = r"(?m)^  toegeven:\n(?:    .*\n)*"
_COMBINATIE = r"(?m)^  - als: \{stijl_hoog: vermijden, situatie_vraagt: (?:%s)\}\n(?:    .*\n)*"
_WEG = {
    "stijl-ontbreekt": _TOEGEVEN,
    "stijl-zonder-advies": _TOEGEVEN,
    "combinatie-ontbreekt": _COMBINATIE % "samenwerken",
    "geen-lijst": _COMBINATIE % "samenwerken",
    "dubbele-combinatie": _COMBINATIE % "samenwerken|forceren",
}
"""What is taken out of a shipped file first, to make room for the lines."""
_VERVALT = {"vorm: kies": "antwoorden", "onderdelen:": "items"}
"""Lines that make a key of the questionnaire superfluous."""
_LIJST = {
    "niet-gevraagd": """\
achtergrond:
  leiding: {vraag: "Geef je leiding?", antwoorden: [ja, nee]}
items:
  - samenwerken: Ik vraag mijn team om mee te denken.
    als: {leiding: ja}
  - vermijden: Ik stel een lastig gesprek uit.
""",
    "normbestand": """\
normen: {naam: Wijkteams, n: 412, jaar: 2025, bron: eigen telling, populatie: wijkteams, bestand: norm.csv}
""",
}
"""What the questionnaire beside lines of another kind needs."""
_NORM = "schaal,score,aantal\nsamenwerken,3,412\nvermijden,3,412\n"


def check_regels(code: str, stuk: str, *, heel: bool = False) -> set[str]:
    """Return the codes that lines of the page about a code give, in the working folder."""
    Path("norm.csv").write_text(stuk if code == "normbestand" else _NORM, encoding="utf-8")
    if code in BLADEN | TABELLEN:
        return _check_naast_lijst(code, stuk)
    pad = Path("".join(re.findall(r"heet (\S+\.yaml)", stuk)) or f"{KENNIS.get(code, 'team')}.yaml")
    tekst = stuk if heel else build_bestand(code, _LIJST.get(code, stuk))
    pad.write_text(tekst, encoding="cp1252" if "ANSI" in stuk else "utf-8")
    return {bevinding.code for bevinding in check_bestand(pad)}


def _check_naast_lijst(code: str, stuk: str) -> set[str]:
    Path("team.yaml").write_text(merge(GOED, _LIJST.get(code, "")), encoding="utf-8")
    Path("stijlen.yaml").write_bytes((INHOUD / "kennis" / "stijlen.yaml").read_bytes())
    Path("blad").write_text(f"{stuk}\n", encoding="utf-8")
    bevindingen = Bevindingen()
    try:
        if code in BLADEN:
            list(load_bladen("blad", None, bevindingen))
        else:
            bevindingen.extend(check_codering(Path("team.yaml"), Path("blad")).bevindingen)
    except InvoerFout as fout:
        bevindingen.extend(fout.bevindingen)
    return {bevinding.code for bevinding in bevindingen}


def build_bestand(code: str, stuk: str) -> str:
    """Return the smallest good file of the right kind with lines put into it."""
    if code not in KENNIS:
        return merge(GOED, stuk)
    tekst = next(INHOUD.rglob(f"{KENNIS[code]}.yaml")).read_text(encoding="utf-8")
    return merge(re.sub(_WEG[code], "", tekst) if code in _WEG else tekst, stuk)


def merge(basis: str, stuk: str) -> str:
    """Return a file with lines put into it.

    A key takes the place of the same key. One key with the same first line is merged a level deeper; below
    that, entries are added to a list. The items of a questionnaire are always replaced.
    """
    oud, nieuw = _split_blokken(basis), _split_blokken(stuk)
    namen = {_read_naam(kop) for kop, _ in nieuw}
    plaats = next((i for i, (kop, _) in enumerate(oud) if _read_naam(kop) in namen), len(oud))
    if len(nieuw) == 1 and namen != {"items"} and [kop for kop, _ in oud[plaats : plaats + 1]] == [nieuw[0][0]]:
        oud[plaats] = nieuw[0][0], _merge_onder(oud[plaats][1], nieuw[0][1])
        return _join(oud)
    weg = namen | {naam for regel, naam in _VERVALT.items() if f"\n{regel}" in f"\n{stuk}"}
    blijft = [[blok for blok in helft if _read_naam(blok[0]) not in weg] for helft in (oud[:plaats], oud[plaats:])]
    return _join([*blijft[0], *nieuw, *blijft[1]])


def _merge_onder(oud: list[str], nieuw: list[str]) -> list[str]:
    echt = [regel for regel in nieuw if not regel.lstrip().startswith("#")]
    if not echt or echt[0].lstrip().startswith("- "):
        return [*oud, *echt]
    onder = merge("\n".join(regel[2:] for regel in oud), "\n".join(regel[2:] for regel in echt))
    return [f"  {regel}" for regel in onder.splitlines()]


def _split_blokken(tekst: str) -> Blokken:
    blokken: Blokken = []
    for regel in tekst.splitlines():
        if re.match(r"\w", regel) or not blokken:
            blokken.append((regel, []))
        else:
            blokken[-1][1].append(regel)
    return blokken


def _read_naam(kop: str) -> str:
    return re.split(r"[\s:]", kop)[0].casefold()


def _join(blokken: Blokken) -> str:
    return "".join(f"{regel}\n" for kop, onder in blokken for regel in (kop, *onder))
