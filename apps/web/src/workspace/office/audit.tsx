import { Input } from 'antd'
import { useState } from 'react'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { ACTIONS, type Action, asAction } from '../ui/action-words.ts'
import { pageQuery } from '../ui/after.ts'
import { EventList } from '../ui/event-list.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { Page } from '../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '操作记录',
    lead: '全平台的每次改动，以及经办人对企业档案的每次查阅。',
    action: '操作',
    all: '全部',
    enterprise: '企业编号',
    find: '查找',
  },
  en: {
    title: 'Audit',
    lead: 'Every change in the service, and every look of an officer into a file.',
    action: 'What was done',
    all: 'Everything',
    enterprise: 'Id of an enterprise',
    find: 'Find',
  },
})

const UUID = /^[0-9a-f-]{36}$/i

/** Everything that was done in the service, for administrators. */
export const Component = () => {
  const text = useWords(WORDS)
  const actions = useWords(ACTIONS)
  const [action, setAction] = useState<Action | null>(null)
  const [enterprise, setEnterprise] = useState('')
  const filter = {
    ...(action === null ? {} : { action }),
    ...(UUID.test(enterprise) ? { enterprise } : {}),
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
        <Labelled label={text.enterprise}>
          {(id) => (
            <Input
              id={id}
              value={enterprise}
              onChange={({ currentTarget }) => setEnterprise(currentTarget.value.trim())}
            />
          )}
        </Labelled>
      </div>
      <EventList
        queryKey={['audit', filter]}
        isAcrossEnterprises
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/audit', { params: { query: { ...pageQuery(after), ...filter } } }),
          )
        }
      />
    </Page>
  )
}
