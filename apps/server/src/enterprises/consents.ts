import { type ConsentList, ConsentPurpose } from '@huiqi/contract'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { giveConsent, listConsents, withdrawConsent } from './consent-repository.ts'
import { namesOf } from './file-repository.ts'
import { type Asking, changeFile, readFile } from './read-file.ts'

const show = async (work: Work, enterprise: string): Promise<ConsentList> => {
  const given = await listConsents(work, enterprise)
  const names = await namesOf(
    work,
    given.map(({ given_by: by }) => by),
  )
  return {
    entries: ConsentPurpose.options.map((purpose) => {
      const found = given.find((consent) => consent.purpose === purpose)
      return {
        purpose,
        isGiven: found !== undefined,
        givenAt: found?.given_at.toISOString() ?? null,
        givenBy: found === undefined ? null : (names.get(found.given_by) ?? null),
      }
    }),
  }
}

/** What the file may be used for. */
export const showConsents = (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<ConsentList> =>
  readFile(platform, asking, {
    enterprise,
    part: 'consents',
    read: (work) => show(work, enterprise),
  })

/** Gives or withdraws a consent. */
export const changeConsent = (
  platform: Platform,
  asking: Asking,
  change: {
    readonly enterprise: string
    readonly purpose: ConsentPurpose
    readonly isGiven: boolean
  },
): Promise<ConsentList> =>
  changeFile(platform, { asking, enterprise: change.enterprise }, async (by) => {
    const { enterprise, purpose, isGiven } = change
    const isChanged = isGiven
      ? await giveConsent(by.work, { enterprise, purpose, account: by.account, at: by.at })
      : await withdrawConsent(by.work, { enterprise, purpose, at: by.at })
    if (isChanged) await by.note(isGiven ? 'consent.given' : 'consent.withdrawn', purpose)
    return show(by.work, enterprise)
  })
