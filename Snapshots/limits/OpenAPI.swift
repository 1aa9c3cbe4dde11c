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
    "/both": {
      "get": {
        "operationId": "both get /both",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "both post /both",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "both put /both",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "both patch /both",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "both delete /both",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/free": {
      "get": {
        "operationId": "free get /free",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": []
      },
      "post": {
        "operationId": "free post /free",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": []
      },
      "put": {
        "operationId": "free put /free",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": []
      },
      "patch": {
        "operationId": "free patch /free",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": []
      },
      "delete": {
        "operationId": "free delete /free",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": []
      }
    },
    "/health": {
      "get": {
        "operationId": "health",
        "responses": {
          "200": {
            "description": "OK"
          }
        },
        "security": []
      }
    },
    "/login": {
      "post": {
        "operationId": "login",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": []
      }
    },
    "/tiers": {
      "get": {
        "operationId": "tiers get /tiers",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "tiers post /tiers",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "tiers put /tiers",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "tiers patch /tiers",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "tiers delete /tiers",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/widgets": {
      "get": {
        "operationId": "listWidgets",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "502": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "503": {
            "$ref": "#/components/responses/TooBusy"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          },
          "default": {
            "description": "What the upstream answers"
          }
        },
        "security": [
          {
            "token": []
          }
        ]
      }
    }
  },
  "components": {
    "securitySchemes": {
      "token": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT"
      }
    },
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
      "RateLimited": {
        "description": "Too many requests; Retry-After says when the next one may be made",
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
      "TooBusy": {
        "description": "As many requests are under way as may be at a time",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayError"
            }
          }
        }
      },
      "Unauthorized": {
        "description": "No valid token",
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
          "message",
          "request_id"
        ],
        "properties": {
          "error": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "request_id": {
            "type": "string"
          }
        }
      }
    }
  }
}
"""##
