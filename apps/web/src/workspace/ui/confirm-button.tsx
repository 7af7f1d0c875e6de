import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { inBoth, useWords } from '../frame/language.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'

const WORDS = inBoth({
  zh: { leave: '不了' },
  en: { leave: 'No, leave it' },
})

/** A button for something that is not easily taken back: it asks first, and says why it could not be done. */
export const ConfirmButton = ({
  label,
  question,
  kind = 'danger',
  size = 'middle',
  act,
  onDone,
  children,
}: {
  readonly label: string
  readonly question: string
  /** Whether something is lost by it. */
  readonly kind?: 'danger' | 'plain'
  readonly size?: 'small' | 'middle'
  readonly act: () => Promise<unknown>
  readonly onDone: () => unknown
  readonly children?: ReactNode
}) => {
  const { leave } = useWords(WORDS)
  const [isAsking, setIsAsking] = useState(false)
  const acting = useMutation({
    mutationFn: act,
    onSuccess: () => {
      setIsAsking(false)
      return onDone()
    },
  })
  return (
    <>
      <Button size={size} danger={kind === 'danger'} onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      {isAsking ? (
        <Dialog title={question} onClose={() => setIsAsking(false)}>
          {children}
          {acting.error === null ? null : <ProblemNote error={acting.error} />}
          <div className="form-actions">
            <Button
              type="primary"
              danger={kind === 'danger'}
              loading={acting.isPending}
              onClick={() => acting.mutate()}
            >
              {label}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{leave}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
