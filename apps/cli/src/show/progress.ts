import type { Io } from '../io.ts'

const WIDTH = 30

/** A progress bar on the error stream; silent when no person is there. */
export interface ProgressBar {
  readonly show: (done: number, of: number) => void
  readonly clear: () => void
}

const SILENT: ProgressBar = { show: () => undefined, clear: () => undefined }

export const progressBar = (io: Io, label: string): ProgressBar => {
  if (io.terminal === null) return SILENT
  return {
    show: (done, of) => {
      const full = of === 0 ? WIDTH : Math.round((done / of) * WIDTH)
      io.err(`\r${label} ${'█'.repeat(full)}${'·'.repeat(WIDTH - full)} ${done}/${of}`)
    },
    clear: () => io.err('\r\u001b[2K'),
  }
}
