import type { Explanation } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { opennessOf, type Verdict } from '@huiqi/engine'
import { showAmountRule } from '@huiqi/wording'
import { type Bench, inBoth } from '../enterprises/in-both-languages.ts'
import type { Asking } from '../enterprises/read-file.ts'
import type { Platform } from '../platform/platform.ts'
import { showChange, showNeeded, showUsed } from './say-parts.ts'
import type { Screening } from './screen.ts'
import { screenFile } from './screen-file.ts'
import type { Entry } from './screening-index.ts'
import { showTrace } from './show-trace.ts'
import { showVerdict, verdictOf } from './show-verdict.ts'

const findEntry = (screening: Screening, id: string, thing: string | undefined): Entry => {
  const { at, enterprise } = screening
  const measure = at.rulebook.measures.get(id)
  if (measure === undefined) throw new AppError('unknown-measure', { id })
  const things = measure.about === 'enterprise' ? [] : (enterprise.things[measure.about] ?? [])
  const found = thing === undefined ? things[0] : things.find((each) => each.id === thing)
  if (thing !== undefined && found === undefined) {
    throw new AppError('not-found', { kind: 'thing', id: thing })
  }
  const key = found === undefined ? id : `${id}#${found.id}`
  return { key, place: at.measures.indexOf(measure), measure, thing: found ?? null }
}

const explain = (screening: Screening, entry: Entry, verdict: Verdict): Explanation => {
  const { rulebook, day } = screening.at
  const bench: Bench = { rulebook, day }
  const amount = entry.measure.benefit?.amount ?? null
  return {
    verdict: showVerdict(screening, entry, { verdict, withReasons: true }),
    trace: verdict.trace === null ? null : showTrace(bench, verdict.trace),
    changes: verdict.changes?.map((change) => showChange(bench, change)) ?? null,
    missing: opennessOf(verdict).missing.flatMap((need) => showNeeded(bench, need)),
    evidence: verdict.evidence.map(({ evidence, weak }) => ({
      id: evidence.id,
      name: evidence.name,
      grade: evidence.grade,
      weak: weak.flatMap((use) => showUsed(bench, use)),
    })),
    amountRule: amount === null ? null : inBoth(bench, (reader) => showAmountRule(reader, amount)),
    usedUpBy: verdict.usedUpBy.map(({ measure, on, amount: received }) => ({
      measure: {
        id: measure,
        name: rulebook.measures.get(measure)?.name ?? { zh: measure, en: measure },
      },
      grantedOn: on,
      amountFen: received,
    })),
  }
}

/** One measure for the enterprise with its whole reasoning. Throws AppError `unknown-measure`, `not-found`. */
export const explainMeasure = (
  platform: Platform,
  asking: Asking,
  asked: {
    readonly enterprise: string
    readonly measure: string
    readonly thing: string | undefined
  },
): Promise<Explanation> =>
  screenFile(platform, asking, {
    enterprise: asked.enterprise,
    part: `verdicts/${asked.measure}`,
    answer: ({ screening }) => {
      const entry = findEntry(screening, asked.measure, asked.thing)
      return explain(screening, entry, verdictOf(screening, entry))
    },
  })
