import type { components } from '@huiqi/client'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { Moment } from '../ui/figures.tsx'

const WORDS = inBoth({
  zh: {
    uscc: '统一社会信用代码',
    district: '所在区',
    industry: '行业',
    facts: '已有指标',
    last: '最近更新',
    none: '未登记',
    missing: (names: string) => `还缺 ${names}`,
    list: '、',
    ladder: (current: string) => `现为 ${current}`,
    noRung: '尚未进入',
    next: (next: string) => `下一级 ${next}`,
    synthetic: '演示数据',
    workedOut: '由档案推算的比例与增长',
  },
  en: {
    uscc: 'USCC',
    district: 'District',
    industry: 'Industry',
    facts: 'Facts held',
    last: 'Last change',
    none: 'not registered',
    missing: (names: string) => `still needs ${names}`,
    list: ', ',
    ladder: (current: string) => `now ${current}`,
    noRung: 'not on it yet',
    next: (next: string) => `next ${next}`,
    synthetic: 'made up for the demonstration',
    workedOut: 'Ratios and growth worked out from the file',
  },
})

type Enterprise = components['schemas']['Enterprise']

const MISSING_AT_MOST = 3

const Derived = ({ derived }: { readonly derived: Enterprise['derived'] }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  return derived.map(({ fact, year, name, text: said, missing }) => {
    const needed = missing.slice(0, MISSING_AT_MOST).map(({ name: of }) => of[language])
    return (
      <div key={`${fact} ${year ?? ''}`}>
        <dt>{name[language]}</dt>
        <dd>
          {said === null ? (
            <span className="soft">{text.missing(needed.join(text.list))}</span>
          ) : (
            said[language]
          )}
        </dd>
      </div>
    )
  })
}

const Ladders = ({ ladders }: { readonly ladders: Enterprise['ladders'] }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  return ladders.map(({ ladder, current, next }) => (
    <div key={ladder.id}>
      <dt>{ladder.name[language]}</dt>
      <dd>
        {current === null ? text.noRung : text.ladder(current.name[language])}
        {next === null ? null : <span className="soft"> · {text.next(next.name[language])}</span>}
      </dd>
    </div>
  ))
}

/** Who an enterprise is, and what follows from its file. */
export const FileHead = ({ enterprise }: { readonly enterprise: Enterprise }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const { uscc, district, industry, facts, lastStatedAt, isSynthetic } = enterprise
  return (
    <div className="sheet">
      <dl className="about">
        <div>
          <dt>{text.uscc}</dt>
          <dd className="code">
            {uscc} {isSynthetic ? <span className="mark">{text.synthetic}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{text.district}</dt>
          <dd>{district?.name[language] ?? text.none}</dd>
        </div>
        <div>
          <dt>{text.industry}</dt>
          <dd>{industry?.name[language] ?? text.none}</dd>
        </div>
        <Derived derived={enterprise.derived.filter(({ year }) => year === null)} />
        <Ladders ladders={enterprise.ladders} />
        <div>
          <dt>{text.facts}</dt>
          <dd>{facts}</dd>
        </div>
        <div>
          <dt>{text.last}</dt>
          <dd>{lastStatedAt === null ? '—' : <Moment at={lastStatedAt} />}</dd>
        </div>
      </dl>
      <details className="worked-out">
        <summary>{text.workedOut}</summary>
        <dl className="about">
          <Derived derived={enterprise.derived.filter(({ year }) => year !== null)} />
        </dl>
      </details>
    </div>
  )
}
