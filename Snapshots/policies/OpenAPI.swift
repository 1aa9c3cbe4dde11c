// Compiled from the route spec by switchyard. Edit the spec, not this file.

/// The OpenAPI document of the gateway, as JSON: `openapi.json` beside the docs page.
let openAPI: StaticString = ##"""
{
  "openapi": "3.1.0",
  "info": {
    "title": "Policies",
    "version": "2.0.0",
    "description": "Who may do what."
  },
  "paths": {
    "/api/admin/{rest}": {
      "get": {
        "operationId": "anyApiAdminBelow get /api/admin/{rest}",
        "parameters": [
          {
            "name": "rest",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        ],
        "x-roles": [
          "admin"
        ]
      },
      "post": {
        "operationId": "anyApiAdminBelow post /api/admin/{rest}",
        "parameters": [
          {
            "name": "rest",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        ],
        "x-roles": [
          "admin"
        ]
      },
      "put": {
        "operationId": "anyApiAdminBelow put /api/admin/{rest}",
        "parameters": [
          {
            "name": "rest",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        ],
        "x-roles": [
          "admin"
        ]
      },
      "patch": {
        "operationId": "anyApiAdminBelow patch /api/admin/{rest}",
        "parameters": [
          {
            "name": "rest",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        ],
        "x-roles": [
          "admin"
        ]
      },
      "delete": {
        "operationId": "anyApiAdminBelow delete /api/admin/{rest}",
        "parameters": [
          {
            "name": "rest",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        ],
        "x-roles": [
          "admin"
        ]
      }
    },
    "/api/docs": {
      "get": {
        "operationId": "docs",
        "responses": {
          "200": {
            "description": "OK"
          }
        },
        "security": []
      }
    },
    "/api/docs/openapi.json": {
      "get": {
        "operationId": "openapi",
        "responses": {
          "200": {
            "description": "OK"
          }
        },
        "security": []
      }
    },
    "/api/login": {
      "post": {
        "operationId": "postApiLogin",
        "responses": {
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
    "/api/session": {
      "put": {
        "operationId": "login put /api/session",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        "operationId": "login delete /api/session",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
    "/api/session/{id}": {
      "put": {
        "operationId": "login put /api/session/{id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
        "operationId": "login delete /api/session/{id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
    "/api/widgets": {
      "get": {
        "operationId": "listWidgets",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
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
            "token": [
              "read:widgets"
            ]
          }
        ],
        "x-roles": [
          "admin",
          "reader",
          "writer"
        ]
      },
      "post": {
        "operationId": "create-widget",
        "summary": "Create a widget",
        "tags": [
          "widgets"
        ],
        "deprecated": true,
        "responses": {
          "201": {
            "description": "Created",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Widget"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "413": {
            "$ref": "#/components/responses/RequestTooLarge"
          },
          "503": {
            "$ref": "#/components/responses/UpstreamUnavailable"
          },
          "504": {
            "$ref": "#/components/responses/GatewayTimeout"
          }
        },
        "security": [
          {
            "token": [
              "read-widgets",
              "write:widgets"
            ]
          }
        ],
        "x-roles": [
          "admin",
          "writer"
        ]
      }
    },
    "/livez": {
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
    "/metrics": {
      "get": {
        "operationId": "metrics",
        "responses": {
          "200": {
            "description": "OK"
          }
        },
        "security": []
      }
    },
    "/ready": {
      "get": {
        "operationId": "ready",
        "responses": {
          "200": {
            "description": "OK"
          }
        },
        "security": []
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
      "Forbidden": {
        "description": "The token lacks a scope or a role",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayError"
            }
          }
        }
      },
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
      "Widget": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 80
          },
          "tags": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
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
