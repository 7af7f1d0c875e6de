import { useParams } from 'react-router'

/** The id of the enterprise whose page this is. */
export const useEnterpriseId = (): string => useParams().enterprise ?? ''
