import type { Language } from '@huiqi/domain'
import { type BenefitKind, type CallStatus, MONEY_RECEIVED, type Verdict } from '@huiqi/engine'
import {
  findFastPath,
  type Reader,
  showAmount,
  showCallStatus,
  showFastPath,
  showNeeds,
} from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang, spread } from './layout.ts'
import { paint, type Tone } from './paint.ts'

const TEXT = {
  zh: { judge: (what: string) => `由经办人核定：${what}` },
  en: { judge: (what: string) => `an officer judges: ${what}` },
} as const

/** The name of a measure, and of the thing it is answered for. */
export const nameOfVerdict = ({ measure, thing }: Verdict, language: Language): string =>
  thing === null ? measure.name[language] : `${measure.name[language]} · ${thing.name}`

/** Benefits paid out, where a faster path matters. */
const FAST: ReadonlySet<BenefitKind | undefined> = MONEY_RECEIVED

const MARKS = {
  met: { sign: '●', tone: 'good' },
  'needs-review': { sign: '◇', tone: 'warn' },
} as const satisfies Record<string, { sign: string; tone: Tone }>

/** A measure of a match: name and amount, id and time left, what stands before the fast path. */
export const showVerdictLines = (
  io: Io,
  reader: Reader,
  at: { readonly verdict: Verdict; readonly call: CallStatus | undefined },
): readonly string[] => {
  const { verdict, call } = at
  const { measure, outcome, amount, why } = verdict
  const { language } = reader
  const { sign, tone } = outcome === 'needs-review' ? MARKS[outcome] : MARKS.met
  const when =
    call === undefined || measure.delivery === 'automatic' ? [] : [showCallStatus(call, language)]
  const fastPath = FAST.has(measure.benefit?.kind) ? findFastPath(verdict) : null
  const below = [
    [measure.id, ...when].join(' · '),
    ...(fastPath === null ? [] : [showFastPath(reader, fastPath)]),
    ...(why.reviews.length === 0 ? [] : [TEXT[language].judge(showNeeds(reader, why.reviews))]),
  ]
  const left = { prefix: `  ${paint(io, tone, sign)} `, text: nameOfVerdict(verdict, language) }
  const right = amount === null ? '' : paint(io, 'strong', showAmount(amount, language))
  return [
    spread(io, left, right),
    ...below.map((line) => hang(io, '    ', paint(io, 'soft', line))),
  ]
}
