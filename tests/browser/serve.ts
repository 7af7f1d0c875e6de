import { isoDate } from '@huiqi/domain'
import { readConfig, startServer } from '@huiqi/server'

/** Runs a service for a test that forked this file: tells its address, ends with the test. */
const config = readConfig(process.env)
const today = isoDate(config.today ?? '2025-09-15')
const clock = { now: () => new Date(`${today}T04:00:00Z`), today: () => today }
const { address, stop } = await startServer({ config, clock })
process.on('disconnect', async () => {
  await stop()
  process.exit(0)
})
process.send?.(address)
