import type { Scalar } from 'yaml'

const WHITESPACE = /\s/

const contentStart = (text: string, scalar: Scalar): number => {
  const start = scalar.range?.[0] ?? 0
  if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') {
    const lineEnd = text.indexOf('\n', start)
    return lineEnd === -1 ? start : lineEnd + 1
  }
  return scalar.type === 'PLAIN' ? start : start + 1
}

const skipWhitespace = (text: string, from: number): number => {
  let at = from
  while (at < text.length && WHITESPACE.test(text.charAt(at))) at += 1
  return at
}

/**
 * The offset in the file of the character `index` of a scalar's value, through folding, indentation
 * and quotes: characters are matched in order, runs of white space match each other.
 */
export const alignOffset = (text: string, scalar: Scalar, index: number): number => {
  const value = String(scalar.value)
  let at = skipWhitespace(text, contentStart(text, scalar))
  const end = scalar.range?.[1] ?? text.length
  for (let i = 0; i < Math.min(index, value.length) && at < end; i += 1) {
    const character = value.charAt(i)
    if (WHITESPACE.test(character)) {
      const isRunStart = !WHITESPACE.test(value.charAt(i + 1))
      at = isRunStart ? skipWhitespace(text, at) : at
      continue
    }
    while (at < end && text.charAt(at) !== character) at += 1
    at += scalar.type === 'QUOTE_SINGLE' && character === "'" ? 2 : 1
  }
  return Math.min(skipWhitespace(text, at), end)
}
