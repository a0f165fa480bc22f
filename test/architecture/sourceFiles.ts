import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

export const ROOT = resolve(import.meta.dirname, '../..')

/** One import of a source file. `target` is a path from the root for our own files, else the package's name. */
export interface SourceImport {
  readonly from: string
  readonly target: string
  readonly own: boolean
  readonly typeOnly: boolean
  /** Loaded when it is asked for. */
  readonly isLazy: boolean
}

/** Paths from the root, with forward slashes. */
export function listSources(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Static and dynamic imports and re-exports. */
export function importsOf(path: string): SourceImport[] {
  const file = ts.createSourceFile(path, readSource(path), ts.ScriptTarget.Latest, true)
  const found: SourceImport[] = []
  const add = (specifier: string, typeOnly: boolean, isLazy = false) =>
    found.push({ ...importOf(path, specifier, typeOnly), isLazy })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      if (argument !== undefined && ts.isStringLiteral(argument)) add(argument.text, false, true)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  )
}

function importOf(from: string, specifier: string, typeOnly: boolean): Omit<SourceImport, 'isLazy'> {
  const bare = specifier.replace(/\?.*$/, '')
  if (!bare.startsWith('.')) return { from, target: packageOf(bare), own: false, typeOnly }
  const target = relative(ROOT, resolve(ROOT, dirname(from), bare)).replaceAll('\\', '/')
  return { from, target, own: true, typeOnly }
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
