import { Form, Input } from 'antd'
import { useState } from 'react'
import { questionText } from '../../../rules/question-text.ts'
import { type HeldFact, keyOf } from '../../facts/fact-groups.ts'
import { FactInput, type Typed } from '../../facts/fact-input.tsx'
import { typedValue } from '../../facts/typed-value.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { useToday } from '../../frame/today.ts'
import { type FactDefinition, useVocabulary } from '../../frame/vocabulary.ts'
import { Answer } from '../../ui/answer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LateSelect } from '../../ui/late-select.tsx'
import { useSay } from '../../ui/say.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { DifferenceList } from '../../verdicts/difference-list.tsx'
import { type Declared, declare } from '../declare.ts'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'
import { FILE_WORDS } from './file-words.ts'
import { ThingField } from './thing-field.tsx'

interface Entry {
  readonly fact: string
  readonly year: string
  readonly thing: string | null
  readonly value: Typed
}

const OFFICIAL = ['A', 'B', 'C']

const entryOf = (held: HeldFact | null, today: string): Entry => ({
  fact: held?.fact ?? '',
  year: String(held === null ? Number(today.slice(0, 4)) - 1 : (held.year ?? '')),
  thing: held?.thing?.id ?? null,
  value: held === null ? null : typedValue(held.type, held.current.value),
})

const FactChoice = ({ facts }: { readonly facts: readonly FactDefinition[] }) => {
  const text = useWords(FILE_WORDS)
  const { language } = useLanguage()
  const options = facts
    .filter(({ isJudgement }) => !isJudgement)
    .map(({ id, name }) => ({ value: id, label: name[language] }))
  return (
    <Form.Item name="fact" label={text.fact} rules={[{ required: true, message: text.choose }]}>
      <LateSelect
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text.factHint}
        options={options}
      />
    </Form.Item>
  )
}

const ValueFields = ({ definition }: { readonly definition: FactDefinition | undefined }) => {
  const text = useWords(FILE_WORDS)
  const { language } = useLanguage()
  if (definition === undefined) return null
  const { type, codes, unit, question, period, subject } = definition
  return (
    <>
      {subject === 'enterprise' ? null : <ThingField kind={subject} />}
      {period === 'year' ? (
        <Form.Item
          name="year"
          label={text.year}
          rules={[{ required: true, pattern: /^\d{4}$/, message: text.yearWrong }]}
        >
          <Input inputMode="numeric" maxLength={4} className="year-field" />
        </Form.Item>
      ) : null}
      <Form.Item
        name="value"
        label={questionText(question[language])}
        rules={[{ required: true, message: text.required }]}
      >
        <FactInput type={type} codes={codes} unit={unit?.[language] ?? ''} />
      </Form.Item>
    </>
  )
}

const Fields = ({
  facts,
  held,
}: {
  readonly facts: readonly FactDefinition[]
  readonly held: HeldFact | null
}) => {
  const text = useWords(FILE_WORDS)
  const { language } = useLanguage()
  const chosen = Form.useWatch<string | undefined>('fact')
  const current = held?.current
  return (
    <>
      {current !== undefined && OFFICIAL.includes(current.grade) ? (
        <p className="notice warn">{text.weaker(current.sourceName[language], current.grade)}</p>
      ) : null}
      {held === null ? <FactChoice facts={facts} /> : null}
      <ValueFields definition={facts.find(({ id }) => id === (held?.fact ?? chosen))} />
    </>
  )
}

const toStatement = (
  { fact, year, thing, value }: Entry,
  definition: FactDefinition | undefined,
): Parameters<typeof declare>[1] => ({
  fact,
  year: definition?.period === 'year' ? Number(year) : null,
  thing: definition?.subject === 'enterprise' ? null : thing,
  value,
  unit: 'plain',
})

const Turned = ({
  held,
  declared,
}: {
  readonly held: HeldFact | null
  readonly declared: Declared
}) => {
  const text = useWords(FILE_WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const { facts, turned } = declared
  return (
    <>
      <div className="notice good">
        <p>{turned.length === 0 ? text.savedSame : text.savedTurned(turned.length)}</p>
        {facts.map((fact) => (
          <p key={keyOf(fact)}>
            {fact.name[language]}
            {text.colon}
            {held?.current.text === undefined ? null : `${held.current.text?.[language] ?? '—'} → `}
            <strong>{fact.current.text?.[language] ?? '—'}</strong>
          </p>
        ))}
      </div>
      {turned.length === 0 ? null : <DifferenceList entries={turned} enterprise={enterprise} />}
    </>
  )
}

/** States a value, or corrects one that is held, and shows which verdicts turned by it. */
export const DeclareDialog = ({
  held,
  onClose,
}: {
  readonly held: HeldFact | null
  readonly onClose: () => void
}) => {
  const text = useWords(FILE_WORDS)
  const { language } = useLanguage()
  const say = useSay()
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const vocabulary = useVocabulary()
  const today = useToday()
  const [declared, setDeclared] = useState<Declared | null>(null)
  const [before] = useState(held)
  const title = before === null ? text.declare : text.correctOf(before.name[language])
  return (
    <Dialog title={title} onClose={onClose}>
      {declared === null ? null : <Turned held={before} declared={declared} />}
      {declared !== null || today === '' ? null : (
        <Answer of={vocabulary}>
          {({ facts }) => (
            <SendForm
              initial={entryOf(before, today)}
              at={['statements', 0]}
              submit={text.save}
              send={(entry) =>
                declare(
                  enterprise,
                  toStatement(
                    entry,
                    facts.find(({ id }) => id === entry.fact),
                  ),
                )
              }
              onDone={(made) => {
                setDeclared(made)
                say(text.saved)
                return refresh()
              }}
            >
              <Fields facts={facts} held={before} />
            </SendForm>
          )}
        </Answer>
      )}
    </Dialog>
  )
}
