import type { ClaimRecord } from '../../src-preload/contract/vocabulary/claimShape.ts'
import type { Sha256 } from '../../src-preload/contract/vocabulary/idShapes.ts'
import type { ReadStore, WriteStore } from './openStore.ts'
import { statement } from './statements.ts'

/** The text of one page, as a person reads it: nothing hidden is in it. */
export interface PageText {
  readonly page: number
  readonly text: string
}

const PUT_PAGE = `insert into search_texts (sha256, page, page_text) values (?, ?, ?)
  on conflict (sha256, page) where sha256 is not null do update set page_text = excluded.page_text`

/** Puts the pages of a document in place of what was known of them. */
export function putPageTexts(store: WriteStore, sha256: Sha256, pages: readonly PageText[]): void {
  for (const { page, text } of pages) statement(store, PUT_PAGE).run(sha256, page, text)
  const last = Math.max(0, ...pages.map(({ page }) => page))
  statement(store, 'delete from search_texts where sha256 = ? and page > ?').run(sha256, last)
}

/** Empty until the document was read. */
export function listPageTexts(store: ReadStore, sha256: Sha256): PageText[] {
  return statement(
    store,
    'select page, page_text as text from search_texts where sha256 = ? order by page',
  ).all(sha256) as PageText[]
}

const LIST_COMMENTS = `select text_key as textKey, comment_id as commentId, comment from search_texts where claim_key = ?`
const PUT_COMMENT = `insert into search_texts (claim_key, comment_id, comment) values (?, ?, ?)
  on conflict (claim_key, comment_id) where claim_key is not null do update set comment = excluded.comment`

interface KnownComment {
  readonly textKey: number
  readonly commentId: string
  readonly comment: string
}

/** The feed brings all comments of a claim each time; what is searched already is left as it is. */
export function putCommentTexts(
  store: WriteStore,
  claimKey: number,
  comments: ClaimRecord['comments'],
  isNew: boolean,
): void {
  const known = isNew ? [] : (statement(store, LIST_COMMENTS).all(claimKey) as KnownComment[])
  const put = statement(store, PUT_COMMENT)
  for (const { commentId, text } of comments)
    if (!known.some((each) => each.commentId === commentId && each.comment === text))
      put.run(claimKey, commentId, text)
  for (const { textKey, commentId } of known)
    if (!comments.some((each) => each.commentId === commentId))
      statement(store, 'delete from search_texts where text_key = ?').run(textKey)
}
