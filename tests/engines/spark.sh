#!/usr/bin/env bash
# Apache Spark: kpen as a filter of an RDD (pipe) and of a DataFrame (mapInPandas), on two local executor threads.
source "$(dirname "$0")/common.sh"
need java Java
python3 -c 'import pyspark' 2>/dev/null || { echo 'pyspark is not installed: not run'; exit 0; }
single
for way in pipe pandas; do
  [ $way = pipe ] || python3 -c 'import pandas, pyarrow' 2>/dev/null || { echo 'pandas and pyarrow are not installed: mapInPandas not run'; continue; }
  python3 "$here/spark.py" "$way" "$work/in.jsonl" "$work/$way.jsonl" $kpen
  same "$work/single.jsonl" "$work/$way.jsonl" "Spark, $way"
done
