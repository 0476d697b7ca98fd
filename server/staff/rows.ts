import type { ApiKey } from '../../schema/staff/api-key.js';
import type { Staff } from '../../schema/staff/staff.js';

/** A member of staff as plain rows of lists and loaders give them. */
export type StaffRow = Omit<Staff, 'passwordHash'>;

/** The columns of a StaffRow, of table alias s. */
export const STAFF_COLUMNS = `s.id, s.email, s.name, s.role, s.status, s.locale, s.created_at as "createdAt",
  s.last_sign_in_at as "lastSignInAt", s.version`;

/** An API key without its hash. */
export type ApiKeyRow = ApiKey;

/** The columns of an ApiKeyRow, of table alias k. */
export const API_KEY_COLUMNS = `k.id, k.name, k.prefix, k.scopes, k.created_by as "createdById",
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"`;
