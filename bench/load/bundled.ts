import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** Bundles a program of a bench as the hub itself is bundled, and says where it is: tsx would slow it down unevenly. */
export async function bundled(entry: string): Promise<string> {
  const folder = join('node_modules', '.cache', 'inthub-bench')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, basename(entry).replace(/\.ts$/, '.mjs'))
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    define: { 'process.env.INTHUB_VERSION': '"bench"' },
  })
  return outfile
}
