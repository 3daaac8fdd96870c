"""What a caller can do something about; each carries its sentence."""


class NotHere(LookupError):
    """Nothing by that key in what this viewer may see: *not found*, never *forbidden*."""


class NotAccepted(ValueError):
    """Input that cannot be used. `field` names the one to mend, where there is one."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class BrokeOff(RuntimeError):
    """Long work ended before its end. The sentence says why; what was done so far is whole, and it can go on."""
