# Everything is done through the virtual environment in .venv, which the first target that needs it makes. Python 3.11 or newer and
# make are all that must be there; afterwards nothing needs the network until pyproject.toml or uv.lock change.

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
# The second start reads what the first one compiled, whatever a container says.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help setup setup-embeddings setup-browser explorer run demo doctor token migrate test check format schema bench-plans bench-plans-guard clean
.PHONY: drill-workers drill-wedged drill-postgres drill-overload drill-restart drill-backup drill-malformed bench-subscribers bench-playbook bench-lessons bench-training bench-knowledge bench-model drill-model drill-injection bench-adaptation bench-feedback bench-starting bench-reads

PYTHON := .venv/bin/python
UV_VERSION := 0.13.9
SYNCED := .venv/synced-$(UV_VERSION)
SYNCED_BENCH := .venv/synced-bench-$(UV_VERSION)
SYNCED_BROWSER := .venv/synced-browser-$(UV_VERSION)
SYNCED_EMBEDDINGS := .venv/synced-embeddings-$(UV_VERSION)
EXPLORER := explorer/node_modules/.package-lock.json

TIER ?= free
ROLE ?= athlete

help: ## Explain every target (this text)
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(SYNCED) ## Make the virtual environment, or bring it up to date (the other targets do that by themselves)

setup-embeddings: $(SYNCED_EMBEDDINGS) ## Also install a small model that tells what texts mean, 90 MB, for a playbook without a provider

explorer: $(EXPLORER) ## Install GraphiQL's files by npm, for the explorer at GET /graphql (make run does it beside, if npm is on PATH)

setup-browser: $(SYNCED_BROWSER) explorer ## Also install what tests the explorer in Chromium, which itself must be there (apt install chromium)

# Nobody waits for the explorer's files: its page says what it lacks until they are there.
run: $(SYNCED) ## Serve on http://127.0.0.1:8000 (HOST, PORT, DATA_DIR), with an embedded PostgreSQL unless DATABASE_URL is set
	@if command -v npm >/dev/null && [ "$$ENVIRONMENT" != production ]; then (nice $(MAKE) explorer </dev/null >/dev/null 2>&1 &); fi
	@exec $(PYTHON) cli.py serve

demo: $(SYNCED) ## Show the way of a person in the terminal
	@exec $(PYTHON) cli.py demo

doctor: $(SYNCED) ## Ask the language model one small question: are OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL right?
	@exec $(PYTHON) cli.py doctor

token: $(SYNCED) ## Print a token and nothing else: make token SUBJECT=ann TIER=premium (or ROLE=service)
	@test -n "$(SUBJECT)" || { echo "Say for whom: make token SUBJECT=ann" >&2; exit 1; }
	@exec $(PYTHON) cli.py token "$(SUBJECT)" --tier "$(TIER)" --role "$(ROLE)"

migrate: $(SYNCED) ## Bring the database of DATABASE_URL, or the embedded one, to the newest state
	@exec $(PYTHON) cli.py migrate

test: $(SYNCED) ## Run all tests
	@exec $(PYTHON) -m pytest -q -n auto

check: $(SYNCED) ## Lint, formatting, types, import contracts, dependencies, schema snapshot: what CI runs beside the tests
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) .venv/bin/lint-imports
	@$(PYTHON) -m deptry .
	@$(PYTHON) cli.py export-schema .venv/schema.graphql >/dev/null
	@diff -u schema.graphql .venv/schema.graphql || { echo "schema.graphql is not what is served: run make schema" >&2; exit 1; }

format: $(SYNCED) ## Format the code, and mend what the linter can
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

schema: $(SYNCED) ## Export the GraphQL schema to schema.graphql
	@exec $(PYTHON) cli.py export-schema

bench-plans: $(SYNCED_BENCH) ## Measure the plans of 200 athletes beside three baselines; writes benchmarks/results (some minutes)
	@exec $(PYTHON) -m benchmarks.plans

bench-plans-guard: $(SYNCED) ## Plant a fault for each rule into good plans: the checker must catch every one
	@exec $(PYTHON) -m benchmarks.plans.guard

drill-workers: $(SYNCED) ## Kill workers at random while they make plans (GENERATIONS, KILLS, WORKERS): some minutes
	@exec $(PYTHON) -m benchmarks.drills.workers

drill-wedged: $(SYNCED) ## Freeze a worker; another takes over, and the woken one writes nothing
	@exec $(PYTHON) -m benchmarks.drills.wedged

drill-postgres: $(SYNCED) ## Kill PostgreSQL under load (KILLS): nothing acknowledged is lost
	@exec $(PYTHON) -m benchmarks.drills.postgres

drill-overload: $(SYNCED) ## Ask four times as much of a server as it can do (TIMES, SECONDS): the rest is refused at once
	@exec $(PYTHON) -m benchmarks.drills.overload

drill-restart: $(SYNCED) ## Restart two servers in turn under load (RESTARTS): no request fails
	@exec $(PYTHON) -m benchmarks.drills.restart

drill-backup: $(SYNCED) ## Take a backup under load (ATHLETES), restore and compare it, and plant faults that must be found
	@exec $(PYTHON) -m benchmarks.drills.backup

drill-malformed: $(SYNCED) ## Send ten thousand malformed requests and frames (CASES, SEED): none is the server's fault, and nothing is left
	@exec $(PYTHON) -m benchmarks.drills.malformed

bench-playbook: $(SYNCED) ## Let 100 athletes talk with the coach for four weeks: what is learned, and whether plans keep it (some minutes)
	@exec $(PYTHON) -m benchmarks.playbook

bench-lessons: $(SYNCED) ## Tell what 0 to 20 lessons did to plans of 40 athletes: what it costs, and whether it is so (some minutes)
	@exec $(PYTHON) -m benchmarks.lessons

bench-training: $(SYNCED) ## Edit plans of ATHLETES, and log a phone's queue of LOGS: how long people wait
	@exec $(PYTHON) -m benchmarks.training

bench-reads: $(SYNCED_BENCH) ## Read a plan, a playbook and an id as the server does it, by graphql-core, by FastAPI and by hand (ROUNDS): what each takes
	@exec $(PYTHON) -m benchmarks.reads

bench-knowledge: $(SYNCED) ## Look a hundred lessons up in the knowledge base, by words and by meaning: do they find their notes?
	@exec $(PYTHON) -m benchmarks.knowledge

drill-model: $(SYNCED) ## Let the model misbehave in every way in every use (TIMES, SECONDS): in time, two calls at most, nothing half written
	@exec $(PYTHON) -m benchmarks.drills.model_faults

drill-injection: $(SYNCED) ## Give a model that obeys hostile texts a hundred of them (TEXTS), in every place that takes one
	@exec $(PYTHON) -m benchmarks.drills.injection

bench-model: $(SYNCED) ## Let premium generations wait for a slow model that fails now and then (GENERATIONS, SECONDS, CONCURRENCY): some minutes
	@exec $(PYTHON) -m benchmarks.drills.model

bench-adaptation: $(SYNCED) ## Let 24 athletes train whose true maxima nobody knows (ATHLETES, WEEKS): do loads come to suit them? (some minutes)
	@exec $(PYTHON) -m benchmarks.adaptation

bench-feedback: $(SYNCED) ## Print how well messages are understood by rules: precision, recall and F1 of each intent, on both sets
	@exec $(PYTHON) -m tests.unit.feedback.measuring

bench-starting: $(SYNCED) ## Start and stop the server (STARTS): how long until it answers
	@exec $(PYTHON) -m benchmarks.starting

bench-subscribers: $(SYNCED) ## Open a thousand subscriptions (SUBSCRIBERS): memory, delivery, what is left after
	@exec $(PYTHON) -m benchmarks.drills.subscribers

clean: ## Remove the virtual environment, what npm installed, and all caches; the data in DATA_DIR stays
	@rm -rf .venv explorer/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# All output goes to stderr, so that `make token` prints a token alone, the first time too.
$(SYNCED): pyproject.toml uv.lock
	@set -eu; exec >&2; \
	if [ ! -x $(PYTHON) ]; then \
		for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do \
			if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
		done; \
		[ -n "$${found:-}" ] || { echo "Coachbook needs Python 3.11 or newer, and there is none on PATH."; exit 1; }; \
		echo "Making the virtual environment with $$("$$found" --version) ..."; \
		"$$found" -m venv .venv || { echo "The venv module is incomplete. On Debian and Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }; \
	fi; \
	if [ "$$(.venv/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$(UV_VERSION)" ]; then \
		$(PYTHON) -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"; \
	fi; \
	echo "Installing what uv.lock says ..."; \
	UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV= .venv/bin/uv sync --quiet --locked --inexact --python $(PYTHON); \
	touch $@

# What only benchmarks need: a group of its own, so that nobody else waits for it.
$(SYNCED_BENCH): $(SYNCED)
	@exec >&2; echo "Installing what benchmarks need ..."; \
	UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV= .venv/bin/uv sync --quiet --locked --inexact --group bench --python $(PYTHON) && touch $@

# A driver of browsers, 160 MB, for the tests in tests/browser alone.
$(SYNCED_BROWSER): $(SYNCED)
	@exec >&2; echo "Installing what drives a browser ..."; \
	UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV= .venv/bin/uv sync --quiet --locked --inexact --group browser --python $(PYTHON) && touch $@

$(EXPLORER): explorer/package.json explorer/package-lock.json explorer/.npmrc
	@exec >&2; command -v npm >/dev/null || { echo "npm installs the explorer, and there is none on PATH: it comes with Node.js."; exit 1; }; \
	echo "Installing the explorer's files ..."; \
	cd explorer && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

# The model's files, and what reads them: nobody needs it to run anything.
$(SYNCED_EMBEDDINGS): $(SYNCED)
	@exec >&2; echo "Installing a model that tells what texts mean ..."; \
	UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV= .venv/bin/uv sync --quiet --locked --inexact --extra embeddings --python $(PYTHON) && touch $@
