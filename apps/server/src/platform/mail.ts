import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import { inTransaction, type Work } from './database/transaction.ts'
import { findMailToSend, markMailFailed, markMailSent, type WaitingMail } from './mail-store.ts'
import type { Platform } from './platform.ts'

const EVERY_MS = 1000
const PATIENCE_MS = 10_000

/** A mail in the words of its reader. */
export interface Mail {
  readonly to: string
  readonly title: string
  readonly body: string
}

/** What mailing stands on. */
type MailPlatform = Pick<Platform, 'config' | 'database' | 'clock'>

/** Who is told of mails and of their failures. */
export interface MailLog {
  readonly info: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

/** Puts a mail on its way in the transaction that it tells of: without the change there is no mail. */
export const sendMail = async (work: Work, { to, title, body }: Mail): Promise<void> => {
  await work.insertInto('mails').values({ recipient: to, title, body }).execute()
}

type Post = (mail: WaitingMail) => Promise<void>

const byFile =
  (folder: string, log: MailLog): Post =>
  async ({ id, recipient, title, body }) => {
    await mkdir(folder, { recursive: true })
    const file = path.join(folder, `${String(id).padStart(8, '0')}.txt`)
    await writeFile(file, `To: ${recipient}\nSubject: ${title}\n\n${body}\n`)
    log.info({ file, to: recipient, title }, 'mail written to a file')
  }

const bySmtp = (smtpUrl: string, from: string): Post => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  return async ({ recipient, title, body }) => {
    await transport.sendMail({ from, to: recipient, subject: title, text: body })
  }
}

const postOf = ({ smtpUrl, mailFrom, dataFolder }: Config, log: MailLog): Post =>
  smtpUrl === null ? byFile(path.join(dataFolder, 'mail'), log) : bySmtp(smtpUrl, mailFrom)

/**
 * Sends what waits and returns how many went out. Several services may do so at once: each mail is
 * one's. A service that dies between sending and writing that down makes a mail come twice, never not.
 */
export const deliverMails = async (platform: MailPlatform, log: MailLog): Promise<number> => {
  const { config, database, clock } = platform
  const post = postOf(config, log)
  const deliverOne = (): Promise<'sent' | 'failed' | 'none'> =>
    inTransaction(database, { kind: 'service' }, async (work) => {
      const mail = await findMailToSend(work, clock.now())
      if (mail === null) return 'none'
      try {
        await post(mail)
      } catch (error) {
        log.error({ error, mail: mail.id }, 'mail not sent')
        await markMailFailed(work, mail, clock.now())
        return 'failed'
      }
      await markMailSent(work, mail.id, clock.now())
      return 'sent'
    })
  let sent = 0
  for (let outcome = await deliverOne(); outcome !== 'none'; outcome = await deliverOne()) {
    if (outcome === 'sent') sent += 1
  }
  return sent
}

/** Sends mails as they come until it is told to end. */
export const startMailing = (platform: MailPlatform, log: MailLog): (() => Promise<void>) => {
  let running: Promise<unknown> = Promise.resolve()
  let isBusy = false
  const round = async (): Promise<void> => {
    try {
      await deliverMails(platform, log)
    } catch (error) {
      log.error({ error }, 'mails cannot be read')
    }
    isBusy = false
  }
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    running = round()
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
