import { fen, formatMoney } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import type { ReactNode } from 'react'
import { ProvisionLink } from '../../rules/provision-link.tsx'
import { addressOf, measurePath } from '../address.ts'
import { Conditions } from './conditions.tsx'
import type { MeasureProps } from './key-facts.tsx'
import { type Detail, MEASURE_WORDS } from './measure-words.ts'

/** A part of the page under its own heading. */
export const Section = ({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) => (
  <section className="measure-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

const Place = ({
  detail,
  language,
  place,
}: Omit<MeasureProps, 'today'> & { readonly place: Detail['provision'] }) => (
  <ProvisionLink
    language={language}
    instrument={detail.instrument.id}
    provision={place.id}
    title={place.title?.[language] ?? null}
  />
)

/** What has to hold. */
export const ConditionSection = ({ detail, language }: MeasureProps) => {
  const text = MEASURE_WORDS[language]
  const isService = detail.delivery === 'service'
  return (
    <Section id="conditions" title={text.conditions}>
      {detail.conditions.length === 0 ? (
        <p className={isService ? undefined : 'hint'}>{isService ? text.service : text.noRule}</p>
      ) : (
        <Conditions detail={detail} language={language} />
      )}
    </Section>
  )
}

const Bands = ({ detail: { amount }, language }: MeasureProps) => {
  const bands = amount?.bands ?? []
  return (
    <ul className="bands">
      {bands.map(({ when, says }) => (
        <li key={`${when?.zh} ${says.zh}`}>
          <span>{when?.[language] ?? MEASURE_WORDS[language].otherwise}</span>
          <strong>{says[language]}</strong>
        </li>
      ))}
    </ul>
  )
}

const moneyNotes = ({ detail, language }: MeasureProps): readonly string[] => {
  const { sharedBy, pool, grants, amount } = detail
  const text = MEASURE_WORDS[language]
  const { label, clauses, inBrackets } = words[language].punctuation
  const shares = sharedBy.map(({ payer, share }) =>
    label(payer.name[language], share ?? words[language].unknown),
  )
  const size =
    pool === null || pool.sizeFen === null
      ? ''
      : inBrackets(formatMoney(fen(pool.sizeFen), language))
  return [
    amount?.isDecidedByOfficer === true ? text.officer : null,
    shares.length === 0 ? null : label(text.shared, clauses(shares)),
    pool === null ? null : label(text.pool, pool.name[language] + size),
    grants === null ? null : label(text.grants, grants.name[language]),
  ].filter((note) => note !== null)
}

/** How the amount is worked out. */
export const AmountSection = (props: MeasureProps) => {
  const { detail, language } = props
  const { amount, frequency, about } = detail
  const text = MEASURE_WORDS[language]
  const notes = moneyNotes(props)
  if (amount === null && notes.length === 0) return null
  const often =
    frequency === null ? null : text.frequency[frequency](words[language].subject[about])
  return (
    <Section id="amount" title={text.rule}>
      {amount === null ? null : amount.bands.length > 0 ? (
        <Bands {...props} />
      ) : (
        <p className="rule">{amount.says[language]}</p>
      )}
      {[often, ...notes].map((note) =>
        note === null ? null : (
          <p key={note} className="soft">
            {note}
          </p>
        ),
      )}
    </Section>
  )
}

/** What to do, in order. */
export const StepSection = ({ detail, language }: MeasureProps) => (
  <Section id="steps" title={MEASURE_WORDS[language].steps}>
    <ol className="steps">
      {detail.steps.map((step) => (
        <li key={step.zh}>{step[language]}</li>
      ))}
    </ol>
  </Section>
)

/** The papers that prove it. */
export const EvidenceSection = ({ detail, language }: MeasureProps) => {
  const text = MEASURE_WORDS[language]
  if (detail.evidence.length === 0) return null
  return (
    <Section id="evidence" title={text.evidence}>
      <ul className="papers">
        {detail.evidence.map(({ id, name, grade }) => (
          <li key={id}>
            <span className="paper-grade">{grade}</span>
            <span>
              {name[language]}
              {grade === 'A' ? <span className="soft small"> {text.held}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">{text.evidenceSay}</p>
    </Section>
  )
}

/** What cannot be had at the same time. */
export const ExclusionSection = ({ detail, language }: MeasureProps) => {
  const { excludes, stacking } = detail
  const { label } = words[language].punctuation
  if (excludes.length + stacking.length === 0) return null
  return (
    <Section id="excludes" title={MEASURE_WORDS[language].excludes}>
      <ul>
        {excludes.map(({ measure, says, provision }) => (
          <li key={measure.id}>
            <a href={addressOf(language, measurePath(measure.id))}>{measure.name[language]}</a>
            {label('', says[language])}{' '}
            <Place detail={detail} language={language} place={provision} />
          </li>
        ))}
        {stacking.map(({ id, says, provision }) => (
          <li key={id}>
            {says[language]} <Place detail={detail} language={language} place={provision} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the text promises in figures. */
export const TargetSection = ({ detail, language }: MeasureProps) => {
  const text = MEASURE_WORDS[language]
  const { label } = words[language].punctuation
  return detail.targets.length === 0 ? null : (
    <Section id="targets" title={text.targets}>
      <ul>
        {detail.targets.map(({ id, says, figure, by, provision }) => (
          <li key={id}>
            {label(says[language], figure[language])}
            {by === null ? '' : text.by(by)}{' '}
            <Place detail={detail} language={language} place={provision} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the published text leaves open, said plainly. */
export const GapSection = ({ detail, language }: MeasureProps) => {
  const text = MEASURE_WORDS[language]
  const { label, list } = words[language].punctuation
  const absent = detail.absent.map((part) => text.absent[part])
  const gaps = detail.gaps.map((gap) => gap[language])
  return absent.length + gaps.length === 0 ? null : (
    <Section id="gaps" title={text.gaps}>
      <p className="soft">{text.gapsSay}</p>
      <ul className="gaps">
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
        {absent.length === 0 ? null : <li>{label(text.notFound, list(absent))}</li>}
      </ul>
    </Section>
  )
}
