/** See build.mjs. Returns the paths that were written or removed. */
export function build(root: string, log?: (line: string) => void): Promise<string[]>;
