"""One window at a time: a lock of the operating system, which a killed program lets go of by itself."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from conflictstijl.fouten import GebruikFout, SchrijfFout, render_oorzaak
from conflictstijl.tekst import clean_tekst

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Slot:
    """A held lock on a file. The small file beside it that carries the lock may stay: it means nothing by itself."""

    def __init__(self, slot: "BaseFileLock") -> None:
        self._slot = slot

    def close(self) -> None:
        """Let go; a second time does nothing."""
        with suppress(OSError):
            self._slot.release()

    def clean(self) -> None:
        """Let go and remove the small file; only for who also removed the file that was locked."""
        with suppress(OSError):
            Path(self._slot.lock_file).unlink()
        self.close()


def ask_slot(pad: Path) -> Slot:
    """Return the lock on a file, which need not exist.

    Raises `GebruikFout` when another window holds it, `SchrijfFout` when the system cannot lock.
    """
    from filelock import FileLock, Timeout

    # the soft fallback is a lock file that a killed program leaves behind
    slot = FileLock(pad.with_suffix(".slot"), timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
    try:
        slot.acquire()
    except Timeout:
        raise GebruikFout("deze test is al open in een ander venster; ga daar verder, of sluit dat venster") from None
    except OSError as fout:
        raise SchrijfFout(
            f"'{clean_tekst(str(pad))}' vergrendelen lukt niet: {render_oorzaak(fout)}; kies een andere map"
        ) from fout
    return Slot(slot)
