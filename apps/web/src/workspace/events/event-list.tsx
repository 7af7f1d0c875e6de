import type { components } from '@huiqi/client'
import { Given } from '../../rules/given.tsx'
import { inBoth, useWords } from '../frame/language.tsx'
import { Nothing } from '../ui/answer.tsx'
import { Moment } from '../ui/figures.tsx'
import { PagedList } from '../ui/more.tsx'
import { ACTIONS } from './action-words.ts'
import { EventSubject, type Named } from './event-subject.tsx'

const WORDS = inBoth({
  zh: {
    none: '还没有记录。',
    when: '时间',
    who: '人员',
    what: '操作',
    service: '系统',
    about: '对象',
  },
  en: {
    none: 'Nothing is noted yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    service: 'the service',
    about: 'About',
  },
})

type AuditPage = components['schemas']['AuditPage']

/** Noted changes and looks, the latest first. */
export const EventList = ({
  queryKey,
  onEnterprise,
  ask,
}: {
  readonly queryKey: readonly unknown[]
  /** For events of many enterprises: called with the one that is wanted alone. */
  readonly onEnterprise?: (enterprise: Named) => void
  readonly ask: (after: string | undefined) => Promise<AuditPage>
}) => {
  const text = useWords(WORDS)
  const actions = useWords(ACTIONS)
  return (
    <PagedList queryKey={queryKey} ask={ask} empty={<Nothing>{text.none}</Nothing>}>
      {(entries) => (
        <table className="table events">
          <thead>
            <tr>
              <th scope="col">{text.when}</th>
              <th scope="col">{text.who}</th>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.about}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((event) => (
              <tr key={event.id}>
                <td data-label={text.when}>
                  <Moment at={event.at} />
                </td>
                <td data-label={text.who}>
                  <Given>{event.account?.name ?? text.service}</Given>
                </td>
                <td data-label={text.what}>{actions[event.action]}</td>
                <td data-label={text.about}>
                  <EventSubject
                    event={event}
                    {...(onEnterprise === undefined ? {} : { onEnterprise })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PagedList>
  )
}
