import type { components } from '@huiqi/client'
import type { Language } from '@huiqi/domain'

/** Everything about one measure. */
export type Detail = components['schemas']['MeasureDetail']

interface MeasureWords {
  readonly all: string
  readonly where: string
  readonly glance: string
  readonly amount: string
  readonly gives: string
  readonly noMoney: string
  readonly who: string
  readonly when: string
  readonly inForce: string
  readonly lead: string
  readonly with: string
  readonly door: string
  readonly phone: string
  readonly phoneOpen: string
  readonly check: string
  readonly checkSay: string
  readonly conditions: string
  readonly noRule: string
  readonly service: string
  readonly rule: string
  readonly frequency: Readonly<Record<NonNullable<Detail['frequency']>, (thing: string) => string>>
  readonly otherwise: string
  readonly officer: string
  readonly shared: string
  readonly pool: string
  readonly grants: string
  readonly evidence: string
  readonly evidenceSay: string
  readonly held: string
  readonly steps: string
  readonly excludes: string
  readonly targets: string
  readonly by: (day: string) => string
  readonly gaps: string
  readonly gapsSay: string
  readonly notFound: string
  readonly absent: Readonly<Record<Detail['absent'][number], string>>
  readonly versions: string
  readonly newer: string
  readonly older: string
  readonly expired: (day: string) => string
  readonly replacedBy: string
  readonly later: (day: string) => string
  readonly changes: string
  readonly change: Readonly<Record<Detail['changes'][number]['kind'], string>>
  readonly related: string
  readonly source: string
  readonly sourceGrade: string
  readonly issued: (day: string) => string
  readonly noDay: string
  readonly print: string
}

/** The words of the page about a measure. */
export const MEASURE_WORDS: Readonly<Record<Language, MeasureWords>> = {
  zh: {
    all: '政策措施',
    where: '所在位置',
    glance: '要点',
    amount: '给多少',
    gives: '给什么',
    noMoney: '不涉及补助金额',
    who: '针对什么',
    when: '什么时候',
    inForce: '有效期',
    lead: '牵头部门',
    with: '配合部门',
    door: '到哪里办',
    phone: '电话',
    phoneOpen: '原文没有写',
    check: '看看我们符不符合',
    checkSay: '逐条比对，不用登录，回答不离开您的设备。',
    conditions: '条件',
    noRule: '还没有见到可以逐条判定的条件原文，这里不作推测。',
    service: '此项为服务，没有申报条件，直接联系即可。',
    rule: '怎么算',
    frequency: {
      once: () => '只享一次',
      year: () => '每年一次',
      each: (thing) => `每个${thing}一次`,
    },
    otherwise: '其他情形',
    officer: '由经办部门在此范围内核定',
    shared: '谁来出',
    pool: '资金池',
    grants: '取得资质',
    evidence: '佐证材料',
    evidenceSay: 'A：由发证机关的数据核对；B：窗口核验；C：上传；D：自行声明。',
    held: '由发证机关的数据核对',
    steps: '怎么办',
    excludes: '不能同享',
    targets: '文件承诺的指标',
    by: (day) => `，${day} 前`,
    gaps: '原文没有写明的',
    gapsSay: '以下几点没有在公开文本里找到，一律按“未知”处理，不替原文作主。',
    notFound: '没有见到',
    absent: {
      amount: '金额',
      'last-day': '申报的最后一天',
      windows: '申报时间',
      conditions: '可以逐条判定的条件',
      door: '办理渠道',
      hotline: '咨询电话',
      'supervision-phone': '监督电话',
    },
    versions: '前后版本',
    newer: '之后',
    older: '之前',
    expired: (day) => `这项措施已于 ${day} 失效，页面保留供查阅。`,
    replacedBy: '之后的版本：',
    later: (day) => `这项措施自 ${day} 起施行。`,
    changes: '本站记录的变动',
    change: { published: '发布', changed: '修改', withdrawn: '撤下' },
    related: '相关措施',
    source: '出处',
    sourceGrade: '文本来源',
    issued: (day) => `${day} 印发`,
    noDay: '印发日期未见',
    print: '打印本页',
  },
  en: {
    all: 'Measures',
    where: 'Where you are',
    glance: 'At a glance',
    amount: 'How much',
    gives: 'What it gives',
    noMoney: 'no money from the state',
    who: 'What it is about',
    when: 'When',
    inForce: 'In force',
    lead: 'Lead agency',
    with: 'Together with',
    door: 'Where to go',
    phone: 'Phone',
    phoneOpen: 'not given in the text',
    check: 'Check whether we qualify',
    checkSay: 'Condition by condition, without an account; your answers stay on your device.',
    conditions: 'Conditions',
    noRule: 'No text was found by which this could be decided; nothing is guessed here.',
    service: 'A service: there is no condition to meet, just get in touch.',
    rule: 'How it is worked out',
    frequency: {
      once: () => 'once',
      year: () => 'once a year',
      each: (thing) => `for each ${thing}`,
    },
    otherwise: 'otherwise',
    officer: 'the office decides within this range',
    shared: 'Who pays',
    pool: 'Budget',
    grants: 'Gives the title',
    evidence: 'Evidence',
    evidenceSay:
      'A: compared with the records of the issuing authority; B: checked at the window; C: uploaded; D: declared.',
    held: 'compared with the issuing authority’s records',
    steps: 'How to get it',
    excludes: 'Not together with',
    targets: 'What the text promises',
    by: (day) => ` by ${day}`,
    gaps: 'What the text leaves open',
    gapsSay:
      'These points were not found in what is published. They count as unknown; nothing is decided in place of the text.',
    notFound: 'Not found',
    absent: {
      amount: 'the amount',
      'last-day': 'the last day to apply',
      windows: 'when one can apply',
      conditions: 'conditions that can be checked one by one',
      door: 'where to hand it in',
      hotline: 'a phone number for questions',
      'supervision-phone': 'a phone number for complaints',
    },
    versions: 'Earlier and later versions',
    newer: 'later',
    older: 'earlier',
    expired: (day) => `This measure ended on ${day}. The page stays for reference.`,
    replacedBy: 'The version after it: ',
    later: (day) => `This measure comes into force on ${day}.`,
    changes: 'Changes recorded here',
    change: { published: 'published', changed: 'changed', withdrawn: 'withdrawn' },
    related: 'Related measures',
    source: 'Source',
    sourceGrade: 'How well the text is known',
    issued: (day) => `issued ${day}`,
    noDay: 'day of issue not found',
    print: 'Print this page',
  },
}
