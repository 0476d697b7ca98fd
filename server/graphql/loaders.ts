import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';

/** Makes one batch loader for one request. */
export type LoaderFactory<L> = (app: App, caller: Caller) => L;

/** This request's batch loaders, each made when first asked for; nothing outlives the request. */
export class Loaders {
  readonly #made = new Map<LoaderFactory<unknown>, unknown>();

  constructor(
    private readonly app: App,
    private readonly caller: Caller,
  ) {}

  get<L>(factory: LoaderFactory<L>): L {
    let loader = this.#made.get(factory) as L | undefined;
    if (!loader) {
      loader = factory(this.app, this.caller);
      this.#made.set(factory, loader);
    }
    return loader;
  }
}
