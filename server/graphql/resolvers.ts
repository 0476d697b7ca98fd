import { CompanyResolver } from '../company/resolver.js';
import { SessionResolver } from '../staff/session-resolver.js';

/** Every resolver class of the API, noun by noun. */
export const resolvers = [CompanyResolver, SessionResolver] as const;
