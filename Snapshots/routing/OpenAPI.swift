// Compiled from the route spec by switchyard. Edit the spec, not this file.

/// The OpenAPI document of the gateway, as JSON: `openapi.json` beside the docs page.
let openAPI: StaticString = ##"""
{
  "openapi": "3.1.0",
  "info": {
    "title": "Routing",
    "version": "1.2.3"
  },
  "paths": {
    "/": {
      "get": {
        "operationId": "anyRoot get /",
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
        "security": []
      },
      "post": {
        "operationId": "anyRoot post /",
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
        "security": []
      },
      "put": {
        "operationId": "anyRoot put /",
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
        "security": []
      },
      "patch": {
        "operationId": "anyRoot patch /",
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
        "security": []
      },
      "delete": {
        "operationId": "anyRoot delete /",
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
        "security": []
      }
    },
    "/a": {
      "get": {
        "operationId": "getPostA get /a",
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
        "security": []
      },
      "post": {
        "operationId": "getPostA post /a",
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
        "security": []
      }
    },
    "/a/": {
      "get": {
        "operationId": "anyASlash get /a/",
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
        "security": []
      },
      "post": {
        "operationId": "anyASlash post /a/",
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
        "security": []
      },
      "put": {
        "operationId": "anyASlash put /a/",
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
        "security": []
      },
      "patch": {
        "operationId": "anyASlash patch /a/",
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
        "security": []
      },
      "delete": {
        "operationId": "anyASlash delete /a/",
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
        "security": []
      }
    },
    "/a/x": {
      "post": {
        "operationId": "postAX",
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
        "security": []
      }
    },
    "/a/{id}/b": {
      "get": {
        "operationId": "getAIdB",
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
        "security": []
      }
    },
    "/a/{name}/c": {
      "put": {
        "operationId": "putANameC",
        "parameters": [
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
      }
    },
    "/a/{rest}": {
      "get": {
        "operationId": "getAId",
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
        "security": []
      },
      "delete": {
        "operationId": "deleteABelow",
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
        "security": []
      }
    },
    "/caf%C3%A9": {
      "get": {
        "operationId": "anyCafC3A9 get /caf%C3%A9",
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
        "security": []
      },
      "post": {
        "operationId": "anyCafC3A9 post /caf%C3%A9",
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
        "security": []
      },
      "put": {
        "operationId": "anyCafC3A9 put /caf%C3%A9",
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
        "security": []
      },
      "patch": {
        "operationId": "anyCafC3A9 patch /caf%C3%A9",
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
        "security": []
      },
      "delete": {
        "operationId": "anyCafC3A9 delete /caf%C3%A9",
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
        "security": []
      }
    },
    "/files/{path}": {
      "get": {
        "operationId": "anyFilesBelow get /files/{path}",
        "parameters": [
          {
            "name": "path",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
      },
      "post": {
        "operationId": "anyFilesBelow post /files/{path}",
        "parameters": [
          {
            "name": "path",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
      },
      "put": {
        "operationId": "anyFilesBelow put /files/{path}",
        "parameters": [
          {
            "name": "path",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
      },
      "patch": {
        "operationId": "anyFilesBelow patch /files/{path}",
        "parameters": [
          {
            "name": "path",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
      },
      "delete": {
        "operationId": "anyFilesBelow delete /files/{path}",
        "parameters": [
          {
            "name": "path",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
      }
    },
    "/match": {
      "get": {
        "operationId": "beta",
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
        "x-match": "host=api.example.com header=X-Beta:1"
      },
      "head": {
        "operationId": "head",
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
        "security": []
      },
      "post": {
        "operationId": "below post /match",
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
        "x-match": "host=*.example.com"
      },
      "put": {
        "operationId": "below put /match",
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
        "x-match": "host=*.example.com"
      },
      "patch": {
        "operationId": "below patch /match",
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
        "x-match": "host=*.example.com"
      },
      "delete": {
        "operationId": "below delete /match",
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
        "x-match": "host=*.example.com"
      }
    },
    "/rules": {
      "get": {
        "operationId": "anyRulesAndBelow get /rules",
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
        "security": []
      },
      "post": {
        "operationId": "anyRulesAndBelow post /rules",
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
        "security": []
      },
      "put": {
        "operationId": "anyRulesAndBelow put /rules",
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
        "security": []
      },
      "patch": {
        "operationId": "anyRulesAndBelow patch /rules",
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
        "security": []
      },
      "delete": {
        "operationId": "anyRulesAndBelow delete /rules",
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
        "security": []
      }
    },
    "/rules/{rest}": {
      "get": {
        "operationId": "anyRulesAndBelow get /rules/{rest}",
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
        "security": []
      },
      "post": {
        "operationId": "anyRulesAndBelow post /rules/{rest}",
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
        "security": []
      },
      "put": {
        "operationId": "anyRulesAndBelow put /rules/{rest}",
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
        "security": []
      },
      "patch": {
        "operationId": "anyRulesAndBelow patch /rules/{rest}",
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
        "security": []
      },
      "delete": {
        "operationId": "anyRulesAndBelow delete /rules/{rest}",
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
        "security": []
      }
    },
    "/{rest}": {
      "get": {
        "operationId": "everything-else get /{rest}",
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
        "security": []
      },
      "head": {
        "operationId": "everything-else head /{rest}",
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
        "security": []
      }
    },
    "/{tenant}/a": {
      "get": {
        "operationId": "getTenantA",
        "parameters": [
          {
            "name": "tenant",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
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
        "security": []
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
