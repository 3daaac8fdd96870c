"""Today, and the answers to a suggestion."""

from datetime import timedelta

from amity.actions.promises import add_promise
from amity.records.models import Change, Fact, Interaction, Pause, Tie
from amity.records.scope import scope_of
from tests.conftest import TODAY
from tests.surfaces.web.conftest import text_of


def test_today_shows_who_has_gone_quiet_with_the_picture_and_the_reason(owner, ada, bo):
    page = text_of(owner.get("/"))

    assert "<h1>Tuesday 1 December</h1>" in page
    assert "<bdi>Bo Lindqvist</bdi>" in page
    assert 'role="img" aria-label="Quiet for' in page
    assert 'href="mailto:bo@lindqvist.example"' in page
    assert "<bdi>Ada Okafor</bdi></a> turns 42" in page


def test_an_empty_place_offers_one_thing_to_do(owner):
    page = text_of(owner.get("/"))

    assert "Nobody here yet" in page
    assert 'href="/sources/"' in page


def test_dates_speak_the_language_the_owner_likes(owner, viewer, bo):
    owner.post("/settings/likes", likes(language="de"))

    assert "<h1>Dienstag 1 Dezember</h1>" in text_of(owner.get("/"))


def test_saying_we_spoke_writes_it_down_and_offers_the_way_back(owner, viewer, bo):
    answer = owner.post(f"/people/{bo.pk}/done", {"back": "/"}, follow=True)

    with scope_of(viewer):
        change = Change.objects.get(verb="mark_done")
        assert Interaction.objects.filter(participants__person=bo, happened_at__date="2026-12-01").exists()
    assert answer.redirect_chain == [("/", 302)]
    assert f'formaction="/changes/{change.pk}/undone"' in text_of(answer)


def test_a_script_is_told_to_swap_the_page_it_is_on(owner, bo):
    answer = owner.post(
        f"/people/{bo.pk}/done",
        {"back": "/"},
        headers={"HX-Request": "true", "HX-Current-URL": "http://localhost/"},
    )

    assert answer["HX-Location"] == '{"path": "/", "target": "#main", "swap": "outerHTML", "push": "false"}'


def test_later_means_next_week(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/later")

    with scope_of(viewer):
        assert Tie.objects.get(person=bo).paused_until.isoformat() == "2026-12-08"


def test_not_now_asks_for_the_reason_and_keeps_it(owner, viewer, bo):
    asked = owner.get(f"/people/{bo.pk}/not-now", headers={"HX-Request": "true"})
    owner.post(f"/people/{bo.pk}/not-now", {"reason": "at sea until spring"})

    assert asked.content.startswith(b'<form class="form"')
    with scope_of(viewer):
        assert Pause.objects.get(person=bo).reason == "at sea until spring"


def test_a_reason_that_is_too_long_comes_back_with_the_form(owner, bo):
    answer = owner.post(f"/people/{bo.pk}/not-now", {"reason": "x" * 301})

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in text_of(answer)


def test_whom_to_ask_stands_with_a_question_and_can_be_put_off(owner, viewer, ada):
    with scope_of(viewer):
        Fact.objects.create(
            person=ada, kind="life_event", label="new baby", text="The baby came", happens_on=TODAY - timedelta(days=40)
        )
    asked = text_of(owner.get("/"))
    owner.post(f"/people/{ada.pk}/later")

    assert "Ask how you can help" in asked
    assert "How has it been since the baby came?" in asked
    assert 'href="mailto:ada@okafor.example?body=How%20has%20it%20been' in asked
    assert "Ask how you can help" not in text_of(owner.get("/"))


def test_promises_stand_first_with_a_tick_and_the_sentence(owner, viewer, bo):
    add_promise(
        viewer, bo.pk, "Send the plans", due_on=TODAY - timedelta(days=1), said_on=TODAY - timedelta(days=9),
        source="your mail", sentence="I’ll send you the plans.", mark=(0, 9),
    )  # fmt: skip

    page = text_of(owner.get("/"))

    assert page.index("Promises to keep") < page.index("Glad to hear from you")
    assert 'aria-label="Kept: Send the plans, to Bo Lindqvist"' in page
    assert "<b>Your mail, 22 November:</b> “<mark>I’ll send</mark> you the plans.”" in page
    assert "Late is still kept. It would also be a good reason to write." in page


def test_never_and_again(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/not-this-person")
    gone = text_of(owner.get("/"))
    owner.post(f"/people/{bo.pk}/suggested-again")

    assert f"/people/{bo.pk}/done" not in gone
    assert f"/people/{bo.pk}/done" in text_of(owner.get("/"))


def test_the_way_back_never_leads_to_another_host(owner, bo):
    answer = owner.post(f"/people/{bo.pk}/later", {"back": "https://elsewhere.example/"})

    assert answer["Location"] == "/"


def likes(**changed):
    return {
        "time_zone": "Europe/London",
        "language": "en-gb",
        "today_limit": "12",
        "weekly_contacts": "10",
        "single_keys": "on",
        "light": "machine",
        "keep_text": "on",
        **changed,
    }
