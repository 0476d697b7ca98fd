import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../../server/root.js';

/** The identity provider of the measured company: RS256 with 2048 bits, as most providers sign by default. */
export interface Issuer {
  issuer: string;
  audience: string;
  jwksUrl: string;
  /** The public key as PEM, for servers that know no key sets. */
  publicKey: string;
  privateKey: string;
}

const folder = join(root, '.liuke', 'bench-tokens');

/** The issuer with its key, made once. */
export function benchIssuer(): Issuer {
  return remembered('issuer.json', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', kid: 'bench', use: 'sig' }] };
    return {
      issuer: 'https://id.example.com',
      audience: 'liuke-app',
      jwksUrl: `data:application/json,${encodeURIComponent(JSON.stringify(keys))}`,
      publicKey: publicKey.export({ format: 'pem', type: 'spki' }) as string,
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    };
  });
}

/** `count` tokens of random members; signing takes a millisecond each, so they are kept. */
export function memberTokens(issuer: Issuer, customers: number, count: number, now: Date): string[] {
  return remembered(`members-${customers}-${count}.json`, () => {
    const key = createPrivateKey(issuer.privateKey);
    const issuedAt = Math.floor(now.getTime() / 1000);
    return randomMembers(customers, count).map((subject) => {
      const head = encode({ alg: 'RS256', kid: 'bench', typ: 'JWT' });
      const body = encode({
        iss: issuer.issuer,
        aud: issuer.audience,
        sub: subject,
        iat: issuedAt,
        exp: issuedAt + 2_592_000,
      });
      return `${head}.${body}.${sign('sha256', Buffer.from(`${head}.${body}`), key).toString('base64url')}`;
    });
  });
}

/** Random members, the same in every run (mulberry32). */
export function randomMembers(customers: number, count: number): string[] {
  const random = randomNumbers(20_260_915);
  return Array.from({ length: count }, () => `m${1 + Math.floor(random() * customers)}`);
}

/** Numbers from 0 to 1 that are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function remembered<T>(name: string, make: () => T): T {
  const file = join(folder, name);
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  }
  const value = make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
  return value;
}
