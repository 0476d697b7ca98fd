import type { ApiScope, StaffRole } from '../../schema/staff/enums.js';

/** Nobody has signed in. */
export interface Anonymous {
  kind: 'anonymous';
}

/** Somebody of the company, signed in to the panel; role and session are as the database has them now. */
export interface StaffPrincipal {
  kind: 'staff';
  id: string;
  name: string;
  role: StaffRole;
  sessionId: string;
}

/** A customer whose token the company's identity provider signed. */
export interface CustomerPrincipal {
  kind: 'customer';
  /** The identity source and the token's subject in it. */
  source: string;
  subject: string;
}

/** Another system with an API key. */
export interface SystemPrincipal {
  kind: 'system';
  apiKeyId: string;
  name: string;
  scopes: ReadonlySet<ApiScope>;
}

/** Liuke itself, in a background job. */
export interface JobPrincipal {
  kind: 'job';
  name: string;
}

/** Who is asking. */
export type Principal = Anonymous | StaffPrincipal | CustomerPrincipal | SystemPrincipal | JobPrincipal;

/** From where, for the audit log and the limits against guessing. */
export interface Origin {
  ip: string;
  userAgent: string | undefined;
  requestId: string;
}

/** Who is asking, and from where: the first argument of every use case. */
export interface Caller {
  principal: Principal;
  origin: Origin;
}
