/** What the workstation asks of its host. A port exists only where hosts or the outside world differ. */
import type { MenuTitle } from '../../src-preload/contract/host.ts'
import type { CheckReport, Quad, Rect } from '../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimForm, PolicyVersion } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { VersionComparison } from '../../src-preload/contract/vocabulary/versionShape.ts'
import type { SignInState } from '../../src-preload/contract/signIn.ts'
import type { SignInOutcome } from '../../src-preload/contract/vocabulary/signInWords.ts'
import type { UserId } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { DocumentFacts, DocumentLook, DocumentToRead } from '../poe/facts/documentFacts.ts'
import type { WrappedKey } from './keys/wrappedKey.ts'

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Runs once after `ms`; the function given back calls it off. */
  after(ms: number, run: () => void): () => void
  /** Milliseconds since some beginning, by a counter that nobody can set. It may stand still while the machine sleeps. */
  elapsed(): number
}

/** The sign-in by the directory. Absent where nobody has to sign in. No token passes through it. */
export interface SignInPort {
  state(): Omit<SignInState, 'offline'>
  /** Resolves when the person is through, or is not. Asked twice, it is the same one. */
  begin(): Promise<SignInOutcome>
  cancel(): void
  /** Forgets the person and their tokens, and ends the workstation. */
  out(): Promise<void>
  /** Whether the directory has confirmed the person since this was asked last. */
  takeConfirmation(): boolean
}

/** The way to the hub. Says nothing of what is asked there. */
export interface HubPort {
  /** `none`: this host was told to work without a hub. `starting`: an embedded hub has not said where it listens yet. */
  state(): 'none' | 'starting' | 'ready'
  /** Runs when the state changes. */
  onChange(listener: () => void): () => void
  /**
   * Sends a request as this user. `path` begins with `/v1.0/`, or is an absolute link that the hub itself gave out.
   * Rejects when the hub cannot be reached; a refusal by the hub is a Response. `user` null = without a token: what needs nobody's name.
   */
  request(user: UserId | null, path: string, init?: HubRequest): Promise<Response>
}

export interface HubRequest {
  readonly method?: 'GET' | 'POST' | 'PUT'
  /** JSON; bytes where `headers` say how it is encoded. */
  readonly body?: string | Uint8Array<ArrayBuffer>
  /** The entity tag of what is at hand: a hub that has nothing newer answers 304. */
  readonly ifNoneMatch?: string
  /** Others that the request carries, names in lower case. Who asks is not among them. */
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Reads documents in a throw-away process and judges what was read. */
export interface PoePort {
  /** Facts are kept per document hash and this version. */
  readonly readerVersion: string
  /** Findings are kept per claim fields, document hashes, policy and this version. */
  readonly checkerVersion: string
  /** Never rejects because of a document: what cannot be read says so in its facts. Rejects when the reader cannot start. */
  read(document: DocumentToRead): Promise<DocumentFacts>
  /** The bytes of a file inside a document, by its place among the attachments of its facts. Null when there is none. Rejects as `read`. */
  unpack(bytes: Uint8Array, path: readonly number[]): Promise<Uint8Array | null>
  /** Pages of a picture that no browser decodes, in points and as PNG. Empty for all others and for what cannot be decoded. */
  paint(
    bytes: Uint8Array,
  ): Promise<readonly { number: number; width: number; height: number; png: Uint8Array }[]>
  /** How a mail or a page of HTML is shown beyond its facts; null for all others. Rejects as `read`. */
  look(bytes: Uint8Array): Promise<DocumentLook | null>
  /** Places on pages as pictures, in their order; null for what has no pages or cannot be drawn. Rejects as `read`. */
  cut(
    bytes: Uint8Array,
    places: readonly { page: number; quads: readonly Quad[] }[],
  ): Promise<readonly (PageCut | null)[]>
  /** Pure. `addedAt` is null for documents of the first submission. */
  judge(input: JudgeInput): Promise<CheckReport>
  /** Pure. What the newer version of a paper says otherwise. */
  compare(before: DocumentFacts, after: DocumentFacts): Promise<VersionComparison>
  /** Whether the catalogue of this version has a product of this id. */
  knowsProduct(productId: string): Promise<boolean>
}

/** The strip of a page on which a place stands, as PNG. */
export interface PageCut {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** Points on the page, across and down. */
  readonly points: readonly [number, number]
  /** The place itself, in 0..1 of the strip. */
  readonly marks: readonly Rect[]
}

export interface JudgeInput {
  readonly caseId: string | null
  readonly form: ClaimForm
  readonly policy: PolicyVersion
  /** What the profile says that criteria read. Left out = as on Microsoft's form. */
  readonly maxAgeMonths?: number | undefined
  readonly documents: readonly { file: string; addedAt: string | null; facts: DocumentFacts }[]
}

/** Keeps the key of a profile by what the system offers. The core knows neither keyrings nor what a passphrase is made into. */
export interface KeyPort {
  /**
   * By the best that there is here; `passphrase`: a new one that a person typed into the window, for where the system offers nothing.
   * Throws ProfileRefused (`no_key`), with what a person must do, where there is nothing at all.
   */
  wrap(key: Uint8Array, keyId: string, passphrase: string | null): Promise<WrappedKey>
  /** `passphrase`: what a person typed into the window; null = nothing. Throws KeyUnreadable. */
  unwrap(wrapped: WrappedKey, passphrase: string | null): Promise<UnwrappedKey>
  /** Has the system let go of a key that it keeps, for good. Where the file itself is all that holds it nothing happens. Rejects where it is not done. */
  forget(wrapped: WrappedKey): Promise<void>
}

export interface UnwrappedKey {
  readonly key: Uint8Array
  /** There is a better way of keeping it than the one that it was kept in. */
  readonly shallRewrap: boolean
}

/** Where a copy of a document goes. */
export interface CopyPlace {
  /** As a person would look for it. */
  readonly where: string
  write(bytes: Uint8Array): Promise<void>
}

/** Makes a PDF of a page of ours. The page is whole in itself: nothing of it runs, nothing is fetched for it. */
export interface Printer {
  /** False = this machine has nothing that prints. Asked anew each time: a browser may have been installed. */
  isThere(): Promise<boolean>
  /** Tagged, with the headings as its outline, on the paper that the page names. Rejects where nothing came of it within its time. */
  print(html: string): Promise<Uint8Array>
}

/** A message of the desktop, in the person's language. */
export interface DesktopNotice {
  readonly title: string
  readonly body: string
}

export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** What happened, in the past tense. */
  readonly event: string
  /** Ids, sizes, durations. Never contents of documents, claims or messages. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
  readonly error?: unknown
}

export interface WorkstationPorts {
  readonly clock: Clock
  readonly hub: HubPort
  readonly poe: PoePort
  readonly keys: KeyPort
  log(entry: LogEntry): void
  /** `fileName` is a stranger's word: the host makes a harmless name of it. Null = the person thought better of it. */
  chooseCopyPlace(fileName: string): Promise<CopyPlace | null>
  /** Opens one of `EXTERNAL_PLACES` in the system's own browser. False = there is none that could be started. */
  openExternal(address: string): Promise<boolean>
  /** Absent where the host has none. */
  readonly printer?: Printer
  /** A random version 4 UUID. */
  uuid(): string
  /** Shows a message outside of the window; `onOpen` runs when the person follows it. Absent where the window itself is all there is. */
  notify?(notice: DesktopNotice, onOpen: () => void): void
  /** Shows the menu bar of the machine. */
  showMenu?(titles: readonly MenuTitle[]): void
  readonly signIn?: SignInPort
  /** Forgets who is signed in, with their tokens, on the disk and in memory; what is open stays open. Absent where nobody signs in. */
  forgetSignIn?(): Promise<void>
  /** Throws the whole data folder away and begins anew; only where it holds the sample workspace and nothing else. */
  renewSample?(): Promise<void>
  readonly paths: {
    /** Database, documents, journal and wrapped key of this profile. Made when missing. */
    readonly profile: string
    readonly migrations: string
    /** Built pages of the app. */
    readonly app: string
    /** Built pages of the viewer origin. */
    readonly viewer: string
  }
  readonly host: {
    readonly kind: 'electron' | 'loopback' | 'headless'
    readonly version: string
    /** Origin of the app's pages, without a slash at the end; requests to it reach `fetch`. */
    readonly appOrigin: string
    /** Origin of the viewer's pages, without a slash at the end. */
    readonly viewerOrigin: string
    /** Path of a script that the page loads before the app, where the host has no preload; null otherwise. */
    readonly doorScript: string | null
    /** Who works here at the start. */
    readonly user: UserId
  }
}
