import type { components } from '@huiqi/client'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { Nothing } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Moment } from '../../ui/figures.tsx'
import { PagedList } from '../../ui/more.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { MeasureStatus } from '../../verdicts/measure-status.tsx'
import { explanationPath } from '../../verdicts/verdict-list.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'

const WORDS = inBoth({
  zh: {
    title: '收藏与关注',
    lead: '本企业的成员共用这份清单。关注的措施有变化、要开始或要截止时会有消息。',
    none: '还没有收藏。',
    only: '只看关注的',
    follow: '关注',
    unfollow: '不再关注',
    note: '备注',
    noteOf: (name: string) => `备注：${name}`,
    save: '保存',
    remove: '移出',
    removeOf: (name: string) => `将“${name}”移出收藏？`,
    by: (name: string) => `${name} 收藏于`,
    at: '收藏于',
    csv: '下载 CSV',
  },
  en: {
    title: 'Saved and followed',
    lead: 'The members of the enterprise share this list. What is followed sends a message when it changes, opens or closes.',
    none: 'Nothing is saved yet.',
    only: 'Only what is followed',
    follow: 'Follow',
    unfollow: 'Follow no more',
    note: 'Note',
    noteOf: (name: string) => `Note: ${name}`,
    save: 'Save',
    remove: 'Remove',
    removeOf: (name: string) => `Remove “${name}” from the list?`,
    by: (name: string) => `saved by ${name}`,
    at: 'saved',
    csv: 'As CSV',
  },
})

type Saved = components['schemas']['SavedMeasure']
type Change = components['schemas']['SavedMeasureChange']

const pathOf = (enterprise: string, measure: string) => ({ path: { enterprise, measure } })

const change = (enterprise: string, measure: string, body: Change) =>
  answerOf(
    client.PUT('/api/v1/enterprises/{enterprise}/saved-measures/{measure}', {
      params: pathOf(enterprise, measure),
      body,
    }),
  )

const NoteDialog = ({
  saved,
  onClose,
}: {
  readonly saved: Saved
  readonly onClose: () => void
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const { measure, note, isFollowed } = saved
  return (
    <Dialog title={text.noteOf(measure.name[language])} onClose={onClose}>
      <SendForm
        initial={{ note }}
        submit={text.save}
        send={(values) => change(enterprise, measure.id, { ...values, isFollowed })}
        onDone={() => {
          onClose()
          return refresh()
        }}
      >
        <Form.Item name="note" label={text.note}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}

const SavedRow = ({ saved }: { readonly saved: Saved }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const [isNoting, setIsNoting] = useState(false)
  const { measure, isFollowed, note, savedBy, savedAt } = saved
  const name = measure.name[language]
  const following = useMutation({
    mutationFn: () => change(enterprise, measure.id, { isFollowed: !isFollowed, note }),
    onSuccess: refresh,
  })
  return (
    <li>
      <div className="wide">
        <Link to={explanationPath(enterprise, measure.id)}>
          <strong>{name}</strong>
        </Link>
        <p>
          <MeasureStatus measure={measure} />
        </p>
        {note === '' ? null : (
          <p>
            <Given>{note}</Given>
          </p>
        )}
        <p className="soft">
          <Given>{savedBy === null ? text.at : text.by(savedBy)}</Given> <Moment at={savedAt} />
        </p>
        {following.error === null ? null : <ProblemNote error={following.error} />}
      </div>
      <div className="form-actions">
        <Button
          aria-pressed={isFollowed}
          loading={following.isPending}
          onClick={() => following.mutate()}
        >
          {isFollowed ? text.unfollow : text.follow}
        </Button>
        <Button onClick={() => setIsNoting(true)}>{text.note}</Button>
        <ConfirmButton
          label={text.remove}
          question={text.removeOf(name)}
          act={() =>
            answerOf(
              client.DELETE('/api/v1/enterprises/{enterprise}/saved-measures/{measure}', {
                params: pathOf(enterprise, measure.id),
              }),
            )
          }
          onDone={refresh}
        />
      </div>
      {isNoting ? <NoteDialog saved={saved} onClose={() => setIsNoting(false)} /> : null}
    </li>
  )
}

/** The measures that somebody of the enterprise put aside. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const [onlyFollowed, setOnlyFollowed] = useState(false)
  return (
    <Page
      title={text.title}
      lead={<p>{text.lead}</p>}
      actions={
        <a href={`/api/v1/enterprises/${enterprise}/saved-measures?format=csv`} download>
          {text.csv}
        </a>
      }
    >
      <label className="tick">
        <input
          type="checkbox"
          checked={onlyFollowed}
          onChange={({ currentTarget }) => setOnlyFollowed(currentTarget.checked)}
        />
        {text.only}
      </label>
      <PagedList
        queryKey={['saved', enterprise, onlyFollowed]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/enterprises/{enterprise}/saved-measures', {
              params: {
                path: { enterprise },
                query: { ...pageQuery(after), ...(onlyFollowed ? { followed: 'true' } : {}) },
              },
            }),
          )
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(entries) => (
          <ul className="rows">
            {entries.map((saved) => (
              <SavedRow key={saved.measure.id} saved={saved} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  )
}
