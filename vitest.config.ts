import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,apps}/*/src/**/*.test.ts', '{tests,tools,bench}/**/*.test.ts'],
    allowOnly: false,
    testTimeout: 30_000,
  },
})
