import pytest

from amity.formats.own_text import OwnText, own_text

ANSWER = "Gladly, Thursday suits me."

# Every shape holds the answer and nothing else of the writer's own.
QUOTED_BELOW = {
    "with marks": "On 3 May 2024 at 10:02, Ada <ada@lindqvist.example> wrote:\n> Shall we meet?\n> Ada",
    "wrapped over two lines": "On Tue, 3 May 2024 at 10:02, Ada <ada@lindqvist.example>\nwrote:\n> Shall we meet?",
    "wrapped over three lines": "On 3 May 2024, at 10:02, Ada\n<ada@lindqvist.example>\nwrote:\n\n> Shall we meet?",
    "by name alone": "Ada Lindqvist wrote:\n> Shall we meet?",
    "without any mark": "On 3 May 2024 at 10:02, Ada <ada@lindqvist.example> wrote:\n\nShall we meet?\nAda",
    "with another mark": "On 3 May 2024 at 10:02, Ada <ada@lindqvist.example> wrote:\n| Shall we meet?\n|\n| Ada",
    "in German": "Am 03.05.2024 um 10:02 schrieb Ada Lindqvist:\n> Wollen wir uns treffen?",
    "in French": "Le 03/05/2024 à 10:02, Ada Lindqvist a écrit :\n> On se voit ?",
    "in Spanish": "El 3 may 2024, a las 10:02, Ada <ada@lindqvist.example> escribió:\n> ¿Nos vemos?",
    "in Russian": "03.05.2024, 10:02, Ада <ada@lindqvist.example>:\n\nДавай встретимся?",
    "in Gmail's old way": "2024/5/3 Ada Lindqvist <ada@lindqvist.example>:\n> Shall we meet?",
    "with a word before it": "Quoting Ada <ada@lindqvist.example> 10:02 who wrote:\n> Shall we meet?",
    "under Outlook's banner": "-----Original Message-----\nFrom: Ada\nSent: Friday\nTo: Bo\nSubject: Do\n\nShall we?",
    "under Outlook's fields": "From: Ada Lindqvist\nSent: Friday, May 3, 2024\nTo: Bo\nSubject: Do\n\nShall we?",
    "under bold fields": "*From:* Ada [mailto:ada@x.example]\n*Sent:* Friday\n*To:* Bo\n*Subject:* Do\n\nShall we?",
    "under a rule and fields": "____________________\nVon: Ada\nGesendet: Freitag\nAn: Bo\nBetreff: Do\n\nWann?",
    "under Lotus Notes' fields": "Ada Lindqvist\n05/03/2024 10:02 AM\nTo: Bo Berg/X@X\ncc:\nSubject: Do\n\nShall we?",
    "forwarded": "---------- Forwarded message ---------\nFrom: Ada\nDate: Fri, 3 May\nSubject: Do\n\nShall we?",
    "banner above marked lines": "-----Original Message-----\n> From: Ada\n> Shall we meet?",
    "a mailing list's footer": "______________________________\ngarden mailing list\ngarden@lists.example",
    "OpenPGP's signature": "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----",
}


@pytest.mark.parametrize("shape", QUOTED_BELOW)
def test_what_others_wrote_is_taken_out(shape: str) -> None:
    assert own_text(f"{ANSWER}\n\n{QUOTED_BELOW[shape]}").text == ANSWER


@pytest.mark.parametrize("shape", [each for each in QUOTED_BELOW if "\n> " in QUOTED_BELOW[each]])
def test_an_answer_below_its_quote_is_kept(shape: str) -> None:
    assert own_text(f"{QUOTED_BELOW[shape]}\n\n{ANSWER}").text == ANSWER


OWN_WORDS = {
    "interleaved": ("> Shall we meet?\nYes.\n> Where?\nAt the café.", "Yes.\nAt the café."),
    "below a quote that was deleted": ("On 3 May 2024 at 10:02, Ada wrote:\n\nGladly.", "Gladly."),
    "telling what somebody wrote": ("In his letter Bo Berg from the garden club of ours wrote:\nnothing.", None),
    "telling what somebody wrote today": ("At 10:30 Bo wrote:\nhe is ill.", None),
    "best regards in the middle": ("Give her my\nbest regards\nand tell her that the garden is in flower again.", None),
    "a closing that is the end of a sentence": ("Please give her my warm\nregards.", None),
    "a list with colons": ("Two things:\n- bread\n- milk\n\nFrom: the shop at the corner", None),
    "a list that ends in a name": ("Who comes:\n\n- Ada\n- Cy\n\n- Bo", None),
    "sent from a desk": ("Sent from my desk, it is much easier than on the phone.", None),
    "dashes within a line": ("Here it is -- as promised.\n\nSee you", None),
    "a rule between paragraphs": ("One.\n\n----------------------------\n\nTwo, and more of it.", None),
    "a postscript": ("Bye.\n\nBest regards,\nBo\n\nPS: bring the book, please, if you can.", None),
    "a long letter below dashes": ("Hello\n-- \n" + "\n".join(f"line {number}" for number in range(40)), None),
    "an invitation": ("Date: Thursday\nTime: eight\nPlace: our garden", None),
}


@pytest.mark.parametrize("shape", OWN_WORDS)
def test_the_writers_words_are_kept(shape: str) -> None:
    body, own = OWN_WORDS[shape]

    assert own_text(body).text == (body if own is None else own).replace("-- \n", "--\n")


SIGNATURES = [
    ("-- \nBo Berg\n+44 20 7946 0123", "Bo Berg\n+44 20 7946 0123"),
    ("Best regards,\nBo Berg\nBerg & Sons, Oslo", "Best regards,\nBo Berg\nBerg & Sons, Oslo"),
    ("Mit freundlichen Grüßen\n\nBo Berg", "Mit freundlichen Grüßen\n\nBo Berg"),
    ("Cordialement,\nBo", "Cordialement,\nBo"),
    ("Sent from my iPhone", "Sent from my iPhone"),
    ("Von meinem iPhone gesendet", "Von meinem iPhone gesendet"),
    ("-Bo Berg", "-Bo Berg"),
    ("Bo Berg\nGarden architect\nbo@berg.example", "Bo Berg\nGarden architect\nbo@berg.example"),
]


@pytest.mark.parametrize(("below", "signature"), SIGNATURES)
def test_a_signature_is_told_apart_also_above_a_quote(below: str, signature: str) -> None:
    quote = "On 3 May 2024 at 10:02, Ada wrote:\n> Shall we?"

    assert own_text(f"{ANSWER}\n\n{below}", "Bo Berg") == OwnText(ANSWER, signature)
    assert own_text(f"{ANSWER}\n\n{below}\n\n{quote}", "Bo Berg") == OwnText(ANSWER, signature)


def test_the_footer_of_a_list_below_a_signature_is_no_part_of_it() -> None:
    body = f"{ANSWER}\n-- \nBo Berg\n\n-- \nGarden list: https://lists.example/garden"

    assert own_text(body) == OwnText(ANSWER, "Bo Berg")


@pytest.mark.parametrize(
    "body", ["", "\n\n", "> only quoted", "-- \nBo", "\r\n", ":", "--", "On 3 May at 10:02 Bo wrote:"]
)
def test_a_body_without_words_of_its_own_is_empty_or_as_it_stood(body: str) -> None:
    assert own_text(body).text in ("", body.strip())


@pytest.mark.parametrize(
    "line",
    ["Regards,", "wrote:", "On Mon 10:00 wrote:", "On 3 May 2024 10:00 wrote:\n) x", "_" * 40 + "\nhttps://x.example",
     "-- ",
     "From: a\nTo: b\nSubject: c\n\n> d", "-----BEGIN PGP SIGNATURE-----", "\nBo Berg", "a:"],
)  # fmt: skip
def test_a_body_of_a_million_marks_is_read_once_and_not_a_million_times(line: str) -> None:
    body = (line + "\n") * (200_000 // len(line))

    assert len(own_text(body, "Bo Berg").text) <= len(body)
