"""spark.py pipe|pandas IN.jsonl OUT.jsonl KPEN...: reads articles with kpen on Spark. KPEN is the command, kpen by default."""
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession

way, source, target = sys.argv[1:4]
command = (sys.argv[4:] or ["kpen"]) + ["analyze", "--input-format", "jsonl", "--format", "jsonl", "--jobs", "1", "-"]
spark = SparkSession.builder.master("local[2]").appName("kpen").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")


def read(frames):
    """One kpen a partition: the lines of all its frames go in, one line comes out for each, in order.

    A thread feeds it while its output is read: whoever wrote everything first would wait for ever on a full pipe.
    """
    import threading

    import pandas

    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for frame in frames:
            for line in frame["value"]:
                process.stdin.write(line.encode() + b"\n")
        process.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    lines = []
    for line in process.stdout:
        lines.append(line.decode().rstrip("\n"))
        if len(lines) == 500:
            yield pandas.DataFrame({"value": lines})
            lines = []
    if lines:
        yield pandas.DataFrame({"value": lines})
    feeder.join()
    # Status 1: some documents failed, and their lines say so.
    if process.wait() not in (0, 1):
        raise RuntimeError(f"kpen ended with status {process.returncode}")


if way == "pipe":
    # checkCode stays off: a document that fails has its line, and must not fail the task.
    lines = spark.sparkContext.textFile(source, 4).pipe(shlex.join(command)).toLocalIterator()
else:
    lines = (row.value for row in spark.read.text(source).repartition(4).mapInPandas(read, "value string").toLocalIterator())

with open(target, "w", encoding="utf-8") as out:
    if way == "pipe":
        out.writelines(line + "\n" for line in lines)
    else:
        # Repartitioning mixes the rows; here they are put back by the number in their id.
        import json

        out.writelines(line + "\n" for line in sorted(lines, key=lambda line: int(json.loads(line)["id"][1:])))
spark.stop()
