"""What a column of an address book can be."""

from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """What the cells below a header tell."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    CALLED = "called"
    SOUNDS = "sounds"
    MAIL = "mail"
    PHONE = "phone"
    WEB = "web"
    ACCOUNT = "account"
    FIRM = "firm"
    DEPARTMENT = "department"
    TITLE = "title"
    TITLE_OR_PREFIX = "title or prefix"  # "Title": of a job, or "Dr."; its neighbours tell
    ROLE = "role"
    ADDRESS = "address"
    STREET = "street"
    BOX = "box"
    PLACE = "place"
    REGION = "region"
    CODE = "code"
    COUNTRY = "country"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    NOTE = "note"
    CIRCLES = "circles"
    RELATED = "related"
    CARES = "cares"
    SPEAKS = "speaks"
    PRONOUNS = "pronouns"
    QUIET = "quiet"  # known, and of no use: kept with the card, not spoken of


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `label`: where it is used ("work fax", "spouse"), or the service of an account."""

    field: Field
    label: str = ""
