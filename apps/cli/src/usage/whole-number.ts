import { InvalidArgumentError } from 'commander'

/** Reads a whole number within bounds; digits may be grouped. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const digits = text.replace(/(?<=\d)[,_](?=\d{3})/g, '')
    const number = Number(digits)
    if (/^\d+$/.test(digits) && number >= least && number <= most) return number
    throw new InvalidArgumentError(`${least}–${most}`)
  }
