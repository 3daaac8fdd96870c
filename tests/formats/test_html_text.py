import pytest

from amity.formats.html_text import LONGEST_MARKUP, html_to_text, looks_like_html

PAGES = [
    ("<p>Dear Bo,</p><p>see you.<br>Ada</p>", "Dear Bo,\n\nsee you.\nAda"),
    ("<div>One</div>\n<div>Two</div>\n<div><br></div><div>Three</div>", "One\nTwo\n\nThree"),
    ("<ul><li>bread<li>milk</ul>", "- bread\n- milk"),
    ("a &amp; b &lt;c&gt; &#8217;&nbsp;d", "a & b <c> ’ d"),
    ("<head><title>x</title><style>p{}</style></head><script>evil()</script>Hi", "Hi"),
    ("<!-- hidden -->Hi<!--[if mso]><p>Outlook</p><![endif]-->", "Hi"),
    ("Hi <a href='https://x.example' onclick='evil()'>there</a>", "Hi there"),
    ("Yes.<blockquote>Shall we?<blockquote>When?</blockquote></blockquote>No.", "Yes.\n> Shall we?\n>> When?\nNo."),
    ("<pre>a\n  b</pre>", "a\nb"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
    ("<script>never closed, and the letter", "never closed, and the letter"),
    ("2 < 3 and <unfinished", "2 < 3 and <unfinished"),
    ("", ""),
]


@pytest.mark.parametrize(("page", "text"), PAGES)
def test_markup_becomes_what_a_reader_sees(page: str, text: str) -> None:
    assert html_to_text(page).replace("  ", " ") == text


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<script>", "<style></head>", "<blockquote>x", "&", " ", "<a ", "</p>", "<pre>\n"]
)
def test_a_page_of_marks_that_never_end_is_read_once(piece: str) -> None:
    page = piece * (500_000 // len(piece)) + "<p>The end</p>"

    assert len(html_to_text(page)) <= LONGEST_MARKUP


def test_markup_that_claims_to_be_plain_is_recognised() -> None:
    assert looks_like_html(" \n<html><body>x")
    assert not looks_like_html("<ada@lindqvist.example> wrote")
    assert not looks_like_html("Dear Bo, <p> is a tag")
