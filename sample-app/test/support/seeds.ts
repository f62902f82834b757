/** What sql/200-seed.sql puts into every fresh database. */
export const ACME = organization(1); // active, tier pro
export const GLOBEX = organization(2); // active, tier free
export const INITECH = organization(3); // pending, tier starter
export const UMBRELLA = organization(4); // suspended, tier pro
export const HOOLI = organization(5); // active, tier enterprise

function organization(number: number): { id: string; owner: string } {
  return {
    id: `a0000000-0000-4000-8000-00000000000${number}`,
    owner: `b0000000-0000-4000-8000-00000000000${number}`,
  };
}
