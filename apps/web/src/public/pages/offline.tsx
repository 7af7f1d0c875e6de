import type { MakePage } from '../page.ts'
import { noticePage } from './notice-page.tsx'

const WORDS = {
  zh: {
    title: '网络断开了',
    say: '这一页要连上网才能看。打开过的“看看能享什么”不联网也能继续用：',
  },
  en: {
    title: 'No connection',
    say: 'This page needs the network. The check goes on without it once you have opened it:',
  },
} as const

/** What is shown in place of a page while there is no network. */
export const offlinePage: MakePage = (request) =>
  noticePage(request, { status: 200, sign: '—', ...WORDS[request.language] })
