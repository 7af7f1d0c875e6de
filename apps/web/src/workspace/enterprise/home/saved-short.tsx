import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { Part } from '../../ui/page.tsx'
import { MeasureStatus } from '../../verdicts/measure-status.tsx'
import { explanationPath } from '../../verdicts/verdict-list.tsx'

const WORDS = inBoth({
  zh: {
    title: '收藏与关注',
    none: '还没有收藏。在措施页点“收藏”，同事也看得到。',
    all: '全部收藏',
  },
  en: {
    title: 'Saved and followed',
    none: 'Nothing is saved yet. What you save on the page of a measure, your colleagues see too.',
    all: 'All of them',
  },
})

const SHOWN = 5

/** The measures saved last. */
export const SavedShort = ({ enterprise }: { readonly enterprise: string }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const saved = useQuery({
    queryKey: ['saved-short', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/saved-measures', {
          params: { path: { enterprise }, query: { limit: SHOWN } },
        }),
      ),
  })
  return (
    <Part title={text.title} actions={<Link to={`/e/${enterprise}/saved`}>{text.all}</Link>}>
      <Answer of={saved}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul className="rows">
              {entries.map(({ measure }) => (
                <li key={measure.id}>
                  <Link className="wide" to={explanationPath(enterprise, measure.id)}>
                    {measure.name[language]}
                  </Link>
                  <MeasureStatus measure={measure} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Part>
  )
}
