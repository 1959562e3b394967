#!/usr/bin/env bash
# A PostgreSQL of its own: what it gives at best (pgbench, one row an insert, 32 clients, durable),
# then durable submissions by 32 clients in SERIALIZABLE transactions with jobs and audit, and an import
# of 24,000 reports with all steps; the same import into a file.
# usage: bench/postgres.sh [REPORTS] [SUBMISSIONS] [SECONDS]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
reports=${1:-24000} submissions=${2:-2000} seconds=${3:-10}
bin=${BUILD:-build/release}
kizuki=$bin/kizuki

folder=$(mktemp -d "${TMPDIR:-/tmp}/kizuki-bench-XXXXXX")
server=$folder/pg
chmod 755 "$folder"
trap 'tools/postgres stop "$server"; rm -rf "$folder"' EXIT
url=$(tools/postgres start "$server")

pgbench=$(printf '%s\n' /usr/lib/postgresql/*/bin/pgbench | sort -V | tail -1)
ask() { psql -h "$server" -U kizuki -d postgres -qAt -c "$1"; }

ask 'CREATE TABLE bench_row (id BIGSERIAL PRIMARY KEY, at BIGINT NOT NULL, body BYTEA NOT NULL)'
echo "INSERT INTO bench_row (at, body) VALUES (1, decode(repeat('ab', 800), 'hex'));" >"$folder/insert.sql"
echo "pgbench, 32 clients, one row of 800 bytes an insert:"
"$pgbench" -h "$server" -U kizuki -n -c 32 -j 2 -T "$seconds" -f "$folder/insert.sql" postgres | grep -E 'tps|latency average'
ask 'DROP TABLE bench_row'

echo "submissions (the raw commits are those of a file):"
KIZUKI_TEST_DB=$url "$bin/bench_submissions" "$submissions" 1

"$kizuki" simulate --seed 7 --reports "$reports" --truth "$folder/truth.csv" --out "$folder/reports.jsonl"
import_into() { # NAME [INIT OPTION...]
  local name=$1 start pid peak=0 now
  shift
  "$kizuki" init --data "$folder/$name" --recovery-out "$folder/$name.key" "$@" >/dev/null
  echo "import of $reports reports with all steps, $name:"
  start=$EPOCHREALTIME
  "$kizuki" import --data "$folder/$name" "$folder/reports.jsonl" >/dev/null &
  pid=$!
  while now=$(awk '/^VmHWM/ {print $2}' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
    peak=$now
    sleep 0.1
  done
  wait "$pid"
  awk -v from="$start" -v to="$EPOCHREALTIME" -v peak="$peak" \
    'BEGIN {printf "  %.1f s, %d MB at most\n", to - from, peak * 1024 / 1e6}'
}
import_into file
ask 'CREATE DATABASE imported ENCODING UTF8 TEMPLATE template0'
import_into PostgreSQL --db "postgresql://kizuki@/imported?host=$server"
