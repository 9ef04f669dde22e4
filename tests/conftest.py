"""For all tests: no example fails because the machine is busy."""

import pytest
from hypothesis import settings

# fewer examples than hypothesis gives by itself: there are hundreds of properties, and CI has twenty minutes
settings.register_profile("huis", deadline=None, print_blob=True, max_examples=45)
settings.load_profile("huis")


@pytest.fixture
def zonder_dekking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start programs without measuring coverage, which doubles what a start costs.

    For tests that start many of them, and of which other tests run the same lines.
    """
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
