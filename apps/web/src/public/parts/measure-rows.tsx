import type { Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import { addressOf, measurePath } from '../address.ts'
import { piecesOf } from './marked.ts'
import { briefAmount, type Summary, statusMark } from './summary-words.ts'

type Snippet = Summary['snippets'][number]

const Marked = ({ snippet }: { readonly snippet: Snippet }) =>
  piecesOf(snippet).map(({ text, isMarked }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change places
    isMarked ? <mark key={at}>{text}</mark> : text,
  )

const snippetOf = (
  { snippets }: Summary,
  field: Snippet['field'],
  language: Language,
): Snippet | null =>
  snippets.find((snippet) => snippet.field === field && snippet.language === language) ?? null

/** What every row of a list is told. */
export interface RowsProps {
  readonly measures: readonly Summary[]
  readonly language: Language
  readonly today: string
  /** The level of the headings. */
  readonly level: 2 | 3
}

type RowProps = Omit<RowsProps, 'measures'> & { readonly measure: Summary }

const MeasureRow = ({ measure, language, today, level }: RowProps) => {
  const Heading = `h${level}` as const
  const { tone, text } = statusMark(measure, language, today)
  const name = snippetOf(measure, 'name', language)
  const plain = snippetOf(measure, 'plain', language)
  const further = snippetOf(measure, 'further', language)
  const amount = briefAmount(measure, language)
  const kind = measure.kind === null ? null : words[language].benefit[measure.kind]
  return (
    <li className="row">
      <div>
        <Heading className="row-name">
          <a href={addressOf(language, measurePath(measure.id))}>
            {name === null ? measure.name[language] : <Marked snippet={name} />}
          </a>
        </Heading>
        <p>{plain === null ? measure.plain[language] : <Marked snippet={plain} />}</p>
        {further === null ? null : (
          <p className="soft">
            … <Marked snippet={further} /> …
          </p>
        )}
        <p className="row-meta">
          <span className={`mark ${tone}`}>{text}</span>
          <span>{measure.lead.name[language]}</span>
          {kind === null || kind === amount.text ? null : <span>{kind}</span>}
        </p>
      </div>
      <p className={amount.isFigure ? 'row-amount' : 'row-amount soft'}>{amount.text}</p>
    </li>
  )
}

/** Measures as a list: name, what it gives in plain words, state, agency, amount. */
export const MeasureRows = ({ measures, ...rest }: RowsProps) => (
  <ol className="rows">
    {measures.map((measure) => (
      <MeasureRow key={measure.id} measure={measure} {...rest} />
    ))}
  </ol>
)
