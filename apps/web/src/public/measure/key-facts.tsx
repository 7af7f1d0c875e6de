import { fen, formatMoney, type Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import type { ReactNode } from 'react'
import { addressOf } from '../address.ts'
import { statusMark } from '../parts/summary-words.ts'
import { type Detail, MEASURE_WORDS } from './measure-words.ts'

/** What parts of the page about a measure are told. */
export interface MeasureProps {
  readonly detail: Detail
  readonly language: Language
  readonly today: string
}

const HEADLINE_AT_MOST = 40

/** The amount in brief, or what else it gives. */
const headline = (props: MeasureProps): { readonly text: string; readonly isFigure: boolean } => {
  const { amount, mostFen, kind } = props.detail
  const { language } = props
  const said = amount?.says[language] ?? ''
  if (mostFen !== null) {
    const most = formatMoney(fen(mostFen), language)
    return { text: words[language].amounts.atMost(most), isFigure: true }
  }
  if (/\d/.test(said) && said.length <= HEADLINE_AT_MOST) return { text: said, isFigure: true }
  const what = kind === null ? MEASURE_WORDS[language].noMoney : words[language].benefit[kind]
  return { text: what, isFigure: false }
}

const Door = ({ detail: { door }, language }: MeasureProps) => {
  if (door === null) return null
  const name = door.name[language]
  return door.url === null ? name : <a href={door.url}>{name}</a>
}

const periodOf = ({ detail: { inForce }, language }: MeasureProps): string => {
  const { from, to, isEndKnown } = inForce
  return words[language].period(from, to ?? (isEndKnown ? null : 'not-found'))
}

const Phone = ({ detail: { door }, language }: MeasureProps) => {
  const phone = door?.phone ?? null
  if (phone === null) return <span className="soft">{MEASURE_WORDS[language].phoneOpen}</span>
  return <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
}

const Row = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Rows = (props: MeasureProps) => {
  const { detail, language, today } = props
  const text = MEASURE_WORDS[language]
  const others = detail.agencies.map(({ name }) => name[language])
  return (
    <dl>
      <Row label={text.when}>{statusMark(detail, language, today).text}</Row>
      <Row label={text.who}>{words[language].subject[detail.about]}</Row>
      <Row label={text.inForce}>{periodOf(props)}</Row>
      <Row label={text.lead}>{detail.lead.name[language]}</Row>
      {others.length === 0 ? null : (
        <Row label={text.with}>{words[language].punctuation.list(others)}</Row>
      )}
      {detail.door === null ? null : (
        <Row label={text.door}>
          <Door {...props} />
        </Row>
      )}
      <Row label={text.phone}>
        <Phone {...props} />
      </Row>
    </dl>
  )
}

/** Amount, when, who and where at a glance. */
export const KeyFacts = (props: MeasureProps) => {
  const { detail, language } = props
  const text = MEASURE_WORDS[language]
  const head = headline(props)
  return (
    <aside className="key-facts" aria-label={text.glance}>
      <p className="key-label">{head.isFigure ? text.amount : text.gives}</p>
      <p className={head.isFigure ? 'key-amount' : 'key-amount soft'}>{head.text}</p>
      <Rows {...props} />
      {detail.conditions.length === 0 ? null : (
        <div className="no-print">
          <a className="button" href={addressOf(language, '/check')}>
            {text.check}
          </a>
          <p className="soft small">{text.checkSay}</p>
        </div>
      )}
    </aside>
  )
}
