"""What is said before something is read: exact where it is counted, an estimate where it is one."""

import pytest

from amity.judgement.preview_words import Looked, about, preview_sentences

SAMPLE = "What follows was counted on a sample, spread over all of it:"
ALL = "All of it was looked at, so what follows is exact:"


@pytest.mark.parametrize(
    ("seen", "sentences"),
    [
        (
            Looked(38_560, 0, whole=True, new=540, there=20, aside=40),
            (
                "It holds 38,560 letters: that is counted, not estimated.",
                f"{SAMPLE} of 600 letters, 540 would come in new, 20 are here already and 40 would be left aside, as "
                "no person wrote them.",
                "About 35,000 letters would come in new: an estimate from that sample.",
            ),
        ),
        (
            Looked(120_000, 0, whole=False, new=300, there=300),
            (
                "It holds at least 120,000 letters: counting all of it would have taken too long, or broke off.",
                f"{SAMPLE} of 600 letters, 300 would come in new and 300 are here already.",
                "At least about 60,000 letters would come in new: an estimate from that sample.",
            ),
        ),
        (
            Looked(2, 4, whole=True, aside=1, there=1, cards_new=1, cards_there=1, cards_changed=2),
            (
                "It holds two letters and four cards: that is counted, not estimated.",
                f"{ALL} of two letters, none would come in new, one is here already and one would be left aside, as no "
                "person wrote it.",
                "And of four cards, one would come in new, two would be brought up to date and one is here already.",
            ),
        ),
        (
            Looked(3, 0, whole=True, new=2, unread=1),
            (
                "It holds three letters: that is counted, not estimated.",
                f"{ALL} of two letters, two would come in new.",
            ),
        ),
        (
            Looked(1_000, 0, whole=True, there=100),
            (
                "It holds 1,000 letters: that is counted, not estimated.",
                f"{SAMPLE} of 100 letters, none would come in new and 100 are here already.",
            ),
        ),
        (Looked(0, 0, whole=True), ("No letter and no card was found in it.",)),
        (Looked(0, 0, whole=False), ("How much it holds could not be counted.",)),
    ],
    ids=["a large mailbox", "too large to count", "a small one", "one unreadable", "nothing new", "empty", "broken"],
)  # fmt: skip
def test_a_preview_says_what_is_exact_and_what_is_an_estimate(seen, sentences):
    assert preview_sentences(seen) == sentences


@pytest.mark.parametrize(("number", "said"), [(7, 7), (99, 99), (104, 100), (34_704, 35_000), (1_250_000, 1_200_000)])
def test_an_estimate_says_no_more_than_it_knows(number, said):
    assert about(number) == said
