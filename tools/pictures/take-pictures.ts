import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { ROOT } from '../repository.ts'
import { PICTURED, type Pictured, type Viewer } from './pages.ts'
import { listPicturesShown } from './pictures-shown.ts'
import { startDemonstration } from './running-demonstration.ts'

/**
 * Takes the pictures that the documents show, from a demonstration of its own: `npm run screenshots`. With
 * `-- --all` every page in both languages, light and dark, wide and on a phone; `--out FOLDER` puts them elsewhere.
 */
const PHONE = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 860 }

/** How a page is looked at; the wide light one has no name of its own. */
const LOOKS = [
  { name: '', colorScheme: 'light', viewport: WIDE },
  { name: '.dark', colorScheme: 'dark', viewport: WIDE },
  { name: '.phone', colorScheme: 'light', viewport: PHONE },
  { name: '.phone-dark', colorScheme: 'dark', viewport: PHONE },
] as const

const LANGUAGES = ['zh', 'en'] as const
const VIEWERS = [null, 'owner', 'city'] as const
const KILOBYTE = 1024
const QUALITY = 60
const STILL =
  '*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important }'

interface Window {
  readonly context: BrowserContext
  readonly enterprise: string
  readonly batch: string
}

interface Json {
  readonly demonstration: { readonly password: string }
  readonly memberships: readonly { readonly enterprise: { readonly id: string } }[]
  readonly entries: readonly { readonly id: string; readonly state: string }[]
}

const readJson = async (context: BrowserContext, url: string): Promise<Json> =>
  JSON.parse(await (await context.request.get(url)).text())

const signIn = async (
  context: BrowserContext,
  address: string,
  viewer: NonNullable<Viewer>,
): Promise<Omit<Window, 'context'>> => {
  const { demonstration } = await readJson(context, `${address}/api/v1/demonstration`)
  await context.request.post(`${address}/api/v1/session`, {
    data: { email: `${viewer}@huiqi.example`, password: demonstration.password },
    headers: { origin: address },
  })
  const { memberships } = await readJson(context, `${address}/api/v1/me`)
  const enterprise = memberships[0]?.enterprise.id ?? ''
  if (viewer === 'owner') return { enterprise, batch: '' }
  const { entries } = await readJson(context, `${address}/api/v1/imports`)
  return { enterprise, batch: entries.find(({ state }) => state === 'refused')?.id ?? '' }
}

const take = async (page: Page, file: string): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
  })
  await session.detach()
  const picture = Buffer.from(data, 'base64')
  writeFileSync(file, picture)
  return picture.length
}

const show = async (page: Page, url: string, { ready }: Pictured): Promise<void> => {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator(ready).first().waitFor()
  await page.locator('.loading').first().waitFor({ state: 'detached' })
  await page.addStyleTag({ content: STILL })
  await page.evaluate('document.fonts.ready')
}

const openWindow = async (
  browser: Browser,
  {
    address,
    viewer,
    look,
  }: { readonly address: string; readonly viewer: Viewer; readonly look: (typeof LOOKS)[number] },
): Promise<Window> => {
  const { colorScheme, viewport } = look
  const context = await browser.newContext({
    colorScheme,
    viewport,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    bypassCSP: true,
  })
  const nobody = { enterprise: '', batch: '' }
  return { context, ...(viewer === null ? nobody : await signIn(context, address, viewer)) }
}

/** Leaves no answers behind for the next picture. */
const forget = async (page: Page): Promise<void> => {
  if (page.url() !== 'about:blank') await page.evaluate('localStorage.clear()')
  await page.goto('about:blank')
}

interface Errand {
  readonly browser: Browser
  readonly address: string
  readonly folder: string
  /** Whether a picture of this name is wanted. */
  readonly isWanted: (name: string) => boolean
}

/** Takes the wanted pictures of one look and one viewer and says how many bytes they have. */
const takeSome = async (
  { browser, address, folder, isWanted }: Errand,
  { look, viewer }: { readonly look: (typeof LOOKS)[number]; readonly viewer: Viewer },
): Promise<number> => {
  const wanted = PICTURED.filter((each) => each.viewer === viewer).flatMap((pictured) =>
    LANGUAGES.map((language) => ({
      pictured,
      language,
      name: `${pictured.name}.${language}${look.name}.webp`,
    })),
  )
  const { context, enterprise, batch } = await openWindow(browser, { address, viewer, look })
  const page = await context.newPage()
  let bytes = 0
  for (const { pictured, language, name } of wanted.filter((each) => isWanted(each.name))) {
    await forget(page)
    const place = pictured.path(language, enterprise).replace('IMPORT', batch)
    await show(page, address + place, pictured)
    const size = await take(page, path.join(folder, name))
    console.log(`${name.padEnd(28)}${String(Math.round(size / KILOBYTE)).padStart(4)} kB`)
    bytes += size
  }
  await context.close()
  return bytes
}

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    out: { type: 'string', default: 'docs/pictures' },
  },
})
const shown = new Set(listPicturesShown())
const folder = path.resolve(ROOT, values.out)
mkdirSync(folder, { recursive: true })
const demonstration = await startDemonstration()
const browser = await chromium.launch({
  executablePath: process.env.HUIQI_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb'],
})
const errand: Errand = {
  browser,
  address: demonstration.address,
  folder,
  isWanted: (name) => values.all || shown.has(name),
}
try {
  let bytes = 0
  for (const look of LOOKS) {
    for (const viewer of VIEWERS) bytes += await takeSome(errand, { look, viewer })
  }
  console.log(`${(bytes / KILOBYTE / KILOBYTE).toFixed(2)} MB in all`)
} finally {
  await browser.close()
  await demonstration.stop()
}
