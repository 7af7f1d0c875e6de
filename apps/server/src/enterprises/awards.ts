import type { NewPastAward, PastAwardList } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { addAward, listAwards, takeAwardBack } from './file-repository.ts'
import { type Asking, changeFile, readFile } from './read-file.ts'

const showAwards = async (
  work: Work,
  { policies }: Platform,
  enterprise: string,
): Promise<PastAwardList> => {
  const rows = await listAwards(work, enterprise)
  return {
    entries: rows.map((row) => ({
      id: row.id,
      measure: row.measure,
      name: policies.rulebook.measures.get(row.measure)?.name ?? {
        zh: row.measure,
        en: row.measure,
      },
      grantedOn: row.granted_on,
      amountFen: row.amount_fen,
      source: row.source,
      grade: row.grade,
    })),
  }
}

/** The benefits received before. */
export const showPastAwards = (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<PastAwardList> =>
  readFile(platform, asking, {
    enterprise,
    part: 'awards',
    read: (work) => showAwards(work, platform, enterprise),
  })

/** Declares a benefit received before. Throws AppError `invalid-input` for a day to come, `unknown-measure`. */
export const declareAward = (
  platform: Platform,
  asking: Asking,
  award: NewPastAward & { readonly enterprise: string },
): Promise<PastAwardList> =>
  changeFile(platform, { asking, enterprise: award.enterprise }, async (by) => {
    const { enterprise, measure, grantedOn, amountFen } = award
    if (!platform.policies.rulebook.measures.has(measure)) {
      throw new AppError('unknown-measure', { id: measure })
    }
    if (grantedOn > platform.clock.today()) {
      throw new AppError('invalid-input', {
        issues: [{ code: 'day-to-come', severity: 'error', path: 'body.grantedOn', params: {} }],
      })
    }
    const id = await addAward(by.work, { ...award, account: by.account, at: by.at })
    await by.note('award.declared', id, { measure, grantedOn, amountFen })
    return showAwards(by.work, platform, enterprise)
  })

/** Takes a declared benefit back. Throws AppError `not-found`. */
export const dropAward = (
  platform: Platform,
  asking: Asking,
  award: { readonly enterprise: string; readonly id: string },
): Promise<PastAwardList> =>
  changeFile(platform, { asking, enterprise: award.enterprise }, async (by) => {
    if (!(await takeAwardBack(by.work, award, by.at))) {
      throw new AppError('not-found', { kind: 'award', id: award.id })
    }
    await by.note('award.taken-back', award.id)
    return showAwards(by.work, platform, award.enterprise)
  })
