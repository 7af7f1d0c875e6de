import { type ReactNode, useState } from 'react'
import { usePrinting } from './use-printing.ts'

/** A part that opens on demand; what is inside is made only then. */
export const Fold = ({
  title,
  count,
  children,
  className = 'fold',
}: {
  readonly title: ReactNode
  readonly count?: number
  readonly children: () => ReactNode
  readonly className?: string
}) => {
  const [isOpen, setOpen] = useState(false)
  const isPrinting = usePrinting()
  return (
    <details
      className={className}
      open={isOpen || isPrinting}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {title}
        {count === undefined ? null : <span className="count"> {count}</span>}
      </summary>
      {isOpen || isPrinting ? children() : null}
    </details>
  )
}
