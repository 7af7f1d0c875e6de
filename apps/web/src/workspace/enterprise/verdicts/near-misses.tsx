import type { components } from '@huiqi/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Answer } from '../../ui/answer.tsx'
import { Part } from '../../ui/page.tsx'
import { explanationPath } from '../../verdicts/verdict-list.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'

const WORDS = inBoth({
  zh: {
    title: '只差一步',
    note: '只因一个数值不符合的措施，按这个数值归在一起。',
    choice: '几个数值中的任一个',
    measures: (count: number) => `${count} 项措施`,
  },
  en: {
    title: 'One value away',
    note: 'Measures that fail by one value alone, put together by that value.',
    choice: 'any one of several values',
    measures: (count: number) => (count === 1 ? '1 measure' : `${count} measures`),
  },
})

const SHOWN = 8

type Group = components['schemas']['NearMissGroup']

const GroupRow = ({ group }: { readonly group: Group }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  return (
    <li>
      <div className="wide">
        <strong>{group.about?.name[language] ?? text.choice}</strong>{' '}
        <span className="soft">{text.measures(group.measures)}</span>
        <ul className="reasons">
          {group.entries.map(({ measure, thing, changes }) => (
            <li key={`${measure.id} ${thing?.id ?? ''}`}>
              <Link to={explanationPath(enterprise, measure.id, thing)}>
                {measure.name[language]}
              </Link>{' '}
              {changes.map(({ distance }) => distance?.[language] ?? '').join(' ')}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

/** Measures that fail by one value alone. */
export const NearMisses = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const near = useQuery({
    queryKey: ['near-misses', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/near-misses', {
          params: { path: { enterprise }, query: { limit: SHOWN } },
        }),
      ),
  })
  if (near.data?.entries.length === 0) return null
  return (
    <Part title={text.title} note={text.note}>
      <Answer of={near}>
        {({ entries }) => (
          <ul className="rows">
            {entries.map((group) => (
              <GroupRow
                key={group.about === null ? '' : `${group.about.fact} ${group.about.year ?? ''}`}
                group={group}
              />
            ))}
          </ul>
        )}
      </Answer>
    </Part>
  )
}
