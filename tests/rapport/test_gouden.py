"""Golden files: one fixed sheet of every shipped questionnaire, in every format, byte for byte.

`CONFLICTSTIJL_GOUDEN=schrijf pytest tests/rapport/test_gouden.py` writes them anew; read the difference
before it is committed. Version and fingerprint are left out: they change with every edit of a statement.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from conflictstijl import toepassing
from conflictstijl.laden.mappen import load_inhoudsmap
from conflictstijl.model.antwoorden import Antwoordblad
from conflictstijl.model.profiel import Stijlprofiel
from conflictstijl.model.vragenlijst import Vragenlijst
from conflictstijl.rapport.gegevens import render_profielen
from conflictstijl.rapport.uitvoer.markdown import render_markdown
from conflictstijl.rapport.uitvoer.tekst import render_tekst

GOUDEN = Path(__file__).parent.parent / "gouden"
EINDES = ("80.txt", "60.txt", "md", "json")
Antwoorden = Sequence[int | str | Sequence[str] | None] | Mapping[str, int | str | None]


class Invulling(NamedTuple):
    """A fixed sheet: the questionnaire, its version or deepening list, and the answers."""

    lijst: str
    antwoorden: Antwoorden
    vorm: str = ""
    met: str = ""


ZELF = [*[3, 4, 2, 3, 2, 3, 4, 3, 2, 2, 4, 3, 2, 5, 3], *[2, 1, 2, 3, 4, 5, 3, 4, 2, 3, 2, 4, 4, 1, 3]]
ANDER = [*[3, 3, 2, 2, 4, 3, 3, 2, 3, 5, 4, 2, 4, 3, 2], *[3, 4, 2, 3, 2, 2, 3, 1, 3, None, 4, 4, 3, 2, 3]]
DERTIG = [*[3, 4, 2, 3, 3, 3, 3, 4, 2, 2, 4, 3, 3, 4, 3], *[3, 2, 3, 3, 2, 4, 3, 3, 3, 3, 2, 4, 4, 2, 3]]
RUSTIG = [4, 3, 2, 2, 3, 2, 3, 1, 5, 3, 2, 2, 4, 5, 3, 3, 2, 2, 5, 2]
GESPANNEN = [2, 3, 2, 5, 3, 3, 2, 5, 3, 3, 4, 3, 3, 2, 2, 3, 5, 3, 2, 3]
ROLLEN: dict[str, list[int | None]] = {
    "client": [3, 2, 4, 2, 3, 2, 3, 2, 3, 5, 2, 3, 3, 5, 1],
    "collega": [3, 2, 4, 3, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 2],
    "leidinggevende": [3, 3, 4, 1, 5, 2, 1, 5, 3, 4, 2, 3, 5, 3, 2],
    "organisatie": [4, 2, 4, 3, 2, 2, 3, None, 3, 5, 3, 4, 2, 4, 3],
}
BLADEN = {
    "conflictstijlen": Invulling("conflictstijlen", ZELF),
    "conflictstijlen-kort": Invulling(
        "conflictstijlen-kort", [4, 2, None, "Vaak", 1, 3, 3, 4, None, 2, 4, 1, 3, "Soms", 2]
    ),
    "conflictstijlen-paren": Invulling("conflictstijlen-paren", ["a", "b"] * 15),
    "conflictstijlen-verdieping": Invulling("conflictstijlen-verdieping", [3, 2, 4, 2, 5, 1, 3, 4, 2, 3] * 2),
    "conflictstijlen-ander": Invulling("conflictstijlen", ANDER, vorm="ander"),
    "conflictstijlen-samen": Invulling(
        "conflictstijlen",
        [*DERTIG, *[3, 2, 3, 2, 4, 3, 3, 4, 2, 3], *[5, 3, 2, 3, 2, 3, 2, 3, 4, 3]],
        met="conflictstijlen-verdieping",
    ),
    "rustig-en-gespannen": Invulling("rustig-en-gespannen", [*RUSTIG, *GESPANNEN]),
    "rollen": Invulling(
        "rollen",
        {"naasten": "nee", "partners": "ja"}
        | {f"{deel}.{nummer}": punt for deel, rij in ROLLEN.items() for nummer, punt in enumerate(rij, 1)},
    ),
    "praktijksituaties": Invulling(
        "praktijksituaties",
        ["samenwerken", "compromis", "vermijden", "samenwerken", None, "samenwerken", "toegeven"] + ["samenwerken"] * 8,
    ),
    "egogram": Invulling("egogram", [["20", "30", "25", "15", "10"]]),
    "escalatie": Invulling("escalatie", [0, 0, 2, 1, 2, 1, 1, 2, 0, 1, 0]),
    "impasse": Invulling("impasse", ["ja", "nee", "ja", None, None, None, "ja", "nee"]),
    "partijdigheid": Invulling("partijdigheid", [3, 4, 2, 3, 5, 2, 1, 3, 4, 2]),
    "regie-zonder-macht": Invulling("regie-zonder-macht", ["deels", "ja", "nog niet"] * 4),
    "relatie-of-afspraken": Invulling("relatie-of-afspraken", [4, 2, 5, 2, 4, 1, 4, 2, 5, 3]),
    "samenwerkingsbril": Invulling("samenwerkingsbril", [4, 3, 2, 4, 3] * 4),
    "veranderfase-ander": Invulling("veranderfase-ander", ["ja", "nee", "nee", "nee", "ja"]),
    "veranderfase-zelf": Invulling("veranderfase-zelf", ["ja", None, "nee", "nee", "nee"]),
}
NAAST = "conflictstijlen-naast"


def normaliseer(tekst: str) -> str:
    zonder = re.sub(r"sha256:[0-9a-f]{64}", "sha256:...", tekst)
    # the last digits of a quantile depend on the mathematical library of the system
    zonder = re.sub(r"[0-9]+\.[0-9]{13,}", lambda getal: f"{float(getal[0]):.12g}", zonder)
    return re.sub(r'(versie"?:? "?)[0-9][0-9.]*[0-9]', r"\1x.y", zonder)


def load_blad(naam: str) -> tuple[Vragenlijst, Stijlprofiel, Antwoordblad]:
    """Return a golden sheet with its questionnaire and its profile."""
    lijst = toepassing.load_vragenlijst(BLADEN[naam].lijst, vorm=BLADEN[naam].vorm, met=BLADEN[naam].met)
    blad = toepassing._build_blad(lijst, BLADEN[naam].antwoorden)
    return lijst, toepassing.score_antwoorden(lijst, blad), blad


def render_naast(einde: str) -> str:
    """Return what two versions side by side look like; as JSON they are two profiles with what shifts between them."""
    paren = [load_blad(naam) for naam in ("conflictstijlen", "conflictstijlen-ander")]
    resultaten = [toepassing.Resultaat(lijst, blad, profiel) for lijst, profiel, blad in paren]
    document = toepassing.build_naast(resultaten)
    assert document is not None
    if einde == "json":
        return render_profielen((een.profiel for een in resultaten), toepassing.compare_versies(resultaten))
    return render_markdown(document) if einde == "md" else render_tekst(document, int(einde[:2]))


def render_verslag(naam: str, einde: str) -> str:
    lijst, profiel, _ = load_blad(naam)
    formaat = {"md": "markdown", "json": "json"}.get(einde, "tekst")
    breedte = int(einde[:2]) if formaat == "tekst" else 80
    return toepassing.build_rapport(profiel, lijst, formaat=formaat, breedte=breedte)


@pytest.mark.parametrize("naam", [*BLADEN, NAAST])
@pytest.mark.parametrize("einde", EINDES)
def test_the_report_is_the_golden_one(naam: str, einde: str) -> None:
    gemaakt = normaliseer(render_naast(einde) if naam == NAAST else render_verslag(naam, einde)).encode()
    bestand = GOUDEN / f"{naam}.{einde}"
    if os.environ.get("CONFLICTSTIJL_GOUDEN") == "schrijf":
        bestand.write_bytes(gemaakt)
    assert gemaakt == bestand.read_bytes()


def test_every_shipped_questionnaire_has_golden_files() -> None:
    assert {een.lijst for een in BLADEN.values()} == {pad.stem for pad in load_inhoudsmap().glob("*.yaml")}


def test_there_is_no_golden_file_without_a_test() -> None:
    """Those of other reports stand beside them, and have tests of their own."""
    elders = ("afnemen", "bewijs", "intervisie", "resultaten", "situatie", "werkblad", "werkvorm")
    assert {pad.name for pad in GOUDEN.iterdir() if not pad.name.startswith(elders)} == {
        f"{naam}.{einde}" for naam in (*BLADEN, NAAST) for einde in EINDES
    }


def test_golden_sheets_of_the_new_kinds_show_what_they_are_for() -> None:
    """A golden file in which nothing stands out would hold nothing."""
    assert any(een.duidelijk for een in load_blad("rustig-en-gespannen")[1].verschuivingen)
    assert any(een.duidelijk for een in load_blad("rollen")[1].verschuivingen)
    assert load_blad("conflictstijlen-ander")[1].duidelijk_hoog
    assert load_blad("praktijksituaties")[1].gevallen
    winst = load_blad("conflictstijlen-samen")[1].winst
    assert winst is not None
    assert winst.marge < winst.marge_zonder
    assert "meer dan toeval" in render_naast("80.txt")


def test_only_version_and_fingerprint_are_normalised() -> None:
    assert normaliseer('"versie": "1.0"; versie 1.0. 3,5 en 1.5') == '"versie": "x.y"; versie x.y. 3,5 en 1.5'
    assert normaliseer("1.3884221560410555, 4.333333333333333 en 2.5") == "1.38842215604, 4.33333333333 en 2.5"
