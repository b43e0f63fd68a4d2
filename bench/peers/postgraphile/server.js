// node postgraphile/server.js PORT HOST PGPORT DATABASE: PostGraphile with its aggregates plugin on loopback.
const http = require('node:http')
const { Pool } = require('pg')
const { postgraphile } = require('postgraphile')
const { default: aggregates } = require('@graphile/pg-aggregates')
const [port, host, pgport, database] = process.argv.slice(2)
const pool = new Pool({ host, port: +pgport, user: 'postgres', database, max: 32 })
const server = http.createServer(postgraphile(pool, 'public', {
  appendPlugins: [aggregates], disableQueryLog: true, graphiql: false, disableDefaultMutations: true, queryCacheMaxSize: 50_000_000,
}))
server.keepAliveTimeout = 600_000 // As SAP CAP's.
server.listen(+port, '127.0.0.1')
