import { useQuery } from '@tanstack/react-query'
import { GRADES } from '../../facts/grade-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { DayText, Money } from '../../ui/figures.tsx'
import { Part } from '../../ui/page.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'

const WORDS = inBoth({
  zh: { title: '已享受的政策', none: '没有记录。', open: '金额不详' },
  en: { title: 'Received before', none: 'Nothing is noted.', open: 'amount not known' },
})

/** The benefits that the enterprise has received. */
export const PastAwards = () => {
  const text = useWords(WORDS)
  const grades = useWords(GRADES)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const awards = useQuery({
    queryKey: ['awards', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/awards', { params: { path: { enterprise } } }),
      ),
  })
  return (
    <Part title={text.title}>
      <Answer of={awards}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul className="rows">
              {entries.map(({ id, name, grantedOn, amountFen, grade }) => (
                <li key={id}>
                  <div className="wide">
                    <strong>{name[language]}</strong>
                    <p className="soft">
                      <DayText day={grantedOn} /> · {grades[grade]}
                    </p>
                  </div>
                  {amountFen === null ? (
                    <span className="soft">{text.open}</span>
                  ) : (
                    <strong>
                      <Money fen={amountFen} />
                    </strong>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Part>
  )
}
