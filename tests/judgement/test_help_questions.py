"""The words in which to ask: made of what is known, turned towards the person."""

from datetime import timedelta

import pytest

from amity.judgement.help_questions import about, ask_about_them, ask_them, reasons, to_you
from amity.judgement.life_events import Happened
from amity.judgement.pronouns import spoken
from amity.judgement.whom_to_ask import Circumstances, OpenNeed, asking_of
from tests.conftest import TODAY

SHE, HE, THEY = spoken("she/her"), spoken("he/him"), spoken("")


def before(days):
    return TODAY - timedelta(days=days)


def needing(what, days=21, **known):
    return asking_of(
        Circumstances("ada", needs=[OpenNeed("n", what, before(days), "her mail, 10 November")], **known), TODAY
    )


def after(label, text, days=30, **known):
    return asking_of(Circumstances("ada", happened=[Happened(text, label, before(days), "your note")], **known), TODAY)


@pytest.mark.parametrize(
    ("what", "words", "question"),
    [
        ("A second pair of eyes on her portfolio", SHE, "Would a second pair of eyes on your portfolio still help?"),
        ("Two readers, honest ones", THEY, "Would two readers, honest ones, still help?"),
        ("Looking for work since the museum closed her team", SHE,
         "Are you still looking for work since the museum closed your team?"),
        ("Somebody who can tell her honestly which are good", SHE,
         "Would somebody who can tell you honestly which are good still help?"),
        ("to find a flat", HE, "Would it still help to find a flat?"),
        ("He needs a dry workshop", HE, "Would a dry workshop still help?"),
        ("Korean lessons", HE, "Would Korean lessons still help?"),
        ("BBC contacts", HE, "Would BBC contacts still help?"),
        ("We need it tuned before Friday", HE, "You said: “We need it tuned before Friday”. Is that still so?"),
        ("Suche eine Wohnung in Köln", HE, "You said: “Suche eine Wohnung in Köln”. Is that still so?"),
    ],
)  # fmt: skip
def test_of_a_need_one_asks_whether_it_would_still_help(what, words, question):
    assert ask_them(needing(what), words, "", TODAY) == question


def test_that_somebody_may_help_is_said_but_not_who():
    question = ask_them(needing("A dry workshop"), HE, "", TODAY, somebody_may_help=True)

    assert question == "Would a dry workshop still help? I may know somebody."


@pytest.mark.parametrize(
    ("label", "text", "words", "question"),
    [
        ("newborn", "The baby came on 4 October", THEY,
         "How has it been since the baby came on 4 October? A meal at the door, or an hour with the pram?"),
        ("moved", "Moved from Leeds to Thessaloniki", SHE,
         "How has it been since you moved from Leeds to Thessaloniki?"
         " Something to carry, or somebody to show you round?"),
        ("health", "Waiting for a scan; worried, and says he is not", HE,
         "How is it, waiting for a scan? Some shopping, a lift, or company?"),
        ("health", "New knee since 17 November", SHE,
         "How are you getting on with your new knee? Some shopping, a lift, or company?"),
        ("new business", "Opened his own practice in Hull", HE,
         "How has it been since you opened your own practice in Hull? What would help most just now?"),
        ("job seeker", "Museum closed her team", SHE,
         "I keep thinking of it: museum closed your team. How are you?"
         " A second pair of eyes on a letter, or a name I could ask?"),
    ],
)  # fmt: skip
def test_of_what_happened_one_asks_how_it_has_been(label, text, words, question):
    assert ask_them(after(label, text), words, "", TODAY) == question


def test_who_lost_somebody_gets_no_question():
    asking = after("bereaved", "Piet died in July; no letters at Christmas")

    assert ask_them(asking, SHE, "", TODAY) == ""
    assert about(asking, SHE, "", TODAY) == "Piet died in July. A line is enough; nothing needs to be asked."
    assert reasons(asking) == ("Bereaved, from your note.", "No letters at Christmas.")


def test_long_after_one_asks_about_what_was_said_then():
    asking = asking_of(Circumstances("ada", asked_on=before(230)), TODAY)

    assert ask_them(asking, SHE, "A lift on Tuesdays.", TODAY) == (
        "When I asked in April you said: “A lift on Tuesdays”. How is that now? What would help most just now?"
    )
    assert ask_them(asking, SHE, "", TODAY) == (
        "I asked in April how I could help. How are things now, and what would be of use?"
    )
    assert about(asking, SHE, "A lift.", TODAY) == "You last asked in April. The answer was: “A lift”."


def test_long_after_one_asks_about_the_last_that_happened_where_no_answer_is_kept():
    moved = Happened("Moved to Leeds", "moved", before(200), "your note")

    asking = asking_of(Circumstances("ada", asked_on=before(190), answered_on=before(190), happened=[moved]), TODAY)

    assert (
        ask_them(asking, SHE, "", TODAY) == "How has it been since you moved to Leeds? What would help most just now?"
    )


def test_below_the_name_stands_what_happened_and_what_is_needed():
    known = {"happened": [Happened("The baby came on 4 October", "newborn", before(58))]}

    assert about(needing("A quiet hour", 30, **known), THEY, "", TODAY) == (
        "The baby came on 4 October. You have not asked since. Four weeks ago they needed a quiet hour."
        " You could ask whether that still helps."
    )
    assert about(after("moved", "Moved to Leeds"), SHE, "", TODAY) == "Moved to Leeds. You have not asked since."


def test_what_was_answered_is_not_said_to_be_unasked():
    known = {"happened": [Happened("Lost her post", "job seeker", before(58))], "answered_on": before(40)}

    assert "You have not asked since" not in about(needing("Work in Leeds", 21, **known), SHE, "", TODAY)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("Looking for work", "Three weeks ago she was looking for work."),
        ("We need it tuned", "Three weeks ago: “We need it tuned”."),
    ],
)
def test_a_need_is_told_in_a_sentence_else_quoted(what, sentence):
    assert about(needing(what), SHE, "", TODAY).startswith(sentence)


def test_in_the_margin_stands_where_it_is_known_from():
    known = {"happened": [Happened("Lost her post", "job seeker", before(58), "her mail")]}

    assert reasons(needing("Work in Leeds", **known)) == (
        "Job seeker, from her mail.",
        "Her mail, 10 November.",
        "What somebody asks for while looking for work is never counted.",
    )


@pytest.mark.parametrize(
    ("what", "words", "question"),
    [
        ("A dry workshop", HE, "Would a dry workshop still help him?"),
        ("Looking for work", SHE, "Is she still looking for work?"),
        ("Looking for work", THEY, "Are they still looking for work?"),
        ("to find a flat", SHE, "Would it still help her to find a flat?"),
        ("Busco piso en Graz", SHE, "“Busco piso en Graz”: does that still hold?"),
    ],
)
def test_before_meeting_one_wonders_whether_it_still_holds(what, words, question):
    assert ask_about_them(what, words) == question


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("her portfolio", SHE, "your portfolio"),
        ("somebody to visit her", SHE, "somebody to visit you"),
        ("what she has and is", SHE, "what you have and is"),
        ("his own boat, for himself", HE, "your own boat, for yourself"),
        ("a friend for him", SHE, "a friend for him"),
        ("their pram, and a bed for them", THEY, "your pram, and a bed for you"),
        ("the other theirs", THEY, "the other theirs"),
    ],
)
def test_words_about_somebody_are_turned_towards_them(text, words, said):
    assert to_you(text, words) == said
