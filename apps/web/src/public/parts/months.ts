import type { Language } from '@huiqi/domain'

/** Days that belong to one month. */
export interface Month<Entry> {
  /** `2026-04`. */
  readonly id: string
  readonly entries: readonly Entry[]
}

/** Dated entries by month, in their order. */
export const byMonth = <Entry extends { readonly day: string }>(
  entries: readonly Entry[],
): readonly Month<Entry>[] =>
  [...Map.groupBy(entries, ({ day }) => day.slice(0, 7))].map(([id, days]) => ({
    id,
    entries: days,
  }))

const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026年4月`, `April 2026`. */
export const monthName = (id: string, language: Language): string => {
  const [year = '', month = ''] = id.split('-')
  return language === 'zh'
    ? `${year} 年 ${Number(month)} 月`
    : `${ENGLISH[Number(month) - 1] ?? month} ${year}`
}
