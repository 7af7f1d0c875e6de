import type { components } from '@huiqi/client'
import { useLanguage } from '../frame/language.tsx'
import { Provision } from './provision.tsx'
import { splitReason } from './reason-text.ts'

/** Why a verdict is as it is, each reason with its provision. */
export const Reasons = ({
  reasons,
  instrument,
}: {
  readonly reasons: readonly components['schemas']['Bilingual'][]
  readonly instrument: string
}) => {
  const { language } = useLanguage()
  if (reasons.length === 0) return null
  return (
    <ul className="reasons">
      {reasons.map((reason) => {
        const { says, provision } = splitReason(reason[language])
        return (
          <li key={reason.zh}>
            {says}{' '}
            {provision === null ? null : (
              <Provision instrument={instrument} provision={provision} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
