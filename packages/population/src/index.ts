export type { CityOptions } from './city/city-frame.ts'
export {
  type ColumnSummary,
  countTitles,
  describeColumn,
  QUANTILES,
  type TitleSummary,
} from './city/describe-table.ts'
export { generateCity } from './city/generate-city.ts'
export {
  deriveMeasures,
  MOST_MEASURES,
  SYNTHETIC_INSTRUMENT,
  type SyntheticOptions,
  syntheticMeasures,
  withSyntheticMeasures,
} from './city/synthetic/synthetic-measures.ts'
export { MOST_SYNTHETIC, SYNTHETIC_ORGANISATION } from './city/synthetic-uscc.ts'
export { CITY_GROUPINGS, type Grouping } from './compile/grouping.ts'
export {
  compilePopulation,
  compilingPopulation,
  type MeasureStatus,
  type PopulationProgram,
  type Rules,
} from './compile/program.ts'
export type { Restated } from './enterprise-index/change-subject.ts'
export type { EnterpriseAnswers } from './enterprise-index/enterprise-answers.ts'
export type { EnterpriseWithThings } from './enterprise-index/enterprise-facts.ts'
export {
  buildEnterpriseIndex,
  buildingEnterpriseIndex,
  type EnterpriseIndex,
} from './enterprise-index/enterprise-index.ts'
export { enterpriseOfRow } from './enterprise-index/enterprise-of-row.ts'
export type { LeafReason } from './enterprise-index/leaf-reason.ts'
export type { MoneyOfOne } from './enterprise-index/money-of-one.ts'
export type { NearMiss } from './enterprise-index/near-miss.ts'
export type { OpenQuestion } from './enterprise-index/open-question.ts'
export { writeArrow } from './io/arrow-out.ts'
export { arrowSource } from './io/arrow-source.ts'
export type { CityAbout, CityHead, ColumnEntry } from './io/city-head.ts'
export { writeCsv } from './io/csv-out.ts'
export { csvSource, csvStream, type NamedBytes } from './io/csv-source.ts'
export type { ExportOptions } from './io/export-options.ts'
export {
  type GenerateOptions,
  generateCityFolder,
  type Progress,
} from './io/generate-city-folder.ts'
export { type Imported, type ImportOptions, importCity } from './io/import-city.ts'
export { readMeasures, writeMeasures } from './io/measures-file.ts'
export {
  type OpenCity,
  type OpenOptions,
  openCity,
  openCityHead,
  wantsColumns,
} from './io/open-city.ts'
export { writeParquet } from './io/parquet-out.ts'
export { parquetColumns, parquetSource } from './io/parquet-source.ts'
export { type PostgresQuery, postgresSource } from './io/postgres-source.ts'
export type { Existing } from './io/replace-folder.ts'
export type { RowBatch, RowSource } from './io/row-source.ts'
export { type CityWriter, createCityWriter, writeCity } from './io/write-city.ts'
export { situationOfRow, valueAt } from './row-situation.ts'
export { type MatchCityOptions, matchCity } from './run/match-city.ts'
export { type MatchPopulationOptions, matchPopulation } from './run/match-population.ts'
export { neededColumns } from './run/needed-columns.ts'
export { openPopulation, type Population } from './run/open-population.ts'
export type {
  GroupedMatch,
  MeasureMatch,
  MoneyTotal,
  PopulationMatch,
} from './run/population-match.ts'
export type { Progress as MatchProgress } from './run/progress.ts'
export type { AutomaticShare, BlockingSource, Looked } from './simulation/automatic.ts'
export type { BarChart, BarPanel, BarSeries } from './simulation/bar-chart.ts'
export {
  applyChanges,
  type Change,
  type ChangeText,
  parseChange,
  type Versions,
} from './simulation/change.ts'
export type { Comparison, Side } from './simulation/compare-reach.ts'
export { drawSvg } from './simulation/draw-svg.ts'
export { type DrawSetting, drawThings } from './simulation/draw-things.ts'
export type { Breakdown, GroupComparison } from './simulation/group-rows.ts'
export type { Overlap } from './simulation/overlap.ts'
export { parseAssumption } from './simulation/parse-assumption.ts'
export { parseAmountText, parseRateText } from './simulation/parse-value.ts'
export type { Place, PlaceValue } from './simulation/place.ts'
export { placesOf } from './simulation/places.ts'
export { plainReach, type Setting } from './simulation/plain-reach.ts'
export { populationReach } from './simulation/population-reach.ts'
export { BUILT_IN_ASSUMPTIONS, PROJECTS } from './simulation/projects.ts'
export type { Reach, ReachOf } from './simulation/reach.ts'
export {
  type SimulationInput,
  type SimulationOptions,
  type SimulationStage,
  simulate,
} from './simulation/simulate.ts'
export { placeValueText, simulationCsv } from './simulation/simulation-csv.ts'
export type { SimulationCode } from './simulation/simulation-error.ts'
export type {
  BudgetOutlook,
  Sample,
  SimulationReport,
  Spending,
  SweepPoint,
} from './simulation/simulation-report.ts'
export type { BudgetEnd, Days } from './simulation/spending.ts'
export { parseSweep, planSweep, type Sweep, type SweepText } from './simulation/sweep.ts'
export type { Tally } from './simulation/tally.ts'
export type { ThingAssumption } from './simulation/thing-assumption.ts'
export { thingColumns } from './simulation/things.ts'
export { columnName, OWNER_COLUMN, THING_COLUMN, tableOf } from './sql/column-name.ts'
export { DIALECT_NAMES, type DialectName, isDialectName } from './sql/dialect.ts'
export {
  isSqlSelect,
  type MeasureSql,
  type MeasureSqlRequest,
  measureSql,
  SQL_SELECTS,
  type SqlSelect,
} from './sql/measure-sql.ts'
export type { ParquetFile } from './sql/parquet-view.ts'
export type { Refusal } from './sql/refusal.ts'
export type { SourceColumn } from './sql/scope.ts'
export { createTableSql } from './sql/table-sql.ts'
export {
  type MatchStreamOptions,
  matchStream,
  type RowAnswer,
  type StreamMatch,
} from './stream/match-stream.ts'
export { ndjsonRows } from './stream/ndjson-rows.ts'
export { type RowStream, streamOf } from './stream/row-stream.ts'
export { type Column, columnKey, type Table } from './table.ts'
