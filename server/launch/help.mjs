/**
 * The commands of this project and what `npm run <command> -- --help` says about each. One table:
 * the launcher refuses what is not in it.
 */
const database = `
Environment:
  DATABASE_URL        any PostgreSQL 15 or newer, e.g. postgres://user:password@host:5432/liuke
                      (without it Liuke runs its own PostgreSQL 18, data below .liuke/)`;

/** Command → its help text. The first line of each text is the summary. */
export const help = {
  start: `Start Liuke: database, migrations, demo company on the first run, panel and API on one port.

Usage: npm start
${database}
  PORT                port of API and panel (default 4000)
  HOST                address to listen on (default 127.0.0.1)

Stop it with Ctrl-C or SIGTERM: requests are finished first, then the database is stopped.`,

  dev: `Start Liuke for development: server and panel reload when their sources change.

Usage: npm run dev
${database}
  PORT                port of API and panel (default 4000)`,

  test: `Run every check: types, lint and format, freshness of the contract, all tests.

Usage: npm test [-- <filter> …]
  npm test                        everything
  npm test -- test/launch         only the tests whose path contains the filter
  npm test -- types lint          only these checks (types, lint, schema, operations, tests)

The last line says how many passed and failed; the exit code is 0 only when nothing failed.`,

  bench: `Run the benchmarks and print their ratios as a table (kept in test/bench/results.md).

Usage: npm run bench [-- <option> …]
  --only P,N,…        only these:
                        P  perks home screen of the mobile app, beside a plain server and PostGraphile 5
                        N  nested list of 50: grant, customer, tier, benefits
                        S  the panel's customer list by tier and stage, sorted by spend; far pages
                        I  order ingest through the API, at three sizes
                        F  import of a file (--file; without it the slice in seeds/)
                        M  impact of a programme's draft over everybody
                        G  ten segments, counted and listed, beside hand-written SQL; far pages
                        R  everybody's levels computed anew, and the daily refresh
                        E  events through the API, beside COPY
                        X  memory of the server while it exports everybody
                        T  first and second start of npm start
  --scale 0.05        a smaller company than 1,000,000 customers, 5,000,000 orders and 20,000,000 events; results are not kept
  --rounds 5          how many interleaved rounds the medians are of
  --seconds 5         how long one round takes
  --connections 32
  --file <file>       the order history that F imports (CSV, also gzipped)

The data is made on the first run (ten minutes, and some 13 GB below .liuke/bench) and kept; I, R, E and X work on a copy,
which takes as much again. Each table is kept as soon as it is there, so scenarios can be run one by one. The servers that
Liuke is compared with are installed into test/bench/references on their first use.`,

  import: `Import the orders or events of another system from a CSV file (also gzipped).

Usage: npm run import -- <orders|events> <file> [options]
  npm run import -- orders history.csv.gz --source store --currency GBP --time-zone Europe/London
  npm run import -- events clicks.csv --source app

  --source <name>          the system that numbers, ids and customer ids belong to (default: import)
  --currency <code>        of the prices (default: the company's)
  --time-zone <zone>       of times without an offset (default: the company's)
  --map <field>=<column>   what a column means, where its name does not say so; once for each of
                           number, placedAt, quantity, unitPrice, customerExternalId, sku, name, category
                           (events: id, kind, customerExternalId, at, sku, category, detail)

Safe to run twice and to resume after an interruption.
${database}`,

  db: `Look after the database.

Usage: npm run db -- <migrate|status|reset|shell>
  migrate             apply the migrations that are missing
  status              say where the database is and which migrations are applied
  reset [--yes]       drop everything in it and migrate anew (asks first)
  shell               an SQL prompt (psql when it is installed)
${database}`,

  build: `Compile without starting anything.

Usage: npm run build [-- <what> …]
  npm run build                   server and panel, into dist/
  npm run build -- schema         schema/schema.graphql from the code
  npm run build -- operations     the panel's typed operations from schema/schema.graphql`,
};

/** What is printed when no or an unknown command is given. */
export function overview() {
  const rows = Object.entries(help).map(([name, text]) => {
    const call = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    return `  ${call.padEnd(16)} ${text.slice(0, text.indexOf('\n'))}`;
  });
  return `Liuke\n\n${rows.join('\n')}\n\nEach of them explains itself with -- --help.`;
}
