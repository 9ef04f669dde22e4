"""Labels: which scales stand out from the others, found step by step."""

from collections.abc import Callable, Mapping
from fractions import Fraction

NIVEAU = 0.03
"""Chance that a person without differences gets any label; a second look (more statements) takes the rest of 5%."""

MINST_OVER = 3
"""With two scales left a difference belongs to both, so the search stops."""

Labels = tuple[tuple[str, ...], tuple[str, ...]]
"""Scales clearly above and clearly below the others, each in the order of finding."""


def compare_stappen(
    saldo: Mapping[str, Fraction | int], score_uitschieters: Callable[[list[str]], Mapping[str, Fraction | int]]
) -> Labels:
    """Label step by step: what stands out most leaves, and the rest is tested again.

    Without the leaving, one high style would make the others falsely low. Scales that stand out
    equally far leave together, so their order never decides. The search also stops at a scale that
    lies on the other side of all others together (`saldo`, by sign): in the middle of two camps, `low`
    would be true of the scales still in and false of the person.
    """
    over, hoog, laag = list(saldo), list[str](), list[str]()
    while len(over) >= MINST_OVER:
        uitschieters = score_uitschieters(over)
        if not uitschieters or any(waarde * saldo[naam] <= 0 for naam, waarde in uitschieters.items()):
            break
        hoog += [naam for naam, waarde in uitschieters.items() if waarde > 0]
        laag += [naam for naam, waarde in uitschieters.items() if waarde < 0]
        over = [naam for naam in over if naam not in uitschieters]
    return tuple(hoog), tuple(laag)
