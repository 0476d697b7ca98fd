/** PostGraphile 5 as its manual shows it, on the same tables; it checks no token and computes no quota. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.BENCH_APP_URL, schemas: ['public'], pubsub: false })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false },
  grafast: { explain: false },
};

const server = createServer();
const handler = postgraphile(preset).createServ(grafserv);
await handler.addTo(server);
server.listen(0, '127.0.0.1', () => process.send({ ready: { port: server.address().port } }));
process.on('message', () => process.send(process.cpuUsage()));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
