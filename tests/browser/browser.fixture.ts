import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
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

/** Opens a path in a window of its own, with nothing kept from earlier visits. */
export const visit = async (
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> => {
  const context = await browser.newContext(options)
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

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page, one line each. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}
