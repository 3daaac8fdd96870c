"""Readable text of an HTML letter: nothing is executed, fetched or kept of the markup; quotes get their ">" back."""

import html
import re

LONGEST_MARKUP = 2_000_000  # characters; nobody wrote more than that themselves
DEEPEST_QUOTE = 12  # levels of blockquote that are told apart

_UNSEEN = ("head", "style", "script", "title", "template", "noscript", "object", "svg", "xml")
_UNSEEN_START = re.compile(r"<(?:(!--)|(" + "|".join(_UNSEEN) + r")\b)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]*)>|<[!?][^<>]*>")
# What stands in the text where a tag opens or closes: a line break where there is none yet, or an empty line.
_SPACE_OF_TAG = {
    **dict.fromkeys(("br", "div", "tr", "dl", "dt", "hr", "address", "article", "section", "header", "footer"), "\n"),
    **dict.fromkeys(("h4", "h5", "h6", "center", "form", "blockquote"), "\n"),
    **dict.fromkeys(("p", "ul", "ol", "table", "h1", "h2", "h3", "pre"), "\n\n"),
    **dict.fromkeys(("td", "th"), " "),
    "li": "\n- ",
}
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u200b\u200c\ufeff]+")
_WHITE = re.compile(r"\s+")
_MANY_BREAKS = re.compile(r"\n{3,}")
_LETTER = re.compile(r"<(?:html|body|div|p|br|table|span|font|a|b|i|meta|!doctype)\b", re.IGNORECASE)


def html_to_text(markup: str) -> str:
    """The text of a letter in HTML, one line per block, items with "- ", quoted blocks with "> "."""
    markup = _without_unseen(markup[:LONGEST_MARKUP])
    if "<pre" not in markup and "<PRE" not in markup:
        markup = " ".join(markup.split())
    pieces: list[str] = []
    quoted: list[tuple[int, int]] = []  # where in `pieces` the depth of quoting changes, and to what
    depth, end, kept, fresh = 0, 0, 0, True  # `fresh`: nothing stands on the line yet
    for tag in _TAG.finditer(markup):
        words = markup[end : tag.start()]
        if words and (kept or not (fresh and words.isspace())):
            pieces.append(words if kept or "\n" not in words else _WHITE.sub(" ", words))
            fresh = False
        end = tag.end()
        name = (tag[2] or "").lower()
        space = _SPACE_OF_TAG.get(name)
        if space is None or (name == "li" and tag[1]):
            continue
        if space != "\n" or name == "br" or not fresh:
            pieces.append(space)
        fresh = space[0] == "\n"
        step = -1 if tag[1] else 1
        if name == "blockquote":
            depth = min(max(depth + step, 0), DEEPEST_QUOTE)
            quoted.append((len(pieces), depth))
        elif name == "pre":
            kept = max(kept + step, 0)
    pieces.append(_WHITE.sub(" ", markup[end:]))
    return _joined(pieces, quoted)


def looks_like_html(text: str) -> bool:
    """Whether a text that claims to be plain is markup after all."""
    start = text[:300].lstrip()
    return start[:1] == "<" and bool(_LETTER.match(start))


def _without_unseen(markup: str) -> str:
    """Without comments and the elements nobody sees; one pass, so that a thousand open ones cost no more than one."""
    pieces: list[str] = []
    position = 0
    closed = {name: True for name in (*_UNSEEN, "!--")}
    while start := _UNSEEN_START.search(markup, position):
        name = (start[1] or start[2]).lower()
        end = _end_of_unseen(markup, start.end(), name) if closed[name] else -1
        pieces.append(markup[position : start.start()])
        if end < 0:
            closed[name] = False  # never closed: only its tag is dropped, the letter goes on
            end = markup.find(">", start.end()) + 1 or len(markup)
        position = end
    pieces.append(markup[position:])
    return "".join(pieces)


def _end_of_unseen(markup: str, start: int, name: str) -> int:
    if name == "!--":
        end = markup.find("-->", start)
        return end + 3 if end >= 0 else -1
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(markup, start)
    return closing.end() if closing else -1


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
    text = _SPACES.sub(" ", html.unescape(text) if "&" in text else text)
    text = "\n".join([line.strip() for line in text.split("\n")])
    return _MANY_BREAKS.sub("\n\n", text).strip("\n")
