import pytest

from amity.judgement.own_chats import own_in_chats, service_of, untold

ADA, BO, CY, ME = "whatsapp:ada", "whatsapp:bo", "whatsapp:cy", "whatsapp:robin fenn"
THEIR, MINE = "facebook:ada", "facebook:robin fenn"
NAMED = {ADA: "Ada", BO: "Bo", CY: "Cy", ME: "Robin Fenn", THEIR: "Ada", MINE: "Robin Fenn"}


def chat(one: str, other: str) -> frozenset[str]:
    return frozenset((one, other))


@pytest.mark.parametrize(
    ("chats", "told", "own_names", "own"),
    [
        ([chat(ADA, ME)], (), (), set()),
        ([chat(ADA, ME), chat(ADA, ME)], (), (), set()),
        ([chat(ADA, ME), chat(BO, ME)], (), (), {ME}),
        ([chat(ADA, ME), chat(BO, ME), chat(ADA, BO)], (), (), set()),
        ([chat(ADA, ME), chat(THEIR, MINE)], (), (), set()),
        ([chat(ADA, ME)], (ME,), (), {ME}),
        ([chat(ADA, ME)], (), ("robin  FENN",), {ME}),
        ([chat(ADA, ME)], (ME,), ("Ada",), {ME}),
        ([chat(ADA, ME)], (), ("Ada", "Robin Fenn"), set()),
        ([chat(ADA, ME), chat(BO, ME)], (), ("Robin Fenn",), {ME}),
        ([chat(ADA, ME)], (), ("", " "), set()),
        ([], (), (), set()),
    ],
)
def test_the_owner_is_who_stands_in_several_chats_or_was_named(chats, told, own_names, own) -> None:
    found = own_in_chats(set(chats), told, NAMED, own_names)

    assert {one.value for one in found} == own
    assert all(one.reason.endswith(".") for one in found)


def test_chats_without_the_owner_are_untold() -> None:
    assert untold({chat(ADA, ME), chat(BO, CY)}, {ME}) == (chat(BO, CY),)


@pytest.mark.parametrize(
    ("one", "service"),
    [
        (chat(ADA, ME), "whatsapp"),
        (chat("+442079460001", ME), "whatsapp"),
        (chat("+442079460001", "+442079460002"), ""),
    ],
)
def test_a_chat_is_of_the_service_of_its_accounts(one: frozenset[str], service: str) -> None:
    assert service_of(one) == service
