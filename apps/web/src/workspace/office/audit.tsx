import { useState } from 'react'
import { Given } from '../../rules/given.tsx'
import { ACTIONS, type Action, asAction } from '../events/action-words.ts'
import { EventList } from '../events/event-list.tsx'
import type { Named } from '../events/event-subject.tsx'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { pageQuery } from '../ui/after.ts'
import { Page } from '../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '操作记录',
    lead: '全平台的每次改动，以及经办人对企业档案的每次查阅。',
    action: '操作',
    all: '全部',
    only: (name: string) => `只看“${name}”`,
    others: '看全部企业',
  },
  en: {
    title: 'Audit',
    lead: 'Every change in the service, and every look of an officer into a file.',
    action: 'What was done',
    all: 'Everything',
    only: (name: string) => `Only “${name}”`,
    others: 'All enterprises',
  },
})

/** Everything that was done in the service, for administrators. */
export const Component = () => {
  const text = useWords(WORDS)
  const actions = useWords(ACTIONS)
  const [action, setAction] = useState<Action | null>(null)
  const [enterprise, setEnterprise] = useState<Named | null>(null)
  const filter = {
    ...(action === null ? {} : { action }),
    ...(enterprise === null ? {} : { enterprise: enterprise.id }),
  }
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <div className="filters">
        <label>
          <span>{text.action}</span>
          <select
            value={action ?? ''}
            onChange={({ currentTarget }) => setAction(asAction(currentTarget.value))}
          >
            <option value="">{text.all}</option>
            {Object.entries(actions).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {enterprise === null ? null : (
          <p className="only">
            <Given>{text.only(enterprise.name)}</Given>{' '}
            <button type="button" className="plain" onClick={() => setEnterprise(null)}>
              {text.others}
            </button>
          </p>
        )}
      </div>
      <EventList
        queryKey={['audit', filter]}
        onEnterprise={setEnterprise}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/audit', { params: { query: { ...pageQuery(after), ...filter } } }),
          )
        }
      />
    </Page>
  )
}
