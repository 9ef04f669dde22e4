"""What a result rests on: a hash over everything in a questionnaire that decides a score."""

import json
from functools import lru_cache
from hashlib import sha256

from conflictstijl.model.vragenlijst import Sleutel, Vragenlijst
from conflictstijl.tekst import fold_tekst

SCOREVERSIE = 1
"""Version of the scoring rules; goes up when the same answers would give another score."""


@lru_cache(maxsize=8)
def build_vingerafdruk(vragenlijst: Vragenlijst) -> str:
    """Return `sha256:` and the hash of texts, keys, answers and rules, each in a normal form.

    White space, case and Unicode form of a text do not matter; layout and comments of the file neither.
    Kept, because every sheet of a group asks for it.
    """
    antwoorden = vragenlijst.antwoorden
    inhoud = {
        "scoreversie": SCOREVERSIE,
        "vragenlijst": vragenlijst.id,
        "vorm": vragenlijst.vorm,
        "score": vragenlijst.score,
        "ontbrekend": str(vragenlijst.ontbrekend),
        "schalen": [schaal.id for schaal in vragenlijst.schalen],
        "antwoorden": [[p.waarde, fold_tekst(p.label)] for p in antwoorden.punten] if antwoorden else None,
        "nvt": bool(antwoorden and antwoorden.nvt),
        "uitspraken": [
            [naam, fold_tekst(t), _build_delen(sleutel)] for naam, t, sleutel, _ in vragenlijst.uitspraken()
        ],
    }
    canoniek = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(canoniek.encode()).hexdigest()}"


def _build_delen(sleutel: Sleutel) -> list[list[str | bool]]:
    return sorted([deel.schaal, str(deel.gewicht), deel.omgekeerd] for deel in sleutel)
