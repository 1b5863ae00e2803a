import type { NextRequest } from 'next/server'
import { hubBridge } from '@/server/auth/bridge'

const handle = (request: NextRequest): Promise<Response> => hubBridge().handleAuth(request)

export { handle as GET, handle as POST }
