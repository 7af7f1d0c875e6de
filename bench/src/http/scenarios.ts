import type { Shot } from './load.ts'

/** A kind of request and what the time of it may be. */
export interface Scenario {
  readonly name: string
  /** The time that 95 of 100 requests have to keep, in milliseconds. */
  readonly p95AtMost: number
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

const FACETS = [
  '',
  '&delivery=apply',
  '&district=310115',
  '&status=open',
  '&amountAtLeastFen=10000000',
]

const searches = (): readonly Shot[] =>
  TERMS.flatMap((term) => {
    const text = encodeURIComponent(term)
    return [
      ...FACETS.map((facet) => ({ path: `/api/v1/measures?text=${text}&limit=20${facet}` })),
      { path: `/api/v1/measures/facets?text=${text}` },
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

const pages = ({ measures }: Cast): readonly Shot[] => [
  { path: '/' },
  { path: '/en' },
  { path: '/measures' },
  { path: '/calendar' },
  ...TERMS.map((term) => ({ path: `/measures?text=${encodeURIComponent(term)}` })),
  ...measures.slice(0, 40).map((id) => ({ path: `/measures/${id}` })),
]

/** Everything that is measured. */
export const scenariosFor = (cast: Cast): readonly Scenario[] => [
  { name: 'search', p95AtMost: 50, shots: searches() },
  {
    name: 'one measure',
    p95AtMost: 50,
    shots: cast.measures.map((id) => ({ path: `/api/v1/measures/${id}` })),
  },
  {
    name: 'all verdicts, the same enterprise',
    p95AtMost: 25,
    shots: [{ path: `/api/v1/enterprises/${cast.own}/${VERDICTS}`, headers: cast.owner }],
  },
  {
    name: 'all verdicts, another enterprise each time',
    p95AtMost: 25,
    shots: cast.others.map((id) => ({
      path: `/api/v1/enterprises/${id}/${VERDICTS}`,
      headers: cast.officer,
    })),
  },
  ...(cast.hasPages ? [{ name: 'public pages', p95AtMost: 50, shots: pages(cast) }] : []),
]
