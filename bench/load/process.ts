import { type ChildProcess, fork } from 'node:child_process'
import { bundled } from './bundled'

/** A program of a bench as a process of its own: told things over IPC, it answers each with one message. */
export type Program = {
  /** What it said when it was ready. */
  ready: unknown
  ask<T>(message: unknown): Promise<T>
  stop(): Promise<void>
}

/** What is measured is not to be the limit that a caller is held to. */
export const unlimited = { RATE_LIMIT_API: '100000000/min', RATE_LIMIT_TENANT: '100000000/min' }

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A program of the bench ended with ${code}.`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

export async function startProgram(
  entry: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Program> {
  const child = fork(await bundled(entry), [...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ready = await nextMessage(child)
  return {
    ready,
    ask: async <T>(message: unknown) => {
      const answer = nextMessage(child)
      child.send(message as object)
      return (await answer) as T
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}
