import type { MeasureStatus } from '@huiqi/contract'
import type { Language } from '@huiqi/domain'

/** Where a measure stands, in words. */
export const STATUS_WORDS: Readonly<Record<Language, Readonly<Record<MeasureStatus, string>>>> = {
  zh: {
    coming: '即将开始',
    open: '可办理',
    closing: '即将截止',
    closed: '已截止',
    unscheduled: '申报时间未公布',
    'not-yet-in-force': '尚未施行',
    expired: '已失效',
  },
  en: {
    coming: 'opens soon',
    open: 'open',
    closing: 'closes soon',
    closed: 'closed',
    unscheduled: 'no window published',
    'not-yet-in-force': 'not yet in force',
    expired: 'expired',
  },
}
