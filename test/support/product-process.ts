import './power-loss.ts';
import { flushCompileCache } from 'node:module';
import { startProduct } from '../../scripts/product.ts';
import { RECORDED_CALLS } from './recorded-calls.ts';

/** A product in a process of its own, so that a test can kill it as the end of the power would: assembly, data directory, start and port as arguments. */
const [assembly = '', dataDirectory = '', startAt, port] = process.argv.slice(2);

await startProduct({ assembly, dataDirectory, port: Number(port), startAt, recordCalls: RECORDED_CALLS });
process.send?.('serving');
// It is killed, so what it compiled is written while it lives.
flushCompileCache();
