import type { components } from '@huiqi/client'
import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { Link } from 'react-router'
import { Given } from '../../../rules/given.tsx'
import { questionText } from '../../../rules/question-text.ts'
import { FactInput, type Typed } from '../../facts/fact-input.tsx'
import { THING_KINDS } from '../../facts/thing-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import type { Difference } from '../../verdicts/difference-list.tsx'
import { declare } from '../declare.ts'
import { useRefresh } from '../use-refresh.ts'

const WORDS = inBoth({
  zh: {
    decides: (count: number) => `定下 ${count} 项措施`,
    touches: (count: number) => `关系到 ${count} 项措施`,
    for: '例如：',
    answer: '回答',
    required: '请填写',
    any: (kind: string) => `有没有${kind}？`,
    none: '没有',
    add: '有，去添加',
    year: (question: string, year: number) =>
      question.includes(String(year)) ? question : `${question}（${year} 年）`,
    list: '、',
  },
  en: {
    decides: (count: number) => (count === 1 ? 'decides 1 measure' : `decides ${count} measures`),
    touches: (count: number) => (count === 1 ? 'touches 1 measure' : `touches ${count} measures`),
    for: 'Such as: ',
    answer: 'Answer',
    required: 'Fill this in',
    any: (kind: string) => `Is there any ${kind.toLowerCase()}?`,
    none: 'There is none',
    add: 'There is; add it',
    year: (question: string, year: number) =>
      question.includes(String(year)) ? question : `${question} (${year})`,
    list: ', ',
  },
})

type NextQuestion = components['schemas']['NextQuestion']

interface QuestionProps {
  readonly question: NextQuestion
  readonly enterprise: string
  readonly mayState: boolean
  readonly onAnswered: (turned: readonly Difference[]) => void
}

const Effect = ({ question }: { readonly question: NextQuestion }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const { decides, touches, measures } = question
  return (
    <p className="soft effect">
      <strong>{decides > 0 ? text.decides(decides) : text.touches(touches)}</strong>{' '}
      {measures.length === 0
        ? null
        : text.for + measures.map(({ name }) => name[language]).join(text.list)}
    </p>
  )
}

const FactQuestion = ({
  asked,
  question,
  enterprise,
  mayState,
  onAnswered,
}: QuestionProps & { readonly asked: NonNullable<NextQuestion['asked']> }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const refresh = useRefresh(enterprise)
  const { fact, year, type, codes } = asked
  const said = questionText(asked.question[language])
  const label = year === null ? said : text.year(said, year)
  const value: Typed = null
  if (!mayState) return <strong>{label}</strong>
  return (
    <SendForm
      initial={{ value: value as Typed }}
      at={['statements', 0]}
      submit={text.answer}
      send={(typed) =>
        declare(enterprise, {
          fact,
          year,
          thing: question.thing?.id ?? null,
          value: typed.value,
          unit: 'plain',
        })
      }
      onDone={({ turned }) => {
        onAnswered(turned)
        return refresh()
      }}
    >
      <Form.Item name="value" label={label} rules={[{ required: true, message: text.required }]}>
        <FactInput type={type} codes={codes} />
      </Form.Item>
    </SendForm>
  )
}

const ThingQuestion = ({
  kind,
  enterprise,
  mayState,
  onAnswered,
}: Omit<QuestionProps, 'question'> & { readonly kind: components['schemas']['ThingKind'] }) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const refresh = useRefresh(enterprise)
  const denying = useMutation({
    mutationFn: () =>
      answerOf(
        client.PUT('/api/v1/enterprises/{enterprise}/absent-things/{kind}', {
          params: { path: { enterprise, kind } },
          body: { isAbsent: true },
        }),
      ),
    onSuccess: () => {
      onAnswered([])
      return refresh()
    },
  })
  return (
    <>
      <p>
        <strong>{text.any(kinds[kind])}</strong>
      </p>
      {denying.error === null ? null : <ProblemNote error={denying.error} />}
      {mayState ? (
        <div className="form-actions">
          <Link to={`/e/${enterprise}/file`}>{text.add}</Link>
          <Button loading={denying.isPending} onClick={() => denying.mutate()}>
            {text.none}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** One question with what its answer is good for. */
export const Question = (props: QuestionProps) => {
  const { asked, things, thing } = props.question
  return (
    <li>
      <div className="wide">
        {thing === null ? null : (
          <p className="soft">
            <Given>{thing.name}</Given>
          </p>
        )}
        {asked === null ? null : <FactQuestion asked={asked} {...props} />}
        {asked === null && things !== null ? <ThingQuestion kind={things} {...props} /> : null}
        <Effect question={props.question} />
      </div>
    </li>
  )
}
