import { expect, test } from 'vitest'
import { showReady } from './show-ready.ts'

const io = (language: 'zh' | 'en') => ({ language, isColored: false })

const demonstration = {
  enterprises: 3000,
  madeOn: '2025-09-15',
  password: 'try-huiqi-here',
  signIns: [
    { email: 'owner@huiqi.example', role: { zh: '企业负责人', en: 'Owner' } },
    { email: 'bank@huiqi.example', role: { zh: '银行', en: 'Bank' } },
  ],
}

test('without a demonstration it is one address', () => {
  const server = { address: 'http://127.0.0.1:4860', demonstration: null, elsewhere: null }
  expect(showReady(io('zh'), server)).toBe('惠企已就绪：http://127.0.0.1:4860\n')
})

test('a database elsewhere is told with its reason', () => {
  const server = { address: 'http://127.0.0.1:4860', demonstration: null, elsewhere: '/var/lib/h' }
  expect(showReady(io('en'), server)).toBe(`Huiqi is ready: http://127.0.0.1:4860
The database lies in /var/lib/h: PostgreSQL does not run as root and cannot enter this folder.
`)
})

test('with a demonstration the sign-ins follow as a table', () => {
  const server = { address: 'http://127.0.0.1:4860', demonstration, elsewhere: null }
  expect(showReady(io('zh'), server)).toBe(`惠企已就绪：http://127.0.0.1:4860

演示数据：3,000 家虚构企业，截至 2025-09-15。可用以下账号登录：
  身份        账号
  企业负责人  owner@huiqi.example
  银行        bank@huiqi.example
密码均为 try-huiqi-here
`)
})

test('a demonstration that other machines reach is warned of', () => {
  const server = { address: 'http://192.0.2.7:4860', demonstration, elsewhere: null }
  expect(showReady(io('en'), server)).toBe(`Huiqi is ready: http://192.0.2.7:4860

A demonstration: 3,000 invented enterprises, up to 2025-09-15. Sign in as:
  Who    Account
  Owner  owner@huiqi.example
  Bank   bank@huiqi.example
Everybody's password: try-huiqi-here
Mind: other machines reach this service, and the passwords of the demonstration are public.
`)
})
