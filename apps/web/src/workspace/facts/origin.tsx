import type { components } from '@huiqi/client'
import { Given } from '../../rules/given.tsx'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { Moment } from '../ui/figures.tsx'
import { GRADES } from './grade-words.ts'

const WORDS = inBoth({
  zh: { grade: (grade: string) => `${grade} 级`, list: '，' },
  en: { grade: (grade: string) => `grade ${grade}`, list: ', ' },
})

type Statement = components['schemas']['Statement']

/** Who says a value, how well it is proved, and since when. */
export const Origin = ({ statement }: { readonly statement: Statement }) => {
  const text = useWords(WORDS)
  const grades = useWords(GRADES)
  const { language } = useLanguage()
  const { sourceName, grade, statedBy, statedAt } = statement
  return (
    <span className="origin">
      {sourceName[language]}
      {text.list}
      <abbr title={grades[grade]}>{text.grade(grade)}</abbr>
      <span className="soft">
        {' '}
        · {statedBy === null ? null : <Given>{`${statedBy} · `}</Given>}
        <Moment at={statedAt} />
      </span>
    </span>
  )
}
