import { cpus, totalmem } from 'node:os'

/** What a figure was measured on. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
}

/** The machine that this runs on, without its name. */
export const thisMachine = (): Machine => {
  const all = cpus()
  return {
    processor: all[0]?.model.trim() ?? 'unknown processor',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
}
