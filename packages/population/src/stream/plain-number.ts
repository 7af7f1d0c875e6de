const NUMBER = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/

/** The text of a JSON number without an exponent; other texts stay as they are. */
export const plainNumber = (text: string): string => {
  const [, sign, whole = '', fraction = '', exponent] = NUMBER.exec(text) ?? []
  if (exponent === undefined) return text
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  const padded = digits.padStart(digits.length - Math.min(0, point), '0').padEnd(point, '0')
  const place = Math.max(0, point)
  const front = padded.slice(0, place).replace(/^0+(?=\d)/, '') || '0'
  const back = padded.slice(place).replace(/0+$/, '')
  return `${sign}${front}${back === '' ? '' : `.${back}`}`
}
