"""Promises: what is one, what only looks like one, and which words are highlighted."""

from pathlib import Path

import pytest

from amity.judgement.acts import Context
from amity.judgement.promises import FOUND_FROM, SUGGEST_FROM, FoundPromise, find_promises
from amity.lib.weights import said_weights


def promises(text: str, context: Context | None = None, *, by_owner: bool = True) -> list[FoundPromise]:
    return find_promises(text, by_owner=by_owner, weights=said_weights().promises, context=context or Context())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("I'll send you the plan tomorrow.", "send the plan tomorrow"),
        ("Will forward the minutes tonight.", "forward the minutes tonight"),
        ("Thanks, and I will ask Cy about the van on Monday.", "ask Cy about the van on Monday"),
        ("I am out next week, but I will get back to you on Monday.", "get back to you on Monday"),
        ("If you send me the list, I'll check it for you.", "check it for you"),
        ("Let me look into the parking and get back to you.", "look into the parking and get back to you"),
        ("Can you send me the list again, and I'll add Bo to it tonight?", "add Bo to it tonight"),
        ("I'll let you know if he calls.", "let you know"),
        ("I won't forget to bring your scarf.", "forget to bring your scarf"),
        ("ok will bring ur charger tmrw", "bring ur charger tmrw"),
    ],
)
def test_a_deed_the_writer_undertakes_is_a_promise(text: str, what: str) -> None:
    (promise,) = promises(text)

    assert what in promise.what
    assert promise.confidence >= FOUND_FROM


@pytest.mark.parametrize(
    "text",
    [
        "Marta will send you the list.",
        "He said he'd call you on Monday.",
        "I told you I would ring, and I did.",
        "I'll be out of the office until 6 May.",
        "We'll see.",
        "I won't be able to lend you the trailer.",
        "I'm not sure I'll make it on Friday.",
        "Did I tell you I will be a godfather?",
        "Your order will be sent within three days and our team will contact you shortly.",
        "I'll never understand the offside rule.",
        "If it ever clears, I'll bring you the joint to look at.",
        "Should something turn up I'll tell you.",
        "I'll be there at seven.",
        "I'm sending you a big hug.",
        "Will Marchetti sends his regards.",
        '"I will send it tomorrow," said Cy.',
        "Shall I send you the long version?",
        "Well, that is that.",
        "",
    ],
)
def test_what_only_looks_like_a_promise_is_left_alone(text: str) -> None:
    assert promises(text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ich schicke dir morgen den Plan.", "Ich schicke dir morgen den Plan"),
        ("Je t'envoie les photos demain.", "Je t'envoie les photos demain"),
        ("Te mando la lista mañana.", "Te mando la lista mañana"),
    ],
)
def test_plain_promises_of_other_languages_are_found_and_never_suggested(text: str, phrase: str) -> None:
    (promise,) = promises(text)

    assert text[promise.start : promise.end] == phrase
    assert not promise.is_suggestable


@pytest.mark.parametrize(
    "text", ["Ich schicke dir nichts.", "Schickst du mir den Plan?", "Je ne t'envoie rien.", "No te mando nada."]
)
def test_denials_and_questions_of_other_languages_are_no_promises(text: str) -> None:
    assert promises(text) == []


def test_the_phrase_is_found_across_a_line_break() -> None:
    text = "Dear Bo,\n\nthanks for the letter about the table. I will send you the\nboards tomorrow, if the van starts."
    (promise,) = promises(text)

    assert text[promise.start : promise.end] == "I will send you the\nboards tomorrow"


def test_an_answer_to_a_request_promises_more_surely_and_a_letter_to_many_less() -> None:
    text = "I'll send it."
    contexts = (Context(), Context(answers_a_request=True), Context(to_many=True))
    alone, answering, to_many = (promises(text, each)[0].confidence for each in contexts)

    assert to_many < alone < answering


def test_the_reason_says_whose_it_is_and_for_whom() -> None:
    text = "I'll send you the plan tomorrow."

    assert promises(text)[0].reason == "something of your own to do, for the reader, with a time"
    assert promises(text, by_owner=False)[0].reason.startswith("something of theirs to do")


def test_only_the_surest_are_suggestable() -> None:
    sure, unsure = promises("I'll send you the plan tomorrow.")[0], promises("We'll refine it, so let me know.")

    assert sure.is_suggestable
    assert all(each.is_suggestable == (each.confidence >= SUGGEST_FROM) for each in [sure, *unsure])


def test_our_own_test_half_is_found_as_well_as_is_published() -> None:
    lines = Path("docs/data/promises/promises-test.tsv").read_text("utf-8").splitlines()
    from_file = [line.split("\t") for line in lines]
    said = [bool(promises(row[1])) for row in from_file]
    truth = [row[0] == "Yes" for row in from_file]
    right = sum(a and b for a, b in zip(said, truth, strict=True))

    assert 2 * right / (sum(said) + sum(truth)) >= 0.9
