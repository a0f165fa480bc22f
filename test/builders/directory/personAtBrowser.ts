/** A person at a browser without a window: follows the directory's own pages as they are, with their cookies. */
export interface PersonAtBrowser {
  /** What `openBrowser` is given: goes through the pages as this member. @returns the words of the last page. */
  signIn(address: string, login: string): Promise<string>
}

export function aPersonAtBrowser(): PersonAtBrowser {
  const jar = new Map<string, string>()
  const go = async (address: string, form: URLSearchParams | null): Promise<[string, string]> => {
    let url = address
    let body: URLSearchParams | null = form
    for (;;) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer: Response = await fetch(url, {
        method: body === null ? 'GET' : 'POST',
        ...(body === null ? {} : { body }),
        headers: { cookie },
        redirect: 'manual',
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      const next = answer.headers.get('location')
      if (next === null) return [url, await answer.text()]
      url = new URL(next, url).href
      body = null
    }
  }
  return {
    async signIn(address, login) {
      let [url, page] = await go(address, null)
      // Signing in, then agreeing, which a directory asks again for every program of a machine; the last page posts the answer by itself.
      for (let steps = 0; steps < 4 && page.includes('<form'); steps++) {
        const typed = page.includes('name="password"') ? { login, password: 'x' } : {}
        const body = new URLSearchParams({ ...hiddenIn(page), ...typed })
        ;[url, page] = await go(new URL(actionIn(page), url).href, body)
      }
      return page
    },
  }
}

/** The form that the directory's last page posts, to be played with. */
export function hiddenIn(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, unescape(value)]))
}

const actionIn = (page: string): string => unescape(/<form[^>]* action="([^"]*)"/.exec(page)?.[1] ?? '')

const unescape = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replaceAll('&#x2F;', '/')
