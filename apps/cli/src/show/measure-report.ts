import { exactToFen, formatMoney } from '@huiqi/domain'
import { type Condition, callStatus, type Measure, NOT_FOUND, type Target } from '@huiqi/engine'
import { type Reader, showAmountRule, showCallStatus, showExact, words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { showMeasureFoot } from './measure-foot.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'

const TEXT = {
  zh: {
    conditions: '条件',
    amount: '金额',
    once: '只享一次',
    year: '每年一次',
    each: (thing: string) => `每个${thing}一次`,
    targets: '承诺指标',
    excludes: '不能同享',
    calls: '申报时间',
    evidence: '佐证材料',
    by: (date: string) => `，${date} 前`,
  },
  en: {
    conditions: 'Conditions',
    amount: 'Amount',
    once: 'once',
    year: 'once a year',
    each: (thing: string) => `for each ${thing}`,
    targets: 'Promised',
    excludes: 'Not together with',
    calls: 'Windows',
    evidence: 'Evidence',
    by: (date: string) => ` by ${date}`,
  },
} as const

const conditionLines = (io: Io, condition: Condition, depth: number): readonly string[] => {
  const { inBrackets } = words[io.language].punctuation
  const kind =
    condition.kind === 'leaf'
      ? ''
      : paint(io, 'soft', inBrackets(words[io.language].group[condition.kind]))
  const head = hang(io, `${'  '.repeat(depth)}- `, `${condition.says[io.language]}${kind}`)
  return condition.kind === 'leaf'
    ? [head]
    : [head, ...condition.parts.flatMap((part) => conditionLines(io, part, depth + 1))]
}

const showTarget = (io: Io, target: Target): string => {
  const { language } = io
  const { figure, punctuation } = words[language]
  const amount =
    target.unit.en === 'CNY'
      ? formatMoney(exactToFen(target.value, 'half-up'), language)
      : `${showExact('number', target.value, language)} ${target.unit[language]}`
  const by = target.by === NOT_FOUND ? '' : TEXT[language].by(target.by)
  const line = punctuation.label(target.says[language], `${figure[target.word](amount)}${by}`)
  return `${line} ${paint(io, 'soft', `[${target.provision}]`)}`
}

const head = (io: Io, measure: Measure): readonly string[] => {
  const { language } = io
  const { from, to } = measure.inForce
  const traits = [
    measure.benefit === null ? null : words[language].benefit[measure.benefit.kind],
    words[language].delivery[measure.delivery],
    words[language].period(from, to),
    measure.delivery === 'apply' ? showCallStatus(callStatus(measure, io.today), language) : null,
  ].filter((part) => part !== null)
  return [
    hang(io, '', paint(io, 'strong', measure.name[language])),
    hang(io, '', paint(io, 'soft', measure.id)),
    hang(io, '', paint(io, 'soft', traits.join(' · '))),
    '',
    hang(io, '  ', measure.plain[language]),
  ]
}

const amountLines = (io: Io, reader: Reader, measure: Measure): readonly string[] => {
  const { benefit, about } = measure
  if (!benefit?.amount) return []
  const rule = showAmountRule(reader, benefit.amount)
  const { once, year, each } = TEXT[io.language]
  const frequencies = { once, year, each: each(words[io.language].subject[about]) }
  const often = frequencies[benefit.frequency]
  return [
    hang(io, '  ', `${rule}${paint(io, 'soft', words[io.language].punctuation.inBrackets(often))}`),
  ]
}

const callLines = (io: Io, { calls }: Measure): readonly string[] =>
  calls.map(({ from, to, says }) => {
    const period = words[io.language].period(from, to)
    const { label } = words[io.language].punctuation
    return hang(io, '  - ', says === null ? period : label(period, says[io.language]))
  })

const excludeLines = (io: Io, reader: Reader, { excludes }: Measure): readonly string[] =>
  excludes.map(({ measure, says, provision }) => {
    const name = reader.rulebook.measures.get(measure)?.name[io.language] ?? measure
    const { label } = words[io.language].punctuation
    const where = paint(io, 'soft', `[${provision}]`)
    return hang(io, '  - ', `${label(name, says[io.language])} ${where}`)
  })

/** A measure as it stands in the policy folder: plain version first, then rule, amount, promises, way in. */
export const showMeasure = (io: Io, reader: Reader, measure: Measure): string => {
  const { language } = io
  const text = TEXT[language]
  const { eligible } = measure
  const parts = eligible === null ? [] : eligible.kind === 'all' ? eligible.parts : [eligible]
  const { inBrackets } = words[language].punctuation
  const evidence = measure.evidence.map(({ name, grade }) =>
    hang(
      io,
      '  - ',
      `${name[language]}${paint(io, 'soft', inBrackets(words[language].grade(grade)))}`,
    ),
  )
  const targets = measure.targets.map((target) => hang(io, '  - ', showTarget(io, target)))
  return [
    ...head(io, measure),
    ...section(
      io,
      text.conditions,
      parts.flatMap((part) => conditionLines(io, part, 1)),
    ),
    ...section(io, text.amount, amountLines(io, reader, measure)),
    ...section(io, text.evidence, evidence),
    ...section(io, text.calls, callLines(io, measure)),
    ...section(io, text.excludes, excludeLines(io, reader, measure)),
    ...section(io, text.targets, targets),
    ...showMeasureFoot(io, reader, measure),
  ].join('\n')
}
