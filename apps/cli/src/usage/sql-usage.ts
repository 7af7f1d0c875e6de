/** The helps of `sql`. */
export const SQL_USAGE = {
  zh: {
    sql: '把一项措施写成可读的 SQL，三值含义与本引擎一致',
    dialect: '数据库方言',
    select:
      '要什么：verdict 逐户结论，amounts 加金额，counts 计数与合计，breakdown 按区、规模、行业分组，table 建表语句',
    table: '企业表名，可带模式名；默认 enterprises',
    parquet: '由 DuckDB 直接读 city export 写出的 Parquet 文件',
    createTables: '先写出所读各表的建表语句',
    values: { name: '名称' },
  },
  en: {
    sql: 'a measure as readable SQL with the same three-valued meaning',
    dialect: 'dialect of the database',
    select:
      'what it gives: verdict of each row, amounts as well, counts with totals, breakdown by district, size and industry, or the table statements',
    table: 'table of enterprises, perhaps with its schema; enterprises otherwise',
    parquet: 'let DuckDB read a Parquet file that city export wrote',
    createTables: 'write the statements that make the tables first',
    values: { name: 'name' },
  },
} as const
