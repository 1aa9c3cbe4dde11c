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
    "/api/v1/agents/{id}/stream/{conv_id}": {
      "get": {
        "operationId": "anyApiV1AgentsIdStreamConvId get /api/v1/agents/{id}/stream/{conv_id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "conv_id",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1AgentsIdStreamConvId post /api/v1/agents/{id}/stream/{conv_id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "conv_id",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1AgentsIdStreamConvId put /api/v1/agents/{id}/stream/{conv_id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "conv_id",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1AgentsIdStreamConvId patch /api/v1/agents/{id}/stream/{conv_id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "conv_id",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1AgentsIdStreamConvId delete /api/v1/agents/{id}/stream/{conv_id}",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "conv_id",
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/chat/history": {
      "get": {
        "operationId": "getApiV1ChatHistory",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/conversations": {
      "get": {
        "operationId": "anyApiV1ConversationsAndBelow get /api/v1/conversations",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1ConversationsAndBelow post /api/v1/conversations",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1ConversationsAndBelow put /api/v1/conversations",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1ConversationsAndBelow patch /api/v1/conversations",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1ConversationsAndBelow delete /api/v1/conversations",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/conversations/{rest}": {
      "get": {
        "operationId": "anyApiV1ConversationsAndBelow get /api/v1/conversations/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1ConversationsAndBelow post /api/v1/conversations/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1ConversationsAndBelow put /api/v1/conversations/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1ConversationsAndBelow patch /api/v1/conversations/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1ConversationsAndBelow delete /api/v1/conversations/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/detection-rules": {
      "get": {
        "operationId": "anyApiV1DetectionRulesAndBelow get /api/v1/detection-rules",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1DetectionRulesAndBelow post /api/v1/detection-rules",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1DetectionRulesAndBelow put /api/v1/detection-rules",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1DetectionRulesAndBelow patch /api/v1/detection-rules",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1DetectionRulesAndBelow delete /api/v1/detection-rules",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/detection-rules/{rest}": {
      "get": {
        "operationId": "anyApiV1DetectionRulesAndBelow get /api/v1/detection-rules/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1DetectionRulesAndBelow post /api/v1/detection-rules/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1DetectionRulesAndBelow put /api/v1/detection-rules/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1DetectionRulesAndBelow patch /api/v1/detection-rules/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1DetectionRulesAndBelow delete /api/v1/detection-rules/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/graph/entities/{rest}": {
      "get": {
        "operationId": "anyApiV1GraphEntitiesBelow get /api/v1/graph/entities/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1GraphEntitiesBelow post /api/v1/graph/entities/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1GraphEntitiesBelow put /api/v1/graph/entities/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1GraphEntitiesBelow patch /api/v1/graph/entities/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1GraphEntitiesBelow delete /api/v1/graph/entities/{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/api/v1/media/{kind}/{file}": {
      "get": {
        "operationId": "anyApiV1MediaKindBelow get /api/v1/media/{kind}/{file}",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "file",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyApiV1MediaKindBelow post /api/v1/media/{kind}/{file}",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "file",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyApiV1MediaKindBelow put /api/v1/media/{kind}/{file}",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "file",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyApiV1MediaKindBelow patch /api/v1/media/{kind}/{file}",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "file",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyApiV1MediaKindBelow delete /api/v1/media/{kind}/{file}",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "file",
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/elsewhere": {
      "get": {
        "operationId": "anyElsewhere get /elsewhere",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyElsewhere post /elsewhere",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyElsewhere put /elsewhere",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyElsewhere patch /elsewhere",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyElsewhere delete /elsewhere",
        "responses": {
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
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
        "security": [
          {
            "token": []
          }
        ]
      }
    },
    "/{rest}": {
      "get": {
        "operationId": "anyRest get /{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "post": {
        "operationId": "anyRest post /{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "put": {
        "operationId": "anyRest put /{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "patch": {
        "operationId": "anyRest patch /{rest}",
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
        "security": [
          {
            "token": []
          }
        ]
      },
      "delete": {
        "operationId": "anyRest delete /{rest}",
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
