import { readFileSync, rmSync } from 'node:fs'
import type { DataDir } from '../dataDir.ts'
import type { PersonTokens } from '../hubLink.ts'
import { KeptSignIn, signInWithCode } from '../hubSignIn.ts'
import type { SealedBox } from './sealedBox.ts'
import { sealedFile } from './sealedFile.ts'

/** The sign-in of demo people: by a code, once, with a token that is not renewed. */
export interface CodeSignIn {
  /** Null before `begin`, and where nobody has signed in. */
  kept(): KeptSignIn | null
  tokens(): PersonTokens | null
  /** False: this machine has no safe place for the token, which lasts until the program ends. */
  isKept(): boolean
  /** Forgets who signed in, with the token, on the disk and in memory. */
  forget(): Promise<void>
  /** Exchanges the code, or finds who signed in to this hub before. @throws SignInRefused */
  begin(code: string | null): Promise<void>
}

export function createCodeSignIn(
  hub: URL,
  data: Pick<DataDir, 'codeSignIn' | 'clearSignIn'>,
  box: SealedBox,
): CodeSignIn {
  const file = sealedFile(data.codeSignIn, box, KeptSignIn)
  let kept: KeptSignIn | null = null
  let isKept = true
  const earlier = () => {
    const found = inTheClear(data.clearSignIn)
    rmSync(data.clearSignIn, { force: true })
    return found
  }
  return {
    kept: () => kept,
    isKept: () => isKept,
    tokens() {
      if (kept === null) return null
      const { userId, token } = kept
      return { userId: () => userId, token: () => Promise.resolve(token), isRenewable: false }
    },
    async forget() {
      kept = null
      await file.forget()
    },
    async begin(code) {
      const old = earlier()
      const fresh = code === null ? old : await signInWithCode(hub, code)
      if (fresh !== null) isKept = await file.keep(fresh)
      const found = fresh ?? (await file.read())
      kept = found?.hub === hub.origin ? found : null
    },
  }
}

/** As earlier versions kept it. */
function inTheClear(file: string): KeptSignIn | null {
  try {
    return KeptSignIn.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}
