import { Button } from 'antd'
import { Given } from '../../rules/given.tsx'
import { type Problem, ProblemError, UnreachableError } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: {
    unreachable: '连不上服务',
    unreachableHint: '请检查网络后重试；已填写的内容还在本页。',
    broken: '页面出错了',
    brokenHint: '请刷新页面重试。',
    again: '重试',
    line: (line: number) => `第 ${line} 行`,
    place: (text: string) => `（${text}）`,
  },
  en: {
    unreachable: 'The service cannot be reached',
    unreachableHint:
      'Check the connection and try again; what you filled in is still on this page.',
    broken: 'Something on this page is broken',
    brokenHint: 'Load the page again.',
    again: 'Try again',
    line: (line: number) => `line ${line}`,
    place: (text: string) => ` (${text})`,
  },
})

type Issue = NonNullable<Problem['issues']>[number]

const Issues = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const text = useWords(WORDS)
  return (
    <ul>
      {issues.map((issue) => (
        <li key={`${issue.path ?? ''} ${issue.line ?? ''} ${issue.code} ${issue.message}`}>
          <Given>{issue.message}</Given>
          {issue.line === undefined ? null : text.place(text.line(issue.line))}
        </li>
      ))}
    </ul>
  )
}

/** What went wrong, with all issues; without `issues` those of the problem itself. */
export const ProblemNote = ({
  error,
  issues,
  onAgain,
}: {
  readonly error: unknown
  readonly issues?: readonly Issue[]
  readonly onAgain?: () => unknown
}) => {
  const text = useWords(WORDS)
  const problem = error instanceof ProblemError ? error.problem : null
  const isUnreachable = error instanceof UnreachableError
  const listed = issues ?? problem?.issues ?? []
  const hint = isUnreachable ? text.unreachableHint : text.brokenHint
  const title = problem?.title ?? (isUnreachable ? text.unreachable : text.broken)
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {problem === null ? <p>{hint}</p> : null}
      {problem?.detail === undefined ? null : (
        <p>
          <Given>{problem.detail}</Given>
        </p>
      )}
      {listed.length === 0 ? null : <Issues issues={listed} />}
      {onAgain === undefined ? null : <Button onClick={() => onAgain()}>{text.again}</Button>}
    </div>
  )
}
