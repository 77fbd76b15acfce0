import { createPlatform } from '#local/platform/platform-service';
import { listen, TestClock } from '../services/listener.ts';

/** Serves the platform on the directory given, as a process that a test can kill; prints its address. */
const clock = new TestClock('2026-10-17T20:00:00Z');
const { url } = await listen(await createPlatform({ directory: process.argv[2] ?? '', clock, token: 'secret' }));
process.stdout.write(`${url}\n`);
