import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Client } from '@huiqi/client'
import type { Language } from '@huiqi/domain'

/** The built files of each program of the browser, by its source file. */
export type Assets = Readonly<
  Record<
    string,
    {
      readonly file: string
      readonly css?: readonly string[]
      readonly imports?: readonly string[]
    }
  >
>

/** What the built renderer is asked for. */
export interface PageRequest {
  readonly path: string
  readonly query: URLSearchParams
  readonly language: Language
  readonly client: Client
  /** Where browsers load the corpus from. */
  readonly corpusPath: string
  readonly today: string
  readonly publicUrl: string
  /** Whether enterprises and people are invented. */
  readonly isDemonstration: boolean
}

/** A page as text. */
export interface Rendered {
  readonly status: number
  readonly html: string
}

/** The web app as it was built. */
export interface WebBuild {
  readonly assets: Assets
  /** The folder whose files browsers load. */
  readonly folder: string
  readonly render: (request: PageRequest, assets: Assets) => Promise<Rendered>
  /** The page shown when making a page has failed. */
  readonly renderFailure: (request: PageRequest, assets: Assets) => Rendered
}

/** The built web app of a folder; null when it has not been built. */
export const loadWebBuild = async (webFolder: string): Promise<WebBuild | null> => {
  const renderer = path.resolve(webFolder, 'server', 'render.js')
  const folder = path.resolve(webFolder, 'client')
  if (!existsSync(renderer)) return null
  const { render, renderFailure } = await import(pathToFileURL(renderer).href)
  const manifest = path.join(folder, '.vite', 'manifest.json')
  return { assets: JSON.parse(readFileSync(manifest, 'utf8')), folder, render, renderFailure }
}
