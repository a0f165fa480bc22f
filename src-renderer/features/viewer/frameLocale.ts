import type { IntlShape } from 'react-intl'
import type { FrameLocale } from './viewerSession.ts'

const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur']

/** The sentences that the frame says itself, with its places left open: it fills in numbers and names. */
export function frameLocale(intl: IntlShape): FrameLocale {
  const open = {
    name: '{name}',
    page: '{page}',
    pages: '{pages}',
    number: '{number}',
    label: '{label}',
    width: '{width}',
    height: '{height}',
  }
  return {
    language: intl.locale,
    direction: RIGHT_TO_LEFT.includes(intl.locale.slice(0, 2)) ? 'rtl' : 'ltr',
    strings: {
      document: intl.formatMessage({ id: 'viewer.frame.document' }, open),
      page: intl.formatMessage({ id: 'viewer.frame.page' }, open),
      evidence: intl.formatMessage({ id: 'viewer.frame.evidence' }, open),
      nearest: intl.formatMessage({ id: 'viewer.frame.nearest' }, open),
      flag: intl.formatMessage({ id: 'viewer.frame.flag' }, open),
      hidden: intl.formatMessage({ id: 'viewer.frame.hidden' }, open),
      hiddenTag: intl.formatMessage({ id: 'viewer.frame.hiddenTag' }),
      own: intl.formatMessage({ id: 'viewer.frame.own' }, open),
      picture: intl.formatMessage({ id: 'viewer.frame.picture' }, open),
      thumbnails: intl.formatMessage({ id: 'viewer.frame.thumbnails' }),
      thumbnail: intl.formatMessage({ id: 'viewer.frame.page' }, open),
      added: intl.formatMessage({ id: 'viewer.frame.added' }, open),
      removed: intl.formatMessage({ id: 'viewer.frame.removed' }, open),
      changed: intl.formatMessage({ id: 'viewer.frame.changed' }, open),
      moved: intl.formatMessage({ id: 'viewer.frame.moved' }, open),
      thumbnailSeen: intl.formatMessage({ id: 'viewer.frame.pageSeen' }, open),
    },
  }
}
