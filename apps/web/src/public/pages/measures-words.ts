import type { Language } from '@huiqi/domain'
import type { Filter, Order } from '../parts/list-query.ts'

interface MeasuresWords {
  readonly title: string
  readonly about: string
  readonly total: (count: number) => string
  readonly found: (count: number, text: string) => string
  readonly filters: string
  readonly narrow: string
  readonly chosen: string
  readonly remove: string
  readonly clear: string
  readonly all: (count: number) => string
  readonly order: string
  readonly orders: Readonly<Record<Order, string>>
  readonly filter: Readonly<Record<Filter, string>>
  readonly atLeast: (money: string) => string
  readonly next: string
  readonly first: string
  readonly csv: string
  readonly feed: string
  readonly calendar: string
  readonly spelling: (text: string) => string
  readonly loose: string
  readonly none: string
  readonly noneHelp: readonly string[]
  readonly check: string
  readonly unreadable: string
}

/** The words of the list of measures. */
export const MEASURES_WORDS: Readonly<Record<Language, MeasuresWords>> = {
  zh: {
    title: '政策措施',
    about: '搜索上海支持中小企业的全部措施，按部门、行业、金额、方式筛选。',
    total: (count) => `共 ${count} 项`,
    found: (count, text) => `“${text}”找到 ${count} 项`,
    filters: '筛选',
    narrow: '缩小范围',
    chosen: '已选条件',
    remove: '去掉',
    clear: '全部去掉',
    all: (count) => `其余 ${count} 项`,
    order: '排序',
    orders: { best: '最相关', deadline: '快截止', amount: '金额高', newest: '最新' },
    filter: {
      status: '申报时间',
      delivery: '怎么享受',
      kind: '给什么',
      agency: '部门',
      title: '资质',
      about: '针对什么',
      industry: '行业',
      district: '区',
      instrument: '政策文件',
      amountAtLeastFen: '金额',
    },
    atLeast: (money) => `可达 ${money}以上`,
    next: '下一页',
    first: '回到第一页',
    csv: '下载表格（CSV）',
    feed: '订阅更新（Atom）',
    calendar: '申报日历',
    spelling: (text) => `按“${text}”搜索。`,
    loose: '没有同时含全部词的措施，下面是含其中多数词的。',
    none: '没有找到符合的措施',
    noneHelp: [
      '换个说法试试，少写几个词，例如“算力”“研发”“贷款”。',
      '去掉上面的一些筛选条件。',
      '不确定叫什么，就先答几个问题，让系统替您找。',
    ],
    check: '看看能享什么',
    unreadable: '网址里的筛选条件看不懂，请重新选择。',
  },
  en: {
    title: 'Measures',
    about:
      'Search all measures of Shanghai for small and medium-sized enterprises by agency, industry, amount and way of delivery.',
    total: (count) => `${count} ${count === 1 ? 'measure' : 'measures'}`,
    found: (count, text) => `${count} found for “${text}”`,
    filters: 'Filters',
    narrow: 'Narrow down',
    chosen: 'Chosen',
    remove: 'Remove',
    clear: 'Remove all',
    all: (count) => `${count} more`,
    order: 'Order',
    orders: { best: 'best match', deadline: 'deadline', amount: 'amount', newest: 'newest' },
    filter: {
      status: 'Window',
      delivery: 'How it is had',
      kind: 'What it gives',
      agency: 'Agency',
      title: 'Titles',
      about: 'What it is about',
      industry: 'Industry',
      district: 'District',
      instrument: 'Policy document',
      amountAtLeastFen: 'Amount',
    },
    atLeast: (money) => `${money} or more`,
    next: 'Next page',
    first: 'Back to the first page',
    csv: 'Download as a table (CSV)',
    feed: 'Follow changes (Atom)',
    calendar: 'Deadlines',
    spelling: (text) => `Searched for “${text}”.`,
    loose: 'Nothing has all of the words; these have most of them.',
    none: 'No measure fits',
    noneHelp: [
      'Try other or fewer words, such as “computing”, “R&D” or “loan”.',
      'Take away some of the filters above.',
      'If you do not know what it is called, answer a few questions and let the check find it.',
    ],
    check: 'What can we get?',
    unreadable: 'The filters in this address could not be read. Please choose again.',
  },
}
