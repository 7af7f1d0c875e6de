import type { Verdict } from '@huiqi/engine'
import { findFailing, showDistance } from '@huiqi/wording'
import { useCheck } from './check-context.ts'
import { RuleLink } from './rule-link.tsx'

/** Why an unmet verdict is unmet: what fails, by how much, by which provision. */
export const FailingList = ({ verdict }: { readonly verdict: Verdict }) => {
  const { reader, language } = useCheck()
  return (
    <ul className="failing">
      {findFailing(verdict).map((leaf) => {
        const distance = showDistance(reader, leaf)
        return (
          <li key={leaf.path} className="small">
            {leaf.says[language]}
            {distance === null ? null : <span className="tone-bad"> — {distance}</span>}{' '}
            <RuleLink provision={leaf.provision} instrument={verdict.measure.instrument} />
          </li>
        )
      })}
    </ul>
  )
}
