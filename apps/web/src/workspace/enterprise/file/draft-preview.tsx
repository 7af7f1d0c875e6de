import type { components } from '@huiqi/client'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { THING_KINDS } from '../../facts/thing-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Nothing } from '../../ui/answer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSay } from '../../ui/say.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'

const WORDS = inBoth({
  zh: {
    title: (name: string) => `${name} 会改这些`,
    same: '这个文件没有带来任何改动。',
    fact: '指标',
    from: '现为',
    to: '改为',
    things: '新增事项',
    absent: '确认没有',
    awards: '新增已享受政策',
    warnings: '请留意',
    confirm: '确认写入',
    drop: '放弃',
    done: '已写入档案。',
    list: '、',
    colon: '：',
  },
  en: {
    title: (name: string) => `What ${name} would change`,
    same: 'The file changes nothing.',
    fact: 'Fact',
    from: 'Now',
    to: 'Then',
    things: 'New things',
    absent: 'None of',
    awards: 'Received before',
    warnings: 'Mind',
    confirm: 'Put it into the file',
    drop: 'Leave it',
    done: 'It is in the file.',
    list: ', ',
    colon: ': ',
  },
})

type Draft = components['schemas']['Draft']

const Changes = ({ changes }: { readonly changes: Draft['changes'] }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{text.fact}</th>
          <th scope="col">{text.from}</th>
          <th scope="col">{text.to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ fact, year, thing, name, from, to }) => (
          <tr key={`${fact} ${year ?? ''} ${thing?.name ?? ''}`}>
            <th scope="row">
              {name[language]}
              {thing === null ? null : <span className="soft"> · {thing.name}</span>}
            </th>
            <td data-label={text.from}>{from?.[language] ?? '—'}</td>
            <td data-label={text.to}>
              <strong>{to[language]}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Others = ({ draft }: { readonly draft: Draft }) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const { language } = useLanguage()
  const { things, absent, awards, warnings } = draft
  const lines = [
    [text.things, things.map(({ name }) => name)],
    [text.absent, absent.map((kind) => kinds[kind])],
    [text.awards, awards.map(({ name, grantedOn }) => `${name[language]} ${grantedOn}`)],
    [text.warnings, warnings.map(({ message }) => message)],
  ] as const
  return lines
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => (
      <p key={label}>
        {label}
        {text.colon}
        {names.join(text.list)}
      </p>
    ))
}

const isEmpty = ({ changes, things, absent, awards }: Draft): boolean =>
  changes.length + things.length + absent.length + awards.length === 0

/** What a file that was sent in would change; nothing does before it is confirmed. */
export const DraftPreview = ({
  draft,
  onClose,
}: {
  readonly draft: Draft
  readonly onClose: () => void
}) => {
  const text = useWords(WORDS)
  const say = useSay()
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const params = { path: { enterprise, draft: draft.id } }
  const confirming = useMutation({
    mutationFn: () =>
      answerOf(client.POST('/api/v1/enterprises/{enterprise}/drafts/{draft}/confirm', { params })),
    onSuccess: () => {
      say(text.done)
      onClose()
      return refresh()
    },
  })
  const dropping = useMutation({
    mutationFn: () =>
      answerOf(client.DELETE('/api/v1/enterprises/{enterprise}/drafts/{draft}', { params })),
    onSettled: onClose,
  })
  return (
    <Dialog title={text.title(draft.fileName)} place="side" onClose={onClose}>
      {isEmpty(draft) ? <Nothing>{text.same}</Nothing> : null}
      {draft.changes.length === 0 ? null : <Changes changes={draft.changes} />}
      <Others draft={draft} />
      {confirming.error === null ? null : <ProblemNote error={confirming.error} />}
      <div className="form-actions">
        {isEmpty(draft) ? null : (
          <Button type="primary" loading={confirming.isPending} onClick={() => confirming.mutate()}>
            {text.confirm}
          </Button>
        )}
        <Button loading={dropping.isPending} onClick={() => dropping.mutate()}>
          {text.drop}
        </Button>
      </div>
    </Dialog>
  )
}
