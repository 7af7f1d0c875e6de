import type { components } from '@huiqi/client'
import { Given } from '../../rules/given.tsx'
import { addressOf } from '../address.ts'
import type { MakePage, Page, PageRequest } from '../page.ts'
import { FacetList, type Facets, listAddress, valueName, valuesOf } from '../parts/facets.tsx'
import {
  chosenFilters,
  type ListQuery,
  ORDERS,
  readListQuery,
  toggled,
  withoutFilters,
  writeListQuery,
} from '../parts/list-query.ts'
import { MeasureRows } from '../parts/measure-rows.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { MEASURES_WORDS } from './measures-words.ts'
import { noticePage } from './notice-page.tsx'

type Listed = components['schemas']['MeasurePage']

interface ListProps {
  readonly request: PageRequest
  readonly query: ListQuery
  readonly listed: Listed
  readonly facets: Facets
}

const Chosen = ({ request: { language }, query, facets }: ListProps) => {
  const text = MEASURES_WORDS[language]
  const chosen = chosenFilters(query)
  if (chosen.length === 0) return null
  const nameOf = (filter: (typeof chosen)[number]['filter'], value: string): string =>
    valuesOf(facets, filter, language).find(({ id }) => id === value)?.name ??
    valueName(filter, { id: value, name: null }, language)
  return (
    <section aria-label={text.chosen}>
      <ul className="chosen">
        {chosen.map(({ filter, value }) => (
          <li key={`${filter} ${value}`}>
            <a href={listAddress(language, toggled(query, filter, value))}>
              <span className="unseen">{text.remove} </span>
              {nameOf(filter, value)}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
        <li>
          <a className="plain" href={listAddress(language, withoutFilters(query))}>
            {text.clear}
          </a>
        </li>
      </ul>
    </section>
  )
}

const Orders = ({ request: { language }, query }: ListProps) => {
  const text = MEASURES_WORDS[language]
  return (
    <nav className="orders" aria-label={text.order}>
      <ul>
        {ORDERS.map((order) => (
          <li key={order}>
            <a
              href={listAddress(language, { ...query, order, after: null })}
              aria-current={order === query.order ? 'true' : undefined}
            >
              {text.orders[order]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Empty = ({ request: { language } }: ListProps) => {
  const text = MEASURES_WORDS[language]
  return (
    <section className="empty">
      <h2>{text.none}</h2>
      <ul>
        {text.noneHelp.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a className="button" href={addressOf(language, '/check')}>
          {text.check}
        </a>
      </p>
    </section>
  )
}

const Results = (props: ListProps) => {
  const { request, query, listed } = props
  const { language, today } = request
  const text = MEASURES_WORDS[language]
  const { next, total, entries } = listed
  return (
    <div className="results">
      <div className="results-head">
        <p className="total" role="status">
          <Given>{query.text === '' ? text.total(total) : text.found(total, query.text)}</Given>
        </p>
        <Orders {...props} />
      </div>
      {listed.spelling === null ? null : (
        <p className="hint">
          <Given>{text.spelling(listed.spelling)}</Given>
        </p>
      )}
      {listed.isLoose && total > 0 ? <p className="hint">{text.loose}</p> : null}
      {total === 0 ? (
        <Empty {...props} />
      ) : (
        <MeasureRows measures={entries} language={language} today={today} level={2} />
      )}
      <p className="paging">
        {query.after === null ? null : (
          <a href={listAddress(language, { ...query, after: null })}>{text.first}</a>
        )}
        {next === null ? null : (
          <a
            className="button quiet"
            rel="next"
            href={listAddress(language, { ...query, after: next })}
          >
            {text.next}
          </a>
        )}
      </p>
    </div>
  )
}

const apiQuery = ({ text, chosen }: ListQuery) => ({
  ...(text === '' ? {} : { text }),
  ...Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.length > 0)),
})

const tableAddress = ({ language }: PageRequest, query: ListQuery): string => {
  const asked = writeListQuery({ ...query, after: null })
  asked.set('format', 'csv')
  asked.set('language', language)
  return `/api/v1/measures?${asked}`
}

const Tools = ({ request, query }: ListProps) => {
  const text = MEASURES_WORDS[request.language]
  return (
    <p className="tools">
      <a href={tableAddress(request, query)}>{text.csv}</a>
      <a href={addressOf(request.language, '/calendar')}>{text.calendar}</a>
    </p>
  )
}

const bodyOf = (props: ListProps) => {
  const { request, query, facets } = props
  const { language } = request
  const text = MEASURES_WORDS[language]
  const kept = [...writeListQuery({ ...query, text: '', after: null })]
  return (
    <div className="wrap page">
      <h1>{text.title}</h1>
      <SearchForm language={language} text={query.text}>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      </SearchForm>
      <Chosen {...props} />
      <div className="list-layout">
        <details className="filters">
          <summary>{text.filters}</summary>
          <h2 className="unseen">{text.narrow}</h2>
          <FacetList facets={facets} query={query} language={language} />
        </details>
        <div>
          <Results {...props} />
          <Tools {...props} />
        </div>
      </div>
    </div>
  )
}

const unreadablePage = (request: PageRequest): Page => {
  const { title, unreadable } = MEASURES_WORDS[request.language]
  return noticePage(request, { status: 404, sign: '?', title, say: unreadable })
}

/** The catalogue: search, filters, order, pages. */
export const measuresPage: MakePage = async (request) => {
  const { language, client } = request
  const query = readListQuery(request.query)
  const asked = apiQuery(query)
  const paging = query.after === null ? {} : { after: query.after }
  const [list, counts] = await Promise.all([
    client.GET('/api/v1/measures', {
      params: { query: { ...asked, ...paging, order: query.order } },
    }),
    client.GET('/api/v1/measures/facets', { params: { query: asked } }),
  ])
  if (list.data === undefined || counts.data === undefined) return unreadablePage(request)
  const text = MEASURES_WORDS[language]
  return {
    status: 200,
    title: query.text === '' ? text.title : `${query.text} · ${text.title}`,
    about: text.about,
    ...(request.query.size === 0 ? {} : { isHidden: true as const }),
    body: bodyOf({ request, query, listed: list.data, facets: counts.data }),
  }
}
