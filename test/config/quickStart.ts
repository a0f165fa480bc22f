/** Build steps that halve what a Node entry spends before its first own line. They change no behaviour. */
import type { Plugin } from 'vite'

/**
 * Takes Node's own modules by name instead of importing them. An import makes a module of each and reads its every member, which
 * loads what hides behind lazy ones: fetch and its sockets behind node:http, web crypto behind node:crypto.
 */
export function builtinsByName(): Plugin {
  return {
    name: 'proofdesk:builtins-by-name',
    renderChunk: (code) => code.replaceAll(/^import (.+) from "(node:[\w/]+)";$/gm, takeByName),
  }
}

/** Modules that hold nothing but functions, which only later work calls. */
const ON_DEMAND = new Set(['node:fs/promises', 'node:child_process'])

function takeByName(statement: string, what: string, name: string): string {
  const source = `process.getBuiltinModule("${name}")`
  const [, whole, members] = /^(?:\* as )?([\w$]+)?(?:, )?(?:\{ (.+) \})?$/.exec(what) ?? []
  if (whole === undefined && members === undefined) return statement
  const lines = []
  if (whole !== undefined) lines.push(`const ${whole} = ${source};`)
  if (members !== undefined && ON_DEMAND.has(name)) lines.push(...members.split(', ').map(callLater(source)))
  else if (members !== undefined) lines.push(`const { ${members.replaceAll(' as ', ': ')} } = ${source};`)
  return lines.join('\n')
}

const callLater = (source: string) => (member: string) => {
  const [name = '', local = name] = member.split(' as ')
  return `const ${local} = (...values) => ${source}.${name}(...values);`
}

/** The server's half of ws opens no connection, and our sockets are not compressed; what ws needs for either is loaded when it is used. */
export function clientModulesOnDemand(): Plugin {
  return {
    name: 'proofdesk:client-modules-on-demand',
    transform(code, id) {
      if (id.endsWith('/node_modules/ws/lib/permessage-deflate.js')) return wholeOnDemand(code, 'zlib')
      if (!id.endsWith('/node_modules/ws/lib/websocket.js')) return null
      return [
        ['https', 'request'],
        ['tls', 'connect'],
      ].reduce((text, [name = '', member = '']) => onDemand(text, name, member), code)
    },
  }
}

function onDemand(code: string, name: string, member: string): string {
  return replaceRequire(
    code,
    name,
    `({ get ${member}() { return process.getBuiltinModule('node:${name}').${member} } })`,
  )
}

function wholeOnDemand(code: string, name: string): string {
  const later = `new Proxy({}, { get: (_, member) => process.getBuiltinModule('node:${name}')[member] })`
  return replaceRequire(code, name, later)
}

function replaceRequire(code: string, name: string, by: string): string {
  const wanted = `require('${name}')`
  if (!code.includes(wanted)) throw new Error(`ws no longer says ${wanted}; look at it again.`)
  return code.replace(wanted, by)
}
