import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import { inject } from 'vitest'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium; HUIQI_CHROMIUM says where it is when not at its usual place. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.HUIQI_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  })

/** A request that a page made. */
export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly body: string
}

/** A page with everything it asked for and complained of. */
export interface Visit {
  readonly page: Page
  readonly requests: readonly SeenRequest[]
  readonly complaints: readonly string[]
}

/** The whole address of a path of the service. */
export const addressOf = (path: string): string => inject('serviceAddress') + path

/** Opens a path in a further page of a window. */
export const visitIn = async (context: BrowserContext, path: string): Promise<Visit> => {
  const page = await context.newPage()
  const requests: SeenRequest[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    requests.push({
      method: request.method(),
      url: request.url(),
      body: request.postData() ?? '',
    })
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(addressOf(path), { waitUntil: 'load' })
  return { page, requests, complaints }
}

/** Without movement: what is looked at is as it will stay. */
const STILL = { reducedMotion: 'reduce' } as const

/** Opens a window with nothing kept from earlier visits. */
export const openWindow = (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => browser.newContext({ ...STILL, ...options })

/** Opens a path in a window of its own. */
export const visit = async (
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> => visitIn(await openWindow(browser, options), path)

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page, one line each. There are no frames of other origins, so one page is enough for it. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations } = await builder.setLegacyMode(true).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

/** A look of a page: lighting and the size of the window. */
interface Look {
  readonly colorScheme: 'light' | 'dark'
  readonly viewport: { readonly width: number; readonly height: number }
}

const LOOKS: readonly Look[] = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 800 } },
]

const WIDTH_OF_NARROWEST = 320

/** What is wrong with how a page looks: axe's findings, wide in light and narrow in dark, and what does not fit a phone. */
export const lookFindings = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const { colorScheme, viewport } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    for (const finding of await axeFindings(page)) found.push(`${colorScheme}: ${finding}`)
  }
  await page.setViewportSize({ width: WIDTH_OF_NARROWEST, height: 800 })
  const width = await page.evaluate('document.documentElement.scrollWidth')
  if (width !== WIDTH_OF_NARROWEST) found.push(`${width} wide in ${WIDTH_OF_NARROWEST}`)
  return found
}

const HAN = /\p{Script=Han}/u
/** Elements whose words belong to another language, marked as such, or are not on the screen. */
const NOT_OF_THE_PAGE = '[lang]:not(html), .seal, option, script, code'

/** The lines of an English page that hold Chinese words outside of what is marked as Chinese. */
export const chineseLines = async (page: Page): Promise<readonly string[]> => {
  const text = await page.evaluate<string>(`(() => {
    const copy = document.body.cloneNode(true)
    copy.querySelectorAll('${NOT_OF_THE_PAGE}').forEach((element) => element.remove())
    document.body.after(copy)
    const text = copy.innerText
    copy.remove()
    return text
  })()`)
  const numbers = /〔\d{4}〕|令第\d+号/
  return text.split('\n').filter((line) => HAN.test(line) && !numbers.test(line))
}

const KEYS_AT_MOST = 120

/** Moves the focus with the Tab key until it is at an element. Throws when it never gets there. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let pressed = 0; pressed < KEYS_AT_MOST; pressed += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element.matches(':focus'))) return
  }
  throw new Error(`the Tab key does not lead to ${target}`)
}

/** Whether the element that has the focus, or the frame right around it, shows it by an outline or a shadow. */
export const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const at = document.activeElement
    if (at === null || !at.matches(':focus-visible')) return false
    return [at, at.parentElement].some((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
  })()`)

/** What a page loaded, in bytes as they came over the line. */
export interface Weight {
  readonly script: number
  readonly style: number
  /** Every request of the page, its own included. */
  readonly requests: number
}

/** What a page weighs that was opened in a window of its own. */
export const weightOf = (page: Page): Promise<Weight> =>
  page.evaluate<Weight>(`(() => {
    const loaded = performance.getEntriesByType('resource')
    const sum = (ending) => loaded
      .filter(({ name }) => new URL(name).pathname.endsWith(ending))
      .reduce((bytes, entry) => bytes + entry.encodedBodySize, 0)
    return { script: sum('.js'), style: sum('.css'), requests: loaded.length + 1 }
  })()`)
