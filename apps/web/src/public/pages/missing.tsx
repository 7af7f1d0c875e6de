import type { Page, PageRequest } from '../page.ts'
import { noticePage } from './notice-page.tsx'

const WORDS = {
  zh: { title: '没有这个页面', say: '网址可能写错了，或者页面已经移走。可以从这里找：' },
  en: { title: 'No such page', say: 'The address may be mistyped, or the page has moved. Try:' },
} as const

/** What is shown where no page is. */
export const missingPage = (request: PageRequest): Page =>
  noticePage(request, { status: 404, sign: '404', ...WORDS[request.language] })
