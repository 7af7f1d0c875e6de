import { ConfigProvider, type ConfigProviderProps, theme as design, type ThemeConfig } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useLanguage } from './language.tsx'
import { PALETTES, type Palette } from './palette.ts'

/** What the reader wants: a light or a dark screen, or what the device says. */
export type Lighting = 'light' | 'dark' | 'system'

const KEPT_AS = 'huiqi-lighting'
const DARK = '(prefers-color-scheme: dark)'

interface LightingChoice {
  readonly lighting: Lighting
  readonly setLighting: (lighting: Lighting) => void
}

const LightingContext = createContext<LightingChoice>({
  lighting: 'system',
  setLighting: () => undefined,
})

const firstLighting = (): Lighting => {
  const kept = window.localStorage.getItem(KEPT_AS)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

const useDeviceIsDark = (): boolean => {
  const [isDark, setIsDark] = useState(() => window.matchMedia(DARK).matches)
  useEffect(() => {
    const media = window.matchMedia(DARK)
    const follow = () => setIsDark(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return isDark
}

const colour = (palette: Palette, name: string): string => palette[name] ?? ''

const themeOf = (palette: Palette, isDark: boolean): ThemeConfig => {
  const of = (name: string): string => colour(palette, name)
  return {
    algorithm: isDark ? design.darkAlgorithm : design.defaultAlgorithm,
    token: {
      colorPrimary: of('accent'),
      colorInfo: of('accent'),
      colorSuccess: of('good'),
      colorWarning: of('warn'),
      colorError: of('bad'),
      colorLink: of('accent'),
      colorLinkHover: of('accent'),
      colorText: of('ink'),
      colorTextHeading: of('ink'),
      colorTextSecondary: of('ink-soft'),
      colorTextTertiary: of('ink-soft'),
      colorTextQuaternary: of('ink-soft'),
      colorTextDescription: of('ink-soft'),
      colorTextPlaceholder: of('ink-soft'),
      colorTextDisabled: of('ink-soft'),
      colorBgLayout: of('paper'),
      colorBgContainer: of('sheet'),
      colorBgElevated: of('sheet'),
      colorBorder: of('line-strong'),
      colorBorderSecondary: of('line'),
      colorSplit: of('line'),
      colorTextLightSolid: of('accent-ink'),
      colorErrorText: of('bad'),
      fontFamily: 'var(--text)',
      fontSize: 16,
      lineHeight: 1.6,
      borderRadius: 6,
      controlHeight: 42,
      controlOutlineWidth: 3,
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Table: { headerBg: of('paper'), headerColor: of('ink-soft'), cellPaddingBlock: 12 },
      Tag: { defaultColor: of('ink') },
    },
  }
}

type Locale = NonNullable<ConfigProviderProps['locale']>

/** The words of Ant Design, however the module that has them is read. */
const localeIn = (found: Locale | { readonly default: Locale }): Locale =>
  'default' in found ? found.default : found

const nonceOf = (): string => {
  const carrier = document.querySelector('meta[property="csp-nonce"]')
  return carrier instanceof HTMLElement ? carrier.nonce : ''
}

const paint = (palette: Palette, isDark: boolean): void => {
  const { style } = document.documentElement
  for (const [name, value] of Object.entries(palette)) style.setProperty(`--${name}`, value)
  style.setProperty('color-scheme', isDark ? 'dark' : 'light')
}

/** Gives the screen its colours and Ant Design the same ones. */
export const LightingProvider = ({ children }: { readonly children: ReactNode }) => {
  const { language } = useLanguage()
  const [lighting, setLighting] = useState(firstLighting)
  const deviceIsDark = useDeviceIsDark()
  const isDark = lighting === 'system' ? deviceIsDark : lighting === 'dark'
  const palette = isDark ? PALETTES.dark : PALETTES.light
  useEffect(() => paint(palette, isDark), [palette, isDark])
  useEffect(() => window.localStorage.setItem(KEPT_AS, lighting), [lighting])
  const choice = useMemo(() => ({ lighting, setLighting }), [lighting])
  const theme = useMemo(() => themeOf(palette, isDark), [palette, isDark])
  const csp = useMemo(() => ({ nonce: nonceOf() }), [])
  return (
    <LightingContext.Provider value={choice}>
      <ConfigProvider
        theme={theme}
        csp={csp}
        locale={localeIn(language === 'zh' ? zhCN : enUS)}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        {children}
      </ConfigProvider>
    </LightingContext.Provider>
  )
}

/** Light, dark or as the device has it, and how to change it. */
export const useLighting = (): LightingChoice => useContext(LightingContext)
