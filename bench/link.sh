#!/usr/bin/env bash
# A table of invented persons with a fresh seed is linked: pairwise F1 of the clusters, time and memory; the
# same bytes must come out again, also with the rows in another order and another number of threads. Then the
# calibration of the probabilities, over three other tables and the labelled sets ($peers/../data/er).
# The peers' folder ($KIZUKI_PEERS, else ../shared/bench) makes the table (synth.py); where $SPLINK, $SQLGLOT
# (source trees) and $DUCKDB_LIB (libduckdb.so) are set, Splink links the same table in the same run ($PYTHON names
# a python3 with pandas).
# usage: [KIZUKI_ROWS=1000000] [KIZUKI_SEED=N] bench/link.sh
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
kizuki=${KIZUKI:-build/release/kizuki}
python=${PYTHON:-python3}
peers=${KIZUKI_PEERS:-../shared/bench}
rows=${KIZUKI_ROWS:-1000000}
seed=${KIZUKI_SEED:-$((RANDOM * 32768 + RANDOM))}

if ! command -v "$python" >/dev/null || [ ! -f "$peers/synth.py" ]; then
  echo "skipped: python3 and synth.py are needed; KIZUKI_PEERS names the folder of the peers ($peers is none)"
  exit 0
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/kizuki-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
figures() { "$python" bench/link_figures.py "$@"; }

# TITLE FILE COMMAND...: what it took is told and kept as "clock processor" in FILE; its words are in words.txt.
measure() {
  local title=$1 taken=$2
  shift 2
  figures run "$taken" "$@" >"$folder/words.txt" 2>&1 || { cat "$folder/words.txt"; exit 1; }
  awk -v title="$title" '{printf "%s: %.1f s, %.1f s of processor, %d MB at most\n", title, $1, $2, $3}' "$taken"
}
same_as_first() { # TITLE FILE
  cmp -s "$folder/first.csv" "$2" || { echo "FAILED: other clusters for $1"; exit 1; }
  echo "  same bytes for $1"
}

table=$folder/table.csv
"$python" "$peers/synth.py" "$rows" "$seed" >"$table"
processors=$(nproc)
echo "$rows rows of synth.py, seed $seed, $processors processors"
measure "kizuki link" "$folder/first" "$kizuki" link "$table" --out "$folder/first.csv"
figures score "$table" "$folder/first.csv"

if [ -n "${SPLINK:-}" ] && [ -n "${SQLGLOT:-}" ] && [ -n "${DUCKDB_LIB:-}" ]; then
  export DUCKDB_THREADS=$processors PYTHONPATH=$peers:$SPLINK:$SQLGLOT
  measure "Splink, its own scoring within" "$folder/splink" "$python" "$peers/run_splink.py" synth "$table"
  tail -1 "$folder/words.txt" >"$folder/splink.json"
else
  echo "skipped: Splink (SPLINK, SQLGLOT and DUCKDB_LIB are not all set)"
fi

measure "kizuki link again" "$folder/again" "$kizuki" link "$table" --out "$folder/again.csv"
same_as_first "the same input" "$folder/again.csv"
if [ -f "$folder/splink.json" ]; then
  figures ratio "$folder/splink.json" "$folder/splink" "$folder/first" "$folder/again"
fi
{ head -1 "$table"; tail -n +2 "$table" | shuf --random-source="$table"; } >"$folder/shuffled.csv"
threads=$((processors == 1 ? 3 : 1))
measure "kizuki link, rows shuffled, threads $threads" "$folder/shuffled" \
  "$kizuki" link "$folder/shuffled.csv" --threads "$threads" --out "$folder/shuffled-out.csv"
same_as_first "another order of rows and $threads threads" "$folder/shuffled-out.csv"

echo "calibration: pairs around a probability, and how many of them are true"
judge() { # TABLE PAIRS
  "$kizuki" link "$1" --pairs "$2" 2>"$folder/words.txt" || { cat "$folder/words.txt"; exit 1; }
}
pooled=()
for number in 1 2 3; do
  "$python" "$peers/synth.py" $((rows < 100000 ? rows : 100000)) $((seed + number)) >"$folder/synth$number.csv"
  judge "$folder/synth$number.csv" "$folder/synth$number.pairs"
  pooled+=("$folder/synth$number.csv" "$folder/synth$number.pairs")
  figures calibration "synth.py, seed $((seed + number))" "${pooled[@]: -2}"
done
figures calibration "the three pooled" "${pooled[@]}"
pooled=()
for set in febrl4:febrl4 fake1000:fake1000 senzing:senzing-truthset; do
  name=${set%%:*} source=$peers/../data/er/${set#*:}
  [ -d "$source" ] || { echo "skipped: $name ($source is not there)"; continue; }
  "$python" "$peers/convert.py" "$name" "$source" "$folder/$name.csv" >/dev/null
  judge "$folder/$name.csv" "$folder/$name.pairs"
  pooled+=("$folder/$name.csv" "$folder/$name.pairs")
  figures calibration "$name" "${pooled[@]: -2}"
done
[ ${#pooled[@]} = 0 ] || figures calibration "the labelled sets pooled" "${pooled[@]}"
