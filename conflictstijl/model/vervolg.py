"""What somebody can go on with after advice or an outcome: other content, by kind and id."""

from collections.abc import Iterator
from typing import NamedTuple


class Vervolg(NamedTuple):
    """The ids of worksheets, intervision methods, questionnaires and skills to go on with."""

    werkblad: tuple[str, ...] = ()
    werkvorm: tuple[str, ...] = ()
    vragenlijst: tuple[str, ...] = ()
    vaardigheid: tuple[str, ...] = ()

    def read_paren(self) -> Iterator[tuple[str, str]]:
        """Yield every kind with an id, in the order of the kinds."""
        for soort, namen in self._asdict().items():
            yield from ((soort, naam) for naam in namen)


class Vervolgstap(NamedTuple):
    """One thing to go on with: the command that shows it, and its title."""

    opdracht: str
    titel: str
