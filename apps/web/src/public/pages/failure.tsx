import type { Page, PageRequest } from '../page.ts'
import { noticePage } from './notice-page.tsx'

const WORDS = {
  zh: { title: '暂时打不开', say: '服务出了差错，已经记录。请过一会儿再试，或者先看：' },
  en: {
    title: 'This did not work',
    say: 'Something went wrong on our side and has been noted. Try again in a moment, or see:',
  },
} as const

/** What is shown when making a page has failed. */
export const failurePage = (request: PageRequest): Page =>
  noticePage(request, { status: 500, sign: '500', ...WORDS[request.language] })
