"""Whether the browser and the checker are here, and what it means when they are not."""

from collections.abc import Mapping

import pytest


def check_aanwezig(delen: Mapping[str, bool], *, verplicht: bool) -> None:
    """Skip the test with the reason when one of these is missing; fail when they must be here."""
    weg = [naam for naam, hier in delen.items() if not hier]
    if not weg:
        return
    reden = f"not installed: {', '.join(weg)}; `bash tests/run` installs them on a machine with Chromium and npm"
    if verplicht:
        pytest.fail(reden)
    pytest.skip(reden)
