import { Button } from 'antd'
import { useState } from 'react'
import type { HeldFact } from '../../facts/fact-groups.ts'
import { answerOf, client } from '../../frame/api.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { useSay } from '../../ui/say.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'
import { DeclareDialog } from './declare-dialog.tsx'
import { FILE_WORDS } from './file-words.ts'

/** Corrects a fact, or takes the own word on it back. */
export const FactActions = ({ fact }: { readonly fact: HeldFact }) => {
  const text = useWords(FILE_WORDS)
  const { language } = useLanguage()
  const say = useSay()
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const [isCorrecting, setIsCorrecting] = useState(false)
  const name = fact.name[language]
  const { ownStatement } = fact
  return (
    <>
      <Button size="small" aria-label={text.correctOf(name)} onClick={() => setIsCorrecting(true)}>
        {text.correct}
      </Button>
      {ownStatement === null ? null : (
        <ConfirmButton
          label={text.undo}
          question={text.undoOf(name)}
          size="small"
          act={() =>
            answerOf(
              client.POST('/api/v1/enterprises/{enterprise}/statements/{statement}/undo', {
                params: { path: { enterprise, statement: ownStatement } },
              }),
            )
          }
          onDone={() => {
            say(text.undone)
            return refresh()
          }}
        >
          <p>{text.undoSay}</p>
        </ConfirmButton>
      )}
      {isCorrecting ? <DeclareDialog held={fact} onClose={() => setIsCorrecting(false)} /> : null}
    </>
  )
}
