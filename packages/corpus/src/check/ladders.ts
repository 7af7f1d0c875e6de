import type { Ladder } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import { type Draft, reportOn } from '../lower/draft.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { checkSharedProvision } from './references.ts'

const MONTH_AND_DAY = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

const checkLadder = (vocabulary: Vocabulary, ladder: Ladder, report: Report): void => {
  for (const [place, rung] of ladder.rungs.entries()) {
    const held = vocabulary.facts.get(rung.held)
    if (held === undefined || held.type === 'boolean') continue
    report({
      code: 'ladder.held-type',
      path: ['rungs', place, 'held'],
      params: { fact: rung.held },
    })
  }
  for (const [place, { yearlyOn, monthsAfterGrant }] of ladder.dates.entries()) {
    const isBoth = yearlyOn !== null && monthsAfterGrant !== null
    const isDay = yearlyOn === null || MONTH_AND_DAY.test(yearlyOn)
    if (isBoth || !isDay) report({ code: 'ladder.date', path: ['dates', place] })
  }
}

/** Rungs are held by yes-or-no facts; days are days of the year; shared files name the provisions of instruments. */
export const checkLadders = (draft: Draft & { readonly vocabulary: Vocabulary }): void => {
  const { corpus, vocabulary } = draft
  for (const ladder of corpus.ladders) {
    const report = reportOn(draft, 'ladder', ladder.id)
    checkLadder(vocabulary, ladder, report)
    for (const [place, { provision }] of ladder.dates.entries()) {
      checkSharedProvision(draft, report, { provision, path: ['dates', place, 'provision'] })
    }
  }
  for (const { id, provision } of corpus.pools) {
    checkSharedProvision(draft, reportOn(draft, 'pool', id), { provision, path: ['provision'] })
  }
  for (const { id, provision } of corpus.stackingGroups) {
    checkSharedProvision(draft, reportOn(draft, 'stacking', id), { provision, path: ['provision'] })
  }
}
