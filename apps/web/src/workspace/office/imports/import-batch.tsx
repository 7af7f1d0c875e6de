import type { components } from '@huiqi/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { Link, useParams } from 'react-router'
import { Given } from '../../../rules/given.tsx'
import { GRADES } from '../../facts/grade-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Answer } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Moment } from '../../ui/figures.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ImportIssues } from './import-issues.tsx'
import { IMPORT_WORDS } from './import-words.ts'
import { Preview } from './preview.tsx'
import { StateMark } from './state-mark.tsx'

const WORDS = inBoth({
  zh: {
    title: '导入批次',
    back: '回到数据导入',
    progress: (done: number, all: number) => `已处理 ${done} 行，共 ${all} 行`,
    reading: '正在读取文件',
    bar: '进度',
    confirm: '确认写入',
    confirmOf: (rows: number) => `写入 ${rows} 行？`,
    confirmSay: '整批要么全部写入，要么一条不写。写入后企业的结论会随之更新。',
    cancel: '取消这批',
    cancelOf: '取消这批导入？不会写入任何内容。',
    retry: '重新检查',
    applied: (count: number) => `已写入 ${count} 条数据。`,
  },
  en: {
    title: 'Import',
    back: 'Back to the imports',
    progress: (done: number, all: number) => `${done} of ${all} rows done`,
    reading: 'Reading the file',
    bar: 'Progress',
    confirm: 'Apply it',
    confirmOf: (rows: number) => `Apply ${rows} rows?`,
    confirmSay: 'Either the whole batch is applied or nothing of it. The verdicts follow.',
    cancel: 'Cancel it',
    cancelOf: 'Cancel this import? Nothing of it is applied.',
    retry: 'Check it once more',
    applied: (count: number) => `${count} values have been applied.`,
  },
})

type Batch = components['schemas']['ImportBatch']
type Step = 'confirm' | 'cancel' | 'retry'

const LOOK_EVERY_MS = 700
const isRunning = ({ state }: Batch): boolean => state === 'checking' || state === 'applying'

const take = (id: string, step: Step): Promise<Batch> => {
  const params = { path: { import: id } }
  if (step === 'confirm') {
    return answerOf(client.POST('/api/v1/imports/{import}/confirm', { params }))
  }
  return step === 'cancel'
    ? answerOf(client.POST('/api/v1/imports/{import}/cancel', { params }))
    : answerOf(client.POST('/api/v1/imports/{import}/retry', { params }))
}

const Running = ({ batch }: { readonly batch: Batch }) => {
  const text = useWords(WORDS)
  const { rowsDone, rowsInAll } = batch
  const all = rowsInAll ?? 0
  return (
    <div className="sheet" role="status">
      <p>{all === 0 ? text.reading : text.progress(rowsDone, all)}</p>
      <Progress
        percent={all === 0 ? 0 : Math.floor((100 * rowsDone) / all)}
        aria-label={text.bar}
      />
    </div>
  )
}

const Steps = ({ batch }: { readonly batch: Batch }) => {
  const text = useWords(WORDS)
  const queries = useQueryClient()
  const { id, state, rowsInAll } = batch
  const keep = (found: Batch) => {
    queries.setQueryData(['import', id], found)
    return queries.invalidateQueries({ queryKey: ['imports'] })
  }
  const retrying = useMutation({ mutationFn: () => take(id, 'retry'), onSuccess: keep })
  const refresh = () => queries.invalidateQueries({ queryKey: ['import', id] })
  return (
    <div className="form-actions">
      {state === 'checked' ? (
        <ConfirmButton
          label={text.confirm}
          question={text.confirmOf(rowsInAll ?? 0)}
          kind="plain"
          act={() => take(id, 'confirm')}
          onDone={refresh}
        >
          <p>{text.confirmSay}</p>
        </ConfirmButton>
      ) : null}
      {state === 'refused' || state === 'failed' ? (
        <Button loading={retrying.isPending} onClick={() => retrying.mutate()}>
          {text.retry}
        </Button>
      ) : null}
      {state === 'checked' || state === 'checking' ? (
        <ConfirmButton
          label={text.cancel}
          question={text.cancelOf}
          act={() => take(id, 'cancel')}
          onDone={refresh}
        />
      ) : null}
      {retrying.error === null ? null : <ProblemNote error={retrying.error} />}
    </div>
  )
}

const BatchPage = ({ batch }: { readonly batch: Batch }) => {
  const text = useWords(WORDS)
  const words = useWords(IMPORT_WORDS)
  const grades = useWords(GRADES)
  const { language } = useLanguage()
  const { rowsInAll, rowsBad, statementsMade, begunAt, begunBy } = batch
  return (
    <>
      <p>
        <StateMark state={batch.state} />{' '}
        <span className="soft">
          {batch.sourceName[language]} · {grades[batch.grade]} ·{' '}
          {rowsInAll === null ? null : `${words.rows(rowsInAll)} · `}
          {rowsBad === 0 ? null : `${words.bad(rowsBad)} · `}
          <Moment at={begunAt} /> ·{' '}
          <Given>{begunBy === null ? words.connector : words.by(begunBy)}</Given>
        </span>
      </p>
      {isRunning(batch) ? <Running batch={batch} /> : null}
      {batch.state === 'applied' && statementsMade !== null ? (
        <p className="notice good" role="status">
          {text.applied(statementsMade)}
        </p>
      ) : null}
      <Steps batch={batch} />
      {isRunning(batch) ? null : <ImportIssues batch={batch.id} />}
      {batch.preview === null ? null : <Preview preview={batch.preview} />}
    </>
  )
}

/** One batch: how it stands, what is wrong with it, and what comes next. */
export const Component = () => {
  const text = useWords(WORDS)
  const { batch: id = '' } = useParams()
  const batch = useQuery({
    queryKey: ['import', id],
    queryFn: () =>
      answerOf(client.GET('/api/v1/imports/{import}', { params: { path: { import: id } } })),
    refetchInterval: ({ state }) =>
      state.data === undefined || isRunning(state.data) ? LOOK_EVERY_MS : false,
  })
  return (
    <Page
      title={batch.data?.fileName ?? text.title}
      lead={<Link to="/office/imports">{text.back}</Link>}
    >
      <Answer of={batch}>{(found) => <BatchPage batch={found} />}</Answer>
    </Page>
  )
}
