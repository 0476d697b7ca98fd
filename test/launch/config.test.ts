import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { loadConfig, withSetting } from '../../server/config.js';

describe('settings added to a database address', () => {
  /** What a session of that address has them at. */
  async function settingsOf(connectionString: string): Promise<unknown> {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      const { rows } = await client.query(
        `select current_setting('work_mem') as work_mem, current_setting('synchronous_commit') as commit`,
      );
      return rows[0];
    } finally {
      await client.end();
    }
  }

  test('hold in its sessions, whether or not it has others', async () => {
    const plain = process.env.TEST_OWNER_URL!;
    const one = withSetting(plain, 'work_mem', '1MB');
    expect(await settingsOf(one)).toMatchObject({ work_mem: '1MB' });
    expect(await settingsOf(withSetting(one, 'synchronous_commit', 'local'))).toEqual({
      work_mem: '1MB',
      commit: 'local',
    });
  });

  test('leave the rest of the address alone', () => {
    expect(withSetting('postgres://me:a%3Fb@host/db', 'role', 'r')).toBe(
      'postgres://me:a%3Fb@host/db?options=-c%20role%3Dr',
    );
    const { appUrl } = loadConfig({
      DATABASE_URL: 'postgres://me@host/db?sslmode=require&options=-c%20work_mem%3D1MB',
    });
    expect(appUrl).toBe('postgres://me@host/db?sslmode=require&options=-c%20work_mem%3D1MB%20-c%20role%3Dliuke_app');
  });
});
