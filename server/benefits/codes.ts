import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: nothing in it is mistaken for something else when read aloud or typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A new code for the till: 60 random bits, so that nobody guesses one and no two are ever the same. */
export function newCode(): string {
  return grouped([...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % 32]).join(''));
}

/** A code as somebody typed it, in the form it is kept in; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return new RegExp(`^[${ALPHABET}]{${LENGTH}}$`).test(code) ? grouped(code) : null;
}

const grouped = (code: string) => code.match(/.{4}/g)!.join('-');
