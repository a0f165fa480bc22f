import type { Page } from '@playwright/test'

export type Reach = (page: Page) => Promise<unknown>

/** One thing that the window can show. */
export interface State {
  /** Of page/scenes.ts. */
  readonly scene: string
  /** Where in the scene, when it is not where the scene begins. */
  readonly at?: `#/${string}`
  /** Ends the sentence “the window shows …”; also the name of the picture. */
  readonly shows: string
  /** What a person does and sees until it is there, in every language. */
  readonly reach: Reach
}
