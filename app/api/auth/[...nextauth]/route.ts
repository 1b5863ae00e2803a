import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { hubBridge } from '@/server/auth/bridge'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  const options = hubBridge().authOptions({
    linkToken: request.nextUrl.searchParams.get('token'),
    userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? null,
  })
  return NextAuth(request, context, options)
}

export { handle as GET, handle as POST }
