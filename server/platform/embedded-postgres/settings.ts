/** For one small machine that also runs Callboard: all of PostgreSQL stays below 512 MB. */
export const smallMachineSettings = {
  listen_addresses: '127.0.0.1',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '4MB',
  maintenance_work_mem: '48MB',
  wal_buffers: '8MB',
  // Many short transactions: what helps one big query only takes memory and start time here.
  jit: 'off',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  max_wal_senders: '2',
  random_page_cost: '1.1',
  effective_io_concurrency: '16',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  min_wal_size: '128MB',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // Refused claims are errors to PostgreSQL and everyday answers to us, which the program logs
  // itself; 'log' still writes crashes, failed log-ins and what an operator must see.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
} as const;

export const durableSettings = { fsync: 'on', synchronous_commit: 'on' } as const;

export const throwAwaySettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
} as const;
