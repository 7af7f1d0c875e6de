import { Button, ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { inBoth, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: { close: '关闭' },
  en: { close: 'Close' },
})

/** A dialog over the page: in the middle, or at the side for what is long. Exists as long as it is open. */
export const Dialog = ({
  title,
  onClose,
  place = 'middle',
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly place?: 'middle' | 'side'
  readonly children: ReactNode
}) => {
  const { close } = useWords(WORDS)
  const id = useId()
  const frame = useRef<HTMLDialogElement>(null)
  useEffect(() => frame.current?.showModal(), [])
  return (
    <dialog ref={frame} className={`dialog ${place}`} aria-labelledby={id} onClose={onClose}>
      <ConfigProvider getPopupContainer={() => frame.current ?? document.body}>
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button type="text" onClick={() => frame.current?.close()}>
            {close}
          </Button>
        </header>
        <div className="dialog-body">{children}</div>
      </ConfigProvider>
    </dialog>
  )
}
