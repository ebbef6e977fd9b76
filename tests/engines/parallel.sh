#!/usr/bin/env bash
# GNU parallel: standard input in blocks of whole lines, one kpen a block, the output in order.
source "$(dirname "$0")/common.sh"
need parallel 'GNU parallel'
single
parallel --pipe --keep-order --jobs 2 --block 100k "$filter --jobs 1 -" < "$work/in.jsonl" > "$work/out.jsonl"
same "$work/single.jsonl" "$work/out.jsonl" 'GNU parallel'
