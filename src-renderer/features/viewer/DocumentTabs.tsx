import { Tab, TabList } from '@fluentui/react-components'
import { Attach16Regular } from '@fluentui/react-icons/svg/attach'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ShownDocument } from './viewerProps.ts'
import { useViewerStyles } from './viewerStyles.ts'

interface DocumentTabsProps {
  readonly documents: readonly ShownDocument[]
  readonly current: string
  /** By `documentId`; a document whose pages nobody counted yet has none. */
  readonly pages: Readonly<Record<string, number>>
  readonly panelId: string
  readonly onChoose: (documentId: string) => void
}

/** One tab for each document, named as the partner named the file; files inside one stand behind it. */
export function DocumentTabs({ documents, current, pages, panelId, onChoose }: DocumentTabsProps) {
  const intl = useIntl()
  const styles = useViewerStyles()
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={current}
      aria-label={intl.formatMessage({ id: 'viewer.tabs' })}
      onTabSelect={(_, { value }) => {
        if (typeof value === 'string') onChoose(value)
      }}
    >
      {documents.map(({ documentId, fileName, isInside }) => {
        const count = pages[documentId]
        const inside = isInside === undefined ? null : { fileName, outer: isInside }
        return (
          <Tab
            key={documentId}
            className={styles.tab}
            value={documentId}
            title={inside === null ? fileName : intl.formatMessage({ id: 'viewer.tab.inside' }, inside)}
            icon={inside === null ? null : <Attach16Regular />}
            aria-controls={documentId === current ? panelId : undefined}
          >
            <span className={styles.tabContent}>
              <span className={styles.tabName}>{fileName}</span>
              {count !== undefined && (
                <span className={styles.quiet}>
                  <FormattedMessage id="viewer.tab.pages" values={{ pages: count }} />
                </span>
              )}
            </span>
          </Tab>
        )
      })}
    </TabList>
  )
}
