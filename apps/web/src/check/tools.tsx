import { useId, useState } from 'react'
import { type Answers, isEmpty } from './answers.ts'
import { useCheck } from './check-context.ts'
import { toFragment } from './fragment.ts'

const addressWith = (fragment: string): string =>
  `${location.origin}${location.pathname}#${fragment}`

const Share = ({ answers }: { readonly answers: Answers }) => {
  const { text } = useCheck()
  const [link, setLink] = useState<{ readonly of: Answers; readonly address: string } | null>(null)
  const [isCopied, setCopied] = useState(false)
  const id = useId()
  const make = async (): Promise<void> => {
    setCopied(false)
    setLink({ of: answers, address: addressWith(await toFragment(answers)) })
  }
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  const isCurrent = link?.of === answers
  return (
    <>
      <button type="button" className="button quiet" onClick={make} disabled={isEmpty(answers)}>
        {text.share}
      </button>
      {link !== null && isCurrent ? (
        <div className="share">
          <label htmlFor={id}>{text.link}</label>
          <input
            id={id}
            readOnly
            value={link.address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" className="link-button" onClick={() => copy(link.address)}>
            {text.copy}
          </button>
          <span role="status">{isCopied ? text.copied : ''}</span>
          <p className="soft small">{text.shareSay}</p>
        </div>
      ) : null}
    </>
  )
}

const Forget = ({ onForget }: { readonly onForget: () => void }) => {
  const { text } = useCheck()
  const [isAsked, setAsked] = useState(false)
  return (
    <button
      type="button"
      className={isAsked ? 'button danger' : 'button quiet'}
      onBlur={() => setAsked(false)}
      onClick={() => {
        setAsked(!isAsked)
        if (isAsked) onForget()
      }}
    >
      {isAsked ? text.forgetAsk : text.forget}
    </button>
  )
}

/** Print, share, forget. */
export const Tools = ({
  answers,
  onForget,
}: {
  readonly answers: Answers
  readonly onForget: () => void
}) => {
  const { text } = useCheck()
  return (
    <section className="side-part no-print" aria-label={text.tools}>
      <h2>{text.tools}</h2>
      <div className="tool-list">
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {text.print}
        </button>
        <Share answers={answers} />
        <Forget onForget={onForget} />
      </div>
      <p className="soft small">{text.privacy}</p>
    </section>
  )
}
