/** See install.mjs. */
export function installReason(root: string): 'missing' | 'outdated' | undefined;
export function install(root: string): Promise<void>;
