"""For all tests: no example fails because the machine is busy."""

from hypothesis import settings

settings.register_profile("huis", deadline=None, print_blob=True)
settings.load_profile("huis")
