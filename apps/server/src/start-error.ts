import type { Language } from '@huiqi/domain'
import type { DatabaseFault } from './platform/database/check-database.ts'

/** What keeps the service from starting and what somebody can do about it. */
export type StartFault =
  | { readonly kind: 'port-taken'; readonly host: string; readonly port: number }
  | { readonly kind: 'already-running'; readonly address: string }
  | { readonly kind: 'port-forbidden'; readonly port: number }
  | { readonly kind: 'host-unknown'; readonly host: string }
  | { readonly kind: 'folder-unwritable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folder-closed'; readonly folder: string }
  | { readonly kind: 'postgres-missing' }
  | { readonly kind: 'postgres-failed'; readonly said: string }
  | { readonly kind: 'database-unreachable'; readonly reason: string }
  | { readonly kind: 'database-unfit'; readonly faults: readonly DatabaseFault[] }
  | { readonly kind: 'migration-failed'; readonly reason: string }
  | { readonly kind: 'not-a-demonstration' }

/** The service cannot start. */
export class StartError extends Error {
  override readonly name = 'StartError'
  readonly fault: StartFault

  constructor(fault: StartFault, options?: ErrorOptions) {
    super(fault.kind, options)
    this.fault = fault
  }
}

const DATABASE: Readonly<
  Record<Language, Record<DatabaseFault['fault'], (found: string) => string>>
> = {
  zh: {
    version: (found) => `需要 PostgreSQL 15 或更新版本，现为 ${found}`,
    encoding: (found) => `数据库编码应为 UTF8，现为 ${found}`,
    letters: (found) => `数据库的 LC_CTYPE（${found}）不识汉字；请用 C.UTF-8 重建数据库`,
    extensions: (found) => `缺少扩展 ${found}；请安装 postgresql-contrib`,
    rights: () => '数据库用户不能建表；请授予 CREATE 权限或使用数据库所有者',
    role: (found) => `没有角色 ${found}，数据库用户也不能创建角色；请先建立并授予`,
    'read-only': () => '该数据库是只读副本',
  },
  en: {
    version: (found) => `PostgreSQL 15 or newer is needed; this is ${found}`,
    encoding: (found) => `the database must be encoded in UTF8; it is ${found}`,
    letters: (found) =>
      `the database's LC_CTYPE (${found}) knows no Chinese letters; make it anew with C.UTF-8`,
    extensions: (found) => `missing extensions: ${found}; install postgresql-contrib`,
    rights: () => 'the database user may not make tables; grant CREATE or use the owner',
    role: (found) =>
      `there is no role ${found} and the database user may not make roles; make and grant it first`,
    'read-only': () => 'the database is a read-only replica',
  },
}

const inChinese = (fault: StartFault): string => {
  switch (fault.kind) {
    case 'port-taken':
      return `端口 ${fault.port}（${fault.host}）已被其他程序占用；请用 --port 或 PORT 换一个`
    case 'already-running':
      return `惠企已在运行：${fault.address}；再启动一个请用 --port 或 PORT 换一个端口`
    case 'port-forbidden':
      return `没有权限使用端口 ${fault.port}；请用 --port 或 PORT 换一个`
    case 'host-unknown':
      return `本机没有地址 ${fault.host}`
    case 'folder-unwritable':
      return `无法写入文件夹 ${fault.folder}：${fault.reason}`
    case 'folder-closed':
      return `PostgreSQL 不以 root 运行，进不了文件夹 ${fault.folder}；请放开权限，或用 DATA_FOLDER 换一处`
    case 'postgres-missing':
      return '本机没有 PostgreSQL；请安装，或用 DATABASE_URL 指定一个'
    case 'postgres-failed':
      return `PostgreSQL 未能启动：${fault.said}`
    case 'database-unreachable':
      return `连不上数据库：${fault.reason}`
    case 'database-unfit':
      return `数据库不适用：${fault.faults.map(({ fault: each, found }) => DATABASE.zh[each](found)).join('；')}`
    case 'migration-failed':
      return `数据表更新失败：${fault.reason}`
    case 'not-a-demonstration':
      return '数据库里不是演示数据，不予重置'
  }
}

const inEnglish = (fault: StartFault): string => {
  switch (fault.kind) {
    case 'port-taken':
      return `Port ${fault.port} of ${fault.host} is taken by something else; choose another with --port or PORT`
    case 'already-running':
      return `Huiqi is running already: ${fault.address}; for a second one choose another port with --port or PORT`
    case 'port-forbidden':
      return `Port ${fault.port} may not be used by this user; choose another with --port or PORT`
    case 'host-unknown':
      return `This machine has no address ${fault.host}`
    case 'folder-unwritable':
      return `The folder ${fault.folder} cannot be written: ${fault.reason}`
    case 'folder-closed':
      return `PostgreSQL does not run as root and cannot enter ${fault.folder}; open the folder or set DATA_FOLDER`
    case 'postgres-missing':
      return 'This machine has no PostgreSQL; install it or set DATABASE_URL'
    case 'postgres-failed':
      return `PostgreSQL did not start: ${fault.said}`
    case 'database-unreachable':
      return `The database cannot be reached: ${fault.reason}`
    case 'database-unfit':
      return `The database does not do: ${fault.faults.map(({ fault: each, found }) => DATABASE.en[each](found)).join('; ')}`
    case 'migration-failed':
      return `The tables could not be brought up to date: ${fault.reason}`
    case 'not-a-demonstration':
      return 'The database holds no demonstration; nothing was reset'
  }
}

/** What keeps the service from starting, in one sentence. */
export const describeStartFault = (fault: StartFault, language: Language): string =>
  language === 'zh' ? inChinese(fault) : inEnglish(fault)
