/** As much of a browser as a sign-in needs: it follows redirects across hosts and keeps each host's cookies. */
export type Page = { url: URL; status: number; text: string; headers: Headers }

export class Browser {
  /** By host, since browsers do not tell ports apart but our servers differ by nothing else. */
  readonly cookies = new Map<string, Map<string, string>>()

  jar(host: string): Map<string, string> {
    const jar = this.cookies.get(host) ?? new Map<string, string>()
    this.cookies.set(host, jar)
    return jar
  }

  cookie(url: string, name: string): string | undefined {
    return this.jar(new URL(url).host).get(name)
  }

  #take(host: string, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const isGone = attributes.some((each) => /^\s*max-age=0$/i.test(each))
      if (isGone) this.jar(host).delete(pair.slice(0, at))
      else this.jar(host).set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  /** One request, whose redirect is not followed. */
  async ask(url: string | URL, init: RequestInit = {}): Promise<Page> {
    const target = new URL(url)
    const cookie = [...this.jar(target.host)].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', cookie)
    const response = await fetch(target, { ...init, headers, redirect: 'manual' })
    this.#take(target.host, response.headers)
    return { url: target, status: response.status, text: await response.text(), headers: response.headers }
  }

  /** Goes on from an answer until a page stays, or until the next address is one to stop at. */
  async follow(from: Page, stopAt?: (url: URL) => boolean): Promise<Page> {
    let page = from
    for (let hops = 0; hops < 10; hops++) {
      const location = page.headers.get('location')
      if (!location) return page
      const next = new URL(location, page.url)
      if (stopAt?.(next)) return { ...page, url: next }
      page = await this.ask(next)
    }
    throw new Error(`Redirected without end, last to ${page.url}`)
  }

  open = async (url: string | URL, stopAt?: (url: URL) => boolean) => this.follow(await this.ask(url), stopAt)

  post(url: string | URL, fields: Record<string, string>): Promise<Page> {
    return this.ask(url, { method: 'POST', body: new URLSearchParams(fields) })
  }

  /** Presses the button of the form that holds this text, as on a page where one chooses whom to be. */
  async choose(page: Page, text: string): Promise<Page> {
    const forms = page.text.match(/<form[\s\S]*?<\/form>/g) ?? []
    const form = forms.find((each) => each.includes(text))
    const action = form?.match(/<form[^>]*action="([^"]*)"/)?.[1]
    if (!form || action === undefined)
      throw new Error(`No form says ${text} at ${page.url}: ${page.text.slice(0, 300)}`)
    const fields: Record<string, string> = {}
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      const name = input.match(/name="([^"]*)"/)?.[1]
      if (name) fields[name] = (input.match(/value="([^"]*)"/)?.[1] ?? '').replaceAll('&amp;', '&')
    }
    return this.post(new URL(action, page.url), fields)
  }
}
