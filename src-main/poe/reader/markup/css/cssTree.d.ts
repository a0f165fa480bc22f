/** The same library in one file, with its tables of properties in it: the other entry asks Node for files that no bundle has. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree'
}
