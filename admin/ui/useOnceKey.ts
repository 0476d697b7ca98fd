import { useState } from 'react';

/** A key for one opening of a dialog: pressing twice, or again after a lost answer, has one effect. */
export function useOnceKey(): string {
  const [key] = useState(() => crypto.randomUUID());
  return key;
}
