"""When and with whom something is used: what questionnaires and worksheets share."""

from enum import StrEnum


class Moment(StrEnum):
    """When a questionnaire or worksheet helps: before, during or after a conflict."""

    VOOR = "voor"
    TIJDENS = "tijdens"
    NA = "na"


class Gezelschap(StrEnum):
    """With whom somebody fills a questionnaire or worksheet in."""

    ALLEEN = "alleen"
    SAMEN = "samen"
    ALLEBEI = "allebei"
