import type { components } from '@huiqi/client'
import { Form } from 'antd'
import { useState } from 'react'
import { questionText } from '../../../rules/question-text.ts'
import { FactInput, type Typed } from '../../facts/fact-input.tsx'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { Part } from '../../ui/page.tsx'
import { useSay } from '../../ui/say.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { type Difference, DifferenceList } from '../../verdicts/difference-list.tsx'
import { declare } from '../declare.ts'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'
import { EXPLANATION_WORDS } from './explanation-words.ts'

type NeededFact = components['schemas']['NeededFact']

const EMPTY: Typed = null

const MissingFact = ({
  needed,
  thing,
  onAnswered,
}: {
  readonly needed: NeededFact
  readonly thing: string | null
  readonly onAnswered: (turned: readonly Difference[]) => void
}) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const { fact, year, name, question, type, codes } = needed
  return (
    <li>
      <div className="wide">
        <SendForm
          initial={{ value: EMPTY as Typed }}
          at={['statements', 0]}
          submit={text.answer}
          send={({ value }) => declare(enterprise, { fact, year, thing, value, unit: 'plain' })}
          onDone={({ turned }) => {
            onAnswered(turned)
            return refresh()
          }}
        >
          <Form.Item
            name="value"
            label={name[language]}
            extra={questionText(question[language])}
            rules={[{ required: true, message: text.required }]}
          >
            <FactInput type={type} codes={codes} />
          </Form.Item>
        </SendForm>
      </div>
    </li>
  )
}

/** What is still to be known of us, to be answered right here. */
export const MissingFacts = ({
  missing,
  thing,
  mayState,
}: {
  readonly missing: readonly NeededFact[]
  readonly thing: string | null
  readonly mayState: boolean
}) => {
  const text = useWords(EXPLANATION_WORDS)
  const { language } = useLanguage()
  const say = useSay()
  const enterprise = useEnterpriseId()
  const [turned, setTurned] = useState<readonly Difference[] | null>(null)
  const ofEnterprise = (fact: string) =>
    fact.startsWith('enterprise.') || fact.startsWith('qualification.')
  return (
    <>
      {turned === null ? null : (
        <p className="notice good">
          {turned.length === 0 ? text.same : text.turned(turned.length)}
        </p>
      )}
      {turned === null || turned.length === 0 ? null : (
        <DifferenceList entries={turned} enterprise={enterprise} />
      )}
      {missing.length === 0 ? null : (
        <Part title={text.missing} note={text.missingSay} className="no-print">
          <ul className="rows">
            {missing.map((needed) =>
              mayState && (ofEnterprise(needed.fact) || thing !== null) ? (
                <MissingFact
                  key={`${needed.fact} ${needed.year ?? ''}`}
                  needed={needed}
                  thing={ofEnterprise(needed.fact) ? null : thing}
                  onAnswered={(found) => {
                    setTurned(found)
                    say(found.length === 0 ? text.same : text.turned(found.length))
                  }}
                />
              ) : (
                <li key={`${needed.fact} ${needed.year ?? ''}`}>{needed.name[language]}</li>
              ),
            )}
          </ul>
        </Part>
      )}
    </>
  )
}
