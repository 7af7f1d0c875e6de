import type { Bilingual } from '@huiqi/domain'
import type { Delivery, Measure } from '@huiqi/engine'

const CHECK: Bilingual = {
  zh: '对照条件，看看是否符合。',
  en: 'Compare the conditions with how the enterprise stands.',
}
const PAPERS: Bilingual = { zh: '备齐所列的佐证材料。', en: 'Have the listed evidence ready.' }
const WINDOW: Bilingual = {
  zh: '在申报时间内，通过所列渠道提交。',
  en: 'Hand it in at the place named below while the window is open.',
}
const NO_WINDOW: Bilingual = {
  zh: '申报时间未见公布：提交前先向牵头部门确认。',
  en: 'No window has been published: ask the lead agency before handing anything in.',
}
const DECISION: Bilingual = {
  zh: '由牵头部门审核后决定。',
  en: 'The lead agency reviews it and decides.',
}
const INSTANT: Bilingual = {
  zh: '通过所列渠道提交；符合条件的即时办理。',
  en: 'Hand it in at the place named below; who meets the conditions gets it at once.',
}
const AUTOMATIC: readonly Bilingual[] = [
  {
    zh: '无需申请：由主管部门按已掌握的数据核对。',
    en: 'There is nothing to apply for: the agency checks the facts it holds.',
  },
  {
    zh: '核对企业的信息是否准确；有误的，向牵头部门提出。',
    en: 'See that the facts held are right; tell the lead agency when they are not.',
  },
]
const ASK: Bilingual = {
  zh: '直接联系所列渠道或牵头部门。',
  en: 'Turn to the place named below or to the lead agency.',
}

const LINES: Readonly<Record<Delivery, (measure: Measure) => readonly Bilingual[]>> = {
  apply: ({ evidence, calls }) => [
    CHECK,
    ...(evidence.length === 0 ? [] : [PAPERS]),
    calls.length === 0 ? NO_WINDOW : WINDOW,
    DECISION,
  ],
  instant: ({ evidence }) => [CHECK, ...(evidence.length === 0 ? [] : [PAPERS]), INSTANT],
  automatic: () => AUTOMATIC,
  service: () => [ASK],
}

/** What to do to get a measure, by who has to act first. */
export const stepsOf = (measure: Measure): Bilingual[] => [...LINES[measure.delivery](measure)]
