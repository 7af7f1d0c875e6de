import type { components } from '@huiqi/client'
import { daysBetween, isoDate, type Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import { addressOf, measurePath } from '../address.ts'
import type { MakePage, PageRequest } from '../page.ts'
import { byMonth, type Month, monthName } from '../parts/months.ts'

type Entry = components['schemas']['CalendarEntry']

const WORDS = {
  zh: {
    title: '申报日历',
    about: '上海中小企业政策措施的申报时间和有效期：什么时候开放，什么时候截止，可导入手机日历。',
    say: (from: string, to: string) =>
      `${from} 至 ${to} 之间已公布的申报时间、措施的起止日期，和资质每年要办的事。`,
    opens: '开放申报',
    closes: '申报截止',
    begins: '开始施行',
    ends: '有效期最后一天',
    yearly: '每年要办',
    left: (days: string) => `还有 ${days}`,
    today: '今天',
    subscribe: '订阅到日历（iCalendar）',
    feed: '订阅政策更新（Atom）',
    none: '这一年还没有公布日期',
    noneSay: '很多措施没有公布固定的申报时间，可以在措施页看牵头部门和渠道。',
    more: (count: number) => `另有 ${count} 项措施没有公布申报时间`,
  },
  en: {
    title: 'Deadlines',
    about:
      'When one can apply for the SME measures of Shanghai and how long they last, to follow in your own calendar.',
    say: (from: string, to: string) =>
      `Windows, first and last days of measures, and what titles ask for each year, between ${from} and ${to}.`,
    opens: 'opens',
    closes: 'closes',
    begins: 'takes effect',
    ends: 'last day in force',
    yearly: 'every year',
    left: (days: string) => `in ${days}`,
    today: 'today',
    subscribe: 'Follow in your calendar (iCalendar)',
    feed: 'Follow changes (Atom)',
    none: 'No day has been published for this year',
    noneSay:
      'Many measures have no published window; their pages name the lead agency and where to ask.',
    more: (count: number) =>
      `${count} more ${count === 1 ? 'measure has' : 'measures have'} no published window`,
  },
} as const

interface DayProps {
  readonly entry: Entry
  readonly language: Language
  readonly today: string
}

const MARKS = {
  opens: 'mark good',
  closes: 'mark warn',
  begins: 'mark good',
  ends: 'mark warn',
  yearly: 'mark',
} as const satisfies Record<Entry['kind'], string>

const MeasureWords = ({
  entry: { measure, says },
  language,
}: {
  readonly entry: Exclude<Entry, { readonly ladder: unknown }>
  readonly language: Language
}) => (
  <>
    <h3>
      <a href={addressOf(language, measurePath(measure.id))}>{measure.name[language]}</a>
    </h3>
    {says === null ? null : <p className="soft">{says[language]}</p>}
  </>
)

const DayRow = ({ entry, language, today }: DayProps) => {
  const { day, kind } = entry
  const text = WORDS[language]
  const days = daysBetween(isoDate(today), isoDate(day))
  const who = 'ladder' in entry ? entry.ladder.name : entry.measure.lead.name
  return (
    <li className="day-row">
      <time dateTime={day} className={`day ${kind}`}>
        {Number(day.slice(8))}
      </time>
      <div>
        {'ladder' in entry ? (
          <h3>{entry.says[language]}</h3>
        ) : (
          <MeasureWords entry={entry} language={language} />
        )}
        <p className="row-meta">
          <span className={MARKS[kind]}>{text[kind]}</span>
          <span>{days === 0 ? text.today : text.left(words[language].days(days))}</span>
          <span>{who[language]}</span>
        </p>
      </div>
    </li>
  )
}

const keyOf = (entry: Entry): string =>
  'ladder' in entry
    ? `${entry.day} ${entry.ladder.id} ${entry.provision}`
    : `${entry.day} ${entry.kind} ${entry.measure.id} ${entry.call ?? ''}`

const MonthList = ({
  month,
  language,
  today,
}: Omit<DayProps, 'entry'> & { readonly month: Month<Entry> }) => (
  <section className="month">
    <h2>{monthName(month.id, language)}</h2>
    <ol>
      {month.entries.map((entry) => (
        <DayRow key={keyOf(entry)} entry={entry} language={language} today={today} />
      ))}
    </ol>
  </section>
)

const countUnscheduled = async ({ client }: PageRequest): Promise<number> => {
  const query = { limit: 1, status: ['unscheduled' as const] }
  const { data } = await client.GET('/api/v1/measures', { params: { query } })
  return data?.total ?? 0
}

/** When one can apply, month by month. */
export const calendarPage: MakePage = async (request) => {
  const { language, client, today } = request
  const text = WORDS[language]
  const [{ data }, unscheduled] = await Promise.all([
    client.GET('/api/v1/calendar'),
    countUnscheduled(request),
  ])
  if (data === undefined) throw new Error('the calendar did not answer')
  const ics = `/calendar.ics?language=${language}`
  const atom = `/feed.atom?language=${language}`
  return {
    status: 200,
    title: text.title,
    about: text.about,
    feeds: [
      { type: 'text/calendar', href: ics, title: text.title },
      { type: 'application/atom+xml', href: atom, title: text.feed },
    ],
    body: (
      <div className="wrap page narrow">
        <h1>{text.title}</h1>
        <p className="lead">{text.say(data.from, data.to)}</p>
        <p className="tools no-print">
          <a href={ics}>{text.subscribe}</a>
          <a href={atom}>{text.feed}</a>
        </p>
        {data.entries.length === 0 ? (
          <section className="empty">
            <h2>{text.none}</h2>
          </section>
        ) : null}
        {byMonth(data.entries).map((month) => (
          <MonthList key={month.id} month={month} language={language} today={today} />
        ))}
        <p className="hint">
          <a href={`${addressOf(language, '/measures')}?status=unscheduled`}>
            {text.more(unscheduled)}
          </a>
          <br />
          {text.noneSay}
        </p>
      </div>
    ),
  }
}
