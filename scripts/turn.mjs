import { createHash } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, tell } from './project-root.mjs'

/**
 * One at a time per checkout: two hubs started together must not install or build over each other. The file names its
 * holder, so that one whose holder died is taken over.
 */
const name = createHash('sha256').update(`${root}:${process.getuid?.()}`).digest('hex').slice(0, 16)
const file = join(tmpdir(), `inthub-${name}.turn`)
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

function holder() {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return error.code === 'EPERM' ? -1 : undefined
  }
}

function take() {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, String(process.pid))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

const held = () => Number(process.env.INTHUB_TURN) > 0

export function inTurn(act) {
  // A build that the holder started has the turn already.
  if (held()) return act()
  let told = false
  while (!take()) {
    if (holder() === undefined) rmSync(file, { force: true })
    else if (!told) tell('Waiting: another process is installing or building here')
    told = true
    pause(200)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  process.env.INTHUB_TURN = String(process.pid)
  try {
    return act()
  } finally {
    delete process.env.INTHUB_TURN
    process.off('exit', release)
    release()
  }
}
