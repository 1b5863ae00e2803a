/**
 * The reference for people at /docs/api. It is drawn by a file that is kept here (public/vendor) and asks this hub only:
 * its policy lets nothing else be loaded, and no text be run as a program.
 */
export const referencePath = '/docs/api'

export const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** No font, no proxy and no assistant from elsewhere; light or dark as the reader's system is. */
const settings = {
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  proxyUrl: '',
  authentication: { preferredSecurityScheme: 'key' },
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

export const referencePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>REST API · Integration Hub</title>
</head>
<body>
<noscript>The reference needs a script; the document itself is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</noscript>
<script id="api-reference" data-url="/api/v1/openapi.json" data-configuration="${attribute(JSON.stringify(settings))}"></script>
<script src="/vendor/scalar-api-reference-1.46.4.js"></script>
</body>
</html>
`
