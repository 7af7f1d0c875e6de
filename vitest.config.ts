import { defineConfig } from 'vitest/config'

/** Tests that need a database share one PostgreSQL, started only when one of them runs. */
export default defineConfig({
  test: {
    allowOnly: false,
    testTimeout: 30_000,
    // Where the terminal is a dumb one, typed lines cannot be corrected.
    env: { TERM: 'xterm' },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['{packages,apps}/*/src/**/*.test.ts', '{tests,tools,bench}/**/*.test.ts'],
          exclude: ['apps/{server,web}/**', 'tests/{service,browser}/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['apps/{server,web}/src/**/*.test.ts', 'tests/service/**/*.test.ts'],
          globalSetup: 'apps/server/src/testing/shared-postgres.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/running-service.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
