import type { Shelf } from './shelf.ts'

const USAGE = {
  zh: {
    about: '在本机启动整套服务（数据库、网页、接口）',
    port: '端口，默认 4860',
    host: '监听的地址，默认 127.0.0.1',
    without: '不放演示数据',
    reset: '重做演示数据',
  },
  en: {
    about: 'start the whole service here: database, pages, API',
    port: 'the port, 4860 by default',
    host: 'the address to listen on, 127.0.0.1 by default',
    without: 'without invented enterprises and people',
    reset: 'make the invented enterprises and people anew',
  },
} as const

/** Adds the command that starts the service. */
export const addStartCommand = ({ program, io, perform }: Shelf): void => {
  const usage = USAGE[io.language]
  program
    .command('start')
    .description(usage.about)
    .option('--port <n>', usage.port)
    .option('--host <address>', usage.host)
    .option('--no-demonstration', usage.without)
    .option('--reset-demonstration', usage.reset)
    .action(async (options) => {
      const { start } = await import('./commands/start.ts')
      await perform((at) => start(at, process.env, options))
    })
}
