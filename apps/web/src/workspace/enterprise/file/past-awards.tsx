import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { GRADES } from '../../facts/grade-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { DayText, Money } from '../../ui/figures.tsx'
import { Part } from '../../ui/page.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'
import { DeclareAward } from './declare-award.tsx'

const WORDS = inBoth({
  zh: {
    title: '已享受的政策',
    none: '没有记录。',
    open: '金额不详',
    add: '补记一项',
    drop: '撤回',
    dropOf: (name: string) => `撤回“${name}”？`,
    dropSay: '这项记录不再参与判断；沿革仍保留。',
  },
  en: {
    title: 'Received before',
    none: 'Nothing is noted.',
    open: 'amount not known',
    add: 'Note one',
    drop: 'Take back',
    dropOf: (name: string) => `Take “${name}” back?`,
    dropSay: 'It no longer counts; the history keeps it.',
  },
})

const TakeBack = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  return (
    <ConfirmButton
      label={text.drop}
      question={text.dropOf(name)}
      act={() =>
        answerOf(
          client.DELETE('/api/v1/enterprises/{enterprise}/awards/{award}', {
            params: { path: { enterprise, award: id } },
          }),
        )
      }
      onDone={refresh}
    >
      <p>{text.dropSay}</p>
    </ConfirmButton>
  )
}

/** The benefits that the enterprise has received. */
export const PastAwards = ({ mayState }: { readonly mayState: boolean }) => {
  const text = useWords(WORDS)
  const grades = useWords(GRADES)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const [isAdding, setIsAdding] = useState(false)
  const add = mayState ? <Button onClick={() => setIsAdding(true)}>{text.add}</Button> : null
  const awards = useQuery({
    queryKey: ['awards', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/awards', { params: { path: { enterprise } } }),
      ),
  })
  return (
    <Part title={text.title} actions={add}>
      <Answer of={awards}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Nothing>{text.none}</Nothing>
          ) : (
            <ul className="rows">
              {entries.map(({ id, name, grantedOn, amountFen, grade, source }) => (
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
                  {mayState && source === 'self' ? (
                    <TakeBack id={id} name={name[language]} />
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {isAdding ? <DeclareAward onClose={() => setIsAdding(false)} /> : null}
    </Part>
  )
}
