"""Runs SQL in ClickHouse (chdb) or Spark (pyspark): a JSON request a line in, a JSON answer a line out."""

import json
import sys
import tempfile


def open_clickhouse():
    from chdb import session

    database = session.Session()
    settings = "output_format_json_quote_64bit_integers=1, output_format_json_quote_decimals=1"

    def ask(sql):
        text = database.query(sql, "JSONCompactEachRow").bytes().decode()
        return [json.loads(line) for line in text.splitlines() if line.strip()]

    def load(table, file):
        columns = ", ".join(f"{name} {kind}" for name, kind, *_ in ask(f"DESCRIBE TABLE {table}"))
        source = f"file('{file}', 'CSVWithNames', '{columns}')"
        ask(f"INSERT INTO {table} SELECT * FROM {source} SETTINGS input_format_csv_empty_as_default = 1")

    ask(f"SET {settings}")
    return ask, load, ask("SELECT version()")[0][0]


def open_spark():
    from pyspark.sql import SparkSession

    options = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.session.timeZone": "Asia/Shanghai",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.warehouse.dir": tempfile.mkdtemp(prefix="huiqi-spark-"),
    }
    builder = SparkSession.builder.master("local[1]").appName("peer")
    for name, value in options.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")

    def plain(value):
        return value if value is None or isinstance(value, bool) else str(value)

    def ask(sql):
        return [[plain(value) for value in row] for row in spark.sql(sql.rstrip().rstrip(";")).collect()]

    def load(table, file):
        spark.read.csv(file, header=True, schema=spark.table(table).schema).write.insertInto(table)
        spark.catalog.cacheTable(table)

    return ask, load, spark.version


ask, load, version = {"clickhouse": open_clickhouse, "spark": open_spark}[sys.argv[1]]()
print(json.dumps({"version": version}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"rows": ask(request["sql"])} if "sql" in request else {"rows": load(request["table"], request["file"]) or []}
    except Exception as error:  # the caller is told
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
