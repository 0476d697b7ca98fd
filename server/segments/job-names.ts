/** The names of this noun's background work. */
export const JOB = {
  daily: 'segments.daily',
  refresh: 'segments.refresh',
  export: 'segments.export',
  watch: 'segments.watch',
};
