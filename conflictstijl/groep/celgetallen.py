"""The cells of a column as numbers that add up: a whole column in one go."""

from collections.abc import Callable, Mapping, Sequence
from sys import byteorder

from conflictstijl.invoer.onduidelijk import Onduidelijk
from conflictstijl.model.antwoorden import Antwoord
from conflictstijl.model.tabel import GEEN_LETTER, Bijzonder, Rijstapel
from conflictstijl.rekenen.geheugen import write_beperkt

Cellezer = Callable[[str], Antwoord | Onduidelijk]

_CODERINGEN = {1: "latin-1", 2: f"utf-16-{byteorder[0]}e", 4: f"utf-32-{byteorder[0]}e"}
"""How a letter is written in so many bytes."""
_BITS = 8


class Celgetallen(dict[str, bytes]):
    """The numbers of the answers to one question by the cell that gives them; what has no number is never here.

    A number is so many bytes wide that those of all questions of a scale can be added up in it.
    """

    def __init__(self, lees: Cellezer, getallen: Mapping[Antwoord, int | None], breedte: int) -> None:
        super().__init__()
        self._lees = lees
        self._getallen = getallen
        self._breedte = breedte
        self._mist = False
        """True once a cell was asked for that is not here."""
        self._letters = b"\0"
        """The single letters that are known, and what `_CODERINGEN` put between letters."""
        self._tabellen = [bytearray(256) for _ in range(breedte)]
        """What these letters give to each byte of a number, the lowest first."""

    def __missing__(self, cel: str) -> bytes:
        lezing = self._lees(cel)
        # to a dictionary a special cell of a workbook is the same as the plain text that it shows
        getal = None if isinstance(lezing, Onduidelijk) or isinstance(cel, Bijzonder) else self._getallen[lezing]
        if getal is None:
            self._mist = True
            return bytes(self._breedte)
        write_beperkt(self, cel, getal.to_bytes(self._breedte, byteorder))
        return self[cel]

    def read_kolom(self, deel: Rijstapel, plaats: int) -> tuple[int, Sequence[int]]:
        """Return the numbers of a column, side by side in one; and by their index the cells that have none."""
        self._mist = False
        letters = deel.read_letters(plaats)
        if letters and self._breedte in _CODERINGEN:
            getallen = self._read_letters(letters.encode(_CODERINGEN[self._breedte]))
        else:
            getallen = int.from_bytes(b"".join(map(self.__getitem__, deel.read_kolom(plaats))), byteorder)
        zonder = [nummer for nummer, cel in enumerate(deel.read_kolom(plaats)) if cel not in self] if self._mist else []
        return getallen, zonder

    def _read_letters(self, letters: bytes) -> int:
        """Return the numbers of single letters, side by side in one: byte by byte, of all letters together."""
        for letter in set(letters.translate(None, self._letters)):
            self._write_letter(letter)
        delen = (int.from_bytes(letters.translate(tabel), byteorder) for tabel in self._tabellen)
        return sum(deel << plaats * _BITS for plaats, deel in enumerate(delen))

    def _write_letter(self, letter: int) -> None:
        """Remember the number of a letter, when it has one."""
        cel = chr(letter).strip(GEEN_LETTER)
        getal = int.from_bytes(self[cel], byteorder)
        if cel in self:
            self._letters += bytes([letter])
            for tabel, byte in zip(self._tabellen, getal.to_bytes(self._breedte, "little"), strict=True):
                tabel[letter] = byte
