import type { Language } from '@huiqi/domain'
import type { StartStage } from '@huiqi/server'

/** A step of the command: one of the service's, or the building of the pages. */
export type Stage = StartStage | 'web'

interface StartText {
  readonly stages: Readonly<Record<Stage, string>>
  readonly ready: (address: string) => string
  readonly elsewhere: (folder: string) => string
  readonly demonstration: (enterprises: string, day: string) => string
  readonly heads: { readonly role: string; readonly email: string }
  readonly password: (password: string) => string
  readonly open: string
  readonly stop: string
  readonly stopping: string
  readonly faults: string
}

/** What the command says. */
export const START_TEXT: Readonly<Record<Language, StartText>> = {
  zh: {
    stages: {
      web: '构建网页',
      database: '启动数据库',
      migrations: '更新数据表',
      policies: '读取政策',
      catalogue: '建立检索',
      demonstration: '准备演示数据',
      listening: '开始服务',
    },
    ready: (address) => `惠企已就绪：${address}`,
    elsewhere: (folder) => `数据库存放在 ${folder}：PostgreSQL 不以 root 运行，进不了本文件夹。`,
    demonstration: (enterprises, day) =>
      `演示数据：${enterprises} 家虚构企业，截至 ${day}。可用以下账号登录：`,
    heads: { role: '身份', email: '账号' },
    password: (password) => `密码均为 ${password}`,
    open: '注意：本服务可从其他机器访问，而演示账号的密码是公开的。',
    stop: '按 Ctrl-C 停止。',
    stopping: '正在停止 …',
    faults: '配置有误：',
  },
  en: {
    stages: {
      web: 'building the web pages',
      database: 'starting the database',
      migrations: 'bringing the tables up to date',
      policies: 'reading the policies',
      catalogue: 'building the search',
      demonstration: 'preparing the demonstration',
      listening: 'opening the door',
    },
    ready: (address) => `Huiqi is ready: ${address}`,
    elsewhere: (folder) =>
      `The database lies in ${folder}: PostgreSQL does not run as root and cannot enter this folder.`,
    demonstration: (enterprises, day) =>
      `A demonstration: ${enterprises} invented enterprises, up to ${day}. Sign in as:`,
    heads: { role: 'Who', email: 'Account' },
    password: (password) => `Everybody's password: ${password}`,
    open: 'Mind: other machines reach this service, and the passwords of the demonstration are public.',
    stop: 'Ctrl-C stops it.',
    stopping: 'stopping …',
    faults: 'The settings are wrong:',
  },
}
