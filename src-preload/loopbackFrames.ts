/** What is said over the socket of the loopback door. Each frame is one JSON text message. */
import type { Reply, WireError } from './contract/errors.ts'
import type { EventFrame } from './contract/events.ts'

/** Path of the socket on the app's origin. */
export const BRIDGE_PATH = '/bridge'

/** First frame of a connection. The answer has the same form, with an error when the contracts differ. */
export interface HelloFrame {
  readonly hello: number
}
export interface RequestFrame {
  /** Chosen by the window; an answer carries it back. */
  readonly id: number
  readonly method: string
  readonly input: unknown
}
export type WindowFrame = HelloFrame | RequestFrame

export interface WelcomeFrame {
  readonly hello: number
  readonly error?: WireError
}
export interface ReplyFrame {
  /** Null answers a frame whose id could not be read. */
  readonly id: number | null
  readonly reply: Reply
}
export type CoreFrame = WelcomeFrame | ReplyFrame | EventFrame

/** The socket was closed because the contracts differ: trying again is pointless. */
export const CLOSE_CONTRACT_MISMATCH = 4001
