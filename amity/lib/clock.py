"""Time at the edge: the only place that asks what time it is. Rules take their day as an argument."""

from datetime import UTC, date, datetime, tzinfo


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def today(zone: tzinfo) -> date:
    """The day it is in `zone`."""
    return now().astimezone(zone).date()


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The day on which an aware `moment` fell in `zone`."""
    return moment.astimezone(zone).date()
