/** Command → its help text. */
export const help: Readonly<Record<'start' | 'dev' | 'test' | 'bench' | 'import' | 'db' | 'build', string>>;
export function overview(): string;
