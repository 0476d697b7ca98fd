import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new id: UUIDv7, so that rows made together lie together, and made here, so that any database will do. */
export function newId(): string {
  return v7();
}

/** Whether a caller's id can name anything at all; others get the same answer as a missing row. */
export function isId(value: string): boolean {
  return UUID.test(value);
}
