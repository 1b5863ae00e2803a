import { notFound } from 'next/navigation'

/** Any address within a tenant that no page answers: the 404 page, with the rail. */
export default function MissingPage() {
  notFound()
}
