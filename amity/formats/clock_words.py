"""Words that phones write beside the hour: the halves of the day in many languages, and those that say nothing."""

_EDGES = str.maketrans("", "", ".  \u00a0\u202f\u200e\u200f\u05f4\"'’")

# fmt: off
_BEFORE_NOON = frozenset((
    "am", "vorm", "vormittags", "fm", "ap", "de", "dop", "sa", "öö", "ص", "صباحًا", "πμ", "дп", "проб", "претпл",
    "priekšp", "priešpiet", "pd", "pg", "ig", "קבר", "לפנהצ", "ق\u200cظ", "قظ", "पूर्वाह्न", "ก่อนเที่ยง", "முற்பகல்", "오전",
    "午前", "上午", "凌晨", "清晨", "早上", "prijepodne", "prepodne", "կա",
))
_AFTER_NOON = frozenset((
    "pm", "nachm", "nachmittags", "em", "ip", "du", "odp", "pop", "ch", "ös", "م", "مساءً", "μμ", "пп", "слоб", "попл",
    "pēcp", "popiet", "md", "ptg", "אחהצ", "بظ", "ب\u200cظ", "अपराह्न", "หลังเที่ยง", "பிற்பகல்", "오후",
    "午後", "下午", "中午", "晚上", "popodne", "poslijepodne", "կհ",
))
_SAYS_NOTHING = frozenset((
    "", "uhr", "h", "hrs", "ч", "год", "г", "klo", "kl", "à", "às", "a las", "at", "um", "om", "alle", "ore", "o",
))
# fmt: on


def half_of_day(word: str) -> int | None:
    """Hours to add to a twelve-hour clock's hour (0 or 12); None where a word tells no half: "p. m.", "Uhr"."""
    plain = _plain(word)
    if plain in _BEFORE_NOON:
        return 0
    return 12 if plain in _AFTER_NOON else None


def is_known_word(word: str) -> bool:
    """Whether it is understood what a word beside the hour says."""
    return half_of_day(word) is not None or _plain(word) in _SAYS_NOTHING


def _plain(word: str) -> str:
    return word.casefold().translate(_EDGES)
