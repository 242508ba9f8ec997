"""What must hold (docs/performance.md). A figure whose name is not here has no budget."""

PAGE_CPU = 2.5  # times the limit page's
VERB_CPU = 1.0
PAGE_SQL = 8
SIGN_IN = 1.2  # times the bare key stretching
START_SECONDS = 2.5
WORKER_MIB = 110
ROSTER, ROSTER_MEMORY = 10, 1.5  # times loading by hand, and times what a thousand people take
CROWD = 1.2  # times the same page with a thousand people
SCHEDULE_MS = 20
WORKPLACE_SECONDS = 60  # 100,000 guides, 1,000,000 people
CASCADE_SECONDS = 10  # 1,000,000 people
LOAD_REQUESTS, LOAD_KB, LOAD_SCRIPT_KB = 8, 120, 40
