type Values = Record<string, unknown>;

const FIELDS = ['name', 'gender', 'birthday', 'city', 'locale', 'preferredChannel', 'interests'] as const;

/**
 * The input of `customerUpdate` from the edited form: contacts are sent only when they were typed anew, because the
 * form was filled with the masked ones, and quiet hours only as a pair.
 */
export function customerUpdateInput(data: Values, options?: { previousData?: Values }): Values {
  const before = options?.previousData ?? {};
  const input: Values = { id: data.id, version: data.version };
  for (const field of FIELDS) if (field in data) input[field] = data[field] ?? null;
  for (const field of ['phone', 'email'] as const) {
    if (data[field] !== before[field]) input[field] = data[field] ?? null;
  }
  const quiet = data.quietHours as { from?: string; until?: string } | null | undefined;
  input.quietHours = quiet?.from && quiet.until ? { from: quiet.from, until: quiet.until } : null;
  if (input.interests === null) input.interests = [];
  return input;
}
