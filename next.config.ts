import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  compress: true,
  devIndicators: false,
  images: { unoptimized: true },
  // The server in front writes the access log, without the links' tokens.
  logging: { incomingRequests: false },
  typescript: { tsconfigPath: 'tsconfig.next.json' },
  // One copy of each per process: the server in front of Next and Next's own bundles share them.
  serverExternalPackages: [
    'graphql',
    '@apollo/server',
    'postgres',
    'pg',
    'bullmq',
    'ioredis',
    'drizzle-orm',
    'ws',
    'pino',
    'pino-pretty',
    'prom-client',
    'nodemailer',
  ],
}

export default config
