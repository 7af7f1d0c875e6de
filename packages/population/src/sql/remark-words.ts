import type { Language } from '@huiqi/domain'

/** What stands above the columns that a query works out on the way. */
export interface RemarkWords {
  readonly held: (title: string, day: string) => string
  readonly alsoBy: (titles: readonly string[]) => string
  readonly statedFirst: string
  readonly fraction: string
  readonly review: string
  readonly classRow: (table: string, by: string, rows: string) => string
  readonly classByLimit: (place: number) => string
  readonly bestClass: (order: string) => string
  readonly worstClass: string
  readonly surePoints: string
  readonly possiblePoints: string
  readonly partsOfPoint: (parts: bigint) => string
  readonly totals: string
}

/** The remarks in both languages. */
export const REMARKS: Readonly<Record<Language, RemarkWords>> = {
  zh: {
    held: (title, day) => `${title}：${day} 是否有效`,
    alsoBy: (titles) => `；持有 ${titles.join('、')} 亦可`,
    statedFirst: '有填报值用填报值，否则 ',
    fraction: '以分数 n / d 保存，不作除法',
    review: '待定时：TRUE 表示只有经办人能判断，FALSE 表示缺指标',
    classRow: (table, by, rows) => `按 ${by} 取 ${table} 的行（${rows}）`,
    classByLimit: (place) => `按该行第 ${place} 个指标所属的档`,
    bestClass: (order) => `仍有可能的最高档：${order}`,
    worstClass: '仍有可能的最低档',
    surePoints: '确定得分',
    possiblePoints: '可能得分',
    partsOfPoint: (parts) => `，以 1/${parts} 分计`,
    totals: '确定符合者的合计，以分计；其中有人的金额没有上限时，不给高值合计。',
  },
  en: {
    held: (title, day) => `${title}: held on ${day}`,
    alsoBy: (titles) => `; also by ${titles.join(', ')}`,
    statedFirst: 'as stated, else ',
    fraction: 'kept as a fraction n / d that is never divided',
    review: 'where it is open: TRUE if only an officer can say, FALSE if a fact is missing',
    classRow: (table, by, rows) => `row of ${table} by ${by} (${rows})`,
    classByLimit: (place) => `class by limit ${place} of the row`,
    bestClass: (order) => `best class still possible: ${order}`,
    worstClass: 'worst class still possible',
    surePoints: 'points that are sure',
    possiblePoints: 'points that are possible',
    partsOfPoint: (parts) => `, in ${parts} parts of a point`,
    totals: 'Totals of the met rows in fen; no high total while one of them has no known end.',
  },
}
