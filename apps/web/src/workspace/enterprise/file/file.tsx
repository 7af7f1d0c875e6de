import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import { groupFacts, type HeldFact, hasText } from '../../facts/fact-groups.ts'
import { FactTable } from '../../facts/fact-table.tsx'
import { FileHead } from '../../facts/file-head.tsx'
import { useEnterprise, useFacts } from '../../facts/use-file.ts'
import { useWords } from '../../frame/language.tsx'
import { mayAsMember, useMe } from '../../frame/me.ts'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { Consents } from './consents.tsx'
import { DeclareDialog } from './declare-dialog.tsx'
import { FactActions } from './fact-actions.tsx'
import { FILE_WORDS } from './file-words.ts'
import { PastAwards } from './past-awards.tsx'
import { Things } from './things.tsx'
import { Transfer } from './transfer.tsx'

const Facts = ({
  facts,
  mayState,
}: {
  readonly facts: readonly HeldFact[]
  readonly mayState: boolean
}) => {
  const text = useWords(FILE_WORDS)
  const enterprise = useEnterpriseId()
  const [typed, setTyped] = useState('')
  const [onlyConflicts, setOnlyConflicts] = useState(false)
  const wanted = useDeferredValue(typed.trim())
  const conflicts = facts.filter(({ isInConflict }) => isInConflict)
  const shown = (onlyConflicts ? conflicts : facts).filter((fact) => hasText(fact, wanted))
  if (facts.length === 0) return <Nothing>{text.empty}</Nothing>
  return (
    <>
      <div className="filters no-print">
        <SearchField label={text.find} value={typed} onType={setTyped} />
        {conflicts.length === 0 ? null : (
          <label className="tick">
            <input
              type="checkbox"
              checked={onlyConflicts}
              onChange={({ currentTarget }) => setOnlyConflicts(currentTarget.checked)}
            />
            {text.onlyConflicts(conflicts.length)}
          </label>
        )}
      </div>
      {shown.length === 0 ? <Nothing>{text.none}</Nothing> : null}
      {groupFacts(shown).map((group) => (
        <FactTable
          key={group.id}
          group={group}
          enterprise={enterprise}
          {...(mayState ? { actions: (fact) => <FactActions fact={fact} /> } : {})}
        />
      ))}
    </>
  )
}

/** The file of the enterprise: what is known of it, by whom, and how to put it right. */
export const Component = () => {
  const text = useWords(FILE_WORDS)
  const enterprise = useEnterpriseId()
  const mayState = mayAsMember(useMe(), 'state-facts', enterprise)
  const about = useEnterprise(enterprise)
  const facts = useFacts(enterprise)
  const [isDeclaring, setIsDeclaring] = useState(false)
  const declare = mayState ? (
    <Button type="primary" onClick={() => setIsDeclaring(true)}>
      {text.declare}
    </Button>
  ) : undefined
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>} actions={declare}>
      <Answer of={about}>{(found) => <FileHead enterprise={found} />}</Answer>
      <Answer of={facts}>{(entries) => <Facts facts={entries} mayState={mayState} />}</Answer>
      <Things mayState={mayState} />
      <PastAwards mayState={mayState} />
      <Consents mayState={mayState} />
      <Transfer mayState={mayState} />
      {isDeclaring ? <DeclareDialog held={null} onClose={() => setIsDeclaring(false)} /> : null}
    </Page>
  )
}
