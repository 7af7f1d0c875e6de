import { renderToStaticMarkup } from 'react-dom/server'
import { Document } from './document.tsx'
import type { Assets } from './head.tsx'
import type { Page, PageRequest } from './page.ts'
import { failurePage } from './pages/failure.tsx'
import { missingPage } from './pages/missing.tsx'
import { findRoute } from './routes.ts'

/** A page as text. */
export interface Rendered {
  readonly status: number
  readonly html: string
}

const toText = (request: PageRequest, page: Page, assets: Assets): Rendered => {
  const html = renderToStaticMarkup(<Document request={request} page={page} assets={assets} />)
  return { status: page.status, html: `<!doctype html>${html}` }
}

/** Renders the page that a browser asked for. */
export const render = async (request: PageRequest, assets: Assets): Promise<Rendered> => {
  const found = findRoute(request.path)
  const made = found === null ? null : await found.route.make(request, found.parts)
  return toText(request, made ?? missingPage(request), assets)
}

/** Renders what is shown when making a page has failed. */
export const renderFailure = (request: PageRequest, assets: Assets): Rendered =>
  toText(request, failurePage(request), assets)
