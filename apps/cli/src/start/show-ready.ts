import type { Demonstration } from '@huiqi/contract'
import type { RunningServer } from '@huiqi/server'
import type { Io } from '../io.ts'
import { widthOf } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { START_TEXT } from './start-text.ts'

const GAP = 2
const LOOPBACK = /^https?:\/\/(?:127\.|localhost|\[::1\])/

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(width - widthOf(text), 0))

type Reader = Pick<Io, 'language' | 'isColored'>

const showSignIns = (io: Reader, { signIns }: Demonstration): string => {
  const { heads } = START_TEXT[io.language]
  const rows = signIns.map(({ email, role }) => [role[io.language], email] as const)
  const width = GAP + Math.max(...[heads.role, ...rows.map(([role]) => role)].map(widthOf))
  const head = paint(io, 'soft', `  ${pad(heads.role, width)}${heads.email}`)
  return [head, ...rows.map(([role, email]) => `  ${pad(role, width)}${email}`)].join('\n')
}

/** The address and, with a demonstration, as whom one can sign in. */
export const showReady = (
  io: Reader,
  {
    address,
    demonstration,
    elsewhere,
  }: Pick<RunningServer, 'address' | 'demonstration' | 'elsewhere'>,
): string => {
  const text = START_TEXT[io.language]
  const place = elsewhere === null ? [] : [text.elsewhere(elsewhere)]
  const ready = [paint(io, 'good', text.ready(address)), ...place]
  if (demonstration === null) return `${ready.join('\n')}\n`
  const enterprises = demonstration.enterprises.toLocaleString('en-US')
  const lines = [
    ...ready,
    '',
    text.demonstration(enterprises, demonstration.madeOn),
    showSignIns(io, demonstration),
    text.password(demonstration.password),
    ...(LOOPBACK.test(address) ? [] : [paint(io, 'warn', text.open)]),
  ]
  return `${lines.join('\n')}\n`
}
