import { type Answer, problem } from '#runtime/problem';
import { type RouteRequest, route } from '#runtime/route';
import { ROUTES } from '../routes.ts';
import { notFound } from './contract.ts';

/** Answers what no route takes: 405 where the path is known with another method, else 404. */
export async function answerUnknown(_: unknown, { method, path }: RouteRequest): Promise<Answer> {
  const allowed = ROUTES.filter(({ contract }) => fits(contract.path, path)).map(({ contract }) => contract.method);
  if (allowed.length === 0) return problem(404, 'There is nothing at this address. /docs lists what there is.');
  const refused = problem(405, `${method} is not possible here; possible: ${allowed.join(', ')}.`);
  return { ...refused, headers: { ...refused.headers, allow: allowed.join(', ') } };
}

function fits(template: string, path: string): boolean {
  const [wanted, found] = [template.split('/'), path.split('/')];
  const fitsAt = (part: string, index: number): boolean =>
    part.startsWith('{') ? found[index] !== '' : part === found[index];
  return wanted.length === found.length && wanted.every(fitsAt);
}

/** The Lambda function of the `$default` route. */
export const handler = route(notFound, () => ({}), answerUnknown);
