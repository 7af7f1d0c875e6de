const SECOND_MS = 1000
const FIRST_WAIT_MS = 30 * SECOND_MS
const LONGEST_WAIT_MS = 15 * 60 * SECOND_MS

/** Failures of one email after its last success that are free. */
export const FREE_FOR_EMAIL = 5

/** Failures of one network address within an hour that are free: a whole office may share it. */
export const FREE_FOR_ADDRESS = 30

/** How far back failures of an email count. */
export const EMAIL_LOOK_BACK_MS = 24 * 3600 * SECOND_MS

/** How far back failures of a network address count. */
export const ADDRESS_LOOK_BACK_MS = 3600 * SECOND_MS

/** Failures so far and when the last one was. */
export interface Failures {
  readonly count: number
  readonly lastAt: Date | null
}

/** The wait after so many failures: none while they are free, then 30 seconds, doubled each time up to 15 minutes. */
export const waitAfter = (count: number, free: number): number =>
  count < free ? 0 : Math.min(FIRST_WAIT_MS * 2 ** Math.min(count - free, 10), LONGEST_WAIT_MS)

/** Whole seconds until the next try is heard; 0: now. */
export const secondsToWait = ({ count, lastAt }: Failures, free: number, now: Date): number => {
  if (lastAt === null) return 0
  const until = lastAt.getTime() + waitAfter(count, free)
  return Math.max(0, Math.ceil((until - now.getTime()) / SECOND_MS))
}
