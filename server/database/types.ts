import pg from 'pg';

const { builtins } = pg.types;

/**
 * How column values become JavaScript: bigint as number (money stays far below 2^53, and checks keep it there),
 * numeric as number, dates as 'yyyy-MM-dd', instants as Date.
 */
export const columnTypes = new pg.TypeOverrides();
columnTypes.setTypeParser(builtins.INT8, Number);
columnTypes.setTypeParser(builtins.NUMERIC, Number);
columnTypes.setTypeParser(builtins.DATE, (value: string) => value);
columnTypes.setTypeParser(builtins.TIME, (value: string) => value.slice(0, 5));
