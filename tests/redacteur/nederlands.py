"""Whether a text that an editor shows is Dutch."""

import re
import subprocess

GEEN_WOORDEN = re.compile(r"`[^`]*`|\"[^\"]*\"|'[^']*'|\bCC-BY-[\d.]+|\bnvt\b|\bnull\b")
ENGELS = re.compile(
    r"\b(?:the|and|this|that|with|not|must|should|are|from|for|which|when|each|missing|allowed|source|example)\b",
    re.IGNORECASE,
)
"""Words that show a text to be English; the Dutch dictionary knows some of them."""


def check_nederlands(tekst: str) -> list[str]:
    """Return the words that are no Dutch, but for examples between quotes."""
    proza = GEEN_WOORDEN.sub(" ", tekst)
    woorden = {woord.strip("'’-") for woord in re.findall(r"[^\W\d_][\w'’-]*", proza)}
    klaar = subprocess.run(
        ["hunspell", "-d", "nl", "-l", "-i", "utf-8"],  # noqa: S607 - found on PATH, as tests/run installs it
        input="\n".join(sorted(woorden)),
        capture_output=True,
        text=True,
        check=True,
    )
    return klaar.stdout.split() + ENGELS.findall(proza)
