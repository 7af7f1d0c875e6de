import type { components } from '@huiqi/client'
import { Link } from 'react-router'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Nothing } from '../../ui/answer.tsx'
import { DayText } from '../../ui/figures.tsx'
import { Part } from '../../ui/page.tsx'
import { explanationPath } from '../../verdicts/verdict-list.tsx'

const WORDS = inBoth({
  zh: {
    title: '日程',
    none: '近期没有截止、开始或到期的。',
    closes: '申报截止',
    opens: '开始申报',
    'title-ends': '资质到期',
    days: (count: number) => (count === 0 ? '就是今天' : `还有 ${count} 天`),
    met: '符合',
  },
  en: {
    title: 'Dates to mind',
    none: 'Nothing closes, opens or runs out soon.',
    closes: 'closes',
    opens: 'opens',
    'title-ends': 'title runs out',
    days: (count: number) =>
      count === 0 ? 'today' : count === 1 ? 'in 1 day' : `in ${count} days`,
    met: 'met',
  },
})

type Home = components['schemas']['Home']

const SOON_DAYS = 14

const Left = ({ days }: { readonly days: number }) => {
  const text = useWords(WORDS)
  return (
    <strong className={days <= SOON_DAYS ? 'deadline soon' : 'deadline'}>{text.days(days)}</strong>
  )
}

/** Windows that close or open, and titles that run out, the nearest first. */
export const Deadlines = ({
  deadlines,
  titles,
  enterprise,
}: {
  readonly deadlines: Home['deadlines']
  readonly titles: Home['titles']
  readonly enterprise: string
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const lines = [
    ...deadlines.map(({ measure, day, daysLeft, kind, isMet }) => ({
      key: `${kind} ${measure.id}`,
      day,
      daysLeft,
      kind,
      isMet,
      label: <Link to={explanationPath(enterprise, measure.id)}>{measure.name[language]}</Link>,
    })),
    ...titles.map(({ title, name, validUntil, daysLeft }) => ({
      key: title,
      day: validUntil,
      daysLeft,
      kind: 'title-ends' as const,
      isMet: false,
      label: <span>{name[language]}</span>,
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return (
    <Part title={text.title}>
      {lines.length === 0 ? (
        <Nothing>{text.none}</Nothing>
      ) : (
        <ul className="rows dates">
          {lines.map(({ key, day, daysLeft, kind, isMet, label }) => (
            <li key={key}>
              <DayText day={day} />
              <div className="wide">
                {label}{' '}
                <span className="soft">
                  {text[kind]}
                  {isMet ? ` · ${text.met}` : null}
                </span>
              </div>
              <Left days={daysLeft} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
