import type { components } from '@huiqi/client'
import { SOURCES } from '../../facts/source-words.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { Provision } from '../../verdicts/provision.tsx'
import { EXPLANATION_WORDS } from './explanation-words.ts'

/** A condition and how it came out. */
export type TraceNode = components['schemas']['TraceNode']

const SIGNS = { true: '✓', false: '✕', open: '?' } as const

/** A value that a condition looked at, with where it comes from. */
export const Use = ({ use }: { readonly use: components['schemas']['UsedFact'] }) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const sources = useWords(SOURCES)
  const { name, source, grade } = use
  return (
    <>
      {name[language]}
      {text.colon}
      <strong className="number">{use.text[language]}</strong>{' '}
      <span className="soft">
        {source === null ? text.self : (sources[source] ?? source)}
        {grade === null ? null : ` · ${text.grade(grade)}`}
      </span>
    </>
  )
}

const Found = ({ node }: { readonly node: TraceNode }) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const { asks, found, distance } = node
  return (
    <p className="found">
      {asks === null ? null : (
        <span>
          {text.asks}
          {text.colon}
          {asks[language]}
        </span>
      )}
      <span>
        {text.found}
        {text.colon}
        <strong>{found?.[language] ?? text.unknown}</strong>
      </span>
      {distance === null ? null : <strong className="distance">{distance[language]}</strong>}
    </p>
  )
}

const LeafDetails = ({ node }: { readonly node: TraceNode }) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const { uses, missing, waits } = node
  return (
    <>
      <Found node={node} />
      {uses.length === 0 ? null : (
        <ul className="uses">
          {uses.map((use) => (
            <li key={`${use.fact} ${use.year ?? ''}`}>
              <Use use={use} />
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 ? null : (
        <p className="soft">
          {text.need}
          {missing.map(({ name }) => name[language]).join(text.list)}
        </p>
      )}
      {waits.length === 0 ? null : (
        <p className="soft">
          {text.waits}
          {waits.map((wait) => wait[language]).join(text.list)}
        </p>
      )}
    </>
  )
}

/** A condition as a tree: what is asked, what we have, how far it is off, and the provision. */
export const Trace = ({
  node,
  instrument,
}: {
  readonly node: TraceNode
  readonly instrument: string
}) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const { kind, truth, says, provision, parts } = node
  return (
    <li className={`condition ${truth}`}>
      <div className="condition-head">
        <span className="sign" aria-hidden="true">
          {SIGNS[truth]}
        </span>
        <div>
          <span className="for-ears">{text[truth]} </span>
          {kind === 'leaf' ? null : <span className="mark">{text[kind]}</span>} {says[language]}{' '}
          <Provision instrument={instrument} provision={provision} />
          {kind === 'leaf' ? <LeafDetails node={node} /> : null}
        </div>
      </div>
      {parts.length === 0 ? null : (
        <ul className="tree">
          {parts.map((part) => (
            <Trace key={part.path} node={part} instrument={instrument} />
          ))}
        </ul>
      )}
    </li>
  )
}
