import type { CodeIndex, FactDefinition, Scalar } from '@huiqi/engine'
import { codesInOrder, showCode, showScalar } from '@huiqi/wording'
import { useId, useState } from 'react'
import { useCheck } from './check-context.ts'
import { readValue, type ValueFault } from './read-value.ts'

/** Where a value is put in: which fact, and who takes it. */
export interface FieldProps {
  readonly fact: FactDefinition
  /** The id of the text that asks for the value. */
  readonly labelledBy: string
  readonly submit: string
  readonly onValue: (value: Scalar) => void
}

const TruthField = ({ labelledBy, onValue }: FieldProps) => {
  const { text } = useCheck()
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons that answer one question, no form fields
    <div className="choices" role="group" aria-labelledby={labelledBy}>
      <button type="button" className="button" onClick={() => onValue(true)}>
        {text.yes}
      </button>
      <button type="button" className="button" onClick={() => onValue(false)}>
        {text.no}
      </button>
    </div>
  )
}

const FEW_CODES = 6

const FewCodes = ({ index, labelledBy, onValue, fact }: FieldProps & { index: CodeIndex }) => {
  const { rulebook, language } = useCheck()
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that answer one question, no form fields
    <div className="choices" role="group" aria-labelledby={labelledBy}>
      {codesInOrder(index.list.codes).map(({ code }) => (
        <button key={code} type="button" className="button quiet" onClick={() => onValue(code)}>
          {showCode(rulebook, fact.codes, { code, language })}
        </button>
      ))}
    </div>
  )
}

const LINES_AT_MOST = 8

const ManyCodes = ({ index, labelledBy, submit, onValue }: FieldProps & { index: CodeIndex }) => {
  const { language, text } = useCheck()
  const [term, setTerm] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = term.trim().toLowerCase()
  const found = codesInOrder(index.list.codes).filter(({ code, name }) =>
    `${code} ${name.zh} ${name.en}`.toLowerCase().includes(wanted),
  )
  const first = found.find(({ parent }) => parent !== undefined && wanted !== '') ?? found[0]
  const value = found.some(({ code }) => code === chosen) ? chosen : (first?.code ?? null)
  return (
    <form
      className="value-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== null) onValue(value)
      }}
    >
      <div className="picker">
        <input
          type="search"
          aria-label={text.filter}
          placeholder={text.filter}
          value={term}
          onChange={(event) => setTerm(event.target.value)}
        />
        {found.length === 0 ? (
          <p role="status">{text.noCode}</p>
        ) : (
          <select
            size={Math.max(2, Math.min(LINES_AT_MOST, found.length))}
            aria-labelledby={labelledBy}
            value={value ?? ''}
            onChange={(event) => setChosen(event.target.value)}
            onDoubleClick={() => value !== null && onValue(value)}
          >
            {found.map(({ code, name, parent }) => (
              <option key={code} value={code}>
                {parent === undefined || wanted !== '' ? '' : '\u2003'}
                {/\d/.test(code) ? `${code} ${name[language]}` : name[language]}
              </option>
            ))}
          </select>
        )}
      </div>
      <button type="submit" className="button" disabled={value === null}>
        {submit}
      </button>
    </form>
  )
}

type Typed = 'money' | 'rate' | 'count' | 'number' | 'date'

const isTyped = (type: FactDefinition['type']): type is Typed =>
  type !== 'boolean' && type !== 'code'

const TypedField = ({ fact, labelledBy, submit, onValue }: FieldProps) => {
  const { rulebook, language, text } = useCheck()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<ValueFault | null>(null)
  const id = useId()
  const read = readValue(fact, typed)
  const unit = fact.unit === null ? null : text.unit(fact.unit[language])
  const example = isTyped(fact.type) ? text.example[fact.type] : null
  const hint = [example, unit].filter((part) => part !== null).join(' · ')
  return (
    <form
      className="value-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (read.ok) onValue(read.value)
        else setFault(read.fault)
      }}
    >
      <div className="typed">
        <input
          type="text"
          inputMode={fact.type === 'count' ? 'numeric' : 'text'}
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-describedby={`${id}-hint ${id}-fault`}
          aria-invalid={fault !== null}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setFault(null)
          }}
        />
        <p id={`${id}-hint`} className="soft small">
          {read.ok && fact.type !== 'date'
            ? text.reads(showScalar(rulebook, fact, { value: read.value, language }))
            : hint}
        </p>
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault === null ? null : text.fault[fault]}
        </p>
      </div>
      <button type="submit" className="button">
        {submit}
      </button>
    </form>
  )
}

/** Takes a value of a fact in the way of its type. */
export const ValueField = (props: FieldProps) => {
  const { rulebook } = useCheck()
  const { fact } = props
  if (fact.type === 'boolean') return <TruthField {...props} />
  const index = fact.codes === null ? undefined : rulebook.codeLists.get(fact.codes)
  if (index === undefined) return <TypedField {...props} />
  return index.list.codes.length <= FEW_CODES ? (
    <FewCodes index={index} {...props} />
  ) : (
    <ManyCodes index={index} {...props} />
  )
}
