import type { components } from '@huiqi/client'
import { GRADES } from '../../facts/grade-words.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { Nothing } from '../../ui/answer.tsx'
import { Part } from '../../ui/page.tsx'
import { EXPLANATION_WORDS } from './explanation-words.ts'
import { Use } from './trace.tsx'

type Explanation = components['schemas']['Explanation']

/** The papers that the measure asks for, and whether what the file holds is proved well enough. */
export const Evidence = ({ evidence }: { readonly evidence: Explanation['evidence'] }) => {
  const text = useWords(EXPLANATION_WORDS)
  const grades = useWords(GRADES)
  const { language } = useLanguage()
  return (
    <Part title={text.evidence}>
      {evidence.length === 0 ? (
        <Nothing>{text.noEvidence}</Nothing>
      ) : (
        <ul className="rows">
          {evidence.map(({ id, name, grade, weak }) => (
            <li key={id}>
              <div className="wide">
                <strong>{name[language]}</strong>{' '}
                {weak.length === 0 ? (
                  <span className="mark good">{text.evidenceOk}</span>
                ) : (
                  <>
                    <p className="soft">{text.evidenceWeak(grade)}</p>
                    <ul className="uses">
                      {weak.map((use) => (
                        <li key={`${use.fact} ${use.year ?? ''}`}>
                          <Use use={use} />
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </div>
              <span className="soft">{grades[grade]}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
