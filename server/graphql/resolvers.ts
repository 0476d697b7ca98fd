import { CompanyResolver } from '../company/resolver.js';

/** Every resolver class of the API, noun by noun. */
export const resolvers = [CompanyResolver] as const;
