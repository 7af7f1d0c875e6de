import type { components } from '@huiqi/client'
import { type Bilingual, fen, formatMoney, type Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import { addressOf } from '../address.ts'
import { MEASURES_WORDS } from '../pages/measures-words.ts'
import { FILTERS, type Filter, type ListQuery, toggled, writeListQuery } from './list-query.ts'
import { statusNames } from './summary-words.ts'

/** What a list can be narrowed by, with counts. */
export type Facets = components['schemas']['MeasureFacets']

interface Value {
  readonly id: string
  readonly name: string
  readonly count: number
}

const SHOWN_AT_MOST = 6

const fixedName = (filter: Filter, id: string, language: Language): string => {
  const fixed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: statusNames(language),
    delivery: words[language].delivery,
    kind: words[language].benefit,
    about: words[language].subject,
  }
  return fixed[filter]?.[id] ?? id
}

/** The name of a value of a filter. */
export const valueName = (
  filter: Filter,
  value: { readonly id: string; readonly name: Bilingual | null },
  language: Language,
): string => {
  if (filter === 'amountAtLeastFen') {
    const money = formatMoney(fen(Number(value.id) || 0), language)
    return MEASURES_WORDS[language].atLeast(money)
  }
  return value.name?.[language] ?? fixedName(filter, value.id, language)
}

/** The values of a filter by name. */
export const valuesOf = (facets: Facets, filter: Filter, language: Language): readonly Value[] => {
  const listed =
    filter === 'amountAtLeastFen'
      ? facets.amountAtLeastFen.map((step) => ({
          id: `${step.fen}`,
          name: null,
          count: step.count,
        }))
      : facets[filter]
  return listed.map((value) => ({
    id: value.id,
    count: value.count,
    name: valueName(filter, value, language),
  }))
}

/** The address of a list. */
export const listAddress = (language: Language, query: ListQuery): string => {
  const asked = writeListQuery(query)
  return addressOf(language, '/measures') + (asked.size === 0 ? '' : `?${asked}`)
}

interface FacetProps {
  readonly filter: Filter
  readonly values: readonly Value[]
  readonly query: ListQuery
  readonly language: Language
}

const Values = ({ filter, values, query, language }: FacetProps) => (
  <ul className="facet-values">
    {values.map(({ id, name, count }) => {
      const isChosen = query.chosen[filter].includes(id)
      return (
        <li key={id}>
          <a
            href={listAddress(language, toggled(query, filter, id))}
            aria-current={isChosen ? 'true' : undefined}
            rel="nofollow"
          >
            <span>{name}</span>
            <span className="count">{count}</span>
          </a>
        </li>
      )
    })}
  </ul>
)

const Facet = (props: FacetProps) => {
  const { filter, values, query, language } = props
  const text = MEASURES_WORDS[language]
  const isChosen = ({ id }: Value): boolean => query.chosen[filter].includes(id)
  const first = values.filter((value, at) => at < SHOWN_AT_MOST || isChosen(value))
  const rest = values.filter((value, at) => at >= SHOWN_AT_MOST && !isChosen(value))
  return (
    <section className="facet">
      <h3>{text.filter[filter]}</h3>
      <Values {...props} values={first} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{text.all(rest.length)}</summary>
          <Values {...props} values={rest} />
        </details>
      )}
    </section>
  )
}

/** Every way to narrow a list, as links. */
export const FacetList = ({
  facets,
  query,
  language,
}: {
  readonly facets: Facets
  readonly query: ListQuery
  readonly language: Language
}) =>
  FILTERS.map((filter) => {
    const values = valuesOf(facets, filter, language)
    return values.length === 0 ? null : (
      <Facet key={filter} filter={filter} values={values} query={query} language={language} />
    )
  })
