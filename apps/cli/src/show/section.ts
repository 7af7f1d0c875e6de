import type { Io } from '../io.ts'
import { paint } from './paint.ts'

/** A titled part of a page with a blank line above; nothing when it has no lines. */
export const section = (io: Io, title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', paint(io, 'strong', title), ...lines]
