"""Every bench in turn, as `make bench` runs them; one that lacks its data says so and the rest go on."""

import subprocess
import sys

BENCHES = (
    "ties",
    "quoting",
    "requests",
    "promises",
    "dates",
    "capture",
    "needs",
    "kept",
    "matching",
    "ingest",
    "sources",
    "pages",
)


def main() -> int:
    failed = []
    for name in BENCHES:
        print(f"\n==== bench.{name} ====", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nDid not finish: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
