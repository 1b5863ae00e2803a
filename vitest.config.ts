import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) },
      // Vite would load graphql's ES build for us while Apollo's tools load the CommonJS one: "another module or realm".
      { find: /^graphql$/, replacement: require.resolve('graphql') },
    ],
  },
  test: {
    include: ['{app,bench,cli,connectors,db,graphql,scripts,server,test,workers}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'connectors/_template/**', 'dist/**'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/connect.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    pool: 'forks',
  },
})
