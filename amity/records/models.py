"""Gathers what is stored, for Django to find."""

from amity.records.changes import Change
from amity.records.documents import Document
from amity.records.facts import Fact
from amity.records.help import FactMeaning, HelpAsked, Match, Need, Offer
from amity.records.intakes import Intake, IntakeProblem, Sighting
from amity.records.interactions import Interaction, Participant
from amity.records.jobs import Beat, Job
from amity.records.members import OwnAddress, Preferences
from amity.records.networks import Membership, Network
from amity.records.people import Card, Circle, Handle, InCircle, Person, Photo, Relationship
from amity.records.promises import Promise
from amity.records.sameness import Likeness
from amity.records.ties import Pause, Tie
from amity.records.users import AccountEvent, SetUp, User

__all__ = [
    "AccountEvent",
    "Beat",
    "Card",
    "Change",
    "Circle",
    "Document",
    "Fact",
    "FactMeaning",
    "Handle",
    "HelpAsked",
    "InCircle",
    "Intake",
    "IntakeProblem",
    "Interaction",
    "Job",
    "Likeness",
    "Match",
    "Membership",
    "Need",
    "Network",
    "Offer",
    "OwnAddress",
    "Participant",
    "Pause",
    "Person",
    "Photo",
    "Preferences",
    "Promise",
    "Relationship",
    "SetUp",
    "Sighting",
    "Tie",
    "User",
]
