#!/usr/bin/env bash
# Apache Spark: kpen as a filter of an RDD (pipe) and of a DataFrame (mapInPandas), on two executors of a local cluster.
source "$(dirname "$0")/common.sh"
need java Java
python3 -c 'import pyspark' 2>/dev/null || { echo 'pyspark is not installed: not run'; exit 0; }
single
for way in pipe pandas; do
  [ $way = pipe ] || python3 -c 'import pandas, pyarrow' 2>/dev/null || { echo 'pandas and pyarrow are not installed: mapInPandas not run'; continue; }
  # Spark's own notes go to a file, shown where it fails.
  python3 "$here/spark.py" "$way" "$work/in.jsonl" "$work/$way" $kpen > "$work/$way.log" 2>&1 || { tail -n 40 "$work/$way.log" >&2; exit 1; }
  cat "$work/$way"/part-* > "$work/$way.jsonl"
  same "$work/single.jsonl" "$work/$way.jsonl" "Spark, $way"
done
