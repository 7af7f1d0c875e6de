import { type ReactNode, useId } from 'react'

/** A label over a control outside of a form; the control takes the id. */
export const Labelled = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) => {
  const id = useId()
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
