"""The cast: Ada, Bo and Cy, whom the owner knows, and Dee in somebody else's network.

ADA  Okafor, a friend since university: letters both ways every fortnight or so, a walk in the summer. In touch.
BO   Lindqvist, who worked beside the owner: about every six weeks, then nothing for five months. Gone quiet.
CY   Ramanathan, who wrote once, about a flat: a candidate, not one of the owner's people yet.
DEE  Marchetti, in another owner's network: must never be seen from here.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from amity.actions.afterwards import find_again, judge_again
from amity.judgement.vocabulary import Channel, Direction, HandleKind, PartyRole
from amity.lib import clock
from amity.lib.viewer import Role, Viewer
from amity.records.documents import new_docid
from amity.records.models import (
    Circle,
    Fact,
    Handle,
    InCircle,
    Interaction,
    Membership,
    Network,
    OwnAddress,
    Participant,
    Person,
    Preferences,
    User,
)
from amity.records.scope import scope_of

NOW = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)  # a Tuesday
TODAY = NOW.date()
LONDON = ZoneInfo("Europe/London")
OWN_ADDRESS = "robin@fenn.example"


@dataclass(frozen=True)
class Cast:
    """Everybody in the owner's network."""

    ada: Person
    bo: Person
    cy: Person


@pytest.fixture
def standing_clock(monkeypatch):
    """It is NOW, at the only place that is asked; other tests may set another moment there."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return NOW


@pytest.fixture
def viewer(db, standing_clock):
    """Robin Fenn, who owns the network."""
    return a_network("robin", OWN_ADDRESS, LONDON)


@pytest.fixture
def elsewhere(db, standing_clock):
    """Another owner's network, with Dee in it."""
    viewer = a_network("sasha", "sasha@birk.example", LONDON)
    dee = someone(viewer, "Dee Marchetti", "dee@marchetti.example", born_month=3, born_day=14)
    letters(viewer, dee, [30, 60, 90, 120])
    known(viewer, dee, "work", "Bookbinder, Marchetti & Daughter")
    settle(viewer, dee)
    return viewer


@pytest.fixture
def ada(viewer):
    friend = someone(viewer, "Ada Okafor", "ada@okafor.example", born_year=1984, born_month=12, born_day=10)
    with scope_of(viewer):
        Handle.objects.create(person=friend, kind=HandleKind.PHONE, value="+442079460101", shown="+44 20 7946 0101")
    in_circle(viewer, friend, "Friends", "r-friends")
    letters(viewer, friend, range(9, 365, 14))
    happened(viewer, friend, 150, Channel.IN_PERSON, Direction.BOTH, text="A long walk along the canal with Rex.")
    known(viewer, friend, "cares_about", "Her dog is called Rex.")
    known(viewer, friend, "lives_in", "Bristol")
    return settle(viewer, friend)


@pytest.fixture
def bo(viewer):
    colleague = someone(viewer, "Bo Lindqvist", "bo@lindqvist.example")
    in_circle(viewer, colleague, "Ex-colleagues", "r-excol")
    letters(viewer, colleague, range(152, 700, 42))
    known(viewer, colleague, "work", "Boatbuilder, Lindqvist Boats")
    return settle(viewer, colleague)


@pytest.fixture
def cy(viewer):
    candidate = someone(viewer, "Cy Ramanathan", "cy@ramanathan.example", kept_at=None)
    happened(viewer, candidate, 40, Channel.MAIL, Direction.IN, subject="The flat in Mill Lane", text="Is it let?")
    return settle(viewer, candidate)


@pytest.fixture
def cast(ada, bo, cy):
    return Cast(ada, bo, cy)


@pytest.fixture
def dee(elsewhere):
    with scope_of(elsewhere):
        return Person.objects.get(name="Dee Marchetti")


def a_network(username: str, own_address: str, zone: ZoneInfo) -> Viewer:
    """An owner with an empty network."""
    user = User.objects.create(username=username)
    network = Network.objects.create(name=username, made_at=NOW)
    member = Membership.objects.create(user=user, network_id=network.pk, role=Role.OWNER, joined_at=NOW)
    viewer = Viewer(network.pk, member.pk, Role.OWNER, zone)
    with scope_of(viewer):
        Preferences.objects.create(member_id=member.pk, time_zone=zone.key)
        OwnAddress.objects.create(member_id=member.pk, value=own_address, confirmed_at=NOW)
    return viewer


def someone(viewer: Viewer, name: str, address: str, **columns) -> Person:
    """One of the viewer's people, chosen by hand, with a mail address; `kept_at=None` for a candidate."""
    columns = {"kept_at": NOW, "chosen_at": columns.get("kept_at", NOW), **columns}
    given, _, family = name.partition(" ")
    with scope_of(viewer):
        person = Person.objects.create(name=name, given=given, family=family, sort_name=name.lower(), **columns)
        Handle.objects.create(person=person, kind=HandleKind.MAIL, value=address, shown=address, names={name: 1})
    return person


def happened(
    viewer: Viewer, person: Person, days_ago: int, channel: Channel, direction: Direction, **columns
) -> Interaction:
    """Something between the viewer and one person, at noon of a day."""
    at = datetime.combine(TODAY - timedelta(days=days_ago), time(12), UTC)
    with scope_of(viewer):
        interaction = Interaction.objects.create(
            member_id=viewer.member,
            happened_at=at,
            channel=channel,
            direction=direction,
            docid=new_docid(at) if columns.get("text") or columns.get("subject") else None,
            **columns,
        )
        Participant.objects.create(
            interaction=interaction,
            person=person,
            handle=Handle.objects.filter(person=person, kind=HandleKind.MAIL).first(),
            role=PartyRole.FROM if direction is Direction.IN else PartyRole.TO,
            happened_at=at,
        )
    return interaction


def letters(viewer: Viewer, person: Person, days_ago) -> None:
    """Mail on these days, written by turns; the newest came from the other person."""
    for number, days in enumerate(days_ago):
        direction = Direction.OUT if number % 2 else Direction.IN
        subject = f"Letter of {TODAY - timedelta(days=days):%d %B}"
        happened(viewer, person, days, Channel.MAIL, direction, subject=subject)


def known(viewer: Viewer, person: Person, kind: str, text: str, noted_on: date = date(2026, 5, 2)) -> Fact:
    with scope_of(viewer):
        return Fact.objects.create(person=person, kind=kind, text=text, noted_on=noted_on, source="your note")


def in_circle(viewer: Viewer, person: Person, name: str, mark: str) -> Circle:
    with scope_of(viewer):
        circle, _ = Circle.objects.get_or_create(name=name, defaults={"mark": mark})
        InCircle.objects.create(circle=circle, person=person)
    return circle


def settle(viewer: Viewer, person: Person) -> Person:
    """Ties judged and words found, as after any change."""
    with scope_of(viewer):
        theirs = Interaction.objects.filter(participants__person=person, docid__isnull=False)
        find_again(
            viewer,
            interactions=theirs.values_list("pk", flat=True),
            facts=Fact.objects.filter(person=person).values_list("pk", flat=True),
        )
        judge_again(viewer, [person.pk])
        person.refresh_from_db()
    return person
