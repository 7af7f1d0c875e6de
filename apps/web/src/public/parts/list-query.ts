/** What a list of measures can be narrowed by, in the order of the page. */
export const FILTERS = [
  'status',
  'delivery',
  'kind',
  'agency',
  'title',
  'about',
  'industry',
  'district',
  'instrument',
  'amountAtLeastFen',
] as const

/** One way to narrow a list. */
export type Filter = (typeof FILTERS)[number]

/** The orders of a list. */
export const ORDERS = ['best', 'deadline', 'amount', 'newest'] as const

/** One order of a list. */
export type Order = (typeof ORDERS)[number]

/** What a list is asked for, read from an address. */
export interface ListQuery {
  readonly text: string
  readonly order: Order
  readonly after: string | null
  /** The chosen values of each filter. */
  readonly chosen: Readonly<Record<Filter, readonly string[]>>
}

const isOrder = (text: string | null): text is Order => ORDERS.some((order) => order === text)

const chosenIn = (query: URLSearchParams, filter: Filter): readonly string[] => [
  ...new Set(query.getAll(filter).filter((value) => value !== '')),
]

/** Reads an address; what it does not know it leaves out. */
export const readListQuery = (query: URLSearchParams): ListQuery => {
  const order = query.get('order')
  return {
    text: (query.get('text') ?? '').trim(),
    order: isOrder(order) ? order : 'best',
    after: query.get('after'),
    chosen: {
      status: chosenIn(query, 'status'),
      delivery: chosenIn(query, 'delivery'),
      kind: chosenIn(query, 'kind'),
      agency: chosenIn(query, 'agency'),
      title: chosenIn(query, 'title'),
      about: chosenIn(query, 'about'),
      industry: chosenIn(query, 'industry'),
      district: chosenIn(query, 'district'),
      instrument: chosenIn(query, 'instrument'),
      amountAtLeastFen: chosenIn(query, 'amountAtLeastFen').slice(0, 1),
    },
  }
}

/** The parts of an address that ask for a list again; the defaults stay out. */
export const writeListQuery = ({ text, order, after, chosen }: ListQuery): URLSearchParams => {
  const query = new URLSearchParams()
  if (text !== '') query.set('text', text)
  for (const filter of FILTERS) for (const value of chosen[filter]) query.append(filter, value)
  if (order !== 'best') query.set('order', order)
  if (after !== null) query.set('after', after)
  return query
}

/** The same list with a value chosen or, when it was, no longer chosen; from its first page. */
export const toggled = (query: ListQuery, filter: Filter, value: string): ListQuery => {
  const had = query.chosen[filter]
  const others = filter === 'amountAtLeastFen' ? [] : had
  const values = had.includes(value) ? had.filter((each) => each !== value) : [...others, value]
  return { ...query, after: null, chosen: { ...query.chosen, [filter]: values } }
}

/** The filters that are on, one by one. */
export const chosenFilters = ({
  chosen,
}: ListQuery): readonly { readonly filter: Filter; readonly value: string }[] =>
  FILTERS.flatMap((filter) => chosen[filter].map((value) => ({ filter, value })))

/** The same search without any filter. */
export const withoutFilters = (query: ListQuery): ListQuery => ({
  ...readListQuery(new URLSearchParams()),
  text: query.text,
  order: query.order,
})
