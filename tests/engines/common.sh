# What the engines' scripts share. Usage: SCRIPT [COUNT]: reads COUNT articles with the engine and in a single run, and compares.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kpen="node $here/../../bin/kpen.js"
filter="$kpen analyze --input-format jsonl --format jsonl"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=${1:-200}
need() { command -v "$1" >/dev/null || { echo "$2 is not installed: not run"; exit 0; }; }
same() { cmp "$1" "$2" && echo "$3: $count documents, equal to a single run"; }
node "$here/documents.mjs" "$count" > "$work/in.jsonl"
single() { $filter --jobs 1 - < "$work/in.jsonl" > "$work/single.jsonl"; }
