"""Readable text of an HTML letter: nothing is executed, fetched or kept of the markup; quotes get their ">" back."""

import html
import re

LONGEST_MARKUP = 2_000_000  # characters; nobody wrote more than that themselves
DEEPEST_QUOTE = 12  # levels of blockquote that are told apart

# Elements of which nobody sees the content.
_UNSEEN = frozenset(("head", "style", "script", "title", "template", "noscript", "object", "svg", "xml"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^<>]*>|<[!?][^<>]*>")
# What stands in the text where a tag opens or closes: a line break where there is none yet, or an empty line.
_SPACE_OF_TAG = {
    **dict.fromkeys(("br", "div", "tr", "dl", "dt", "hr", "address", "article", "section", "header", "footer"), "\n"),
    **dict.fromkeys(("h4", "h5", "h6", "center", "form", "blockquote"), "\n"),
    **dict.fromkeys(("p", "ul", "ol", "table", "h1", "h2", "h3", "pre"), "\n\n"),
    **dict.fromkeys(("td", "th"), " "),
    "li": "\n- ",
}
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# The frequent ones, none of which can make another; the rest goes through the standard library's table.
_ENTITIES = (("&gt;", ">"), ("&lt;", "<"), ("&nbsp;", " "), ("&quot;", '"'), ("&#39;", "'"))
_MANY_BREAKS = re.compile(r"\n{3,}")
_LETTER = re.compile(r"<(?:html|body|div|p|br|table|span|font|a|b|i|meta|!doctype)\b", re.IGNORECASE)


def html_to_text(markup: str) -> str:
    """The text of a letter in HTML, one line per block, items with "- ", quoted blocks with "> "."""
    return _text_of(_without_comments(markup[:LONGEST_MARKUP]), _UNSEEN)


def _text_of(markup: str, unseen: frozenset[str]) -> str:
    parts = _TAG.split(markup)
    pieces = [_on_one_line(parts[0])]
    quoted: list[tuple[int, int]] = []  # where in `pieces` the depth of quoting changes, and to what
    depth, kept, skipped = 0, 0, ""
    fresh = not parts[0].strip()  # nothing stands on the line yet
    for closing, name, words in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        name = name.lower() if name else ""
        if skipped:
            if not closing or name != skipped:
                continue
            skipped = ""
        elif name in unseen and not closing:
            skipped = name
            continue
        space = _SPACE_OF_TAG.get(name)
        if space and not (closing and name == "li"):
            if space != "\n" or name == "br" or not fresh:
                pieces.append(space)
            fresh = space[0] == "\n"
            if name == "blockquote":
                depth = min(max(depth + (-1 if closing else 1), 0), DEEPEST_QUOTE)
                quoted.append((len(pieces), depth))
            elif name == "pre":
                kept = max(kept + (-1 if closing else 1), 0)
        if words and (kept or not (fresh and words.isspace())):
            pieces.append(words if kept else _on_one_line(words))
            fresh = False
    if skipped:
        return _text_of(markup, unseen - {skipped})  # it never ends: only its tag is dropped, the letter goes on
    return _joined(pieces, quoted)


def looks_like_html(text: str) -> bool:
    """Whether a text that claims to be plain is markup after all."""
    start = text[:300].lstrip()
    return start[:1] == "<" and bool(_LETTER.match(start))


def _without_comments(markup: str) -> str:
    start = markup.find("<!--")
    if start < 0:
        return markup
    pieces: list[str] = []
    position = 0
    while start >= 0:
        end = markup.find("-->", start + 4)
        if end < 0:
            break
        pieces.append(markup[position:start])
        position = end + 3
        start = markup.find("<!--", position)
    pieces.append(markup[position:])
    return "".join(pieces)


def _on_one_line(words: str) -> str:
    return words.replace("\n", " ") if "\n" in words else words


def _joined(pieces: list[str], quoted: list[tuple[int, int]]) -> str:
    if not quoted:
        return _tidy("".join(pieces))
    blocks: list[str] = []
    start, depth = 0, 0
    for place, next_depth in [*quoted, (len(pieces), 0)]:
        block = _tidy("".join(pieces[start:place]))
        if block:
            mark = ">" * depth + " " if depth else ""
            blocks.append("\n".join(mark + line for line in block.split("\n")) if mark else block)
        start, depth = place, next_depth
    return "\n".join(blocks)


def _tidy(text: str) -> str:
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = _NO_WIDTH.sub("", text)
    text = "\n".join([" ".join(line.split()) for line in text.split("\n")])
    return _MANY_BREAKS.sub("\n\n", text).strip("\n")
