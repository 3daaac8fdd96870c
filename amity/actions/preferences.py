"""How a member likes their day."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from amity.actions.changes import Recorder
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.records.models import Change, Preferences
from amity.records.scope import changes

LIGHTS = ("machine", "light", "dark")
MOST_ON_TODAY = 50  # a page for a morning, not a list for a month
MOST_A_WEEK = 200


@changes
def set_preferences(
    viewer: Viewer,
    *,
    time_zone: str | None = None,
    language: str | None = None,
    today_limit: int | None = None,
    weekly_contacts: int | None = None,
    single_keys: bool | None = None,
    light: str | None = None,
    keep_text: bool | None = None,
) -> Change:
    """Change some preferences of this member; None leaves one as it is."""
    if time_zone is not None and not _is_zone(time_zone):
        raise NotAccepted("Choose a time zone, as “Europe/London”.", "time_zone")
    if language is not None and language not in dict(settings.LANGUAGES):
        raise NotAccepted("Choose one of the languages.", "language")
    if light is not None and light not in LIGHTS:
        raise NotAccepted("Choose light, dark, or as the machine has it.", "light")
    if today_limit is not None and not 1 <= today_limit <= MOST_ON_TODAY:
        raise NotAccepted(f"Choose between one and {MOST_ON_TODAY} people.", "today_limit")
    if weekly_contacts is not None and not 1 <= weekly_contacts <= MOST_A_WEEK:
        raise NotAccepted(f"Choose between one and {MOST_A_WEEK} a week.", "weekly_contacts")
    recorder = Recorder(viewer)
    preferences, _ = Preferences.objects.get_or_create(member_id=viewer.member)
    wanted = {
        "time_zone": time_zone,
        "language": language,
        "today_limit": today_limit,
        "weekly_contacts": weekly_contacts,
        "single_keys": single_keys,
        "light": light,
        "keep_text": keep_text,
    }
    recorder.set(preferences, **{name: value for name, value in wanted.items() if value is not None})
    return recorder.note("set_preferences", "Changed how you like your day.")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
