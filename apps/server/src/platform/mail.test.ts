import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.fixture.ts'
import { readConfig } from './config.ts'
import { inTransaction } from './database/transaction.ts'
import { deliverMails, sendMail } from './mail.ts'

const SERVICE = { kind: 'service' } as const
const MAIL = { to: 'wang@example.com', title: '惠企：验证码', body: '您的验证码是 123456' }

const clock = movingClock()
const log = { info: () => undefined, error: () => undefined }
let opened: TestDatabase
let folder = ''

beforeAll(async () => {
  opened = await openTestDatabase()
})

beforeEach(() => {
  clock.set('2025-09-15T04:00:00Z')
  folder = mkdtempSync(path.join(tmpdir(), 'huiqi-mail-'))
})

afterAll(() => opened.drop())

const platformWith = (environment: Readonly<Record<string, string>>) => ({
  config: readConfig({ DATA_FOLDER: folder, ...environment }),
  database: opened.database,
  clock,
  isDemonstration: false,
})

const put = () => inTransaction(opened.database, SERVICE, (work) => sendMail(work, MAIL))

test('without SMTP a mail becomes a file that people can read', async () => {
  await put()
  expect(await deliverMails(platformWith({}), log)).toBe(1)
  const [file = ''] = readdirSync(path.join(folder, 'mail'))
  expect(readFileSync(path.join(folder, 'mail', file), 'utf8')).toBe(
    'To: wang@example.com\nSubject: 惠企：验证码\n\n您的验证码是 123456\n',
  )
  expect(await deliverMails(platformWith({}), log)).toBe(0)
  rmSync(folder, { recursive: true })
})

test('several services send each mail once', async () => {
  for (let count = 0; count < 10; count += 1) await put()
  const platform = platformWith({})
  const sent = await Promise.all([1, 2, 3].map(() => deliverMails(platform, log)))
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(10)
  expect(readdirSync(path.join(folder, 'mail'))).toHaveLength(10)
  rmSync(folder, { recursive: true })
})

test('a change that does not happen sends nothing, and sent texts are not kept', async () => {
  const undone = inTransaction(opened.database, SERVICE, async (work) => {
    await sendMail(work, MAIL)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await deliverMails(platformWith({}), log)).toBe(0)
  const kept = await opened.database
    .selectFrom('mails')
    .select('body')
    .distinct()
    .where('sent_at', 'is not', null)
    .execute()
  expect(kept).toEqual([{ body: '' }])
  rmSync(folder, { recursive: true })
})

/** What a mail server says to the beginnings of what it is told. */
const REPLIES = [
  ['DATA', '354 go on'],
  ['QUIT', '221 bye'],
  ['', '250 fine'],
] as const

/** A mail server that keeps what it is told. */
const listenForMail = (told: string[]): Promise<Server> => {
  const server = createServer((socket) => {
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      told.push(text)
      const [, reply] = REPLIES.find(([word]) => text.startsWith(word)) ?? REPLIES[2]
      socket.write(`${reply}\r\n`)
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

test('with SMTP a mail goes out, and waits for a server that is away', async () => {
  await put()
  const away = platformWith({ SMTP_URL: 'smtp://127.0.0.1:9' })
  expect(await deliverMails(away, log)).toBe(0)
  const told: string[] = []
  const server = await listenForMail(told)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const there = platformWith({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'a@huiqi.example' })
  expect(await deliverMails(there, log)).toBe(0)
  clock.pass(10_000)
  expect(await deliverMails(there, log)).toBe(1)
  server.close()
  const all = told.join('')
  expect(all).toContain('MAIL FROM:<a@huiqi.example>')
  expect(all).toContain('RCPT TO:<wang@example.com>')
  rmSync(folder, { recursive: true })
})
