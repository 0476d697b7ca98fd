/** How a phone number is kept: mainland mobiles as their eleven digits, others as E.164; null when it is no number. */
export function normalizePhone(value: string): string | null {
  const digits = value.normalize('NFKC').replace(/[\s()\-.]/g, '');
  const mainland = /^(?:\+?86|0086)?(1\d{10})$/.exec(digits);
  if (mainland) {
    return mainland[1]!;
  }
  const other = digits.replace(/^00/, '+');
  return /^\+?\d{5,15}$/.test(other) ? other : null;
}

/** How an e-mail address is kept: as written; two that differ only in case are the same. Null when it is none. */
export function normalizeEmail(value: string): string | null {
  const email = value.trim();
  return /^[^\s@<>"'(),:;]+@[^\s@<>"'(),:;]+\.[^\s@<>"'(),:;.]+$/.test(email) && email.length <= 254 ? email : null;
}

/** 13812345678 as 138****5678: enough to tell numbers apart on the phone, not enough to call (A4). */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) {
    return null;
  }
  return phone.length >= 10 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** li.wei@example.com as l***@example.com. */
export function maskEmail(email: string | null): string | null {
  if (email === null) {
    return null;
  }
  const at = email.lastIndexOf('@');
  return `${[...email][0]}***${email.slice(at)}`;
}

/** 王小明 as 王**: for the audit log, which outlives the person's data. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? first : `${first}**`;
}
