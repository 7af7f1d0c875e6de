import type { Ladder, NearMissGroup, NextQuestion, VerdictChange } from '@huiqi/contract'
import { column, linesColumn, wordColumn } from '../exports/plain-columns.ts'
import type { Column } from '../exports/write-csv.ts'

/** The columns of lists of questions. */
export const QUESTION_COLUMNS: readonly Column<NextQuestion>[] = [
  wordColumn('问题', 'question', ({ asked }) => asked?.question ?? null),
  column('指标', 'fact', ({ asked }) => asked?.fact ?? null),
  column('年度', 'year', ({ asked }) => asked?.year ?? null),
  column('事项类别', 'kind of things', ({ things }) => things),
  column('事项', 'thing', ({ thing }) => thing?.name ?? null),
  column('涉及措施', 'measures it touches', ({ touches }) => touches),
  column('可定结论', 'verdicts it decides', ({ decides }) => decides),
  linesColumn('措施', 'measures', ({ measures }) => measures.map(({ name }) => name)),
]

/** The columns of lists of near misses. */
export const NEAR_MISS_COLUMNS: readonly Column<NearMissGroup>[] = [
  wordColumn('差在', 'for want of', ({ about }) => about?.name ?? null),
  column('指标', 'fact', ({ about }) => about?.fact ?? null),
  column('年度', 'year', ({ about }) => about?.year ?? null),
  column('措施数', 'measures', ({ measures }) => measures),
  linesColumn('措施', 'which', ({ entries }) => entries.map(({ measure }) => measure.name)),
]

/** The columns of lists of ladders. */
export const LADDER_COLUMNS: readonly Column<Ladder>[] = [
  wordColumn('梯度', 'ladder', ({ name }) => name),
  column('目前', 'current', ({ current }) => current),
  column('下一级', 'next', ({ next }) => next),
]

/** The columns of lists of changed verdicts. */
export const CHANGE_COLUMNS: readonly Column<VerdictChange>[] = [
  wordColumn('措施', 'measure', ({ measure }) => measure.name),
  column('编号', 'id', ({ measure }) => measure.id),
  column('事项', 'thing', ({ thing }) => thing?.name ?? null),
  column('原结论', 'before', ({ from }) => from.outcome),
  column('现结论', 'after', ({ to }) => to.outcome),
]
