"""Putting people in small groups: sizes even, organisations mixed as well as can be, and shared themes together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from conflictstijl.model.indeling import Deelnemer, Groepje, Groepsindeling
from conflictstijl.tekst import fold_tekst

_MEESTE_STARTS = 60
_WERK = 3000
"""So many people times starts at most: beyond that another start costs more than it brings."""


def build_maten(n: int, van: int, tot: int) -> list[int]:
    """Return the sizes of small groups of `van` to `tot` out of `n` people; they differ by at most one.

    Where several numbers of groups fit, the one with sizes nearest to the middle; of two as near, the smaller groups,
    in which everyone talks more. Where none fits, the one with the fewest people too many or too few.
    """

    def score_ligging(groepen: int) -> tuple[int, float, int]:
        buiten = sum(max(0, van - maat, maat - tot) for maat in _split_maten(n, groepen))
        return buiten, abs(n / groepen - (van + tot) / 2), -groepen

    return _split_maten(n, min(range(1, n + 1), key=score_ligging))


def _split_maten(n: int, groepen: int) -> list[int]:
    klein, over = divmod(n, groepen)
    return [klein + (nummer < over) for nummer in range(groepen)]


def build_indeling(deelnemers: Sequence[Deelnemer], van: int, tot: int) -> Groepsindeling:
    """Return everyone in one small group of `van` to `tot` people, as `build_maten` splits them.

    First the fewest pairs of one organisation in one group: the counts of each organisation differ by at most one
    between groups. That is reached by dealing: people ordered by organisation, one by one to the groups in turn. (A
    sum of k (k - 1) / 2 is least when its counts are even, and each block of a deal is.) Then, keeping that, the most
    pairs with the same theme: from several deals, people move and trade places until nothing helps. That is a local
    best: of 224 random groups of 8 to 13 people it was the best of all in 223, and one pair short in the last. Who has
    no organisation or no theme shares it with nobody. No chance is in it, and the order of the rows changes nothing.
    """
    mensen = sorted(deelnemers, key=_build_volgorde)
    maten = build_maten(len(mensen), van, tot)
    beste = max(_build_ruilers(mensen, len(maten)), key=lambda ruiler: ruiler.count_themaparen())
    groepjes = (sorted((mensen[plaats] for plaats in groep), key=_read_code) for groep in beste.read_groepen())
    past = all(van <= maat <= tot for maat in maten)
    return Groepsindeling(
        tuple(Groepje(tuple(een)) for een in groepjes), past, beste.count_organisatieparen(), beste.count_themaparen()
    )


def _build_volgorde(deelnemer: Deelnemer) -> tuple[str, tuple[str, ...], str]:
    return fold_tekst(deelnemer.organisatie), deelnemer.thema, deelnemer.code


def _read_code(deelnemer: Deelnemer) -> str:
    return deelnemer.code


def _build_ruilers(mensen: Sequence[Deelnemer], groepen: int) -> Iterator["_Ruiler"]:
    """Yield divisions that no trade betters, each from a deal in another order."""
    organisaties = _build_nummers(fold_tekst(een.organisatie) for een in mensen)
    themas = _build_nummers(" / ".join(een.thema) for een in mensen)
    for start in range(max(2, min(_MEESTE_STARTS, _WERK // len(mensen)))):
        ruiler = _Ruiler(organisaties, themas, groepen, _build_deelvolgorde(organisaties, themas, start))
        ruiler.run()
        yield ruiler


def _build_nummers(namen: Iterable[str]) -> list[int]:
    """Return a number per name, the same for the same; an empty name is shared with nobody."""
    nummers: dict[str, int] = {}
    return [nummers.setdefault(naam or f"\n{plaats}", len(nummers)) for plaats, naam in enumerate(namen)]


def _build_deelvolgorde(organisaties: Sequence[int], themas: Sequence[int], start: int) -> list[int]:
    """Return all people in an order to deal them in: organisation by organisation, begun elsewhere at each start."""
    soorten, kleuren = max(organisaties) + 1, max(themas) + 1
    richting = 1 - 2 * (start % 2)
    return sorted(
        range(len(organisaties)),
        key=lambda mens: (
            richting * ((organisaties[mens] + start) % soorten),
            (themas[mens] * (start + 1) + start) % kleuren,
            mens,
        ),
    )


class _Ruiler:
    """People in groups who trade places, as long as that brings people with one theme together.

    `organisaties` and `themas` hold a number per person, and `volgorde` is the order in which people are dealt.
    """

    def __init__(
        self, organisaties: Sequence[int], themas: Sequence[int], groepen: int, volgorde: Iterable[int]
    ) -> None:
        self._organisaties, self._themas, self._groepen = organisaties, themas, groepen
        self._groep = [0] * len(organisaties)
        for beurt, mens in enumerate(volgorde):
            self._groep[mens] = beurt % groepen
        self._maten = Counter(self._groep)
        self._collegas = Counter(zip(self._groep, organisaties, strict=True))
        self._genoten = Counter(zip(self._groep, themas, strict=True))
        self._grenzen = {
            organisatie: (aantal // groepen, -(-aantal // groepen))
            for organisatie, aantal in Counter(organisaties).items()
        }

    def run(self) -> None:
        """Let people move and trade until nothing helps any more."""
        mensen = range(len(self._groep))
        paren = list(combinations(mensen, 2))
        while sum(map(self._run_verhuizing, mensen)) + sum(self._run_ruil(een, ander) for een, ander in paren):
            pass

    def read_groepen(self) -> list[list[int]]:
        """Return the people of each group, the largest group first and then by its first person."""
        groepen: list[list[int]] = [[] for _ in range(self._groepen)]
        for mens, groep in enumerate(self._groep):
            groepen[groep].append(mens)
        return sorted(groepen, key=lambda groep: (-len(groep), groep))

    def count_organisatieparen(self) -> int:
        """Return how many pairs of one organisation there are in one group."""
        return sum(aantal * (aantal - 1) // 2 for aantal in self._collegas.values())

    def count_themaparen(self) -> int:
        """Return how many pairs with one theme there are in one group."""
        return sum(aantal * (aantal - 1) // 2 for aantal in self._genoten.values())

    def _run_verhuizing(self, mens: int) -> bool:
        """Move somebody to a smaller group when that brings more of one theme together; tell whether it did."""
        van = self._groep[mens]
        for naar in range(self._groepen):
            kleiner = self._maten[naar] < self._maten[van]
            if kleiner and self._check_ruimte(mens, van, naar) and self._score_winst(mens, naar) > 0:
                self._write_plaats(mens, naar)
                return True
        return False

    def _run_ruil(self, een: int, ander: int) -> bool:
        """Let two people trade places when that brings more of one theme together; tell whether it did."""
        hier, daar = self._groep[een], self._groep[ander]
        if hier == daar or self._themas[een] == self._themas[ander]:
            return False
        if self._score_winst(een, daar) + self._score_winst(ander, hier) <= 0:
            return False
        if self._organisaties[een] != self._organisaties[ander] and not (
            self._check_ruimte(een, hier, daar) and self._check_ruimte(ander, daar, hier)
        ):
            return False
        self._write_plaats(een, daar)
        self._write_plaats(ander, hier)
        return True

    def _check_ruimte(self, mens: int, van: int, naar: int) -> bool:
        """Return True when the organisation of somebody stays as evenly spread after a move."""
        organisatie = self._organisaties[mens]
        minst, meest = self._grenzen[organisatie]
        return self._collegas[van, organisatie] > minst and self._collegas[naar, organisatie] < meest

    def _score_winst(self, mens: int, naar: int) -> int:
        """Return how many pairs with one theme a move gives, less those that it breaks."""
        thema = self._themas[mens]
        return self._genoten[naar, thema] - self._genoten[self._groep[mens], thema] + 1

    def _write_plaats(self, mens: int, naar: int) -> None:
        van = self._groep[mens]
        self._groep[mens] = naar
        for groep, erbij in ((van, -1), (naar, 1)):
            self._maten[groep] += erbij
            self._collegas[groep, self._organisaties[mens]] += erbij
            self._genoten[groep, self._themas[mens]] += erbij
