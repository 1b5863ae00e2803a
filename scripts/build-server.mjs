import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inRoot, packageJson } from './project.mjs'

/**
 * Bundles our own code for Node; packages stay outside. Splitting keeps what a CLI command does not need unread: the
 * cold start of `inthub --version` is a promise.
 */
const shebang = '#!/usr/bin/env node\n'

export async function buildServer() {
  const { build } = await import('esbuild')
  rmSync(inRoot('dist'), { recursive: true, force: true })
  await build({
    absWorkingDir: inRoot(),
    entryPoints: { server: 'server/main.ts', cli: 'cli/main.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    define: { 'process.env.INTHUB_VERSION': JSON.stringify(packageJson().version) },
  })
  const cli = inRoot('dist', 'cli.js')
  const code = readFileSync(cli, 'utf8')
  if (!code.startsWith('#!')) writeFileSync(cli, shebang + code)
  chmodSync(cli, 0o755)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildServer()
