"""Looking through letters on the command line: behind an import, without a server, and left to a worker."""

import json
import os
import signal

import pytest

from amity.actions.detecting import look_through, look_through_job
from amity.records.jobs import Job
from amity.surfaces.cli import intake

ME = "Robin Fenn <robin@fenn.example>"
ADA = "Ada Okafor <ada@okafor.example>"
LETTER = """From x Fri May  1 10:00:00 2026
From: {}
To: {}
Message-ID: <{}@x.example>
Date: {:02} May 2026 10:00:00 +0000

{}

"""


@pytest.fixture
def archive(tmp_path):
    texts = [
        (ADA, ME, "I am looking for two honest readers. You may borrow our tent."),
        (ME, ADA, "I'll read the first two chapters by Friday."),
    ]
    letters = [LETTER.format(sender, to, n, n + 1, text) for n, (sender, to, text) in enumerate(texts)]
    path = tmp_path / "letters.mbox"
    path.write_text("".join(letters))
    return path


def answer(ended):
    assert ended.exit_code == 0, ended.stderr
    return json.loads(ended.stdout)


def jobs():
    return Job.objects.filter(task_path=look_through_job.module_path).count()


def test_after_an_import_what_was_found_waits_for_a_yes(new_amity, archive):
    brought = answer(new_amity("import", archive, "--me", "robin@fenn.example", "--json"))

    assert brought["looked"] == {"promises": 1, "needs": 1, "offers": 1}
    (promise,) = answer(new_amity("promises", "--suggested", "--json"))
    (need,) = answer(new_amity("needs", "--suggested", "--json"))
    assert "Read the first two chapters" in json.dumps(promise)
    assert "Two honest readers" in json.dumps(need)
    assert jobs() == 0


def test_it_is_told_in_sentences_that_lead_on(new_amity, archive):
    ended = new_amity("import", archive, "--me", "robin@fenn.example")

    assert "1 that may be a promise. See: amity promises --suggested" in ended.stdout
    assert "1 that may be an offer. See: amity offers --suggested" in ended.stdout


def test_it_can_be_left_to_the_worker(new_amity, archive):
    brought = answer(new_amity("import", archive, "--later", "--json"))

    assert brought["looked"] is None
    assert jobs() == 1


def test_ctrl_c_in_the_middle_leaves_the_rest_to_the_worker(new_amity, archive, monkeypatch):
    def interrupted(*arguments):
        os.kill(os.getpid(), signal.SIGINT)
        return look_through(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(intake, "look_through", interrupted)
        brought = answer(new_amity("import", archive, "--me", "robin@fenn.example", "--json"))
    assert (brought["looked"], jobs()) == (None, 1)

    resumed = answer(new_amity("imports", "resume", brought["report"]["progress"]["intake_id"], "--json"))

    assert resumed["looked"] == {"promises": 1, "needs": 1, "offers": 1}
