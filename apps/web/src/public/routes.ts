import type { MakePage } from './page.ts'
import { aboutPage } from './pages/about.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { calendarPage } from './pages/calendar.tsx'
import { checkPage } from './pages/check.tsx'
import { homePage } from './pages/home.tsx'
import { instrumentPage, instrumentsPage } from './pages/instruments.tsx'
import { measurePage } from './pages/measure.tsx'
import { measuresPage } from './pages/measures.tsx'
import { offlinePage } from './pages/offline.tsx'
import { privacyPage } from './pages/privacy.ts'

/** A path of the public window; `:name` is one part, `*name` the rest. */
export interface Route {
  readonly pattern: string
  readonly make: MakePage
}

/** Every public page. */
export const ROUTES: readonly Route[] = [
  { pattern: '/', make: homePage },
  { pattern: '/measures', make: measuresPage },
  { pattern: '/measures/*id', make: measurePage },
  { pattern: '/instruments', make: instrumentsPage },
  { pattern: '/instruments/*id', make: instrumentPage },
  { pattern: '/calendar', make: calendarPage },
  { pattern: '/check', make: checkPage },
  { pattern: '/about', make: aboutPage },
  { pattern: '/privacy', make: privacyPage },
  { pattern: '/accessibility', make: accessibilityPage },
  { pattern: '/offline', make: offlinePage },
]

const partsOf = (pattern: string, path: string): Readonly<Record<string, string>> | null => {
  const source = pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)').replaceAll(/\*(\w+)/g, '(?<$1>.+)')
  const found = new RegExp(`^${source}$`).exec(path)
  return found === null ? null : { ...found.groups }
}

/** The route of a path with its parts; null when no page is there. */
export const findRoute = (
  path: string,
): { readonly route: Route; readonly parts: Readonly<Record<string, string>> } | null => {
  for (const route of ROUTES) {
    const parts = partsOf(route.pattern, path)
    if (parts !== null) return { route, parts }
  }
  return null
}
