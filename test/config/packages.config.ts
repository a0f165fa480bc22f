/** What is packed, how, and for whom. `npm run pack` makes a folder that starts, `npm run dist` what is installed. */
import type { Configuration } from 'electron-builder'
import { putReaderEntries, READER_TREE, readerNode, refuseWithoutReader } from './readerTree.ts'

/** Where builds lie that were packed. */
const OUTPUT = 'out/packages'
const RESOURCES = 'resources/packaging'

/** Of the libraries that are installed with us nothing but what runs: no sources, tests, types, maps, words for people. */
const UNUSED_OF_LIBRARIES = [
  '!**/*.{ts,cts,mts,tsx,map,md,markdown,flow,c,cc,cpp,h,gyp,gypi}',
  '!**/{test,tests,__tests__,example,examples,docs,.github}/**',
  '!node_modules/**/{*.test.js,test.js,bench.js,Makefile}',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
  // Extensions of the embedded database that no statement of ours asks for.
  '!node_modules/@electric-sql/pglite/dist/**/*.tar.gz',
  '!node_modules/@electric-sql/pglite/dist/{live,worker,contrib,node-postgres}/**',
  '!node_modules/@electric-sql/pglite/dist/**/*.cjs',
]

/** They parse what strangers send, under a Node of their own that looks into no archive: see readerTree.ts. */
const OF_THE_READERS = [
  '!node_modules/{pdfjs-dist,sharp,@img,detect-libc,semver,tesseract.js-core,eld}/**',
  '!node_modules/@napi-rs/canvas*/**',
  '!node_modules/node-*/**',
]

const env = process.env

export default {
  appId: 'com.microsoft.proofdesk',
  productName: 'Proofdesk',
  copyright: 'Proofdesk, MIT licence',
  directories: { output: OUTPUT, buildResources: RESOURCES },
  // Nothing is published from here, and there is no updater: whoever looks after the machines installs a new version.
  publish: null,
  npmRebuild: false,
  // What the system's loader opens cannot lie in the archive, and nothing else lies beside it: there no seal covers it.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  files: [
    'package.json',
    'out/{main,preload,renderer,viewer}/**',
    // Entries for a Node that is installed; the packed program cannot be used as one.
    '!out/main/{cli,loopback,reader,painter,recogniser}.js',
    'resources/{migrations,calendars,catalogue,demo,policy}/**',
    '!resources/migrations/*/meta/*_snapshot.json',
    ...UNUSED_OF_LIBRARIES,
    ...OF_THE_READERS,
  ],
  extraResources: READER_TREE,
  beforePack: refuseWithoutReader,
  afterPack: putReaderEntries,
  // The walls that are part of the binary itself (trust E19). Everything that is not named keeps Electron's own setting.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  },
  protocols: [{ name: 'Proofdesk claim', schemes: ['cpor'], role: 'Viewer' }],
  win: {
    // The installer for a machine that nobody manages; MSIX for the device management of a company.
    target: ['nsis', 'appx'],
    extraResources: readerNode('win'),
  },
  nsis: {
    // Into Program Files, where a person without rights changes nothing, and nowhere else.
    oneClick: false,
    perMachine: true,
    selectPerMachineByDefault: true,
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false,
    // Both serve updaters alone.
    differentialPackage: false,
    packElevateHelper: false,
    // Says to Windows who opens `cpor:`; electron-builder does so for the other packages by itself.
    include: `${RESOURCES}/claimLinks.nsh`,
  },
  appx: {
    identityName: env['PROOFDESK_APPX_IDENTITY'] ?? 'Proofdesk',
    publisher: env['PROOFDESK_APPX_PUBLISHER'] ?? 'CN=Proofdesk',
    publisherDisplayName: env['PROOFDESK_PUBLISHER_NAME'] ?? 'Proofdesk',
    applicationId: 'Proofdesk',
    languages: ['en-GB', 'it-IT'],
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: `${RESOURCES}/entitlements.mac.plist`,
    entitlementsInherit: `${RESOURCES}/entitlements.mac.inherit.plist`,
    // Asks Apple only where the build was given what Apple wants to know.
    notarize: env['APPLE_API_KEY'] !== undefined || env['APPLE_ID'] !== undefined,
    extraResources: readerNode('mac'),
  },
  linux: {
    target: ['deb', 'AppImage'],
    category: 'Office',
    executableName: 'proofdesk',
    maintainer: env['PROOFDESK_MAINTAINER'] ?? 'Proofdesk maintainers <maintainers@proofdesk.invalid>',
    extraResources: readerNode('linux'),
  },
  deb: { packageCategory: 'office' },
} satisfies Configuration
