"""Requests: what asks the reader for something, and what only sounds like it."""

import pytest

from amity.judgement.acts import Context
from amity.judgement.requests import SUGGEST_FROM, FoundRequest, find_requests, may_ask
from amity.lib.weights import said_weights


def requests(text: str, context: Context | None = None) -> list[FoundRequest]:
    return find_requests(text, weights=said_weights().requests, context=context or Context())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Could you send me the plan of the second floor?", "do"),
        ("Please let me know by Friday whether you can come.", "do"),
        ("Bo, please add Cy to the list.", "do"),
        ("Send me your new address when you have it.", "do"),
        ("I need your measurements for the costume.", "do"),
        ("I was wondering if you could help me with a letter.", "do"),
        ("We would be grateful for your answer by the end of the month.", "do"),
        ("Did you get my note about the roof?", "answer"),
        ("What time does your train get in?", "answer"),
        ("can u pick up bread?", "do"),
        ("Does anyone know a plumber who turns up?", "answer"),
        ("Let's move our call to four.", "do"),
        ("Is there a way to print only the first page?", "answer"),
        ("The rent is due on the 3rd or the 5th?", "answer"),
        ("Wanda - please pass this on to Bo.", "do"),
        ("Please find attached the draft, and send me your changes by noon.", "do"),
        ("Please let me know if you have any changes to the draft.", "do"),
        ("Everybody should bring a torch and dry socks.", "do"),
        ("It would help me if you could send the list tonight.", "do"),
        ("I'd suggest asking the porter for the spare key.", "do"),
        ("Any last minute ideas would be welcome.", "do"),
    ],
)
def test_what_asks_the_reader_is_a_request(text: str, kind: str) -> None:
    (request,) = requests(text)

    assert request.kind in (kind, "do")
    assert text[request.start : request.end] == request.sentence.text


@pytest.mark.parametrize(
    "text",
    [
        "If you have any questions, please do not hesitate to contact us.",
        "Please find attached the minutes.",
        "Please do not reply to this message.",
        "Can you believe it's been ten years?",
        "Who would have thought?",
        "Isn't it lovely when the clocks change?",
        "She asked me whether I could bring the chairs.",
        "I asked Hanne to send you the file.",
        "Get well soon.",
        "Click here to unsubscribe from our newsletter.",
        "Thank you for sending the plans.",
        "Let me check with Yusuf.",
        "The trains are not running on Sunday.",
        "What's the point of a lock without a door?",
        "Do they really think that nobody reads it?",
        "But at what cost?",
        "Harbour Bank Names Ebba Lind Chief Risk Officer?",
        "Please call me if you have any questions.",
        "Email: hedda@mill.example",
        "Fax +44 20 7946 0202",
        "The program may want you to confirm it twice.",
        "Don't think so.",
        "Thanks in advance.",
        "",
    ],
)
def test_courtesies_and_rhetoric_ask_for_nothing(text: str) -> None:
    assert requests(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kannst du mir bitte die Adresse schicken?",
        "Peux-tu m'envoyer la liste ?",
        "¿Puedes mandarme la lista?",
        "Sag mir bitte Bescheid.",
        "Dis-moi quand tu arrives.",
        "Avísame cuando llegues.",
    ],
)
def test_plain_requests_of_other_languages_are_found_and_never_suggested(text: str) -> None:
    assert [each.is_suggestable for each in requests(text)] == [False]


def test_requests_come_in_the_order_of_the_text() -> None:
    text = "Could you bring the table? It is heavy. Please ask Cy to help you."

    assert [each.sentence.text for each in requests(text)] == [
        "Could you bring the table?",
        "Please ask Cy to help you.",
    ]


def test_a_letter_to_many_asks_less_surely() -> None:
    text = "Could you send me the plan?"

    assert requests(text, Context(to_many=True))[0].confidence < requests(text)[0].confidence


def test_the_reason_names_what_was_said() -> None:
    assert requests("Could you bring the table?")[0].reason == "asks whether you could"
    assert requests("Could you bring the table?")[0].confidence >= SUGGEST_FROM


@pytest.mark.parametrize(
    ("text", "may"), [("The roof is dry again.", False), ("Could it be dry?", True), ("Please sit.", True)]
)
def test_a_quick_look_tells_whether_a_text_may_ask(text: str, may: bool) -> None:
    assert may_ask(text) is may
