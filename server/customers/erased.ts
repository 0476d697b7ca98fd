import { createHash } from 'node:crypto';

/**
 * What is left of a deleted person's identity (A4): a fingerprint that cannot be turned back without the company's secret,
 * so that a late or repeated push of old data is known as such and does not bring the person's data back.
 */
export function erasedIdentity(secret: string, source: string, externalId: string) {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([secret, source, externalId]))
    .digest('hex');
  return { source: `erased:${source}`, externalId: fingerprint };
}
