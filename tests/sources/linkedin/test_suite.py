from pathlib import Path

from amity.sources.linkedin import read as linkedin
from tests.sources.suite import ReaderSuite
from tests.sources.tables import table

NOTES = 'Notes:\n"Some email addresses are missing, because people choose who sees them."\n\n'
CONNECTIONS = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
MESSAGES = [
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS"),
    *("DATE", "SUBJECT", "CONTENT", "FOLDER"),
]
ROBIN = "https://www.linkedin.com/in/robin-fenn"


def connection(number: int) -> list[str]:
    page = f"https://www.linkedin.com/in/jane-{number}"
    return ["Jane", f"Doe {number}", page, "", "Acme", "Gardener", "12 Mar 2024"]


def message(number: int) -> list[str]:
    page = f"https://www.linkedin.com/in/jane-{number % 7}"
    when = f"2024-05-{1 + number % 28:02} 10:{number % 60:02}:00 UTC"
    words = f"Message {number}.\n" * (1 + number % 3)
    return [f"c{number % 7}", "", f"Jane Doe {number % 7}", page, "Robin Fenn", ROBIN, when, "", words, "INBOX"]


class TestConnections(ReaderSuite):
    reader = linkedin

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "Connections.csv"
        path.write_text(NOTES + table([CONNECTIONS, *map(connection, range(count))]))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.csv"
        odd = ",,,,,,05 Jan 2023\nBo,Berg\n" + '"Cy,Moreau,,,,,\n' + "x" * 200_000 + "\n"
        path.write_text(NOTES + table([CONNECTIONS, connection(1)]) + odd + table([connection(2)]))
        return path, 6


class TestMessages(ReaderSuite):
    reader = linkedin

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "messages.csv"
        path.write_text(table([MESSAGES, *map(message, range(count))]))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.csv"
        undated = [*message(2)[:6], "some day", "", "Hello", "INBOX"]
        nobody = ["", "", "", "", "", "", "", "", "Hello", ""]
        odd = table([undated, nobody, [*message(3), "more"]]) + "x" * 200_000 + "\n"
        path.write_text(table([MESSAGES, message(1)]) + odd + table([message(4)]))
        return path, 6


class TestFolder(TestConnections):
    def write(self, folder: Path, count: int) -> Path:
        path = folder / "export"
        path.mkdir(exist_ok=True)
        half = count // 2
        (path / "Connections.csv").write_text(NOTES + table([CONNECTIONS, *map(connection, range(half))]))
        (path / "messages.csv").write_text(table([MESSAGES, *map(message, range(count - half))]))
        return path

    def cut(self, path: Path, size: int) -> None:
        last = path / "messages.csv"
        last.write_bytes(last.read_bytes()[:size])

    def size(self, path: Path) -> int:
        return (path / "messages.csv").stat().st_size
