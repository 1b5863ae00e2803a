import type { Answer, Asked } from './local-server'
import { isLogin, type Login } from './registries'

/**
 * A Jenkins controller: its log-in page, who asks, its jobs and their builds.
 * Source: https://www.jenkins.io/doc/book/using/remote-access-api/
 */
const told = { 'x-jenkins': '2.479.1', 'x-jenkins-session': '5d1f0a3c', 'x-content-type-options': 'nosniff' }
const html = { ...told, 'content-type': 'text/html;charset=utf-8' }
const jobs = ['web', 'api', 'deploy-prod', 'nightly']

const page = (status: number, title: string): Answer => ({
  status,
  headers: { ...html, ...(status === 401 && { 'www-authenticate': 'Basic realm="Jenkins"' }) },
  body: `<html><head><title>${title}</title></head><body><h2>${title}</h2></body></html>\n`,
})

function jobAnswer(name: string, origin: string): Answer {
  if (!jobs.includes(name)) return page(404, 'Not Found')
  const builds = [3, 2, 1].map((number) => ({
    number,
    url: `${origin}/job/${name}/${number}/`,
    result: number === 2 ? 'FAILURE' : 'SUCCESS',
    timestamp: Date.now() - number * 3_600_000,
  }))
  return { status: 200, headers: told, body: { _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob', builds } }
}

const whoAmI = (name: string): Answer => ({
  status: 200,
  headers: told,
  // Jenkins calls strangers authenticated too.
  body: { _class: 'hudson.security.WhoAmI', anonymous: name === 'anonymous', authenticated: true, name },
})

function strangerAnswer(path: string): Answer {
  if (path === '/login') return page(200, 'Sign in [Jenkins]')
  if (path === '/whoAmI/api/json') return whoAmI('anonymous')
  const needed = { 'x-you-are-authenticated-as': 'anonymous', 'x-required-permission': 'hudson.model.Hudson.Read' }
  return { ...page(403, 'Authentication required'), headers: { ...html, ...needed } }
}

function userAnswer({ path, origin }: Asked, name: string): Answer {
  if (path === '/whoAmI/api/json') return whoAmI(name)
  const job = /^\/job\/([\w-]+)\/api\/json$/.exec(path)?.[1]
  if (job !== undefined) return jobAnswer(job, origin)
  if (path !== '/api/json') return page(404, 'Not Found')
  const listed = jobs.map((one) => ({ name: one, fullName: one, url: `${origin}/job/${one}/`, color: 'blue' }))
  return { status: 200, headers: told, body: { _class: 'hudson.model.Hudson', mode: 'NORMAL', jobs: listed } }
}

export function jenkinsAnswer(login: Login) {
  return (asked: Asked): Answer => {
    if (asked.headers.authorization === undefined) return strangerAnswer(asked.path)
    if (isLogin(asked, login)) return userAnswer(asked, login.username)
    return page(401, 'Error 401 Invalid password/token for user: acme-bot')
  }
}
