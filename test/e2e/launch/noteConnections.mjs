// Loaded ahead of a host: notes every connection that it begins and every name that it looks up, a line each.
import { subscribe } from 'node:diagnostics_channel'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const file = process.env['PROOFDESK_CONNECTIONS_LOG'] ?? ''
const note = (line) => appendFileSync(file, `${line}\n`)

subscribe('net.client.socket', ({ socket }) => {
  socket.once('connectionAttempt', (ip) => note(`connect ${ip}`))
})
const { lookup } = dns
dns.lookup = (name, ...rest) => {
  note(`lookup ${name}`)
  return lookup(name, ...rest)
}
syncBuiltinESMExports()
note('begun')
