import type { WordList } from './word-list.ts'

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

const oneOf = (parts: readonly string[]): string =>
  parts.length < 3
    ? parts.join(' or ')
    : `${parts.slice(0, -1).join(', ')} or ${parts.slice(-1).join()}`

/** The English words. */
export const en: WordList = {
  punctuation: {
    list: (parts) => parts.join(', '),
    phrase: (parts) => parts.join(', '),
    clauses: (parts) => parts.join('; '),
    or: oneOf,
    label: (label, text) => `${label}: ${text}`,
    inBrackets: (text) => ` (${text})`,
  },
  truth: (value) => (value ? 'yes' : 'no'),
  never: 'never',
  unknown: 'unknown',
  period: (from, to) => {
    if (to === null) return `from ${from}`
    return to === 'not-found' ? `from ${from}, end not found` : `${from} to ${to}`
  },
  more: (count) => `and ${count} more`,
  days,
  amounts: {
    open: 'amount open',
    atLeast: (money) => `at least ${money}`,
    atMost: (money) => `up to ${money}`,
    between: (low, high) => `${low} to ${high}`,
  },
  outcome: {
    met: 'met',
    unmet: 'unmet',
    unknown: 'unknown',
    'needs-review': 'needs review',
    'not-in-force': 'not in force',
  },
  benefit: {
    award: 'award',
    subsidy: 'subsidy',
    'interest-subsidy': 'interest subsidy',
    voucher: 'voucher',
    relief: 'relief',
    guarantee: 'guarantee',
    loan: 'loan',
    investment: 'equity investment',
    claim: 'claim',
    title: 'title',
    service: 'service',
  },
  delivery: {
    apply: 'on application',
    instant: 'instant on application',
    automatic: 'automatic',
    service: 'service',
  },
  subject: {
    enterprise: 'enterprise',
    project: 'project',
    contract: 'contract',
    loan: 'loan',
    hire: 'new hire',
    product: 'product',
    exhibition: 'exhibition',
    cluster: 'industry cluster',
  },
  type: {
    money: 'amount of money',
    rate: 'rate',
    count: 'count',
    number: 'number',
    date: 'day',
    boolean: 'yes or no',
    code: 'code',
  },
  grade: (grade) => `grade ${grade}`,
  sourceGrade: {
    primary: 'primary text',
    corroborated: 'corroborated',
    secondary: 'one secondary source',
    weak: 'weak source',
  },
  group: { all: 'all of', any: 'any one of', except: 'none of' },
  comparator: {
    'at-least': (bound) => `at least ${bound}`,
    'at-most': (bound) => `at most ${bound}`,
    'more-than': (bound) => `more than ${bound}`,
    'less-than': (bound) => `less than ${bound}`,
    'not-before': (bound) => `on ${bound} or later`,
    'not-after': (bound) => `on ${bound} or earlier`,
    is: (bound) => bound,
    'is-not': (bound) => `not ${bound}`,
    'one-of': (bound) => `one of: ${bound}`,
    'none-of': (bound) => `none of: ${bound}`,
  },
  figure: {
    'at-least': (figure) => `at least ${figure}`,
    'at-most': (figure) => `at most ${figure}`,
    'more-than': (figure) => `more than ${figure}`,
    'less-than': (figure) => `less than ${figure}`,
    about: (figure) => `about ${figure}`,
  },
  handling: {
    automatic: 'may be paid automatically',
    fast: 'may take the fast path',
    manual: 'needs a manual review',
  },
  distance: {
    short: (by, bound) => `${by} short of ${bound}`,
    over: (by, bound) => `${by} over ${bound}`,
    notEqual: (bound) => `exactly ${bound}, which does not count`,
    early: (count, bound) => `${days(count)} before ${bound}`,
    late: (count, bound) => `${days(count)} after ${bound}`,
    expected: (what) => `has to be ${what}`,
  },
  call: {
    unscheduled: 'no window published',
    coming: (date, count) => `opens ${date}, in ${days(count)}`,
    open: 'open',
    openUntil: (until, count) => `open until ${until}, ${days(count)} left`,
    closing: (until, count) => `closes ${until}, ${days(count)} left`,
    closed: (on) => `closed on ${on}`,
  },
  title: {
    until: (day) => `valid until ${day}`,
    expired: (day) => `expired on ${day}`,
    later: (day) => `valid from ${day}`,
    never: 'never granted',
  },
  source: {
    register: 'register',
    tax: 'tax office',
    statistics: 'statistics',
    'social-insurance': 'social insurance',
    'title-register': 'title register',
    bank: 'bank',
    platform: 'platform',
    self: 'own statement',
    officer: 'officer',
  },
}
