/** The events of a worker that answers for the network, as far as this one needs them. */
interface Waiting {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface Fetching extends Waiting {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}

interface Told extends Waiting {
  readonly data: unknown
}

interface Worker {
  addEventListener(name: 'install' | 'activate', listen: (event: Waiting) => void): void
  addEventListener(name: 'fetch', listen: (event: Fetching) => void): void
  addEventListener(name: 'message', listen: (event: Told) => void): void
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
}

declare const self: Worker

const SHELF = 'huiqi-1'
const OFFLINE = ['/offline', '/en/offline']
const PROGRAM = /^\/(?:assets|corpus)\//
const CHECKS = ['/check', '/en/check']

const assetsIn = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].flatMap(([, path]) => path ?? [])

const keepPage = async (path: string): Promise<void> => {
  const shelf = await caches.open(SHELF)
  const page = await fetch(path)
  const assets = assetsIn(await page.clone().text())
  await shelf.put(path, page)
  await shelf.addAll(assets)
}

const forgetOthers = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)))
}

/** Keeps what a check has loaded, and no programs of an earlier build. */
const keepAll = async (paths: readonly string[]): Promise<void> => {
  const shelf = await caches.open(SHELF)
  for (const path of paths) {
    const isPage = CHECKS.includes(path)
    if (isPage || (await shelf.match(path)) === undefined) await shelf.add(path)
  }
  for (const request of await shelf.keys()) {
    const { pathname } = new URL(request.url)
    if (PROGRAM.test(pathname) && !paths.includes(pathname)) await shelf.delete(request)
  }
}

const kept = async (path: string): Promise<Response | undefined> =>
  (await caches.open(SHELF)).match(path, { ignoreSearch: true })

const pageOf = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const { pathname } = new URL(request.url)
    const offline = pathname === '/en' || pathname.startsWith('/en/') ? OFFLINE[1] : OFFLINE[0]
    const own = CHECKS.includes(pathname) ? await kept(pathname) : undefined
    const page = own ?? (await kept(offline ?? ''))
    if (page === undefined) throw error
    return page
  }
}

const fileOf = async (request: Request): Promise<Response> =>
  (await kept(new URL(request.url).pathname)) ?? fetch(request)

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(OFFLINE.map(keepPage)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  const { data } = event
  const keep = typeof data === 'object' && data !== null && 'keep' in data ? data.keep : null
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep.map(String)))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (PROGRAM.test(pathname)) event.respondWith(fileOf(request))
})

export {}
