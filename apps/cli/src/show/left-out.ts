import type { LeftOut, LeftOutReason } from '@huiqi/engine'
import type { Reader } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { paint } from './paint.ts'

const TEXT = {
  zh: {
    usedUp: (on: string) => `${on} 已享受`,
    against: (measure: string) => `与“${measure}”不能同享`,
    once: '只给一次，已计入另一项',
    nothing: '不增加合计',
    because: (claim: string, says: string) => `${claim}：${says}`,
  },
  en: {
    usedUp: (on: string) => `already received on ${on}`,
    against: (measure: string) => `not together with "${measure}"`,
    once: 'given once, counted for another',
    nothing: 'adds nothing to the total',
    because: (claim: string, says: string) => `${claim}: ${says}`,
  },
} as const

/** The name of a measure and of the thing it is for, from the key of its benefit. */
const nameOf = ({ rulebook, language }: Reader, key: string): string => {
  const [id = key] = key.split('#')
  return rulebook.measures.get(id)?.name[language] ?? id
}

const showReason = (reader: Reader, reason: LeftOutReason): string => {
  const { language } = reader
  const text = TEXT[language]
  switch (reason.kind) {
    case 'used-up':
      return reason.by.map(({ on }) => text.usedUp(on)).join(', ')
    case 'excluded': {
      const { says, provision } = reason.exclusion
      const claim = text.against(nameOf(reader, reason.chosen))
      return `${text.because(claim, says[language])} [${provision}]`
    }
    case 'granted-once':
      return text.once
    case 'group-full':
    case 'group-cap': {
      const group = reader.rulebook.stackingGroups.get(reason.group)
      return group ? `${group.says[language]} [${group.provision}]` : reason.group
    }
    case 'adds-nothing':
      return text.nothing
  }
}

/** A met benefit that is not in the best set, with every reason. */
export const showLeftOut = (io: Io, reader: Reader, leftOut: LeftOut): readonly string[] => [
  hang(io, `  ${paint(io, 'soft', '–')} `, nameOf(reader, leftOut.candidate.key)),
  hang(io, '    ', paint(io, 'soft', leftOut.candidate.measure)),
  ...leftOut.reasons.map((reason) =>
    hang(io, '    ', paint(io, 'soft', showReason(reader, reason))),
  ),
]
