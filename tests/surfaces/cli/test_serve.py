"""`amity serve` as systemd or a person in a terminal meets it."""

import os
import signal
import socket
from urllib.parse import urlsplit

from tests.processes import (
    amity,
    answers,
    children_of,
    claim,
    connected_to,
    free_port,
    get,
    is_listening,
    is_running,
    serving,
    wait_for,
)


def test_it_prints_the_set_up_address_and_no_other(home, tmp_path):
    log = tmp_path / "log"

    with serving(home, log) as (_, port):
        printed = log.read_text()

    addresses = [word for word in printed.split() if "://" in word]
    assert len(addresses) == 1
    assert addresses[0].startswith(f"http://localhost:{port}/welcome/")


def test_the_set_up_address_answers_as_it_is_printed_and_looking_spends_nothing(home, tmp_path):
    log = tmp_path / "log"

    with serving(home, log) as (_, port):
        path = urlsplit(next(word for word in log.read_text().split() if "://" in word)).path
        both = [get(port, path) for _ in range(2)]

    assert all(one.startswith("HTTP/1.1 200 ") for one in both)


def test_it_stops_cleanly_when_asked(home, tmp_path):
    with serving(home, tmp_path / "log") as (process, port):
        children = children_of(process.pid)
        process.send_signal(signal.SIGTERM)
        code = process.wait(60)

    assert code == 0
    assert len(children) == 2
    assert not any(is_running(child) for child in children)
    assert not answers(port)


def test_a_request_that_is_running_is_answered_before_it_stops(home, tmp_path):
    half_a_form = (
        "POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\nlogin"
    )

    with serving(home, tmp_path / "log") as (process, port), connected_to(port) as line:
        web = next(pid for pid, command in children_of(process.pid).items() if "gunicorn" in command)
        line.sendall(half_a_form.encode())
        process.send_signal(signal.SIGTERM)
        wait_for(lambda: not is_listening(web))
        line.sendall(b"=Ada")
        answer = line.recv(100)
        code = process.wait(60)

    assert answer.startswith(b"HTTP/1.1 ")
    assert code == 0


def test_a_server_or_worker_that_dies_is_started_again(home, tmp_path):
    with serving(home, tmp_path / "log") as (process, port):
        before = children_of(process.pid)
        for child in before:
            os.kill(child, signal.SIGKILL)
        wait_for(lambda: len(children_of(process.pid).keys() - before.keys()) == 2)

        assert answers(port)


def test_nothing_is_left_running_when_the_parent_is_killed(home, tmp_path):
    with serving(home, tmp_path / "log") as (process, _):
        children = children_of(process.pid)
        process.kill()
        process.wait()
        wait_for(lambda: not any(is_running(child) for child in children))

    assert len(children) == 2


def test_a_second_server_on_one_data_folder_is_refused_with_a_sentence(home, tmp_path):
    with serving(home, tmp_path / "log"):
        second = amity(home, "serve", AMITY_PORT=str(free_port()))

    assert second.returncode == 1
    assert "is being served from" in second.stderr


def test_a_port_in_use_is_refused_with_a_sentence(home):
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        port = somebody.getsockname()[1]
        refused = amity(home, "serve", AMITY_PORT=str(port))

    assert refused.returncode == 1
    assert f"Port {port}" in refused.stderr
    assert "AMITY_PORT" in refused.stderr


def test_the_address_of_a_claimed_amity_is_printed_without_a_token(home, tmp_path):
    token = amity(home, "setup-address").stdout.strip().split("/")[-2]
    claim(home, token)

    with serving(home, tmp_path / "log") as (_, port):
        printed = (tmp_path / "log").read_text()

    assert printed == f"Amity is at http://localhost:{port}\n"
    assert "/welcome/" not in amity(home, "setup-address").stdout
