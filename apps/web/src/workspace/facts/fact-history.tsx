import { answerOf, client } from '../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { pageQuery } from '../ui/after.ts'
import { Nothing } from '../ui/answer.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PagedList } from '../ui/more.tsx'
import type { HeldFact } from './fact-groups.ts'
import { Origin } from './origin.tsx'

const WORDS = inBoth({
  zh: { title: (name: string) => `${name} 的沿革`, none: '没有记录。', back: '收回了此前的填报' },
  en: {
    title: (name: string) => `History of ${name}`,
    none: 'Nothing was said yet.',
    back: 'took the earlier statement back',
  },
})

/** Everything that was ever said of a fact, the latest first. */
export const FactHistory = ({
  enterprise,
  fact,
  onClose,
}: {
  readonly enterprise: string
  readonly fact: HeldFact
  readonly onClose: () => void
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const about = {
    ...(fact.year === null ? {} : { year: fact.year }),
    ...(fact.thing === null ? {} : { thing: fact.thing.id }),
  }
  return (
    <Dialog title={text.title(fact.name[language])} place="side" onClose={onClose}>
      <PagedList
        queryKey={['history', enterprise, fact.fact, about]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/enterprises/{enterprise}/facts/{fact}/history', {
              params: {
                path: { enterprise, fact: fact.fact },
                query: { ...pageQuery(after), ...about },
              },
            }),
          )
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(statements) => (
          <ol className="history">
            {statements.map((statement) => (
              <li key={statement.id}>
                <strong className="number">{statement.text?.[language] ?? text.back}</strong>
                <div>
                  <Origin statement={statement} />
                </div>
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </Dialog>
  )
}
