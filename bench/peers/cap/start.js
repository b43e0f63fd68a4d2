// node cap/start.js PORT HOST PGPORT DATABASE: SAP CAP's own server on loopback, from this folder's model.
const { Server } = require('node:http')
const [port, host, pgport, database] = process.argv.slice(2)
const listen = Server.prototype.listen
Server.prototype.listen = function (at, ...rest) {
  this.keepAliveTimeout = 600_000 // A caller that waits for others' answers keeps its connection: Node hangs up after five seconds.
  return listen.call(this, at, '127.0.0.1', ...rest.filter(each => typeof each === 'function'))
}
process.chdir(__dirname)
const cds = require('@sap/cds')
cds.env.requires.db.credentials = { host, port: +pgport, user: 'postgres', password: '', database }
cds.env.requires.db.pool = { min: 0, max: 32 }
cds.exec('--port', port)
