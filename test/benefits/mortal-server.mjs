// A server in a process of its own, for tests that kill it. Options as JSON: { config, diesAfterCommit }.
import 'reflect-metadata';

const { config, diesAfterCommit } = JSON.parse(process.argv[2]);
const { Database } = await import('../../dist/server/database/database.js');
const { startServer } = await import('../../dist/server/main.js');

const server = await startServer({ config });
if (diesAfterCommit) {
  const { transaction } = Database.prototype;
  Database.prototype.transaction = async function (work) {
    const result = await transaction.call(this, work);
    process.kill(process.pid, 'SIGKILL');
    return result;
  };
}
process.send({ url: server.url });
