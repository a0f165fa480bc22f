import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

const ON: number = FuseState.ENABLE
const OFF: number = FuseState.DISABLE

/** Under which name a fuse stands in the configuration of the packages. */
const NAMES = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
} as const

/** The fuses of a program by the names of the configuration, as they stand in its binary. Null = it has no such fuse. */
export async function fusesOf(
  program: string,
): Promise<Readonly<Record<keyof typeof NAMES, boolean | null>>> {
  const wire = await getCurrentFuseWire(program)
  const read = (fuse: FuseV1Options): boolean | null => {
    // The package reads a byte of the binary and types it as what the configuration says.
    const state = Number(wire[fuse])
    return state === ON ? true : state === OFF ? false : null
  }
  // The names are those of the object above.
  return Object.fromEntries(Object.entries(NAMES).map(([name, fuse]) => [name, read(fuse)])) as Record<
    keyof typeof NAMES,
    boolean | null
  >
}
