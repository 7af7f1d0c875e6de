import { Button } from 'antd'
import { useRef } from 'react'

/** A button that lets people choose one file. */
export const PickFile = ({
  label,
  accept,
  isBusy,
  onPick,
}: {
  readonly label: string
  readonly accept: string
  readonly isBusy: boolean
  readonly onPick: (file: File) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        className="for-ears"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file !== undefined) onPick(file)
          currentTarget.value = ''
        }}
      />
    </>
  )
}
