import type { AddressInfo } from 'node:net';
import { App, type AppOptions } from './app.js';
import { createHttp } from './http/server.js';

/** A server at work. */
export interface RunningServer {
  app: App;
  url: string;
  /** Stops taking requests, lets those under way finish, stops jobs, closes the database. */
  close(): Promise<void>;
}

/** Starts API, panel and (unless configured away) workers on one port; the database must be migrated and set up. */
export async function startServer(options: AppOptions): Promise<RunningServer> {
  const app = await App.open(options);
  try {
    await app.startJobs({ workers: options.config.workers });
    const http = await createHttp(app);
    await http.listen({ port: options.config.port, host: options.config.host });
    const { port } = http.server.address() as AddressInfo;
    return {
      app,
      url: options.config.publicUrl ?? `http://${options.config.host}:${port}`,
      close: async () => {
        await http.close();
        await app.close();
      },
    };
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
}
