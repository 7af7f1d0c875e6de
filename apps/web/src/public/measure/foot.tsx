import { words } from '@huiqi/wording'
import { Given } from '../../rules/given.tsx'
import { ProvisionLink } from '../../rules/provision-link.tsx'
import { addressOf, instrumentPath, measurePath } from '../address.ts'
import type { MeasureProps } from './key-facts.tsx'
import { type Detail, MEASURE_WORDS } from './measure-words.ts'
import { Section } from './sections.tsx'

const MeasureLink = ({
  measure: { id, name },
  language,
}: Pick<MeasureProps, 'language'> & { readonly measure: Detail['replaces'][number] }) => (
  <a href={addressOf(language, measurePath(id))}>{name[language]}</a>
)

/** Says on top that a measure has ended or has not begun, with the one after it. */
export const ForceNotice = ({ detail, language }: MeasureProps) => {
  const text = MEASURE_WORDS[language]
  const { status, inForce, replacedBy } = detail
  if (status === 'not-yet-in-force') {
    return <p className="banner calm">{text.later(inForce.from)}</p>
  }
  if (status !== 'expired') return null
  const [newer] = replacedBy
  return (
    <p className="banner bad">
      {text.expired(inForce.to ?? '')}
      {newer === undefined ? null : (
        <>
          {' '}
          {text.replacedBy}
          <MeasureLink measure={newer} language={language} />
        </>
      )}
    </p>
  )
}

/** The measures before and after this one, and what changed when. */
export const Versions = ({ detail, language }: MeasureProps) => {
  const { replaces, replacedBy, changes } = detail
  const text = MEASURE_WORDS[language]
  const rows = [
    ...replacedBy.map((measure) => [text.newer, measure] as const),
    ...replaces.map((measure) => [text.older, measure] as const),
  ]
  if (rows.length === 0) return null
  return (
    <Section id="versions" title={text.versions}>
      <ul>
        {rows.map(([when, measure]) => (
          <li key={measure.id}>
            <span className="soft">{when}</span>{' '}
            <MeasureLink measure={measure} language={language} />
          </li>
        ))}
      </ul>
      {changes.length === 0 ? null : (
        <p className="soft small">
          {words[language].punctuation.label(
            text.changes,
            words[language].punctuation.list(
              changes.map(({ kind, on }) => `${on} ${text.change[kind]}`),
            ),
          )}
        </p>
      )}
    </Section>
  )
}

/** Measures that stand near. */
export const Related = ({ detail, language }: MeasureProps) =>
  detail.related.length === 0 ? null : (
    <div className="no-print">
      <Section id="related" title={MEASURE_WORDS[language].related}>
        <ul>
          {detail.related.map(({ measure }) => (
            <li key={measure.id}>
              <MeasureLink measure={measure} language={language} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )

/** The text it stands in and how well that is known. */
export const Source = ({ detail, language }: MeasureProps) => {
  const { instrument, provision, grade } = detail
  const text = MEASURE_WORDS[language]
  const known = words[language].punctuation.label(
    text.sourceGrade,
    words[language].sourceGrade[grade],
  )
  const issued = instrument.issuedOn === null ? text.noDay : text.issued(instrument.issuedOn)
  return (
    <Section id="source" title={text.source}>
      <p>
        <a href={addressOf(language, instrumentPath(instrument.id))}>{instrument.name[language]}</a>{' '}
        <ProvisionLink
          language={language}
          instrument={instrument.id}
          provision={provision.id}
          title={provision.title?.[language] ?? null}
        />
      </p>
      <p className="soft">
        {instrument.number === null ? null : <Given>{`${instrument.number} · `}</Given>}
        {issued} · {known}
      </p>
    </Section>
  )
}
