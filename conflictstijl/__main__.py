"""Entry point of the console script and of `python -m conflictstijl`."""

import gc
import sys

from conflictstijl import __version__

_GESTOPT = 130
_AFVAL = 50_000
"""New objects before the collector looks at them."""


def main() -> int:
    """Run the program and return its exit code; `--version` alone is answered before anything heavy is imported."""
    if sys.argv[1:] == ["--version"] and _write_versie():
        return 0
    # of what is made in so short a run little becomes rubbish: looking for it often is a tenth of every start
    gc.set_threshold(_AFVAL)
    try:
        from conflictstijl.cli.grens import clean_signalen, run_programma

        code = run_programma()
        clean_signalen()
    except KeyboardInterrupt:
        # only reached while importing, or by a second Ctrl-C during the goodbye of the first
        return _GESTOPT
    return code


def _write_versie() -> bool:
    """Write the version and tell whether that worked; if not, the boundary tries again and says why."""
    if getattr(sys, "stdout", None) is None:
        return False
    try:
        print(f"conflictstijl {__version__}", flush=True)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
