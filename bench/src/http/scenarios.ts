import type { Shot } from './load.ts'

/** A kind of request and what the time of it may be. */
export interface Scenario {
  readonly name: string
  /** The time that 95 of 100 requests have to keep, in milliseconds. */
  readonly p95AtMost: number
  /** Whether it is measured for one user alone too. */
  readonly isForOne: boolean
  readonly shots: readonly Shot[]
}

const TERMS = [
  '算力',
  'computing power',
  '专精特新',
  '高企',
  '研发',
  'little giant',
  '贷款 贴息',
  'interest subsidy',
  '数字化 服务',
  'digital service',
  '技术改造',
  'renovation',
  '语料',
  'voucher',
  '融资担保',
  'guarantee',
  '首次 四上',
  'high-tech',
  '展会',
  'award for growth',
]

const FACETS = ['&delivery=apply', '&district=310115', '&status=open', '&amountAtLeastFen=10000000']

/** More texts than the service keeps answers of: each term, and each with every other. */
const TEXTS = [
  ...TERMS,
  ...TERMS.flatMap((term, at) => TERMS.slice(at + 1).map((other) => `${term} ${other}`)),
]

/** A text is asked for as a list, as its counts and narrowed down, as somebody who searches does. */
const searches = (): readonly Shot[] =>
  TEXTS.flatMap((term, at) => {
    const text = encodeURIComponent(term)
    const facet = FACETS[at % FACETS.length] ?? ''
    return [
      { path: `/api/v1/measures?text=${text}&limit=20` },
      { path: `/api/v1/measures/facets?text=${text}` },
      { path: `/api/v1/measures?text=${text}&limit=20${facet}` },
    ]
  })

/** Whom the requests are about. */
export interface Cast {
  readonly measures: readonly string[]
  /** The enterprise of somebody who looks at it again and again. */
  readonly own: string
  readonly owner: Readonly<Record<string, string>>
  /** Enterprises that an officer looks at one after the other. */
  readonly others: readonly string[]
  readonly officer: Readonly<Record<string, string>>
  readonly hasPages: boolean
}

const VERDICTS = 'verdicts?limit=20'

/** What browsers say they can expand. */
const BROWSER = { 'accept-encoding': 'gzip, deflate, br' }

const pages = ({ measures }: Cast): readonly Shot[] =>
  [
    '/',
    '/en',
    '/measures',
    '/calendar',
    ...TERMS.map((term) => `/measures?text=${encodeURIComponent(term)}`),
    ...measures.slice(0, 40).map((id) => `/measures/${id}`),
  ].map((path) => ({ path, headers: BROWSER }))

/** The verdicts of somebody's own enterprise. */
export const verdictsOf = ({ own, owner }: Cast): readonly [Shot] => [
  { path: `/api/v1/enterprises/${own}/${VERDICTS}`, headers: owner },
]

/** Everything that is measured. */
export const scenariosFor = (cast: Cast): readonly Scenario[] => [
  { name: 'search', p95AtMost: 50, isForOne: false, shots: searches() },
  {
    name: 'one measure',
    p95AtMost: 50,
    isForOne: false,
    shots: cast.measures.map((id) => ({ path: `/api/v1/measures/${id}` })),
  },
  {
    name: 'all verdicts, the same enterprise',
    p95AtMost: 25,
    isForOne: true,
    shots: verdictsOf(cast),
  },
  {
    name: 'all verdicts, another enterprise each time',
    p95AtMost: 25,
    isForOne: true,
    shots: cast.others.map((id) => ({
      path: `/api/v1/enterprises/${id}/${VERDICTS}`,
      headers: cast.officer,
    })),
  },
  ...(cast.hasPages
    ? [{ name: 'public pages', p95AtMost: 50, isForOne: true, shots: pages(cast) }]
    : []),
]
