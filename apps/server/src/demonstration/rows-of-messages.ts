import { addDays, type Bilingual } from '@huiqi/domain'
import type { Cast } from './draw-people.ts'
import { type DrawnCity, type DrawnEnterprise, momentOf } from './drawn-city.ts'
import { DAYS_OF_LIFE, lastYear } from './rows-of-enterprises.ts'
import { rightsOf } from './rows-of-people.ts'

/** Letters older than this have been read. */
const UNREAD_DAYS = 7

interface Letter {
  readonly to: DrawnEnterprise
  readonly daysAgo: number
  readonly title: Bilingual
  readonly text: Bilingual
}

const WELCOME = {
  daysAgo: DAYS_OF_LIFE,
  title: { zh: '欢迎使用惠企', en: 'Welcome to Huiqi' },
  text: {
    zh: '认领成功。各部门登记的数据已归入企业档案；补充其余指标，能享受的政策会算得更准。',
    en: 'You act for the enterprise now. What the registers know is in its file; every further fact makes the answers surer.',
  },
}

const lettersOf = ({ today }: DrawnCity, { first, second }: Cast): readonly Letter[] => {
  const year = lastYear(today)
  const end = rightsOf('consultant', today).valid_until ?? addDays(today, 0)
  return [
    { to: first, ...WELCOME },
    { to: second, ...WELCOME },
    {
      to: first,
      daysAgo: 18,
      title: { zh: '从业人数已更新', en: 'The number of employees was updated' },
      text: {
        zh: `主管部门报送了 ${year} 年度的从业人数，档案以该数为准。`,
        en: `The authority has sent the number of ${year}; it counts in the file now.`,
      },
    },
    {
      to: second,
      daysAgo: 5,
      title: { zh: '档案还可以更完整', en: 'The file can be more complete' },
      text: {
        zh: '还有几项只有企业自己知道的指标没有填写，它们决定多项措施的结果。',
        en: 'Some facts that only the enterprise knows are missing; several measures depend on them.',
      },
    },
    {
      to: first,
      daysAgo: 3,
      title: { zh: '外部顾问的授权将到期', en: 'The consultant’s rights will end' },
      text: {
        zh: `授权到 ${end} 为止，负责人可以延长。`,
        en: `They end on ${end}; an owner can extend them.`,
      },
    },
  ]
}

/** What the window wrote to the enterprises; what is older than a week has been read. */
export const rowsOfMessages = (city: DrawnCity, cast: Cast) =>
  lettersOf(city, cast).map(({ to, daysAgo, title, text }) => ({
    enterprise: to.id,
    kind: 'other',
    params: { title: { ...title }, text: { ...text } },
    created_at: momentOf(city.today, daysAgo, '09:10'),
    read_at: daysAgo > UNREAD_DAYS ? momentOf(city.today, daysAgo - 1, '08:45') : null,
  }))
