# `make demo` and `make test` need Python 3.11 or later and nothing else.

PYTHON ?= python3
VENV   := .venv
PEERS  := .venv-peers
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
LOCK   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
          --no-annotate --no-header --no-emit-index-url

.PHONY: demo serve test types cases test-slow gold learn bench lock clean debian help

help:            ## what can be made
	@grep -E '^[a-z-]+: .*##' Makefile | sed -E 's/: .*## /: /' | column -t -s :

demo: $(VENV)/.ready-to-run   ## read the sample reports, print the findings, write brief.html
	@$(BIN)/treatywatch demo

serve: $(VENV)/.ready-to-serve ## pages, REST and feeds on this machine, until Ctrl+C
	@$(BIN)/treatywatch serve

test: $(VENV)/.ready-to-test  ## everything that has to hold
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory --jobs 2 types cases

# Both at once: tests wait for browsers and databases while the types are checked.
types: $(VENV)/.ready-to-test
	$(BIN)/mypy

# What a first report makes ready is kept, once for all processes of the tests.
cases: $(VENV)/.ready-to-test
	$(BIN)/treatywatch check src/treatywatch/samples >/dev/null
	$(BIN)/python -m pytest -n 4 --dist worksteal -m "not slow"

test-slow: $(VENV)/.ready-to-test  ## servers killed in the middle of their work, the demo of a wheel: minutes
	$(BIN)/python -m pytest -m slow

gold: $(VENV)/.ready-to-run   ## score the reader on the annotated reports: gains, losses, floors
	@$(BIN)/python -m treatywatch.scoring gate gold

learn: $(VENV)/.ready-to-test ## learn from the annotated reports what claims look like: minutes
	@$(BIN)/python -m treatywatch.scoring learn gold

bench: $(VENV)/.ready-to-test $(PEERS)/.ready ## speed of starting, of a status and of reading, beside others
	$(BIN)/python -m bench
	$(BIN)/python -m bench.mix --peers $(PEERS)/bin/python

lock: $(VENV)/.ready-to-test  ## pin the newest versions that fit pyproject.toml
	$(PIP) install uv
	$(LOCK) --upgrade --extra dev -o requirements-dev.lock pyproject.toml
	$(LOCK) --upgrade --constraint requirements-dev.lock -o requirements.lock pyproject.toml
	$(LOCK) --upgrade --constraint requirements-dev.lock --extra web -o requirements-web.lock pyproject.toml
	printf 'hatchling\neditables\n' | $(LOCK) --upgrade --constraint requirements-dev.lock -o requirements-build.lock -

clean:           ## remove what was made, the environment included
	rm -rf $(VENV) $(PEERS) build dist brief.html .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "treatywatch needs Python 3.11 or later: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	@echo "Creating $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)

$(PEERS)/.ready: bench/requirements.txt
	@echo "Installing what is measured beside it ..." >&2
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --disable-pip-version-check --no-input --quiet install -r $<
	@touch $@

$(VENV)/.ready-to-run: $(VENV)/bin/pip requirements.lock requirements-build.lock pyproject.toml
	@echo "Installing what treatywatch needs ..." >&2
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.ready-to-serve: $(VENV)/.ready-to-run requirements-web.lock
	@echo "Installing what the server needs ..." >&2
	@$(PIP) install --require-hashes -r requirements-web.lock
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready-to-run requirements-dev.lock
	@echo "Installing what the tests need ..." >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(MAKE) --no-print-directory debian
	@touch $@

# The browser and the database of the tests. Where they cannot be installed, the tests that need
# them skip and say so.
debian:
	@command -v chromium >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && \
	    echo "Installing chromium and postgresql from Debian ..." >&2 && \
	    apt-get -qq update && \
	    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends chromium postgresql >/dev/null; } || \
	  echo "chromium or postgresql is missing: tests that need them will skip" >&2
