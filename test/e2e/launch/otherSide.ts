import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const DOCUMENTS = join(import.meta.dirname, '../../../resources/demo/documents')

interface Seen {
  readonly revision: number
  readonly state: string
  readonly subState: string | null
}

/** Partners and customers, who act on a running hub through the service of their side. */
export async function otherSideOf(hub: string) {
  const signedIn = await fetch(`${hub}/v1.0/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'partner-center' }),
  })
  const { token } = (await signedIn.json()) as { token: string } // the hub's own answer
  const authorization = `Bearer ${token}`
  const post = async (path: string, body: BodyInit, type: string | null) => {
    const headers = {
      authorization,
      'ms-requestid': randomUUID(),
      ...(type === null ? {} : { 'content-type': type }),
    }
    const answer = await fetch(`${hub}/v1.0/intake/claims${path}`, { method: 'POST', headers, body })
    const said = (await answer.json()) as { outcome?: string } // judged here
    if (said.outcome !== 'done') throw new Error(`${path} was answered ${JSON.stringify(said)}`)
  }
  const json = (path: string, body: unknown) => post(path, JSON.stringify(body), 'application/json')
  const seen = async (claimId: string): Promise<Seen> => {
    const answer = await fetch(`${hub}/v1.0/intake/claims/${claimId}`, { headers: { authorization } })
    return (await answer.json()) as Seen // the hub's own answer
  }
  return {
    seen,
    create: (claimId: string, claim: unknown) => json('', { claimId, claim }),
    /** @param bytes a paper of the demo queue by default. */
    async addDocument(
      claimId: string,
      file: string,
      bytes = readFileSync(join(DOCUMENTS, file)),
      mediaType = 'application/pdf',
    ) {
      const query = new URLSearchParams({ fileName: file, mediaType })
      await post(`/${claimId}/documents?${query}`, bytes, 'application/octet-stream')
    },
    comment: (claimId: string, text: string) => json(`/${claimId}/comments`, { text }),
    async act(claimId: string, name: 'submit' | 'resubmit' | 'edit', body: Record<string, unknown> = {}) {
      await json(`/${claimId}/${name}`, { claimRevision: (await seen(claimId)).revision, ...body })
    },
    async dispute(claimId: string, justification: string) {
      const form = new FormData()
      form.set('request', JSON.stringify({ claimRevision: (await seen(claimId)).revision, justification }))
      await post(`/${claimId}/dispute`, form, null)
    },
    customerDeclines: (claimId: string, note: string) => json(`/${claimId}/customer-answer`, { note }),
  }
}
