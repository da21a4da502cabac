// Copyright the Kontor authors. SPDX-License-Identifier: Apache-2.0
SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // would send the description to a server of Swagger's
  validatorUrl: null,
});
