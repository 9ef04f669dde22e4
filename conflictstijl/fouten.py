"""The error tree and findings: every problem is one Dutch sentence with a place and a way out.

Bad user data is a value (`Bevinding`), collected until all findings are known. An exception
(`ConflictstijlFout`) ends a use case; the command line turns it into lines on stderr and an exit code.
"""

import errno
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

_OORZAKEN = {
    errno.EACCES: "je hebt er geen rechten voor",
    errno.EPERM: "je hebt er geen rechten voor",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je schijfruimte is op",
    errno.EFBIG: "het bestand is te groot",
    errno.EIO: "de schijf geeft een fout",
    errno.ENOENT: "de map of het bestand bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.EEXIST: "het bestaat al",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EBADF: "het bestand of de uitvoer is gesloten",
    errno.EINVAL: "het is geen gewoon bestand",
    errno.ENOSYS: "het bestandssysteem kan geen bestand vergrendelen",
    errno.ENOLCK: "het bestandssysteem kan geen bestand vergrendelen",
}


class Ernst(StrEnum):
    """How serious a finding is: a `fout` makes the file unusable, a `waarschuwing` does not."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


class Plek(NamedTuple):
    """A place in a file; line and column count from 1, and 0 means the file as a whole."""

    bestand: str
    regel: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        if not self.regel:
            return self.bestand
        return f"{self.bestand}:{self.regel}:{self.kolom}"


class Bevinding(NamedTuple):
    """One problem: where it is, what is wrong and what to do about it (`hint`, may be empty)."""

    plek: Plek
    code: str
    wat: str
    hint: str = ""
    ernst: Ernst = Ernst.FOUT

    def __str__(self) -> str:
        gevolg = f"; {self.hint}" if self.hint else ""
        return f"{self.plek}: {self.wat}{gevolg}"

    def move(self, regels: int) -> "Bevinding":
        """Return the same finding a number of lines further down, for text read in pieces."""
        plek = Plek(self.plek.bestand, self.plek.regel + regels, self.plek.kolom)
        return self._replace(plek=plek)


class ConflictstijlFout(Exception):
    """Base of everything the program reports on purpose; `exit_code` is the process's answer.

    `opdracht` is the command by which the user goes on, empty when there is none; the message ends with it.
    """

    exit_code = 1

    def __init__(self, bericht: str = "", opdracht: str = "") -> None:
        super().__init__(f"{bericht} {opdracht}" if opdracht else bericht)
        self.opdracht = opdracht

    def regels(self) -> list[str]:
        """Return the message as lines, one per problem."""
        return str(self).splitlines()


class GebruikFout(ConflictstijlFout):
    """The call is wrong: an unknown option, a missing file name, an unusable combination."""

    exit_code = 2


class InvoerFout(ConflictstijlFout):
    """The input is unusable; carries all findings, in the order of their places."""

    exit_code = 2

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen = tuple(sorted(bevindingen))
        super().__init__("\n".join(map(str, self.bevindingen)))

    def regels(self) -> list[str]:
        """Return one line per finding."""
        return [str(bevinding) for bevinding in self.bevindingen]


class OnveiligFout(InvoerFout):
    """The input is unusable, and says that somebody is not or may not be safe: help goes before what is wrong."""

    def __init__(self, stand: str, bevindingen: Iterable[Bevinding]) -> None:
        super().__init__(bevindingen)
        self.stand = stand


class GeweigerdFout(ConflictstijlFout):
    """The program refuses on purpose: what is asked could harm someone."""

    exit_code = 3


class SchrijfFout(ConflictstijlFout):
    """Writing did not work (disk, rights, an existing file)."""


class OnderbrokenFout(ConflictstijlFout):
    """The user stopped, or the input ended, before the work was done."""

    exit_code = 130


def render_oorzaak(fout: OSError) -> str:
    """Return in Dutch why the system refused; a rare reason is named by its code."""
    nummer = fout.errno or 0
    return _OORZAKEN.get(nummer) or f"het systeem weigert ({errno.errorcode.get(nummer, 'onbekend')})"
