"""The lines of a plain text body while it is being told which of them are quoted, dropped, or a signature."""

OWN, QUOTED, DROPPED, SIGNATURE = range(4)
RULES = frozenset("-_=*~")  # what lines across the page are drawn with


class BodyLines:
    """Lines, and what each is; `kinds` holds one byte for each line, OWN to begin with."""

    def __init__(self, body: str) -> None:
        self.lines = body.split("\n")
        self.kinds = bytearray(len(self.lines))
        self.end = len(self.lines)
        self._others_above = 0  # every line above this one is blank, or has been told to be no own one

    def mark(self, start: int, end: int, kind: int) -> None:
        """Gives lines a kind where they have none yet."""
        for number in range(start, end):
            if not self.kinds[number]:
                self.kinds[number] = kind

    def is_blank(self, number: int) -> bool:
        """Whether nothing stands on that line."""
        return not self.lines[number].strip()

    def has_own_above(self, number: int) -> bool:
        """Whether anything above is still taken for the writer's own; looks at each line only once."""
        while self._others_above < number:
            if not self.kinds[self._others_above] and not self.is_blank(self._others_above):
                return True
            self._others_above += 1
        return False

    def next_line(self, number: int) -> int:
        """The next line below that is not blank, or the end."""
        number += 1
        while number < self.end and self.is_blank(number):
            number += 1
        return number

    def end_of_own(self, start: int, most: int) -> int:
        """Where the lines without a kind end that begin at `start`, -1 when more than `most` are not blank."""
        count = 0
        for number in range(start, self.end):
            if self.kinds[number]:
                return number
            count += not self.is_blank(number)
            if count > most:
                return -1
        return self.end

    def of(self, kind: int) -> list[str]:
        """The lines of one kind, in order."""
        return [line for line, each in zip(self.lines, self.kinds, strict=True) if each == kind]
