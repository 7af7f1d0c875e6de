import type { components } from '@huiqi/client'
import { Given } from '../../rules/given.tsx'
import { THING_KINDS } from '../facts/thing-words.ts'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'

const PARTS = inBoth<Readonly<Record<string, string>>>({
  zh: {
    overview: '概况',
    facts: '指标',
    things: '项目、合同等事项',
    consents: '数据使用同意',
    awards: '已获奖补',
    export: '整份档案（导出）',
    home: '首页',
    verdicts: '能享什么',
    ladders: '成长阶梯',
    questions: '待答问题',
    'near-misses': '只差一步的措施',
    changes: '变化',
    'what-if': '试算',
  },
  en: {
    overview: 'overview',
    facts: 'facts',
    things: 'projects, contracts and the like',
    consents: 'consents',
    awards: 'awards received',
    export: 'the whole file, exported',
    home: 'home',
    verdicts: 'what it can get',
    ladders: 'ladders',
    questions: 'open questions',
    'near-misses': 'near misses',
    changes: 'changes',
    'what-if': 'a trial with other answers',
  },
})

const PURPOSES = inBoth<Readonly<Record<string, string>>>({
  zh: { match: '主动匹配', automatic: '免申即享', 'share-with-banks': '与银行共享' },
  en: {
    match: 'matching',
    automatic: 'payment without an application',
    'share-with-banks': 'sharing with banks',
  },
})

type Event = components['schemas']['AuditEvent']

/** An enterprise by its name. */
export type Named = NonNullable<Event['enterprise']>

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** What an event was about, in words; null when only an id says it. */
export const useEventSubject = (): ((event: Event) => string | null) => {
  const { language } = useLanguage()
  const parts = useWords(PARTS)
  const purposes = useWords(PURPOSES)
  const kinds: Readonly<Record<string, string>> = useWords(THING_KINDS)
  const known = { ...kinds, ...purposes }
  return ({ subject, subjectName, details }) => {
    if (subjectName !== null) {
      const { year } = details
      const name = subjectName[language]
      return typeof year === 'number' ? `${name} ${year}` : name
    }
    if (subject === null || ID.test(subject)) return null
    const [part = ''] = subject.split('/')
    return known[subject] ?? parts[part] ?? subject
  }
}

/** What an event was about: the enterprise, where it is one of many, and what of it. */
export const EventSubject = ({
  event,
  onEnterprise,
}: {
  readonly event: Event
  readonly onEnterprise?: (enterprise: Named) => void
}) => {
  const subject = useEventSubject()(event)
  const enterprise = onEnterprise === undefined ? null : event.enterprise
  return (
    <>
      {enterprise === null ? null : (
        <button type="button" className="plain line" onClick={() => onEnterprise?.(enterprise)}>
          <Given>{enterprise.name}</Given>
        </button>
      )}
      {subject === null ? null : (
        <span className={enterprise === null ? 'line' : 'line soft'}>
          <Given>{subject}</Given>
        </span>
      )}
      {enterprise === null && subject === null ? <span className="none">—</span> : null}
    </>
  )
}
