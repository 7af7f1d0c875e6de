import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'

const SHOWN_MS = 6000

const SayContext = createContext<(text: string) => void>(() => undefined)

/** Lets pages say in one line what has been done; screen readers read it out. */
export const SayProvider = ({ children }: { readonly children: ReactNode }) => {
  const [said, setSaid] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const say = useCallback((text: string) => {
    clearTimeout(timer.current)
    setSaid(text)
    timer.current = setTimeout(() => setSaid(''), SHOWN_MS)
  }, [])
  return (
    <SayContext.Provider value={say}>
      {children}
      <div className="said" role="status">
        {said === '' ? null : <p>{said}</p>}
      </div>
    </SayContext.Provider>
  )
}

/** Says in one line what has been done. */
export const useSay = (): ((text: string) => void) => useContext(SayContext)
