import { createServer } from 'node:net';
import { LaunchFailure } from './failure.js';

/** Makes sure that the port can be listened on, before anything else is started or changed. */
export async function checkPort(port: number, host: string, command = 'npm start'): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ port, host, exclusive: true }, resolve);
    });
  } catch (error) {
    throw new LaunchFailure(explainPort((error as NodeJS.ErrnoException).code, port, host, command));
  }
  await new Promise((resolve) => probe.close(resolve));
}

function explainPort(code: string | undefined, port: number, host: string, command: string): string {
  const other = port < 65_535 ? port + 1 : port - 1;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Take another one: PORT=${other} ${command}`;
    case 'EACCES':
      return `Port ${port} is reserved for the administrator. Take another one: PORT=4000 ${command}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`;
    default:
      return `Cannot listen on ${host}:${port} (${code}).`;
  }
}
