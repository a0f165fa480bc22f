/** Whether `If-None-Match` names this tag. What was compressed on the way comes back with a weak one. */
export const listsTag = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
