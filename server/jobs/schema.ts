/** The database schema in which the job queue (pg-boss) keeps its tables. */
export const JOB_SCHEMA = 'pgboss';
