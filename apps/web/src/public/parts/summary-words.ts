import type { components } from '@huiqi/client'
import { daysBetween, fen, formatMoney, isoDate, type Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'

/** A measure as the lists of the service carry it. */
export type Summary = components['schemas']['MeasureSummary']

/** What of a measure says whether it can be had. */
export type Standing = Pick<
  Summary,
  'status' | 'delivery' | 'closesOn' | 'opensOn' | 'daysLeft' | 'inForceFrom'
>

/** How a mark is coloured. */
export type Tone = 'good' | 'warn' | 'bad' | 'calm'

/** A short statement with its colour. */
export interface Mark {
  readonly tone: Tone
  readonly text: string
}

const TEXT = {
  zh: {
    expired: '已失效',
    later: (day: string) => `${day} 起施行`,
    status: {
      coming: '即将开放',
      open: '可以申报',
      closing: '即将截止',
      closed: '已截止',
      unscheduled: '时间未公布',
      'not-yet-in-force': '尚未施行',
      expired: '已失效',
    },
  },
  en: {
    expired: 'no longer in force',
    later: (day: string) => `in force from ${day}`,
    status: {
      coming: 'opening soon',
      open: 'open now',
      closing: 'closing soon',
      closed: 'closed',
      unscheduled: 'no window published',
      'not-yet-in-force': 'not yet in force',
      expired: 'no longer in force',
    },
  },
} as const

/** The states of measures by name, for filters. */
export const statusNames = (language: Language): Readonly<Record<Summary['status'], string>> =>
  TEXT[language].status

const openMark = (summary: Standing, language: Language): Mark => {
  const { call, delivery } = words[language]
  if (summary.delivery !== 'apply') return { tone: 'good', text: delivery[summary.delivery] }
  const { closesOn, daysLeft } = summary
  const text =
    closesOn === null || daysLeft === null ? call.open : call.openUntil(closesOn, daysLeft)
  return { tone: 'good', text }
}

/** Whether and until when a measure can be had, in a few words. */
export const statusMark = (summary: Standing, language: Language, today: string): Mark => {
  const { status, closesOn, opensOn, daysLeft, inForceFrom } = summary
  const { call } = words[language]
  switch (status) {
    case 'open':
      return openMark(summary, language)
    case 'closing':
      return { tone: 'warn', text: call.closing(closesOn ?? '', daysLeft ?? 0) }
    case 'coming': {
      const opens = isoDate(opensOn ?? today)
      return { tone: 'calm', text: call.coming(opens, daysBetween(isoDate(today), opens)) }
    }
    case 'closed':
      return { tone: 'calm', text: call.closed(closesOn ?? '') }
    case 'unscheduled':
      return { tone: 'calm', text: call.unscheduled }
    case 'not-yet-in-force':
      return { tone: 'calm', text: TEXT[language].later(inForceFrom) }
    case 'expired':
      return { tone: 'bad', text: TEXT[language].expired }
  }
}

const BRIEF_AT_MOST = { zh: 16, en: 30 } as const

/** What a measure gives, in the few words that fit beside its name. */
export interface Brief {
  readonly text: string
  /** Whether it is a figure. */
  readonly isFigure: boolean
}

/** What a measure gives, in brief. */
export const briefAmount = (
  { mostFen, amount, kind }: Pick<Summary, 'mostFen' | 'amount' | 'kind'>,
  language: Language,
): Brief => {
  if (mostFen !== null) {
    const most = formatMoney(fen(mostFen), language)
    return { text: words[language].amounts.atMost(most), isFigure: true }
  }
  const said = amount?.[language] ?? ''
  if (/\d/.test(said) && said.length <= BRIEF_AT_MOST[language]) {
    return { text: said, isFigure: true }
  }
  return { text: kind === null ? '' : words[language].benefit[kind], isFigure: false }
}
