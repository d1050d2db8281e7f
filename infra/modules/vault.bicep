// Key Vault for the standard size with the admin page. It holds one key, which never leaves it: it wraps the keys that protect the page's
// sessions, which are in the database.
param name string
param location string
param identityPrincipalId string
param workspaceId string
param tags object

// Key Vault Crypto Service Encryption User: wrap, unwrap and read the key's public part, and nothing else.
var mayWrapRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'e147488a-f6f5-4113-8e2d-b22465e65bf6')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv${uniqueString(resourceGroup().id, name)}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  // A new version each year. Older ones stay enabled: keys that they wrapped are unwrapped with them.
  resource key 'keys' = {
    name: 'sessions'
    properties: {
      kty: 'RSA'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
      rotationPolicy: {
        lifetimeActions: [
          {
            action: { type: 'rotate' }
            trigger: { timeAfterCreate: 'P1Y' }
          }
        ]
      }
    }
  }
}

resource mayWrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityPrincipalId, mayWrapRole)
  scope: vault
  properties: {
    roleDefinitionId: mayWrapRole
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      { categoryGroup: 'audit', enabled: true }
    ]
  }
}

output keyUri string = vault::key.properties.keyUri
