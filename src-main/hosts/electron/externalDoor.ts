import type { ElectronApi } from './electronApi.ts'

/** The system's own browser, for the addresses of the contract alone: the window itself is locked and never leaves. */
export function externalDoor({ shell }: ElectronApi) {
  return (address: string): Promise<boolean> =>
    shell.openExternal(address).then(
      () => true,
      () => false,
    )
}
