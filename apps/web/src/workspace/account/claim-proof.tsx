import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerOf, client } from '../frame/api.ts'
import { useWords } from '../frame/language.tsx'
import { Moment } from '../ui/figures.tsx'
import { useSay } from '../ui/say.tsx'
import { SendForm } from '../ui/send-form.tsx'
import { CLAIM_WORDS } from './claim-words.ts'
import { CodeField } from './code-field.tsx'

/** A claim as its maker sees it. */
export type Claim = components['schemas']['Claim']

/** The code that went to the registered contact. */
export const ClaimProof = ({
  claim,
  children,
}: {
  readonly claim: Claim
  readonly children: ReactNode
}) => {
  const text = useWords(CLAIM_WORDS)
  const say = useSay()
  const queries = useQueryClient()
  const params = { path: { id: claim.id } }
  return (
    <div className="narrow">
      <p>
        {claim.sentTo === null ? null : text.sentTo(claim.sentTo)}{' '}
        {claim.expiresAt === null ? null : (
          <>
            {text.validUntil} <Moment at={claim.expiresAt} />
          </>
        )}
      </p>
      <SendForm
        initial={{ code: '' }}
        submit={text.prove}
        send={(body) => answerOf(client.POST('/api/v1/claims/{id}/proof', { params, body }))}
        onDone={() => {
          say(text.proved)
          return queries.invalidateQueries()
        }}
        other={children}
      >
        <CodeField />
      </SendForm>
    </div>
  )
}
