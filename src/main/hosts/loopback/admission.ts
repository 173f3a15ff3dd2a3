import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the program: whoever opens the address with its token first gets a cookie, and the token is spent. */
export type Admission = {
  /** Stands in the address, works once. */
  readonly token: string;
  /** Trades the token for the cookie's line; null for a wrong or a spent one. */
  exchange(token: string): string | null;
  /** Whether a `Cookie` header carries the session. */
  admits(cookies: string | undefined): boolean;
};

/** Makes the secrets of one run. The port is in the cookie's name, since cookies are not kept apart by port. */
export function createAdmission(port: number): Admission {
  const token = secret();
  const session = secret();
  const name = `rounds-${port}`;
  let spent = false;
  return {
    token,
    exchange(offered) {
      if (spent || !same(offered, token)) return null;
      spent = true;
      return `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits(cookies) {
      return (cookies ?? '').split(';').some((part) => {
        const [key, value] = part.trim().split('=', 2);
        return key === name && value !== undefined && same(value, session);
      });
    },
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing about where two texts differ. */
function same(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
