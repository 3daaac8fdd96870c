from pathlib import Path

from amity.sources import registry
from amity.sources.found import FoundInteraction
from amity.sources.instagram import read as instagram
from tests.sources.suite import ReaderSuite
from tests.sources.threads import ME, ZOE, inbox, many, message, thread

SHARE = {"share": {"link": "https://www.instagram.com/p/boat"}}


class TestInstagram(ReaderSuite):
    reader = instagram

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "message_1.json"
        path.write_text(thread(many(count)).replace("{", '{"media_of": "your_instagram_activity",', 1))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "message_1.json"
        path.write_text(thread([message(1, ZOE, "Hi", **SHARE), 7, message(2, ""), message(3, ME, "Yes")]))
        return path, 4


def test_its_folders_are_told_from_facebooks(tmp_path: Path) -> None:
    ours = inbox(tmp_path / "instagram-zoe", {"bo_2": [thread(many(2))]})
    theirs = inbox(tmp_path / "facebook-zoe", {"bo_2": [thread(many(2))]})

    known = {one.path: one.kind for one in registry.look_through(str(tmp_path)) if isinstance(one, registry.Recognised)}

    assert known == {str(ours): "instagram", str(theirs): "messenger"}


def test_people_are_known_by_their_name_there(tmp_path: Path) -> None:
    path = tmp_path / "message_1.json"
    path.write_text(thread([message(1, ZOE, "Schön", **SHARE)]))

    one = next(thing for thing in instagram.sample(str(path), 5) if isinstance(thing, FoundInteraction))

    assert [party.value for party in one.parties] == ["instagram:zoë müller", "instagram:łukasz żak"]
    assert (one.text, one.folder) == ("Schön", "inbox")
