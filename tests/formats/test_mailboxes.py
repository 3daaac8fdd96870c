import pytest

from amity.formats.handles import is_machine_address, is_role_address, same_mailbox

DESKS = """
info support hello office team contact sales jobs hr customer-service customer.support kontakt buchhaltung
vorstand sekretariat presse bewerbung büro contacto ventas atencion.al.cliente direction accueil secrétariat
service.client info-berlin support.uk sales2 info+spring orders front-desk office.manager admissions
"""

MACHINES = """
no-reply noreply no_reply donotreply do-not-reply noreply-orders acme-noreply dont-reply nicht-antworten
ne-pas-repondre no-responder mailer-daemon bounce bounces+123-jane=example.org bounce-7 notifications
calendar-notification notify alerts jira-alerts newsletter newsletters unsubscribe nobody root www-data cron
srs0=ab=cd=example.org=jane prvs=12ab=jane list-bounces garden-request owner-garden autoreply auto-confirm
0f9a8b7c6d5e4f3a2b1c0d9e verification keine-antwort listserv majordomo updates digest
"""

PEOPLE = """
jane jane.doe jdoe j.doe jane_doe79 steve.jobs joe.root norman.mailer mark.sales hr.mueller grace.church
will.price art.director me mail dean.bishop anna.info-design max.it rosa.parks notker newsom.gavin alertson
replyn bo.contact 12345+jane +44 7 josé 王芳 felix.system root.jane dr.hello
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("jane+shop@example.org", "jane@example.org"),
        ("jane.doe@example.org", "jane.doe@example.org"),
        ("jane.doe+x@gmail.com", "janedoe@gmail.com"),
        ("jane.doe@googlemail.com", "janedoe@gmail.com"),
        ("12345+jane@users.noreply.github.com", "jane@users.noreply.github.com"),
        ("jane@users.noreply.github.com", "jane@users.noreply.github.com"),
        ("+44@example.org", "+44@example.org"),
    ],
)
def test_the_same_mailbox_has_one_comparison_form(value: str, expected: str) -> None:
    assert same_mailbox(value) == expected


@pytest.mark.parametrize(
    "local",
    DESKS.split(),
)
def test_a_desk_is_not_taken_for_a_person(local: str) -> None:
    assert (is_role_address(f"{local}@acme.example"), is_machine_address(f"{local}@acme.example")) == (True, False)


@pytest.mark.parametrize(
    "local",
    MACHINES.split(),
)
def test_a_machine_is_recognised(local: str) -> None:
    assert is_machine_address(f"{local}@acme.example")


@pytest.mark.parametrize(
    "value",
    [
        "jane@bounces.acme.example",
        "reply+ab12@reply.acme.example",
        "x7@notifications.acme.example",
        "jane@noreply.acme.example",
    ],
)
def test_a_host_of_machines_is_recognised(value: str) -> None:
    assert is_machine_address(value)


@pytest.mark.parametrize(
    "local",
    PEOPLE.split(),
)
def test_a_person_is_neither_a_desk_nor_a_machine(local: str) -> None:
    assert (is_role_address(f"{local}@acme.example"), is_machine_address(f"{local}@acme.example")) == (False, False)


def test_the_hidden_address_of_a_person_at_github_is_a_person() -> None:
    assert not is_machine_address("12345+jane@users.noreply.github.com")
