"""What is known of a message when its requests and promises are looked for, beyond its own text."""

from dataclasses import dataclass

ANSWERS_A_REQUEST = 0.7  # log-odds a promise gains in an answer to a request; chosen, not measured
TO_MANY = -1.0  # log-odds an act loses in a letter to many: their "we" is a company's; chosen, not measured


@dataclass(frozen=True, slots=True)
class Context:
    """`answers_a_request`: the message before asked for something. `to_many`: a letter to more than ten, or to a list."""

    answers_a_request: bool = False
    to_many: bool = False


ALONE = Context()  # nothing is known of the message
