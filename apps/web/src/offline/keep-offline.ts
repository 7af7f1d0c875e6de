/** Lets the worker answer with what it has kept when there is no network. */
export const keepOffline = (): void => {
  if (!('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/offline-worker.js').catch(() => {
      console.info('pages are not kept for use without the network')
    })
  })
}

/** Asks the worker to keep this page with all it has loaded. */
export const keepThisPage = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin }) => origin === location.origin)
  const paths = own.map(({ pathname }) => pathname)
  active?.postMessage({ keep: [location.pathname, ...paths.filter(isProgram)] })
}

const isProgram = (path: string): boolean =>
  path.startsWith('/assets/') || path.startsWith('/corpus/')
