export { tryDoor } from './listening.ts'
export { CONFIG_VARIABLES, type Config, ConfigError, readConfig } from './platform/config.ts'
export type { Clock, Policies } from './platform/platform.ts'
export { systemClock } from './platform/system-clock.ts'
export { describeStartFault, StartError, type StartFault } from './start-error.ts'
export {
  type RunningServer,
  type StartOptions,
  type StartStage,
  startServer,
} from './start-server.ts'
