# The working day in a few words. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Only asked for when .venv must be made: the first Python that is new enough and can make one.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import ensurepip, sys, venv; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --custom-compile-command "make lock" \
	pyproject.toml
CORES ?= 2
AMITY_SHARED ?= ../shared
# Nothing in these knows a database, so they are not run a second time for PostgreSQL.
WITHOUT_DATABASE := $(addprefix --ignore=tests/,formats judgement lib sources config/test_wrong_settings.py test_docs.py)

.PHONY: help install run demo test test-sqlite test-postgresql test-browser lint bench measure docs lock

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name what; do \
		printf '  make %-16s %s\n' "$$name" "$$what"; done

install: .venv/for-work ## Put everything for working on Amity into .venv; starts nothing

run: .venv/for-use ## Start Amity on this machine, and print its address
	@exec $(BIN)/amity serve

demo: export AMITY_DATA := $(or $(AMITY_DEMO_DATA),$(CURDIR)/data/demo)
demo: .venv/for-use ## Start Amity on the sample life of Maren Holt, in a data folder of its own
	@exec $(BIN)/amity demo

test: lint test-sqlite test-postgresql test-browser ## Lint, then all tests: on SQLite, on PostgreSQL, in a browser

test-sqlite: .venv/for-work ## All tests but the browser's, on SQLite
	env -u AMITY_DATABASE_URL $(PYTEST) -n $(CORES) -m "not browser"

test-postgresql: .venv/for-work ## The tests that use a database, on PostgreSQL (AMITY_TEST_DATABASE_URL)
	@if [ -n "$${AMITY_TEST_DATABASE_URL:-}" ]; then \
		AMITY_DATABASE_URL="$$AMITY_TEST_DATABASE_URL" $(PYTEST) -n $(CORES) -m "not browser" $(WITHOUT_DATABASE); \
	else $(call left_out,PostgreSQL,set AMITY_TEST_DATABASE_URL to a database whose user may create others); fi

test-browser: .venv/for-work ## The tests that click through Amity in Chromium
	@if command -v chromium >/dev/null; then env -u AMITY_DATABASE_URL $(PYTEST) -m browser; \
	else $(call left_out,the browser,install Chromium); fi

# A laptop may go without; CI may not.
left_out = if [ -n "$${CI:-}" ]; then echo "Not tested: $(1). Please $(2)." >&2; exit 1; \
	else printf '\n==== NOT TESTED: %s. To test it, %s. ====\n\n' "$(1)" "$(2)"; fi

lint: .venv/for-work ## Style, types, layers and templates, in a few seconds
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports >$(BIN)/../layers.txt || { cat $(BIN)/../layers.txt; exit 1; }
	$(BIN)/djlint --lint --quiet amity

bench: .venv/for-work ## Speed and judgement, side by side with the yardsticks
	$(BIN)/python -m bench

measure: ## How the code is written, beside the codebases we admire
	@if [ -f $(AMITY_SHARED)/tools/measure_style.py ]; then \
		python3 $(AMITY_SHARED)/tools/measure_style.py --detail .=amity,tests; \
	else echo "The measuring script is not beside this checkout."; fi

docs: .venv/for-work ## Write the generated pages anew: docs/cli.md, and the table in docs/settings.md
	$(BIN)/python -m docs.generate

lock: .venv/for-work ## Choose the newest fitting versions and write both lock files
	$(COMPILE) --upgrade -o requirements.lock
	$(COMPILE) --upgrade --group test --group lint --group bench --group lock -o requirements-dev.lock

# --- .venv: marked by a file each, so that nothing is installed twice -------------------------------------------------

.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Amity needs Python 3.11 or newer, with its venv module." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/for-use: requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(call command,amity)
	@touch $@

.venv/for-work: requirements-dev.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(call command,amity)
	@touch .venv/for-use $@

# The checkout itself is the package: no build tool has to be fetched for it.
command = @$(BIN)/python -c "import pathlib, sysconfig; \
	pathlib.Path(sysconfig.get_path('purelib'), '$(1).pth').write_text('$(CURDIR)\n')"; \
	printf '\#!/bin/sh\nexec "$$(dirname "$$0")/python" -m $(1) "$$@"\n' >$(BIN)/$(1); chmod +x $(BIN)/$(1)
