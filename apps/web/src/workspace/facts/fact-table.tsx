import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Given } from '../../rules/given.tsx'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { type FactGroup, type HeldFact, keyOf } from './fact-groups.ts'
import { FactHistory } from './fact-history.tsx'
import { Origin } from './origin.tsx'
import { THING_KINDS } from './thing-words.ts'

const WORDS = inBoth({
  zh: {
    basics: '基本情况',
    years: '年度指标',
    titles: '资质与称号',
    fact: '指标',
    value: '现值',
    origin: '来源',
    history: '沿革',
    historyOf: (name: string) => `沿革：${name}`,
    conflict: '来源不一致',
    says: '另有说法',
    actions: '操作',
    colon: '：',
  },
  en: {
    basics: 'Basics',
    years: 'Figures by year',
    titles: 'Titles',
    fact: 'Fact',
    value: 'Value',
    origin: 'Source',
    history: 'History',
    historyOf: (name: string) => `History: ${name}`,
    conflict: 'sources disagree',
    says: 'Another source says',
    actions: 'Actions',
    colon: ': ',
  },
})

const Conflict = ({ fact }: { readonly fact: HeldFact }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  if (!fact.isInConflict) return null
  return (
    <div className="conflict">
      <span className="mark warn">{text.conflict}</span>
      <ul>
        {fact.others
          .filter(({ text: said }) => said?.zh !== fact.current.text?.zh)
          .map((statement) => (
            <li key={statement.id}>
              {text.says}
              {text.colon}
              <strong>{statement.text?.[language] ?? '—'}</strong> <Origin statement={statement} />
            </li>
          ))}
      </ul>
    </div>
  )
}

const FactRow = ({
  fact,
  enterprise,
  actions,
}: {
  readonly fact: HeldFact
  readonly enterprise: string
  readonly actions: ((fact: HeldFact) => ReactNode) | undefined
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const name = fact.name[language]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={text.value}>
        <div>
          <strong className="number">{fact.current.text?.[language] ?? '—'}</strong>
          <Conflict fact={fact} />
        </div>
      </td>
      <td data-label={text.origin}>
        <Origin statement={fact.current} />
      </td>
      <td data-label={text.actions} className="no-print">
        <div className="row-actions">
          <Button size="small" aria-label={text.historyOf(name)} onClick={() => setIsOpen(true)}>
            {text.history}
          </Button>
          {actions?.(fact)}
        </div>
        {isOpen ? (
          <FactHistory enterprise={enterprise} fact={fact} onClose={() => setIsOpen(false)} />
        ) : null}
      </td>
    </tr>
  )
}

/** The facts of a group, each with its value, where it comes from and what contradicts it. */
export const FactTable = ({
  group,
  enterprise,
  actions,
}: {
  readonly group: FactGroup
  readonly enterprise: string
  /** What can be done with a fact, beside reading its history. */
  readonly actions?: (fact: HeldFact) => ReactNode
}) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const { kind, thing, facts } = group
  const title =
    kind === 'thing' && thing !== null
      ? `${kinds[thing.kind]}${text.colon}${thing.name}`
      : text[kind === 'thing' ? 'basics' : kind]
  return (
    <section className="part">
      <h2>
        <Given>{title}</Given>
      </h2>
      <table className="table facts">
        <thead>
          <tr>
            <th scope="col">{text.fact}</th>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.origin}</th>
            <th scope="col" className="no-print">
              {text.actions}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={keyOf(fact)} fact={fact} enterprise={enterprise} actions={actions} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
