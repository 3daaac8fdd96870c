"""Sentences: where they end, and where they stood."""

import pytest

from amity.judgement.sentences import place_in, sentences


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gladly. Thursday suits me.", ["Gladly.", "Thursday suits me."]),
        ("ok. will send it tonight. thx", ["ok.", "will send it tonight.", "thx"]),
        ("Dr. Lind and Mr. Berg met at 10 a.m. in St. Ives.", ["Dr. Lind and Mr. Berg met at 10 a.m. in St. Ives."]),
        ("Bring e.g. chairs, i.e. the old ones.", ["Bring e.g. chairs, i.e. the old ones."]),
        ("J. R. Lind wrote. I did not.", ["J. R. Lind wrote.", "I did not."]),
        ("It costs 3.50 at most. Call me at 5. Thanks", ["It costs 3.50 at most.", "Call me at 5.", "Thanks"]),
        ("Wir kommen am 3. Mai an. Bis dann!", ["Wir kommen am 3. Mai an.", "Bis dann!"]),
        ("Really?! Yes :) See you.", ["Really?!", "Yes :) See you."]),
        ('"Will you come?" she asked.', ['"Will you come?" she asked.']),
        ("Hmm... not sure.", ["Hmm... not sure."]),
        ("", []),
        ("-- \n***", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, said: list[str]) -> None:
    assert [each.text for each in sentences(text)] == said


def test_wrapped_lines_are_one_sentence_and_ended_lines_are_not() -> None:
    text = (
        "Hi Bo,\n\nthe boards for the long table in the hall have arrived at last and\n"
        "I will bring them round on Saturday if the van starts.\nBest wishes\nAda"
    )

    assert [each.text for each in sentences(text)] == [
        "Hi Bo,",
        "the boards for the long table in the hall have arrived at last and I will bring them round on Saturday if the "
        "van starts.",
        "Best wishes",
        "Ada",
    ]


def test_items_of_a_list_stand_by_themselves() -> None:
    text = "Please bring:\n- two chairs\n- the long table\n1. Call Cy\n2. Ask Bo"

    assert [each.text for each in sentences(text)] == [
        "Please bring:", "- two chairs", "- the long table", "Call Cy", "Ask Bo",
    ]  # fmt: skip


def test_a_sentence_knows_where_it_stood_across_a_line_break() -> None:
    text = "Hello there.\n  I will send you the boards for the long table tomorrow and\nthe chairs."
    sentence = sentences(text)[1]
    start, end = place_in(text, sentence, sentence.text.index("tomorrow"), len(sentence.text))

    assert text[sentence.start : sentence.end].startswith("I will")
    assert text[start:end] == "tomorrow and\nthe chairs."


def test_a_very_long_line_is_looked_at_no_further_than_a_sentence_goes() -> None:
    assert len(sentences("word " * 5_000)[0].text) <= 1_000
