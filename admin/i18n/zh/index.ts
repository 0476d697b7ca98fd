import type { en } from '../en/index.js';
import type { Same } from '../same.js';
import { app } from './app.js';
import { customers } from './customers.js';
import { enums } from './enums.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { imports } from './imports.js';
import { levels } from './levels.js';
import { program } from './program.js';
import { ra } from './ra.js';
import { resources } from './resources.js';
import { segments } from './segments.js';
import { staff } from './staff.js';

/** The whole Chinese catalogue; the compiler holds it to the keys of the English one. */
export const zh: Same<typeof en> = {
  ra,
  ...app,
  ...errors,
  ...home,
  ...customers,
  ...program,
  ...levels,
  ...segments,
  ...imports,
  ...staff,
  ...resources,
  ...enums,
};
