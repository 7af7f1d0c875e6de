import tokens from '../../public/styles/tokens.css?raw'

/** The colours of the public window by the names of its tokens, without the dashes. */
export type Palette = Readonly<Record<string, string>>

const COLOUR = /--([\w-]+):\s*(#[0-9a-f]{3,8})/g

const coloursIn = (css: string): Palette =>
  Object.fromEntries([...css.matchAll(COLOUR)].map(([, name, colour]) => [name, colour]))

/** The palettes of a stylesheet whose part for dark screens comes last. */
export const palettesIn = (css: string): { readonly light: Palette; readonly dark: Palette } => {
  const [first = '', ...rest] = css.split('@media (prefers-color-scheme: dark)')
  const light = coloursIn(first)
  return { light, dark: { ...light, ...coloursIn(rest.join('')) } }
}

/** The one visual identity, for light and for dark screens. */
export const PALETTES = palettesIn(tokens)
