import {
  type Clock,
  callStatus,
  type Enterprise,
  type Measure,
  type Rulebook,
  type Verdict,
} from '@huiqi/engine'
import {
  isMeasured,
  opennessAfterChange,
  type Reader,
  showAllNeeds,
  showAmount,
  showCallStatus,
  showDistance,
  showGaps,
  showTests,
  showUse,
  words,
} from '@huiqi/wording'
import type { Io } from '../io.ts'
import { showEvidence } from './evidence-report.ts'
import { hang } from './layout.ts'
import { showMeasureFoot } from './measure-foot.ts'
import { showChange } from './near.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'
import { showTrace } from './tree.ts'

const TEXT = {
  zh: {
    conditions: '条件',
    amount: '金额',
    officer: '由经办部门在此范围内核定',
    from: '依据',
    change: '改变以下各项即可符合',
    changeFirst: '先要改变',
    thenSupply: '之后还需提供',
    unchangeable: '未满足的条件中有企业无法改变的，当日不能符合。',
    open: '要有结论还差',
    supply: '企业提供',
    judge: '经办人核定',
    hole: '原文未见',
    used: (on: string) => `已于 ${on} 享受，不能再享。`,
    noRule: '未见可判定的条件原文。',
    service: '此项为服务，没有申报条件，联系方式见下。',
    noThing: (kind: string) => `此项按${kind}判断，企业文件里还没有${kind}。`,
  },
  en: {
    conditions: 'Conditions',
    amount: 'Amount',
    officer: 'the office decides within this range',
    from: 'from',
    change: 'Change this and it is met',
    changeFirst: 'What has to change first',
    thenSupply: 'then still to supply',
    unchangeable: 'Something that fails cannot be changed: it cannot be met on this day.',
    open: 'What would settle it',
    supply: 'to supply',
    judge: 'an officer judges',
    hole: 'not found in the text',
    used: (on: string) => `Already received on ${on}; it cannot be had again.`,
    noRule: 'No text was found to decide this by.',
    service: 'A service: there is no condition to meet; the way in stands below.',
    noThing: (kind: string) => `This is judged for a ${kind}; the enterprise file has none yet.`,
  },
} as const

const OUTCOME_TONE = {
  met: 'good',
  unmet: 'bad',
  unknown: 'warn',
  'needs-review': 'warn',
  'not-in-force': 'soft',
} as const satisfies Record<Verdict['outcome'], Parameters<typeof paint>[1]>

/** What a page about one verdict is made of. */
export interface VerdictPage {
  readonly rulebook: Rulebook
  readonly enterprise: Enterprise
  readonly verdict: Verdict
  readonly clock: Clock
}

/** Whether there is only a door to knock on: no rule to meet, nothing to decide. */
const isPlainService = ({ measure, outcome }: Verdict): boolean =>
  measure.delivery === 'service' && measure.eligible === null && outcome !== 'not-in-force'

const head = (io: Io, { enterprise, verdict, clock }: VerdictPage): readonly string[] => {
  const { measure, outcome, handling, thing, amount } = verdict
  const { inForce } = measure
  const { language } = io
  const said = [
    isPlainService(verdict)
      ? words[language].delivery.service
      : paint(io, OUTCOME_TONE[outcome], words[language].outcome[outcome]),
    outcome === 'not-in-force' ? words[language].period(inForce.from, inForce.to) : null,
    amount === null || outcome !== 'met' ? null : paint(io, 'strong', showAmount(amount, language)),
    handling === null ? null : words[language].handling[handling],
    outcome === 'not-in-force' || measure.delivery !== 'apply'
      ? null
      : showCallStatus(callStatus(measure, clock.submittedOn), language),
  ].filter((part) => part !== null)
  const about = [enterprise.name, thing?.name ?? ''].filter((name) => name !== '')
  return [
    hang(io, '', paint(io, 'strong', measure.name[language])),
    hang(io, '', paint(io, 'soft', [measure.id, measure.provision, ...about].join(' · '))),
    '',
    hang(io, '', said.join(' · ')),
  ]
}

const openLines = (io: Io, reader: Reader, { outcome, why, trace }: Verdict): readonly string[] => {
  if (trace === null || (outcome !== 'unknown' && outcome !== 'needs-review')) return []
  const text = TEXT[io.language]
  const { label } = words[io.language].punctuation
  const lines = [
    why.missing.length > 0 ? label(text.supply, showAllNeeds(reader, why.missing)) : null,
    why.reviews.length > 0 ? label(text.judge, showAllNeeds(reader, why.reviews)) : null,
    why.gaps.length > 0 ? label(text.hole, showGaps(reader, why.gaps)) : null,
  ].filter((line) => line !== null)
  return section(
    io,
    text.open,
    lines.map((line) => hang(io, `  ${paint(io, 'warn', '?')} `, line)),
  )
}

const amountLines = (io: Io, reader: Reader, { amount }: Verdict): readonly string[] => {
  if (amount === null) return []
  const { language } = io
  const text = TEXT[language]
  const { label } = words[language].punctuation
  const { missing, gaps } = amount.why
  const shown = showAmount(amount, language)
  const officer = amount.isDecidedByOfficer ? paint(io, 'soft', ` · ${text.officer}`) : ''
  return section(io, text.amount, [
    hang(io, '  ', `${paint(io, 'strong', shown)}${officer}`),
    ...amount.uses.map((use) =>
      hang(io, '  ', paint(io, 'soft', `${text.from} ${showUse(reader, use)}`)),
    ),
    ...(missing.length === 0
      ? []
      : [
          hang(
            io,
            `  ${paint(io, 'warn', '?')} `,
            label(text.supply, showAllNeeds(reader, missing)),
          ),
        ]),
    ...(gaps.length === 0
      ? []
      : [hang(io, `  ${paint(io, 'warn', '?')} `, label(text.hole, showGaps(reader, gaps)))]),
  ])
}

const changeLines = (io: Io, reader: Reader, verdict: Verdict): readonly string[] => {
  const { outcome, changes } = verdict
  if (outcome !== 'unmet') return []
  const text = TEXT[io.language]
  if (changes === null) return ['', hang(io, '', text.unchangeable)]
  const lines = changes.map((change) => {
    const { leaf } = change
    const isTold = change.to === 'hold' && showDistance(reader, leaf) !== null
    const asks = isTold || !isMeasured(reader, leaf) ? '' : showTests(reader, leaf)
    const suffix = asks === '' ? '' : words[io.language].punctuation.inBrackets(asks)
    return hang(io, '  → ', `${showChange(io, reader, change)}${suffix}`)
  })
  const { missing, reviews } = opennessAfterChange(verdict)
  const { label } = words[io.language].punctuation
  const then = [
    missing.length === 0 ? null : label(text.thenSupply, showAllNeeds(reader, missing)),
    reviews.length === 0 ? null : label(text.judge, showAllNeeds(reader, reviews)),
  ].filter((line) => line !== null)
  const title = then.length === 0 ? text.change : text.changeFirst
  const open = then.map((line) => hang(io, `  ${paint(io, 'warn', '?')} `, line))
  return section(io, title, [...lines, ...open])
}

const reasonWithoutTrace = (io: Io, verdict: Verdict): readonly string[] => {
  const text = TEXT[io.language]
  if (verdict.outcome === 'not-in-force') return []
  return ['', hang(io, '', isPlainService(verdict) ? text.service : text.noRule)]
}

const reasoning = (io: Io, reader: Reader, verdict: Verdict): readonly string[] =>
  verdict.trace === null
    ? ['', hang(io, '  ', verdict.measure.plain[io.language]), ...reasonWithoutTrace(io, verdict)]
    : section(io, TEXT[io.language].conditions, showTrace(io, reader, verdict.trace))

const noThingLines = (io: Io, { measure, thing, trace }: Verdict): readonly string[] =>
  measure.about === 'enterprise' || thing !== null || trace === null
    ? []
    : ['', hang(io, '', TEXT[io.language].noThing(words[io.language].subject[measure.about]))]

/** A verdict explained: every condition with its clause and value, amount, evidence. */
const showVerdict = (io: Io, page: VerdictPage): string => {
  const { rulebook, verdict, clock } = page
  const reader: Reader = { rulebook, language: io.language, asOf: clock.asOf }
  const used = verdict.usedUpBy.map(({ on }) => paint(io, 'warn', TEXT[io.language].used(on)))
  return [
    ...head(io, page),
    ...used,
    ...noThingLines(io, verdict),
    ...openLines(io, reader, verdict),
    ...changeLines(io, reader, verdict),
    ...reasoning(io, reader, verdict),
    ...amountLines(io, reader, verdict),
    ...showEvidence(io, reader, verdict),
  ].join('\n')
}

const ORDER = ['met', 'needs-review', 'unknown', 'unmet', 'not-in-force'] as const

/** What a page about a measure is made of: one verdict, or one for each thing it is about. */
export interface ExplainPage extends Omit<VerdictPage, 'verdict'> {
  readonly measure: Measure
  readonly verdicts: readonly Verdict[]
}

/** One measure explained: its verdicts, the best first, then who acts, the way in and the source. */
export const showExplained = (io: Io, page: ExplainPage): string => {
  const { rulebook, enterprise, clock, measure } = page
  const reader: Reader = { rulebook, language: io.language, asOf: clock.asOf }
  const verdicts = page.verdicts.toSorted(
    (a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome),
  )
  const pages = verdicts.map((verdict) => showVerdict(io, { rulebook, enterprise, verdict, clock }))
  return [pages.join('\n\n'), ...showMeasureFoot(io, reader, measure)].join('\n')
}
