#!/usr/bin/env bash
# The array of slurm.sbatch: through Slurm where one answers, else its tasks one after another as Slurm would start them.
source "$(dirname "$0")/common.sh"
single
export KPEN="$kpen"
if command -v sbatch >/dev/null && sinfo >/dev/null 2>&1; then
  sbatch --wait --array=1-3 --cpus-per-task=1 --mem=2G --output="$work/%a.log" "$here/slurm.sbatch" "$work/in.jsonl" "$work/out"
else
  echo 'No Slurm answers here: its tasks are run one after another'
  for task in 1 2 3; do
    SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=3 SLURM_CPUS_PER_TASK=1 bash "$here/slurm.sbatch" "$work/in.jsonl" "$work/out"
  done
fi
LC_ALL=C sort "$work"/out/*.jsonl > "$work/all.jsonl"
LC_ALL=C sort "$work/single.jsonl" > "$work/sorted.jsonl"
same "$work/sorted.jsonl" "$work/all.jsonl" 'Slurm array of 3'
