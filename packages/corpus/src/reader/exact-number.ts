/** A number as YAML and JSON files may write it: no exponents, no other bases. */
export const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** The number of a text, where the double writes back the same characters; the text otherwise. */
export const toExactNumber = (text: string): number | string => {
  const number = Number(text)
  return NUMBER.test(text) && String(number) === text ? number : text
}
