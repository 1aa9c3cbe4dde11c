// Compiled from the route spec by switchyard. Edit the spec, not this file.

/// The OpenAPI document of the gateway, as JSON: `openapi.json` beside the docs page.
let openAPI: StaticString = ##"""
{
  "openapi": "3.1.0",
  "info": {
    "title": "Gateway",
    "version": "1.0.0"
  },
  "paths": {
    "/items": {
      "get": {
        "operationId": "exact get /items",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [],
        "x-match": "header=X-Version:1"
      },
      "post": {
        "operationId": "exact post /items",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [],
        "x-match": "header=X-Version:1"
      },
      "put": {
        "operationId": "exact put /items",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [],
        "x-match": "header=X-Version:1"
      },
      "patch": {
        "operationId": "exact patch /items",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [],
        "x-match": "header=X-Version:1"
      },
      "delete": {
        "operationId": "exact delete /items",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [],
        "x-match": "header=X-Version:1"
      }
    }
  },
  "components": {
    "responses": {
      "GatewayTimeout": {
        "description": "The upstream took too long",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayError"
            }
          }
        }
      },
      "RequestTooLarge": {
        "description": "The request's body is over the route's limit",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayError"
            }
          }
        }
      },
      "UpstreamUnavailable": {
        "description": "The upstream refuses, cannot be reached or broke off",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayError"
            }
          }
        }
      }
    },
    "schemas": {
      "GatewayError": {
        "type": "object",
        "required": [
          "error",
          "metadata"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "code",
              "message",
              "request_id"
            ],
            "properties": {
              "code": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "request_id": {
                "type": "string"
              }
            }
          },
          "metadata": {
            "type": "object",
            "required": [
              "success",
              "timestamp"
            ],
            "properties": {
              "success": {
                "const": false
              },
              "timestamp": {
                "type": "string",
                "format": "date-time"
              }
            }
          }
        }
      }
    }
  }
}
"""##
