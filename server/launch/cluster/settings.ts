import { totalmem } from 'node:os';

/** For whom a cluster runs: `company` keeps every commit, `test` trades that for speed. */
export type Purpose = 'company' | 'test';

/**
 * PostgreSQL's settings as command line arguments. Memory follows the machine: an eighth of it for
 * shared buffers, between 128 MB and 1 GB, because Liuke shares the machine.
 */
export function settings(purpose: Purpose, socketFolder: string): string[] {
  const megabytes = Math.round(totalmem() / 1024 / 1024);
  const buffers = Math.min(1024, Math.max(128, Math.round(megabytes / 8)));
  const common = {
    listen_addresses: '',
    unix_socket_directories: socketFolder.replaceAll('"', '""').replace(/^.*[,"].*$/s, '"$&"'),
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.round(megabytes / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
  };
  const durable = { wal_compression: 'on', max_wal_size: '4GB', checkpoint_timeout: '15min' };
  const fast = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    autovacuum: 'off',
    shared_buffers: '128MB',
  };
  const chosen = { ...common, ...(purpose === 'test' ? fast : durable) };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
