/** What the line does to one request. `request`: the hub never sees it as it was sent. `answer`: the hub has acted already. */
export const FAULTS = [
  { name: 'drop', way: 'request' },
  { name: 'reset', way: 'request' },
  { name: 'hang', way: 'request' },
  { name: 'delay', way: 'request' },
  { name: 'truncate', way: 'request' },
  { name: 'duplicate', way: 'request' },
  /** The sender believes it lost; it arrives after what was sent later. */
  { name: 'late_copy', way: 'request' },
  /** Another request goes first. */
  { name: 'overtaken', way: 'request' },
  { name: 'status_500', way: 'request' },
  { name: 'status_503', way: 'request' },
  { name: 'status_429', way: 'request' },
  /** A page of the hotel's network instead of the hub, with status 200. */
  { name: 'portal', way: 'request' },
  { name: 'drop', way: 'answer' },
  { name: 'reset', way: 'answer' },
  { name: 'hang', way: 'answer' },
  { name: 'delay', way: 'answer' },
  { name: 'truncate', way: 'answer' },
  /** Half of the body as if it were all of it. */
  { name: 'shorten', way: 'answer' },
  /** All of the body, and no end. */
  { name: 'slow_close', way: 'answer' },
  { name: 'status_500', way: 'answer' },
  { name: 'status_503', way: 'answer' },
  { name: 'status_429', way: 'answer' },
] as const
export type Fault = (typeof FAULTS)[number]

export const faultName = ({ name, way }: Fault): string => `${name} of the ${way}`
