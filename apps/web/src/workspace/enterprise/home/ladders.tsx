import type { components } from '@huiqi/client'
import { Link } from 'react-router'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Part } from '../../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '成长阶梯',
    now: '现在',
    next: '下一级',
    none: '尚未进入',
    top: '已是最高一级',
    gap: '看看差在哪里',
  },
  en: {
    title: 'Ladders',
    now: 'Now',
    next: 'Next',
    none: 'not on it yet',
    top: 'the top',
    gap: 'See the gap',
  },
})

type Standing = components['schemas']['LadderStanding']

/** Where the enterprise stands on each ladder. */
export const Ladders = ({
  ladders,
  enterprise,
}: {
  readonly ladders: readonly Standing[]
  readonly enterprise: string
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <Part title={text.title} actions={<Link to={`/e/${enterprise}/ladders`}>{text.gap}</Link>}>
      <ul className="choices">
        {ladders.map(({ ladder, current, next }) => (
          <li key={ladder.id} className="sheet">
            <h3>{ladder.name[language]}</h3>
            <p>
              <span className="soft">{text.now}</span> {current?.name[language] ?? text.none}
            </p>
            <p>
              <span className="soft">{text.next}</span> {next?.name[language] ?? text.top}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
