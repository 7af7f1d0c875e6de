import { Input } from 'antd'
import { Labelled } from './labelled.tsx'

/** A labelled field in which people type what a list is to be searched for. */
export const SearchField = ({
  label,
  value,
  onType,
}: {
  readonly label: string
  readonly value: string
  readonly onType: (typed: string) => void
}) => (
  <Labelled label={label}>
    {(id) => (
      <Input
        id={id}
        type="search"
        value={value}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    )}
  </Labelled>
)
