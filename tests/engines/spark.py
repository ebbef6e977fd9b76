"""spark.py pipe|pandas IN.jsonl OUT KPEN...: reads articles with kpen on Spark into the folder OUT. KPEN is the command, kpen by default."""
import os
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession

way, source, target = sys.argv[1:4]
command = (sys.argv[4:] or ["kpen"]) + ["analyze", "--input-format", "jsonl", "--format", "jsonl", "--jobs", "1", "-"]
# Two executors, each a process of its own; elsewhere spark-submit's --master says where.
spark = (
    SparkSession.builder.master(os.environ.get("MASTER", "local-cluster[2,1,1024]"))
    .appName("kpen")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.files.maxPartitionBytes", os.path.getsize(source) // 4 + 1)
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def read(frames):
    """One kpen a frame (10,000 rows unless spark.sql.execution.arrow.maxRecordsPerBatch says otherwise): its start costs little
    then, and nothing can wait for anything, as a thread that feeds and one that takes could."""
    import pandas

    for frame in frames:
        done = subprocess.run(command, input="".join(line + "\n" for line in frame["value"]), stdout=subprocess.PIPE, encoding="utf-8")
        # Status 1: some documents failed, and their lines say so.
        if done.returncode not in (0, 1):
            raise RuntimeError(f"kpen ended with status {done.returncode}")
        yield pandas.DataFrame({"value": done.stdout.split("\n")[:-1]}, dtype="object")


if way == "pipe":
    # checkCode stays off: a document that fails has its line, and must not fail the task.
    spark.sparkContext.textFile(source, 4).pipe(shlex.join(command)).saveAsTextFile(target)
else:
    spark.read.text(source).mapInPandas(read, "value string").write.text(target)
spark.stop()
