import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))
const project = (name: string, include: string[]) => ({
  root,
  test: { name, root, include, environment: 'node' as const, testTimeout: 30_000, hookTimeout: 60_000 },
})

export default defineConfig({
  root,
  test: {
    // This machine keeps no keys, and nobody is there to type a passphrase: hosts that are started keep theirs in a file.
    env: { PROOFDESK_KEY: 'file' },
    // A test waits for its hub, its browser or its disk about as long as it computes: a second worker fills two cores.
    maxWorkers: 2,
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx']),
      project('conformance', ['test/conformance/**/*.test.ts']),
      project('migrations', ['test/migrations/**/*.test.ts']),
      project('torture', ['test/torture/**/*.test.ts']),
      project('architecture', ['test/architecture/**/*.test.ts']),
    ],
  },
})
