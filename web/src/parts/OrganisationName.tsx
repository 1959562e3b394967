import { useOrganisationName } from "./useOrganisationName";

/** A firm or station by its name. */
export function OrganisationName({ of }: { of: string | undefined }) {
  return <>{useOrganisationName(of)}</>;
}
