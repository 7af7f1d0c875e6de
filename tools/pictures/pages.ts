import { deflateRawSync } from 'node:zlib'

/** As whom a page is looked at; null: a visitor. */
export type Viewer = 'owner' | 'city' | null

/** A page of which pictures are taken. */
export interface Pictured {
  /** The beginning of the names of its files. */
  readonly name: string
  readonly viewer: Viewer
  /** From the root, in the language; `enterprise` is the viewer's first one. */
  readonly path: (language: 'zh' | 'en', enterprise: string) => string
  /** What is there once the page is drawn. */
  readonly ready: string
}

const ANSWERS = {
  facts: [
    ['enterprise.is_registered_in_shanghai', null, null, true],
    ['enterprise.four_above_first_on', null, null, '2025-03-01'],
    ['enterprise.rd_spending', 2024, null, '432100000'],
    ['qualification.high_tech.granted_on', null, null, '2023-11-18'],
    ['qualification.high_tech.valid_until', null, null, '2026-11-17'],
  ],
  things: [],
  without: ['exhibition', 'cluster'],
  unknown: [],
}

/** What a share link carries: the answers of an invented enterprise. */
const FRAGMENT = `v1.${deflateRawSync(JSON.stringify(ANSWERS)).toString('base64url')}`

const open = (path: string) => (language: 'zh' | 'en') =>
  language === 'zh' ? path : `/en${path}`.replace(/\/$/, '')

const signedIn = (path: string) => (language: 'zh' | 'en', enterprise: string) =>
  `/workspace${path.replace('ENTERPRISE', enterprise)}?lang=${language}`

const SEARCH = { zh: encodeURIComponent('算力'), en: 'computing%20power' }

/** The ten main pages, in the order in which people meet them. */
export const PICTURED: readonly Pictured[] = [
  { name: 'home', viewer: null, path: open('/'), ready: 'main h1' },
  {
    name: 'search',
    viewer: null,
    path: (language) => `${open('/measures')(language)}?text=${SEARCH[language]}`,
    ready: '.row-name',
  },
  {
    name: 'measure',
    viewer: null,
    path: open('/measures/shanghai/2025-twenty/digital-service-subsidy'),
    ready: 'main h1',
  },
  {
    name: 'check',
    viewer: null,
    path: (language) => `${open('/check')(language)}#${FRAGMENT}`,
    ready: '.question h2',
  },
  { name: 'calendar', viewer: null, path: open('/calendar'), ready: 'main h1' },
  { name: 'workspace', viewer: 'owner', path: signedIn('/e/ENTERPRISE'), ready: 'main h1' },
  {
    name: 'reasons',
    viewer: 'owner',
    path: signedIn('/e/ENTERPRISE/measures/shanghai/2023-several/technical-renovation'),
    ready: 'main h1',
  },
  { name: 'file', viewer: 'owner', path: signedIn('/e/ENTERPRISE/file'), ready: 'main h1' },
  { name: 'ladders', viewer: 'owner', path: signedIn('/e/ENTERPRISE/ladders'), ready: 'main h1' },
  {
    name: 'import',
    viewer: 'city',
    path: signedIn('/office/imports/IMPORT'),
    ready: 'main h1',
  },
]
