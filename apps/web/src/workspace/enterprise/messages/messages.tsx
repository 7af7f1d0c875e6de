import type { components } from '@huiqi/client'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { Nothing } from '../../ui/answer.tsx'
import { Moment } from '../../ui/figures.tsx'
import { PagedList } from '../../ui/more.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { explanationPath } from '../../verdicts/verdict-list.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'

const WORDS = inBoth({
  zh: {
    title: '消息',
    lead: '只在关注的措施有变化、要开始或要截止时才有消息。',
    none: '没有消息。',
    only: '只看未读',
    all: '全部标为已读',
    mark: '标为已读',
    unread: '未读',
    look: '看这项措施',
  },
  en: {
    title: 'Messages',
    lead: 'A message comes only when a followed measure changes, opens or closes.',
    none: 'No messages.',
    only: 'Only unread',
    all: 'Mark all as read',
    mark: 'Mark as read',
    unread: 'unread',
    look: 'Look at the measure',
  },
})

type Message = components['schemas']['Message']

const useMarkRead = () => {
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  return useMutation({
    mutationFn: (ids: readonly number[] | null) =>
      answerOf(
        client.POST('/api/v1/enterprises/{enterprise}/messages/read', {
          params: { path: { enterprise } },
          body: ids === null ? {} : { ids: [...ids] },
        }),
      ),
    onSuccess: refresh,
  })
}

const MessageRow = ({ message }: { readonly message: Message }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const marking = useMarkRead()
  const { id, title, body, measure, createdAt, readAt } = message
  return (
    <li>
      <div className="wide">
        <strong>{title[language]}</strong>{' '}
        {readAt === null ? <span className="mark warn">{text.unread}</span> : null}
        <p>{body[language]}</p>
        <p className="soft">
          <Moment at={createdAt} />
          {measure === null ? null : (
            <>
              {' '}
              · <Link to={explanationPath(enterprise, measure)}>{text.look}</Link>
            </>
          )}
        </p>
        {marking.error === null ? null : <ProblemNote error={marking.error} />}
      </div>
      {readAt === null ? (
        <Button loading={marking.isPending} onClick={() => marking.mutate([id])}>
          {text.mark}
        </Button>
      ) : null}
    </li>
  )
}

/** Messages to the enterprise, the latest first. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const [onlyUnread, setOnlyUnread] = useState(false)
  const marking = useMarkRead()
  return (
    <Page
      title={text.title}
      lead={<p>{text.lead}</p>}
      actions={
        <Button loading={marking.isPending} onClick={() => marking.mutate(null)}>
          {text.all}
        </Button>
      }
    >
      {marking.error === null ? null : <ProblemNote error={marking.error} />}
      <label className="tick">
        <input
          type="checkbox"
          checked={onlyUnread}
          onChange={({ currentTarget }) => setOnlyUnread(currentTarget.checked)}
        />
        {text.only}
      </label>
      <PagedList
        queryKey={['messages', enterprise, onlyUnread]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/enterprises/{enterprise}/messages', {
              params: {
                path: { enterprise },
                query: { ...pageQuery(after), ...(onlyUnread ? { unread: 'true' } : {}) },
              },
            }),
          )
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(messages) => (
          <ul className="rows">
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  )
}
