# make run    the demonstration on http://127.0.0.1:8000
# make test   everything a change has to pass
# make bench  measurements   make faults  the long fault tests   make pictures  the README's pictures

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
LOCKS  := requirements/service.txt requirements/build.txt requirements/test.txt
APT    := DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

.DEFAULT_GOAL := help
.PHONY: help run test fast bench faults lint types styles pictures system clean-venv

help:
	@sed -n 's/^# //p' Makefile

# ---- what everything stands on -------------------------------------------------------------------

$(VENV)/.stamp-service: requirements/service.txt requirements/build.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; this is $$("$(PYTHON)" -V). Set PYTHON=." >&2; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  -r requirements/service.txt -r requirements/build.txt
	@$(BIN)/python -c 'import sysconfig, pathlib; \
	  pathlib.Path(sysconfig.get_path("purelib"), "ownwords.pth").write_text("$(CURDIR)\n")'
	@printf '#!/bin/sh\nexec "$(CURDIR)/$(BIN)/python" -m ownwords "$$@"\n' >$(BIN)/ownwords
	@chmod +x $(BIN)/ownwords
	@touch $@

$(VENV)/.stamp-test: $(VENV)/.stamp-service requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.stamp-bench: $(VENV)/.stamp-test requirements/bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

styles: $(VENV)/.stamp-service
	@$(BIN)/python frontend/build.py

# ---- running -------------------------------------------------------------------------------------

run: styles
	@exec $(BIN)/python -m ownwords serve --demo

# ---- checking ------------------------------------------------------------------------------------

lint: $(VENV)/.stamp-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/mypy

# A browser and the oldest supported PostgreSQL, which the tests need beside the embedded one.
system:
	@need=""; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || need="$$need chromium"; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || need="$$need postgresql"; \
	/sbin/ldconfig -p 2>/dev/null | grep -q libpangoft2-1.0 || need="$$need libpangoft2-1.0-0"; \
	test -z "$$need" && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing$$need"; apt-get update -qq && $(APT) $$need; \
	else \
	  echo "The tests need$$need. On Debian, as root: apt-get install$$need" >&2; exit 1; \
	fi

fast: styles $(VENV)/.stamp-test
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup --ignore tests/journeys --ignore tests/faults

test: system lint styles
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup --ignore tests/journeys
	OWNWORDS_DATABASE_FROM=installed $(BIN)/python -m pytest -q -m postgres15 --ignore tests/journeys
	$(BIN)/python -m pytest -q tests/journeys

# ---- measuring -----------------------------------------------------------------------------------

bench: styles $(VENV)/.stamp-bench
	$(BIN)/python -m bench.run

faults: styles $(VENV)/.stamp-test
	$(BIN)/python -m pytest -q tests/faults --long

pictures: styles $(VENV)/.stamp-test system
	$(BIN)/python tools/pictures.py

clean-venv:
	rm -rf $(VENV)
