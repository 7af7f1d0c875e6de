import type { NewStatement, Supposition, WhatIf } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Enterprise } from '@huiqi/engine'
import { derivedFacts } from '../enterprises/derived-facts.ts'
import {
  type EnterpriseFile,
  type FactOnFile,
  factsFrom,
  thingsFrom,
} from '../enterprises/load-file.ts'
import type { Asking } from '../enterprises/read-file.ts'
import { type ReadStatementOf, readStatements } from '../enterprises/read-statements.ts'
import type { Platform } from '../platform/platform.ts'
import {
  byWeight,
  differingKeys,
  partsOfKey,
  standingAt,
  standingsOf,
  thingNamesOf,
} from './difference.ts'
import { type Screening, screen } from './screen.ts'
import { screenFile } from './screen-file.ts'
import { toRange } from './show-verdict.ts'

const DIFFERENCES_AT_MOST = 200

const placeOf = ({ fact, year, thing }: Pick<ReadStatementOf, 'fact' | 'year' | 'thing'>) =>
  `${fact} ${year} ${thing}`

const NOBODY = { stated_by: null, batch: null, stated_at: new Date(0) }

const suppose = ({ value, ...place }: ReadStatementOf): readonly FactOnFile[] =>
  value === null
    ? []
    : [
        {
          ...place,
          current: { id: 0, ...place, value, source: 'self', grade: 'D', ...NOBODY },
          others: [],
        },
      ]

/** The enterprise as it would be: what is supposed takes the place of what is on file, whoever stated it. */
export const supposedEnterprise = (
  file: EnterpriseFile,
  statements: readonly ReadStatementOf[],
  things: Supposition['things'],
): Enterprise => {
  const places = new Set(statements.map(placeOf))
  const facts = [
    ...file.facts.filter((fact) => !places.has(placeOf(fact))),
    ...statements.flatMap(suppose),
  ]
  const all = [...file.things, ...things.map((thing) => ({ ...thing, created_at: new Date(0) }))]
  return {
    ...file.enterprise,
    facts: factsFrom(facts.filter(({ thing }) => thing === null)),
    things: thingsFrom(all, file.absent, facts),
  }
}

const read = (
  { policies, clock }: Platform,
  file: EnterpriseFile,
  {
    statements,
    things,
  }: { readonly statements: readonly NewStatement[]; readonly things: Supposition['things'] },
): readonly ReadStatementOf[] => {
  const sight = {
    rulebook: policies.rulebook,
    day: clock.today(),
    things: new Map([...file.things, ...things].map(({ id, kind }) => [id, kind])),
  }
  const found = readStatements(sight, statements, 'body.statements')
  if (found.issues.length > 0) throw new AppError('invalid-input', { issues: found.issues })
  return found.statements
}

const compare = (before: Screening, after: Screening): WhatIf['differences'] => {
  const [from, to] = [standingsOf(before), standingsOf(after)]
  const names = new Map([...thingNamesOf(before), ...thingNamesOf(after)])
  return differingKeys(from, to)
    .map((key) => ({
      ...partsOfKey(after.at.rulebook, key, names),
      from: standingAt(from, key, 'unmet'),
      to: standingAt(to, key, 'unmet'),
    }))
    .toSorted(byWeight)
    .slice(0, DIFFERENCES_AT_MOST)
}

/** What would be if some facts were others; nothing is kept. Throws AppError `invalid-input` with every place. */
export const showWhatIf = (
  platform: Platform,
  asking: Asking,
  { enterprise, ...supposed }: Supposition & { readonly enterprise: string },
): Promise<WhatIf> =>
  screenFile(platform, asking, {
    enterprise,
    part: 'what-if',
    answer: ({ file, screening: before }) => {
      const statements = read(platform, file, supposed)
      const then = supposedEnterprise(file, statements, supposed.things)
      const after = screen(before.at, then)
      const { rulebook, day } = after.at
      return {
        counts: after.counts,
        worth: toRange(after.combination.total),
        before: { counts: before.counts, worth: toRange(before.combination.total) },
        differences: compare(before, after),
        derived: [...derivedFacts({ rulebook, day }, then)],
      }
    },
  })
