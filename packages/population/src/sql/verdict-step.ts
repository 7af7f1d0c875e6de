import type { Measure } from '@huiqi/engine'
import { isInForce } from '@huiqi/engine'
import { type RuleSql, ruleSql } from './condition-sql.ts'
import type { PageColumn, PageStep } from './page.ts'
import type { Scope } from './scope.ts'
import type { Sql } from './sql-node.ts'
import { choose, column, not } from './truth-sql.ts'

/** The answer of a measure in every row. */
export interface VerdictSql {
  /** Null where the answer is the same for all. */
  readonly rule: RuleSql | null
  readonly verdict: Sql
}

const text = (value: string): Sql => ({ kind: 'text', value })

const ELIGIBLE = column('eligible', 1)

const byRule = (rule: RuleSql): Sql =>
  choose(
    [
      { when: ELIGIBLE, gives: text('met') },
      { when: not(ELIGIBLE), gives: text('unmet') },
      { when: rule.whenOpen.unknown, gives: text('unknown') },
    ],
    text('needs-review'),
  )

/** Translates the rule of a measure, or the reason why it needs none. */
export const verdictSql = (scope: Scope, measure: Measure): VerdictSql => {
  if (!isInForce(measure, scope.clock.submittedOn)) {
    return { rule: null, verdict: text('not-in-force') }
  }
  if (measure.eligible === null) return { rule: null, verdict: text('unknown') }
  const rule = ruleSql(scope, measure.eligible)
  return { rule, verdict: byRule(rule) }
}

const TEXT = {
  zh: {
    conditions: '条件逐条：TRUE 符合，FALSE 不符合，NULL 还不能判断。',
    rule: '全部条件合起来。',
    verdict: '不能判断的分两种：缺指标或原文有缺口为 unknown，只等人工核定为 needs-review。',
  },
  en: {
    conditions: 'Every condition: TRUE holds, FALSE fails, NULL cannot be told yet.',
    rule: 'All conditions together.',
    verdict:
      'Open answers: unknown for want of a fact or of the text, needs-review where only an officer can say.',
  },
} as const

const leafColumns = (rule: RuleSql, { language }: Scope): readonly PageColumn[] =>
  rule.leaves.map(({ name, leaf, sql }) => ({
    name,
    sql,
    remarks: [`${leaf.provision} · ${leaf.says[language]} (${leaf.path})`],
  }))

/** The steps from the facts to the verdict. */
export const verdictSteps = (scope: Scope, { rule, verdict }: VerdictSql): readonly PageStep[] => {
  const words = TEXT[scope.language]
  const final = { name: 'verdict', sql: verdict, remarks: [] }
  if (rule === null) return [{ name: 'verdicts', remarks: [], columns: [final] }]
  return [
    { name: 'conditions', remarks: [words.conditions], columns: leafColumns(rule, scope) },
    {
      name: 'rule',
      remarks: [words.rule],
      columns: [{ name: 'eligible', sql: rule.shown, remarks: [] }],
    },
    { name: 'verdicts', remarks: [words.verdict], columns: [final] },
  ]
}
