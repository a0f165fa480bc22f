import { useEffect } from 'react'
import { useStores } from '../stores/Stores.tsx'
import type { Route } from './routes.ts'
import { useCommand } from './useCommand.ts'

/** Opens the file of a decision: chosen by a command, or dropped on the window. Whatever else is dropped stays outside. */
export function useRecordFiles(go: (route: Route) => void): void {
  const { record } = useStores()
  const open = (file: File | undefined) => {
    if (file === undefined) return
    void record.getState().open(file)
    go({ page: 'record' })
  }
  useCommand('record.open', () => choose(open))
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      void record.getState().open(file)
      go({ page: 'record' })
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [record, go])
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

function choose(onFile: (file: File | undefined) => void): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = '.zip,application/zip'
  field.addEventListener('change', () => onFile(field.files?.[0]), { once: true })
  field.click()
}
